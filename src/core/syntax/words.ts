/** Words of a stretch of running text without what stands in it and is no words: tags, marks and citations. */

/** A half-open stretch of an `Inline.text`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Text with single spaces, and where it was taken from. */
export interface Words {
  readonly text: string;
  /** Flat pairs (offset in `text`, offset in the text it was taken from), ascending; a run holds up to the next pair. */
  readonly runs: readonly number[];
}

/** White space, as `\s` has it. */
export function isSpace(unit: number): boolean {
  if (unit < 128) return unit === 32 || (unit > 8 && unit < 14);
  if (unit === 160) return true;
  if (unit < 0x1680) return false;
  return (
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}

/** The first of ascending stretches that ends after `at`; by binary search. */
export function firstAfter(stretches: readonly Stretch[], at: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.to ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The text from `from` to `to` without the holes (ascending, apart from each other), white space folded to single spaces, none at the start. */
export function wordsBetween(text: string, from: number, to: number, holes: readonly Stretch[]): Words {
  let words = "";
  let runs: number[] | undefined;
  let hole = holes.length === 0 ? 0 : firstAfter(holes, from);
  let parted = false;
  for (let at = from; at < to; ) {
    const gap = holes[hole];
    if (gap !== undefined && gap.from <= at) {
      parted = true;
      at = Math.max(at, gap.to);
      hole++;
      continue;
    }
    if (isSpace(text.charCodeAt(at))) {
      parted = true;
      at++;
      continue;
    }
    const end = runEnd(text, at, gap === undefined || gap.from > to ? to : gap.from);
    if (parted && words !== "" && !(closes(text.charCodeAt(at)) && at - (holes[hole - 1]?.to ?? -2) <= 1)) words += " ";
    parted = false;
    if (runs) runs.push(words.length, at);
    else runs = [words.length, at];
    words += text.slice(at, end);
    at = end;
  }
  return { text: words, runs: runs ?? NO_RUNS };
}

const NO_RUNS: readonly number[] = [];

/** Where the run of words with single spaces between them that begins at `from` ends. */
function runEnd(text: string, from: number, limit: number): number {
  let at = from + 1;
  for (; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 32 && unit < 128) continue;
    if (!isSpace(unit)) continue;
    if (unit !== 32 || at + 1 >= limit || isSpace(text.charCodeAt(at + 1))) return at;
  }
  return at;
}

/** Punctuation that stands close to the word before it. */
function closes(unit: number): boolean {
  return (
    unit === 44 || unit === 46 || unit === 58 || unit === 59 || unit === 33 || unit === 63 || unit === 41 || unit === 93
  );
}

/** Where a unit of the words stands in the text that they were taken from. */
export function placeOf(words: Words, index: number): number {
  const { runs } = words;
  let low = 0;
  let high = (runs.length >> 1) - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle * 2] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return (runs[low * 2 + 1] ?? 0) + index - (runs[low * 2] ?? 0);
}

const SAYS = /[\p{L}\p{N}]/u;

/** Whether there is a letter, a digit or a sign that says something. */
export function saysSomething(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isWordUnit(unit)) return true;
    if (unit > 127) return SAYS.test(text);
  }
  return false;
}

/** An ASCII letter or digit. */
export function isWordUnit(unit: number): boolean {
  return (unit > 96 && unit < 123) || (unit > 64 && unit < 91) || (unit > 47 && unit < 58);
}

/** White space folded to single spaces, none at the ends. */
export function fold(text: string): string {
  return isFolded(text) ? text : text.replace(/\s+/g, " ").trim();
}

/** White space other than single spaces. */
const UNFOLDED = /[^\S ]| {2}/;
/** In longer texts a pattern finds it sooner than a look at each unit. */
const SHORT = 16;

function isFolded(text: string): boolean {
  const last = text.length - 1;
  if (last > SHORT) return text.charCodeAt(0) !== 32 && text.charCodeAt(last) !== 32 && !UNFOLDED.test(text);
  let space = true;
  for (let at = 0; at <= last; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 32 ? space : isSpace(unit)) return false;
    space = unit === 32;
  }
  return !space || last < 0;
}
