/** Words as a person reads them, without the signs by which Markdown and HTML set them. Linear in the words. */
import { linksIn } from "./links.ts";

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  "#39": "'",
};

/** Links become their labels; tags, marks of stress and of highlighting go. Paragraphs stay lines. */
export function plainWords(text: string): string {
  let words = "";
  let at = 0;
  for (const { start, end, label } of text.includes("]") ? linksIn(text) : []) {
    words += text.slice(at, start).replace(/!$/, "") + label;
    at = end;
  }
  return (words + text.slice(at))
    .replace(/<br\s{0,3}\/?>/gi, " ")
    .replace(/<\/?[a-z][^<>]{0,400}>|<!--[^<>]{0,400}-->/gi, "")
    .replace(/%%[^%]{0,200}%%/g, "")
    .replace(/(?<!\\)(?:\*{1,3}|==|~~|(?<![\p{L}\p{N}_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\p{L}\p{N}_]))/gu, "")
    .replace(/&(amp|lt|gt|quot|apos|nbsp|#39);/g, (all, name: string) => NAMED[name] ?? all)
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n\s*/g, "\n")
    .trim();
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
