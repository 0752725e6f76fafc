/** Pages as the locator of an extract names them: `p. 412`, `pp. 412–5, table 2`, `pp. 412, 415f`, `S12`. */
import { type ListedPages, type PageList, pageLists } from "./page-lists.ts";
import { type PageNumber, pageNumber } from "./page-numbers.ts";
import { SIGNED, signedList, withSigned } from "./signed-pages.ts";

interface Pages {
  readonly from: string;
  readonly to: string;
  /** Whether the page that follows is meant too, or those that follow, however many. */
  readonly follows?: "one" | "all";
}

/** From one printed page to another; both the same for one page. */
export interface PageRange extends Pages {
  /** Of a list the others. Where it can be read in several ways, all that it may mean. */
  readonly also?: readonly Pages[];
  /** It may be no page: `T2` and `s3` alone. It may be compared with pages that it is, and with none that it is not. */
  readonly isUnsure?: true;
}

/** The pages that a locator names; undefined where it names none, as `Discussion, para 2` does. A number alone is a page. */
export function pagesNamed(locator: string): PageRange | undefined {
  const signed = signedPages(locator);
  if (signed) return signed;
  const joined = locator.replace(THOUSANDS, "$1");
  const lists = [locator, ...(joined === locator ? [] : [joined])].map((each) =>
    (pageLists(each) ?? []).filter(({ isOfFile }) => !isOfFile),
  );
  const [first, ...also] = lists.flat().flatMap(({ items }) => meant(items));
  if (!first) return undefined;
  const isUnsure = lists.some((list) => list.some(isUnsureList)) || (joined !== locator && lists[0]?.length === 0);
  return { ...first, ...(also.length > 0 && { also }), ...(isUnsure && { isUnsure }) };
}

/** The same of pages that stand before a sign for them. */
function signedPages(locator: string): PageRange | undefined {
  const [first, ...also] = signedList(locator);
  return first && { ...first, ...(also.length > 0 && { also }) };
}

