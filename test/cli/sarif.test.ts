import assert from "node:assert/strict";
import { readFileSync, truncateSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { HOSTILE } from "./hostile.ts";
import { cmoc, folder } from "./run.ts";

const schema = JSON.parse(
  readFileSync("node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json", "utf8"),
);
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

/** What a check prints, held to the schema. */
async function sarif(...words: readonly string[]): Promise<string> {
  const { out } = await cmoc("check", ...words, "--format", "sarif");
  assert.ok(validate(JSON.parse(out)), JSON.stringify(validate.errors?.slice(0, 3)));
  return out;
}

describe("cmoc check --format sarif", () => {
  it("follows the published schema, which refuses what is not SARIF", async () => {
    assert.equal(validate({ version: "2.1.0", runs: [{ results: [] }] }), false);
    await sarif("examples/inter-organisational-collaboration");
    await sarif("examples/community-falls-prevention");
    const made = folder(HOSTILE);
    const { runs } = JSON.parse(await sarif(made.path));
    assert.ok(runs[0].results.length > 30);
    made.done();
  });

  it("names a rule, a place and a help text for each result", async () => {
    const { runs } = JSON.parse(await sarif("examples/inter-organisational-collaboration"));
    const [run] = runs;
    for (const rule of run.tool.driver.rules) assert.ok(rule.help.text.length > 20, rule.id);
    for (const result of run.results) {
      assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
      const [{ physicalLocation }] = result.locations;
      assert.ok(physicalLocation.region.startLine >= 1);
      assert.ok(!physicalLocation.artifactLocation.uri.includes(" "));
    }
    assert.equal(run.invocations[0].executionSuccessful, true);
  });

  it("says when part of the review was not read", async () => {
    const made = folder({ "review.yaml": "cmoc: 1\n", "big.md": "x" });
    truncateSync(join(made.path, "big.md"), 65 * 1024 * 1024);
    const { runs } = JSON.parse(await sarif(made.path));
    assert.equal(runs[0].invocations[0].executionSuccessful, false);
    assert.match(
      runs[0].invocations[0].toolExecutionNotifications[0].message.text,
      /^big\.md was not read: it has 65 MB/,
    );
    made.done();
  });
});
