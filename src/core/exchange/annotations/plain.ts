/** Words as a person reads them, without the signs by which Markdown and HTML set them. Linear in the words. */
import { linksIn, placeOf } from "./links.ts";
import { stressIn } from "./stress.ts";
import { TAG } from "./tags.ts";

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  "#39": "'",
};

/** Escapes first, so that nothing that is escaped is read as a sign; `<https://…>` is its address. */
const SIGNS = new RegExp(
  `\\\\([!-/:-@[-\`{-~])|<br\\s{0,3}/?>|<((?:https?|ftp|mailto|doi):[^\\s<>]{1,2000}|[\\w.+-]{1,64}@[\\w.-]{1,200})>|${TAG}|(?<![\\p{L}\\p{N}%])%%[^%]{0,200}%%|&(amp|lt|gt|quot|apos|nbsp|#39);`,
  "giu",
);

/** Links become their labels, in `comments` with the addresses behind them where they lead elsewhere, and names of notes as they are typed (`[[trust]]`); tags, marks of stress and of highlighting go. Paragraphs stay lines. */
export function plainWords(text: string, inComments = false): string {
  let words = "";
  let at = 0;
  for (const link of text.includes("]") ? linksIn(text) : []) {
    const { start, end, label, target } = link;
    const isOwn = inComments && text.startsWith("[[", start) && !placeOf(link);
    words += text.slice(at, start).replace(/!$/, "") + (isOwn ? text.slice(start, end) : label);
    if (inComments && /^(?:https?|ftp):/i.test(target) && label !== target && !placeOf(link)) words += ` (<${target}>)`;
    at = end;
  }
  words += text.slice(at);
  return withoutStress(words)
    .replace(SIGNS, (all, sign?: string, address?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? all;
      return sign ?? address ?? (/^<br/i.test(all) ? " " : "");
    })
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n\s*/g, "\n")
    .trim();
}

function withoutStress(text: string): string {
  let words = "";
  let at = 0;
  for (const [start, length] of [...stressIn(text)].sort(([one], [other]) => one - other)) {
    words += text.slice(at, start);
    at = start + length;
  }
  return words + text.slice(at);
}

const OPENING = "“„«\"‘‚‹'「『";
const CLOSING = "”“»\"’‘›'」』";

/** The same without the quotation marks that hold all of it; those that hold its first words alone, or its last, stay. */
export function withoutMarks(words: string): string {
  return isHeld(words) ? words.slice(1, -1).trim() : words;
}

function isHeld(words: string): boolean {
  const [first, last] = [words.charAt(0), words.charAt(words.length - 1)];
  if (words.length < 3 || !OPENING.includes(first) || !CLOSING.includes(last)) return false;
  if (first === last) return words.indexOf(first, 1) === words.length - 1;
  let depth = 0;
  for (let at = 0; at < words.length; at++) {
    const sign = words.charAt(at);
    if (sign === first) depth++;
    else if (sign === last && --depth === 0) return at === words.length - 1;
  }
  return true;
}

/** Without the first mark and the last, whatever they hold: of words that a program put between them. */
export function betweenMarks(words: string): string {
  return words.length > 2 ? words.slice(1, -1).trim() : words;
}

/** Where words in quotation marks that end at the end of `text` begin: past its first opening mark. -1 where it does not end so. */
export function openingMark(text: string): number {
  const end = text.trimEnd();
  if (end === "" || !CLOSING.includes(end.charAt(end.length - 1))) return -1;
  for (let at = 0; at < end.length - 1; at++) {
    if (!OPENING.includes(end.charAt(at))) continue;
    // An apostrophe opens nothing.
    if (at > 0 && /[\p{L}\p{N}]/u.test(end.charAt(at - 1))) continue;
    return at;
  }
  return -1;
}

const OPENER: Readonly<Record<string, string>> = {
  "“": "„",
  "‘": "‚",
  "”": "“",
  "»": "«",
  "«": "»",
  "›": "‹",
  "」": "「",
  "』": "『",
};

/** The same where the words begin at `first`, unless that mark closes and others open behind it: the last quotation of several. */
export function lastOpened(text: string, first: number): number {
  const end = text.trimEnd();
  const close = end.charAt(end.length - 1);
  const opener = OPENER[close];
  if (opener === undefined || end.charAt(first) !== opener) return first;
  let depth = 0;
  let last = first;
  for (let at = first; at < end.length; at++) {
    const sign = end.charAt(at);
    if (sign === opener) {
      if (depth === 0) last = at;
      depth++;
    } else if (sign === close && depth > 0) depth--;
  }
  return depth === 0 ? last : first;
}
