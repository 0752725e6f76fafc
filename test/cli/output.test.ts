import assert from "node:assert/strict";
import { bar, jsonText, oneLine, printable } from "../../src/cli/output.ts";

describe("progress", () => {
  const shown = (seconds: number, steps: readonly (readonly [done: number, of?: number])[]): readonly string[] => {
    const written: string[] = [];
    let now = 0;
    const progress = bar(
      "Reading",
      (text) => written.push(text),
      () => now,
    );
    now = seconds * 1000;
    for (const [done, of] of steps) progress.step(done, of);
    progress.done();
    return written;
  };

  it("says nothing of work under a second", () => {
    assert.deepEqual(
      shown(0.9, [
        [1, 2],
        [2, 2],
      ]),
      [],
    );
  });

  it("draws a bar after a second, again only when it has grown, and takes it away", () => {
    assert.deepEqual(
      shown(1.1, [
        [1, 4],
        [1, 4],
        [4, 4],
      ]),
      [`\rReading ${"█".repeat(6)}${"░".repeat(18)} 4`, `\rReading ${"█".repeat(24)} 4`, "\r\u001b[K"],
    );
  });

  it("belongs to work that began earlier, and may have nothing to count", () => {
    const written: string[] = [];
    bar(
      "Checking",
      (text) => written.push(text),
      () => 5000,
      3000,
    ).step(0);
    assert.deepEqual(written, ["\rChecking …"]);
  });

  it("counts where the end is not known", () => {
    assert.deepEqual(shown(1.1, [[64], [65], [128]]), ["\rReading 64", "\rReading 128", "\r\u001b[K"]);
  });
});

describe("what reaches a terminal", () => {
  it("has no control characters, and a text of a review stays on its line", () => {
    assert.equal(printable("a\u001b[2J\u0007\u009b\u202eb\tc\nd"), "a�[2J���b\tc\nd");
    assert.equal(printable("a\r\nb\rc\r"), "a\r\nb\ufffdc\ufffd");
    assert.equal(oneLine("a\r\nb\tc\u2028d"), "a b c�d");
    assert.equal(JSON.parse(jsonText({ a: "\u009b\u202e\u2028é" })).a, "\u009b\u202e\u2028é");
    assert.equal(jsonText("\u009b\u202e é"), '"\\u009b\\u202e é"\n');
  });
});