/** `1,234`, `1.234`. */
const THOUSANDS = /(?<![\p{L}\p{N}.,])(\d{1,3})[.,'’\u2009\u202f](?=\d{3}(?![\p{L}\p{N}]))/gu;

/** Whether they may be no pages: letters or several numbers without a mark; a capital right before a number is more often a person; `p I`; `S.` behind words. */
function isUnsureList({ mark, gap, start, items }: PageList): boolean {
  const [only, ...others] = items;
  const first = only?.from ?? "";
  if (mark === "") return others.length > 0 || /[a-z]/i.test(`${first}${only?.to ?? ""}`);
  // Behind words it may be the initial of a name.
  if (mark === "S") return start > 0;
  if (gap === "") return mark === "P";
  return /^pp?$/i.test(mark) && !gap.startsWith(".") && !/\d/.test(first);
}

/** What a list may mean. */
function meant(items: readonly ListedPages[]): readonly Pages[] {
  const [first] = items;
  return items.flatMap(({ from, to, follows }, index): readonly Pages[] => {
    const more = follows && { follows };
    const read = { from, to: to === undefined ? from : ended(from, to), ...more };
    // `412, 5` may be 412 and 415.
    const whole = index > 0 && first ? ended(first.from, from) : from;
    return whole === from ? [read] : [read, { from: whole, to: to === undefined ? whole : ended(whole, to), ...more }];
  });
}

/** `412–5` ends at 415, `S9–10` at S10. */
function ended(from: string, to: string): string {
  const found = /^(.*?)(\d+)[a-z]?$/i.exec(from);
  const own = /^(\d+)([a-z]?)$/i.exec(to);
  if (!found || !own) return to;
  const [, before = "", digits = ""] = found;
  const [, number = ""] = own;
  return before + (number.length < digits.length ? digits.slice(0, digits.length - number.length) : "") + to;
}

/** Whether a printed page is one of those named; undefined where that cannot be said for certain. */
export function isAmong(label: string, named: PageRange): boolean | undefined {
  const page = pageNumber(label);
  const own = plainly(label);
  let isIn: boolean | undefined = named.isUnsure ? undefined : false;
  for (const pages of [named, ...(named.also ?? [])]) {
    const found = own === plainly(pages.from) || own === plainly(pages.to) || isWithin(page, own, pages);
    if (found === true) return true;
    // Behind `p. 413`, `T2` is no page.
    if (found === undefined && (pages === named || isOfOneSeries(pages, named))) isIn = undefined;
  }
  return isIn;
}

const plainly = (label: string): string =>
  label
    .trim()
    .toLowerCase()
    .replace(/[\u2010\u2011]/g, "-");

function isWithin(page: PageNumber | undefined, own: string, { from, to, follows }: Pages): boolean | undefined {
  const [first, last] = [pageNumber(from), pageNumber(to)];
  if (!page || !first || !last) return undefined;
  const isMixed = first.kind !== last.kind || first.before !== last.before;
  if (isMixed) {
    // `xii–3`, which may be one page too.
    const isBetween =
      (isOfSeries(page, first) && !isBefore(page, first)) || (isOfSeries(page, last) && !isBefore(last, page));
    return isBetween || own === plainly(`${from}-${to}`) || undefined;
  }
  if (page.kind !== first.kind) return false;
  // Journals print `S13`, and people write `p. 13`. Pages that are counted have no letters, wherever they were printed.
  if (page.before !== first.before && page.before !== "" && first.before !== "") return false;
  const isCounted = page.before === "" && first.before !== "";
  const [begin, end] = isBefore(last, first) ? [last, first] : [first, last];
  if (!isBefore(page, begin) && !isBefore(end, page)) return true;
  if (isCounted) return undefined;
  if (follows === undefined || isBefore(page, begin)) return false;
  if (page.number <= end.number + 1) return true;
  return follows === "one" ? false : undefined;
}

const isOfSeries = (page: PageNumber, other: PageNumber): boolean =>
  page.kind === other.kind && page.before === other.before;

function isOfOneSeries({ from: one }: Pages, { from: other }: Pages): boolean {
  const [first, second] = [pageNumber(one), pageNumber(other)];
  return !first || !second || isOfSeries(first, second);
}

/** Letters behind numbers count where both have one: `413a` is of page 413. */
function isBefore(one: PageNumber, other: PageNumber): boolean {
  if (one.number !== other.number) return one.number < other.number;
  return one.after !== "" && other.after !== "" && one.after < other.after;
}

/**
 * A locator with other pages in it, and all else as it is written; undefined where it names none, where it cannot be told for certain which of its words are pages,
 * and where it would be read as other pages.
 */
export function withPages(locator: string, from: string, to: string): string | undefined {
  const signed = locator.match(SIGNED);
  if (signed) return signed.length === 1 ? withSigned(locator, from, to) : undefined;
  const [list, ...others] = pageLists(locator) ?? [];
  if (!list || others.length > 0 || list.isOfFile || !isReplaceable(list, locator)) return undefined;
  const { mark, gap, start, end, items } = list;
  const [only] = items;
  const isPlain = items.length === 1 && only !== undefined && SIGN.test(only.sign);
  const sign = isPlain && !/[-\u2010\u2011]/.test(from) ? only.sign : "–";
  const pages = from === to ? from : `${from}${sign}${to}`;
  const made = `${locator.slice(0, start)}${marked(mark, from !== to)}${gap}${pages}${locator.slice(end)}`;
  const read = pagesNamed(made);
  if (!read || read.from !== from || read.to !== to || read.follows || read.also) return undefined;
  return isUnsureList(list) && (mark !== "" || !isAlike(only?.from ?? "", from)) ? undefined : made;
}

/** What may stand between two pages, without another mark. */
const SIGN = /^(?:\s*[-\u2010-\u2015\u2212]+\s*|\s+\p{L}+\s+)$/u;

/** Whether all that stands in a list are pages, and nothing that is said with them. */
function isReplaceable({ mark, items, end }: PageList, locator: string): boolean {
  const [first, ...others] = items;
  if (!first) return false;
  if (others.length === 0) return true;
  if (/^\s+[\p{L}\p{N}]/u.test(locator.slice(end, end + 20))) return false;
  let last = first;
  for (const item of others) {
    const isSaid = isSeveral(mark) || /\p{L}|&/u.test(item.joint);
    if (!isSaid || item.joint.trim() === "" || !isAlike(last.from, item.from)) return false;
    last = item;
  }
  return true;
}

const isSeveral = (mark: string): boolean => /^(?:pp|p.*s|seiten)$/i.test(mark);

/** Whether a page is of the other's kind, and not before it. */
function isAlike(one: string, other: string): boolean {
  const [first, second] = [pageNumber(one), pageNumber(other)];
  return !!first && !!second && isOfSeries(first, second) && first.number <= second.number;
}

/** `p` for one page, `pp` for several; `page`, `pages`. */
function marked(mark: string, areSeveral: boolean): string {
  if (mark === "" || mark === "S" || isSeveral(mark) === areSeveral) return mark;
  if (!areSeveral) return mark.slice(0, -1);
  const more = /^p$/i.test(mark) ? "p" : /^seite$/i.test(mark) ? "n" : "s";
  return mark + (mark.length > 1 && mark === mark.toUpperCase() ? more.toUpperCase() : more);
}
