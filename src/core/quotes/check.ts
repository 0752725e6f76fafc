/**
 * Whether a quotation stands in its source. The tiers are those that a measurement on 651 quotations of a published review made out: as it is written; with marks,
 * white space and case as they may be; with ends of lines and punctuation as they may be; in parts where words were left out or put in; else the passage most like it.
 */
import type { Span } from "../text.ts";
import { isAttributed, withoutAttribution } from "./attributed.ts";
import { asLine } from "./compared.ts";
import { chainsIn, INSERTED, MOST_PLACES, placesIn, type Stretch, type Wanted } from "./find.ts";
import { type Folded, fold, spanIn } from "./fold.ts";
import { mayStandFor } from "./hidden.ts";
import { hyphenedAs } from "./hyphened.ts";
import { isAmong, type PageRange } from "./locators.ts";
import { nearby } from "./near.ts";
import { type Part, partsOfQuote } from "./parts.ts";
import type { Page, SourceText } from "./source-text.ts";
import { isWhole } from "./whole.ts";

export type Tier = "exact" | "plain" | "loose" | "parts";

/** Where a quotation stands: offsets in the source's text. */
export interface Passage {
  readonly span: Span;
  /** One for each part, in order. */
  readonly parts: readonly Span[];
}

export type Answer =
  /** It stands there; `count` is at how many places, of which the likeliest is given: from the first of the text on it is the `nth`. */
  | {
      readonly is: "exact";
      readonly tier: Tier;
      readonly passage: Passage;
      readonly count: number;
      readonly nth: number;
    }
  /** It stands on these pages, and not on those that are named; `others` are pages on which it begins too. */
  | {
      readonly is: "moved";
      readonly tier: Tier;
      readonly passage: Passage;
      readonly count: number;
      readonly nth: number;
      readonly pages: readonly string[];
      readonly others: readonly string[];
    }
  /** It does not stand there, but something like it does: 1 is the same. */
  | { readonly is: "near"; readonly passage: Passage; readonly score: number }
  | { readonly is: "absent" };

/** What tells places of one quotation apart. */
export interface Hints {
  /** The pages that the extract names. */
  readonly pages?: PageRange | undefined;
  /** Where the extracts before and after it stand: offsets in the source's text. */
  readonly after?: number | undefined;
  readonly before?: number | undefined;
}

/** So far apart may two parts be where words were left out, the shorter of which has fewer units than this: few words stand anywhere, and longer parts tell their place. */
const OMITTED = [
  [16, 600],
  [32, 5000],
] as const;
const BLANK = 1;
/** So much of a quotation may be another, and it is near. */
const LEAST_SCORE = 0.8;
/** Pure; a text is folded once. Where `hints.pages` cannot be compared with the pages of the text, nothing is said to have moved. */
export function checkQuote(quote: string, source: SourceText, hints: Hints = {}): Answer {
  const words = quote.trim();
  if (!/[\p{L}\p{N}]/u.test(words)) return { is: "absent" };
  let elsewhere: Answer | undefined;
  for (const tier of TIERS) {
    const found = tier(words, source);
    const answer = found && placed(found, source, hints);
    if (answer?.is === "exact") return answer;
    // With other marks or another case it may stand on a page that is named.
    elsewhere ??= answer;
  }
  return elsewhere ?? unattributed(words, source, hints) ?? near(words, source, hints);
}

/** Where it stands without the attribution that ends it, and the source has none there. */
function unattributed(words: string, source: SourceText, hints: Hints): Answer | undefined {
  const own = withoutAttribution(words);
  if (own === undefined) return undefined;
  for (const tier of TIERS) {
    const found = tier(own, source);
    const passages = found?.passages.filter(({ span }) => !isAttributed(source.text, span.end)) ?? [];
    if (found && passages.length > 0) return placed({ ...found, passages }, source, hints);
  }
  return undefined;
}

/** Whether a quotation stands in its source, on whatever page: {@link checkQuote} says `exact` of it then. What is only like it is not looked for. */
export function standsIn(quote: string, source: SourceText): boolean {
  const words = quote.trim();
  if (!/[\p{L}\p{N}]/u.test(words)) return false;
  return TIERS.some((tier) => tier(words, source) !== undefined) || unattributed(words, source, {}) !== undefined;
}

