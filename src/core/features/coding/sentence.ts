/** The sentence that a cursor stands in, where nothing is selected. */
import type { Span } from "../../text.ts";

/** So far a sentence is looked for on either side. */
const FAR = 3000;
const EMPTY_LINE = /\n[^\S\n]*(?:\r?\n)|[\f]/g;
/** A stop with what stands at it: closing marks, and the number of a note or of a reference; a decimal has none. What follows begins a sentence. */
const STOP =
  /[.!?\u061f\u2026][\p{Pf}\p{Pe}"']{0,4}(?:\p{No}{1,6}|(?<!\d\.)\d{1,3}(?:[,\u2013-]\d{1,3}){0,5}|\s?\[\d[\d,\s\u2013-]{0,20}\])?\s+(?=[\p{Ps}\p{Pi}"']{0,3}[\p{Lu}\p{Lo}])|[\u3002\uff01\uff1f][\p{Pf}\p{Pe}]{0,2}/gu;
/** The word before a dot. */
const WORD = /[\p{L}\p{M}.]{1,12}$/u;
/** Words that a dot shortens, and that others follow. */
const SHORT =
  /^(?:dr|drs|mr|mrs|ms|mx|prof|profs|rev|st|sr|sra|dra|fig|figs|eq|eqs|tab|vol|vols|vs|cf|ca|approx|resp|ed|eds|ref|refs|ch|chap|sect|viz|cp|e\.g|i\.e|eg|ie|p\.ej|z\.b|d\.h|u\.a|bzw|vgl|p|pp)$/iu;
/** Those that a sentence may end with, too: initials, `U.K.`, `et al.` */
const MAY_END = /^(?:\p{Lu}|(?:\p{L}{1,2}\.)+\p{L}{1,2}|al|jr|inc|ltd|dept|no|nos)$/u;
const BEGINS =
  /^[\p{Ps}\p{Pi}"']*(?:The|They|This|That|These|Those|It|Its|In|On|At|We|Our|He|She|His|Her|Their|There|Then|However|And|But|As|If|When|While|After|Before|For|With|To|By|Some|Many|Most|All|One|No|Not|A|An)\s/u;

/** Of the paragraph in which the offset stands; undefined where there is no word near it. Offsets are the text's. */
export function sentenceAt(text: string, offset: number): Span | undefined {
  const from = Math.max(0, offset - FAR);
  const near = text.slice(from, Math.min(text.length, offset + FAR));
  const here = offset - from;
  const paragraph = between(near, { start: 0, end: near.length }, here, EMPTY_LINE);
  const heading = headingEnd(near.slice(paragraph.start, paragraph.end));
  if (paragraph.start + heading <= here) paragraph.start += heading;
  else paragraph.end = paragraph.start + heading;
  const words = near.slice(paragraph.start, paragraph.end);
  const { start, end } = between(words, { start: 0, end: words.length }, here - paragraph.start, STOP);
  const sentence = words.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(sentence)) return undefined;
  const first = from + paragraph.start + start + (sentence.length - sentence.trimStart().length);
  return { start: first, end: first + sentence.trim().length };
}

/** Shorter lines without a stop, above one that begins with a capital, are headings. */
const HEADING = 60;

/** Where the heading right above a paragraph's words ends; 0 where there is none. */
function headingEnd(paragraph: string): number {
  const lead = paragraph.length - paragraph.trimStart().length;
  const end = paragraph.indexOf("\n", lead);
  const line = end < 0 ? "" : paragraph.slice(lead, end).trim();
  if (line === "" || line.length > HEADING || /[.!?:;,\p{Pd}]$/u.test(line)) return 0;
  return /^\s*[\p{Lu}\p{Pi}"]/u.test(paragraph.slice(end + 1, end + 20)) ? end + 1 : 0;
}

/** The stretch between two marks that holds a place; a mark belongs to what stands before it. */
function between(text: string, whole: Span, at: number, marks: RegExp): { start: number; end: number } {
  let { start, end } = whole;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    const after = index + mark.length;
    if (marks === STOP && isShortened(text, index, after)) continue;
    if (after <= at) start = after;
    else {
      end = after;
      break;
    }
  }
  return { start, end };
}

/** Whether the dot at a place shortens a word, and ends no sentence. */
function isShortened(text: string, at: number, after: number): boolean {
  if (text.charAt(at) !== ".") return false;
  const word = (WORD.exec(text.slice(Math.max(0, at - 12), at))?.[0] ?? "").replace(/^\.+/, "");
  return SHORT.test(word) || (MAY_END.test(word) && !BEGINS.test(text.slice(after, after + 20)));
}
