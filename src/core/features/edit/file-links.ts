/** Links of a review's Markdown to a file that is to be called otherwise: Markdown's own, and wikilinks by the file's name. */
import { resolvePath } from "../../model/paths.ts";
import type { Review } from "../../review.ts";
import type { Block, Inline, Mark } from "../../syntax/blocks.ts";
import { readBlocks } from "../../syntax/read-blocks.ts";
import { split } from "../../syntax/split.ts";
import type { Span, TextEdit } from "../../text.ts";
import type { Move } from "./rename-files.ts";

/** How far before a file's name its link is looked for. */
const FAR = 1000;

/** A name of the file in a text, and whether it is to stand in a link of Markdown's; else it stands in running words. */
interface Sought {
  readonly span: Span;
  readonly inLink: boolean;
  readonly newText: string;
}

/** The edits by which every link to a file follows it to another name in the same folder. */
export function* linksToFile(review: Review, { from, to }: Move): Iterable<[uri: string, edits: readonly TextEdit[]]> {
  for (const uri of review.uris()) {
    if (review.placed(uri).length === 0) continue;
    const text = review.text(uri) ?? "";
    const sought = soughtIn(text, uri, from, to);
    const edits = sought.length === 0 ? sought : inMarkup(text, sought);
    if (edits.length > 0) yield [uri, edits.map(({ span, newText }) => ({ span, newText }))];
  }
}

function soughtIn(text: string, uri: string, from: string, to: string): readonly Sought[] {
  const old = baseOf(from);
  const made = baseOf(to);
  const found: Sought[] = [];
  for (const spelling of new Set([old, encodeURI(old), encodeURIComponent(old)])) {
    for (const at of occurrences(text, spelling)) {
      const how = leadsTo(text, at, spelling, uri, from);
      if (how) found.push({ span: { start: at, end: at + spelling.length }, inLink: how === "link", newText: made });
    }
  }
  const stem = old.replace(/\.md$/i, "");
  for (const at of occurrences(text, `[[${stem}`)) {
    const end = at + 2 + stem.length;
    if (/^(?:\.md)?(?:[|#][^\]\r\n]*)?\]\]/i.test(text.slice(end, end + FAR)))
      found.push({ span: { start: at + 2, end }, inLink: false, newText: made.replace(/\.md$/i, "") });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
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
  const line = before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1);
  const how = /\]\([ \t]{0,9}$/.test(before) ? "link" : DEFINITION.test(line) ? "definition" : undefined;
  if (!how || text.charAt(start) === "/") return undefined;
  const target = text.slice(start, at + name.length);
  return !/^[a-z][a-z0-9+.-]*:/i.test(target) && resolvePath(uri, target) === file ? how : undefined;
}

const DEFINITION = /^ {0,3}\[[^\]\r\n]{1,200}\]:[ \t]{0,9}$/;

/** Those that stand in links, or in running words, as they are to: code and HTML hold neither. Reads the sections that hold one. */
function inMarkup(text: string, sought: readonly Sought[]): readonly Sought[] {
  const found: Sought[] = [];
  let at = 0;
  for (const { start, end } of split(text).sections) {
    const own: Sought[] = [];
    for (let one = sought[at]; one && one.span.start < end; one = sought[++at])
      if (one.span.start >= start) own.push(one);
    if (own.length === 0) continue;
    const inlines = [...inlinesOf(readBlocks(text.slice(start, end)))].sort((a, b) => a.start - b.start);
    let next = 0;
    for (const inline of inlines) {
      const within: Sought[] = [];
      while (next < own.length && (own[next]?.span.start ?? 0) < start + inline.start) next++;
      for (let one = own[next]; one && one.span.end <= start + inline.end; one = own[++next]) within.push(one);
      for (const one of held(inline, within, start)) found.push(one);
    }
  }
  return found;
}

/** Those among marks of their kind, both in the order of the text. */
function* held(inline: Inline, within: readonly Sought[], start: number): Iterable<Sought> {
  let open: Mark[] = [];
  let next = 0;
  for (const one of within) {
    const { start: from, end: to } = one.span;
    for (let mark = inline.marks[next]; mark && start + mark.span.start <= from; mark = inline.marks[++next])
      open.push(mark);
    open = open.filter(({ span }) => start + span.end >= to);
    const kinds = new Set(open.map(({ kind }) => kind));
    if (kinds.has("code") || kinds.has("html") || kinds.has("address")) continue;
    if (!one.inLink || kinds.has("link") || kinds.has("image")) yield one;
  }
}

function* inlinesOf(blocks: readonly Block[]): Iterable<Inline> {
  for (const block of blocks) {
    switch (block.type) {
      case "paragraph":
      case "heading":
        yield block.inline;
        break;
      case "quote":
        yield* inlinesOf(block.blocks);
        break;
      case "list":
        for (const item of block.items) yield* inlinesOf(item.blocks);
        break;
      case "table":
        for (const { cells } of block.rows) yield* cells;
        break;
      default:
    }
  }
}
