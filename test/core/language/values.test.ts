/** The values of every choice, as the language's reference lists them. */
import assert from "node:assert/strict";
import { readManifest } from "../../../src/core/syntax/manifest.ts";
import type { Kind } from "../../../src/core/vocabulary.ts";
import { reviewOf } from "../reviews.ts";
import { count, told } from "../rules/telling.ts";
import { readRecord } from "./records.ts";

const CHOICES: readonly [Kind, string, string, readonly string[]][] = [
  ["cmoc", "status", "status", ["candidate", "supported", "refined", "refuted", "merged", "retired"]],
  ["theory", "stage", "stage", ["initial", "candidate", "refined", "final"]],
  ["theory", "scope", "scope", ["programme", "middle-range"]],
  ["extract", "voice", "voice", ["author", "participant", "finding"]],
  ["extract", "origin", "origin", ["deductive", "inductive", "retroductive"]],
  ["code", "origin", "origin", ["deductive", "inductive", "retroductive"]],
  ["memo", "kind", "memoKind", ["analytic", "method", "decision", "consensus"]],
];

for (const [kind, label, key, values] of CHOICES) {
  describe(`${label} of a ${kind}`, () => {
    for (const value of values)
      it(`may be ${value}, in any case, with a full stop`, () => {
        for (const written of [value, value.toUpperCase(), `${value}.`]) {
          const read = readRecord(kind, `- ${label}: ${written}`);
          assert.equal(read.json[key], value);
          assert.deepEqual(read.said, []);
        }
      });

    it("has no other values, and says which it has", () => {
      assert.deepEqual(readRecord(kind, `- ${label}: sundry`).said, ["field/value: sundry"]);
      assert.equal(readRecord(kind, `- ${label}: sundry`).json[key], "sundry");
      const head = kind === "extract" ? "---\ncitekey: l1\n---\n\n## Extract x1\n\n" : `## ${kind} X1\n\n`;
      const said = told("field/value", { "a.md": `${head}- ${label}: sundry\n` })[0] ?? "";
      assert.match(
        said,
        new RegExp(`no value of ${label}\\. Use ${values.slice(0, -1).join(", ")} or ${values.at(-1)}`),
      );
    });
  });
}

describe("a choice and its reason", () => {
  it("are parted by any dash", () => {
    for (const dash of [" — ", " – ", " - ", " -- ", " --- ", " ― ", " − ", "—"]) {
      const { json, said } = readRecord("cmoc", `- status: refined${dash}two studies`, `- confidence: High${dash}many`);
      assert.deepEqual([json.status, json.confidence, said], ["refined", "high — many", []], dash);
    }
    for (const value of ["low", "moderate", "high"]) {
      const { json, said } = readRecord("cmoc", `- confidence: ${value.toUpperCase()}`);
      assert.deepEqual([json.confidence, said], [value, []]);
    }
  });

  it("of an extract's appraisal are held against the review's own scale", () => {
    for (const scale of ["relevance", "richness", "rigour"])
      for (const [value, times] of [
        ["low — so", 0],
        ["Low", 0],
        ["nil — so", 1],
      ] as const) {
        const files = {
          "review.yaml": `appraisal: { ${scale}: [low, high] }\n`,
          "l.md": `---\ncitekey: l1\n---\n\n## Extract e1\n\n- ${scale}: ${value}\n`,
        };
        assert.equal(count("field/value", files), times, `${scale}: ${value}`);
      }
  });
});

describe("the layer of a context", () => {
  const LAYERS = "individual interpersonal institutional infrastructural micro meso macro".split(" ");
  const layers = (...lines: readonly string[]): readonly unknown[] =>
    (readRecord("cmoc", ...lines).json.slots as readonly { layer?: string }[]).map((slot) => slot.layer);

  for (const layer of LAYERS)
    it(`may be ${layer}`, () => {
      assert.deepEqual(layers(`  - layer: ${layer}`), [layer]);
      assert.deepEqual(layers(`  - layer: ${layer.toUpperCase()}`), [layer]);
      assert.deepEqual(readRecord("cmoc", `  - layer: ${layer}`).said, []);
      assert.deepEqual(layers(`- Context (${layer}): at a time`), [undefined, layer]);
    });

  it("has no other values", () => {
    assert.deepEqual(readRecord("cmoc", "  - layer: nano").said, ["field/value: nano"]);
    assert.deepEqual(layers("  - layer: nano"), ["nano"]);
  });
});

describe("the status of a source", () => {
  const status = (value: string): string | undefined =>
    reviewOf({ "l.md": `---\ncitekey: l1\nstatus: ${value}\n---\n` }).source("l1")?.status;

  it("is included, excluded or awaiting", () => {
    for (const value of ["included", "excluded", "awaiting"]) {
      assert.equal(status(value), value);
      assert.equal(count("field/value", { "l.md": `---\ncitekey: l1\nstatus: ${value}\nreason: so\n---\n` }), 0);
    }
    assert.equal(count("field/value", { "l.md": "---\ncitekey: l1\nstatus: maybe\n---\n" }), 1);
  });
});

describe("the scales of an appraisal", () => {
  it("are those of the manifest, lowest first, and three without one", () => {
    const { appraisal } = readManifest("cmoc: 1\n").manifest;
    assert.deepEqual(
      { ...appraisal },
      {
        relevance: ["low", "moderate", "high"],
        richness: ["thin", "thick", "rich"],
        rigour: ["low", "moderate", "high"],
      },
    );
  });
});
