import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { parse } from "yaml";
import { FAMILY_MEANS } from "../../src/core/features/hover/manifest-words.ts";
import { DEFAULT_MANIFEST, LEVELS, readManifest } from "../../src/core/syntax/manifest.ts";
import { MANIFEST_KEYS, RULE_FAMILIES } from "../../src/core/syntax/manifest-keys.ts";
import { LANGUAGE_VERSION, SCHEME_NAMES } from "../../src/core/vocabulary.ts";

interface Schema {
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly maximum?: number;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly properties: { readonly [key: string]: Schema };
  readonly anyOf: readonly Schema[];
  readonly definitions: { readonly [key: string]: Schema };
}

const schema = JSON.parse(readFileSync("schemas/review.schema.json", "utf8")) as Schema;
const ajv = new Ajv({ strict: true, allowUnionTypes: true });
ajv.addVocabulary(["patternErrorMessage"]);
const validate = ajv.compile(schema as object);

const schemaTakes = (text: string): boolean => validate(parse(text));
/** Unknown keys are only warnings. */
const readerTakes = (text: string): boolean =>
  readManifest(text).findings.every((finding) => finding.rule === "yaml/key");

const GOOD = [
  "",
  "title: A review",
  "title: 2020",
  "title: ''",
  "title: true",
  "cmoc: 1",
  "cmoc: 1.0",
  "cmoc:",
  "questions: Why?",
  "questions: [Why?, 7]",
  "questions: []",
  "registration: 2026-03-02",
  "configuration: CMO",
  "configuration: ' icamo '",
  "configuration: [{ letter: P, label: Process }]",
  "configuration: [{ letter: Ж, label: Процесс, note: own }]",
  "appraisal: {}",
  "appraisal: { rigour: [low, high], own: 3, other: [1, 2] }",
  "coders: { JA: first, RM: }",
  "coders: [JA, RM]",
  "coders: JA",
  "coders: { Ana María: one, O'Brien: two, 7: three, 李: four }",
  "appraisal: { conceptual richness: [thin, rich], R&R: [low, high] }",
  "bibliography: references.bib",
  "bibliography: [./a/references.BIB, b.json, 'c d.ris']",
  "bibliography: [..a.bib, a..bib, a/...b/c.bib]",
  "texts: full texts/",
  "texts: 2020",
  "texts: ...",
  "exclude: [drafts/**, '*.tmp.md', '!drafts/a.md', '{a,b}/**', '**']",
  "decisions: screening/decisions.csv",
  "checks: { cmoc/single-source: hint, wording: off }",
  "checks: { wording: false, own/rule: error }",
  "zotero: { anything: [goes] }",
  MANIFEST_KEYS.map((key) => `${key}:`).join("\n"),
];

const BAD = [
  "- a list",
  "just words",
  "title: [a]",
  "title: { a: b }",
  "cmoc: 2",
  "cmoc: 0",
  "cmoc: '1'",
  "cmoc: 1.5",
  "cmoc: one",
  "questions: { a: b }",
  "questions: ['']",
  "questions: ['  ']",
  "questions: [[a]]",
  "questions: [null]",
  "registration: []",
  "configuration: CMOX",
  "configuration: 4",
  "configuration: {}",
  "configuration: []",
  "configuration: [P]",
  "configuration: [{ letter: p, label: Process }]",
  "configuration: [{ letter: PQ, label: Process }]",
  "configuration: [{ letter: P }]",
  "configuration: [{ letter: P, label: '' }]",
  "configuration: [{ letter: P, label: }]",
  "configuration: [{ letter: 1, label: One }]",
  "appraisal: high",
  "appraisal: [high]",
  "appraisal: { rigour: }",
  "appraisal: { rigour: [] }",
  "appraisal: { rigour: [low, low] }",
  "appraisal: { rigour: { low: 1 } }",
  "appraisal: { rigour: [[low]] }",
  "coders: { JA: [x] }",
  "coders: [JA, JA]",
  "coders: [{ JA: x }]",
  "coders: { 'A (x)': one }",
  "coders: ['J, A']",
  "coders: 'A: B'",
  `coders: [${"x".repeat(61)}]`,
  "appraisal: { status: [low, high] }",
  "bibliography: references.docx",
  "bibliography: [4]",
  "bibliography: { a: b.bib }",
  ...[
    "/a.bib",
    "../a.bib",
    "a/../../b.bib",
    "a/../b.bib",
    "~/a.bib",
    "'C:\\a.bib'",
    "C:/a.bib",
    "'a\\b.bib'",
    "file:///a.bib",
    "https://example.org/a.bib",
    '"a\\0.bib"',
    "a/..",
  ].flatMap((path) => [`bibliography: ${path}`, `decisions: [${path}]`, `texts: ${path}`, `exclude: [${path}]`]),
  "exclude: ['!../a']",
  "exclude: ['!/a']",
  "exclude: ['!']",
  "exclude: [./]",
  "texts: .",
  "texts: ''",
  "texts: [a]",
  "decisions: ['.']",
  `exclude: ${"a".repeat(1001)}`,
  "checks: off",
  "checks: [wording]",
  "checks: { wording: loud }",
  "checks: { wording: true }",
  "checks: { wording: }",
  "checks: { wording: [off] }",
];

