/** A text as it is compared, and where each of its units stands in the text as it is. Linear in the text. */
import { firstNot, type Span } from "../text.ts";
import { bared } from "./bared.ts";
import {
  endOfSign,
  foldedSign,
  isDigit,
  isInvisible,
  isPunctuation,
  isSignOfNumber,
  isSpace,
  isUnparted,
  isWord,
  LONG_DASH,
  type Looseness,
  SAYING,
} from "./units.ts";

/** A stretch that is shown and not compared where it stands. */
export interface Skipped extends Span {
  /**
   * A note at the foot of a page or a column, or what else floats there: compared as if it stood behind the whole text, so that what goes on over it is found, and itself
   * too. Where what is not compared in it parts it, its parts touch that.
   */
  readonly isNote?: boolean;
  /** What is compared in its place: `&` for `&amp;`, a blank for a mark that parts words, nothing for one that may stand within a word. Without it, words are parted. */
  readonly as?: string;
}

export interface Folded {
  /** No white space but single blanks, none at its ends. */
  readonly text: string;
  /** For each unit of `text`, the offset of the sign that it was made of. */
  readonly offsets: Int32Array;
  /** Where stretches end that stand for another sign, by their offset. */
  readonly ends?: ReadonlyMap<number, number>;
}

/** Where a stretch of a folded text stands in the text that it was made of: from its first sign to the end of its last. */
export function spanIn(text: string, { offsets, ends }: Folded, start: number, end: number): Span {
  const first = offsets[start] ?? text.length;
  const last = offsets[end - 1];
  return { start: first, end: last === undefined ? first : (ends?.get(last) ?? endOfSign(text, last)) };
}

/** `skipped` are stretches of the text that are not compared, ascending and apart: heads and feet of pages, which stand in the midst of what is quoted. */
export function fold(text: string, looseness: Looseness, skipped: readonly Skipped[] = NO_SPANS): Folded {
  const bare = bared(text, skipped);
  if (bare) return bare.back(fold(bare.text, looseness, bare.skipped));
  const made = new Made(text.length);
  foldOn(text, 0, text.length, looseness, made, new Skips(skipped));
  foldNotes(text, looseness, made, skipped);
  return made.folded();
}

/** So many units are folded at a time, in some milliseconds. */
const STEP = 1 << 16;

/** The same in steps, for who has to answer others in between. */
export function* folding(text: string, looseness: Looseness, skipped: readonly Skipped[]): Generator<void, Folded> {
  const bare = bared(text, skipped);
  if (bare) return bare.back(yield* folding(bare.text, looseness, bare.skipped));
  const made = new Made(text.length);
  const skips = new Skips(skipped);
  for (let at = 0; at < text.length; ) {
    at = foldOn(text, at, Math.min(text.length, at + STEP), looseness, made, skips);
    yield;
  }
  foldNotes(text, looseness, made, skipped);
  return made.folded();
}

const BLANK = 32;

/** Between the text and its notes, so that no passage has parts in both: signs that no quotation holds. */
const BETWEEN = "\u0001";
const FAR = 5001;

function foldNotes(text: string, looseness: Looseness, made: Made, skipped: readonly Skipped[]): void {
  const skips = new Skips(NO_SPANS);
  let many = FAR;
  let ended = -1;
  for (const { start, end, isNote } of skipped) {
    // What touches a note is of it: the numbers of references in it.
    const isOn = start === ended;
    if (isOn || isNote === true) ended = end;
    if (isNote !== true) continue;
    made.part();
    if (!isOn) made.add(BETWEEN.repeat(many), start);
    made.part();
    foldOn(text, start, end, looseness, made, skips);
    many = 1;
  }
}

/** Folds from an offset on, up to another or somewhat beyond it; gives where it ended. */
function foldOn(text: string, from: number, to: number, looseness: Looseness, made: Made, skips: Skips): number {
  let at = from;
  while (at < to) {
    const next = skips.endAt(at);
    if (next > at) {
      made.part();
      at = next;
      continue;
    }
    const unit = text.charCodeAt(at);
    if (unit < 128 && !(text.charCodeAt(at + 1) >= 0x300)) {
      if (isLetterOrDigit(unit)) made.addUnit(unit >= 65 && unit <= 90 ? unit + 32 : unit, at);
      else if (unit <= 32) made.part();
      else at = other(text, at, at + 1, text.charAt(at), looseness, made, skips);
      at++;
      continue;
    }
    const end = endOfSign(text, at);
    const sign = text.slice(at, end);
    if (isInvisible(sign) && sign !== "\u00ad") at = end;
    else if (isSpace(sign)) {
      made.part();
      at = end;
    } else at = other(text, at, end, sign, looseness, made, skips) + (end - at);
  }
  return at;
}

const isLetterOrDigit = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);

