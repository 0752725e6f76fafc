/** The words of a column's head without the signs around them and the marks of footnotes, which name nothing and number nothing. */
import type { Inline } from "./blocks.ts";

const SUPERSCRIPT = /^<sup[\s>]/i;
const SUPERSCRIPT_END = /^<\/sup\s*>/i;
/** What is raised and no longer than this is a note; `<sup>resource</sup>` is a qualifier. */
const LONGEST_RAISED = 3;

/** The head's text without short superscripts after a word; raised digits after a single letter (`C<sup>1</sup>`) are its number. */
export function headText({ text, marks }: Inline): string {
  if (marks.length === 0) return text;
  let kept = "";
  let at = 0;
  for (let index = 0; index < marks.length; index++) {
    const open = marks[index];
    const shut = marks[index + 1];
    if (open?.kind !== "html" || !SUPERSCRIPT.test(open.target ?? "")) continue;
    if (shut?.kind !== "html" || !SUPERSCRIPT_END.test(shut.target ?? "") || open.from < at) continue;
    const raised = text.slice(open.from, shut.from);
    const word = kept + text.slice(at, open.from);
    if (raised.length > LONGEST_RAISED || (AFTER_LETTER.test(word) && /^\d/.test(raised))) continue;
    kept = word;
    at = shut.from;
  }
  return kept + text.slice(at);
}

const AFTER_LETTER = /(?:^|[^\p{L}])\p{L}\s?$/u;
const FOOTNOTES = /\[\^[^\]\s]{1,20}\]/gu;
/** After a word of two letters or more: `[12]`, superscript digits, `^b^`. */
const NOTES_AFTER_WORD = /(?<=\p{L}{2}[)\]]?\s?)(?:\[[\d,\s–-]{1,12}\]|[¹²³⁰⁴-⁹][¹²³⁰⁴-⁹,]{0,8}|\^[a-z\d*,]{1,3}\^)$/u;

/** Without the marks of footnotes. */
export function withoutNotes(text: string): string {
  let plain = text;
  if (plain.includes("[^")) plain = plain.replace(FOOTNOTES, "").trimEnd();
  const last = plain.charCodeAt(plain.length - 1);
  return last === 93 || last === 94 || (last > 0xb1 && !LETTER.test(plain.charAt(plain.length - 1)))
    ? plain.replace(NOTES_AFTER_WORD, "").trimEnd()
    : plain;
}

const LETTER = /\p{L}/u;

/** Signs, and the marks of footnotes. */
const AFTER_HEAD = /[\s=→⇒➔➜➝➙➡⟶×±∴~:*#.|>/,;+†‡§¶ᵃᵇᶜᵈᵉ–—−-]/u;
const BEFORE_HEAD = /[-–—−+=&→⇒➔➜➝➙➡⟶×±∴~:*#.|>/\s]/u;

/** Without the signs before and after it, in brackets or not: `(=) Outcome`, `+/- Outcome`, `Outcome →`. */
export function withoutSigns(text: string): string {
  let from = 0;
  let to = text.length;
  for (;;) {
    if (from < to && BEFORE_HEAD.test(text.charAt(from))) from++;
    else if (OPEN.includes(text.charAt(from)) && from < to) {
      const close = signsEnd(text, from + 1, to, 1);
      if (!CLOSE.includes(text.charAt(close)) || close === from + 1 || close >= to) break;
      from = close + 1;
    } else break;
  }
  for (;;) {
    if (to > from && AFTER_HEAD.test(text.charAt(to - 1))) to--;
    else if (to > from && CLOSE.includes(text.charAt(to - 1))) {
      const open = signsEnd(text, to - 2, from - 1, -1);
      if (open < from || !OPEN.includes(text.charAt(open)) || open === to - 2) break;
      to = open;
    } else break;
  }
  return text.slice(from, to);
}

const OPEN = "([";
const CLOSE = ")]";

/** Past the signs from `at` on, in steps of `step`, at the latest at `limit`. */
function signsEnd(text: string, at: number, limit: number, step: 1 | -1): number {
  let place = at;
  while (place !== limit && BEFORE_HEAD.test(text.charAt(place))) place += step;
  return place;
}