describe("schemas/review.schema.json", () => {
  it("says of each family of checks what is said of it under the pointer", () => {
    const checks = schema.properties.checks?.anyOf[0]?.properties ?? {};
    const said = Object.fromEntries(Object.entries(checks).map(([family, { description }]) => [family, description]));
    assert.deepEqual(said, FAMILY_MEANS);
  });

  it("is held to the same manifests as the reader", () => {
    for (const text of GOOD) {
      assert.ok(schemaTakes(text), `schema: ${text}: ${ajv.errorsText(validate.errors)}`);
      assert.ok(readerTakes(text), `reader: ${text}: ${JSON.stringify(readManifest(text).findings)}`);
    }
    for (const text of BAD) {
      assert.ok(!schemaTakes(text), `schema takes ${text}`);
      assert.ok(!readerTakes(text), `reader takes ${text}`);
    }
  });

  it("knows the keys, schemes, levels, families and version of the reader", () => {
    assert.deepEqual(Object.keys(schema.properties), [...MANIFEST_KEYS]);
    assert.deepEqual(schema.properties.configuration?.anyOf[0]?.enum, [...SCHEME_NAMES]);
    assert.deepEqual(schema.definitions.level?.enum, [...LEVELS, false]);
    assert.deepEqual(Object.keys(schema.properties.checks?.anyOf[0]?.properties ?? {}), [...RULE_FAMILIES]);
    assert.equal(schema.properties.cmoc?.anyOf[0]?.maximum, LANGUAGE_VERSION);
    for (const name of SCHEME_NAMES) assert.ok(schemaTakes(`configuration: ${name.toLowerCase()}`));
  });

  it("states the reader's defaults", () => {
    assert.equal(schema.properties.texts?.default, DEFAULT_MANIFEST.texts);
    assert.equal(schema.properties.cmoc?.default, DEFAULT_MANIFEST.version);
    assert.equal(schema.properties.configuration?.default, DEFAULT_MANIFEST.scheme.name);
    const told = schema.properties.appraisal?.description ?? "";
    for (const [scale, values] of Object.entries(DEFAULT_MANIFEST.appraisal)) {
      assert.ok(told.includes(`${scale} (${values.join(", ")})`), scale);
    }
  });

  it("describes every key, with examples that are valid", () => {
    for (const [key, property] of Object.entries(schema.properties)) {
      assert.ok((property.description ?? "").length > 20, key);
      for (const example of property.examples ?? [])
        assert.ok(validate({ [key]: example }), `${key}: ${ajv.errorsText(validate.errors)}`);
    }
  });

  it("lets the reader be stricter only where a schema cannot see", () => {
    const stricter = [
      "configuration: [{ letter: P, label: Process }, { letter: P, label: Plan }]",
      "appraisal: { rigour: [low, Low] }",
      "coders: [_A_]",
      `exclude: '${"{a,b}".repeat(7)}'`,
    ];
    for (const text of stricter) assert.deepEqual([schemaTakes(text), readerTakes(text)], [true, false], text);
  });
});
