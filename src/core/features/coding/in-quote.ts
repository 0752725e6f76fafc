/** Words of an extract's quote: those that somebody selected in its file, and those that stand in it. */
import type { Extract } from "../../model/types.ts";
import { placesIn } from "../../quotes/find.ts";
import { fold as foldedWords, spanIn } from "../../quotes/fold.ts";
import { goesOn } from "../../quotes/units.ts";
import type { Definition, Review } from "../../review.ts";
import { type Block, type Inline, sourceOffset } from "../../syntax/blocks.ts";
import type { Span } from "../../text.ts";
import { openRecord } from "../edit/record.ts";
import { extractAt } from "../quoted/written.ts";
import { wholeWords } from "./passage.ts";

/** The words of a quote as a person reads them, and where each unit stands in the document; -1 for what joins two stretches. */
interface QuoteText {
  readonly text: string;
  readonly offsets: readonly number[];
  readonly end: number;
  readonly start: number;
}

/** What is meant by a selection in the file of a source. */
export interface InExtract {
  readonly at: Definition<Extract>;
  /** What is to be coded: nothing selected is the whole extract, as is all of its quote. */
  readonly is: "words" | "whole" | "outside";
  /** One for each block quote that holds some of them. */
  readonly words: readonly string[];
}

/** What selections in a document say of the extract that they stand in; undefined where that is none. Offsets are the document's. */
export function inExtract(review: Review, uri: string, spans: readonly Span[]): InExtract | undefined {
  const [first] = spans;
  const at = first && extractAt(review, uri, first.start);
  const record = at && openRecord(review, at);
  if (!at || !record) return undefined;
  const selected = spans.filter(({ start, end }) => end > start);
  if (selected.length === 0) return { at, is: "whole", words: [] };
  const quote = quoteText(record.blocks, record.start);
  const words = selected.flatMap((span) => selectedWords(quote, span));
  const { text } = quote;
  if (words.length === 0) return { at, is: "outside", words: [] };
  return words.length === 1 && words[0] === text ? { at, is: "whole", words: [] } : { at, is: "words", words };
}

function quoteText(blocks: readonly Block[], by: number): QuoteText {
  let text = "";
  const offsets: number[] = [];
  const join = (words: string): void => {
    text += words;
    for (let at = 0; at < words.length; at++) offsets.push(-1);
  };
  let [start, end] = [Number.POSITIVE_INFINITY, 0];
  for (const block of blocks) {
    if (block.type !== "quote") continue;
    start = Math.min(start, by + block.start);
    end = Math.max(end, by + block.end);
    let isFirst = true;
    for (const inline of inlinesOf(block.blocks)) {
      if (inline.text.trim() === "") continue;
      if (text !== "") join(isFirst ? JOINT : " ");
      isFirst = false;
      for (const { sign, at } of folded(inline)) {
        text += sign;
        offsets.push(by + at);
      }
    }
  }
  return { text, offsets, start, end };
}

/** Stands between two block quotes of one extract. */
const JOINT = " … ";

function inlinesOf(blocks: readonly Block[]): readonly Inline[] {
  return blocks.flatMap((block): readonly Inline[] => {
    if (block.type === "paragraph" || block.type === "heading") return [block.inline];
    if (block.type === "quote") return inlinesOf(block.blocks);
    if (block.type === "list") return block.items.flatMap((item) => inlinesOf(item.blocks));
    return block.type === "table" ? block.rows.flatMap(({ cells }) => cells) : [];
  });
}

/** The units of running text with single blanks, none at its ends, and where they stand. */
function folded(inline: Inline): readonly { readonly sign: string; readonly at: number }[] {
  const made: { sign: string; at: number }[] = [];
  let blank = -1;
  for (let offset = 0; offset < inline.text.length; offset++) {
    const sign = inline.text.charAt(offset);
    if (/\s/.test(sign)) {
      if (blank < 0) blank = offset;
      continue;
    }
    if (blank >= 0 && made.length > 0) made.push({ sign: " ", at: sourceOffset(inline, blank) });
    blank = -1;
    made.push({ sign, at: sourceOffset(inline, offset) });
  }
  return made;
}

/** The whole words that a selection touches, one for each block quote. */
function selectedWords({ text, offsets }: QuoteText, { start, end }: Span): readonly string[] {
  let from = offsets.findIndex((offset) => offset >= start && offset < end);
  let to = offsets.findLastIndex((offset) => offset >= start && offset < end) + 1;
  if (from < 0) return [];
  const whole = wholeWords(text, { start: from, end: to });
  if (!whole) return [];
  [from, to] = [whole.start, whole.end];
  const found: string[] = [];
  for (let at = from; at < to; ) {
    const joint = text.indexOf(JOINT, at);
    const next = joint >= 0 && joint < to && offsets[joint] === -1 ? joint : to;
    const words = text.slice(at, next).trim();
    if (/[\p{L}\p{N}]/u.test(words)) found.push(single(text, at, next));
    at = next === to ? to : next + JOINT.length;
  }
  return found;
}

/** So many times a word more is taken to tell a place from an earlier one; then twice as many each time, up to the whole quote. */
const ONE_BY_ONE = 12;

/** The words at a place of a quote, with as many beside them as it takes to be the first of their kind there: a coding line means the first. */
function single(text: string, start: number, end: number): string {
  const trimmed = wholeWords(text, { start, end }) ?? { start, end };
  const isFirst = (span: Span): boolean => text.indexOf(text.slice(span.start, span.end)) === span.start;
  let span = trimmed;
  for (let more = 0; !isFirst(span); more++) {
    // The whole quote is the first of its kind.
    for (let far = 2 ** Math.max(0, more - ONE_BY_ONE); far > 1; far--)
      span = { start: previousStart(text, span.start), end: nextEnd(text, span.end) };
    const after = { start: span.start, end: nextEnd(text, span.end) };
    const before = { start: previousStart(text, span.start), end: span.end };
    if (isFirst(after)) span = after;
    else if (isFirst(before)) span = before;
    else span = { start: before.start, end: after.end };
  }
  return text.slice(span.start, span.end).trim();
}

function nextEnd(text: string, end: number): number {
  let at = end;
  while (at < text.length && text.charAt(at) === " ") at++;
  if (at < text.length) at++;
  while (at < text.length && goesOn(text, at)) at++;
  return at;
}

function previousStart(text: string, start: number): number {
  let at = start;
  while (at > 0 && text.charAt(at - 1) === " ") at--;
  if (at > 0) at--;
  while (at > 0 && goesOn(text, at)) at--;
  return at;
}

/** The words of a source's passage as a quote of it has them, line ends and marks as they may be; undefined where the quote has them not. */
export function wordsInQuote(quote: string, words: string): string | undefined {
  const whole = foldedWords(quote, "loose");
  const [place] = placesIn(whole.text, foldedWords(words, "loose").text);
  if (!place) return undefined;
  const { start, end } = spanIn(quote, whole, place.start, place.end);
  return quote.slice(start, end);
}
