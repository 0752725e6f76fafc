/** Pages as the locator of an extract names them: `p. 412`, `pp. 412–5, table 2`, `S12`, `xiv`. */

/** From one printed page to another; both the same for one page. */
export interface PageRange {
  readonly from: string;
  readonly to: string;
}

const NUMBER = "(?:[a-z]{0,2}\\d{1,7}[a-z]?|[ivxlcdm]{1,12})";
const PAGES = new RegExp(
  `(?:^|[\\s,;(])(?:pp?\\.|pages?|págs?\\.|páginas?|pgs?\\.)\\s*(${NUMBER})(?:\\s*[-\\u2010-\\u2015]\\s*(${NUMBER}))?(?![\\p{L}\\p{N}])`,
  "iu",
);
const BARE = new RegExp(`^\\s*(${NUMBER})(?:\\s*[-\\u2010-\\u2015]\\s*(${NUMBER}))?\\s*$`, "iu");

/** The pages that a locator names; undefined where it names none, as `Discussion, para 2` does. A number alone is a page. */
export function pagesNamed(locator: string): PageRange | undefined {
  const found = PAGES.exec(locator) ?? (/\d/.test(locator) ? BARE.exec(locator) : null);
  const from = found?.[1];
  if (!found || from === undefined) return undefined;
  return { from, to: found[2] === undefined ? from : ended(from, found[2]) };
}

/** A locator with other pages in it, and all else as it is written; undefined where it names none. */
export function withPages(locator: string, from: string, to: string): string | undefined {
  const found = PAGES.exec(locator) ?? (/\d/.test(locator) ? BARE.exec(locator) : null);
  const first = found?.[1];
  if (!found || first === undefined) return undefined;
  const [all, , last] = found;
  const at = all.lastIndexOf(first, all.length - (last?.length ?? 0) - 1);
  const sign = last === undefined ? "–" : all.slice(at + first.length, all.length - last.length);
  const pages = from === to ? from : `${from}${sign}${to}`;
  const before = all
    .slice(0, at)
    .replace(
      /(?<![\p{L}])(p)(p?)\.(\s*)$/iu,
      (_, p: string, __: string, space: string) => `${p}${from === to ? "" : "p"}.${space}`,
    );
  const start = found.index;
  return `${locator.slice(0, start)}${before}${pages}${locator.slice(start + all.length)}`;
}

/** `412–5` ends at 415. */
function ended(from: string, to: string): string {
  const isShort = /^\d+$/.test(to) && /\d$/.test(from) && to.length < from.length;
  return isShort ? from.slice(0, from.length - to.length) + to : to;
}

/** Whether a printed page is one of those named; undefined where the two cannot be compared. */
export function isAmong(label: string, { from, to }: PageRange): boolean | undefined {
  const [page, first, last] = [placeOf(label), placeOf(from), placeOf(to)];
  if (!page || !first || !last) return label.toLowerCase() === from.toLowerCase() || undefined;
  if (page.series !== first.series) return false;
  const end = last.series === first.series ? last.number : first.number;
  return first.number <= page.number && page.number <= Math.max(first.number, end);
}

interface PagePlace {
  /** Pages of one series are in order: plain numbers, Roman ones, those with a letter before them. */
  readonly series: string;
  readonly number: number;
}

function placeOf(label: string): PagePlace | undefined {
  const plain = /^\s*([a-z]{0,2})(\d{1,7})([a-z]?)\s*$/i.exec(label);
  if (plain) return { series: `${plain[1]?.toLowerCase()}#${plain[3]?.toLowerCase()}`, number: Number(plain[2]) };
  const roman = romanOf(label.trim().toLowerCase());
  return roman === undefined ? undefined : { series: "roman", number: roman };
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function romanOf(label: string): number | undefined {
  if (!/^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(label) || label === "") return undefined;
  let sum = 0;
  for (let at = 0; at < label.length; at++) {
    const value = ROMAN[label.charAt(at)] ?? 0;
    sum += value < (ROMAN[label.charAt(at + 1)] ?? 0) ? -value : value;
  }
  return sum;
}
