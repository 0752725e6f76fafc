/** A citation as programs write it behind what they copy: `Okafor et al., 2014, p. 412`, `Okafor 2014:412`, `Page 12`. */
import { locatorIn } from "./locators.ts";
import type { Cited } from "./types.ts";

export interface CitedPlace {
  readonly cited?: Cited;
  /** As `at` has it. */
  readonly at?: string;
}

const YEAR = /(?<![\p{L}\p{N}])((?:1[5-9]|20)\d{2})[a-z]?(?![\p{L}\p{N}])/u;
const NO_DATE = /(?<![\p{L}])(?:n\.\s?d\.|s\.\s?f\.)/iu;
const KEY = /(?:^|[\s([])@([\p{L}\p{N}_][\p{L}\p{N}_.:+/-]*[\p{L}\p{N}])/u;

/** So long is no citation. */
const LONGEST = 300;

/** What words that may be a citation say of a source and of a place in it; `isWhole` says that they are one, from end to end. */
export function citedPlace(words: string, isWhole = false): CitedPlace {
  if (words.length > LONGEST) return {};
  const dated = YEAR.exec(words) ?? NO_DATE.exec(words) ?? KEY.exec(words);
  const behind = dated ? words.slice(dated.index + dated[0].length) : undefined;
  const at = locatorIn(words, behind, isWhole);
  const cited = citedIn(words);
  return { ...(at !== undefined && { at }), ...(cited && { cited }) };
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
