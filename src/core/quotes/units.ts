/** What a sign becomes where quotations are compared. By Unicode's compatibility decomposition, so that ligatures, accents and wide forms are what they stand for. */

/** Two ways to compare: `plain` lets marks, white space and case be as they are; `loose` also what ends lines and stands between words. */
export type Looseness = "plain" | "loose";

const MARK = /\p{M}/u;
const WORD = /[\p{L}\p{N}\p{M}]/u;
const DIGIT = /\p{Nd}/u;
const PUNCTUATION = /\p{P}/u;
/** Scripts that part no words: a quotation may begin anywhere in them. */
const UNPARTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3099\u309a\u30fc]/u;
const UNPARTED_END = new RegExp(`(?:${UNPARTED.source})\\p{M}*$`, "u");
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const SPACE = /[\s\u0085]/;
/** Powers: `10²` is not `102`. */
const RAISED = /^[\u00b2\u00b3\u00b9\u2070\u2071\u2074-\u207f]$/;
const SINGLE = /[\u0060\u00b4\u02b9\u02bb\u02bc\u02c8\u2018-\u201b\u2032\u2035\u2039\u203a]/;
const DOUBLE = /[\u201c-\u201f\u2033\u2036\u00ab\u00bb\u301d\u301e]/;
const DASH = /[\u05be\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;
/** Dashes that part words, however they stand. */
export const LONG_DASH = /[\u2013-\u2015]/;
/** Punctuation that says something: of a number, of an address. */
export const SAYING = new Set(["%", "&", "@", "#", "\u2030"]);

export const isSpace = (sign: string): boolean => SPACE.test(sign);
export const isInvisible = (sign: string): boolean => INVISIBLE.test(sign);
export const isDigit = (sign: string): boolean => DIGIT.test(sign);
export const isPunctuation = (sign: string): boolean => PUNCTUATION.test(sign);
export const isWord = (sign: string): boolean => WORD.test(sign);
export const isDash = (sign: string): boolean => sign === "-" || DASH.test(sign);
/** Dashes that are a number’s sign where they stand right before it, and behind no word. */
export const isSignOfNumber = (sign: string): boolean => isDash(sign) && !/[\u2014\u2015]/.test(sign);
export const isMark = (sign: string): boolean => MARK.test(sign);
/** Between digits, these belong to the number: `12.5`, `1,000`, `4-6`, `3/4`. */
const IN_NUMBER = new Set([".", ",", ":", "/", "-"]);
const UNIT_AFTER = new Set(["%", "\u2030", "\u00b0"]);
const BEFORE_NUMBER = /[\p{Sc}<>=\u00b1+\u2264\u2265~\u2248]/u;

/** Whether a word, or a number with its signs, goes on over a place in a text, so that no quotation begins or ends there. */
export function goesOn(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const [before, after] = [text.charAt(at - 1), text.charAt(at)];
  if (isWord(before) && isWord(after)) return !UNPARTED.test(before) && !UNPARTED.test(after);
  if (isWord(before) && isApostrophe(after)) return isNegation(text, at);
  if (isDigit(before) && (UNIT_AFTER.has(after) || (IN_NUMBER.has(after) && isDigit(text.charAt(at + 1))))) return true;
  if (!isDigit(after)) return false;
  if (BEFORE_NUMBER.test(before)) return true;
  const further = text.charAt(at - 2);
  // A dash right before a number, and behind no word, is its sign.
  if (isSignOfNumber(before)) return before === MINUS || !isWord(further) || isDigit(further);
  return IN_NUMBER.has(before) && isDigit(further);
}

const MINUS = "\u2212";
const isApostrophe = (sign: string): boolean => sign === "'" || sign === "\u2019";

/** `can` and `can’t` are opposites. */
function isNegation(text: string, at: number): boolean {
  return /^t$/i.test(text.charAt(at + 1)) && !isWord(text.charAt(at + 2));
}

export const hasUnparted = (words: string): boolean => UNPARTED.test(words);

/** Whether white space between two signs counts for nothing: between letters of scripts that part no words, lines end anywhere. */
export const isUnparted = (before: string, after: string): boolean =>
  UNPARTED.test(String.fromCodePoint(after.codePointAt(0) ?? 0)) && UNPARTED_END.test(before);

const known = new Map<string, string>();
/** So many are remembered: those of a text, not those of an attack. */
const MOST = 20_000;

/** What a letter with its marks is compared as; "" for what is not seen. White space is not asked about. */
export function foldedSign(sign: string): string {
  const found = known.get(sign);
  if (found !== undefined) return found;
  const made = folded(sign);
  if (known.size < MOST) known.set(sign, made);
  return made;
}

/** Vowel points of Hebrew and Arabic, which one edition prints and another does not, and the sign that only makes a word longer. */
const POINTS =
  /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/g;
/** Letters of one keyboard for those of another. */
const SPELT: { readonly [letter: string]: string } = { "\u06cc": "\u064a", "\u06a9": "\u0643" };
/** Where the digits of other scripts begin. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50] as const;
const OTHER_DIGIT = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/g;

function digitOf(sign: string): string {
  const unit = sign.charCodeAt(0);
  return String(unit - (ZEROS.findLast((zero) => zero <= unit) ?? unit));
}

function folded(sign: string): string {
  if (SINGLE.test(sign)) return "'";
  if (DOUBLE.test(sign)) return '"';
  if (DASH.test(sign)) return "-";
  if (RAISED.test(sign)) return sign;
  return sign
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll("\u03c2", "\u03c3")
    .replace(POINTS, "")
    .replace(/[\u06a9\u06cc]/g, (letter) => SPELT[letter] ?? letter)
    .replace(OTHER_DIGIT, digitOf)
    .replace(INVISIBLE, "")
    .replace(SPACE, "");
}

/** Where the sign at an offset ends: a code point with the marks that follow it. */
export function endOfSign(text: string, offset: number): number {
  let at = offset + ((text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1);
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit < 0x300) break;
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (!MARK.test(sign)) break;
    at += sign.length;
  }
  return at;
}
