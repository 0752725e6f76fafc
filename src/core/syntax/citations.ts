/**
 * Citations in running text: Pandoc's `@key`, with `#e4` for an extract. An `@` counts at a line's start, after white space, after an
 * opening bracket, after the comma or semicolon of a list, or after `-` in the first three; never in code, in a link's target, in an address, or
 * when it is escaped. Closing punctuation is no part of a key.
 */
import { type Inline, type Mark, sourceOffset, withoutAddresses } from "./blocks.ts";
import type { Citation } from "./slots.ts";

const WORD = /[\p{L}\p{N}\p{M}_]/u;
/** Pandoc's inner punctuation of a key, without `#`. */
const INNER = ":.$%&-+?<>~/";

function wordAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 128) {
    return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit === 95
      ? 1
      : 0;
  }
  if (Number.isNaN(unit)) return 0;
  const point = text.codePointAt(at) ?? 0;
  return WORD.test(String.fromCodePoint(point)) ? (point > 0xffff ? 2 : 1) : 0;
}

/** The end of a key that begins at `at` (after the `@`), or `at` when none does: single inner punctuation between word characters. */
function keyEnd(text: string, at: number): number {
  let end = at;
  for (let next = at; next < text.length; ) {
    const step = wordAt(text, next);
    if (step > 0) {
      next += step;
      end = next;
    } else if (end > at && next === end && INNER.includes(text.charAt(next))) next += 1;
    else break;
  }
  return end;
}

/** The end of a local extract id that begins at `at`: letters, digits, `.`, `_`, `-`, ending with a letter or a digit. */
function extractEnd(text: string, at: number): number {
  let end = at;
  for (let next = at; next < text.length; ) {
    const step = wordAt(text, next);
    if (step > 0) {
      const underscore = text.charAt(next) === "_";
      next += step;
      if (!underscore) end = next;
    } else if (next > at && (text.charAt(next) === "." || text.charAt(next) === "-")) next += 1;
    else break;
  }
  return end;
}

function opens(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charAt(at - 1);
  if (before === " " || OPENING.test(before)) return true;
  return before === "-" && (at === 1 || OPENING.test(text.charAt(at - 2)));
}

