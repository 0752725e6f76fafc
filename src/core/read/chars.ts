/**
 * What programs that set, copy and paste text do to its characters: ligatures, soft hyphens, many kinds of space, signs of symbol fonts. What was raised above
 * the line stays marked, since it is a tag in one review and the number of a reference in another.
 */

import { fold } from "../syntax/words.ts";

/** Stands before and after what was raised above the line. */
export const RAISED = "\ue000";
export const LOWERED = "\ue001";

const LIGATURES: { readonly [sign: string]: string } = {
  "\ufb00": "ff",
  "\ufb01": "fi",
  "\ufb02": "fl",
  "\ufb03": "ffi",
  "\ufb04": "ffl",
  "\ufb05": "st",
  "\ufb06": "st",
  // Wingdings and Symbol, as Word writes them.
  "\uf0b7": "•",
  "\uf0a7": "•",
  "\uf0d8": "•",
  "\uf076": "•",
  "\uf0e0": "→",
  "\uf0e8": "→",
  "\uf0de": "→",
  "\uf0ae": "→",
};

const ODD = /[\u00ad\u200b-\u200f\u2060\ufeff\ue000-\uf8ff\ufb00-\ufb06]/g;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const ANY_ODD = /[\u00a0\u00ad\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ue000-\uf8ff\ufb00-\ufb06\ufeff]/;

/** The text with plain spaces and letters, without what shows nothing. */
export function plainChars(text: string): string {
  if (!ANY_ODD.test(text)) return text;
  return text
    .replace(SPACES, " ")
    .replace(ODD, (sign) => LIGATURES[sign] ?? (sign < "\ue000" || sign === "\ufeff" ? "" : " "));
}

/**
 * Runs of blanks as one blank, and lines without blanks around them. What is read after this cannot be slowed by a run of them, however its patterns take white
 * space.
 */
export function folded(text: string): string {
  if (!RUN.test(text)) return text;
  const lines: string[] = [];
  for (const line of text.split("\n")) {
    const words = line.replace(BLANKS, " ").trim();
    if (words !== "" || lines.length === 0) lines.push(words);
  }
  return lines.join("\n");
}

const BLANKS = /[^\S\n]+/g;
const RUN = /[^\S\n ]|\s\s|^\s|\s$/;

/** Without the signs at its end that `drops` takes. A pattern such as `[,;]+$` would look at a run of them once for each sign in it. */
export function withoutEnd(text: string, drops: (sign: string) => boolean): string {
  let end = text.length;
  while (end > 0 && drops(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

const MARKS = /[\ue000\ue001]/g;

/** Without the marks of what was raised. */
export function unraised(text: string): string {
  return text.includes(RAISED) || text.includes(LOWERED) ? text.replace(MARKS, "") : text;
}

/** On one line, with single spaces, without marks. */
export function flat(text: string): string {
  return fold(unraised(text));
}