const TIERS: readonly ((words: string, source: SourceText) => Found | undefined)[] = [
  exactly,
  (words, source) => folded(words, source, "plain"),
  (words, source) => folded(words, source, "loose"),
  inParts,
];

interface Found {
  readonly tier: Tier;
  readonly passages: readonly Passage[];
}

const single = (span: Span): Passage => ({ span, parts: [span] });

function exactly(words: string, source: SourceText): Found | undefined {
  const passages = placesIn(source.text, words).map(single).filter(isWholeIn(source));
  return passages.length === 0 ? undefined : { tier: "exact", passages };
}

const isWholeIn =
  (source: SourceText) =>
  ({ span }: Passage): boolean =>
    isWhole(source, span);

function folded(words: string, source: SourceText, tier: "plain" | "loose"): Found | undefined {
  const isHyphened = tier === "loose" ? hyphenedAs(words) : () => true;
  const passages = alikeIn(words, source, tier).filter(
    (each) => isWhole(source, each.span) && isHyphened(source, each.span),
  );
  return passages.length === 0 ? undefined : { tier, passages };
}

/** Whether words go on beyond them over a hyphen or not. */
function alikeIn(words: string, source: SourceText, tier: "plain" | "loose"): readonly Passage[] {
  const whole = source.folded(tier);
  return placesIn(whole.text, fold(words, tier).text).map((each) => single(spanOf(source, whole, each)));
}

function inParts(words: string, source: SourceText): Found | undefined {
  const parts = partsOfQuote(words);
  if (parts.length === 0) return undefined;
  const whole = source.folded("loose");
  const isHyphened = parts.map(({ span }) => hyphenedAs(words.slice(span.start, span.end)));
  const passages = chainsIn(whole, wantedOf(words, parts))
    .map((chain) => passageOf(chain.map((each) => spanOf(source, whole, each))))
    .filter((each) => each.parts.every((span, index) => isHyphened[index]?.(source, span)))
    .filter((each) => parts.every((part, index) => isSaid(words, parts[index - 1], part, source, each, index)));
  return passages.length === 0 ? undefined : { tier: "parts", passages: shortestFirst(passages) };
}

/** Whether what stands before a part in the source is what a bracket there may stand for. */
function isSaid(
  words: string,
  before: Part | undefined,
  part: Part,
  source: SourceText,
  found: Passage,
  index: number,
): boolean {
  const [last, next] = [found.parts[index - 1], found.parts[index]];
  if (!before || !last || !next || part.after !== "insertion") return true;
  return mayStandFor(
    words.slice(before.span.end, part.span.start),
    asLine(source, { start: last.end, end: next.start }),
  );
}

function wantedOf(words: string, parts: readonly Part[]): readonly Wanted[] {
  let before = "";
  return parts.map(({ span, after, cutBefore, cutAfter }) => {
    const own = fold(words.slice(span.start, span.end), "loose").text;
    const fewer = Math.min(own.length, before.length);
    before = own;
    const isAfterOmission = after === "omission" || after === "none";
    const within = after === "note" ? BLANK : after === "insertion" ? INSERTED : omittedBetween(fewer);
    return { words: own, open: { before: foldedOf(cutBefore), after: foldedOf(cutAfter) }, within, isAfterOmission };
  });
}

/** How far two parts may be from each other, the shorter of which has so many units. */
function omittedBetween(units: number): number {
  return OMITTED.find(([most]) => units < most)?.[1] ?? Number.POSITIVE_INFINITY;
}

const foldedOf = (words: string | undefined): string | undefined =>
  words === undefined ? undefined : fold(words, "loose").text;

function spanOf({ text }: SourceText, whole: Folded, { start, end }: Stretch): Span {
  return spanIn(text, whole, start, end);
}

function passageOf(parts: readonly Span[]): Passage {
  const [first, last] = [parts[0], parts[parts.length - 1]];
  return { span: { start: first?.start ?? 0, end: last?.end ?? 0 }, parts };
}

const lengthOf = ({ span }: Passage): number => span.end - span.start;
const shortestFirst = (passages: readonly Passage[]): readonly Passage[] =>
  passages.toSorted((a, b) => lengthOf(a) - lengthOf(b));

