/** Tags and citations in running text: a tag is a role in round or square brackets, or `©`, which some programs make of `(C)`. */
import type { Scheme } from "../vocabulary.ts";
import type { Inline } from "./blocks.ts";
import { citationsOf } from "./citations.ts";
import { readTag } from "./roles.ts";
import type { Citation, RoleMention } from "./slots.ts";
import { firstAfter, type Stretch } from "./words.ts";

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
  if (!/[([（©［]/.test(text)) return NONE;
  const shut = [...closed, ...inline.marks.filter((mark) => mark.kind === "code" || mark.kind === "image")];
  if (shut.length > closed.length) shut.sort((a, b) => a.from - b.from);
  const found: Tag[] = [];
  let next = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== 40 && unit !== 91 && unit !== 0xa9 && unit !== 0xff08 && unit !== 0xff3b) continue;
    while (next < shut.length && (shut[next]?.to ?? 0) <= at) next++;
    const hidden = shut[next];
    if (hidden && hidden.from <= at) {
      at = hidden.to - 1;
      continue;
    }
    if (unit === 0xa9) {
      if (!/^\s?\d{4}/.test(text.slice(at + 1, at + 6))) found.push({ from: at, to: at + 1, roles: [{ role: "C" }] });
      continue;
    }
    if (unit === 91 && text.charCodeAt(at + 1) === 91) {
      const end = text.slice(at, at + 300).indexOf("]]");
      if (end > 0) at += end + 1;
      continue;
    }
    const end = closeOf(text, at);
    const roles = end === undefined ? undefined : readTag(text.slice(at + 1, end), scheme);
    if (!roles || end === undefined) continue;
    const from = labelBefore(text, at, end, found.at(-1)?.to ?? 0, scheme);
    found.push({ from, to: end + 1, roles });
    at = end;
  }
  return found;
}

const NONE: readonly Tag[] = [];

function closeOf(text: string, open: number): number | undefined {
  let depth = 0;
  const limit = Math.min(text.length, open + LONGEST_TAG);
  for (let at = open; at < limit; at++) {
    const sign = text.charAt(at);
    if ("([（［".includes(sign)) {
      if (++depth > DEEPEST) return undefined;
    } else if (")]）］".includes(sign) && --depth === 0) return at;
  }
  return undefined;
}

/** `Context (C): …` at the start of a sentence: the word that the bracket repeats is part of the tag. */
function labelBefore(text: string, open: number, close: number, past: number, scheme: Scheme): number {
  if (!/^\s?[:–—]/u.test(text.slice(close + 1, close + 3))) return open;
  let from = open;
  while (from > past && open - from < 40 && /[\p{L}\p{M} ]/u.test(text.charAt(from - 1))) from--;
  while (from < open && text.charAt(from) === " ") from++;
  if (from === open || !/(?:^|[.!?;\n])\s*$/.test(text.slice(Math.max(0, from - 3), from))) return open;
  return readTag(text.slice(from, close + 1), scheme) ? from : open;
}

/** All citations in order, each with the brackets that hold it: square ones, or round ones that begin with it. */
export function citedIn(inline: Inline): readonly Cited[] {
  const { text } = inline;
  let past = 0;
  return citationsOf(inline).map((citation) => {
    let { from, to } = citation.bracket ?? citation;
    if (!citation.bracket) {
      const open = text.slice(Math.max(past, from - 12), from).search(/\((?:see |cf\. |e\.g\. )?$/);
      const close = open < 0 ? -1 : text.slice(to, to + 200).search(/[()]/);
      if (close >= 0 && text.charAt(to + close) === ")") {
        from = Math.max(past, from - 12) + open;
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

/** The stretches of citations, each bracket once. */
export function holesOf(cited: readonly Cited[]): readonly Stretch[] {
  const holes: Stretch[] = [];
  for (const { from, to } of cited) if (to > (holes.at(-1)?.to ?? -1)) holes.push({ from, to });
  return holes;
}

/** Both kinds of stretches in one order. */
export function together(one: readonly Stretch[], other: readonly Stretch[]): readonly Stretch[] {
  return other.length === 0 ? one : [...one, ...other].sort((a, b) => a.from - b.from);
}

/** The stretch that holds the offset. */
export function holding<T extends Stretch>(stretches: readonly T[], at: number): T | undefined {
  const found = stretches[firstAfter(stretches, at)];
  return found && found.from <= at ? found : undefined;
}
