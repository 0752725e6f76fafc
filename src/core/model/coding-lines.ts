/** Coding lines of an extract: `C shared-history: "succeeded together before" (RM)`. */
import { isId } from "../ids.ts";
import { type Inline, sourceSpan } from "../syntax/blocks.ts";
import { type Bullet, fold, labelSpan } from "../syntax/bullets.ts";
import { readRole } from "../syntax/roles.ts";
import type { RoleMention } from "../syntax/slots.ts";
import { isSpace } from "../syntax/words.ts";
import type { Span } from "../text.ts";
import type { Scheme } from "../vocabulary.ts";
import { codeName, ownWords } from "./names.ts";
import { type Context, NO_VALUES } from "./record-fields.ts";
import type { Coding, Ref, Value } from "./types.ts";

interface CodingLabel {
  readonly role?: RoleMention;
  readonly code?: string;
}

/**
 * The coding lines of a bullet: `ROLE code`, `ROLE`, `code SLUG` before the colon, only quoted words and a coder after it.
 * An empty list when the label is a coding's and what stands after the colon is not; undefined when the bullet is no coding at all.
 */
export function readCoding(bullet: Bullet, context: Context, refs: Ref[]): readonly Coding[] | undefined {
  if (bullet.label === undefined) return undefined;
  const label = codingLabel(bullet.label, context);
  if (!label) return undefined;
  const inline = bullet.paragraphs[0];
  if (!inline) return undefined;
  const codeSpan = label.code === undefined ? undefined : codeSpanOf(bullet, label.code);
  const after = bullet.paragraphs.length > 1 ? undefined : quotedWords(inline, bullet.valueFrom);
  if (label.code !== undefined && codeSpan)
    refs.push(linked(codeRef(label.code, codeSpan, after === undefined), bullet));
  if (!after) return NO_CODINGS;
  const { start, end } = bullet;
  const { role, code } = label;
  const { words, coder } = after;
  // The usual coding line has a role and a code, and no coder.
  if (role && code !== undefined && codeSpan && coder === undefined)
    return [{ start, end, role, code, codeSpan, words }];
  return [
    {
      start,
      end,
      ...(role && { role }),
      ...(code !== undefined && codeSpan && { code, codeSpan }),
      words,
      ...(coder !== undefined && { coder }),
    },
  ];
}

export const NO_CODINGS: readonly Coding[] = [];

/** A code before a colon; without quoted words after it only where the codebook has it. */
function codeRef(code: string, { start, end }: Span, weak: boolean): Ref {
  const name = codeName(code);
  return weak
    ? { name, id: code, field: "coding-prose", start, end, weak }
    : { name, id: code, field: "coding", start, end };
}

/** With the link in which the code stands, alone or after its role, if it stands in one. */
function linked(ref: Ref, { paragraphs, labelTo }: Bullet): Ref {
  const marks = paragraphs[0]?.marks ?? [];
  if (marks.length === 0) return ref;
  const link = marks.find(({ kind, from, to }) => kind === "link" && from < labelTo && labelTo <= to);
  return link?.target === undefined ? ref : { ...ref, target: ownWords(link.target), link: link.span };
}

/** Whether a reference in running words is the code of a coding line, in a link, which the line has named already. */
export function isCodeAgain({ field, start, end }: Ref, { codeSpan }: Coding): boolean {
  return field === "prose" && codeSpan !== undefined && start <= codeSpan.start && end >= codeSpan.end;
}

function codingLabel(label: string, context: Context): CodingLabel | undefined {
  const space = label.lastIndexOf(" ");
  const last = label.slice(space + 1);
  const code = space > 0 && isId(last) ? last : undefined;
  // Qualifiers are read before codes; of most codes one glance tells that they are none.
  const whole = code === undefined || mayEndRole(code, context.scheme) ? readRole(label, context.scheme) : undefined;
  if (whole) return { role: whole };
  if (code === undefined) return undefined;
  const before = label.slice(0, space);
  if (before === "code" || before.toLowerCase() === "code") return { code };
  const role = readRole(before, context.scheme);
  return role && { role, code };
}

const LONGEST_NUMBER = 3;

/** Whether a word can be the last of a role: a number, a qualifier, a letter or a word of the scheme, plural or numbered. */
function mayEndRole(word: string, scheme: Scheme): boolean {
  if (word.length <= LONGEST_NUMBER || !isAscii(word)) return true;
  const letters = word.slice(0, lettersEnd(word)).toLowerCase();
  if (letters.length === 0 || QUALIFIERS.test(letters)) return true;
  for (const label of slotWords(scheme)) if (label.includes(letters) || letters.includes(label)) return true;
  return false;
}

