/** Small things that the readers of records hold to. */
import assert from "node:assert/strict";
import { cmocsIn, recordsIn, reviewOf, rulesIn, sourceFile } from "../reviews.ts";

// biome-ignore lint/suspicious/noExplicitAny: records are plain data
const extractOf = (body: string): any =>
  recordsIn({ "l.md": sourceFile("l1", `## Extract e1\n\n${body}`) }, "extract")[0];
const leadsTo = (value: string): readonly string[] =>
  reviewOf({ "a.md": `## CMOC TR0\n\n- **C:** a\n- leads to: ${value}\n` })
    .placed("a.md")
    .flatMap(({ definitions }) => definitions.flatMap(({ entity }) => entity.refs))
    .filter(({ field, inReason }) => field === "leads to" && !inReason)
    .map(({ id, reason }) => (reason === undefined ? id : `${id} — ${reason}`));

describe("extracts", () => {
  it("join several quotes by an ellipsis", () => {
    assert.equal(extractOf("> one\n\nand\n\n> two\n").quote, "one … two");
  });

  it("take coding lines in any marks, and the word code in any case", () => {
    const { codings } = extractOf('> a b c d\n\n- M x1: «a», „b”, 「c」 (RM)\n- Code x2: "d"\n- CODE x3:\n');
    assert.deepEqual(
      codings.map(({ role, code, words, coder }: { [key: string]: string }) => [role, code, words, coder]),
      [
        ["M", "x1", "a", "RM"],
        ["M", "x1", "b", "RM"],
        ["M", "x1", "c", "RM"],
        [undefined, "x2", "d", undefined],
        [undefined, "x3", undefined, undefined],
      ],
    );
  });
});

describe("configurations", () => {
  it("have a note under a slot as theirs", () => {
    assert.deepEqual(cmocsIn("## CMOC TR1\n\n- **C:** a\n  - note: why\n")[0].notes, ["why"]);
  });

  it("are not complained of for a bullet of prose", () => {
    for (const bullet of ["A thing happens", "I feel heard", "Concerning trust", "See above: nothing"])
      assert.equal(
        rulesIn({ "a.md": `## CMOC TR1\n\n- **C:** a\n- ${bullet}\n` }).includes("field/unknown"),
        false,
        bullet,
      );
  });
});

describe("ids", () => {
  it("are one in any composition and case", () => {
    const review = reviewOf({
      "a.md": "## CMOC Ü2: x\n\n- **C:** a\n- leads to: u\u0308 2\n\nAs [[u\u03082]] says.\n",
    });
    assert.equal(review.references("r:ü2").length, 1);
  });

  it("stand in ranges of one prefix, of at most a thousand numbers", () => {
    assert.deepEqual(leadsTo("TR1–TR3"), ["TR1", "TR2", "TR3"]);
    assert.deepEqual(leadsTo("TR1–3 and TR5"), ["TR1", "TR2", "TR3", "TR5"]);
    assert.deepEqual(leadsTo("TR1 – TR3 and TR5"), ["TR1", "TR2", "TR3", "TR5"]);
    assert.equal(leadsTo("TR1–TR1000").length, 1000);
    assert.deepEqual(leadsTo("TR1–TR1001"), ["TR1–TR1001"]);
    assert.equal(leadsTo("TR1–SY3").includes("TR2"), false);
  });

  it("end before an unspaced dash, which begins a reason", () => {
    assert.deepEqual(leadsTo("TR1—said so"), ["TR1 — said so"]);
  });

  it("have titles after any spaced dash", () => {
    for (const dash of ["‒", "―", "−", "–", "--"])
      assert.equal(cmocsIn(`## CMOC TR1 ${dash} Trust\n\n- **C:** a\n`)[0]?.title, "Trust", dash);
  });

  it("are no references in code", () => {
    const refs = reviewOf({ "a.md": "## CMOC TR1\n\n- **C:** a\n\nSee `[[TR2]]` and [[TR3]].\n" });
    assert.equal(refs.references("r:tr2").length, 0);
    assert.equal(refs.references("r:tr3").length, 1);
  });
});
