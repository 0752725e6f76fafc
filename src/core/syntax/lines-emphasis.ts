/** Emphasis: runs of `*` and `_`, and which of them belong together (CommonMark 0.31 section 6.2, as micromark matches them). */
import type { Mark } from "./blocks.ts";

/** A run of one delimiter in the source. Matching eats it from its inner side. */
export interface DelimiterRun {
  readonly unit: number;
  start: number;
  end: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** The run that begins at `at`, on a line of text from `lineStart` to `lineEnd`. */
export function readRun(text: string, at: number, lineStart: number, lineEnd: number): DelimiterRun {
  const unit = text.charCodeAt(at);
  let end = at;
  while (end < lineEnd && text.charCodeAt(end) === unit) end++;
  const before = at > lineStart ? classOf(text.charCodeAt(at - 1)) : Class.Space;
  const after = end < lineEnd ? classOf(text.charCodeAt(end)) : Class.Space;
  const left = after === Class.Other || (after === Class.Punctuation && before !== Class.Other);
  const right = before === Class.Other || (before === Class.Punctuation && after !== Class.Other);
  if (unit === 42) return { unit, start: at, end, opens: left, closes: right };
  return {
    unit,
    start: at,
    end,
    opens: left && (before !== Class.Other || !right),
    closes: right && (after !== Class.Other || !left),
  };
}

/**
 * Matches the runs from index `first` on and takes them off the list; what matches is noted as marks, with places in the
 * source for `from` and `to`, and its delimiters as dropped (flat pairs).
 */
export function matchEmphasis(runs: DelimiterRun[], first: number, marks: Mark[], dropped: number[]): void {
  const open: DelimiterRun[] = [];
  for (let index = first; index < runs.length; index++) {
    const run = runs[index] as DelimiterRun;
    if (run.closes) close(run, open, marks, dropped);
    if (run.opens && run.end > run.start) open.push(run);
  }
  runs.length = first;
}

function close(run: DelimiterRun, open: DelimiterRun[], marks: Mark[], dropped: number[]): void {
  let at = open.length - 1;
  while (at >= 0 && run.end > run.start) {
    const opener = open[at] as DelimiterRun;
    const openSize = opener.end - opener.start;
    const closeSize = run.end - run.start;
    if (
      opener.unit !== run.unit ||
      ((opener.closes || run.opens) && closeSize % 3 > 0 && (openSize + closeSize) % 3 === 0)
    ) {
      at--;
      continue;
    }
    const use = openSize > 1 && closeSize > 1 ? 2 : 1;
    marks.push({
      kind: use === 2 ? "strong" : "emphasis",
      from: opener.end,
      to: run.start,
      span: { start: opener.end - use, end: run.start + use },
    });
    dropped.push(opener.end - use, opener.end, run.start, run.start + use);
    opener.end -= use;
    run.start += use;
    open.length = opener.end > opener.start ? at + 1 : at;
    at = open.length - 1;
  }
}

enum Class {
  Other,
  Space,
  Punctuation,
}

const UNICODE_SPACE = /\s/;
const UNICODE_PUNCTUATION = /\p{P}|\p{S}/u;

function classOf(unit: number): Class {
  if (unit < 128) return unit <= 32 ? asciiSpace(unit) : isPunctuationUnit(unit) ? Class.Punctuation : Class.Other;
  const character = String.fromCharCode(unit);
  if (UNICODE_SPACE.test(character)) return Class.Space;
  return UNICODE_PUNCTUATION.test(character) ? Class.Punctuation : Class.Other;
}

function asciiSpace(unit: number): Class {
  return unit === 32 || (unit >= 9 && unit <= 13) ? Class.Space : Class.Other;
}

/** Whether an ASCII unit is punctuation. */
export function isPunctuationUnit(unit: number): boolean {
  return (unit > 32 && unit < 48) || (unit > 57 && unit < 65) || (unit > 90 && unit < 97) || (unit > 122 && unit < 127);
}
