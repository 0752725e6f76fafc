/** The table of fields, as the language's reference has it: written here again, so that none can be lost. */
import assert from "node:assert/strict";
import { type FieldWords, fieldOf, type Kind, SLOT_FIELDS, FIELDS as TABLE } from "../../../src/core/vocabulary.ts";
import { slotsIn } from "../reviews.ts";
import { named, type Read, readRecord } from "./records.ts";

interface Row {
  readonly label: string;
  readonly also?: readonly string[];
  readonly value: string;
  /** What the record holds then, and how that is found. */
  readonly holds: unknown;
  readonly in: string | ((read: Read) => unknown);
  /** A single-valued field has another value here, of which nothing is read when it stands second. */
  readonly second?: string;
}

const KINDS: readonly Kind[] = ["cmoc", "theory", "demi-regularity", "extract", "code", "memo"];
const BOUNDARY = ["boundaries", "boundary condition", "boundary conditions"];
const COUNTER = ["counterexample", "counter-examples", "counter-example"];
const CMOCS = ["configuration", "cmocs", "cmoc", "cmos"];

const text = (label: string, key = label, also: readonly string[] = []): Row => ({
  label,
  also,
  value: "some words",
  holds: "some words",
  in: key,
  second: "others",
});
const choice = (label: string, value: string, second: string, key = label): Row => ({
  label,
  value,
  holds: value,
  in: key,
  second,
});
const texts = (label: string, also: readonly string[]): Row => ({
  label,
  also,
  value: "some words",
  holds: ["some words"],
  in: label,
});
const names = (label: string, value: string, holds: readonly string[], also: readonly string[] = []): Row => ({
  label,
  also,
  value,
  holds,
  in: (read) => named(read, label),
});
/** What evidence says at a record, and at an extract. */
const stances = (value: string, holds: (stance: string) => unknown, key: string): readonly Row[] =>
  ["support", "refute", "refine"].map((word) => ({
    label: `${word}s`,
    also: [word, `${word.replace(/e$/, "")}ed by`],
    value,
    holds: holds(`${word}s`),
    in: key,
  }));
const evidence = stances(
  "@l1#e1 (C) — a reason",
  (stance) => [{ source: "l1", extract: "@l1#e1", stance, slots: ["C"], note: "a reason" }],
  "evidence",
);
const every: readonly Row[] = [
  { label: "note", also: ["notes"], value: "some words", holds: ["some words"], in: "notes" },
  { label: "tags", also: ["tag"], value: "trust, early; late", holds: ["trust", "early", "late"], in: "tags" },
];
const relation = (label: string, also: readonly string[] = []): Row => ({
  label,
  also,
  value: "TR1, TR2 — a reason",
  holds: ["TR1", "TR2"].map((target) => ({ type: label, target, note: "a reason" })),
  in: "links",
});

const FIELDS: { readonly [kind in Kind]: readonly Row[] } = {
  cmoc: [
    choice("status", "supported", "refined"),
    { label: "theme", also: ["themes"], value: "A / B", holds: "A / B", in: "theme", second: "C" },
    { label: "confidence", value: "low — few", holds: "low — few", in: "confidence", second: "high" },
    { label: "theory", also: ["theories"], value: "PT1", holds: ["PT1"], in: "theories", second: "Theory2" },
    ...evidence,
    relation("leads to", ["lead to"]),
    relation("moderates", ["moderate"]),
    relation("rival of", ["rival", "rivals"]),
    relation("specialises", ["specializes", "specialise", "specialize"]),
    relation("merges", ["merge"]),
    relation("merged into"),
  ],
  theory: [
    choice("stage", "refined", "final"),
    choice("scope", "middle-range", "programme"),
    { label: "configurations", also: CMOCS, value: "TR1–TR2", holds: ["TR1", "TR2"], in: "configurations" },
    { label: "draws on", also: ["draw on"], value: "@l1 — faith, PT1", holds: ["@l1"], in: "drawsOn" },
    { label: "replaces", also: ["replace"], value: "PT1", holds: ["PT1"], in: "replaces" },
    ...evidence,
    texts("boundary", BOUNDARY),
    texts("counterexamples", COUNTER),
    names("rival of", "PT1", ["PT1"], ["rival", "rivals"]),
  ],
  "demi-regularity": [
    { label: "configurations", also: CMOCS, value: "TR1–TR2", holds: ["TR1", "TR2"], in: "configurations" },
    texts("moderators", ["moderator"]),
    texts("boundary", BOUNDARY),
    texts("counterexamples", COUNTER),
    ...evidence,
  ],
  extract: [
    text("at"),
    text("paraphrase"),
    choice("voice", "finding", "author"),
    ...stances("TR1 (C) — a reason", (type) => [{ type, target: "TR1", slots: ["C"], note: "a reason" }], "links"),
    text("parked"),
    text("coder"),
    choice("origin", "retroductive", "deductive"),
    text("annotation"),
    choice("relevance", "low", "high"),
    choice("richness", "thin", "rich"),
    { ...choice("rigour", "low", "high"), also: ["rigor"] },
  ],
  code: [
    choice("role", "C", "Mechanism"),
    text("definition"),
    choice("origin", "retroductive", "deductive"),
    { label: "parent", value: "trust", holds: "trust", in: "parent", second: "x1" },
    { label: "replaced by", value: "trust", holds: "trust", in: "replacedBy", second: "x1" },
    text("retired"),
  ],
  memo: [
    names("about", "TR1, PT1, @l1#e1, Code trust", ["TR1", "PT1", "@l1#e1", "trust"]),
    text("by"),
    choice("kind", "decision", "method", "memoKind"),
  ],
};

