import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

interface Welcome {
  readonly view: string;
  readonly contents: string;
  readonly when: string;
}

describe("the words of a view without rows", () => {
  const manifest = JSON.parse(readFileSync("package.json", "utf8"));
  const words = JSON.parse(readFileSync("package.nls.json", "utf8"));
  const all: readonly Welcome[] = manifest.contributes.viewsWelcome.map((each: Welcome) => ({
    ...each,
    contents: words[each.contents.slice(1, -1)],
  }));

  it("say that there is nothing only once everything was read", () => {
    const empty = all.filter(({ contents }) => /^No \S+ (?:here|yet)|^No review/.test(contents));
    assert.ok(empty.length >= 4);
    for (const { when, contents } of empty) assert.match(when, /(?:^|&& )cmoc\.ready\b/, contents);
  });

  it("say meanwhile that it is being read", () => {
    const reading = all.filter(({ when }) => /(?:^|&& )!cmoc\.ready\b/.test(when));
    assert.deepEqual(
      reading.map(({ view, contents }) => [view, contents]),
      [["cmoc.configurations", "Reading the review …"]],
    );
  });
});
