/** What people are told: each message names the thing, what is wrong, and what would mend it. */
import assert from "node:assert/strict";
import type { Files } from "../reviews.ts";
import { cmoc, count, extract, SLOTS, source, sourceWith, told } from "../rules/telling.ts";

const said = (rule: string, files: Files): string => told(rule, files)[0] ?? "";
const manifest = (rule: string, yaml: string): string => said(rule, { "review.yaml": yaml });

describe("messages on review.yaml", () => {
  it("say which value is wrong, and what may stand there", () => {
    for (const [yaml, want] of [
      ["title: [a]", /A list is no value of title\. Write one text after the colon\./],
      ["title: { a: b }", /A map is no value of title\. Write one text/],
      ["exclude: { a: b }", /A map is no value of exclude\. Write a list of texts/],
      ["appraisal: high", /“high” is no value of appraisal\. Write “key: value” lines/],
      ["appraisal: { richness: }", /An empty value is no value of appraisal\.richness\. Write the values as a list/],
      ["configuration: { a: b }", /A map is no value of configuration\. Write CMO, CIMO/],
      ["configuration: [{ letter: pp, label: X }]", /“pp” is no value of configuration\.letter\. Write one capital/],
      ["coders: [JA, JA]", /“JA” is no value of coders\. It stands there already/],
      ["cmoc: one", /“one” is no value of cmoc\. Write a whole number/],
      ["configuration: XYZ", /“XYZ” is no value of configuration\. Use CMO, .* or ICMO\./],
      ["checks: { wording: loud }", /“loud” is no value of checks\.wording\. Use off, .* or error\./],
    ] as const)
      assert.match(manifest("yaml/value", `${yaml}\n`), want, yaml);
  });

  it("say which key nothing knows, where it stands, and which is near", () => {
    for (const [yaml, want] of [
      ["titel: x", /“titel” is no key of review\.yaml\. Did you mean title\?$/],
      ["whatever: x", /“whatever” is no key of review\.yaml\. Mend its name, or take it out\.$/],
      ["configuration: [{ letter: P, label: Q, more: x }]", /“more” is no key of configuration\./],
      ["checks: { wordin: off }", /“wordin” is neither a check nor a family of checks\. Did you mean wording\?$/],
      ["checks: { whatever: off }", /“whatever” is neither a check nor a family of checks\. Mend its name/],
    ] as const)
      assert.match(manifest("yaml/key", `${yaml}\n`), want, yaml);
  });

  it("say why a path is none", () => {
    for (const [path, want] of [
      ["../a", "leaves the review"],
      ["/a", "begins with a slash"],
      ["C:/a", "names a drive"],
      ["https://a.b/c", "is an address on the web"],
      ["~/a", "names a home folder"],
      [".", "is the review itself"],
    ] as const)
      assert.ok(manifest("manifest/path", `texts: "${path}"\n`).includes(want), path);
  });
});

describe("messages on references", () => {
  it("offer an extract's near names under its source, and a source's", () => {
    const lund = { "l.md": source("lund2010", extract("site12", "- parked: so")) };
    const at = (reference: string): string =>
      [
        ...told("ref/unknown", { ...lund, "a.md": cmoc("TR1", ...SLOTS, `- supports: ${reference}`) }),
        ...told("source/unknown-key", { ...lund, "a.md": cmoc("TR1", ...SLOTS, `- supports: ${reference}`) }),
      ].join();
    assert.match(at("@lund2010#site21"), /called @lund2010#site21\. Did you mean @lund2010#site12\?/);
    assert.doesNotMatch(at("@lund2010#other9"), /Did you mean/);
    assert.match(at("@lund2100#site12"), /citation key lund2100\. Did you mean @lund2010\?/);
  });

  it("say at which range's end it stops", () => {
    const at = (range: string): string =>
      said("ref/unknown", { "a.md": cmoc("TR1", "- C: a", `- leads to: ${range}`) });
    assert.match(at("TR1–TR1001"), /a range stands for at most 1,000 records/);
    assert.match(at("TR1–TR1000"), /called TR2–TR1000/);
    assert.match(at("TR3–TR2"), /lower number to its higher one/);
  });

  it("name the record of two stances though nothing defines it", () => {
    const both = source("l1", extract("e1", "- supports: TR9", "- refutes: TR9"));
    assert.match(said("extract/stance-conflict", { "l.md": both }), /@l1#e1 both supports and refutes TR9\./);
  });
});

describe("messages on values", () => {
  it("quote no more than sixty characters, up to a word's end", () => {
    const at = (value: string): string => said("field/value", { "a.md": cmoc("TR1", "- C: a", `- status: ${value}`) });
    assert.match(at("x".repeat(60)), /“x{60}” is no value/);
    assert.match(at("x".repeat(61)), /“x{60}…” is no value/);
    assert.match(at("many words ".repeat(9).trim()), /“(?:many words ){5}many…” is no value/);
  });

  it("say what a source's path and key should be", () => {
    assert.match(said("field/value", { "l.md": sourceWith("l1", "text: ../a.pdf\n") }), /is no path inside the review/);
    assert.match(said("field/value", { "l.md": "---\ncitekey: 2010\n---\n" }), /is no citation key that reads alike/);
  });

  it("compare a scale's steps without case", () => {
    const files = (value: string): Files => ({
      "review.yaml": "appraisal: { richness: [Thin, Rich] }\n",
      "l.md": sourceWith("l1", `richness: ${value}\n`, extract("e1", `- richness: ${value}`)),
    });
    for (const value of ["thin", "Thin", "RICH"]) assert.equal(count("field/value", files(value)), 0, value);
    assert.equal(count("field/value", files("poor")), 2);
  });
});

describe("messages on wording", () => {
  it("ask of a mechanism and of a context what each lacks, and nothing of what is absent", () => {
    const at = (line: string): string => said("wording/activity", { "a.md": cmoc("TR1", line) });
    assert.match(
      at("- M: training of all staff"),
      /The mechanism of TR1 reads as an activity: “training of all staff”/,
    );
    assert.match(at("- C: delivering meals"), /The context of TR1 reads as an activity: “delivering meals”/);
    assert.equal(at("- M (absent): training of all staff"), "");
  });
});

describe("checks of evidence", () => {
  it("say nothing of its quality where there is none", () => {
    assert.equal(count("cmoc/thin-evidence", { "a.md": cmoc("TR1", ...SLOTS) }), 0);
    assert.equal(count("cmoc/single-source", { "a.md": cmoc("TR1", ...SLOTS) }), 0);
  });
});
