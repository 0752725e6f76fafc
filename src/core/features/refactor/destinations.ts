/** Where links, images and definitions of links lead, and where that is written. */
import { blocksOfPiece } from "../../model/parts/blocks.ts";
import type { Block, Inline } from "../../syntax/blocks.ts";
import { split } from "../../syntax/split.ts";
import type { Span } from "../../text.ts";
import { definitionsIn } from "./definitions.ts";

export interface Destination {
  /** The destination as it is written, angle brackets and title left out. */
  readonly span: Span;
  readonly target: string;
}

/**
 * The destinations of inline links and images, and of definitions (`[log]: a.md#top`), in order; in quotes and headings too. Only sections that `isWanted` accepts are
 * read. Linear in the text.
 */
export function destinationsIn(
  text: string,
  isWanted: (section: string) => boolean = () => true,
): readonly Destination[] {
  if (!text.includes("](") && !text.includes("]:")) return [];
  return split(text).sections.flatMap(({ start, end }) => {
    const section = text.slice(start, end);
    if (!isWanted(section)) return [];
    return inSection(section).map(({ span, target }) => ({
      span: { start: start + span.start, end: start + span.end },
      target,
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
  return found
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ span }, at, all) => span.start >= (all[at - 1]?.span.end ?? 0));
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
