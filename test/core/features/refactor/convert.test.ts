import assert from "node:assert/strict";
import fc from "fast-check";
import { isRefusal } from "../../../../src/core/features/edit.ts";
import { convert, SPELLINGS, type Wanted } from "../../../../src/core/features/refactor.ts";
import type { Cmoc } from "../../../../src/core/model/types.ts";
import { slotKey } from "../../../../src/core/review/links.ts";
import { runs } from "../../../runs.ts";
import { type Files, reviewOf, sourceFile } from "../../reviews.ts";
import { filesAfter } from "../editing.ts";
import { anyRecord } from "../generate-records.ts";
import { newsIn, wordsOf } from "./news.ts";

const FIELDS =
  "## CMOC TR1: One\n\n- status: candidate\n- **C:** partners meet\n- **M:** trust grows\n- **O:** plans are settled\n- supports: @lund2010#e1 (O)\n";
const SENTENCE =
  "## CMOC TR1: One\n\nWhen partners meet (C), trust grows (M), so that plans are settled (O).\n\n- status: candidate\n- supports: @lund2010#e1 (O)\n";
const TABLE =
  "## CMOC TR1: One\n\n| Context | Mechanism | Outcome |\n| ------- | --------- | ------- |\n| partners meet | trust grows | plans are settled |\n\n- status: candidate\n- supports: @lund2010#e1 (O)\n";
const ROWS =
  "# Rows\n\n| ID | Context | Mechanism | Outcome | Evidence | Status |\n|---|---|---|---|---|---|\n| X1 | a | b → c | d; e | @lund2010#e1 | supported |\n|  | f | g | h | | |\n\nWords.\n";
const lund = sourceFile("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1 (M)\n");
const TEXTS = { fields: FIELDS, sentence: SENTENCE, table: TABLE } as const;

function converted(
  files: Files,
  to: Wanted,
  uris?: readonly string[],
): { files: Files; count: number; left: readonly string[] } {
  const { outcome, count, left } = convert(reviewOf(files), to, uris ? { uris: new Set(uris) } : {});
  if (isRefusal(outcome)) assert.fail(JSON.stringify(outcome));
  const after = filesAfter(reviewOf(files), outcome);
  return { files: after, count, left: left.map(({ id, why }) => `${id}: ${why}`) };
}

/** Links by stance and other end, with the slots and the reasons that all of them say together. */
function linksOf(evidence: Cmoc["evidence"]): readonly string[] {
  const keys = new Set(evidence.map(({ name, stance }) => `${stance} ${name}`));
  return [...keys].sort().map((key) => {
    const own = evidence.filter(({ name, stance }) => `${stance} ${name}` === key);
    const slots = new Set(own.flatMap((each) => each.slots.map(slotKey)));
    const reasons = new Set(own.flatMap(({ reason }) => (reason === undefined ? [] : [reason])));
    return `${key} (${[...slots].sort().join(", ")}) — ${[...reasons].sort().join("; ")}`;
  });
}

