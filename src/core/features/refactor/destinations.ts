/** Where links, images and definitions of links lead, and where that is written. */
import { blocksOfPiece } from "../../model/parts/blocks.ts";
import type { Block, Inline } from "../../syntax/blocks.ts";
import { split } from "../../syntax/split.ts";
import type { Span } from "../../text.ts";

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
  const found: Destination[] = [];
  for (const inline of inlinesIn(blocksOfPiece(text))) {
    for (const { kind, span, target } of inline.marks) {
      if ((kind !== "link" && kind !== "image") || target === undefined) continue;
      const at = destinationIn(text.slice(span.start, span.end));
      if (at) found.push({ span: { start: span.start + at.start, end: span.start + at.end }, target });
    }
    if (text.charAt(inline.start) === "[")
      found.push(...definitionsIn(text.slice(inline.start, inline.end), inline.start));
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

/** A definition: its label, its destination, a title; what stands before the next one. */
const DEFINITION =
  /(\[(?:[^[\]\\]|\\[\s\S]){1,999}\]:[ \t]*(?:(?:\r\n?|\n)[ \t]*)?)(?:<((?:\\.|[^<>\\\r\n])*)>|([^\s<]\S*))(?:[ \t]+(?:"[^"]{0,999}"|'[^']{0,999}'|\([^()]{0,999}\)))?[ \t]*(?:$|(?:\r\n?|\n)[ \t>]*)/y;

/** The definitions with which a paragraph begins, which is at `start`. */
function* definitionsIn(words: string, start: number): Iterable<Destination> {
  DEFINITION.lastIndex = 0;
  for (let from = 0, match = DEFINITION.exec(words); match; match = DEFINITION.exec(words)) {
    const [, label = "", angled, bare = ""] = match;
    const target = angled ?? bare;
    const at = start + from + label.length + (angled === undefined ? 0 : 1);
    from = DEFINITION.lastIndex;
    yield { span: { start: at, end: at + target.length }, target };
  }
}
