import assert from "node:assert/strict";
import { type Block, type Inline, markerSpan, sourceSpan } from "../../../src/core/syntax/blocks.ts";
import { readRemark } from "../../../src/core/syntax/remark.ts";

function only<Type extends Block["type"]>(text: string, type: Type): Extract<Block, { type: Type }> {
  const [block, ...more] = readRemark(text);
  assert.equal(more.length, 0);
  assert.equal(block?.type, type);
  return block as Extract<Block, { type: Type }>;
}

function inline(text: string): Inline {
  return only(text, "paragraph").inline;
}

/** The source of what reads as `part`. */
function sourceOf(source: string, { text, ...rest }: Inline, part: string): string {
  const from = text.indexOf(part);
  assert.ok(from >= 0, `${JSON.stringify(part)} in ${JSON.stringify(text)}`);
  const { start, end } = sourceSpan({ text, ...rest }, from, from + part.length);
  return source.slice(start, end);
}

describe("remark's blocks", () => {
  it("reads the words of a bare address, and where each stands", () => {
    const source = "See <http://a.b/c> and <a@b.c>.";
    const read = inline(source);
    assert.equal(read.text, "See http://a.b/c and a@b.c.");
    assert.equal(sourceOf(source, read, "http://a.b/c"), "http://a.b/c");
    assert.equal(sourceOf(source, read, "a@b.c"), "a@b.c");
    assert.deepEqual(
      read.marks.map(({ kind, target, from, to }) => [kind, target, read.text.slice(from, to)]),
      [
        ["address", "http://a.b/c", "http://a.b/c"],
        ["address", "mailto:a@b.c", "a@b.c"],
      ],
    );
  });

  it("takes markup away and knows where each character stands", () => {
    const source = '**C:** a \\* `co|de` [li*n*k](to.md "t") &mdash; H<sub>2</sub>O';
    const read = inline(source);
    assert.equal(read.text, "C: a * co|de link — H2O");
    for (const part of ["C:", "a", "*", "co|de", "H"]) assert.equal(sourceOf(source, read, part), part);
    assert.equal(sourceOf(source, read, "link"), "li*n*k");
    assert.deepEqual(
      read.marks.map(({ kind, from, to, target }) => [kind, read.text.slice(from, to), target]),
      [
        ["strong", "C:", undefined],
        ["code", "co|de", undefined],
        ["link", "link", "to.md"],
        ["emphasis", "n", undefined],
        ["html", "", "<sub>"],
        ["html", "", "</sub>"],
      ],
    );
    for (const { span } of read.marks) assert.ok(span.start < span.end);
    assert.deepEqual({ start: read.start, end: read.end }, { start: 0, end: source.length });
  });

  it("leaves out the runs of text that is its source", () => {
    assert.equal(inline("one\ntwo").runs, undefined);
    assert.deepEqual(inline("one\n  two").runs, [0, 0, 4, 6]);
  });

  it("joins lines by LF, whatever ends them and stands before them", () => {
    assert.equal(inline("a\r\nb\rc  \nd\\\ne<br>f<br />g").text, "a\nb\nc\nd\ne\nf\ng");
    const quote = only("> a\n>   b\nc", "quote");
    const inner = quote.blocks[0];
    assert.ok(inner?.type === "paragraph");
    assert.equal(inner.inline.text, "a\nb\nc");
    assert.deepEqual(inner.inline.runs, [0, 2, 2, 8]);
  });

  it("reads an image as its alternative text", () => {
    const source = "![a *b*](c.png)";
    const read = inline(source);
    assert.equal(read.text, "a b");
    assert.deepEqual(read.marks, [
      { kind: "image", from: 0, to: 3, span: { start: 0, end: source.length }, target: "c.png" },
      { kind: "emphasis", from: 2, to: 3, span: { start: 4, end: 7 } },
    ]);
  });

  it("reads tables, with pipes that are escaped", () => {
    const source = "| a \\| b | `c\\|d` |\n|---|---|\n|  | **e** |";
    const { rows } = only(source, "table");
    assert.deepEqual(
      rows.map((row) => row.cells.map((cell) => cell.text)),
      [
        ["a | b", "c|d"],
        ["", "e"],
      ],
    );
    const code = rows[0]?.cells[1];
    assert.ok(code !== undefined && sourceOf(source, code, "|d") === "|d");
    assert.equal(source.slice(rows[1]?.start, rows[1]?.end), "|  | **e** |");
  });

  it("knows items, their markers and what they hold", () => {
    const { items, ordered } = only("10) a\n\n    b\n11) - c", "list");
    assert.equal(ordered, true);
    assert.deepEqual(items.map(markerSpan), [
      { start: 0, end: 3 },
      { start: 13, end: 16 },
    ]);
    assert.deepEqual(
      items.map((item) => item.blocks.map((block) => block.type)),
      [["paragraph", "paragraph"], ["list"]],
    );
    assert.equal(only("-", "list").items[0]?.markerEnd, 1);
  });

  it("reads headings, code, HTML and rules", () => {
    const types = readRemark("# a\n\n    b\n\n<!-- c -->\n***\nd\n---\n").map((block) => block.type);
    assert.deepEqual(types, ["heading", "code", "html", "rule", "heading"]);
  });

  it("reads no link definitions, so that a section depends on nothing else", () => {
    assert.equal(inline("[a]: b\n[a] [c][a]").text, "[a]: b\n[a] [c][a]");
  });

  it("counts offsets over a byte order mark and NUL", () => {
    assert.equal(inline("\ufeffa").text, "\ufeffa");
    const source = "a\u0000b *c*";
    const read = inline(source);
    assert.equal(sourceOf(source, read, "c"), "c");
    assert.equal(read.marks[0]?.span.end, source.length);
  });

  it("reads what is nested too deep as one stretch of code", () => {
    const deep = `# a\n\n${"> ".repeat(10_000)}b\n\nc`;
    assert.deepEqual(
      readRemark(deep).map(({ type, start, end }) => [type, start, end]),
      [
        ["heading", 0, 3],
        ["code", 5, deep.length],
      ],
    );
    assert.equal(readRemark(`${"- ".repeat(50)}b`)[0]?.type, "list");
    assert.equal(readRemark("-".repeat(100))[0]?.type, "rule");
  });
});