/** The likeliest of the places, and whether it is on a page that is named. */
function placed({ tier, passages }: Found, source: SourceText, hints: Hints): Answer {
  const count = passages.length;
  const { passage, isElsewhere } = likeliest(passages, source, hints);
  if (!passage) return { is: "absent" };
  const nth = passages.filter(({ span }) => span.start <= passage.span.start).length;
  if (!isElsewhere) return { is: "exact", tier, passage, count, nth };
  const pages = labelsOf(source.pagesOf(passage.span));
  return { is: "moved", tier, passage, count, nth, pages, others: beginning(passages, source, pages) };
}

/** The passage on a page that is named, between its neighbours; `isElsewhere` where it is known that none is on such a page. */
function likeliest(
  passages: readonly Passage[],
  source: SourceText,
  hints: Hints,
): { readonly passage: Passage | undefined; readonly isElsewhere: boolean } {
  const { pages } = hints;
  if (!pages) return { passage: between(passages, hints), isElsewhere: false };
  // Of words that stand everywhere not all places are known.
  const areAll = passages.length < MOST_PLACES;
  const isOn = passages.map(({ span }) => isOnPage(source, span, pages));
  const onPage = passages.filter((_, index) => isOn[index] === true);
  if (onPage.length > 0) return { passage: between(onPage, hints), isElsewhere: false };
  return { passage: between(passages, hints), isElsewhere: areAll && isOn.every((each) => each === false) };
}

/** Whether a span touches one of the pages; undefined where that cannot be known. */
function isOnPage(source: SourceText, span: Span, named: PageRange): boolean | undefined {
  const labels = source.pagesOf(span).map(({ label }) => (label === undefined ? undefined : isAmong(label, named)));
  if (labels.some((each) => each === true)) return true;
  return labels.length === 0 || labels.some((each) => each === undefined) ? undefined : false;
}

/** So many other pages are told. */
const MOST_OTHERS = 5;

function beginning(passages: readonly Passage[], source: SourceText, pages: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const { span } of passages) {
    const [label] = labelsOf(source.pagesOf({ start: span.start, end: span.start + 1 }));
    if (label !== undefined && !pages.includes(label)) found.add(label);
    if (found.size >= MOST_OTHERS) break;
  }
  return [...found];
}

const labelsOf = (pages: readonly Page[]): readonly string[] =>
  pages.flatMap(({ label }) => (label === undefined ? [] : [label]));

/** The first place between the extracts before and after it, else the one nearest to them. */
function between(passages: readonly Passage[], { after, before }: Hints): Passage | undefined {
  if (passages.length < 2 || (after === undefined && before === undefined)) return passages[0];
  const [from, to] = [after ?? 0, before ?? Number.POSITIVE_INFINITY];
  const distance = ({ span }: Passage): number => Math.max(0, from - span.start, span.start - to);
  return passages.toSorted((a, b) => distance(a) - distance(b) || a.span.start - b.span.start)[0];
}

/** The passage most like the quotation. */
function near(words: string, source: SourceText, hints: Hints): Answer {
  const whole = source.folded("loose");
  const parts = wantedOf(words, partsOfQuote(words));
  const total = parts.reduce((sum, part) => sum + part.words.length, 0);
  const like = nearby(whole.text, parts, total * (1 - LEAST_SCORE) + 1e-9);
  const found = like.map(({ stretches }) => passageOf(stretches.map((each) => spanOf(source, whole, each))));
  const passages = found.length > 0 ? found : alikeIn(words, source, "plain");
  const passage = likeliest(shortestFirst(passages), source, hints).passage;
  if (!passage) return { is: "absent" };
  const errors = Math.max(1, like[0]?.errors ?? 1);
  return { is: "near", passage: toStop(passage, words, source.text), score: 1 - errors / Math.max(2, total) };
}

/** With the stop behind it, where the quotation ends with one too: letters alone were compared. */
function toStop(passage: Passage, words: string, text: string): Passage {
  const stop = STOP.test(words) ? STOP_AFTER.exec(text.slice(passage.span.end, passage.span.end + 4))?.[0] : undefined;
  const last = passage.parts[passage.parts.length - 1];
  if (stop === undefined || !last) return passage;
  const end = passage.span.end + stop.length;
  return {
    span: { start: passage.span.start, end },
    parts: [...passage.parts.slice(0, -1), { start: last.start, end }],
  };
}

const STOP = /[.!?;:,。、，！？；：][”’"')\]」』）]{0,2}$/u;
const STOP_AFTER = /^[.!?;:,。、，！？；：][”’"')\]」』）]{0,2}/u;
