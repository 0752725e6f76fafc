/** Words that join the clauses of a configuration and are no part of its slots. "or" is not among them: it is theory. */
import { isSpace, isWordUnit } from "./words.ts";

const JOINING = [
  "in contexts in which",
  "in a context in which",
  "in contexts where",
  "in a context where",
  "in the context where",
  "in circumstances where",
  "in situations where",
  "resulting in",
  "results in",
  "result in",
  "leading to",
  "leads to",
  "lead to",
  "led to",
  "because of",
  "because",
  "so that",
  "where",
  "which",
  "when",
  "then",
  "thus",
  "and",
  "but",
  "if",
  "so",
  "as",
];
const LONGEST = 24;

/** The joining words by the code of their first and of their last letter, in the order of the list. */
const BY_FIRST = by((words) => words.charCodeAt(0));
const BY_LAST = by((words) => words.charCodeAt(words.length - 1));

function by(letter: (words: string) => number): readonly (readonly string[] | undefined)[] {
  const found: string[][] = [];
  for (const words of JOINING) {
    const list = found[letter(words)] ?? [];
    list.push(words);
    found[letter(words)] = list;
  }
  return found;
}

/** What begins with "as" and is no joining word. */
const NO_JOIN =
  /^as (?:well|a result|a consequence|soon|long|far|much|many|little|few|early|late|often|if|though|such|part|opposed|yet|usual)\b/;
