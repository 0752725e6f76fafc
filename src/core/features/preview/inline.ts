/** Links and marks among the words of a paragraph, a heading or a cell. markdown-it does not say where words stand: they are found in the lines again. */

import { inMarkup } from "../../text.ts";
import type { PreviewRecord } from "../preview.ts";
import { foundIn } from "./found.ts";
import type { Item, Items } from "./items.ts";
import { copyOf, htmlToken, type Token, tokenLike } from "./markdown-it.ts";

/** A line of the text, without its end. */
export type Written = string;

export function linesOf(text: string): readonly Written[] {
  return (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).split(/\r\n|\r|\n/);
}

export interface Within {
  readonly written: readonly Written[];
  readonly items: Items;
  /** Where the next cell of a table's row stands; it is moved on. */
  readonly row: { readonly line: number; at: number } | undefined;
  readonly coded: PreviewRecord["coded"];
  /** HTML after the words. */
  readonly beside: string;
}

type Coded = PreviewRecord["coded"][number];

/** The token with what belongs in it, and the coded words that stand in it. */
export function wovenInline(
  token: Token,
  { written, items, row, coded, beside }: Within,
): { readonly token: Token; readonly coded: ReadonlySet<Coded> } {
  const found = new Set<Coded>();
  const wanted = token.map
    ? itemsIn(token.content, token.map[0], written, items)
    : row
      ? itemsInCell(token.content, row, written, items)
      : [];
  const folded = coded.length > 0 ? token.content.replace(/\n/g, " ") : "";
  for (const each of coded) {
    const at = folded.indexOf(each.words);
    if (at < 0) continue;
    found.add(each);
    const opening = `<span class="${each.look}" title="${inMarkup(each.title)}">`;
    wanted.push({ start: at, end: at + each.words.length, opening });
  }
  if (wanted.length === 0 && beside === "") return { token, coded: found };
  const children = wanted.length === 0 ? [...(token.children ?? [])] : wovenChildren(token, wanted);
  if (beside !== "") children.push(htmlToken(token, beside));
  return { token: copyOf(token, { children }), coded: found };
}

/** Offsets in the content of a token. */
interface Wanted {
  readonly start: number;
  readonly end: number;
  readonly link?: Item["link"] | undefined;
  readonly opening?: string | undefined;
}

function wantedOf({ start, end, link, look }: Item, shift: number): Wanted {
  return {
    start: start + shift,
    end: end + shift,
    link,
    opening: look === undefined ? undefined : `<span class="${look}">`,
  };
}

function itemsIn(content: string, first: number, written: readonly Written[], items: Items): Wanted[] {
  const wanted: Wanted[] = [];
  let at = 0;
  let line = first;
  for (const words of content.split("\n")) {
    const own = items.on(line);
    if (own.length > 0) {
      const bare = words.trimStart();
      // What stands before the words, marks of lists and quotes, is not in the content; what stands behind them is white space.
      const base = (written[line] ?? "").lastIndexOf(bare);
      const shift = at + words.length - bare.length - base;
      if (base >= 0)
        for (const item of own)
          if (item.start >= base && item.end <= base + bare.length) wanted.push(wantedOf(item, shift));
    }
    at += words.length + 1;
    line++;
  }
  return wanted;
}

function itemsInCell(
  content: string,
  row: { readonly line: number; at: number },
  written: readonly Written[],
  items: Items,
): Wanted[] {
  const line = written[row.line] ?? "";
  const base = line.indexOf(content, row.at);
  const wanted: Wanted[] = [];
  if (base >= 0 && content !== "") {
    for (const item of items.between(row.line, base, base + content.length))
      if (item.end <= base + content.length) wanted.push(wantedOf(item, -base));
  }
  const bar = line.indexOf("|", base < 0 ? row.at : base + content.length);
  row.at = bar < 0 ? line.length : bar + 1;
  return wanted;
}

function wovenChildren({ content, children }: Token, wanted: readonly Wanted[]): Token[] {
  const sorted = inOrder(wanted);
  const out: Token[] = [];
  let at = 0;
  let next = 0;
  let links = 0;
  for (const child of children ?? []) {
    if (child.type === "link_open" || /^<a[\s>]/i.test(child.content)) links++;
    else if (child.type === "link_close" || /^<\/a\s*>/i.test(child.content)) links--;
    const found = child.content === "" ? undefined : foundIn(content, child.content, at);
    if (found) at = found.end;
    while ((sorted[next]?.end ?? at) <= (found?.start ?? -1)) next++;
    if (!found || child.type !== "text") {
      out.push(child);
      continue;
    }
    let from = 0;
    for (let index = next; index < sorted.length; index++) {
      const each = sorted[index] as Wanted;
      if (each.start >= found.end) break;
      const isWhole = each.start >= found.start && each.end <= found.end;
      const start = found.within(each.start);
      const stop = found.within(each.end);
      if (stop <= Math.max(start, from - 1) || (each.link && (links > 0 || !isWhole))) continue;
      if (start > from) out.push(textOf(child, child.content.slice(from, start)));
      out.push(opened(child, each), textOf(child, child.content.slice(start, stop)), closed(child, each));
      from = stop;
    }
    if (from === 0) out.push(child);
    else if (from < child.content.length) out.push(textOf(child, child.content.slice(from)));
  }
  return out;
}

/** Ascending, never overlapping: of two that do, the link, else the first. */
function inOrder(wanted: readonly Wanted[]): readonly Wanted[] {
  const sorted = [...wanted].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Wanted[] = [];
  for (const each of sorted) {
    const last = kept.at(-1);
    if (!last || each.start >= last.end) kept.push(each);
    else if (each.link && !last.link) kept[kept.length - 1] = each;
  }
  return kept;
}

function textOf(like: Token, content: string): Token {
  return tokenLike(like, { content });
}

function opened(like: Token, { link, opening }: Wanted): Token {
  if (!link) return htmlToken(like, opening ?? "<span>");
  const attrs: [string, string][] = [
    ["href", link.href],
    ["class", "cmoc-ref"],
    ["title", link.title],
  ];
  return tokenLike(like, { type: "link_open", tag: "a", nesting: 1, attrs });
}

function closed(like: Token, { link }: Wanted): Token {
  return link ? tokenLike(like, { type: "link_close", tag: "a", nesting: -1 }) : htmlToken(like, "</span>");
}
