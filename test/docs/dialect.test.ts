import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { displayId } from "../../src/core/report/json.ts";
import { readManifest } from "../../src/core/syntax/manifest.ts";
import type { Kind } from "../../src/core/vocabulary.ts";
import { reviewOf, rulesIn, short } from "../core/reviews.ts";

const page = readFileSync("docs/dialect.md", "utf8");
const EXAMPLE = /```markdown\n([\s\S]*?)```\n(?:<!-- reads: (.*?) -->)?/g;
const KINDS: readonly Kind[] = ["cmoc", "theory", "demi-regularity", "extract", "code", "memo"];

/** What is read in a text, as the page's comments write it. */
function read(text: string): string {
  const review = reviewOf({ "a.md": text });
  const found = KINDS.flatMap((kind) => [...review.records(kind)]).map((definition) => {
    const { entity } = definition;
    const slots = entity.kind === "cmoc" ? ` [${entity.slots.map(short).join(" | ")}]` : "";
    return `${entity.kind} ${displayId(definition, review)}${slots}`;
  });
  return found.length === 0 ? "nothing" : found.join("; ");
}

describe("the language's page", () => {
  const examples = [...page.matchAll(EXAMPLE)];

  it("says of every example what is read in it", () => {
    assert.ok(examples.length >= 8);
    for (const [, text, wanted] of examples) assert.ok(wanted, text?.slice(0, 60));
  });

  for (const [, text = "", wanted] of examples) {
    it(`reads ${wanted?.slice(0, 60)}`, () => {
      assert.equal(read(text), wanted);
      assert.deepEqual(
        rulesIn({ "a.md": text }).filter((rule) => /^(?:field|id|yaml)\//.test(rule)),
        [],
      );
    });
  }

  it("shows a manifest that is whole", () => {
    const yaml = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
    const { findings, manifest } = readManifest(yaml);
    assert.deepEqual(findings, []);
    assert.equal(manifest.scheme.name, "CMO");
  });
});
