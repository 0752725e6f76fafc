import assert from "node:assert/strict";
import fc from "fast-check";
import { setField } from "../../../src/core/features/edit.ts";
import { runs } from "../../runs.ts";
import { reviewOf } from "../reviews.ts";
import { filesAfter, record, refusal } from "./editing.ts";
import { anyRecord } from "./generate-records.ts";

/** The text after the field of its first record was set. */
function set(text: string, label: string, value: string | undefined, nth?: number): string {
  const review = reviewOf({ "a.md": text });
  return filesAfter(review, setField(review, record(review), label, value, nth))["a.md"] ?? "";
}

function refused(text: string, label: string, value: string | undefined, nth?: number): string | undefined {
  const review = reviewOf({ "a.md": text });
  return refusal(setField(review, record(review), label, value, nth));
}

const TR1 =
  "## CMOC TR1: One\n\n- status: candidate\n- **C:** a place\n- **O:** peace\n- supports: @a#e1\n\n## CMOC TR2\n\n- C: x\n";

describe("setting a field", () => {
  it("replaces the value alone", () => {
    assert.equal(set(TR1, "status", "refined — two studies"), TR1.replace("candidate", "refined — two studies"));
    assert.equal(set(TR1, "Supported by", "@b#e2"), TR1.replace("@a#e1", "@b#e2"));
    assert.equal(set(TR1, "C", "*another* place"), TR1.replace("a place", "*another* place"));
    assert.equal(
      set("## Theory PT1\r\n\r\n*\t**Stage**: `x` y\r\n", "stage", "final"),
      "## Theory PT1\r\n\r\n*\t**Stage**: final\r\n",
    );
    assert.equal(set("## CMOC TR1\n\n- **C: all bold**\n", "C", "thin"), "## CMOC TR1\n\n- **C: thin**\n");
  });

  it("puts a new one where the vocabulary wants it, in the record's own hand", () => {
    assert.equal(set(TR1, "theme", "Trust"), TR1.replace("- **C", "- theme: Trust\n- **C"));
    assert.equal(set(TR1, "M", "trust"), TR1.replace("- **O", "- **M:** trust\n- **O"));
    assert.equal(set(TR1, "note", "a"), TR1.replace("@a#e1\n", "@a#e1\n- note: a\n"));
    assert.equal(
      set("## CMOC TR1\r\n\r\n* __C__: x\r\n", "mechanism", "y"),
      "## CMOC TR1\r\n\r\n* __C__: x\r\n* __M__: y\r\n",
    );
    assert.equal(set("## CMOC TR1\n\n+   Context: x\n", "O", "y"), "## CMOC TR1\n\n+   Context: x\n+   Outcome: y\n");
    assert.equal(
      set("## CMOC TR1\n\n- C: x\n\n- O: y", "status", "refined"),
      "## CMOC TR1\n\n- status: refined\n\n- C: x\n\n- O: y",
    );
    assert.equal(set("# Theory PT1: A\n\nProse.\n", "stage", "final"), "# Theory PT1: A\n\n- stage: final\n\nProse.\n");
    assert.equal(set("## CMOC TR1", "C", "x"), "## CMOC TR1\n\n- **C:** x");
  });

  it("goes between bullets that stand close, and between those that stand apart", () => {
    const close = "## CMOC TR1\r\n\r\n- words\r\n- note: a\r\n\r\n- C: x\r\n";
    assert.equal(set(close, "theme", "T"), close.replace("- note", "- theme: T\r\n- note"));
    const apart = "## CMOC TR1\r\r- words\r\r- note: a\r";
    assert.equal(set(apart, "theme", "T"), apart.replace("- note", "- theme: T\r\r- note"));
  });

  it("begins a list in the hand of the record beside it", () => {
    const two = "## CMOC TR1\n\n## CMOC TR2\n\n*  C: x\n";
    assert.equal(set(two, "status", "refined"), two.replace("TR1\n", "TR1\n\n*  status: refined\n"));
  });

  it("takes a field out whole", () => {
    assert.equal(set(TR1, "status", undefined), TR1.replace("- status: candidate\n", ""));
    assert.equal(set(TR1, "supports", " "), TR1.replace("- supports: @a#e1\n", ""));
    assert.equal(
      set("## Memo m1\r\n\r\n- by: JA\r\n\r\n  and RM\r\n  - nested\r\n\r\nProse.", "by", undefined),
      "## Memo m1\r\n\r\nProse.",
    );
    assert.equal(set(TR1, "theme", undefined), TR1);
  });

  it("writes lines as paragraphs in the bullet's column", () => {
    assert.equal(
      set("## CMOC TR1\r\n\r\n*   C: x\r\n", "note", "one\ntwo"),
      "## CMOC TR1\r\n\r\n*   C: x\r\n*   note: one\r\n\r\n    two\r\n",
    );
    assert.equal(set("## Memo m1\n\n- by: a\n  b\n\n  c\n", "by", "d\n\ne"), "## Memo m1\n\n- by: d\n\n  e\n");
    assert.equal(set("## Memo m1\n\n- by: a\n  b\n\n  c\n", "by", "a b\nc"), "## Memo m1\n\n- by: a\n  b\n\n  c\n");
  });

  it("fills a label that has nothing after it", () => {
    assert.equal(
      set("## CMOC TR1\n\n- **C:** x\n- status:\n", "status", "refined"),
      "## CMOC TR1\n\n- **C:** x\n- status: refined\n",
    );
    assert.equal(set("## CMOC TR1\n\n- **C:**  \n- **M**:\n", "C", "x"), "## CMOC TR1\n\n- **C:** x \n- **M**:\n");
  });

  it("asks which of several is meant", () => {
    const text = "## CMOC TR1\n\n- C: x\n- note: a\n- note: b\n";
    assert.equal(refused(text, "note", "c"), "several");
    assert.equal(set(text, "note", "c", 1), text.replace("b\n", "c\n"));
    assert.equal(set(text, "note", "c", 2), `${text}- note: c\n`);
    assert.equal(refused(text, "note", "c", 3), "several");
  });

  it("leaves a sentence and a table what they are", () => {
    const sentence = "## CMOC TR1\n\nWhen partners meet (C), they trust (M).\n";
    assert.equal(set(sentence, "status", "refined"), `${sentence}\n- status: refined\n`);
    assert.equal(refused(sentence, "C", "x"), "spelling");
    const table = "## CMOC TR1\n\n| Context | Mechanism | Outcome |\n|---|---|---|\n| a | b \\| c |  |\n";
    assert.equal(set(table, "status", "refined"), `${table}\n- status: refined\n`);
    assert.equal(set(table, "O", "x | y"), table.replace("|  |", "| x \\| y |"));
    const full = table.replace("|  |", "| d |");
    assert.equal(set(full, "M", undefined), full.replace("b \\| c", ""));
    // Words in its first cell only would make the row the theme of those below.
    assert.equal(refused(table, "M", undefined), "form");
    const rows =
      "| ID | Context | Mechanism | Outcome | Status |\r\n|---|---|---|---|---|\r\n| TR1 | a | b | c | refined |\r\n";
    assert.equal(set(rows, "status", "retired"), rows.replace("refined", "retired"));
    assert.equal(set(rows, "C", "x; y"), rows.replace("| a |", "| x; y |"));
    assert.equal(refused(rows, "theme", "x"), "column");
    assert.equal(refused(rows, "note", "x"), "column");
  });

  it("replaces one slot of a cell that holds several, and leaves the others and every link", () => {
    const rows = (mechanism: string, outcome: string): string =>
      `| ID | Context | Mechanism | Outcome | Evidence |\n|---|---|---|---|---|\n| TR1 | a | ${mechanism} | ${outcome} | @y#e1 |\n`;
    const text = rows("m → r; m2", "c [@x#e1]; d");
    assert.equal(refused(text, "O", "e"), "several");
    assert.equal(refused(text, "M", "e"), "several");
    assert.equal(refused(text, "O", "e", 3), "several");
    assert.equal(set(text, "O", "e", 0), rows("m → r; m2", "e [@x#e1]; d"));
    assert.equal(set(text, "O", "e", 1), rows("m → r; m2", "c [@x#e1]; e"));
    assert.equal(set(text, "O", "e", 2), rows("m → r; m2", "c [@x#e1]; d; e"));
    assert.equal(set(text, "Outcome 2", "e"), rows("m → r; m2", "c [@x#e1]; e"));
    assert.equal(set(text, "M", "e", 2), rows("m → r; e", "c [@x#e1]; d"));
    assert.equal(set(text, "M (resource)", "e"), rows("e → r; m2", "c [@x#e1]; d"));
    assert.equal(set(text, "M", undefined, 2), rows("m → r", "c [@x#e1]; d"));
    assert.equal(set(text, "O", undefined, 0), rows("m → r; m2", "d"));
    assert.equal(set(text, "O", undefined, 1), rows("m → r; m2", "c [@x#e1]"));
    assert.equal(set(text, "O", "d", 1), text);
    // Without its resource the response would be a mechanism of its own.
    assert.equal(refused(text, "M", undefined, 0), "form");
    assert.equal(set(text, "O", "e [@z]", 0), rows("m → r; m2", "e [@z]; d"));
    assert.equal(set(rows("m", "O1 c [@x#e1]"), "O", "e"), rows("m", "O1 e [@x#e1]"));
    assert.equal(set(rows("m", "*c* or so; **d**"), "O", "e", 0), rows("m", "e; **d**"));
    assert.equal(set(rows("m", "*c*; **d**"), "O", "e", 2), rows("m", "*c*; **d**; e"));
    assert.equal(set(rows("m", "*c*; **d**"), "O", undefined, 1), rows("m", "*c*"));
    assert.equal(set(rows("m", "*c*; **d**"), "O", undefined, 0), rows("m", "**d**"));
    assert.equal(refused(rows("m", "c @x#e1 or so; d"), "O", "e", 0), "form");
    assert.equal(set(rows("m", "c<br>d"), "O", "e", 1), rows("m", "c<br>e"));
    assert.equal(refused(rows("m", "c"), "O", "–"), "form");
    assert.equal(refused(rows("m", "c"), "supports", "@z", 1), "several");
  });

  it("writes any slot of a cell of plain words, and no other byte", () => {
    const slot = fc.tuple(
      fc.constantFrom("calm", "*more* faith", "a \\| b", "**hope**"),
      fc.constantFrom("", " [@x#e1]", " [@y; @z, p. 2]"),
    );
    const parted = fc.constantFrom("; ", ";", "<br>");
    fc.assert(
      fc.property(fc.array(slot, { minLength: 1, maxLength: 4 }), parted, fc.nat(3), (all, sign, some) => {
        const nth = some % all.length;
        const row = (cells: readonly (readonly string[])[]): string =>
          `| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| TR1 | a | m | ${cells.map((each) => each.join("")).join(sign)} |\n`;
        const after = set(row(all), "O", "peace", nth).replace("**peace**", "peace");
        assert.equal(after, row(all.map((each, at) => (at === nth ? ["peace", each[1]] : each))));
        const gone = all.filter((_, at) => at !== nth);
        if (gone.length > 0) assert.equal(set(row(all), "O", undefined, nth), row(gone));
      }),
      runs(8),
    );
  });

  it("finds the columns that the reading of the table found", () => {
    const head = "| No. | Context<sup>a</sup> | Resource | Reasoning | Outcome [12] | Key sources | Themes |";
    const rows = (...cells: readonly string[]): string =>
      `${head}\n|---|---|---|---|---|---|---|\n| TR1 | ${cells.join(" | ")} |\n`;
    const text = rows("a", "r", "m", "o", "@a#e1", "t");
    assert.equal(set(text, "C", "x"), rows("x", "r", "m", "o", "@a#e1", "t"));
    assert.equal(set(text, "M-resource", "x"), rows("a", "x", "m", "o", "@a#e1", "t"));
    assert.equal(set(text, "M-reasoning", "x"), rows("a", "r", "x", "o", "@a#e1", "t"));
    assert.equal(set(text, "O", "x"), rows("a", "r", "m", "x", "@a#e1", "t"));
    assert.equal(set(text, "supports", "@b#e2"), rows("a", "r", "m", "o", "@b#e2", "t"));
    assert.equal(set(text, "theme", "x"), rows("a", "r", "m", "o", "@a#e1", "x"));
    const empty = rows("a", "", "m", "o", "@a#e1", "t");
    assert.equal(set(empty, "M-resource", "x"), rows("a", "x", "m", "o", "@a#e1", "t"));
  });

  it("finds its row among others without an id", () => {
    const text =
      "| Context | Mechanism | Outcome |\n|---|---|---|\n| a | b | c; d |\n| e | f | g; h |\n| i | j | k |\n";
    const review = reviewOf({ "a.md": text });
    const second = [...review.records("cmoc")][1];
    assert.ok(second);
    assert.equal(refusal(setField(review, second, "O", "x")), "several");
    assert.equal(filesAfter(review, setField(review, second, "O", "x", 1))["a.md"], text.replace("h |", "x |"));
  });

  it("refuses what would be read as something else", () => {
    assert.equal(refused(TR1, "theme", "a\n- b"), "form");
    assert.equal(refused(TR1, "theme", "a\n# b"), "form");
    assert.equal(refused(TR1, "theme", "a\n---"), "form");
    assert.equal(refused(TR1, "stage", "a"), "field");
    const review = reviewOf({ "a.md": TR1 });
    const at = record(review);
    review.delete("a.md");
    assert.equal(refusal(setField(review, at, "status", "refined")), "unknown");
  });

  it("of its own value is no edit, and out and in again leaves every other byte", () => {
    fc.assert(
      fc.property(
        anyRecord,
        fc.constantFrom("status", "theme", "note", "tags", "at", "stage", "by"),
        ({ text }, label) => {
          const review = reviewOf({ "a.md": text });
          const at = record(review);
          const own = (at.entity as unknown as { [label: string]: { text?: string } | undefined })[label]?.text;
          if (own !== undefined) {
            const outcome = setField(review, at, label, own, 0);
            assert.equal(filesAfter(review, outcome)["a.md"], text);
          }
          const outcome = setField(review, at, label, "xyz", 0);
          if (refusal(outcome) || text.split("tags:").length > 2) return;
          const files = filesAfter(review, outcome);
          const again = reviewOf(files);
          const now = record(again).entity as unknown as { [label: string]: { text?: string } | undefined };
          if (label === "note") assert.equal(record(again).entity.notes[0]?.text, "xyz");
          else if (label === "tags") assert.deepEqual(record(again).entity.tags, ["xyz"]);
          else assert.equal(now[label]?.text, "xyz");
          const had =
            label === "note"
              ? at.entity.notes.length > 0
              : label === "tags"
                ? at.entity.tags.length > 0
                : own !== undefined;
          const gone = setField(again, record(again), label, undefined, 0);
          if (!had && !new RegExp(`${label}\\W*:`, "i").test(text)) assert.equal(filesAfter(again, gone)["a.md"], text);
        },
      ),
      runs(2),
    );
  });
});
