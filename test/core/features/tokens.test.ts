import assert from "node:assert/strict";
import fc from "fast-check";
import { tokens } from "../../../src/core/features/tokens.ts";
import type { Review } from "../../../src/core/review.ts";
import { runs } from "../../runs.ts";
import { type Files, reviewOf } from "../reviews.ts";
import { anyMarkdown } from "../syntax/generate.ts";
import { anyRecord } from "./generate-records.ts";
import { SMALL } from "./places.ts";

/** `TR1:id+` where it is defined, `TR9:id?` where nothing bears it. */
function shown(review: Review, uri = "a.md", range?: { start: number; end: number }): readonly string[] {
  const text = review.text(uri) ?? "";
  return tokens(review, uri, range).map(
    ({ start, end, type, declaration, unknown }) =>
      `${text.slice(start, end)}:${type}${declaration ? "+" : ""}${unknown ? "?" : ""}`,
  );
}

const of = (text: string, more: Files = {}): readonly string[] => shown(reviewOf({ ...SMALL, ...more, "a.md": text }));

describe("semantic tokens", () => {
  it("tell known names from unknown ones, and say where they are defined", () => {
    assert.deepEqual(of("## CMOC X1\n\n- C: x\n- leads to: TR1, TR77\n- theory: PT1\n"), [
      "X1:id+",
      "TR1:id",
      "TR77:id?",
      "PT1:id",
    ]);
    assert.deepEqual(
      of("## CMOC X1\n\n- C: x\n- supports: @okafor2014#e4, @okafor2014#e9; @nobody1999, @moreau2005\n"),
      [
        "X1:id+",
        "@okafor2014:key",
        "#e4:extract",
        "@okafor2014:key",
        "#e9:extract?",
        "@nobody1999:key?",
        "@moreau2005:key",
      ],
    );
    assert.deepEqual(of("---\ncitekey: a1\n---\n\n## Extract e1\n\n> w\n\n- C shared-history: “w”\n- code lost:\n"), [
      "a1:key+",
      "e1:extract+",
      "shared-history:code",
      "lost:code?",
    ]);
    assert.deepEqual(of("## Memo 2026-03-02\n\n- about: TR1\n"), ["2026-03-02:memo+", "TR1:id"]);
  });

  it("take a range as one, and a name over two lines as two", () => {
    assert.deepEqual(of("## CMOC X1\n\n- C: x\n- leads to: TR1–TR2\n"), ["X1:id+", "TR1–TR2:id"]);
    assert.deepEqual(of("## CMOC X1\n\n- C: x\n- leads to: TR1–TR9\n"), ["X1:id+", "TR1–TR9:id?"]);
    assert.deepEqual(of("## CMOC X1\n\n- C: x\n- leads to: TR1\n  –TR2\n"), ["X1:id+", "TR1:id", "–TR2:id"]);
  });

  it("leave alone what may be somebody’s own", () => {
    assert.deepEqual(of("See [[TR1]], [[TR77]] and [[my note]]. Write to @somebody.\n"), ["TR1:id", "TR77:id?"]);
  });

  it("know the rows of a table", () => {
    assert.deepEqual(
      of("| ID | Context | Mechanism | Outcome | Evidence |\n|-|-|-|-|-|\n| T9 | a | b | c | @moreau2005 |\n"),
      ["T9:id+", "@moreau2005:key"],
    );
  });

  it("see that a name was defined elsewhere since", () => {
    const review = reviewOf({ ...SMALL, "a.md": "## CMOC X1\n\n- C: x\n- leads to: X2\n" });
    assert.deepEqual(shown(review), ["X1:id+", "X2:id?"]);
    review.set({ uri: "b.md", version: 1, text: "## CMOC X2\n\n- C: y\n" });
    assert.deepEqual(shown(review), ["X1:id+", "X2:id"]);
    review.set({ uri: "a.md", version: 1, text: "words\n\n## CMOC X1\n\n- C: x\n- leads to: X2\n" });
    assert.deepEqual(shown(review), ["X1:id+", "X2:id"]);
  });

  it("of a range are those of the pieces that it touches", () => {
    const text = "## CMOC X1\n\n- C: x\n\n## CMOC X2\n\n- C: x\n\n## CMOC X3\n\n- C: x\n";
    const review = reviewOf({ "a.md": text });
    const at = text.indexOf("X2");
    assert.deepEqual(shown(review, "a.md", { start: at, end: at + 1 }), ["X2:id+"]);
    assert.deepEqual(shown(review, "a.md", { start: 0, end: at }), ["X1:id+", "X2:id+"]);
    assert.deepEqual(shown(review, "none.md"), []);
  });

  it("ascend, stay in their lines and never overlap, in any text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyRecord.map(({ text }) => text),
          anyMarkdown,
        ),
        (text) => {
          const review = reviewOf({ ...SMALL, "a.md": text });
          let end = 0;
          for (const token of tokens(review, "a.md")) {
            assert.ok(token.start >= end && token.end > token.start);
            assert.doesNotMatch(text.slice(token.start, token.end), /[\r\n]/);
            end = token.end;
          }
          assert.ok(end <= text.length);
        },
      ),
      runs(10),
    );
  });
});