const found = (row: Row, read: Read): unknown => (typeof row.in === "string" ? read.json[row.in] : row.in(read));

for (const kind of KINDS) {
  describe(`the fields of a ${kind}`, () => {
    for (const row of [...FIELDS[kind], ...every]) {
      it(`${[row.label, ...(row.also ?? [])].join(", ")}`, () => {
        for (const label of [row.label, ...(row.also ?? [])]) {
          const read = readRecord(kind, `- ${label}: ${row.value}`);
          assert.deepEqual(found(row, read), row.holds, label);
          assert.deepEqual(
            read.said.filter((each) => !each.startsWith("ref/in-reason")),
            [],
            label,
          );
        }
        const written = `${row.label.charAt(0).toUpperCase()}${row.label.slice(1)}`;
        assert.deepEqual(found(row, readRecord(kind, `- **${written}:** ${row.value}`)), row.holds, "bold, a capital");
      });

      if (row.second !== undefined)
        it(`${row.label} is read once, and the second is told`, () => {
          const read = readRecord(kind, `- ${row.label}: ${row.value}`, `- ${row.label}: ${row.second}`);
          assert.deepEqual(found(row, read), row.holds);
          assert.deepEqual(read.said, [`field/twice: ${row.label}`]);
        });
    }
  });
}

describe("the table of fields", () => {
  const repeats = (fields: readonly FieldWords[], label: string): boolean | undefined =>
    fieldOf(fields, label)?.repeats;

  it("says which may repeat", () => {
    for (const kind of KINDS)
      for (const { label, second } of [...FIELDS[kind], ...every])
        if (label !== "merged into")
          assert.equal(repeats(TABLE[kind], label), second === undefined && label !== "tags", `${kind} ${label}`);
    for (const label of ["resource", "reasoning", "supports", "refutes", "refines", "note"])
      assert.equal(repeats(SLOT_FIELDS, label), true, label);
    for (const label of ["inferred", "from", "layer"]) assert.equal(repeats(SLOT_FIELDS, label), false, label);
  });

  it("has no others", () => {
    for (const kind of KINDS)
      assert.deepEqual(
        TABLE[kind].map(({ label }) => label).sort(),
        [...FIELDS[kind], ...every].map(({ label }) => label).sort(),
        kind,
      );
  });
});

describe("fields that may repeat", () => {
  const REPEATING: readonly [Kind, string, string, string, number][] = [
    ["cmoc", "leads to", "TR1", "TR2", 2],
    ["cmoc", "moderates", "TR1", "TR2", 2],
    ["cmoc", "rival of", "TR1", "TR2", 2],
    ["cmoc", "specialises", "TR1", "TR2", 2],
    ["cmoc", "merges", "TR1", "TR2", 2],
    ["theory", "configurations", "TR1", "TR2", 2],
    ["theory", "draws on", "@l1", "PT1", 2],
    ["theory", "replaces", "PT1", "Theory 2", 2],
    ["theory", "rival of", "PT1", "Theory 2", 2],
    ["demi-regularity", "configurations", "TR1", "TR2", 2],
    ["memo", "about", "TR1", "PT1", 2],
    ...(["cmoc", "theory", "demi-regularity"] as const).flatMap((kind) =>
      ["supports", "refutes", "refines"].map((stance): [Kind, string, string, string, number] => [
        kind,
        stance,
        "@l1#e1",
        "@l1#e2",
        2,
      ]),
    ),
    ...["supports", "refutes", "refines"].map((stance): [Kind, string, string, string, number] => [
      "extract",
      stance,
      "TR1",
      "TR2",
      2,
    ]),
  ];
  for (const [kind, label, one, other, count] of REPEATING)
    it(`${label} of a ${kind}`, () => {
      const read = readRecord(kind, `- ${label}: ${one}`, `- ${label}: ${other}`);
      assert.equal(named(read, label).length, count);
      assert.deepEqual(read.said, []);
    });

  it("boundary, counterexamples, moderators and note", () => {
    for (const [kind, label] of [
      ["theory", "boundary"],
      ["theory", "counterexamples"],
      ["demi-regularity", "boundary"],
      ["demi-regularity", "counterexamples"],
      ["demi-regularity", "moderators"],
      ...KINDS.map((each) => [each, "note"] as const),
    ] as const) {
      const read = readRecord(kind, `- ${label}: one`, `- ${label}: other`);
      assert.deepEqual(read.json[label === "note" ? "notes" : label], ["one", "other"], `${kind} ${label}`);
      assert.deepEqual(read.said, []);
    }
  });
});

