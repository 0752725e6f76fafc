/** Deep, long and multiplying YAML. */
import assert from "node:assert/strict";
import { readYaml, YAML_FINDING_LIMIT, YAML_LENGTH_LIMIT, type YamlNode } from "../../src/core/syntax/yaml.ts";

const reasons = (text: string) => readYaml(text).findings.map((finding) => finding.data.reason);

/** How many nodes stand in a tree, each as often as it is met. */
function size(root: YamlNode | undefined): number {
  if (root === undefined) return 0;
  const below = [...(root.items ?? []), ...(root.entries ?? []).map((entry) => entry.node)];
  return below.reduce((sum, node) => sum + size(node), 1);
}

describe("hostile YAML", () => {
  it("refuses what is too deep or too long, and goes on living", () => {
    for (const open of ["[", "- ", "? ", "{a: ", "a: "]) {
      const found = reasons(open.repeat(open === "[" ? 10_000 : 1000));
      assert.equal(found[0], "too-deep", open);
    }
    assert.deepEqual(reasons(`${"[".repeat(40)}${"]".repeat(40)}`), []);
    assert.deepEqual(reasons(`a: ${"x ".repeat(YAML_LENGTH_LIMIT)}\nb: 2`), ["too-long"]);
    assert.equal(readYaml(`a: 1\n${"# long\n".repeat(800_000)}`).findings[0]?.end, 4);
  });

  it("bounds what aliases stand for", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
    for (let level = 1; level < 30; level++) {
      lines.push(`a${level}: &a${level} [${Array.from({ length: 9 }, () => `*a${level - 1}`).join(", ")}]`);
    }
    const { root, findings } = readYaml(lines.join("\n"));
    assert.ok(findings.some((finding) => finding.data.reason === "alias-bomb"));
    assert.ok(findings.length <= YAML_FINDING_LIMIT);
    assert.ok(size(root) < 50_000);
  });
});
