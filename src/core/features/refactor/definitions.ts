/** Where labels of links are defined: `[label]: target "title"`. */
import { blocksOfPiece } from "../../model/parts/blocks.ts";
import type { Block } from "../../syntax/blocks.ts";
import type { Span } from "../../text.ts";
import type { Destination } from "./destinations.ts";

export interface LinkDefinition extends Destination {
  /** The label as it is compared. */
  readonly label: string;
  readonly whole: Span;
  /** Target and title as they are written. */
  readonly written: string;
}

const DEFINITION =
  /[ \t>]*\[((?:\\.|[^[\]\\])+)\]:[ \t]*(?:(?:\r\n?|\n)[ \t>]*)?((?:<((?:\\.|[^<>\\\r\n])*)>|([^\s<]\S*))(?:[ \t]+(?:"[^"]{0,999}"|'[^']{0,999}'|\([^()]{0,999}\)))?)[ \t]*(?=[\r\n]|$)(?:\r\n?|\n)?/y;

/** The definitions of a text, in order: those with which a paragraph begins. `blocks` are those of the text where they are known. Linear in the text. */
export function definitionsIn(text: string, blocks?: readonly Block[]): readonly LinkDefinition[] {
  if (!text.includes("]:")) return [];
  const found: LinkDefinition[] = [];
  for (const { start, end } of paragraphsIn(blocks ?? blocksOfPiece(text))) {
    DEFINITION.lastIndex = start;
    for (let match = DEFINITION.exec(text); match; match = DEFINITION.exec(text)) {
      const [all, label = "", written = "", angled, bare = ""] = match;
      // A footnote of one word is none.
      if (match.index + all.trimEnd().length > end || label.startsWith("^")) break;
      const target = angled ?? bare;
      const from = match.index + all.lastIndexOf(written) + (angled === undefined ? 0 : 1);
      const whole = { start: match.index, end: match.index + all.length };
      found.push({ label: asLabel(label), target, written, whole, span: { start: from, end: from + target.length } });
      if (DEFINITION.lastIndex >= end) break;
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** A label as it is compared. */
export function asLabel(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase();
}

function paragraphsIn(blocks: readonly Block[]): readonly Span[] {
  return blocks.flatMap((block): readonly Span[] => {
    if (block.type === "paragraph") return [block];
    if (block.type === "list") return block.items.flatMap((item) => paragraphsIn(item.blocks));
    return block.type === "quote" ? paragraphsIn(block.blocks) : [];
  });
}
