/** A quotation as it stands in its source: the passage, a sentence or two around it, its page, and which of its words the source does not have. */
import type { Answer } from "../../quotes/check.ts";
import { asLine, compared, isApartAt } from "../../quotes/compared.ts";
import type { Page, SourceText } from "../../quotes/source-text.ts";
import { sentencesOf } from "../../syntax/sentence-ends.ts";
import { firstNot, type Span } from "../../text.ts";

/**
 * What words of a passage are: `around` what is quoted; `quoted`; words of the `source` where the quotation has others, or none; words of the quotation `alone`,
 * which the source does not have there. Words of the source alone, read one after another, are the passage.
 */
export interface Stretch {
  readonly is: "around" | "quoted" | "source" | "alone";
  /** On one line. */
  readonly text: string;
  /** Whether a blank stands before it. */
  readonly isApart: boolean;
}

export interface QuoteInContext {
  readonly is: "exact" | "moved" | "near";
  readonly stretches: readonly Stretch[];
  /** The printed pages that it stands on, as far as they are known. */
  readonly pages: readonly string[];
  /** How many places the words have, and which of them this is, from 1. */
  readonly count: number;
  readonly nth: number;
}

/** So many sentences before and after a passage, and so many units of them. */
const SENTENCES = 2;
const AROUND = 320;
/** Of what is left out between two parts so much is shown. */
const BETWEEN = 160;
/** The longest part that is shown in full. */
const LONGEST = 1500;

const SHOWN = { same: "quoted", source: "source", quote: "alone", between: "around" } as const;

/** Undefined where the words are not in the text. In time of the passage, whatever the length of the text. */
export function quoteInContext(quote: string, answer: Answer, source: SourceText): QuoteInContext | undefined {
  if (answer.is === "absent") return undefined;
  const { passage } = answer;
  const { span } = passage;
  const stretches: Stretch[] = [];
  const add = (is: Stretch["is"], part: Span, text: string): void => {
    if (text !== "") stretches.push({ is, text, isApart: isApartAt(source, part.start) });
  };
  add("around", { start: span.start, end: span.start }, sentencesBefore(source, span.start));
  if (answer.is === "near")
    for (const { is, text, isApart } of compared(quote, passage, source))
      stretches.push({ is: SHOWN[is], text: shortened(text, is === "between" ? BETWEEN : LONGEST), isApart });
  else
    for (const [index, part] of passage.parts.entries()) {
      const last = passage.parts[index - 1];
      const between = last && { start: last.end, end: part.start };
      if (between) add("around", between, shortened(asLine(source, between), BETWEEN));
      add("quoted", part, shortened(asLine(source, part), LONGEST));
    }
  add("around", { start: span.end, end: span.end }, sentencesAfter(source, span.end));
  const pages = source.pagesOf(span).flatMap(({ label }) => (label === undefined ? [] : [label]));
  const several = answer.is === "near" ? { count: 1, nth: 1 } : { count: answer.count, nth: answer.nth };
  return { is: answer.is, stretches, pages, ...several };
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const half = Math.floor(most / 2);
  return `${text.slice(0, half).trimEnd()} … ${text.slice(-half).trimStart()}`;
}

/** The sentences before a place: at most two, of its section alone, not beyond the beginning of a paragraph that is far away. */
function sentencesBefore(source: SourceText, end: number): string {
  const first = bodyStart(source, end);
  const start = Math.max(first, end - AROUND);
  const line = asLine(source, { start, end });
  const sentences = sentencesOf(line, [], [], false);
  // The first one may be cut.
  const whole = start === first ? sentences : sentences.slice(1);
  const wanted = (whole.length > 0 ? whole : sentences).slice(-SENTENCES);
  const from = wanted[0]?.from ?? 0;
  return (from === 0 && start > first ? `… ${line.replace(/^\S*\s+/, "")}` : line.slice(from)).trim();
}

function sentencesAfter(source: SourceText, start: number): string {
  const last = bodyEnd(source, start);
  const end = Math.min(last, start + AROUND);
  const line = asLine(source, { start, end });
  const sentences = sentencesOf(line, [], [], false);
  const whole = end === last ? sentences : sentences.slice(0, -1);
  // The stop of the passage's own sentence is none.
  const to = whole
    .filter(({ from, to }) => /[\p{L}\p{N}]/u.test(line.slice(from, to)))
    .slice(0, SENTENCES)
    .at(-1)?.to;
  if (to !== undefined || end === last) return line.slice(0, to ?? line.length).trim();
  return `${line.replace(/\s+\S*$/, "")} …`.trim();
}

/** A heading is no longer than this. */
const HEADING = 300;

/** Where the words below the heading of a section begin, before a place; a page goes on from the one before it. */
function bodyStart({ text, pages }: SourceText, offset: number): number {
  for (let at = firstNot(pages.length, (index) => startOf(pages[index]) <= offset) - 1; at >= 0; at--) {
    const start = startOf(pages[at]);
    if (offset - start > AROUND + HEADING) break;
    if (!isHeading(text, pages, at)) continue;
    const end = start + text.slice(start, start + HEADING).indexOf("\n") + 1;
    // Words of the heading itself stand in no other line.
    return end > start && end <= offset ? end : start;
  }
  return 0;
}

/** Where the section of a place ends. */
function bodyEnd({ text, pages }: SourceText, offset: number): number {
  for (let at = firstNot(pages.length, (index) => startOf(pages[index]) <= offset); at < pages.length; at++) {
    const start = startOf(pages[at]);
    if (start - offset > AROUND) break;
    if (isHeading(text, pages, at)) return start;
  }
  return text.length;
}

const startOf = (page: Page | undefined): number => page?.start ?? 0;

/** Sections begin on a line of their own, after an empty one; pages have numbers, or begin after a form feed. */
function isHeading(text: string, pages: SourceText["pages"], at: number): boolean {
  const { start = 0, label } = pages[at] ?? {};
  if (label !== undefined) return false;
  if (start === 0) return text.charAt(startOf(pages[at + 1]) - 1) !== "\f";
  return text.charAt(start - 1) === "\n" && text.charAt(start - 2) === "\n";
}