const OPENING = /[\s([{（［【,;，；、،؛]/;

const DELIMITERS: { readonly [kind in Mark["kind"]]?: number } = { strong: 2, emphasis: 1, link: 1 };

/**
 * Whether the `@` at an offset of the text is escaped (`\\@`) or an entity in the source: it stands one further than the marks that begin with it
 * account for, or what follows it stands far off. `marks` are those that begin there. An escape at the start of a line further down is not seen.
 */
function isEscaped(inline: Inline, at: number, marks: readonly Mark[], first: number): boolean {
  if (inline.runs === undefined) return false;
  const own = sourceOffset(inline, at);
  if (at + 1 < inline.text.length && sourceOffset(inline, at + 1) - own > 4) return true;
  if (at > 0 && inline.text.charAt(at - 1) === "\n") return false;
  let gap = own - (at === 0 ? inline.start : sourceOffset(inline, at - 1) + 1);
  for (let index = first; gap > 0 && index < marks.length && marks[index]?.from === at; index++) {
    const delimiter = DELIMITERS[marks[index]?.kind ?? "html"];
    if (delimiter === undefined) return false;
    gap -= delimiter;
  }
  return gap === 1;
}

/** The end of a key of a citation that is whole without its `@`: closing punctuation, and two signs in a row, are no part of one. */
export function isCitable(key: string): boolean {
  return key !== "" && keyEnd(key, 0) === key.length;
}

/** Whether a bracket is the label of a link reference definition, `[@x]: https://…`, alone on its line. */
function isDefinition(text: string, bracket: { readonly from: number; readonly to: number }): boolean {
  const { from, to } = bracket;
  if (text.charAt(to) !== ":" || (from > 0 && text.charAt(from - 1) !== "\n")) return false;
  const newline = text.indexOf("\n", to);
  const rest = text.slice(to + 1, newline < 0 ? text.length : newline).trim();
  const space = rest.search(/\s/);
  const target = space < 0 ? rest : rest.slice(0, space);
  const title = space < 0 ? "" : rest.slice(space).trim();
  return /[:/.#<]/.test(target.slice(0, 200)) && (title === "" || /^(?:"[^"]*"|'[^']*'|\([^()]*\))$/.test(title));
}

/** The first of ascending extents that ends after `at`, from `index` on; callers go forward only, so all look-ups together are linear. */
function advance(extents: readonly { readonly to: number }[], index: number, at: number): number {
  let next = index;
  while (next < extents.length && (extents[next]?.to ?? 0) <= at) next++;
  return next;
}

/** All citations of an inline, in order. Linear in its text. */
export function citationsOf(inline: Inline): readonly Citation[] {
  if (!inline.text.includes("@")) return NONE;
  const text = withoutAddresses(inline);
  let at = text.indexOf("@");
  const found: Citation[] = [];
  const brackets = text.includes("[") ? bracketsOf(text) : NO_BRACKETS;
  const code = inline.marks.length === 0 ? inline.marks : inline.marks.filter(isClosed);
  let codeAt = 0;
  let bracketAt = 0;
  let markAt = 0;
  for (; at >= 0; at = text.indexOf("@", at + 1)) {
    codeAt = advance(code, codeAt, at);
    if (!opens(text, at) || (code[codeAt]?.from ?? at + 1) <= at) continue;
    while (markAt < inline.marks.length && (inline.marks[markAt]?.from ?? at) < at) markAt++;
    if (isEscaped(inline, at, inline.marks, markAt)) continue;
    let keyFrom = at + 1;
    let key: string;
    let to: number;
    if (text.charAt(keyFrom) === "{") {
      const close = text.indexOf("}", keyFrom);
      if (close < 0 || close - keyFrom > 200 || close === keyFrom + 1) continue;
      key = text.slice(keyFrom + 1, close);
      if (/\s/.test(key)) continue;
      to = close + 1;
    } else {
      const end = keyEnd(text, keyFrom);
      if (end === keyFrom) continue;
      key = text.slice(keyFrom, end);
      to = end;
    }
    let extract: string | undefined;
    if (text.charAt(to) === "#") {
      keyFrom = to + 1;
      const end = extractEnd(text, keyFrom);
      if (end > keyFrom) {
        extract = text.slice(keyFrom, end);
        to = end;
      }
    }
    bracketAt = advance(brackets, bracketAt, at);
    const pair = brackets[bracketAt];
    const bracket = pair && pair.from < at && to <= pair.to - 1 ? pair : undefined;
    if (bracket && isDefinition(text, bracket)) continue;
    const citation: Mutable<Citation> = { key, from: at, to };
    if (extract !== undefined) citation.extract = extract;
    if (bracket) citation.bracket = bracket;
    found.push(citation);
  }
  if (found.length === 0) return NONE;
  return brackets.length === 0 ? found : withLocators(inline.text, found);
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

const NONE: readonly Citation[] = [];
const NO_BRACKETS: readonly { readonly from: number; readonly to: number }[] = [];

/** Code and images, in which nothing is cited. */
function isClosed({ kind }: Mark): boolean {
  return kind === "code" || kind === "image";
}

/** Outermost square brackets that close in the same paragraph, ascending. */
function bracketsOf(text: string): readonly { readonly from: number; readonly to: number }[] {
  const pairs: { from: number; to: number }[] = [];
  let depth = 0;
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 91) {
      if (depth === 0) open = at;
      depth++;
    } else if (unit === 93 && depth > 0) {
      depth--;
      if (depth === 0) pairs.push({ from: open, to: at + 1 });
    }
  }
  return pairs;
}

function withLocators(text: string, found: readonly Citation[]): readonly Citation[] {
  return found.map((citation, index) => {
    if (!citation.bracket) return citation;
    const next = found[index + 1];
    const limit = next && next.from < citation.bracket.to ? next.from : citation.bracket.to - 1;
    const rest = text.slice(citation.to, limit).replace(/^[\s,]+/, "");
    const locator = trimEnd(rest);
    return locator === "" ? citation : { ...citation, locator };
  });
}

function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s;,-]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
