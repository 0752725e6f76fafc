/**
 * The reader that is always right: remark's tree of a text, told as blocks. GFM tables are read; link definitions are not
 * (they reach across a file, so what a section says would depend on the rest), nor are GFM's other additions.
 */

import type { Nodes, Parents, Root, RootContent, TableRow } from "mdast";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Block, Item, Row, Table } from "./blocks.ts";
import { afterListMarker } from "./line-shapes.ts";
import { opaqueFrom } from "./remark-bounds.ts";
import { inlineOf } from "./remark-inline.ts";
import { textRuns } from "./remark-runs.ts";

const BOM = "\ufeff";

function readDefinitionsOff() {
  return { disable: { null: ["definition"] } };
}

const processor = unified()
  .use(remarkParse)
  .data("micromarkExtensions", [gfmTable(), readDefinitionsOff()])
  .data("fromMarkdownExtensions", [gfmTableFromMarkdown(), textRuns])
  .freeze();

/** Reads a text with remark. What is nested deeper than any review is comes back as one stretch of code. Never throws. */
export function readRemark(text: string): readonly Block[] {
  const opaque = opaqueFrom(text);
  const blocks = new Reader(text).blocks(parse(opaque < text.length ? text.slice(0, opaque) : text));
  if (opaque < text.length) blocks.push({ type: "code", start: opaque, end: text.length });
  return blocks;
}

/** A mark that the parser would drop from the start of a text is doubled, so that offsets count from the text's own start. */
function parse(text: string): Root {
  return processor.parse(text.startsWith(BOM) ? BOM + text : text);
}

/** What the last block of a text is, and whether it is (or ends in, when it is a list or a quote) a paragraph. */
export interface LastBlock {
  readonly type: Block["type"];
  readonly start: number;
  readonly openParagraph: boolean;
}

/** The last block of a text, `undefined` when it has none or is nested too deep to be read. */
export function lastBlock(text: string): LastBlock | undefined {
  if (opaqueFrom(text) < text.length) return undefined;
  const last = parse(text).children.at(-1);
  if (last === undefined) return undefined;
  let tip: Nodes | undefined = last;
  while (tip !== undefined && (tip.type === "list" || tip.type === "listItem" || tip.type === "blockquote")) {
    tip = (tip as Parents).children.at(-1);
  }
  const openParagraph = tip?.type === "paragraph" && ONE_LINE.test(text.slice(tip.position?.end.offset));
  return { type: blockType(last), start: startOf(last), openParagraph };
}

/** The rest of a line at the end of a text. After a further line, be it only `>`, a paragraph is no longer open. */
const ONE_LINE = /^[^\r\n]*(?:\r\n?|\n)?$/;

function blockType(node: RootContent): Block["type"] {
  switch (node.type) {
    case "paragraph":
    case "list":
    case "heading":
    case "table":
    case "html":
    case "definition":
      return node.type;
    case "blockquote":
      return "quote";
    case "thematicBreak":
      return "rule";
    default:
      return "code";
  }
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

class Reader {
  readonly #text: string;
  /** The end of the text without its last line ending. */
  readonly #last: number;

  constructor(text: string) {
    this.#text = text;
    let last = text.length;
    if (text.endsWith("\n")) last--;
    if (text.charCodeAt(last - 1) === 13) last--;
    this.#last = last;
  }

  /** Open code that reaches the end of a text has the last line ending in it, before a heading it has not: it never has here. */
  #endOf(node: Nodes): number {
    return Math.min(node.position?.end.offset ?? 0, this.#last);
  }

  blocks(parent: Parents): Block[] {
    return parent.children.map((node) => this.#block(node as RootContent));
  }

  #block(node: RootContent): Block {
    const start = startOf(node);
    const end = this.#endOf(node);
    switch (node.type) {
      case "paragraph":
        return { type: "paragraph", start, end, inline: inlineOf(node.children, end) };
      case "heading":
        return { type: "heading", start, end, depth: node.depth, inline: inlineOf(node.children, end) };
      case "blockquote":
        return { type: "quote", start, end, blocks: this.blocks(node) };
      case "list":
        return {
          type: "list",
          start,
          end,
          ordered: node.ordered === true,
          items: node.children.map((item) => this.#item(item)),
        };
      case "table":
        return { type: "table", start, end, rows: node.children.map((row) => this.#row(row)) } satisfies Table;
      default:
        return { type: blockType(node), start, end } as Block;
    }
  }

  #item(node: Parents): Item {
    const start = startOf(node);
    const after = afterListMarker(this.#text, start, this.#text.length);
    return {
      start,
      end: this.#endOf(node),
      markerEnd: after < 0 ? this.#markerEnd(start) : after,
      blocks: this.blocks(node),
    };
  }

  #markerEnd(start: number): number {
    let at = start;
    while (at - start < 9 && this.#text.charCodeAt(at) >= 48 && this.#text.charCodeAt(at) <= 57) at++;
    return at + 1;
  }

  #row(node: TableRow): Row {
    const cells = node.children.map((cell) => inlineOf(cell.children, startOf(cell) + 1));
    return { start: startOf(node), end: this.#endOf(node), cells };
  }
}
