/**
 * Heads and feet of a text whose pages form feeds part, as converters of PDFs write it: up to three lines that a blank one parts from the text, at either end of a page,
 * that come again on other pages, number them, or stand in the midst of a sentence.
 */
import type { Page } from "../quotes/source-text.ts";
import type { Span } from "../text.ts";
import { firstCounted, isNumber, shapeOf } from "./page-numbers.ts";

const LINES = 3;
const LONGEST = 160;
/** A number at one end of a line, apart from its other words. */
const NUMBER_AT_END = /^\s*(\d{1,6})\s{2,}\S|\S\s{2,}(\d{1,6})\s*$/;
const GOES_ON = /^[\s"'“‘(]*\p{Ll}/u;
const IS_ENDED = /[.!?:;…]["'”’)\]]*$/u;

interface Ends {
  /** Lines of its head and of its foot, if these are; from its edge inwards. */
  readonly head: readonly Span[];
  readonly foot: readonly Span[];
  /** The first and the last line of what is between them. */
  readonly first: string;
  readonly last: string;
}

export interface FedFurniture {
  readonly skipped: readonly Span[];
  readonly folio: number | undefined;
}

/** Linear in the text. */
export function fedFurniture(text: string, pages: readonly Page[]): FedFurniture {
  const ends = pages.map(({ start }, index) => endsOf(text, start, pages[index + 1]?.start ?? text.length));
  const lineOf = ({ start, end }: Span): string => text.slice(start, end).trim();
  const seen = new Map<string, number>();
  const counts = new Map<number, number>();
  const note = <T>(map: Map<T, number>, each: Iterable<T>): void => {
    for (const one of new Set(each)) map.set(one, (map.get(one) ?? 0) + 1);
  };
  for (const [page, { head, foot }] of ends.entries()) {
    const lines = [...head, ...foot].map(lineOf);
    note(seen, lines.map(shapeOf));
    note(
      counts,
      lines.flatMap((line) => numbersOf(line).map((number) => number - page)),
    );
  }
  const often = pages.length < 6 ? 2 : 3;
  const skipped: Span[] = [];
  const furniture: string[][] = [];
  for (const [page, own] of ends.entries()) {
    const [before, after] = [ends[page - 1], ends[page + 1]];
    const isTold = (line: string): boolean =>
      isNumber(line) ||
      (seen.get(shapeOf(line)) ?? 0) >= often ||
      numbersOf(line).some((number) => (counts.get(number - page) ?? 0) > 1);
    const take = (block: readonly Span[], isAmid: boolean): readonly Span[] => {
      const isAside = block.every((line) => isTold(lineOf(line)));
      return isAside || (isAmid && block.length === 1) ? block : [];
    };
    const head = take(own.head, before !== undefined && isAmid(before, own));
    const foot = take(own.foot, after !== undefined && isAmid(own, after));
    const taken = [...head, ...foot].sort((a, b) => a.start - b.start);
    furniture.push(taken.map(lineOf));
    for (const span of taken) skipped.push(span);
  }
  return { skipped, folio: firstCounted(furniture) };
}

const isAmid = (before: Ends, after: Ends): boolean =>
  before.last !== "" && !IS_ENDED.test(before.last) && GOES_ON.test(after.first);

function numbersOf(line: string): readonly number[] {
  const found = NUMBER_AT_END.exec(line);
  const number = isNumber(line) ? /\d{1,6}/.exec(line)?.[0] : (found?.[1] ?? found?.[2]);
  return number === undefined ? [] : [Number(number)];
}

function endsOf(text: string, start: number, end: number): Ends {
  const top = edgeOf(text, start, end, 1);
  const bottom = edgeOf(text, start, end, -1);
  const [head, foot] = [top.block, bottom.block];
  // Of a page of few lines none is set apart.
  const isAll = (head[head.length - 1]?.end ?? start) > (foot[foot.length - 1]?.start ?? end);
  if (isAll) return { head: [], foot: [], first: text.slice(start, start + LONGEST), last: "" };
  return { head, foot, first: top.next, last: bottom.next };
}

/** The lines at an edge up to a blank one, without line ends, and the line after that; none where they are too many or too long. */
function edgeOf(text: string, start: number, end: number, by: 1 | -1): { block: readonly Span[]; next: string } {
  const block: Span[] = [];
  let first = "";
  let isParted = false;
  for (const line of by === 1 ? linesDown(text, start, end) : linesUp(text, start, end)) {
    const isBlank = !/\S/.test(text.slice(line.start, line.end));
    if (isBlank) {
      isParted = block.length > 0;
      continue;
    }
    const words = text.slice(line.start, line.end).trim();
    if (isParted) return { block, next: words };
    first ||= words;
    block.push(line);
    if (block.length > LINES || line.end - line.start > LONGEST) return { block: [], next: first };
  }
  return { block: [], next: first };
}

function* linesDown(text: string, start: number, end: number): Generator<Span> {
  for (let at = start; at < end; ) {
    const found = text.indexOf("\n", at);
    const next = found < 0 || found >= end ? end : found;
    yield { start: at, end: next };
    at = next + 1;
  }
}

function* linesUp(text: string, start: number, end: number): Generator<Span> {
  for (let at = end; at > start; ) {
    const found = text.lastIndexOf("\n", at - 1);
    const from = found < start ? start : found + 1;
    yield { start: from, end: at };
    at = from - 1;
  }
}
