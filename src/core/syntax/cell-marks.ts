/**
 * Marks in a cell of a configuration's table: a role in brackets, or at the start with a number or a colon (`O1 problems are …`, `Final: …`).
 * "Hepatitis C" and "I feel heard" are words.
 */
import type { Scheme } from "../vocabulary.ts";
import { arrowBegin } from "./cell-cuts.ts";
import { readRole, readRoles, readTag } from "./roles.ts";
import type { RoleMention } from "./slots.ts";
import { closeOf } from "./tags.ts";
import { isSpace, isWordUnit, type Stretch } from "./words.ts";

/** A mark's roles and its place in the words of a cell. */
export interface Mark extends Stretch {
  readonly roles: readonly RoleMention[];
}

/** The words that are left, and the marks that were dropped at their ends. */
export interface Unmarked extends Stretch {
  readonly marks: readonly Mark[];
}

const MOST_MARKS = 3;
const NO_MARKS: readonly Mark[] = [];
const BULLETS = "-*•·–—‣◦▪●■";
const AFTER_MARK = ":：.;,–—-)=";

/**
 * Drops bullets, arrows and marks from both ends of words with single spaces. `letter` is the role of the column, where it has one role only:
 * its qualifiers alone are marks too. `marked` says that a mark stood there and is dropped already, so what parted it from the words goes as well.
 */
export function unmark(text: string, letter: string | undefined, scheme: Scheme, marked: boolean): Unmarked {
  let from = bulletEnd(text, 0);
  let to = text.length;
  let marks: Mark[] | undefined;
  if (marked) from = pastSigns(text, from);
  for (let count = 0; count < MOST_MARKS && from < to; count++) {
    const found =
      labelAt(text, from, letter, scheme) ?? numberAt(text, from, scheme) ?? bracketAt(text, from, letter, scheme);
    if (found === undefined) break;
    marks ??= [];
    marks.push(found);
    from = pastSigns(text, found.to);
  }
  for (;;) {
    while (to > from && isAfter(text, to - 1)) to = Math.min(to - 1, Math.max(from, arrowStart(text, to - 1)));
    const found = to > from ? bracketBefore(text, from, to, letter, scheme) : undefined;
    if (found === undefined) break;
    marks ??= [];
    marks.push(found);
    to = found.from;
  }
  return { from, to, marks: marks ?? NO_MARKS };
}

function bulletEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < text.length && isSpace(text.charCodeAt(at))) at++;
    const unit = text.charCodeAt(at);
    if (isWordUnit(unit)) return at;
    if (BULLETS.includes(text.charAt(at)) && isSpace(text.charCodeAt(at + 1))) at += 2;
    else if (unit > 0x2000 && arrowBegin(text, at) >= 0) at++;
    else {
      const arrow = /^[-=]{1,3}>/.exec(text.slice(at, at + 4));
      if (!arrow) return at;
      at += arrow[0].length;
    }
  }
}

/** Past what parts a mark from the words after it; a minus before a digit is the number's. */
function pastSigns(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    if (isSpace(text.charCodeAt(at))) at++;
    else if (!AFTER_MARK.includes(text.charAt(at))) return at;
    else if (/^[-–.]\d/.test(text.slice(at, at + 2))) return at;
    else at++;
  }
  return at;
}

function isAfter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (isWordUnit(unit)) return false;
  return unit === 59 || unit === 44 || isSpace(unit) || arrowBegin(text, at) >= 0;
}

function arrowStart(text: string, at: number): number {
  const begin = arrowBegin(text, at);
  return begin < 0 ? at : begin;
}

const LONGEST_LABEL = 60;

/** `C: a place`, `Mechanism (resource): help`, `Final: calm`. */
function labelAt(text: string, from: number, letter: string | undefined, scheme: Scheme): Mark | undefined {
  const colon = colonIn(text, from);
  if (colon <= from) return undefined;
  const label = text.slice(from, colon).trimEnd();
  const roles = readTag(label, scheme) ?? qualifier(label, letter, scheme);
  return roles && { from, to: colon + 1, roles };
}

function colonIn(text: string, from: number): number {
  const limit = Math.min(text.length, from + LONGEST_LABEL);
  for (let at = from; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 58 || unit === 0xff1a) return at;
  }
  return -1;
}

const DIGIT = /[\p{Nd}\p{No}]/u;
const MOST_WORDS = 4;

/** `O1 problems are …`, `Outcome 1 – …`, `C1 and C2 …`: the longest beginning that is a role and whose last word has a number. */
function numberAt(text: string, from: number, scheme: Scheme): Mark | undefined {
  if (!mayHoldNumber(text, from)) return undefined;
  let found: Mark | undefined;
  let word = from;
  for (let count = 0; count < MOST_WORDS; count++) {
    const space = text.indexOf(" ", word);
    if (space < 0 || space - from > LONGEST_LABEL) break;
    let to = space;
    while (to > word && ".)".includes(text.charAt(to - 1))) to--;
    if (DIGIT.test(text.slice(word, to))) {
      const roles = readRoles(text.slice(from, to), scheme);
      if (roles) found = { from, to: space, roles };
    }
    word = space + 1;
  }
  return found;
}

/** Whether a digit stands in the first words, and not first. */
function mayHoldNumber(text: string, from: number): boolean {
  const limit = Math.min(text.length, from + 24);
  for (let at = from; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 127) return DIGIT.test(text.slice(at, limit));
    if (unit > 47 && unit < 58) return at > from;
  }
  return false;
}

/** A qualifier of the column's role in brackets at the start: `(final) calm`. */
function bracketAt(text: string, from: number, letter: string | undefined, scheme: Scheme): Mark | undefined {
  if (letter === undefined || text.charCodeAt(from) !== 40) return undefined;
  const close = closeOf(text, from);
  const roles = close < 0 ? undefined : qualifier(text.slice(from + 1, close), letter, scheme);
  return roles && { from, to: close + 1, roles };
}

/** The same at the end: `calm (final)`. */
function bracketBefore(
  text: string,
  from: number,
  to: number,
  letter: string | undefined,
  scheme: Scheme,
): Mark | undefined {
  if (letter === undefined || text.charCodeAt(to - 1) !== 41) return undefined;
  const open = text.lastIndexOf("(", to - 1);
  if (open <= from || to - open > LONGEST_QUALIFIER + 2) return undefined;
  const roles = qualifier(text.slice(open + 1, to - 1), letter, scheme);
  return roles && { from: open, to, roles };
}

const LONGEST_QUALIFIER = 30;
const QUALIFIER = /^[\p{L}\p{M}\s,/&-]+$/u;

function qualifier(words: string, letter: string | undefined, scheme: Scheme): readonly RoleMention[] | undefined {
  if (letter === undefined || words.length > LONGEST_QUALIFIER || !QUALIFIER.test(words)) return undefined;
  const role = readRole(`${letter} (${words})`, scheme);
  return role && (role.part ?? role.position ?? role.absent ?? role.layer) !== undefined ? [role] : undefined;
}
