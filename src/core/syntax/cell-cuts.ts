/** Where a cell of a table is cut into slots: at `;` and line breaks, in a mechanism's column also at arrows, outside brackets, quotation marks, code and links. */
import type { Inline, Mark } from "./blocks.ts";
import { isSpace, type Stretch } from "./words.ts";

/** A stretch between two cuts. Before the first arrow stands the resource, after it and after each further one a response. */
export interface Segment extends Stretch {
  readonly part?: "resource" | "reasoning";
}

const ARROWS = "→⇒➔➜⟶⟹➡";
const OPEN = "([{“«„（［「";
const SHUT = ")]}”»）］」";

/** The segments of a cell's text, which may be blank. Linear. */
export function cutsOf({ text, marks }: Pick<Inline, "text" | "marks">, arrows: boolean): readonly Segment[] {
  if (!isCut(text, arrows)) return [{ from: 0, to: text.length }];
  const enclosed = enclosedIn(text, marks);
  const segments: Segment[] = [];
  let pieces: Stretch[] = [];
  let from = 0;
  let next = 0;
  for (let at = 0; at <= text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 32 || (unit > 62 && unit < 128)) continue;
    const line = unit === 10 || at === text.length;
    if (!line) {
      while (next < enclosed.length && (enclosed[next]?.to ?? 0) <= at) next++;
      if ((enclosed[next]?.from ?? text.length) <= at) continue;
    }
    if (line || isSemicolon(unit)) {
      pieces.push({ from, to: at });
      add(text, pieces, segments);
      pieces = [];
      from = at + 1;
    } else if (arrows) {
      const begin = arrowBegin(text, at);
      if (begin < 0) continue;
      pieces.push({ from, to: Math.max(from, begin) });
      from = at + 1;
    }
  }
  return segments;
}

/** An arrow with nothing before it, or nothing after it, parts nothing. */
function add(text: string, pieces: readonly Stretch[], into: Segment[]): void {
  if (pieces.length === 1) {
    into.push(pieces[0] as Stretch);
    return;
  }
  const said = pieces.filter(({ from, to }) => !isWhite(text, from, to));
  for (let index = 0; index < said.length; index++) {
    const piece = said[index] as Stretch;
    const { from, to } = piece;
    into.push(said.length === 1 ? piece : { from, to, part: index === 0 ? "resource" : "reasoning" });
  }
}

function isWhite(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at >= to;
}

function isCut(text: string, arrows: boolean): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 32 || (unit > 62 && unit < 128)) continue;
    if (unit === 10 || isSemicolon(unit) || (arrows && arrowBegin(text, at) >= 0)) return true;
  }
  return false;
}

function isSemicolon(unit: number): boolean {
  return unit === 59 || unit === 0xff1b || unit === 0x61b;
}

/** Where the arrow that ends at `at` begins, or -1: `→`, `->`, `-->`, `=>`, not `<->`. */
export function arrowBegin(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit > 0x2000) return ARROWS.includes(text.charAt(at)) ? at : -1;
  if (unit !== 62) return -1;
  let from = at;
  while (from > 0 && at - from < 4 && (text.charCodeAt(from - 1) === 45 || text.charCodeAt(from - 1) === 61)) from--;
  return from < at && text.charCodeAt(from - 1) !== 60 ? from : -1;
}

const ENCLOSING: readonly Mark["kind"][] = ["code", "link", "address", "image"];

/** Code, links, addresses, and what stands in brackets or quotation marks that close on the same line, ascending and apart from each other. */
function enclosedIn(text: string, marks: readonly Mark[]): readonly Stretch[] {
  const pairs: Stretch[] = marks.filter(({ kind }) => ENCLOSING.includes(kind));
  let open: number[] = [];
  let quote = -1;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if ((unit > 41 && unit < 91) || unit === 32 || (unit > 96 && unit < 123)) continue;
    if (unit === 10) {
      open = [];
      quote = -1;
    } else if (unit === 34) {
      if (quote >= 0) pairs.push({ from: quote, to: at + 1 });
      quote = quote >= 0 ? -1 : at;
    } else if (OPEN.includes(text.charAt(at))) open.push(at);
    else if (SHUT.includes(text.charAt(at))) {
      const from = open.pop();
      if (from !== undefined) pairs.push({ from, to: at + 1 });
    }
  }
  pairs.sort((a, b) => a.from - b.from);
  const merged: Stretch[] = [];
  for (const pair of pairs) {
    const last = merged[merged.length - 1];
    if (last !== undefined && pair.from < last.to) {
      if (pair.to > last.to) merged[merged.length - 1] = { from: last.from, to: pair.to };
    } else merged.push(pair);
  }
  return merged;
}
