import assert from "node:assert/strict";
import fc from "fast-check";
import { hints } from "../../../src/core/features/hints.ts";
import { runs } from "../../runs.ts";
import { type Files, reviewOf } from "../reviews.ts";
import { anyMarkdown } from "../syntax/generate.ts";
import { SMALL } from "./places.ts";

const FILES: Files = {
  ...SMALL,
  "more.md":
    "## CMOC LO1: Partners that had succeeded together before trust one another\n\n- **C:** a\n\n## Memo 2026-01-01: Why it was split\n",
  "zotero.md": "---\ncitekey: AB12XY\nauthor: Okafor, N. and Lind, P.\nyear: 2014\n---\n\n## Extract e1\n\n> x\n",
  "rows.md": "| ID | Context | Mechanism | Outcome |\n|-|-|-|-|\n| RW1 | a place | trust | peace |\n",
};

/** The text with its hints where they stand. */
function hinted(text: string, files: Files = {}): string {
  const review = reviewOf({ ...FILES, ...files, "a.md": text });
  let shown = text;
  for (const { at, words } of [...hints(review, "a.md")].reverse())
    shown = `${shown.slice(0, at)}⟨${words}⟩${shown.slice(at)}`;
  return shown;
}

describe("hints", () => {
  it("say a record’s title beside its id, in a few words", () => {
    const record = (line: string): string => `## CMOC X1: Ex\n\n- C: x\n${line}\n`;
    assert.equal(
      hinted(record("- leads to: TR1, LO1")),
      record("- leads to: TR1⟨One⟩, LO1⟨Partners that had succeeded…⟩"),
    );
    assert.equal(hinted(record("- rival of: [TR2](theory.md#x)")), record("- rival of: [TR2⟨Two⟩](theory.md#x)"));
    assert.equal(hinted(record("- leads to: RW1")), record("- leads to: RW1⟨a place⟩"));
    assert.equal(
      hinted("See [[TR1]] and [[Memo 2026-01-01]].\n"),
      "See [[TR1]]⟨One⟩ and [[Memo 2026-01-01]]⟨Why it was split⟩.\n",
    );
  });

  it("say author and year beside a key that does not tell them", () => {
    assert.equal(
      hinted("As [@AB12XY#e1; @okafor2014] say.\n"),
      "As [@AB12XY#e1⟨Okafor and Lind 2014⟩; @okafor2014] say.\n",
    );
  });

  it("say nothing where the line has the title, names it again, or names what nothing bears", () => {
    const same = (text: string): void => assert.equal(hinted(text), text);
    same("## CMOC TR8: Eight\n\n- C: x\n- note: [[TR8]] again\n");
    same("- leads to: TR99\n");
    assert.equal(
      hinted("See [[TR1|the chair]] and [[TR2|a, b]].\n"),
      "See [[TR1|the chair]]⟨One⟩ and [[TR2|a, b]]⟨Two⟩.\n",
    );
    same("The second, two: [[TR2]].\n");
    same("As [[TR1–TR2]] have it.\n");
    same("## Extract of nothing\n\n`[[TR1]]`\n");
    assert.equal(hinted("[[TR1]], then [[TR1]]\n\n[[TR1]]\n"), "[[TR1]]⟨One⟩, then [[TR1]]\n\n[[TR1]]⟨One⟩\n");
  });

  it("are those of the range", () => {
    const text = "[[TR1]]\n\n[[TR2]]\n\n[[LO1]]\n";
    const review = reviewOf({ ...FILES, "a.md": text });
    const at = text.indexOf("TR2");
    assert.deepEqual(
      hints(review, "a.md", { start: at, end: at + 1 }).map(({ words }) => words),
      ["Two"],
    );
  });

  it("stand at ends of mentions in any text, in its order", () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        const review = reviewOf({ ...FILES, "a.md": text });
        let last = 0;
        for (const { at, words } of hints(review, "a.md")) {
          assert.ok(at > last && at <= text.length && words.length <= 40 && words.trim() === words && words !== "");
          last = at;
        }
      }),
      runs(30),
    );
  });
});
