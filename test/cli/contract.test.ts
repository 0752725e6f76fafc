import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { ALL_RULES } from "../../src/core/rules/index.ts";
import { HOSTILE } from "./hostile.ts";
import { cmoc, folder } from "./run.ts";

const LISTS = ["cmocs", "sources", "extracts", "codes", "theories", "demi-regularities", "memos"];
const validator = (name: string) => {
  const schema: object = JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8"));
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
  return (value: unknown, what: string): void => {
    assert.ok(validate(value), `${what}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
  };
};
const isRecords = validator("records");
const isProblems = validator("problems");

describe("the JSON contract", () => {
  let made: ReturnType<typeof folder>;
  before(() => {
    made = folder(HOSTILE);
  });
  after(() => made.done());

  const listed = async (what: string) => {
    const { out, code } = await cmoc("list", what, made.path, "--format", "json");
    assert.equal(code, 0);
    return JSON.parse(out)[what];
  };

  it("holds for every list and card of a review in which nearly all is wrong", async () => {
    for (const what of LISTS) {
      const { out } = await cmoc("list", what, made.path, "--format", "json");
      const read = JSON.parse(out);
      isRecords(read, what);
      assert.ok(read[what].length > 0, what);
      for (const { id } of read[what]) {
        const shown = await cmoc("show", id, made.path, "--format", "json");
        isRecords(JSON.parse(shown.out), id);
      }
    }
  });

  it("holds for problems, and a rule's id stands in `rule` alone", async () => {
    const { out, code } = await cmoc("check", made.path, "--format", "json");
    const report = JSON.parse(out);
    isProblems(report, "check");
    assert.equal(code, 2);
    const rules = new Set(ALL_RULES.map((rule) => rule.id));
    for (const problem of report.problems) {
      assert.ok(rules.has(problem.rule), problem.rule);
      const { rule: _, ...others } = problem;
      for (const id of rules) assert.ok(!JSON.stringify(others).includes(`"${id}"`), id);
      assert.ok(!problem.message.includes(problem.rule), problem.message);
    }
  });

  it("gives a CMOC with each part of a mechanism a slot of its own, in the order of the text", async () => {
    const [first] = await listed("cmocs");
    assert.equal(first.id, "TR1");
    assert.deepEqual(first.slots, [
      { role: "C", text: "a place" },
      { role: "C", n: 2, layer: "macro", text: "another" },
      { role: "M", part: "resource", text: "money" },
      { role: "M", part: "reasoning", inferred: "nobody says so", text: "they hope" },
      { role: "O", position: "final", absent: true, n: 1, from: ["C1", "M"], text: "nothing" },
    ]);
    assert.deepEqual(first.links, [{ type: "leads to", target: "TR2", note: "as it goes, TR77" }]);
    assert.deepEqual(first.tags, ["one", "two"]);
    assert.deepEqual(first.theories, ["PT1"]);
  });

  it("writes ids as they are defined, however a reference spells them", async () => {
    const [theory] = await listed("theories");
    assert.deepEqual(theory.configurations, ["TR1", "TR2", "CMOC4", "TR9"]);
    assert.deepEqual(theory.drawsOn, ["@nobody1999"]);
    const extracts = await listed("extracts");
    assert.equal(extracts[0].id, "@lund2010#e1");
    assert.deepEqual(extracts[0].bearsOn, ["TR1", "CMOC4"]);
    assert.deepEqual(extracts[0].links[0], { type: "supports", target: "TR1", slots: ["C", "M"], note: "as said" });
    const memos = await listed("memos");
    assert.deepEqual(memos[0].about, ["TR1", "meeting"]);
    const rows = (await listed("cmocs")).filter((record: { id: string }) => record.id.startsWith("theory/trust.md:"));
    assert.ok(rows.length > 0);
  });

  it("counts characters in UTF-16 units from 0, lines at any line end", async () => {
    const { out } = await cmoc("check", made.path, "--format", "json");
    const unknown = JSON.parse(out).problems.find((problem: { message: string }) => problem.message.includes("Ж9"));
    const lines = (HOSTILE["theory/trust.md"] ?? "").split("\n");
    const line = lines.findIndex((text) => text.includes("Ж9"));
    const character = lines[line]?.indexOf("Ж9") ?? -1;
    assert.deepEqual(unknown.range, { start: { line, character }, end: { line, character: character + 2 } });
    const [extract] = await listed("extracts");
    assert.equal(extract.range.start.line, 8);
  });

  it("gives a coding line an entry for each of its words, with its coder", async () => {
    const [extract] = await listed("extracts");
    assert.deepEqual(extract.codings, [
      { role: "C", code: "meeting", words: "they met", coder: "RM" },
      { role: "C", code: "meeting", words: "Here", coder: "RM" },
      { role: "M", coder: "JA" },
    ]);
  });

  it("gives a source what its file says and what its bibliography adds, decoded", async () => {
    const sources = await listed("sources");
    const lund = sources.find((source: { id: string }) => source.id === "lund2010");
    assert.equal(lund.title, "Über trust");
    assert.equal(lund.author, "Lund, Åsa; and others");
    assert.equal(lund.year, "2010");
    assert.equal(lund.doi, "10.1000/182");
    assert.equal(lund.published, "article-journal");
    assert.deepEqual(lund.appraisals, { JA: { relevance: "low" } });
    assert.equal(typeof lund.range.start.line, "number");
  });

  it("writes what would steer a terminal as escapes", async () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;
    for (const words of [["list", "cmocs"], ["show", "TR1"], ["check"]]) {
      const { out, err } = await cmoc(...words, made.path, "--format", "json");
      assert.doesNotMatch(out + err, steering);
      if (words[0] !== "check") assert.match(out, /\\u001b\[31m and %0A, \\u009b/);
    }
    for (const words of [["list", "cmocs"], ["show", "TR1"], ["tree"], ["check"], ["check", "--format", "github"]]) {
      const { out } = await cmoc(...words, made.path);
      assert.doesNotMatch(out, steering, words.join(" "));
    }
  });
});