describe("a bare number", () => {
  const BARE: readonly [Kind, string, string, readonly string[]][] = [
    ...["theory", "theories"].map((label): [Kind, string, string, readonly string[]] => [
      "cmoc",
      label,
      "theory",
      ["Theory2"],
    ]),
    ...["leads to", "moderates", "rival of", "specialises", "merges", "merged into"].map(
      (label): [Kind, string, string, readonly string[]] => ["cmoc", label, label, ["CMOC2"]],
    ),
    ["theory", "configurations", "configurations", ["CMOC2"]],
    ["theory", "replaces", "replaces", ["Theory2"]],
    ["theory", "rival of", "rival of", ["Theory2"]],
    ["theory", "rivals", "rival of", ["Theory2"]],
    ["demi-regularity", "configurations", "configurations", ["CMOC2"]],
    ["extract", "supports", "supports", ["CMOC2"]],
    ["extract", "refutes", "refutes", ["CMOC2"]],
    ["extract", "refines", "refines", ["CMOC2"]],
    ["memo", "about", "about", ["CMOC2"]],
    ["code", "parent", "parent", ["2"]],
    ["code", "replaced by", "replaced by", ["2"]],
  ];
  for (const [kind, label, field, ids] of BARE)
    it(`in ${label} of a ${kind} is ${ids.join()}`, () => {
      assert.deepEqual(named(readRecord(kind, `- ${label}: 2`), field), ids);
    });

  it("in a range too", () => {
    assert.deepEqual(named(readRecord("theory", "- configurations: 3–4, 1"), "configurations"), [
      "CMOC3",
      "CMOC4",
      "CMOC1",
    ]);
    assert.deepEqual(named(readRecord("extract", "- supports: 3–4"), "supports"), ["CMOC3", "CMOC4"]);
  });
});

describe("what stands under a slot", () => {
  it("parts with numbers of their own", () => {
    assert.deepEqual(
      slotsIn("## CMOC TR1\n\n- M:\n  - resource 1: a\n  - response 1: b\n  - resource 2: c\n  - reaction 2a: d\n"),
      ["M1 resource: a", "M1 reasoning: b", "M2 resource: c", "M2a reasoning: d"],
    );
  });

  it("slots, where the label above has no text", () => {
    for (const [lines, want] of [
      ["- O:\n  - peace\n  - O2: joy\n  - Outcome (final): war", ["O: peace", "O2: joy", "O final: war"]],
      ["- O: peace\n  - joy", ["O: peace"]],
      ["- C:\n  - a place\n    - note: so", ["C: a place"]],
      ["- C: –\n  - a place", ["C: a place"]],
      ["- C: …", []],
    ] as const)
      assert.deepEqual(slotsIn(`## CMOC TR1\n\n${lines}\n`), want, lines);
  });

  const slots = (...lines: readonly string[]): unknown =>
    (readRecord("cmoc", "- M: trust grows", ...lines).json.slots as readonly unknown[]).slice(1);
  const trust = { role: "M", text: "trust grows" };

  it("resource and reasoning, by every name", () => {
    for (const label of ["resource", "resources", "Resource", "M-resource"])
      assert.deepEqual(slots(`  - ${label}: a talk`), [trust, { role: "M", part: "resource", text: "a talk" }], label);
    for (const label of ["reasoning", "reasonings", "response", "responses", "reaction", "reactions", "M-response"])
      assert.deepEqual(slots(`  - ${label}: a nod`), [trust, { role: "M", part: "reasoning", text: "a nod" }], label);
    assert.equal((slots("  - resource: a", "  - resource: b", "  - response: c", "  - response: d") as []).length, 5);
  });

  it("evidence of every stance, by every name, which speaks to that slot", () => {
    for (const word of ["support", "refute", "refine"])
      for (const label of [`${word}s`, word, `${word.replace(/e$/, "")}ed by`]) {
        const { json } = readRecord("cmoc", "- M: trust grows", `  - ${label}: @l1#e1 — why`);
        assert.deepEqual(
          json.evidence,
          [{ source: "l1", extract: "@l1#e1", stance: `${word}s`, slots: ["M"], note: "why" }],
          label,
        );
      }
  });

  it("inferred, from, layer", () => {
    assert.deepEqual(slots("  - inferred: nobody says it"), [{ ...trust, inferred: "nobody says it" }]);
    assert.deepEqual(slots("  - from: C"), [{ ...trust, from: ["C"] }]);
    assert.deepEqual(slots("  - from: C1, M2"), [{ ...trust, from: ["C1", "M2"] }]);
    assert.deepEqual(slots("  - from: many things"), [trust]);
    assert.deepEqual(readRecord("cmoc", "- M: trust grows", "  - from: many things").said, [
      "field/value: many things",
    ]);
    assert.deepEqual(readRecord("cmoc", "- M: trust grows", "  - from: C").said, []);
  });

  it("a note, which is the record's", () => {
    const read = readRecord("cmoc", "- M: trust grows", "  - note: see there", "  - notes: and here");
    assert.deepEqual(read.json.notes, ["see there", "and here"]);
    assert.deepEqual(read.json.slots, [{ role: "C", text: "a place" }, trust]);
  });
});
