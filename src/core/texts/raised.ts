/** What stands above the line: numbers of references, which are shown and not compared, and what belongs to the words, such as `10²`, `5 m²`, `19th`. */

/** `12`, `3,4`, `5–7`, `[8]`, `*`: also small letters, one by one, as notes have them. */
const NUMBERS = /^[\s\d,;.–—‑*†‡§¶‖#[\]()-]{1,60}$/;
const NOTES = /^\s*[([]?[a-z](?:\s*[,;]\s*[a-z\d]){0,20}[\])]?\s*$/;
/** An exponent with its sign: `10⁻⁵`, `s⁻¹`. */
const SIGNED = /^\s*[-+\u2010-\u2015\u2212]\s*(?:\d|$)/;
const YEAR = /(?<![\d.,])(?:1[5-9]|20)\d\d$/;
const SQUARE = /^\s*[2-9]\s*$/;
/** A letter alone that stands for a value, or two in a sum, a unit behind a number, and units that are no words. */
const VALUE = /(?:(?:^|[^\p{L}\p{N}'’])(?![aI])\p{L}|[=+\u2212×·]\s?\d{0,6}\p{L}{1,2})$/u;
const UNIT = /(?:\d\s?(?:ft|in|yd|mi|m)|(?:^|[^\p{L}])(?:[mckdnµμ]m|kg|mi|ft))$/u;

/** Whether what is raised behind words is a reference. What may be either belongs to the words: it is then told that the source has it. */
export function isReference(before: string, raised: string): boolean {
  const words = before.slice(-24);
  if (words.trim() === "" || /\s$/.test(words)) return NUMBERS.test(raised) || NOTES.test(raised);
  if (SIGNED.test(raised)) return false;
  const hasDigit = /\d/.test(raised);
  if (/\p{Nd}$/u.test(words)) return NUMBERS.test(raised) && (!hasDigit || YEAR.test(words));
  if (NOTES.test(raised)) return !VALUE.test(words);
  if (!NUMBERS.test(raised)) return false;
  return !(SQUARE.test(raised) && (VALUE.test(words) || UNIT.test(words)));
}

const RAISED: { readonly [sign: string]: string } = {
  "+": "\u207a",
  "-": "\u207b",
  "\u2010": "\u207b",
  "\u2011": "\u207b",
  "\u2012": "\u207b",
  "\u2013": "\u207b",
  "\u2212": "\u207b",
  "=": "\u207c",
  "(": "\u207d",
  ")": "\u207e",
  "1": "\u00b9",
  "2": "\u00b2",
  "3": "\u00b3",
};
const OF_NUMBERS = /^[\s\d.,+\-\u2010-\u2013\u2212=()]+$/;

/** What is raised and no reference, by the signs that say so: `10³`, not `103`. Words, as in `19th`, stay as they are. */
export function raisedAs(words: string): string {
  if (!OF_NUMBERS.test(words) || !/[\d+\-\u2010-\u2013\u2212]/.test(words)) return words;
  return words.replace(
    /\S/g,
    (sign) => RAISED[sign] ?? (/\d/.test(sign) ? String.fromCharCode(0x2070 + Number(sign)) : sign),
  );
}
