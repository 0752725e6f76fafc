/**
 * The printed numbers of pages, as `at: p. 412` means them: those that the file itself gives, else counted from the first page that the source names, else from its
 * bibliography's range where that is as long as the file, else by the numbers that the pages print themselves.
 */
import { roman, romanOf } from "../quotes/page-numbers.ts";
import type { Page } from "../quotes/source-text.ts";
import type { HeldText } from "./held-text.ts";

export interface Numbering {
  /** `first page:` of the source. */
  readonly first?: string | undefined;
  /** The range of pages of its entry in the bibliography: `407–419`. */
  readonly range?: string | undefined;
}

/** The pages with their printed numbers; where these cannot be known, without. */
export function printedPages({ pages, folio }: HeldText, { first, range }: Numbering): readonly Page[] {
  if (saysMore(pages)) return pages;
  const from =
    countable(first) ??
    rangeOf(range, pages.length) ??
    (folio === undefined ? undefined : { before: "", number: folio });
  return pages.map(({ start }, index) => ({ start, label: from === undefined ? undefined : numbered(from, index) }));
}

/** Whether the file names its pages, and not only counts them: a file that was cut out of a journal is counted from 1. */
function saysMore(pages: readonly Page[]): boolean {
  return pages.some(({ label }, index) => label !== undefined && label.trim() !== "" && label !== String(index + 1));
}

interface Counted {
  readonly before: string;
  readonly number: number;
  /** How Roman numbers are written. */
  readonly roman?: "small" | "large";
}

function countable(label: string | undefined): Counted | undefined {
  const words = label?.trim() ?? "";
  const found = /^([a-z]{0,3}|[a-z]{1,4}-)(\d{1,7})$/i.exec(words);
  if (found) return { before: found[1] ?? "", number: Number(found[2]) };
  const number = romanOf(words.toLowerCase());
  if (number === undefined || !/^(?:[a-z]+|[A-Z]+)$/.test(words)) return undefined;
  return { before: "", number, roman: /[a-z]/.test(words) ? "small" : "large" };
}

function numbered({ before, number, roman: is }: Counted, index: number): string | undefined {
  const own = number + index;
  if (is === undefined) return `${before}${own}`;
  const letters = roman(own);
  return is === "large" ? letters?.toUpperCase() : letters;
}

/** `407-19`, `S12–S20`, `xii–xx`: where it is as long as the file. */
function rangeOf(range: string | undefined, count: number): Counted | undefined {
  const [from, to, ...others] = (range ?? "").split(/\s*[-\u2010-\u2015]+\s*/);
  const [begin, end] = [countable(from), countable(to)];
  if (!begin || !end || others.length > 0 || begin.roman !== end.roman) return undefined;
  const width = String(begin.number).length;
  const short = String(end.number).length < width;
  const last = short
    ? Number(String(begin.number).slice(0, width - String(end.number).length) + end.number)
    : end.number;
  return last - begin.number + 1 === count ? begin : undefined;
}

/** Whether the range of its entry would tell the printed numbers: nothing that goes before it does. */
export function asksForRange({ isPaged, pages }: HeldText, first: string | undefined): boolean {
  return isPaged && pages.length > 0 && !saysMore(pages) && countable(first) === undefined;
}
