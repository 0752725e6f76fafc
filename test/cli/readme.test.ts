import assert from "node:assert/strict";
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { cmoc, folder } from "./run.ts";

const README = readFileSync("README.md", "utf8");

/** Fenced blocks of a language, in order, without their indentation. */
function blocks(text: string, language: string): readonly string[] {
  const found = [...text.matchAll(new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\`$`, "gm"))];
  return found.map(([, indent = "", body = ""]) => body.replace(new RegExp(`^${indent}`, "gm"), ""));
}

describe("README.md", () => {
  it("names every command", async () => {
    const { out } = await cmoc("--help");
    const commands = [...out.matchAll(/^ {2}([a-z]+) /gm)].map((match) => match[1]);
    assert.ok(commands.length >= 10);
    for (const command of commands.filter((each) => each !== "help"))
      assert.ok(README.includes(`\`cmoc ${command}`), command);
  });

  it("shows what a command prints", async () => {
    for (const block of blocks(README, "console")) {
      const [call = "", ...shown] = block.split("\n");
      const { out } = await cmoc(...call.replace("$ npx cmoc ", "").split(" "));
      assert.ok(out.startsWith(shown.join("\n")), out);
    }
    assert.equal(blocks(README, "console").length, 1);
  });

  it("says what a check finds in the published review", async () => {
    const { out } = await cmoc("check", "examples/inter-organisational-collaboration", "--format", "json");
    const { problems, counts } = JSON.parse(out);
    const of = (rule: string): number => problems.filter((problem: { rule: string }) => problem.rule === rule).length;
    const text = README.replace(/\s+/g, " ");
    assert.ok(text.includes(`the ${counts.configurations} configurations of a published review`));
    assert.ok(text.includes(`${of("cmoc/no-evidence")} configurations without evidence`));
    assert.ok(text.includes(`${of("source/no-extract")} studies without an extract`));
    assert.ok(text.includes(`${of("source/no-appraisal")} sources without an appraisal`));
  });

  it("leads through ten minutes that go as it says", async () => {
    const made = folder({});
    const dir = join(made.path, "my-review");
    const [configuration = "", extract = ""] = blocks(
      README.slice(README.indexOf("## The first ten minutes")),
      "markdown",
    );
    assert.equal((await cmoc("init", dir)).code, 0);
    assert.match((await cmoc("check", dir)).out, /: no problems$/m);
    appendFileSync(join(dir, "theory/trust.md"), `\n${configuration}`);
    const before = (await cmoc("check", dir)).out;
    assert.match(before, /No extract bears on CMOC2\./);
    assert.match(before, /: 1 warning$/m);
    appendFileSync(join(dir, "sources/sample2025.md"), `\n${extract}`);
    const { out, code } = await cmoc("check", dir);
    assert.match(out, /All evidence for CMOC2 comes from one source/);
    assert.match(out, /: 1 info$/m);
    assert.equal(code, 0);
    assert.match((await cmoc("tree", dir)).out, /CMOC2 [\s\S]*supports @sample2025#e2/);
    made.done();
  });
});

describe("docs/json.md", () => {
  it("shows examples that the schemas describe", () => {
    const examples = blocks(readFileSync("docs/json.md", "utf8"), "json").map((block): object => JSON.parse(block));
    assert.equal(examples.length, 2);
    for (const [at, name] of ["records", "problems"].entries()) {
      const schema: object = JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8"));
      const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
      assert.ok(validate(examples[at]), JSON.stringify(validate.errors));
    }
  });

  it("names every field that the schemas know", () => {
    const text = readFileSync("docs/json.md", "utf8");
    for (const name of ["records", "problems"]) {
      const fields = JSON.stringify(JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8")), (key, value) =>
        key === "properties" ? Object.entries(value).map(([field, inner]) => ({ "the field": field, inner })) : value,
      ).matchAll(/"the field":"([^"]+)"/g);
      for (const [, field] of fields) assert.match(text, new RegExp(`[\`"]${field}\\??[\`"]`), `${name}: ${field}`);
    }
  });
});
