/** Tags and citations in running text: a tag is a role in round or square brackets, or `©`, which some programs make of `(C)`. */
import type { Scheme } from "../vocabulary.ts";
import type { Inline } from "./blocks.ts";
import { citationsOf } from "./citations.ts";
import { readTag } from "./roles.ts";
import type { Citation, RoleMention } from "./slots.ts";
import { firstAfter, isSpace, type Stretch } from "./words.ts";

export interface Tag extends Stretch {
  readonly roles: readonly RoleMention[];
}

/** A citation and the bracket that holds it, which together are no words. */
export interface Cited extends Stretch {
  readonly citation: Citation;
}

const LONGEST_TAG = 120;
const DEEPEST = 3;

/** All tags in order; none in code, in images, in `[[…]]` or within `closed` (ascending). Linear, since a tag is short and shallow. */
export function tagsOf(inline: Inline, scheme: Scheme, closed: readonly Stretch[]): readonly Tag[] {
  const { text } = inline;
  let at = firstOpen(text, 0);
  if (at === text.length) return NO_TAGS;
  const shut = inline.marks.length === 0 ? closed : withHidden(inline, closed);
  let found: Tag[] | undefined;
  let next = 0;
  for (; at < text.length; at = firstOpen(text, at + 1)) {
    while (next < shut.length && (shut[next]?.to ?? 0) <= at) next++;
    const hidden = shut[next];
    if (hidden && hidden.from <= at) {
      at = hidden.to - 1;
      continue;
    }
    const unit = text.charCodeAt(at);
    if (unit === 0xa9) {
      if (isCopyright(text, at)) continue;
      found ??= [];
      found.push({ from: at, to: at + 1, roles: COPYRIGHT });
      continue;
    }
    if (unit === 91 && text.charCodeAt(at + 1) === 91) {
      const end = text.slice(at, at + 300).indexOf("]]");
      if (end > 0) at += end + 1;
      continue;
    }
    const end = closeOf(text, at);
    if (end < 0) continue;
    const roles = readTag(text.slice(at + 1, end), scheme);
    if (!roles) continue;
    found ??= [];
    const from = labelBefore(text, at, end, found[found.length - 1]?.to ?? 0, scheme);
    found.push({ from, to: end + 1, roles });
    at = end;
  }
  return found ?? NO_TAGS;
}

const NO_TAGS: readonly Tag[] = [];
const COPYRIGHT: readonly RoleMention[] = [{ role: "C" }];

/** Where the first bracket or `©` from `at` on stands; the text's length when there is none. */
function firstOpen(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 40 || unit === 91 || unit === 0xa9 || (unit > 122 && isOpen(unit))) return at;
  }
  return text.length;
}

/** Round and square brackets, and those that stand for them in other hands: `{`, `（`, `［`, `【`. */
function isOpen(unit: number): boolean {
  return unit === 40 || unit === 91 || unit === 123 || unit === 0xff08 || unit === 0xff3b || unit === 0x3010;
}

function isClose(unit: number): boolean {
  return unit === 41 || unit === 93 || unit === 125 || unit === 0xff09 || unit === 0xff3d || unit === 0x3011;
}

/** `© 2014`, `Copyright ©`: what it is meant to be. */
function isCopyright(text: string, at: number): boolean {
  return /^\s?\d{4}/.test(text.slice(at + 1, at + 6)) || /copyright\s?$/i.test(text.slice(Math.max(0, at - 10), at));
}

function withHidden(inline: Inline, closed: readonly Stretch[]): readonly Stretch[] {
  const hidden = inline.marks.filter(
    (mark) => mark.kind === "code" || mark.kind === "address" || mark.kind === "image",
  );
  return hidden.length === 0 ? closed : [...closed, ...hidden].sort((a, b) => a.from - b.from);
}

/** Where the bracket that opens at `open` closes, or -1. */
export function closeOf(text: string, open: number): number {
  let depth = 0;
  const limit = Math.min(text.length, open + LONGEST_TAG);
  for (let at = open; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 41 && unit < 91) continue;
    if (isOpen(unit)) {
      if (++depth > DEEPEST) return -1;
    } else if (isClose(unit) && --depth === 0) return at;
  }
  return -1;
}

/** `Context (C): …` at the start of a sentence: the word that the bracket repeats is part of the tag. */
function labelBefore(text: string, open: number, close: number, past: number, scheme: Scheme): number {
  const sign = text.charCodeAt(isSpace(text.charCodeAt(close + 1)) ? close + 2 : close + 1);
  if (sign !== 58 && sign !== 0x2013 && sign !== 0x2014 && sign !== 0xff1a) return open;
  let from = open;
  while (from > past && open - from < 40 && /[\p{L}\p{M} \u00a0]/u.test(text.charAt(from - 1))) from--;
  while (from < open && isSpace(text.charCodeAt(from))) from++;
  if (from === open || !/(?:^|[.!?;\n])\s*$/.test(text.slice(Math.max(0, from - 3), from))) return open;
  return readTag(text.slice(from, close + 1), scheme) ? from : open;
}

/** The most that may stand between a round bracket and the citation that it holds: `(see also `. */
const LONGEST_BEFORE = 12;

/** All citations in order, each with the brackets that hold it: square ones, or round ones that begin with it. */
export function citedIn(inline: Inline): readonly Cited[] {
  const { text } = inline;
  const citations = citationsOf(inline);
  if (citations.length === 0) return NO_CITED;
  let past = 0;
  return citations.map((citation) => {
    let { from, to } = citation.bracket ?? citation;
    if (!citation.bracket) {
      const open = text
        .slice(Math.max(past, from - LONGEST_BEFORE), from)
        .search(/[(（](?:see |see also |cf\. |e\.g\.,? |after |from |in |as in )?$/);
      const close = open < 0 ? -1 : text.slice(to, to + 200).search(/[()（）]/);
      if (close >= 0 && ")）".includes(text.charAt(to + close))) {
        from = Math.max(past, from - LONGEST_BEFORE) + open;
        to = to + close + 1;
      } else if (from < past) {
        from = past;
        to = Math.max(past, to);
      }
    }
    past = to;
    return { citation, from, to };
  });
}

const NO_CITED: readonly Cited[] = [];

/** The stretches of citations, each bracket once. */
export function holesOf(cited: readonly Cited[]): readonly Stretch[] {
  if (cited.length === 0) return NO_STRETCHES;
  const holes: Stretch[] = [];
  for (const { from, to } of cited) if (to > (holes.at(-1)?.to ?? -1)) holes.push({ from, to });
  return holes;
}

const NO_STRETCHES: readonly Stretch[] = [];

/** Both kinds of stretches in one order. */
export function together(one: readonly Stretch[], other: readonly Stretch[]): readonly Stretch[] {
  if (one.length === 0) return other;
  return other.length === 0 ? one : [...one, ...other].sort((a, b) => a.from - b.from);
}

/** The stretch that holds the offset. */
export function holding<T extends Stretch>(stretches: readonly T[], at: number): T | undefined {
  const found = stretches[firstAfter(stretches, at)];
  return found && found.from <= at ? found : undefined;
}
