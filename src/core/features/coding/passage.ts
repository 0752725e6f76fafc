/** What somebody selected in the text of a source, as it is quoted: whole words, lines joined, and proven to stand there. */
import { grouped, t } from "../../l10n.ts";
import { standsIn } from "../../quotes/check.ts";
import type { Skipped } from "../../quotes/fold.ts";
import { partsOfQuote } from "../../quotes/parts.ts";
import { SourceText } from "../../quotes/source-text.ts";
import { endOfSign, goesOn } from "../../quotes/units.ts";
import { withJoined } from "../../quotes/whole.ts";
import { firstNot, type Span } from "../../text.ts";
import { type Refusal, refuse } from "../edit/outcome.ts";
import { JOININGS, type Joining, joined } from "./joined.ts";

export interface Passage {
  /** The words as they are quoted, a line a paragraph; several selections are joined by an ellipsis. */
  readonly paragraphs: readonly string[];
  /** What was selected, to whole words: ascending and apart, in offsets of the source's text. */
  readonly spans: readonly Span[];
}

/** An extract of more words is no passage that somebody coded. */
export const MOST_WORDS = 5000;
/** Also where a script parts no words. */
const MOST_UNITS = 60_000;
/** So far the ends of a selection are moved to take the whole of a word. */
const LONGEST_WORD = 100;
/** So far the text beside a selection is compared with it. */
const MOST_BESIDE = 1000;

/**
 * The passage that is selected; a refusal with its reason where there are no words, more than {@link MOST_WORDS}, or where they could not be proven as one quotation.
 * Linear in the text.
 */
export function passageOf(source: SourceText, selected: readonly Span[], key: string): Passage | Refusal {
  const spans = merged(selected.flatMap((span) => wholeIn(source, span) ?? []));
  const many = tooMany(source.text, spans);
  if (many) return many;
  if (!spans.some(({ start, end }) => /[\p{L}\p{N}]/u.test(source.text.slice(start, end))))
    return told(t("No words are selected. Select the words of the passage that you want to code."));
  const near = around(source, spans);
  for (const joining of JOININGS) {
    const paragraphs = paragraphsOf(source, spans, joining);
    const words = paragraphs.join(" ");
    // What stands as one piece near the selection stands in the text, which need not be compared as a whole then.
    if (partsOfQuote(words).length === 1 && standsIn(words, near)) return { paragraphs, spans };
    if (standsIn(words, source)) return { paragraphs, spans };
  }
  return told(
    spans.length > 1
      ? t("The selected passages stand too far apart to be one quotation. Code them one after the other.")
      : t(
          "The selected words could not be proven to stand in the text of {0} once they are quoted. Select whole sentences.",
          key,
        ),
  );
}

/** The text around a selection, so far that its ends are seen as they are. */
function around({ text, skipped }: SourceText, spans: readonly Span[]): SourceText {
  const start = Math.max(0, (spans[0]?.start ?? 0) - MOST_BESIDE);
  const end = Math.min(text.length, (spans[spans.length - 1]?.end ?? 0) + MOST_BESIDE);
  const within = skipped.flatMap((skip): readonly Skipped[] =>
    skip.end <= start || skip.start >= end
      ? []
      : [
          {
            start: Math.max(0, skip.start - start),
            end: Math.min(end, skip.end) - start,
            ...(skip.as !== undefined && { as: skip.as }),
          },
        ],
  );
  return new SourceText(text.slice(start, end), [], within);
}

export function told(words: string): Refusal {
  return refuse("told", { words });
}

function tooMany(text: string, spans: readonly Span[]): Refusal | undefined {
  const units = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const words = units > MOST_UNITS ? MOST_WORDS + 1 : spans.reduce((sum, span) => sum + countWords(text, span), 0);
  return words <= MOST_WORDS
    ? undefined
    : told(t("More than {0} words are selected. Select the passage alone that you want to code.", grouped(MOST_WORDS)));
}

function countWords(text: string, { start, end }: Span): number {
  let count = 0;
  for (const _ of text.slice(start, end).matchAll(/\S+/g)) count++;
  return count;
}

/** The paragraphs of all selections; the last of one and the first of the next are one, with an ellipsis between them. */
function paragraphsOf(source: SourceText, spans: readonly Span[], joining: Joining): readonly string[] {
  const made: string[] = [];
  for (const span of spans) {
    const [first, ...others] = joined(source, span, joining);
    if (first === undefined) continue;
    const last = made.pop();
    made.push(last === undefined ? first : `${last} … ${first}`, ...others);
  }
  return made;
}

/** A selection without the white space at its ends, and with the whole of the words that it begins and ends in; undefined where nothing is left. */
export function wholeWords(text: string, { start, end }: Span): Span | undefined {
  let from = Math.max(0, Math.min(start, end));
  let to = Math.min(text.length, Math.max(start, end));
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  if (to <= from) return undefined;
  for (let steps = 0; from > 0 && steps < LONGEST_WORD && splits(text, from); steps++) from--;
  for (let steps = 0; to < text.length && steps < LONGEST_WORD && splits(text, to); steps++) to++;
  return { start: from, end: to };
}

/** So many hyphens join the words of one. */
const MOST_JOINED = 6;

/** The same with what hyphens join to it: quotations are proven by whole words. */
function wholeIn(source: SourceText, selected: Span): Span | undefined {
  let span = wholeWords(source.text, selected);
  for (let times = 0; span && times < MOST_JOINED; times++) {
    const wider = withJoined(source, span);
    if (wider.start === span.start && wider.end === span.end) break;
    span = wholeWords(source.text, wider);
  }
  return span;
}

/** Whether a place parts a word, a number, or a sign of several units. */
function splits(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0xdc00 && unit < 0xe000) return true;
  if (unit >= 0x300 && endOfSign(text, at - 1) > at) return true;
  return goesOn(text, at);
}

function merged(spans: readonly Span[]): readonly Span[] {
  const made: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = made[made.length - 1];
    if (last && span.start <= last.end)
      made[made.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else made.push(span);
  }
  return made;
}

/** Several lists of spans as one, what overlaps as one span. */
export function united(...lists: readonly (readonly Span[])[]): readonly Span[] {
  return merged(lists.flat());
}

/** Whether two lists of spans have a place in common; both ascend. */
export function doOverlap(some: readonly Span[], others: readonly Span[]): boolean {
  return others.some(({ start, end }) => {
    const next = firstNot(some.length, (index) => (some[index]?.end ?? 0) <= start);
    const one = some[next];
    return one !== undefined && one.start < end;
  });
}
