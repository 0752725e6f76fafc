/** Where links, images, definitions of links and tags of HTML lead, and where that is written. */
import { blocksOfPiece } from "../../model/parts/blocks.ts";
import type { Block, Inline } from "../../syntax/blocks.ts";
import { split } from "../../syntax/split.ts";
import type { Span } from "../../text.ts";
import { definitionsIn } from "./definitions.ts";
import { attributesIn, inValue, isAddress, isAnchor, mayHoldAddress } from "./html-addresses.ts";

export interface Destination {
  /** The destination as it is written, angle brackets and title left out. */
  readonly span: Span;
  readonly target: string;
  /** How it is the value of an attribute (`href`, `src`), if it is one. */
  readonly inHtml?: "quoted" | "bare";
}

/** A destination as it is to be written in the place of another. */
export function writtenAs({ inHtml }: Destination, target: string): string {
  return inHtml ? inValue(target, inHtml === "bare") : target;
}

/**
 * The destinations of inline links and images, of definitions (`[log]: a.md#top`), and of tags of HTML (`href`, `src`), in order; in quotes and headings too. Only
 * sections that `isWanted` accepts are read. Linear in the text.
 */
export function destinationsIn(
  text: string,
  isWanted: (section: string) => boolean = () => true,
): readonly Destination[] {
  if (!text.includes("](") && !text.includes("]:") && !mayHoldAddress(text)) return [];
  return split(text).sections.flatMap(({ start, end }) => {
    const section = text.slice(start, end);
    if (!isWanted(section)) return [];
    return inSection(section).map((each) => ({
      ...each,
      span: { start: start + each.span.start, end: start + each.span.end },
    }));
  });
}

function inSection(text: string): readonly Destination[] {
  const blocks = blocksOfPiece(text);
  const found: Destination[] = definitionsIn(text, blocks).map(({ span, target }) => ({ span, target }));
  for (const inline of inlinesIn(blocks)) {
    for (const { kind, span, target } of inline.marks) {
      if ((kind !== "link" && kind !== "image") || target === undefined) continue;
      const at = destinationIn(text.slice(span.start, span.end));
      if (at) found.push({ span: { start: span.start + at.start, end: span.start + at.end }, target });
    }
  }
  if (mayHoldAddress(text))
    for (const { start, end } of htmlIn(blocks))
      for (const attribute of attributesIn(text, start, end))
        if (isAddress(attribute))
          found.push({ span: attribute.span, target: attribute.value, inHtml: attribute.isBare ? "bare" : "quoted" });
  return found
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ span }, at, all) => span.start >= (all[at - 1]?.span.end ?? 0));
}

/** Places that links lead to by fragments of somebody's own: `<a id="top">`. */
export function anchorsIn(text: string): readonly Destination[] {
  if (!text.includes("<") || !/\b(?:id|name)\s*=/i.test(text)) return [];
  return htmlIn(blocksOfPiece(text))
    .flatMap(({ start, end }) => [...attributesIn(text, start, end)])
    .flatMap((each) => (isAnchor(each) && each.value !== "" ? [{ span: each.span, target: each.value }] : []))
    .sort((a, b) => a.span.start - b.span.start);
}

/** All running text of blocks. */
export function inlinesIn(blocks: readonly Block[]): readonly Inline[] {
  return blocks.flatMap((block): readonly Inline[] => {
    switch (block.type) {
      case "paragraph":
      case "heading":
        return [block.inline];
      case "list":
        return block.items.flatMap((item) => inlinesIn(item.blocks));
      case "quote":
        return inlinesIn(block.blocks);
      case "table":
        return block.rows.flatMap(({ cells }) => cells);
      default:
        return [];
    }
  });
}

/** Where HTML stands: its blocks, and the tags in running text. */
export function htmlIn(blocks: readonly Block[]): readonly Span[] {
  const tags = inlinesIn(blocks).flatMap(({ marks }) => marks.filter(({ kind }) => kind === "html"));
  return [...tags.map(({ span }) => span), ...htmlBlocksIn(blocks)];
}

function htmlBlocksIn(blocks: readonly Block[]): readonly Span[] {
  return blocks.flatMap((block): readonly Span[] => {
    if (block.type === "html") return [block];
    if (block.type === "list") return block.items.flatMap((item) => htmlBlocksIn(item.blocks));
    return block.type === "quote" ? htmlBlocksIn(block.blocks) : [];
  });
}

/** Where the destination stands in a whole link; undefined for one by reference, and for one that a line's prefix parts. */
function destinationIn(link: string): Span | undefined {
  const open = link.lastIndexOf("](");
  if (open < 0 || !link.endsWith(")")) return undefined;
  const match = /^(\s*)(?:<((?:\\.|[^<>\\\r\n])*)>|([^\s<]\S*))/.exec(link.slice(open + 2, -1));
  if (!match) return undefined;
  const [, space = "", angled, bare = ""] = match;
  const start = open + 2 + space.length + (angled === undefined ? 0 : 1);
  return { start, end: start + (angled ?? bare).length };
}
