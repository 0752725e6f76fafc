/**
 * Marks of notes and citations that are no `@key`, as journals print them: `[1,2]`, `[^1]`, `¹`, `^1^`, a bare superscript's `12,15`,
 * `(Lund et al., 2014)`, and where something stands, `(p. 12)`, `(see Table 2)`. Right after a tag they belong to it and are no words of the slot
 * that follows.
 */
import { isSpace, type Stretch } from "./words.ts";

const MOST_NOTES = 4;
const LONGEST_NOTE = 200;

/** The notes right after each tag, a stop or a comma between them or not; ascending. Tags ascend. */
export function notesAfter(text: string, tags: readonly Stretch[]): readonly Stretch[] {
  let found: Stretch[] | undefined;
  for (let index = 0; index < tags.length; index++) {
    const limit = tags[index + 1]?.from ?? text.length;
    let at = (tags[index] as Stretch).to;
    for (let count = 0; count < MOST_NOTES; count++) {
      const stopped = isStop(text.charCodeAt(at));
      const next = stopped ? at + 1 : at;
      const from = isSpace(text.charCodeAt(next)) ? next + 1 : next;
      const to = mayBegin(text.charCodeAt(from)) ? noteEnd(text, from, !stopped, from === next) : -1;
      if (to < 0 || to > limit) break;
      found ??= [];
      found.push({ from, to });
      at = to;
    }
  }
  return found ?? NO_NOTES;
}

const NO_NOTES: readonly Stretch[] = [];

/** Where a note that stands right after a sentence's stop ends, or -1: one in square brackets, or raised digits. */
export function noteAfterStop(text: string, from: number): number {
  const unit = text.charCodeAt(from);
  return unit === 91 || unit === 94 || isRaised(unit) ? noteEnd(text, from, false, false) : -1;
}

function isStop(unit: number): boolean {
  return unit === 44 || unit === 46 || unit === 59;
}

function mayBegin(unit: number): boolean {
  return unit === 40 || unit === 91 || unit === 94 || isDigit(unit) || isRaised(unit);
}

function isDigit(unit: number): boolean {
  return unit > 47 && unit < 58;
}

/** Superscript digits, and the daggers of footnotes. */
function isRaised(unit: number): boolean {
  if (unit < 0xb2) return false;
  if (unit === 0xb9 || unit === 0xb2 || unit === 0xb3) return true;
  return unit === 0x2070 || (unit > 0x2073 && unit < 0x207a) || unit === 0x2020 || unit === 0x2021;
}

/** Where the note that begins at `from` ends, or -1. `round` lets bare numbers stand in round brackets, `plain` without any. */
function noteEnd(text: string, from: number, round: boolean, plain: boolean): number {
  const unit = text.charCodeAt(from);
  if (unit === 40 || unit === 91) {
    const close = text.slice(from + 1, from + LONGEST_NOTE).search(/[()[\]\n]/);
    if (close < 0 || text.charCodeAt(from + 1 + close) !== unit + (unit === 40 ? 1 : 2)) return -1;
    const inside = text.slice(from + 1, from + 1 + close);
    if (unit === 91 && text.charCodeAt(from + close + 2) === 40) return -1;
    const known =
      ((unit === 91 || round) && NUMBERS.test(inside)) ||
      (unit === 91 && FOOTNOTE.test(inside)) ||
      saysWhere(inside) ||
      namesWorks(inside, unit === 91);
    return known ? from + close + 2 : -1;
  }
  if (unit === 94) {
    const note = CARETS.exec(text.slice(from, from + LONGEST_CARETS));
    return note ? from + note[0].length : -1;
  }
  const raised = isRaised(unit);
  if (!raised && !plain) return -1;
  let at = from + 1;
  const isOne = raised ? isRaised : isDigit;
  while (isOne(text.charCodeAt(at)) || (isBetween(text.charCodeAt(at)) && isOne(text.charCodeAt(at + 1)))) at++;
  return raised || at === text.length || AFTER_NUMBER.test(text.slice(at, at + 2)) ? at : -1;
}

function isBetween(unit: number): boolean {
  return unit === 44 || unit === 45 || unit === 0x2013 || unit === 0x207b;
}

const LONGEST_CARETS = 24;
const CARETS = /^\^(?:[\d,–-]+|[a-z])\^/;
const NUMBERS = /^[\d\s,;–-]*\d[\d\s,;–-]*$/;
const FOOTNOTE = /^\^[^\s^]+$/;
const AFTER_NUMBER = /^(?:\s|[,.;:!?)\]”’"'](?!\d))/;

