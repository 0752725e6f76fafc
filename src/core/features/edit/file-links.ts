/** Links of a review's Markdown to a file that is to be called otherwise: Markdown's own, and wikilinks by the file's name. */
import { resolvePath } from "../../model/paths.ts";
import type { Review } from "../../review.ts";
import type { Block, Inline } from "../../syntax/blocks.ts";
import { readBlocks } from "../../syntax/read-blocks.ts";
import { split } from "../../syntax/split.ts";
import type { Span, TextEdit } from "../../text.ts";
import type { Move } from "./rename-files.ts";

/** How far before a file's name its link is looked for. */
const FAR = 1000;

/** The edits by which every link to a file follows it to another name in the same folder. */
export function* linksToFile(review: Review, { from, to }: Move): Iterable<[uri: string, edits: readonly TextEdit[]]> {
  const old = baseOf(from);
  const made = baseOf(to);
  const spellings = [...new Set([old, encodeURI(old), encodeURIComponent(old)])];
  const stem = old.replace(/\.md$/i, "");
  for (const uri of review.uris()) {
    const text = review.document(uri) && review.placed(uri).length > 0 ? (review.text(uri) ?? "") : "";
    const found: { readonly span: Span; readonly inLink: boolean; readonly newText: string }[] = [];
    for (const spelling of spellings) {
      for (const at of occurrences(text, spelling)) {
        const how = leadsTo(text, at, spelling, uri, from);
        if (how) found.push({ span: { start: at, end: at + spelling.length }, inLink: how === "link", newText: made });
      }
    }
    for (const at of occurrences(text, `[[${stem}`)) {
      const end = at + 2 + stem.length;
      if (/^(?:\.md)?(?:[|#][^\]\r\n]*)?\]\]/i.test(text.slice(end, end + FAR)))
        found.push({ span: { start: at + 2, end }, inLink: false, newText: made.replace(/\.md$/i, "") });
    }
    if (found.length === 0) continue;
    const isMarkup = markupOf(text);
    const edits = found.filter(({ span, inLink }) => isMarkup(span, inLink));
    if (edits.length > 0) yield [uri, edits.map(({ span, newText }) => ({ span, newText }))];
  }
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function* occurrences(text: string, words: string): Iterable<number> {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) yield at;
}

/** What a file's name at a place ends the destination of, if that leads to the file. */
function leadsTo(text: string, at: number, name: string, uri: string, file: string): "link" | "definition" | undefined {
  const next = text.charAt(at + name.length);
  if (next !== "" && !/[)#>\s?]/.test(next)) return undefined;
  let start = at;
  while (start > 0 && at - start < FAR && !/[()<>\r\n]/.test(text.charAt(start - 1))) start--;
  const isAngled = text.charAt(start - 1) === "<";
  if (!isAngled) {
    start = at;
    while (start > 0 && at - start < FAR && !/[()<>\s]/.test(text.charAt(start - 1))) start--;
  }
  const before = text.slice(Math.max(0, start - FAR), isAngled ? start - 1 : start);
  const how = /\]\([ \t]{0,9}$/.test(before) ? "link" : DEFINITION.test(before) ? "definition" : undefined;
  if (!how || text.charAt(start) === "/") return undefined;
  const target = text.slice(start, at + name.length);
  return !/^[a-z][a-z0-9+.-]*:/i.test(target) && resolvePath(uri, target) === file ? how : undefined;
}

const DEFINITION = /(?:^|[\r\n]) {0,3}\[[^\]\r\n]{1,200}\]:[ \t]{0,9}$/;

/** Tells whether a place is in a link, or, not asked for one, in running words: code and HTML hold neither. Sections are read when one is asked about. */
function markupOf(text: string): (span: Span, isLink: boolean) => boolean {
  const { sections } = split(text);
  const read = new Map<number, readonly Block[]>();
  return (span, isLink) => {
    const section = sections.find(({ start, end }) => start <= span.start && span.end <= end);
    if (!section) return false;
    let blocks = read.get(section.start);
    if (!blocks) {
      blocks = readBlocks(text.slice(section.start, section.end));
      read.set(section.start, blocks);
    }
    const own = { start: span.start - section.start, end: span.end - section.start };
    return holds(blocks, own, isLink);
  };
}

function holds(blocks: readonly Block[], span: Span, isLink: boolean): boolean {
  return blocks.some((block) => {
    if (block.start > span.start || span.end > block.end) return false;
    switch (block.type) {
      case "paragraph":
      case "heading":
        return inlineHolds(block.inline, span, isLink);
      case "quote":
        return holds(block.blocks, span, isLink);
      case "list":
        return block.items.some((item) => holds(item.blocks, span, isLink));
      case "table":
        return block.rows.some((row) => row.cells.some((cell) => inlineHolds(cell, span, isLink)));
      default:
        return false;
    }
  });
}

function inlineHolds(inline: Inline, span: Span, isLink: boolean): boolean {
  if (inline.start > span.start || span.end > inline.end) return false;
  const around = inline.marks.filter((mark) => mark.span.start <= span.start && span.end <= mark.span.end);
  if (around.some(({ kind }) => kind === "code" || kind === "html")) return false;
  return !isLink || around.some(({ kind }) => kind === "link" || kind === "image");
}
