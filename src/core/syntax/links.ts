/**
 * The value of a field of links: items parted by commas or semicolons, of any script, outside brackets; brackets after an item are the slots it speaks to;
 * a spaced dash begins a reason, which holds for the items before it and ends at a semicolon before another item.
 */
import { hasDigit } from "../ids.ts";
import type { Kind, Scheme } from "../vocabulary.ts";
import { type Inline, withoutAddresses } from "./blocks.ts";
import { citationsOf } from "./citations.ts";
import { readPlainLinks } from "./links-plain.ts";
import { itemEnds, type ReferenceRead, referenceAt, type Target, tokenEnd } from "./references.ts";
import { readRoles } from "./roles.ts";
import { NO_ROLES, sharedRoles } from "./shared-roles.ts";
import type { Citation, RoleMention } from "./slots.ts";
import { isSpace } from "./words.ts";

/** Offsets in the text of the inline. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

export interface LinkItem extends Extent {
  readonly target: Target;
  /** A list that links share: see `sharedRoles`. */
  readonly slots: readonly RoleMention[];
  /** The brackets that name the slots. */
  readonly slotsAt?: Extent;
  readonly locator?: string;
  readonly reason?: string;
  readonly reasonAt?: Extent;
}

export interface LinkList {
  readonly items: readonly LinkItem[];
  /** References that stand in a reason, where they link nothing. */
  readonly inReason: readonly (Extent & { readonly target: Target })[];
  /** Words that are neither a reference nor a reason. */
  readonly other: readonly Extent[];
  /** Brackets after an item that name no slot. */
  readonly brackets: readonly Extent[];
  /** The value says that there is none: `none found`. */
  readonly none: boolean;
}