const BEFORE_NAMES: ReadonlySet<string> = new Set(["see", "also", "e.g.", "e.g.,", "cf.", "cf", "after", "from"]);
/** Of these, the ones that also stand before a place or a time. */
const BEFORE_TIMES: ReadonlySet<string> = new Set(["after", "from"]);
const AMONG_NAMES: ReadonlySet<string> = new Set(
  "and & et al al. al., colleagues colleagues, van von der den de del della di da du la le ter ten bin el".split(" "),
);
const JOINS_NAMES: ReadonlySet<string> = new Set(["and", "&"]);
const OTHERS: ReadonlySet<string> = new Set("et al al. al., colleagues colleagues,".split(" "));
/** Months and seasons, and what else is no author's name. */
const TIMES =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|fall|winter)\.?$/i;
const LAW = /^Acts?,?$/;
/** Words in the names of bodies, which a comma parts from the year. */
const IN_BODIES: ReadonlySet<string> = new Set(["of", "for", "the", "on", "in"]);
const NAME = /^\p{Lu}[\p{L}\p{M}.'’‐-]*,?$/u;
const YEAR = /^(?:1[89]|20)\d\d[a-z]?(?:[,/]\s?[a-z])*(?::\d+(?:[-–]\d+)?)?[,:]?$/;
/** A year with a letter or pages. */
const LETTERED = /^\d{4}(?:[a-z]|.+[a-z\d])/;
const PAGE = /^(?:pp?\.?)?\d*(?:[-–]\d+)?,?$/;
const MOST_WORDS = 40;

/** Pages, tables, figures, boxes and appendices by their numbers: `p. 12`, `see Tables 2 and 3`. `P1` is a participant. */
const PLACE =
  /^(?:(?:see|also|cf\.?|e\.g\.,?|from|in) )*(?:(?:[Ss]upplementa(?:ry|l)|[Oo]nline|[Ww]eb) )?(?:pp?|[Pp]p?\.|[Pp]gs?\.|[Pp]ages?|[Tt]ab(?:\.|les?)|[Ff]ig(?:s?\.?|ures?)|[Bb]ox(?:es)?|[Aa]ppendi(?:x|ces)) ?(?:[A-Z]?\d{1,5}[a-z]?|[A-Z])(?:(?:, ?| ?[-–&] ?|,? and | to )[A-Z]?\d{1,5}[a-z]?)*$/;
const PARTS = /(?:[;,]| and| &) ?(?=(?:see |also )?\p{L}{1,10}[. ])/u;

/** Whether a bracket says only where something stands. */
function saysWhere(inside: string): boolean {
  return inside.split(PARTS).every((part) => PLACE.test(part.trim().replace(/\s+/g, " ")));
}

/** What a stretch of a bracket may be: nothing of the kind, a time or a law, a bare name with a year (a work or an event), a work. */
const NONE = 0;
const TIME = 1;
const BARE = 2;
const WORK = 3;

/**
 * Whether a bracket names works by author and year, several parted by `;`. A bare name with a year (`London 2012`) is one only beside another or
 * in square brackets, since words lost are worse than a citation kept.
 */
function namesWorks(inside: string, square: boolean): boolean {
  let most = NONE;
  let count = 0;
  for (const part of inside.split(";")) {
    const words = part.trim().split(/\s+/);
    const kind = saysWhere(part) ? WORK : words.length > MOST_WORDS ? NONE : kindOf(words, count > 0);
    if (kind === NONE) return false;
    most = Math.max(most, kind);
    count++;
  }
  return most === WORK || (most === BARE && (square || count > 1));
}

/** What names and years in this order are; `named` says that names stood before them, which a year alone takes up. */
function kindOf(words: readonly string[], named: boolean): number {
  let names = 0;
  let years = 0;
  let body = false;
  let sure = false;
  /** Whether all names are times, and how many names stand since the last comma or `and`, which joined them. */
  let times = true;
  let run = 0;
  let joined = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    const before = words[at - 1] ?? "";
    if (YEAR.test(word)) {
      if (names === 0 && !named) return NONE;
      const comma = before.endsWith(",");
      if (years === 0 && body && !comma) return NONE;
      if (years === 0 && LAW.test(before)) return TIME;
      if (LETTERED.test(word)) sure = true;
      if (years === 0 && names > 0 && !times && (comma || (joined && run === 1))) sure = true;
      years++;
    } else if (years > 0) {
      if (!PAGE.test(word)) return NONE;
      sure = true;
    } else if (NAME.test(word)) {
      if (before.endsWith(",")) run = 0;
      names++;
      run++;
      if (!isTime(word)) times = false;
    } else if (IN_BODIES.has(word) && names > 0) body = true;
    else if (AMONG_NAMES.has(word)) {
      if (OTHERS.has(word) || (names === 0 && !JOINS_NAMES.has(word))) sure = true;
      else if (JOINS_NAMES.has(word)) {
        joined = run === 1 || before.endsWith(",");
        run = 0;
      }
    } else if (names > 0 || !BEFORE_NAMES.has(word)) return NONE;
    else if (!BEFORE_TIMES.has(word)) sure = true;
  }
  if (years === 0) return NONE;
  return sure ? WORK : times ? TIME : BARE;
}

/** `May`, `Sept.`, `March-May`. */
function isTime(name: string): boolean {
  return name
    .replace(/,$/, "")
    .split(/[-‐]/)
    .every((each) => TIMES.test(each));
}
