/**
 * References in running text: citations, `[[…]]`, and Markdown links to a relative `.md` file whose text is a reference.
 */
import type { Block, Inline, Mark } from "../syntax/blocks.ts";
import { citationsOf } from "../syntax/citations.ts";
import { referenceAt, wholeReference } from "../syntax/references.ts";
import { addRefs, type RefPlace } from "./names.ts";
import type { Ref } from "./types.ts";

export interface ProseOptions {
  /** The label of the field that the words stand in; `prose` outside fields. */
  readonly field: string;
  /** Whether the words stand in a record: there a bare `@word` always counts. */
  readonly inRecord: boolean;
  /** Leave citations out, because they were read as evidence. */
  readonly withoutCitations?: boolean;
  readonly source?: string | undefined;
}

/** Adds the references of an inline to `into`. Linear. */
export function proseRefs(inline: Inline, options: ProseOptions, into: Ref[]): void {
  if (refersToNothing(inline)) return;
  const text = inline.text;
  const hasLinks = hasLink(inline.marks);
  const { field, source } = options;
  const inWords: RefPlace = { field, source, inWords: true };
  if (!options.withoutCitations && text.includes("@")) {
    for (const citation of citationsOf(inline)) {
      const sure = options.inRecord || citation.bracket !== undefined || citation.extract !== undefined;
      const { from, to } = citation;
      const cited = sure ? inWords : { ...inWords, weak: true as const };
      addRefs(inline, { type: "citation", citation }, from, to, cited, into);
    }
  }
  if (text.includes("[[")) wikilinks(inline, { ...inWords, weak: true }, into);
  if (!hasLinks) return;
  for (const mark of inline.marks) {
    if (mark.kind !== "link" || !isRelativeMarkdown(mark.target ?? "")) continue;
    const words = text.slice(mark.from, mark.to);
    if (words.includes("@") || words.includes("[[")) continue;
    const read = wholeReference(words, undefined);
    if (!read) continue;
    addRefs(inline, read.target, mark.from + read.from, mark.from + read.to, { field, source, weak: true }, into);
  }
}

function wikilinks(inline: Inline, place: RefPlace, into: Ref[]): void {
  const { text } = inline;
  const code = inline.marks.filter((mark) => mark.kind === "code" || mark.kind === "address");
  for (let at = text.indexOf("[["); at >= 0; at = text.indexOf("[[", at + 2)) {
    if (text.startsWith("[[@", at) || covered(code, at)) continue;
    const read = referenceAt(text, at, undefined);
    if (!read) continue;
    addRefs(inline, read.target, read.from, read.to, place, into);
    at = read.next - 2;
  }
}

function covered(marks: readonly Mark[], at: number): boolean {
  return marks.some((mark) => mark.from <= at && at < mark.to);
}

/** Whether a link goes to a Markdown file by a relative path: no scheme, no leading slash, ending in `.md` before any fragment. */
export function isRelativeMarkdown(target: string): boolean {
  const hash = target.indexOf("#");
  const path = hash < 0 ? target : target.slice(0, hash);
  return /\.md$/i.test(path) && !/^[a-z][a-z0-9+.-]*:/i.test(path) && !path.startsWith("/");
}

/** Adds the references of all running text in these blocks, nested ones too. */
export function blocksRefs(blocks: readonly Block[], options: ProseOptions, into: Ref[]): void {
  for (const block of blocks) blockRefs(block, options, into);
}

/** As {@link blocksRefs}, of one block. */
export function blockRefs(block: Block, options: ProseOptions, into: Ref[]): void {
  if (block.type === "paragraph" || block.type === "heading") proseRefs(block.inline, options, into);
  else if (block.type === "list") for (const item of block.items) blocksRefs(item.blocks, options, into);
  else if (block.type === "quote") blocksRefs(block.blocks, options, into);
  else if (block.type === "table")
    for (const row of block.rows) for (const cell of row.cells) proseRefs(cell, options, into);
}

/** Whether there is no sign in an inline that a reference begins with: an `@`, a `[[` or a link. Linear. */
export function refersToNothing({ text, marks }: Inline): boolean {
  return !text.includes("@") && !text.includes("[[") && !hasLink(marks);
}

function hasLink(marks: readonly Mark[]): boolean {
  for (const { kind } of marks) if (kind === "link") return true;
  return false;
}
