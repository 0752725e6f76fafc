import assert from "node:assert/strict";
import fc from "fast-check";
import { copyOf } from "../../../../src/core/features/refactor.ts";
import type { Cmoc } from "../../../../src/core/model/types.ts";
import { slotKey } from "../../../../src/core/review/links.ts";
import type { Definition, Review } from "../../../../src/core/review.ts";
import { called } from "../../../../src/core/rules/about.ts";
import { runs } from "../../../runs.ts";
import { reviewOf, sourceFile } from "../../reviews.ts";
import { anyRecord } from "../generate-records.ts";

type Spelt = "sentence" | "table";

function cmocs(review: Review): readonly Definition[] {
  return [...review.records("cmoc")];
}

function copied(fields: string, as: Spelt): { readonly text: string; readonly left: readonly string[] } {
  const review = reviewOf({ "a.md": `## CMOC TR1\n\n${fields}\n` });
  return copyOf(review, cmocs(review), as, "b.md");
}

/** What the slots say, those without words left out. */
function saidBy(slots: Cmoc["slots"]): readonly string[] {
  return slots.flatMap((slot) => (slot.text === "" ? [] : [`${slotKey(slot)} ${slot.text.replace(/[\s.]+$/, "")}`]));
}

function readBack(text: string, as: Spelt): readonly (readonly string[])[] {
  const texts = as === "table" ? [text] : text.split("\n\n").map((each) => `## CMOC X1\n\n${each}\n`);
  return texts.flatMap((each) => cmocs(reviewOf({ "a.md": each }))).map(({ entity }) => saidBy((entity as Cmoc).slots));
}

describe("configurations copied as sentences and tables", () => {
  it("are left, with the slot and its words, where they would be read as others", () => {
    const cases: readonly (readonly [string, Spelt, RegExp])[] = [
      [
        "- C: a place. And another place\n- M: x",
        "sentence",
        /^TR1: it cannot be copied as a sentence\. C “a place\. And another place” would be read as C “another place”\.$/,
      ],
      ["- C: staff (M) and others\n- O: x", "sentence", /C “staff \(M\) and others” would be read as M “staff”/],
      [
        "- C: staff (M) and others\n- O: x",
        "table",
        /^TR1: it cannot be copied as a row\. C “staff \(M\) and others” would be read as C “staff and others”\.$/,
      ],
      ["- C: wards; clinics", "table", /C “wards; clinics” would be read as C “wards”/],
      ["- M: trust → effort", "table", /M “trust → effort” would be read as M \(resource\) “trust”/],
      ["- O: O2 levels rise", "table", /O “O2 levels rise” would be read as O2 “levels rise”/],
      ["- O: calm", "sentence", /^TR1: it has only one slot/],
      ["- status: candidate", "sentence", /^TR1: it has no slots/],
      ["- status: candidate", "table", /^TR1: it has no slots/],
    ];
    for (const [fields, as, why] of cases) {
      const { text, left } = copied(fields, as);
      assert.equal(text, "", fields);
      assert.match(left.join("\n"), why);
    }
  });

  it("are written otherwise where that helps, with what is in a tag whole", () => {
    assert.match(copied("- O: calm <br> quiet", "table").text, /\| calm quiet \|/);
    assert.match(copied("- M: <i>c</i> tail", "table").text, /\| <i>c<\/i> tail \|/);
    assert.match(copied("- C1, C2: a place", "table").text, /\| a place \(C1\); a place \(C2\) \|/);
    assert.equal(copied("- C1, C2: a place\n- M: x", "sentence").text, "When a place (C1) and a place (C2), x (M).");
  });

  it("leave one record without the others", () => {
    const text =
      "## CMOC A1\n\n- C: a; b\n- M: c\n\n## CMOC A2\n\n- C: d\n- M: e\n\n## CMOC A3\n\n- C: f here. Good things\n- M: i\n";
    const review = reviewOf({ "a.md": text });
    const rows = copyOf(review, cmocs(review), "row", "");
    assert.equal(rows.text, "| A2 | d | e | – | – |\n| A3 | f here. Good things | i | – | – |");
    assert.deepEqual(
      rows.left.map((each) => each.slice(0, 3)),
      ["A1:"],
    );
    const sentences = copyOf(review, cmocs(review), "sentence", "");
    assert.equal(sentences.text, "When a; b (C), c (M).\n\nWhen d (C), e (M).");
    assert.deepEqual(
      sentences.left.map((each) => each.slice(0, 3)),
      ["A3:"],
    );
  });

  it("list as evidence what supports them, and cite nothing else", () => {
    const review = reviewOf({
      "a.md": `## CMOC TR1\n\n| Context | Mechanism | Outcome |\n|---|---|---|\n| a | b | c |\n\n- supports: @lund2010#e1\n- refines: @lund2010#e2 (M)\n- refutes: @lund2010#e3 (C)\n`,
      "l.md": sourceFile(
        "lund2010",
        ["e1", "e2", "e3"].map((id) => `## Extract ${id}\n\n> Here.\n\n- at: p. 1\n`).join("\n"),
      ),
    });
    assert.match(copyOf(review, cmocs(review), "row", "").text, /^\| TR1 \| a \| b \| c \| @lund2010#e1 \|$/);
    assert.equal(copyOf(review, cmocs(review), "sentence", "").text, "When a (C), b (M), so that c (O).");
  });

  const odd = fc
    .array(
      fc.tuple(
        fc.constantFrom("C", "C2", "M", "M (resource)", "M (reasoning)", "O", "O1, O2", "O (final)"),
        fc.constantFrom(
          "a place",
          "a; b",
          "a → b",
          "O2 levels",
          "staff (M) and",
          "<i>c</i> tail",
          "x <br> y",
          "one. Two three",
          "a | b",
          "`c | d`",
          "and so on",
          "–",
          "(C)",
          "*a* b",
          "<b>open",
          "[@lund2010#e1]",
          "e.g. wards",
          "\\",
          "<!-- n --> z",
          "C: x",
        ),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((slots) => `## CMOC TR1\n\n${slots.map(([role, words]) => `- ${role}: ${words}\n`).join("")}`);

  it("say the same when they are read again, or are left with a reason", () => {
    let done = 0;
    const record = fc.oneof(
      odd,
      odd,
      anyRecord.map(({ text }) => text).filter((text) => text.startsWith("## CMOC")),
    );
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 3 }),
        fc.constantFrom("sentence", "table"),
        (texts, as) => {
          const files = Object.fromEntries(
            texts.map((text, at) => [`${at}.md`, text.replaceAll("## CMOC TR1", `## CMOC TR${at + 1}`)]),
          );
          const review = reviewOf(files);
          const { text, left } = copyOf(review, cmocs(review), as, "");
          const isLeft = (at: Definition): boolean => left.some((each) => each.startsWith(`${called(at)}: `));
          const written = cmocs(review).filter((at) => !isLeft(at));
          done += written.length;
          assert.deepEqual(
            text === "" ? [] : readBack(text, as),
            written.map(({ entity }) => saidBy((entity as Cmoc).slots)),
            text,
          );
        },
      ),
      runs(60),
    );
    assert.ok(done > 0, "some are copied");
  });
});
