/** Every label, alias and value of the language, written out: what is taken from the table is missed here. */
import assert from "node:assert/strict";
import { FIELDS, fieldOf, type Kind, SLOT_FIELDS } from "../../../src/core/vocabulary.ts";
import { cmocsIn, recordsIn, rulesIn, sourceFile } from "../reviews.ts";

const EVERY = ["note notes", "tags tag"];
const STANCES = ["supports support/supported by", "refutes refute/refuted by", "refines refine/refined by"];
const LIMITS = [
  "boundary boundaries/boundary condition/boundary conditions",
  "counterexamples counterexample/counter-examples/counter-example",
];
const MEMBERS = "configurations configuration/cmocs/cmoc/cmos";

/** Labels by kind, each with its aliases after a space, parted by slashes; `_` stands for a space in a label. */
const LABELS: { readonly [kind in Kind | "slot"]: readonly string[] } = {
  cmoc: [
    "status",
    "theme themes",
    "confidence",
    "theory theories",
    ...STANCES,
    "leads_to lead to",
    "moderates moderate",
    "rival_of rival/rivals",
    "specialises specializes/specialise/specialize",
    "merges merge",
    "merged_into",
    ...EVERY,
  ],
  slot: [
    "resource resources/m-resource",
    "reasoning response/responses/reaction/reactions/reasonings",
    ...STANCES,
    "inferred",
    "from",
    "layer",
    ...EVERY,
  ],
  theory: [
    "stage",
    "scope",
    MEMBERS,
    "draws_on draw on",
    "replaces replace",
    ...STANCES,
    ...LIMITS,
    "rival_of rival/rivals",
    ...EVERY,
  ],
  "demi-regularity": [MEMBERS, "moderators moderator", ...LIMITS, ...STANCES, ...EVERY],
  extract: [
    "at",
    "paraphrase",
    "annotation",
    "voice",
    ...STANCES,
    "parked",
    "coder",
    "origin",
    "relevance",
    "richness",
    "rigour rigor",
    ...EVERY,
  ],
  code: ["role", "definition", "origin", "parent", "replaced_by", "retired", ...EVERY],
  memo: ["about", "by", "kind", ...EVERY],
};

const VALUES: readonly (readonly [Kind | "slot", string, string])[] = [
  ["cmoc", "status", "candidate supported refined refuted merged retired"],
  ["cmoc", "confidence", "low moderate high"],
  ["slot", "layer", "individual interpersonal institutional infrastructural micro meso macro"],
  ["theory", "stage", "initial candidate refined final"],
  ["theory", "scope", "programme middle-range"],
  ["extract", "voice", "author participant finding"],
  ["extract", "origin", "deductive inductive retroductive"],
  ["code", "origin", "deductive inductive retroductive"],
  ["memo", "kind", "analytic method decision consensus"],
];

describe("the vocabulary", () => {
  for (const [kind, labels] of Object.entries(LABELS)) {
    const fields = kind === "slot" ? SLOT_FIELDS : FIELDS[kind as Kind];
    it(`of a ${kind} has its labels and aliases, and no other`, () => {
      const written = labels.map((line) => {
        const [label = "", ...aliases] = line.split(" ");
        return {
          label: label.replaceAll("_", " "),
          aliases: aliases
            .join(" ")
            .split("/")
            .filter((each) => each !== ""),
        };
      });
      for (const { label, aliases } of written)
        for (const each of [label, ...aliases]) assert.equal(fieldOf(fields, each)?.label, label, each);
      const all = fields.flatMap((field) => [field.label, ...(field.aliases ?? [])]);
      assert.deepEqual(all.sort(), written.flatMap(({ label, aliases }) => [label, ...aliases]).sort());
    });
  }

  it("is found by any label that lower case makes one of its own, and by no other", () => {
    for (const fields of [...Object.values(FIELDS), SLOT_FIELDS]) {
      for (const { label, aliases = [] } of fields) {
        for (const each of [label, ...aliases]) {
          for (const written of [
            each.toUpperCase(),
            `${each.charAt(0).toUpperCase()}${each.slice(1)}`,
            each.replace("k", "\u212a"),
          ])
            assert.equal(fieldOf(fields, written)?.label, label, written);
          for (const other of [
            `${each}x`,
            each.slice(1),
            each.replace(/^./, "é"),
            each.replace(/.$/, "["),
            ` ${each.slice(1)}`,
          ])
            assert.equal(fieldOf(fields, other), fieldOf(fields, other.toLowerCase()), other);
          assert.equal(fieldOf(fields, each.replace(/.$/, "[")), undefined);
        }
      }
    }
  });

  for (const [kind, label, values] of VALUES) {
    it(`of ${label} (${kind}) has its values, in order`, () => {
      const fields = kind === "slot" ? SLOT_FIELDS : FIELDS[kind];
      assert.deepEqual(fieldOf(fields, label)?.values, values.split(" "));
    });
  }

  it("is read into what is printed", () => {
    const [cmoc] = cmocsIn(
      "## CMOC TR1\n\n- **C:** a\n  - layer: Macro\n- **M:** b\n  - from: C\n- tags: x; y\n- merges: TR2\n- merged into: TR3\n",
    );
    assert.deepEqual(cmoc.tags, ["x", "y"]);
    assert.equal(cmoc.slots[0].layer, "macro");
    assert.deepEqual(cmoc.slots[1].from, ["C"]);
    const relations = JSON.stringify(cmoc.links);
    for (const each of ["merges", "TR2", "merged into", "TR3"]) assert.ok(relations.includes(each), each);
    const [theory] = recordsIn(
      { "a.md": "# Theory PT1\n\n- scope: middle-range\n- rival of: 2\n\n# Theory 2\n\n- stage: initial\n" },
      "theory",
    );
    assert.equal(theory.scope, "middle-range");
    const [extract] = recordsIn(
      {
        "l.md": sourceFile(
          "l1",
          "## Extract e1\n\n> x\n\n- voice: Author\n- relevance: high — why\n- origin: inductive\n",
        ),
      },
      "extract",
    );
    assert.equal(extract.voice, "author");
    assert.ok(JSON.stringify(extract).includes("inductive"));
    const [memo] = recordsIn({ "a.md": "## Memo 1\n\n- by: JA\n- kind: consensus\n" }, "memo");
    assert.ok(JSON.stringify(memo).includes("consensus") && JSON.stringify(memo).includes("JA"));
  });

  it("tells of values off a list", () => {
    for (const text of [
      "# Theory PT1\n\n- scope: wide\n",
      "## Memo 1\n\n- kind: idle\n",
      "## Code a1\n\n- origin: odd\n",
    ])
      assert.ok(rulesIn({ "a.md": text }).includes("field/value"), text);
    assert.ok(
      rulesIn({
        "l.md": sourceFile("l1", "## Extract e1\n\n> x\n\n- at: p. 1\n- parked: y\n- origin: odd\n"),
      }).includes("field/value"),
    );
  });
});