/** Takes a sign that is no plain letter; gives back where it stands, or the last of what was taken with it. */
function other(
  text: string,
  at: number,
  end: number,
  sign: string,
  looseness: Looseness,
  made: Made,
  skips: Skips,
): number {
  if (looseness === "plain" || !isLoosened(sign)) {
    made.add(sign === "\u00ad" ? "" : foldedSign(sign), at);
    return at;
  }
  const before = signBefore(text, at);
  const after = text.slice(end, endOfSign(text, end));
  const plain = foldedSign(sign);
  if (SAYING.has(plain)) made.add(plain, at);
  else if (isDigit(before) && isDigit(after)) made.add(plain, at);
  else if (plain === "'" && isWord(before) && isWord(after)) made.add(plain, at);
  else if (isSignOfNumber(sign) && !isWord(before) && isDigit(after)) made.add("-", at);
  else if (plain === "-" && isDigit(before) && isDigit(signAt(text, afterLineEnd(text, end, skips)))) {
    // The line ends within a range of numbers.
    made.add("-", at);
    return afterLineEnd(text, end, skips) - (end - at);
  } else if (isHyphen(sign, plain)) return hyphen(text, at, end, before, after, made, skips);
  else made.part();
  return at;
}

const isLoosened = (sign: string): boolean =>
  sign === "\u00ad" || isPunctuation(sign) || isPunctuation(foldedSign(sign));
const isHyphen = (sign: string, plain: string): boolean =>
  sign === "\u00ad" || (plain === "-" && !LONG_DASH.test(sign));

/** A hyphen joins what it stands between, at the end of a line too. */
function hyphen(
  text: string,
  at: number,
  end: number,
  before: string,
  after: string,
  made: Made,
  skips: Skips,
): number {
  const isJoined = isWord(before);
  if (isJoined && isWord(after)) return at;
  const next = isJoined ? afterLineEnd(text, end, skips) : -1;
  if (next >= 0) return next - (end - at);
  made.part();
  return at;
}

/** The offset of the word that begins the next line; -1 where none does. */
function afterLineEnd(text: string, offset: number, skips: Skips): number {
  let at = offset;
  let isEnded = false;
  while (at < text.length) {
    const next = skips.endAt(at);
    if (next === at && !isSpace(text.charAt(at))) break;
    const unit = text.charCodeAt(at);
    isEnded ||= next > at || unit === 10 || unit === 12 || unit === 13;
    at = Math.max(next, at + 1);
  }
  return isEnded && at < text.length && isWord(text.slice(at, endOfSign(text, at))) ? at : -1;
}

const signAt = (text: string, at: number): string => (at < 0 ? "" : text.slice(at, endOfSign(text, at)));

function signBefore(text: string, at: number): string {
  if (at === 0) return "";
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? text.slice(at - 2, at) : text.charAt(at - 1);
}

const NO_SPANS: readonly Span[] = [];

/** Stretches that are passed over. */
class Skips {
  private readonly spans: readonly Span[];
  /** Where nothing is passed over: offsets from the first up to the second. */
  private free: Span = { start: 0, end: 0 };

  constructor(spans: readonly Span[]) {
    this.spans = spans;
  }

  /** Where the stretch ends that an offset stands in; the offset itself where it stands in none. */
  endAt(offset: number): number {
    const { free, spans } = this;
    if (free.start <= offset && offset < free.end) return offset;
    const next = firstNot(spans.length, (index) => (spans[index]?.start ?? 0) <= offset);
    const end = spans[next - 1]?.end ?? 0;
    if (end > offset) return end;
    this.free = { start: end, end: spans[next]?.start ?? Number.POSITIVE_INFINITY };
    return offset;
  }
}

/** So many units become a string at a time. */
const CHUNK = 8192;

/** Reflection takes the numbers as they lie; arguments that are spread are gone through one by one, at three times the cost. */
const stringOf = (units: Uint16Array): string => Reflect.apply(String.fromCharCode, undefined, units);

/** What is made, unit by unit: as numbers, since a string for each unit would cost thirty times its size. */
class Made {
  private offsets: Int32Array;
  private units: Uint16Array;
  private length = 0;
  private isParted = false;
  /** What was made last; nothing where no script without blanks can go on from it. */
  private last = "";

  constructor(length: number) {
    this.offsets = new Int32Array(length + 16);
    this.units = new Uint16Array(length + 16);
  }

  /** White space stands here, or what counts as such. */
  part(): void {
    this.isParted = true;
  }

  add(words: string, at: number): void {
    if (words === "") return;
    if (this.isParted && this.length > 0 && !isUnparted(this.last, words)) this.take(BLANK, at - 1);
    this.isParted = false;
    this.last = words;
    for (let index = 0; index < words.length; index++) this.take(words.charCodeAt(index), at);
  }

  /** A letter or a digit of ASCII. */
  addUnit(unit: number, at: number): void {
    if (this.isParted && this.length > 0) this.take(BLANK, at - 1);
    this.isParted = false;
    this.last = "";
    this.take(unit, at);
  }

  private take(unit: number, at: number): void {
    if (this.length === this.offsets.length) this.grow();
    this.units[this.length] = unit;
    this.offsets[this.length++] = at;
  }

  private grow(): void {
    const [offsets, units] = [new Int32Array(this.length * 2), new Uint16Array(this.length * 2)];
    offsets.set(this.offsets);
    units.set(this.units);
    [this.offsets, this.units] = [offsets, units];
  }

  folded(): Folded {
    const parts: string[] = [];
    for (let at = 0; at < this.length; at += CHUNK)
      parts.push(stringOf(this.units.subarray(at, Math.min(this.length, at + CHUNK))));
    return { text: parts.join(""), offsets: this.offsets.subarray(0, this.length) };
  }
}