const NONE = /^(none|nothing|nil|n\/a|not? (?:found|yet|known|any)|no counter-?examples?|-|–|—)(?![\p{L}\p{N}#@])/iu;
const LOCATOR =
  /^\s*,?\s*(?:pp?\.?\s*\p{Nd}|pages?\s|§|paras?\.?\s|paragraphs?\s|sec(?:t\.|tion|\.)?\s|ch(?:ap\.|apter|\.)\s|fig(?:ure|\.)?s?\s|tables?\s|lines?\s|box\s|abstract\b)/iu;
const REASON = /^\s+(?:[-–—‒―−]|--|---)\s+|^\s*—\s*/;

interface Open {
  readonly target: Target;
  readonly from: number;
  readonly to: number;
  slots: readonly RoleMention[];
  slotsAt?: Extent;
  locator?: string;
}

/** Reads `[from, to)` of an inline as links. `expects` is the kind that a bare number takes. Linear; loses no word: what is no link is in `other`. */
export function readLinks(
  inline: Inline,
  from: number,
  to: number,
  expects: Kind | undefined,
  scheme: Scheme,
): LinkList {
  const plain = inline.marks.length === 0 ? readPlainLinks(inline.text, from, to, scheme) : undefined;
  if (plain) return { items: plain, inReason: NO_REASONS, other: NO_EXTENTS, brackets: NO_EXTENTS, none: false };
  return readAnyLinks(inline, from, to, expects, scheme);
}

const NO_REASONS: LinkList["inReason"] = [];
const NO_EXTENTS: readonly Extent[] = [];

/** {@link readLinks} of a value in any form. */
export function readAnyLinks(
  inline: Inline,
  from: number,
  to: number,
  expects: Kind | undefined,
  scheme: Scheme,
): LinkList {
  const { text: said } = inline;
  const hidden = withoutAddresses(inline);
  const text = hidden.length === to ? hidden : hidden.slice(0, to);
  const citations = text.includes("@") ? citationsIn(inline, from, to) : NO_CITATIONS;
  const items: LinkItem[] = [];
  const inReason: (Extent & { target: Target })[] = [];
  const other: Extent[] = [];
  const brackets: Extent[] = [];
  let group: Open[] = [];
  let at = pastSpaces(text, from);
  const none = saysNone(text, at);
  if (none) return { items, inReason, other, brackets, none };

  const close = (reason?: string, reasonAt?: Extent): void => {
    for (const open of group) items.push({ ...open, ...(reason !== undefined && { reason, reasonAt }) });
    group = [];
  };

  while (at < to) {
    at = pastSeparators(text, at);
    if (at >= to) break;
    if (group.length > 0 || items.length > 0) {
      at = pastAnd(text, at);
    }
    const read = itemsAt(text, at, citations, expects);
    if (!read) {
      const end = wordsEnd(text, at, to);
      other.push({ from: at, to: trimmedEnd(text, at, end) });
      at = end;
      if (group.length > 0 && startsReason(text, at)) at = reasonFrom(at);
      continue;
    }
    for (const one of read.found)
      group.push({ target: one.target, from: one.from, to: one.to, slots: NO_ROLES, locator: locatorOf(one) });
    at = read.next;
    at = bracketsAfter(at, read.found.length);
    if (startsReason(text, at)) at = reasonFrom(at);
    else if (!itemEnds(text, at) && !isCitationAt(text, pastSpaces(text, at), citations)) {
      const end = wordsEnd(text, at, to);
      const words = { from: pastSpaces(text, at), to: trimmedEnd(text, at, end) };
      if (words.to > words.from && !/^[.:]$/.test(text.slice(words.from, words.to))) other.push(words);
      at = end;
      if (startsReason(text, at)) at = reasonFrom(at);
    } else if (/[.:]/.test(text.charAt(at))) at++;
  }
  close();
  return { items, inReason, other, brackets, none };

  /** Brackets and a locator after the last `count` items; gives the place after them. */
  function bracketsAfter(place: number, count: number): number {
    let next = place;
    for (let round = 0; round < 3 && next < text.length; round++) {
      const open = pastSpaces(text, next);
      const shutBy = closerOf(text, open);
      if (shutBy !== undefined) {
        const shut = bracketEnd(text, open, shutBy);
        if (shut === undefined) return next;
        const inner = text.slice(open + 1, shut);
        const roles = readRoles(inner, scheme);
        const extent = { from: open, to: shut + 1 };
        for (const one of group.slice(group.length - count)) {
          if (roles) {
            one.slots = one.slots.length === 0 ? roles : sharedRoles([...one.slots, ...roles]);
            one.slotsAt = extent;
          } else if (LOCATOR.test(inner)) one.locator = inner.trim();
        }
        if (!roles && !LOCATOR.test(inner)) brackets.push(extent);
        next = shut + 1;
      } else if (LOCATOR.test(text.slice(next, next + 24))) {
        const end = locatorEnd(text, next, to);
        const words = said.slice(next, end).replace(/^[\s,]+/, "");
        for (const one of group.slice(group.length - count)) one.locator = words;
        next = end;
      } else return next;
    }
    return next;
  }

  /** Reads the reason that begins at `place`, gives it to the open items, and gives the place after it. */
  function reasonFrom(place: number): number {
    const lead = REASON.exec(text.slice(place, place + 16))?.[0].length ?? 0;
    const start = place + lead;
    let end = to;
    for (let stop = start; stop < to; stop++) {
      if (!STOPS.includes(text.charAt(stop))) continue;
      const next = pastSpaces(text, stop + 1);
      if (next < to && beginsItem(text, next, citations, expects)) {
        end = stop;
        break;
      }
    }
    const last = trimmedEnd(text, start, end);
    for (let index = citations.after(start); index < citations.all.length; index++) {
      const citation = citations.all[index];
      if (!citation || citation.to > last) break;
      inReason.push({ target: { type: "citation", citation }, from: citation.from, to: citation.to });
    }
    for (const read of idsIn(text, start, last, expects))
      inReason.push({ target: read.target, from: read.from, to: read.to });
    if (last > start) close(said.slice(start, last).replace(/\s+/g, " "), { from: start, to: last });
    else close();
    return end;
  }
}

/** What closes a bracket of slots or of a place that begins at `at`; undefined when none does. */
function closerOf(text: string, at: number): string | undefined {
  switch (text.charAt(at)) {
    case "(":
      return ")";
    case "（":
      return "）";
    case "[":
      return text.charAt(at + 1) === "@" || text.charAt(at + 1) === "[" ? undefined : "]";
    default:
      return undefined;
  }
}

/** Where the bracket that opens at `open` shuts; those of its kind in it are part of it: `(M (resource))`. */
function bracketEnd(text: string, open: number, shutBy: string): number | undefined {
  const sign = text.charAt(open);
  const limit = Math.min(text.length, open + BRACKET_LIMIT);
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const character = text.charAt(at);
    if (character === sign) depth++;
    else if (character === shutBy && --depth === 0) return at;
  }
  return undefined;
}

/** The longest bracket after an item that is looked at. */
const BRACKET_LIMIT = 400;

/** Citations found again by where they or the brackets that hold them begin. */
interface Places {
  readonly all: readonly Citation[];
  readonly at: ReadonlyMap<number, Citation>;
  readonly held: ReadonlyMap<number, readonly Citation[]>;
  /** The index of the first that begins at or after an offset. */
  after(offset: number): number;
}

const NO_CITATIONS: Places = { all: [], at: new Map(), held: new Map(), after: () => 0 };

function citationsIn(inline: Inline, from: number, to: number): Places {
  const all = citationsOf(inline).filter((citation) => citation.from >= from && citation.to <= to);
  const at = new Map<number, Citation>();
  const held = new Map<number, Citation[]>();
  for (const citation of all) {
    at.set(citation.from, citation);
    if (!citation.bracket) continue;
    const others = held.get(citation.bracket.from);
    if (others) others.push(citation);
    else held.set(citation.bracket.from, [citation]);
  }
  const after = (offset: number): number => {
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((all[middle]?.from ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { all, at, held, after };
}

/** Commas and semicolons. */
const SIGNS = ",;，；、،؛";
/** Semicolons, which may end a reason. */
const STOPS = ";；؛";

function isSeparator(text: string, at: number): boolean {
  return isSpace(text.charCodeAt(at)) || SIGNS.includes(text.charAt(at));
}

function pastSpaces(text: string, at: number): number {
  let next = at;
  while (next < text.length && isSpace(text.charCodeAt(next))) next++;
  return next;
}

function pastSeparators(text: string, at: number): number {
  let next = at;
  while (next < text.length && isSeparator(text, next)) next++;
  return next;
}

/** Past `and` or `&` before an item. */
function pastAnd(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit !== 38 && (unit | 32) !== 97) return at;
  return at + (/^(?:and|&)\s+/i.exec(text.slice(at, at + 8))?.[0].length ?? 0);
}

/** Whether the value from `at` on says that there is none, and cites nothing. */
function saysNone(text: string, at: number): boolean {
  if (at >= text.length || !"nN-–—".includes(text.charAt(at))) return false;
  return NONE.test(text.slice(at, at + 40)) && !text.slice(at).includes("@");
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isSeparator(text, end - 1)) end--;
  return end;
}

function startsReason(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (isSpace(unit) || unit === DASH) && REASON.test(text.slice(at, at + 16));
}

/** The dash that begins a reason without a space before it. */
const DASH = 0x2014;

function locatorOf(read: Pick<ReferenceRead, "target">): string | undefined {
  return read.target.type === "citation" ? read.target.citation.locator : undefined;
}

/** The references at `at`: a citation, a bracket of citations, `key#e4` with its `@` left out, or a record. */
function itemsAt(
  text: string,
  at: number,
  citations: Places,
  expects: Kind | undefined,
): { readonly found: readonly Pick<ReferenceRead, "target" | "from" | "to">[]; readonly next: number } | undefined {
  const character = text.charAt(at);
  if (character === "@" || character === "[" || character === "(" || character === "-") {
    const one = citations.at.get(character === "-" ? at + 1 : at);
    if (one)
      return { found: [{ target: { type: "citation", citation: one }, from: one.from, to: one.to }], next: one.to };
    const held = citations.held.get(at);
    if (held) {
      return {
        found: held.map((citation) => ({
          target: { type: "citation", citation },
          from: citation.from,
          to: citation.to,
        })),
        next: held[0]?.bracket?.to ?? at + 1,
      };
    }
  }
  if (text.charAt(at) === "#") return undefined;
  const token = tokenEnd(text, at);
  if (token > at && text.charAt(token) === "#") {
    const end = tokenEnd(text, token + 1);
    if (end > token + 1) {
      const citation: Citation = { key: text.slice(at, token), extract: text.slice(token + 1, end), from: at, to: end };
      return { found: [{ target: { type: "citation", citation }, from: at, to: end }], next: end };
    }
  }
  const read = referenceAt(text, at, expects);
  return read && { found: [read], next: read.next };
}

/** Whether a citation, or a bracket of them, begins at `at`: it needs no comma before it. */
function isCitationAt(text: string, at: number, citations: Places): boolean {
  const character = text.charAt(at);
  return (character === "@" && citations.at.has(at)) || (character === "[" && citations.held.has(at));
}

/** Whether a new item, and not more of a reason, begins at `at`: a citation, a `[[…]]`, or an id with a digit after which an item ends. */
function beginsItem(text: string, at: number, citations: Places, expects: Kind | undefined): boolean {
  const read = itemsAt(text, at, citations, expects);
  const first = read?.found[0];
  if (!read || !first) return false;
  if (first.target.type === "citation" || text.startsWith("[[", at)) return true;
  return hasDigit(text.slice(first.from, first.to)) && itemEnds(text, read.next);
}

/** Ids with a digit in a stretch of words. */
export function idsIn(text: string, from: number, to: number, expects: Kind | undefined): readonly ReferenceRead[] {
  const found: ReferenceRead[] = [];
  let at = from;
  while (at < to) {
    const end = tokenEnd(text, at);
    if (end === at) {
      at++;
      continue;
    }
    const before = at > 0 ? text.charAt(at - 1) : " ";
    if (before !== "@" && before !== "#" && hasDigit(text.slice(at, end)) && !/^\p{Nd}/u.test(text.slice(at, end))) {
      const read = referenceAt(text, at, expects);
      if (read && read.next <= to) {
        found.push(read);
        at = Math.max(read.next, end);
        continue;
      }
    }
    at = end;
  }
  return found;
}

/** Where words that are no item end: at a separator outside brackets, or before a reason. */
function wordsEnd(text: string, at: number, to: number): number {
  let depth = 0;
  for (let next = at; next < to; next++) {
    const character = text.charAt(next);
    if (character === "(" || character === "[") depth++;
    else if ((character === ")" || character === "]") && depth > 0) depth--;
    else if (
      depth === 0 &&
      next > at &&
      (SIGNS.includes(character) || (isSpace(text.charCodeAt(next)) && startsReason(text, next)))
    ) {
      return next;
    }
  }
  return to;
}

function locatorEnd(text: string, at: number, to: number): number {
  for (let next = at + 1; next < to; next++) {
    const character = text.charAt(next);
    if (STOPS.includes(character)) return next;
    if (next > at + 1 && isSpace(text.charCodeAt(next)) && startsReason(text, next)) return next;
    if (character === "(") return next;
    if (SIGNS.includes(character) && !/^,\s*\p{Nd}/u.test(text.slice(next, next + 4))) return next;
  }
  return to;
}
