/** A citation as programs write it behind what they copy: `Okafor et al., 2014, p. 412`, `Okafor 2014:412`, `Page 12`. */
import type { Cited } from "./types.ts";

export interface CitedPlace {
  readonly cited?: Cited;
  /** As `at` has it. */
  readonly at?: string;
}

const NUMBER = "(?:[a-z]{0,2}\\d{1,7}[a-z]?|[ivxlcdm]{1,9})";
const PAGE = new RegExp(
  `(?:^|[\\s,;(:])(?:pp?|pages?|pgs?|ss?|seiten?|págs?|páginas?|str)[.\\s]\\s{0,3}(${NUMBER})(?:\\s?[-\\u2010-\\u2015]\\s?(${NUMBER}))?(?![\\p{L}\\p{N}])`,
  "iu",
);
const AFTER_YEAR = /(?<!\d)\d{4}[a-z]?:\s?(\d{1,7})(?:\s?[-\u2010-\u2015]\s?(\d{1,7}))?(?!\d)/u;
const LOCATION = /(?:^|[\s,;(])loc(?:ation|\.)?\s{0,3}(\d{1,7})(?!\d)/iu;
const YEAR = /(?<![\p{L}\p{N}])((?:1[5-9]|20)\d{2})[a-z]?(?![\p{L}\p{N}])/u;
const NO_DATE = /(?<![\p{L}])(?:n\.\s?d\.|s\.\s?f\.)/iu;
const KEY = /(?:^|[\s([])@([\p{L}\p{N}_][\p{L}\p{N}_.:+/-]*[\p{L}\p{N}])/u;

/** So long is no citation. */
const LONGEST = 300;

/** What words that may be a citation say of a source and of a place in it. */
export function citedPlace(words: string): CitedPlace {
  if (words.length > LONGEST) return {};
  const at = placeIn(words);
  const cited = citedIn(words);
  return { ...(at !== undefined && { at }), ...(cited && { cited }) };
}

function placeIn(words: string): string | undefined {
  const found = PAGE.exec(words) ?? AFTER_YEAR.exec(words);
  if (found) return found[2] === undefined ? `p. ${found[1]}` : `pp. ${found[1]}–${found[2]}`;
  const location = LOCATION.exec(words)?.[1];
  return location === undefined ? undefined : `location ${location}`;
}

function citedIn(words: string): Cited | undefined {
  const key = KEY.exec(words)?.[1];
  const year = YEAR.exec(words);
  const date = year ?? NO_DATE.exec(words);
  const before = date ? words.slice(0, date.index) : "";
  const author = before
    .split(/,|;|:|&|\s(?:and|und|y|e|et)\s|\set al\b|\d/iu, 1)[0]
    ?.replace(/^[\s("“„«']+|[\s()"”“»'.:,]+$/gu, "");
  if (key === undefined && !author) return undefined;
  return { ...(key !== undefined && { key }), ...(author && { author }), ...(year && { year: Number(year[1]) }) };
}
