import assert from "node:assert/strict";
import { ALL_RULES } from "../../../src/core/rules/index.ts";
import { readFrontMatter } from "../../../src/core/syntax/front-matter.ts";
import { readManifest } from "../../../src/core/syntax/manifest.ts";

const found = (yaml: string): readonly string[] =>
  readManifest(
    yaml,
    ALL_RULES.map((rule) => rule.id),
  ).findings.map(({ rule, start, end, data }) =>
    `${rule} ${yaml.slice(start, end)} ${data.near ?? data.expected ?? ""}`.trim(),
  );

describe("a manifest", () => {
  it("offers a key that differs in case alone", () => {
    assert.deepEqual(found("Title: One\nchecks: { Wording: off }\n"), [
      "yaml/key Title title",
      "yaml/key Wording wording",
    ]);
    assert.deepEqual(found("CMOC: 1\n"), ["yaml/key CMOC cmoc"]);
  });

  it("takes the names of rules that are still to come", () => {
    assert.deepEqual(found("checks: { quote: off, quote/not-found: error, quote/near: hint }\n"), []);
    assert.deepEqual(found("checks: { quotes/near: off }\n").length, 1);
    assert.deepEqual(found("checks: { cmoc/soon: off }\n").length, 1);
  });

  it("of a newer language is refused, in quotation marks too", () => {
    for (const version of ["2", '"2"', "1.5"])
      assert.match(found(`cmoc: ${version}\ntitel: x\n`).join(), /^manifest\/version [^,]*$/, version);
    assert.match(found('cmoc: "1"\n').join(), /^yaml\/value/);
  });

  it("tells of labels that something else bears, and keeps the letter", () => {
    const labels = (...slots: readonly (readonly [string, string])[]): readonly string[] =>
      found(
        `configuration: [${slots.map(([letter, label]) => `{ letter: ${letter}, label: ${label} }`).join(", ")}]\n`,
      );
    for (const label of ["Status", "leads to", "Resource", "final", "macro", "Mechanism", "voice"])
      assert.deepEqual(labels(["P", label]), [`yaml/value ${label} label`]);
    assert.deepEqual(labels(["P", "Process"], ["Q", "process"]), ["yaml/value process label"]);
    assert.deepEqual(labels(["P", "Process"], ["M", "Mechanism"]), []);
    assert.deepEqual(labels(["M", "Driver"], ["D", "Mechanism"]), []);
    const { manifest } = readManifest("configuration: [{ letter: P, label: Status }]\n");
    assert.deepEqual(manifest.scheme.required, ["C", "M", "O", "P"]);
  });
});

describe("front matter", () => {
  const told = (yaml: string): readonly string[] =>
    readFrontMatter(yaml, { start: 0, end: yaml.length }).findings.map(
      ({ rule, data }) => `${rule} ${data.key ?? data.value}`,
    );
  it("that nearly has a citekey is told of", () => {
    for (const key of ["citkey", "Citekey", "cite-key", "citekye"])
      assert.deepEqual(told(`${key}: a1\n`), [`yaml/key ${key}`]);
    assert.deepEqual(told("citekey: a1\nCitekey: a2\ntitle: x\n"), []);
    assert.deepEqual(told("title: x\ncitation: y\ncities: z\n"), []);
  });

  it("tells of a citekey that only braces can cite", () => {
    for (const key of ["a1.", "a-", "a--b"]) assert.deepEqual(told(`citekey: ${key}\n`), [`field/value ${key}`]);
    assert.deepEqual(told("citekey: 10.1186/x-1\n"), []);
  });
});
