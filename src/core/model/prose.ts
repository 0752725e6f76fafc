/**
 * References in running text: citations, `[[…]]`, and Markdown links to a relative `.md` file whose text is a reference.
 */
import type { Block, Inline, Mark } from "../syntax/blocks.ts";
import { citationsOf } from "../syntax/citations.ts";
import { referenceAt, wholeReference } from "../syntax/references.ts";
import { refsOf } from "./names.ts";
import type { Ref } from "./types.ts";

export interface ProseOptions {
  /** The label of the field that the words stand in; `prose` outside fields. */
  readonly field: string;
  /** Whether the words stand in a record: there a bare `@word` always counts. */
  readonly inRecord: boolean;
  /** Leave citations out, because they were read as evidence. */
  readonly withoutCitations?: boolean;
  /** Leave block quotes out: an extract's are its source's words. */
  readonly withoutQuotes?: boolean;
  readonly source?: string;
}

/** Adds the references of an inline to `into`. Linear. */
export function proseRefs(inline: Inline, options: ProseOptions, into: Ref[]): void {
  const text = inline.text;
  const hasLinks = inline.marks.length > 0 && inline.marks.some((mark) => mark.kind === "link");
  if (!hasLinks && !text.includes("@") && !text.includes("[[")) return;
  const place = { field: options.field, ...(options.source !== undefined && { source: options.source }) };
  const inWords = { ...place, inWords: true as const };
  if (!options.withoutCitations) {
    for (const citation of citationsOf(inline)) {
      const sure = options.inRecord || citation.bracket !== undefined || citation.extract !== undefined;
      const { from, to } = citation;
      const cited = sure ? inWords : { ...inWords, weak: true as const };
      into.push(...refsOf(inline, { type: "citation", citation }, from, to, cited));
    }
  }
  const code = inline.marks.filter((mark) => mark.kind === "code");
  for (let at = text.indexOf("[["); at >= 0; at = text.indexOf("[[", at + 2)) {
    if (text.startsWith("[[@", at) || covered(code, at)) continue;
    const read = referenceAt(text, at, undefined);
    if (!read) continue;
    into.push(...refsOf(inline, read.target, read.from, read.to, { ...inWords, weak: true }));
    at = read.next - 2;
  }
  if (!hasLinks) return;
  for (const mark of inline.marks) {
    if (mark.kind !== "link" || !isRelativeMarkdown(mark.target ?? "")) continue;
    const words = text.slice(mark.from, mark.to);
    if (words.includes("@") || words.includes("[[")) continue;
    const read = wholeReference(words, undefined);
    if (!read) continue;
    into.push(...refsOf(inline, read.target, mark.from + read.from, mark.from + read.to, { ...place, weak: true }));
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
export function blockRefs(blocks: readonly Block[], options: ProseOptions, into: Ref[]): void {
  for (const block of blocks) {
    if (block.type === "paragraph" || block.type === "heading") proseRefs(block.inline, options, into);
    else if (block.type === "list") for (const item of block.items) blockRefs(item.blocks, options, into);
    else if (block.type === "quote") {
      if (!options.withoutQuotes) blockRefs(block.blocks, options, into);
    } else if (block.type === "table")
      for (const row of block.rows) for (const cell of row.cells) proseRefs(cell, options, into);
  }
}
