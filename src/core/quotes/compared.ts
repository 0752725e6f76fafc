/** A quotation and the passage that it is like, in words: which both have, which the source has alone, and which the quotation. */
import { firstNot, type Span } from "../text.ts";
import type { Passage } from "./check.ts";
import { differing, type Token, tokensOf } from "./differing.ts";
import { partsOfQuote } from "./parts.ts";
import type { SourceText } from "./source-text.ts";

export interface Compared {
  /** The words of the source alone, and those of both, are the passage. */
  readonly is: "same" | "source" | "quote";
  /** On one line, as the source has it; of the quotation alone, as that does. */
  readonly text: string;
  /** Whether a blank stands before it. */
  readonly isApart: boolean;
}

/** In time of the two, and of how much they differ. */
export function compared(quote: string, passage: Passage, source: SourceText): readonly Compared[] {
  const own = wordsOfQuote(quote);
  const words = wordsOfPassage(source, passage);
  const { span } = passage;
  const found: Compared[] = [];
  let at = span.start;
  for (const run of differing(own, words)) {
    const said = run.isSame ? "" : saidIn(quote, own, run.quote);
    if (said !== "") found.push({ is: "quote", text: said, isApart: true });
    if (run.source.end === run.source.start) continue;
    // What stands between words belongs to those before it.
    const end = words[run.source.end]?.span.start ?? span.end;
    const text = asLine(source, { start: at, end });
    found.push({ is: run.isSame ? "same" : "source", text, isApart: said !== "" || isApartAt(source, at) });
    at = end;
  }
  return found;
}

/** The passage on one line. */
export function passageOf(words: readonly Compared[]): string {
  return words
    .filter(({ is }) => is !== "quote")
    .map(({ text, isApart }, index) => (isApart && index > 0 ? ` ${text}` : text))
    .join("");
}

function saidIn(quote: string, words: readonly Token[], { start, end }: Span): string {
  const [first, last] = [words[start], words[end - 1]];
  if (!first || !last || end <= start) return "";
  return quote.slice(first.span.start, last.span.end).replace(/\s+/g, " ");
}

/** The words of a quotation as they are compared, those alone that stand in its source. */
export function wordsOfQuote(quote: string): readonly Token[] {
  return wordsIn(quote, { start: 0, end: quote.length });
}

/** The same of a quotation that stands in a text, without what is `skipped` there. */
export function wordsIn(text: string, { start, end }: Span, skipped: readonly Span[] = []): readonly Token[] {
  const parts = partsOfQuote(text.slice(start, end));
  return tokensOf({
    text,
    spans: parts.map(({ span }) => ({ start: start + span.start, end: start + span.end })),
    skipped,
    open: parts.map(({ isCutBefore, isCutAfter }) => ({ before: isCutBefore, after: isCutAfter })),
  });
}

/** The words of a passage as they are compared: those of its parts, in order. */
export function wordsOfPassage({ text, skipped }: SourceText, { parts }: Passage): readonly Token[] {
  return tokensOf({ text, spans: parts, skipped });
}

/** Words of a source on one line, without what is shown and not compared; words that a line parts are joined. */
export function asLine({ text, skipped }: SourceText, { start, end }: Span): string {
  let words = "";
  let at = start;
  for (let index = firstNot(skipped.length, (each) => (skipped[each]?.end ?? 0) <= start); ; index++) {
    const skip = skipped[index];
    if (!skip || skip.start >= end) break;
    words += `${text.slice(at, Math.max(at, skip.start))}\n`;
    at = Math.min(end, skip.end);
  }
  return (words + text.slice(at, end))
    .replace(/[-\u00ad\u2010]\s*[\n\f\r]\s*(?=\p{Ll})/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether a blank stands before or behind a place. */
export function isApartAt({ text }: SourceText, at: number): boolean {
  return /\s/.test(text.charAt(at - 1)) || /\s/.test(text.charAt(at));
}
