import assert from "node:assert/strict";
import fc from "fast-check";
import { readYaml, YAML_FINDING_LIMIT, type YamlNode } from "../../../src/core/syntax/yaml.ts";
import { runs } from "../../runs.ts";

const reasons = (text: string) => readYaml(text).findings.map((finding) => finding.data.reason);
const entry = (text: string, key: string) => readYaml(text).root?.entries?.find((found) => found.key === key);
const slice = (text: string, span: { start: number; end: number } | undefined) => text.slice(span?.start, span?.end);

describe("readYaml", () => {
  it("tells of one mistake at one place once", () => {
    const text = "cmoc: 1\ntitle: [never closed\n  : : {\nexclude: 7\n";
    const told = readYaml(text).findings.map(({ start, data }) => `${start} ${data.reason}`);
    assert.ok(told.length > 1, told.join());
    assert.deepEqual(told, [...new Set(told)]);
  });

  it("gives keys and values with their places", () => {
    const text = "title: Trust # why\nyear: 2014\nlist: [a, 'b c']\n";
    const { root, findings } = readYaml(text);
    assert.deepEqual(findings, []);
    assert.deepEqual(
      root?.entries?.map((found) => [found.key, slice(text, found.keySpan), slice(text, found.node)]),
      [
        ["title", "title", "Trust"],
        ["year", "year", "2014"],
        ["list", "list", "[a, 'b c']"],
      ],
    );
    assert.deepEqual(
      entry(text, "list")?.node.items?.map((item) => [item.text, slice(text, item), item.quoted]),
      [
        ["a", "a", undefined],
        ["b c", "'b c'", true],
      ],
    );
  });

  it("keeps scalars as they are written", () => {
    const scalars = ["007", "2026-03-02", "yes", "off", "1.50", "True", "0x1F"];
    for (const written of scalars) assert.equal(entry(`k: ${written}`, "k")?.node.text, written);
    assert.equal(entry("k: 007", "k")?.node.value, 7);
    assert.equal(entry("k: off", "k")?.node.value, "off");
    assert.equal(entry("k: false", "k")?.node.value, false);
    assert.equal(entry('k: "a\\tb"', "k")?.node.text, "a\tb");
    assert.equal(entry("k: >-\n  two\n  lines\n", "k")?.node.text, "two lines");
    assert.equal(entry("k: null", "k")?.node.value, null);
    assert.equal(entry("k: !!str 5", "k")?.node.value, "5");
  });

  it("places a value that is not written after its colon", () => {
    const node = entry("a: 1\nreason :\nb: 2", "reason")?.node;
    assert.deepEqual([node?.value, node?.text, node?.start, node?.end], [null, "", 13, 13]);
  });

  it("counts offsets from the base, past a byte order mark, and over CRLF and lone CR", () => {
    assert.equal(readYaml("a: b", 100).root?.entries?.[0]?.node.start, 103);
    assert.equal(entry("\uFEFFa: b", "a")?.node.start, 4);
    for (const end of ["\r\n", "\r"]) {
      const text = `a: 1${end}b: two${end}`;
      assert.equal(slice(text, entry(text, "b")?.node), "two");
      assert.deepEqual(readYaml(text).findings, []);
    }
  });

  it("has no root for nothing", () => {
    for (const text of ["", "\n\n", "# a remark\n", "---\n"])
      assert.deepEqual(readYaml(text), { root: undefined, findings: [] });
  });

  it("tells of broken YAML at its place", () => {
    const text = "title: a: b\n";
    assert.deepEqual(readYaml(text, 10).findings[0]?.start, 17);
    assert.deepEqual(reasons("a: [1\nb: 2"), ["bad-indent"]);
    assert.deepEqual(reasons("a: @x"), ["bad-scalar-start"]);
    assert.deepEqual(reasons("a:\n\t- b"), ["tab-as-indent"]);
    assert.deepEqual(reasons("a: 1\n---\nb: 2\n"), ["multiple-docs"]);
    assert.equal(typeof readYaml(text).findings[0]?.data.detail, "string");
  });

  it("loses one key to one mistake", () => {
    const around = (middle: string) => {
      const text = `first: 1\n${middle}\nlast: [x]\n`;
      const { root, findings } = readYaml(text, 7);
      const last = root?.entries?.find((found) => found.key === "last");
      assert.equal(root?.entries?.[0]?.node.value, 1, middle);
      assert.equal(last?.node.items?.[0]?.text, "x", middle);
      assert.equal(text.slice((last?.keySpan.start ?? 0) - 7, (last?.keySpan.end ?? 0) - 7), "last", middle);
      assert.ok(
        findings.length > 0 && findings.every((found) => found.start >= 16 && found.end <= 17 + middle.length),
        middle,
      );
    };
    const mistakes = [
      "title: Trust: a review",
      "list: [a, b",
      "quoted: 'a",
      "note: @x",
      `deep: ${"[".repeat(500)}`,
      "bad: }",
      "first: 2",
      "map:\n   a: 1\n  b: 2",
    ];
    for (const mistake of mistakes) around(mistake);
  });

  it("tells of a key that is written twice and keeps the first", () => {
    const text = "a: 1\nb: 2\na: 3\n";
    const { root, findings } = readYaml(text);
    assert.deepEqual(findings, [
      { rule: "yaml/syntax", start: 10, end: 11, data: { reason: "duplicate-key", key: "a" } },
    ]);
    assert.deepEqual(
      root?.entries?.map((found) => found.node.value),
      [1, 2],
    );
    assert.deepEqual(reasons("? [a, b]\n: c\n"), ["complex-key"]);
  });

  it("tells of a character that YAML does not have and reads on", () => {
    const text = "a: x\0y\nb: 2\n";
    const { root, findings } = readYaml(text);
    assert.deepEqual(findings, [
      { rule: "yaml/syntax", start: 4, end: 5, data: { reason: "character", code: "U+0000" } },
    ]);
    assert.equal(root?.entries?.[1]?.node.value, 2);
  });

  it("gives an alias the value of its anchor and its own place", () => {
    const text = "a: &x [1]\nb: *x\n";
    const node = entry(text, "b")?.node;
    assert.equal(slice(text, node), "*x");
    assert.deepEqual(
      node?.items?.map((item) => item.value),
      [1],
    );
    assert.deepEqual(reasons("a: *nothing"), ["unknown-alias"]);
    assert.deepEqual(reasons("a: &a [*a]"), ["unknown-alias"]);
  });

  it("tells of no more mistakes than anyone reads", () => {
    assert.equal(readYaml("] ".repeat(300)).findings.length, YAML_FINDING_LIMIT);
    assert.equal(readYaml("a: 1\n".repeat(300)).findings.length, YAML_FINDING_LIMIT);
  });

  it("never throws, and its spans lie inside the text", () => {
    const piece = fc.constantFrom(
      "a",
      "b: ",
      "- ",
      "\n",
      "  ",
      "[",
      "]",
      "{",
      "}",
      "'",
      '"',
      "#",
      " &x",
      " *x",
      "|\n",
      ">",
      "!!str ",
      "\r",
      "\0",
      "---\n",
      "? ",
      ", ",
      "\uFEFF",
      "\t",
      "é",
      "\\",
      "%YAML 1.2\n",
      "\x02",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.nat(50), (pieces, base) => {
        const text = pieces.join("");
        const { root, findings } = readYaml(text, base);
        const spans = [...findings, ...nodes(root)];
        for (const span of spans) {
          assert.ok(base <= span.start && span.start <= span.end && span.end <= base + text.length);
        }
      }),
      runs(30),
    );
  });
});

function nodes(root: YamlNode | undefined): readonly YamlNode[] {
  if (root === undefined) return [];
  const below = [...(root.items ?? []), ...(root.entries ?? []).map((found) => found.node)];
  return [root, ...below.flatMap(nodes)];
}