/** What configurations say, but for how they are spelt, and how rows without an id are called. */
function saidIn(files: Files): unknown {
  const all = [...reviewOf(files).records("cmoc")].map(({ entity }) => entity as Cmoc);
  return all
    .map(({ slots, evidence, status, theme }) => ({
      slots: slots.map((slot) => `${slotKey(slot)} ${slot.text.replace(/[\s.]+$/, "")}`),
      evidence: linksOf(evidence),
      status: status?.text,
      theme: theme?.text,
    }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

describe("converting between the three spellings", () => {
  for (const from of SPELLINGS)
    for (const to of SPELLINGS)
      it(`writes ${from} as ${to}`, () => {
        const made = converted({ "a.md": TEXTS[from], "l.md": lund }, to);
        assert.deepEqual(made, { files: { "a.md": TEXTS[to], "l.md": lund }, count: from === to ? 0 : 1, left: [] });
      });

  it("keeps a sentence whose joining words say more than the roles do as a note, and no other", () => {
    const fieldsOf = (sentence: string): string =>
      converted({ "a.md": `## CMOC TR1\n\n${sentence}\n` }, "fields").files["a.md"] ?? "";
    const telling =
      "Although pay is poor (C), pride grows (M), but only at night (O), which leads to harm (O) [@lund2010].";
    const fields = `## CMOC TR1\n\n- **C:** Although pay is poor\n- **M:** pride grows\n- **O:** only at night\n- **O:** harm [@lund2010]\n- note: as a sentence: ${telling}\n`;
    assert.equal(fieldsOf(telling), fields);
    const back = converted({ "a.md": fields }, "sentence").files["a.md"] ?? "";
    assert.match(back, /so that only at night \(O\) and harm \(O\) \[@lund2010\]\.\n\n- note: as a sentence: Although/);
    assert.equal(converted({ "a.md": back }, "fields").files["a.md"]?.match(/note:/g)?.length, 1, "not once more");
    for (const words of [
      "When a place (C), x is felt (M) → y happens (O) → z follows (O).",
      "When a place (C), x is felt (M) because y is so (M), so that z follows (O).",
      "When a place (C), but x is felt (M), so that z follows (O).",
    ])
      assert.ok(fieldsOf(words).includes(`- note: as a sentence: ${words}\n`), fieldsOf(words));
    for (const words of [
      "In contexts where a place (C) and where a town (C), x is felt (M), leading to y happens (O) and z follows (O).",
      "If a place (C), then x is felt (M), which results in y happens (O).",
      "When a place (C), a desk (M resource) → x is felt (M reasoning), thus y happens (O).",
      "Y happens (O) because x is felt (M) when a place (C).",
      "When a place (C), x is felt (M). But it is rare. So that y happens (O).",
    ])
      assert.ok(!fieldsOf(words).includes("as a sentence"), fieldsOf(words));
  });

  it("keeps words beside such a sentence once, and writes fields above a deeper heading", () => {
    const telling = "When a place (C), x is felt (M), which leads to y (M).";
    const made = converted(
      { "a.md": `## CMOC TR1\n\nOld words. ${telling} More words.\n\n### Deeper\n\n- note: below\n` },
      "fields",
    ).files["a.md"];
    assert.equal(
      made,
      `## CMOC TR1\n\n- **C:** a place\n- **M:** x is felt\n- **M:** y\n- note: as a sentence: ${telling}\n\nOld words. When More words.\n\n### Deeper\n\n- note: below\n`,
    );
  });

  it("makes records of rows, with an id for those that had none, and keeps the words about them", () => {
    const files = { "t.md": ROWS, "l.md": lund.replace("TR1 (M)", "X1") };
    const { files: after, count } = converted(files, "fields");
    assert.equal(count, 2);
    assert.match(
      after["t.md"] ?? "",
      /^# Rows\n\nWords\.\n\n## CMOC X1\n\n- status: supported\n- \*\*C:\*\* a\n[\s\S]*## CMOC X2\n\n- \*\*C:\*\* f\n/,
    );
    assert.deepEqual(saidIn(after), saidIn(files));
    assert.match(converted(files, "sentence").files["t.md"] ?? "", /## CMOC X1\n\nWhen a \(C\), b \(M resource\)/);
    assert.equal(converted(files, "table").count, 0, "a row is a table's already");
  });

  it("does what it can of a file or the review, and tells what stays and why", () => {
    const under =
      "## CMOC TR2\n\n- C: x\n- M: y\n  - inferred: nobody says so\n- O: z\n\n## CMOC TR3\n\nNo slot yet.\n\n## CMOC TR4\n\n- C: a\n\n## CMOC TR4\n\n- C: b\n- M: c\n";
    const files = { "a.md": FIELDS, "b.md": under, "l.md": lund };
    const { files: after, count, left } = converted(files, "sentence");
    assert.deepEqual(after, { ...files, "a.md": SENTENCE });
    assert.equal(count, 1);
    assert.deepEqual(left, [
      "TR2: What stands under its slots, such as “inferred” or “from”, has no place in a sentence.",
      "TR3: It has no slots yet.",
      "TR4: Two records have its id, or a row restates it. Give one another id first.",
      "TR4: Two records have its id, or a row restates it. Give one another id first.",
    ]);
    assert.equal(converted(files, "sentence", ["b.md"]).count, 0);
    const empty =
      "## CMOC TR1: A title\n\n| Context | Mechanism | Outcome |\n|---|---|---|\n| a place | a desk | peace |\n\n* **C:** [@lund2010]\n";
    const brought = converted({ "a.md": empty, "b.md": SENTENCE.replace("TR1", "TR5") }, "fields");
    assert.deepEqual(brought.left, ["TR1: TR1 has an empty context. Fill it, or take the label out."]);
    assert.deepEqual(brought.files, { "a.md": empty, "b.md": FIELDS.replace("TR1", "TR5") });
    const against = {
      "a.md":
        "## CMOC TR1\n\n| Context | Mechanism | Outcome | Evidence |\n|---|---|---|---|\n| a place | a desk → trust | peace; calm | @lund2010#e1 |\n\n- refines: @lund2010#e1\n- status: candidate\n",
      "b.md": SENTENCE.replace("TR1", "TR5"),
      "l.md": sourceFile("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n"),
    };
    const told = converted(against, "fields");
    assert.match(told.left.join(), /^TR1: @lund2010#e1 both refines and supports TR1/);
    assert.deepEqual(told.files, { ...against, "b.md": FIELDS.replace("TR1", "TR5") });
  });

  it("writes records of one file together with rows and with those that take two steps, and leaves what cannot be", () => {
    const many = Array.from({ length: 300 }, (_, at) => FIELDS.replace("TR1", `A${at + 1}`)).join("\n");
    const own = TABLE.replace("TR1", "B1");
    const odd = FIELDS.replace("TR1", "B2").replace("trust grows", "they met. They trusted");
    const files = {
      "a.md": `${ROWS}\n${many}\n${own}\n${odd}`,
      "l.md": sourceFile("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n"),
    };
    const { files: after, count, left } = converted(files, "sentence");
    assert.equal(count, 303);
    assert.deepEqual(
      left.map((each) => each.slice(0, 3)),
      ["B2:"],
    );
    assert.deepEqual(saidIn(after), saidIn(files));
  });

  it("tells which sign would part slots in a table, and in which slot", () => {
    const left = (from: string, words: string): readonly string[] =>
      converted({ "a.md": FIELDS.replace(from, words), "l.md": lund }, "table").left;
    const why = (sign: string, role: string): readonly string[] => [
      `TR1: “${sign}” in the words of ${role} would part slots in a table. Write it otherwise first.`,
    ];
    assert.deepEqual(left("partners meet", "partners; meet"), why(";", "C"));
    assert.deepEqual(left("trust grows", "trust → it grows"), why("→", "M"));
    assert.deepEqual(left("trust grows", "trust -> it grows"), why("->", "M"));
    assert.deepEqual(left("plans are settled", "plans | dates; rest"), why(";", "O"));
    assert.deepEqual(left("plans are settled", "plans | dates"), []);
    assert.match(left("partners meet", "partners (M) meet").join(), /so that every slot, link and word is kept/);
  });

  it("tells which slot, link or word would not come back", () => {
    const told = (record: string, to: Wanted): string => converted({ "a.md": record, "l.md": lund }, to).left.join();
    const cases: readonly (readonly [string, string, Wanted, RegExp])[] = [
      ["plans are settled", "O2 levels rise", "table", /O “O2 levels rise” would be read as O2 “levels rise”\.$/],
      [
        "partners meet",
        "a place. And another place",
        "sentence",
        /C “a place\. And another place” would be read as C “another place”\.$/,
      ],
      ["**C:**", "**C1, C2:**", "table", /C1, C2 share the words “partners meet”\.$/],
      [
        "settled\n",
        "settled\n  - supports: @lund2010#e9 — as said\n",
        "table",
        /The reason of the link to @lund2010#e9 would be lost: “as said”\.$/,
      ],
      [
        "settled\n",
        "settled\n  - refutes: @lund2010#e9\n",
        "sentence",
        /The link to @lund2010#e9 \(refutes\) would be lost\.$/,
      ],
      ["settled\n", "settled\n  - note: by hand\n", "sentence", /The note “by hand” would be lost\.$/],
    ];
    for (const [from, words, to, why] of cases) assert.match(told(FIELDS.replace(from, words), to), why);
    assert.match(
      told(SENTENCE.replace("trust grows (M)", "<b>trust grows (M)</b>"), "fields"),
      /This would be lost: <b>$/,
    );
    assert.match(
      told(ROWS.replace("@lund2010#e1", "[paper](y.pdf)"), "fields"),
      /This would be lost: \[paper\]\(y\.pdf\)/,
    );
  });

  it("leaves nothing half done: a row that can be no sentence stays a row", () => {
    const files = { "t.md": ROWS.replace("| a |", "| if (C) not. But x |") };
    const { left, files: after } = converted(files, "sentence");
    if (left.length > 0) assert.match(after["t.md"] ?? "", /\| X1 \| if/);
  });

  it("writes thousands of rows in time that grows with their number", () => {
    const rows = (count: number): string =>
      Array.from({ length: count }, (_, n) => `| TR${n} | a place ${n} | trust ${n} | peace ${n} |\n`).join("");
    const review = reviewOf({
      "a.md": `# T\n\n| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n${rows(2500)}`,
    });
    const begun = performance.now();
    const { count, left } = convert(review, "sentence");
    assert.deepEqual([count, left.length], [2500, 0]);
    // Each by itself would take 10 s.
    assert.ok(performance.now() - begun < 6000, `${performance.now() - begun} ms`);
  });

  it("brings no problem, and keeps slots, links, fields and words, whatever stands there; there and back too", () => {
    const cmoc = anyRecord.filter(({ text }) => text.startsWith("## CMOC"));
    let done = 0;
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyRecord, cmoc, cmoc, cmoc), { minLength: 2, maxLength: 4 }),
        fc.constantFrom(...SPELLINGS),
        (records, to) => {
          const files: Files = Object.fromEntries(
            records.map(({ text, source }, at) => [
              source ? "l.md" : `${at}.md`,
              text.replaceAll("## CMOC TR1", `## CMOC TR${at + 1}`),
            ]),
          );
          let last = files;
          for (const wanted of [to, "fields"] as const) {
            const { outcome, count } = convert(reviewOf(last), wanted);
            assert.ok(!isRefusal(outcome), JSON.stringify(outcome));
            const after = filesAfter(reviewOf(last), outcome);
            done += count;
            assert.deepEqual(newsIn(last, after), []);
            assert.deepEqual(saidIn(after), saidIn(last));
            last = after;
          }
          const [before, now] = [wordsOf(files), wordsOf(last)];
          const own =
            /^(?:when|so|that|and|in|c\d?|m\d?|o\d?|context|mechanism|outcome|final|resource|reasoning|layer|evidence|supports|they|it|lasts|then|br|id)$/;
          for (const [word, count] of before)
            if (!own.test(word)) assert.ok((now.get(word) ?? 0) >= count, `${word} is lost`);
        },
      ),
      runs(7),
    );
    assert.ok(done > 0, `${done} were converted`);
  });
});