function isAscii(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    if (unit < 32 || unit > 126) return false;
  }
  return true;
}

function lettersEnd(word: string): number {
  let at = 0;
  while (at < word.length && isLetter(word.charCodeAt(at))) at++;
  return at;
}

function isLetter(unit: number): boolean {
  return (unit > 96 && unit < 123) || (unit > 64 && unit < 91);
}

const wordsOf = new WeakMap<Scheme, readonly string[]>();

/** The words of a scheme in lower case. */
function slotWords(scheme: Scheme): readonly string[] {
  let words = wordsOf.get(scheme);
  if (words === undefined) {
    words = scheme.slots.map(({ label }) => label.toLowerCase());
    wordsOf.set(scheme, words);
  }
  return words;
}

const QUALIFIERS =
  /resource|reason|respon|reaction|immediate|intermediate|final|absent|present|level|individual|personal|institution|infrastruct|micro|meso|macro|context|mechanism|outcome|^[ivx]+$/;

/** A bullet that would be a coding line, were it not for what stands before its code: told of when the codebook has the code. */
export function nearlyCoding(bullet: Bullet, refs: Ref[]): void {
  const { label, paragraphs } = bullet;
  const [inline] = paragraphs;
  if (label === undefined || !inline || paragraphs.length > 1) return;
  if (PAIRS[inline.text.charAt(bullet.valueFrom)] === undefined) return;
  const code = label.slice(label.lastIndexOf(" ") + 1);
  if (!isId(code) || !quotedWords(inline, bullet.valueFrom)) return;
  refs.push(codeRef(code, codeSpanOf(bullet, code), true));
}

function codeSpanOf(bullet: Bullet, code: string): Span {
  const inline = bullet.paragraphs[0];
  return inline ? sourceSpan(inline, bullet.labelTo - code.length, bullet.labelTo) : labelSpan(bullet);
}

const PAIRS: { readonly [open: string]: string } = {
  '"': '"',
  "“": "”",
  "„": "“”",
  "«": "»",
  "»": "«",
  "‘": "’",
  "'": "'",
  "‹": "›",
  "”": "”",
  "「": "」",
  "『": "』",
};

/** Quoted words parted by commas and a coder in brackets; undefined when anything else stands there. */
function quotedWords(
  inline: Inline,
  from: number,
): { readonly words: readonly Value[]; readonly coder?: string } | undefined {
  const text = inline.text;
  let words: Value[] | undefined;
  let coder: string | undefined;
  let at = from;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === "," || character === ";" || isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    if (coder !== undefined) return text.slice(at).trim() === "." ? { words: words ?? NO_VALUES, coder } : undefined;
    const shut = PAIRS[character];
    if (shut !== undefined) {
      const close = closing(text, at + 1, shut);
      if (close < 0) return undefined;
      const span = sourceSpan(inline, at + 1, close);
      const said = fold(text.slice(at + 1, close));
      const value = { text: said, start: span.start, end: span.end };
      if (said !== "" && words) words.push(value);
      else if (said !== "") words = [value];
      at = close + 1;
    } else if (character === "(") {
      const close = text.indexOf(")", at);
      if (close < 0) return undefined;
      coder = text.slice(at + 1, close).trim();
      at = close + 1;
    } else if (character === "." && text.slice(at + 1).trim() === "") at++;
    else return undefined;
  }
  const said = words ?? NO_VALUES;
  return coder === undefined || coder === "" ? { words: said } : { words: said, coder };
}

/** The closing mark: the next one of its kind; an apostrophe closes only where no letter follows it. */
function closing(text: string, from: number, marks: string): number {
  for (let at = markFrom(text, from, marks); at >= 0; at = markFrom(text, at + 1, marks)) {
    const character = text.charAt(at);
    if ((character === "'" || character === "’") && /[\p{L}\p{N}]/u.test(text.charAt(at + 1))) continue;
    return at;
  }
  return -1;
}

/** The first of these marks from `from` on, or -1. */
function markFrom(text: string, from: number, marks: string): number {
  if (marks.length === 1) return text.indexOf(marks, from);
  let at = from;
  while (at < text.length && !marks.includes(text.charAt(at))) at++;
  return at < text.length ? at : -1;
}
