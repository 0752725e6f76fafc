/** A quotation and the passage that it is like, in words: which both have, which the source has alone, and which the quotation. */
import { firstNot, type Span } from "../text.ts";
import type { Passage } from "./check.ts";
import { differing, type Token, tokensOf } from "./differing.ts";
import type { Skipped } from "./fold.ts";
import { partsOfQuote } from "./parts.ts";
import type { SourceText } from "./source-text.ts";
import { hasUnparted } from "./units.ts";

export interface Compared {
  /** Words of the source alone, those of both, and those between two parts, which the quotation left out, are the passage. */
  readonly is: "same" | "source" | "quote" | "between";
  /** On one line, as the source has it; of the quotation alone, as that does. */
  readonly text: string;
  /** Whether a blank stands before it. */
  readonly isApart: boolean;
}

/** In time of the two, and of how much they differ. */
export function compared(quote: string, passage: Passage, source: SourceText): readonly Compared[] {
  const own = wordsOfQuote(quote);
  const words = wordsOfPassage(source, passage);
  const found: Compared[] = [];
  const add = (is: Compared["is"], span: Span, isParted: boolean): void => {
    const text = asLine(source, span);
    const isApart = (isParted && !hasUnparted(text.charAt(0))) || isApartAt(source, span.start);
    if (text !== "") found.push({ is, text, isApart });
  };
  let at = passage.span.start;
  let part = 0;
  for (const run of differing(own, words)) {
    const said = run.isSame ? "" : saidIn(quote, own, run.quote);
    if (said !== "") found.push({ is: "quote", text: said, isApart: !hasUnparted(said.charAt(0)) });
    const is = run.isSame ? "same" : "source";
    let isParted = said !== "";
    // What stands between words belongs to those before it; what stands between parts to none.
    const end = words[run.source.end]?.span.start ?? passage.span.end;
    for (; run.source.end > run.source.start && at < end; isParted = false) {
      const [here, next] = [passage.parts[part], passage.parts[part + 1]];
      const last = here && next && here.end < end ? here.end : end;
      add(is, { start: at, end: last }, isParted);
      at = last;
      if (!next || last === end) continue;
      add("between", { start: last, end: next.start }, false);
      at = next.start;
      part++;
    }
  }
  return found;
}

/** What stands between two parts is told in full up to this length, in units. */
const TOLD = 120;

/** A run as it is told: what was left out between two parts may be long. */
export const told = ({ is, text }: Compared): string => (is === "between" && text.length > TOLD ? "\u2026" : text);

/** The passage on one line. */
export function passageOf(words: readonly Compared[]): string {
  return words
    .filter(({ is }) => is !== "quote")
    .map((run, index) => (run.isApart && index > 0 ? ` ${told(run)}` : told(run)))
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
export function wordsIn(text: string, { start, end }: Span, skipped: readonly Skipped[] = []): readonly Token[] {
  const parts = partsOfQuote(text.slice(start, end));
  return tokensOf({
    text,
    spans: parts.map(({ span }) => ({ start: start + span.start, end: start + span.end })),
    skipped,
    open: parts.map(({ cutBefore, cutAfter }) => ({ before: cutBefore !== undefined, after: cutAfter !== undefined })),
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
    if (!skip || skip.start >= end || (skip.start <= start && end <= skip.end)) break;
    words += text.slice(at, Math.max(at, skip.start)) + (skip.as ?? "\n");
    at = Math.min(end, skip.end);
  }
  return (words + text.slice(at, end))
    .replace(/[-\u00ad\u2010](\s+)(?=\p{Ll})/gu, (all, space: string) => (/[\n\f\r]/.test(space) ? "" : all))
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether a blank stands before or behind a place. */
export function isApartAt({ text, skipped }: SourceText, at: number): boolean {
  if (/\s/.test(text.charAt(at - 1)) || /\s/.test(text.charAt(at))) return true;
  const mark = skipped[firstNot(skipped.length, (index) => (skipped[index]?.end ?? 0) < at)];
  return mark?.as !== undefined && mark.end === at && (/\s/.test(mark.as) || /\s/.test(text.charAt(mark.start - 1)));
}