const WITHIN = /[\p{L}\p{M}\p{N}'’/‑-]/u;
const OPENING = /[\s,;:.!?…–—=→⇒➔➜⟶+&/*•·”’»，；：、。-]/u;
const CLOSING = /[†‡\s,;:.!?…–—=→⇒➔➜⟶+&/([{“‘«（［，；：、。-]/u;

/** Opening quotation marks, and for each the marks that close it. */
const QUOTES_OPEN = "“„«‹‘‚\"'";
const CLOSED_BY = ["”", "“”", "»", "›", "’", "‘’", '"', "'"];
/** Closing ones, and for each the marks that open it. */
const QUOTES_CLOSE = "”»›’\"'";
const OPENED_BY = ["“„", "«", "‹", "‘‚", '"', "'"];
/** Marks that close may be apostrophes. */
const APOSTROPHES = "‘’'";
/** Words that begin with an apostrophe, which no quotation mark is then. */
const ELIDED = /^(?:\d|(?:tis|tisn['’]t|twas|twasn['’]t|twere|twill|twould|em)(?![\p{L}\p{M}\p{N}]))/iu;
const LOWER = /^\p{Ll}/u;
const LONGEST_ELIDED = 12;

/**
 * Whether the mark at `at` is the apostrophe of a word cut short: `'tis`, `'90s`; `’` before any small letter, unless a joining word follows or
 * its words up to `to` have a mark that closes a quotation.
 */
function elides(text: string, at: number, to: number): boolean {
  const head = text.slice(at + 1, Math.min(to, at + 1 + LONGEST_ELIDED));
  const curly = text.charAt(at) === "’";
  if (!ELIDED.test(head) && !(curly && LOWER.test(head) && joiningAt(text, at + 1, to) === undefined)) return false;
  if (!curly) return true;
  for (let place = text.indexOf("’", at + 1); place >= 0 && place < to; place = text.indexOf("’", place + 1))
    if (place + 1 >= to || !(within(text, place + 1) || ofMany(text, place))) return false;
  return true;
}

/** `the nurses’ own`: an apostrophe that closes nothing. */
function ofMany(text: string, at: number): boolean {
  return /s’ \p{Ll}/u.test(text.slice(at - 1, at + 3));
}

/** So many marks of quotation without a partner are dropped at either end. */
const MOST_QUOTES = 3;

/** Whether the quotation that opens at `at` goes on past `to`. */
function staysOpen(text: string, at: number, to: number): boolean {
  const closing = CLOSED_BY[QUOTES_OPEN.indexOf(text.charAt(at))];
  if (closing === undefined) return false;
  for (let place = at + 1; place < to; place++) {
    const sign = text.charAt(place);
    if (closing.includes(sign) && !(APOSTROPHES.includes(sign) && place + 1 < to && within(text, place + 1)))
      return false;
  }
  return !APOSTROPHES.includes(text.charAt(at)) || !elides(text, at, to);
}

/** Whether the quotation that closes at `at` began before `from`; `the nurses’` ends in an apostrophe. */
function wasOpen(text: string, from: number, at: number): boolean {
  const opening = OPENED_BY[QUOTES_CLOSE.indexOf(text.charAt(at))];
  if (opening === undefined) return false;
  for (let place = at - 1; place >= from; place--) {
    const sign = text.charAt(place);
    if (opening.includes(sign) && !(APOSTROPHES.includes(sign) && place > from && within(text, place - 1)))
      return false;
  }
  return !APOSTROPHES.includes(text.charAt(at)) || !/s/i.test(text.charAt(at - 1));
}

/**
 * Where the words between `from` and `to` begin once punctuation and joining words, again and again, are dropped; `to` when nothing is left.
 * White space in `text` is single spaces.
 */
export function wordsBegin(text: string, from: number, to: number): number {
  let at = from;
  for (let quotes = 0; ; ) {
    while (at < to && opens(text, at, to)) at++;
    if (at < to && !isWordUnit(text.charCodeAt(at)) && quotes < MOST_QUOTES && staysOpen(text, at, to)) {
      quotes++;
      at++;
      continue;
    }
    const found = joiningAt(text, at, to);
    if (found === undefined) return at;
    at += found.length;
  }
}

/** The joining words that begin at `at`. */
function joiningAt(text: string, at: number, to: number): string | undefined {
  const candidates = BY_FIRST[text.charCodeAt(at) | 32];
  if (candidates === undefined) return undefined;
  const head = text.slice(at, Math.min(to, at + LONGEST)).toLowerCase();
  const found = candidates.find((words) => head.startsWith(words) && !within(text, at + words.length));
  if (found === undefined || (found === "as" && NO_JOIN.test(head)) || at + found.length > to) return undefined;
  return found;
}

function within(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return isWordUnit(unit) || (unit !== 32 && WITHIN.test(text.charAt(at)));
}

function opens(text: string, at: number, to: number): boolean {
  const unit = text.charCodeAt(at);
  if (isWordUnit(unit)) return false;
  if (isSpace(unit)) return true;
  const sign = text.charAt(at);
  if (sign === "’") return !elides(text, at, to);
  if (OPENING.test(sign)) return !((sign === "-" || sign === ".") && /\d/.test(text.charAt(at + 1)));
  if (sign === '"' || sign === "'") return at + 1 >= to || OPENING.test(text.charAt(at + 1));
  if (sign === ")" || sign === "]") return true;
  return sign === "(" && !text.slice(at, Math.min(to, at + 200)).includes(")");
}

/** Where the words between `from` and `to` end without closing punctuation, and without joining words that lead to what follows when `joins`. */
export function wordsEnd(text: string, from: number, to: number, joins: boolean): number {
  let at = to;
  for (let quotes = 0; ; ) {
    while (at > from && shuts(text, at - 1)) at--;
    if (at > from && !isWordUnit(text.charCodeAt(at - 1)) && quotes < MOST_QUOTES && wasOpen(text, from, at - 1)) {
      quotes++;
      at--;
      continue;
    }
    const candidates = joins ? BY_LAST[text.charCodeAt(at - 1) | 32] : undefined;
    if (candidates === undefined) return at;
    const tail = text.slice(Math.max(from, at - LONGEST), at).toLowerCase();
    const found = candidates.find((words) => tail.endsWith(words) && !within(text, at - words.length - 1));
    if (found === undefined || at - found.length < from) return at;
    at -= found.length;
  }
}

function shuts(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return !isWordUnit(unit) && (isSpace(unit) || CLOSING.test(text.charAt(at)));
}
