/** Which format a text is in, by what stands in it. */
import type { Grid } from "./grid.ts";
import { gridOf } from "./grid.ts";
import { headOf } from "./heads.ts";
import { isSearch } from "./others.ts";
import { isReference } from "./references.ts";
import { EVERY } from "./schemes.ts";
import { separated } from "./separated.ts";

export type Format = "html" | "markdown" | "separated" | "text";

/** So much of a text is looked at. */
const LOOKED_AT = 60_000;
const TAGS =
  /<(?:!doctype html|html|body|table|tr|td|th|p|div|span|br|ul|ol|li|h[1-6]|meta|article|sec|table-wrap|b|i|em|strong|sup|sub)\b[^<>]{0,2000}>/gi;
const MARKDOWN = /^(?:#{1,6} \S|\|?\s{0,3}:?-{3,}:?\s*\||\s{0,3}[-*+] \*\*|---\s*$)|\*\*[^*\n]{1,200}\*\*|<!--/m;
const SURELY_MARKDOWN = /^(?:#{1,6} \S|\|?(?:\s{0,3}:?-+:?\s{0,3}\|)+(?:\s{0,3}:?-+:?)?\s*$|\s{0,3}[-*+] \*\*)/m;
/** The signs that may part values. */
const SIGNS = ["\t", ",", ";"] as const;

/** The format, and of separated values what parts them. `named` is how the file's name ends, which tells a list of values from prose with commas. */
export function formatOf(
  text: string,
  named: string,
  holdsConfigurations: (grid: Grid) => boolean,
): { readonly format: Format; readonly sign?: string } {
  const head = text.slice(0, LOOKED_AT);
  const markdown = MARKDOWN.test(head) || /^\|.*\|\s*$/m.test(head);
  if (isHtml(head, markdown)) return { format: "html" };
  if (!SURELY_MARKDOWN.test(head) || /\.(?:csv|tsv|tab)$/i.test(named)) {
    const sign = signOf(head, named, holdsConfigurations);
    if (sign !== undefined) return { format: "separated", sign };
  }
  return { format: markdown ? "markdown" : "text" };
}

function isHtml(head: string, markdown: boolean): boolean {
  if (/^\s*(?:<!doctype|<html|<\?xml|<meta|<!--StartFragment)/i.test(head)) return true;
  let tags = 0;
  let strong = false;
  for (const [tag] of head.matchAll(TAGS)) {
    tags++;
    if (/^<(?:table|tr|td|div|p|body|html|article)\b/i.test(tag)) strong = true;
    if (tags > 3 && strong) break;
  }
  return strong ? !markdown || tags > 3 : tags > 2 && !markdown;
}

function signOf(head: string, named: string, holds: (grid: Grid) => boolean): string | undefined {
  const ending = /\.(csv|tsv|tab)$/i.exec(named)?.[1]?.toLowerCase();
  let best: { readonly sign: string; readonly score: number } | undefined;
  for (const sign of SIGNS) {
    if (!head.includes(sign)) continue;
    const lines = separated(head, sign, 200);
    const widths = lines.map((line) => line.cells.length);
    const several = widths.filter((width) => width > 1).length;
    if (several < 2) continue;
    if (ending === undefined && sign !== "\t" && isProse(lines, sign, head)) continue;
    const grid = gridOf(lines);
    const heads = grid !== undefined && holds(grid);
    const share = several / widths.length;
    const isList = heads || isHeaded(lines.map(({ cells }) => cells));
    if (sign === "\t" ? !(isList || share > 0.8) : !isList && ending === undefined) continue;
    const score = (heads ? 10 : 0) + share;
    if (score > (best?.score ?? 0)) best = { sign, score };
  }
  if (best) return best.sign;
  return ending === "csv" ? "," : ending !== undefined ? "\t" : undefined;
}

/** Whether the signs are those of sentences: a blank follows them, and small letters, or there are more in one line than in another. */
function isProse(lines: readonly { readonly cells: readonly string[] }[], sign: string, head: string): boolean {
  const looked = lines.slice(0, 60);
  if (looked.filter(({ cells }) => isOtherLine(cells.join(sign))).length * 2 > looked.length) return true;
  const all = head.slice(0, LOOKED_AT).split(sign).slice(1, 400);
  if (all.filter((each) => /^[ \t]\S/.test(each)).length * 2 <= all.length) return false;
  const [first] = looked.filter(({ cells }) => cells.length > 1);
  if (!first || first.cells.some((cell) => cell.length > LONGEST_HEAD)) return true;
  if (first.cells.length < 3 && looked.length < 3) return true;
  if (looked.filter(({ cells }) => cells.length === first.cells.length).length * 10 < looked.length * 7) return true;
  if (first.cells.filter((cell) => LABELLED.test(cell)).length > 1) return true;
  const others = looked.flatMap(({ cells }) => cells.slice(1)).filter((cell) => /^\s*\p{L}/u.test(cell));
  return others.filter((cell) => /^\s*\p{Ll}/u.test(cell)).length * 2 > others.length;
}

/** A reference, or a line of a search, has commas and semicolons of its own. */
function isOtherLine(line: string): boolean {
  return isReference(line) || isSearch(line);
}

const LONGEST_HEAD = 60;
/** `Mechanism: nurses prioritise`: words behind a label are no head. */
const LABELLED =
  /(?:^|[\s*_])(?:contexts?|mechanisms?|outcomes?|[CMO])\s?\d{0,2}[*_]{0,3}\s?[:=–—][*_]{0,3}\s?[^\s*_]/iu;

/** Lines of as many values as the first has, which are short, and of which one is the head of ids, themes or configurations. */
function isHeaded(lines: readonly (readonly string[])[]): boolean {
  const [head = []] = lines;
  if (!lines.every((cells) => cells.length === head.length) || head.some((cell) => cell.length > 40)) return false;
  return head.some((cell) => headOf(cell, EVERY).is !== "note");
}
