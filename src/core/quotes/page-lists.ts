/** Lists of pages in running words, as people write them: `pp. 412–5, 420 and 431f`. */
import { romanOf } from "./page-numbers.ts";

export interface ListedPages {
  readonly from: string;
  /** As it is written: `5` of `412–5`; undefined for one page. */
  readonly to: string | undefined;
  /** Whether the page that follows is meant too (`f`), or the pages that follow (`ff`). */
  readonly follows: "one" | "all" | undefined;
  /** What stands between the two pages. */
  readonly sign: string;
  /** What stands before it in the list; "" for the first. */
  readonly joint: string;
}

export interface PageList {
  /** What says that they are pages, `pp.`, and its place; "" where numbers stand alone. */
  readonly mark: string;
  /** What stands between that and the first page: a stop, blanks. */
  readonly gap: string;
  readonly start: number;
  /** Where the first page begins, and where the last one ends. */
  readonly from: number;
  readonly end: number;
  readonly items: readonly ListedPages[];
  /** Whether they are pages of the file, whatever is printed on them: `PDF p. 2`. */
  readonly isOfFile?: true;
}

const MARK = "(?:p[aá]ginas?|pages?|p[aá]gs?|pgs?|pp?|seiten?|s(?=\\.))";
const MARKED = new RegExp(`(?<=^|[\\s,;([])(${MARK})(?:\\.\\s*|\\s+|(?=\\d))`, "giu");
const AGAIN = `(?:${MARK}(?:\\.\\s*|\\s+|(?=\\d)))?`;
const PAGE = new RegExp(
  "([a-z]{1,4}[-\\u2010\\u2011]\\d{1,7}(?:(?!ff?(?![\\p{L}\\p{N}]))[a-z])?" +
    "|[a-z]{0,3}\\d{1,7}(?:(?!ff?(?![\\p{L}\\p{N}]))[a-z])?|[ivxlcdm]{1,12})" +
    "(\\s?(?:ff?|sqq?|ss)\\.?|\\s{1,3}et\\s{1,3}seqq?\\.?|\\s{1,3}y\\s{1,3}(?:ss|sigs)\\.?)?(?![\\p{L}\\p{N}])",
  "iuy",
);
const TO = new RegExp(
  `(?:\\s{0,5}(?:-{1,3}|[\\u2010-\\u2015\\u2212])\\s{0,5}|\\s{1,5}(?:to|through|until|al?|à|hasta|bis)\\s{1,5})${AGAIN}`,
  "iuy",
);
const AND = "(?:and|or|y|e|o|et|ou|und)\\s{1,5}";
const JOINT = new RegExp(`(?:\\s{0,5}[,;&/+]\\s{0,5}(?:${AND})?|\\s{1,5}(?:${AND})?)${AGAIN}`, "iuy");
/** What makes another thing of the number before it: `12.3`, `12:3`, `5 %`. */
const OTHER = /[.:·]\p{N}|\s?[%‰°=×]/uy;

/** What says that pages are those of the file: `PDF page 2`, `page 2 of the PDF`; not `p. 412 (PDF p. 2)`, where it says so of those that follow. */
const OF_FILE_BEFORE = /(?<![\p{L}\p{N}])(?:pdf|file)[\s-]{0,3}$/iu;
const OF_FILE_AFTER =
  /^\s{0,3}[([,]?\s{0,3}(?:(?:of|in|im|in der|der|des|del?|du)\s{1,3})?(?:(?:the|das|el|la|le)\s{1,3})?(?:pdf|file)(?![\p{L}\p{N}])(?![\s-]{0,3}(?:p|s\.|seite|\d))/iu;

/** Longer locators, and lists of more items, are none. */
const LONGEST = 2000;
const MOST = 64;

/** The lists that a locator holds; undefined where one of them cannot be read. Linear in the locator. */
export function pageLists(written: string): readonly PageList[] | undefined {
  if (written.length > LONGEST) return undefined;
  const locator = written.replace(/[\uff10-\uff19]/g, (digit) => digit.normalize("NFKC"));
  const lists: PageList[] = [];
  let end = 0;
  for (const found of locator.matchAll(MARKED)) {
    // `s. 12` is a section.
    if (found.index < end || found[1] === "s") continue;
    const list = listAt(locator, found.index, found[1] ?? "", found[0].slice(found[1]?.length));
    if (list === "other") return undefined;
    if (!list) continue;
    const isOfFile =
      OF_FILE_BEFORE.test(locator.slice(Math.max(0, list.start - 8), list.start)) ||
      OF_FILE_AFTER.test(locator.slice(list.end, list.end + 40));
    lists.push(isOfFile ? { ...list, isOfFile } : list);
    end = list.end;
  }
  if (lists.length > 0) return lists;
  const start = locator.length - locator.trimStart().length;
  const alone = /\d/.test(locator) ? listAt(locator, start, "", "") : undefined;
  return alone && alone !== "other" && locator.slice(alone.end).trim() === "" ? [alone] : [];
}

function listAt(text: string, start: number, mark: string, gap: string): PageList | "other" | undefined {
  const items: ListedPages[] = [];
  const from = start + mark.length + gap.length;
  let end = from;
  let joint = "";
  for (let at = end; ; ) {
    const item = itemAt(text, at, joint);
    if (!item) break;
    if (items.length === MOST) return "other";
    items.push(item.pages);
    end = item.end;
    joint = taken(JOINT, text, end) ?? "";
    if (joint === "") break;
    at = end + joint.length;
  }
  if (items.length === 0) return undefined;
  return taken(OTHER, text, end) === undefined ? { mark, gap, start, from, end, items } : "other";
}

function itemAt(text: string, at: number, joint: string): { pages: ListedPages; end: number } | undefined {
  const first = pageAt(text, at);
  if (!first) return undefined;
  const [, letters, , number] = /^([a-z]+)([-\u2010\u2011])(\d+)$/i.exec(first.page) ?? [];
  // `xii-3` goes from the one to the other.
  if (letters !== undefined && number !== undefined && romanOf(letters.toLowerCase()) !== undefined)
    return {
      pages: { from: letters, to: number, follows: first.follows, sign: "-", joint },
      end: first.end,
    };
  const sign = first.follows ? undefined : taken(TO, text, first.end);
  const last = sign === undefined ? undefined : pageAt(text, first.end + sign.length);
  const { page, follows, end } = last ?? first;
  return {
    pages: { from: first.page, to: last && page, follows, sign: last ? (sign ?? "") : "", joint },
    end,
  };
}

function pageAt(
  text: string,
  at: number,
): { readonly page: string; readonly follows: ListedPages["follows"]; readonly end: number } | undefined {
  PAGE.lastIndex = at;
  const found = PAGE.exec(text);
  const page = found?.[1];
  if (!found || page === undefined) return undefined;
  const more = found[2]?.replace(/[.\s]/g, "").toLowerCase();
  const follows = more === undefined ? undefined : more === "f" || more === "sq" ? "one" : "all";
  return { page, follows, end: at + found[0].length };
}

function taken(sign: RegExp, text: string, at: number): string | undefined {
  sign.lastIndex = at;
  return sign.exec(text)?.[0];
}
