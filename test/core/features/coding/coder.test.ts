import assert from "node:assert/strict";
import fc from "fast-check";
import { addCodings } from "../../../../src/core/features/coding/add-coding.ts";
import { signerOf, unfitWords } from "../../../../src/core/features/coding/coder.ts";
import { newExtract } from "../../../../src/core/features/coding/new-extract.ts";
import { setAppraisal } from "../../../../src/core/features/edit.ts";
import { markRead } from "../../../../src/core/features/reading.ts";
import type { Extract } from "../../../../src/core/model/types.ts";
import type { Definition, Review } from "../../../../src/core/review.ts";
import { coderName } from "../../../../src/core/syntax/coder-names.ts";
import { readReadings } from "../../../../src/core/syntax/reading-dates.ts";
import { runs } from "../../../runs.ts";
import { problemsOf, reviewOf, sourceFile } from "../../reviews.ts";
import { edited, record } from "../editing.ts";

const SOURCE = sourceFile("k", '## Extract e1\n\n> So it was.\n\n- M trust: "So"\n- coder: ZZ\n');
const coders = (...names: readonly string[]): ReadonlyMap<string, string> => new Map(names.map((name) => [name, ""]));

describe("who signs", () => {
  it("is whom the setting names, else the only coder, else is asked for", () => {
    assert.deepEqual(signerOf("JA", coders("RM")), { is: "coder", initials: "JA" });
    assert.deepEqual(signerOf("  Ana   María ", coders()), { is: "coder", initials: "Ana María" });
    assert.deepEqual(signerOf("", coders("RM")), { is: "coder", initials: "RM" });
    assert.deepEqual(signerOf(undefined, coders()), { is: "nobody" });
    assert.deepEqual(signerOf(7, coders()), { is: "nobody" });
    assert.deepEqual(signerOf("", coders("RM", "JA")), { is: "several" });
  });

  it("is never another one in the place of a name that cannot be written", () => {
    for (const name of ["Ana (RM)", "J, A", "A: B", "*A*", "[A]", "x".repeat(61), "A;B", "—"]) {
      for (const listed of [coders(), coders("JA"), coders("JA", "RM")])
        assert.deepEqual(signerOf(name, listed), { is: "unfit", name, from: "setting" }, name);
      assert.deepEqual(signerOf("", coders(name)), { is: "unfit", name, from: "review" }, name);
      assert.deepEqual(signerOf("", coders(name, "JA")), { is: "several" }, name);
    }
    assert.match(unfitWords({ name: "Ana (RM)", from: "setting" }), /cmoc\.coder.*Ana \(RM\)/);
    assert.match(unfitWords({ name: "A (x)", from: "review" }), /review\.yaml.*A \(x\)/);
  });
});

describe("a name that can be written", () => {
  const review = reviewOf({ "a.md": SOURCE });
  const e = (now: Review, id: string): Extract => record(now, id).entity as Extract;
  const readBack = (name: string): void => {
    const [use] = [{ role: { role: "M" }, code: "trust" }];
    const line = edited(
      review,
      addCodings(review, record(review, "e1") as Definition<Extract>, { codes: [use], words: ["it was"], coder: name }),
    );
    assert.equal(e(line, "e1").codings[1]?.coder, name);
    const whole = edited(
      review,
      newExtract(review, "k", { paragraphs: ["So."] }, { codes: [], links: [], coder: name }),
    );
    assert.equal(e(whole, "e2").coder?.text, name);
    assert.deepEqual(e(whole, "e2").refs, []);
    const read = edited(review, markRead(review, ["k"], { date: "2026-03-02", coder: name }));
    assert.deepEqual(readReadings(read.source("k")?.frontMatter?.fields.get("read")?.value ?? ""), [
      { date: "2026-03-02", coder: name },
    ]);
    const appraised = edited(review, setAppraisal(review, "k", name, [{ scale: "rigour", step: "low" }]));
    assert.equal(appraised.source("k")?.frontMatter?.appraisals[0]?.coder, name);
  };

  it("is read again wherever it is written", () => {
    for (const name of [
      "JA",
      "O'Brien",
      "Jean-Luc P.",
      "first_coder",
      "李",
      "آنا",
      "1",
      "R&D".replace("&", " "),
      "A/B",
    ])
      readBack(coderName(name) ?? assert.fail(name));
    const sign = fc.constantFrom(..."aZ1é李ث _-.'’/+=!?%$^—–→§°()[]{},;:*`<>\\&@#~|\"“".split(""));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: sign, maxLength: 12 }), fc.string({ unit: "grapheme" })), (words) => {
        const name = coderName(words);
        if (name !== undefined) readBack(name);
      }),
      runs(40),
    );
  });

  it("is asked for where review.yaml lists coders, who are kept", () => {
    const told = (manifest: string) =>
      problemsOf({ "review.yaml": manifest }).map(({ rule, level, data }) => [rule, level, data.value]);
    assert.deepEqual(told("coders: { JA: one, O'Brien: two }\n"), []);
    assert.deepEqual(told("coders: { 'A (x)': one, JA: two }\n"), [["yaml/value", "warning", "A (x)"]]);
    assert.deepEqual(told("coders: [JA, 'J, A']\n"), [["yaml/value", "warning", "J, A"]]);
    assert.deepEqual([...reviewOf({ "review.yaml": "coders: ['J, A', JA]\n" }).manifest.coders.keys()], ["J, A", "JA"]);
  });
});
