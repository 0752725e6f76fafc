/** The words of an extract's quotation where they are written: without the marks of the block quote, and without what its author left out or put in. */
import type { Extract } from "../../model/types.ts";
import { wordsIn, wordsOfQuote } from "../../quotes/compared.ts";
import type { Token } from "../../quotes/differing.ts";
import type { Definition, Review } from "../../review.ts";
import type { Span } from "../../text.ts";
import { recordAt } from "../tree/places.ts";

/** The extract whose quotation stands at an offset of a document; its marks belong to it. */
export function quoteAt(review: Review, uri: string, offset: number): Definition<Extract> | undefined {
  const extract = extractAt(review, uri, offset);
  const quote = extract?.entity.quote;
  if (!extract || !quote) return undefined;
  const at = offset - extract.placed.start;
  const line = lineOf(extract.placed.text, at);
  return quote.start <= at && at <= quote.end && MARKED.test(line) ? extract : undefined;
}

/** The extract that an offset of a document stands in. */
export function extractAt(review: Review, uri: string, offset: number): Definition<Extract> | undefined {
  const record = recordAt(review, { uri, offset });
  return record?.brief.kind === "extract" ? (record as Definition<Extract>) : undefined;
}

/** So many signs before a place a line begins at the most. */
const LINE = 20_000;

/** The line of a place, from its beginning up to the place. */
function lineOf(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < LINE && !/[\r\n]/.test(text.charAt(start - 1))) start--;
  return text.slice(start, at + 1);
}

const MARKED = /^[ \t]*>/;

export interface WrittenQuote {
  /** The piece that holds the record; offsets are of it. */
  readonly text: string;
  /** Where the quotation stands, with its marks. */
  readonly span: Span;
  readonly words: readonly Token[];
}

/** Undefined where its words cannot be told apart from marks of another kind: entities, links, code. Linear in the quotation. */
export function writtenQuote({ placed, entity }: Definition<Extract>): WrittenQuote | undefined {
  const { quote } = entity;
  if (!quote) return undefined;
  const { text } = placed;
  const words = wordsIn(text, quote, marksIn(text, quote));
  const read = wordsOfQuote(quote.text);
  const isRead = words.length === read.length && words.every(({ word }, index) => word === read[index]?.word);
  return isRead ? { text, span: { start: quote.start, end: quote.end }, words } : undefined;
}

/** What of a stretch is no quotation: the marks at the beginnings of lines, and lines without a mark. */
function marksIn(text: string, { start, end }: Span): readonly Span[] {
  const found: Span[] = [];
  for (let at = start; at < end; ) {
    const rest = text.slice(at, end);
    const line = /^[^\r\n]*(?:\r\n?|\n)?/.exec(rest)?.[0] ?? rest;
    const mark = /^(?:[ \t]*>)+[ \t]?/.exec(line)?.[0];
    found.push({ start: at, end: at + (mark ?? line).length });
    at += Math.max(1, line.length);
  }
  return found;
}
