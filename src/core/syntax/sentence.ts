/**
 * A configuration spelt as a sentence: `When partners … (C), they … (M), so that … (O)`. A tag is a role in round or square brackets and takes
 * the words since the tag before it or the start of its sentence, whichever is nearer; words after a sentence's last tag stay with that tag.
 */
import type { Scheme } from "../vocabulary.ts";
import { type Inline, sourceSpan } from "./blocks.ts";
import { citationsOf } from "./citations.ts";
import { withoutJoiningWords } from "./joining-words.ts";
import { readRole, readTag } from "./roles.ts";
import { sentenceEnds } from "./sentence-ends.ts";
import type { Citation, RoleMention, Slot, SlotCitation, Spelt } from "./slots.ts";

interface Tag {
  readonly from: number;
  readonly to: number;
  readonly roles: readonly RoleMention[];
}

const LONGEST_TAG = 120;
/** A paragraph with more tags or citations than this spells no configuration. */
const MOST = 200;

/** Every tag of a text, in order; none when there are more than anybody writes. Linear, since no tag is longer than a bound. */
function tagsOf(text: string, scheme: Scheme): readonly Tag[] {
  const found: Tag[] = [];
  for (let at = 0; at < text.length; at++) {
    if (found.length > MOST) return [];
    const unit = text.charCodeAt(at);
    if (unit === 0xa9 && !/^\s?\p{Nd}{4}/u.test(text.slice(at + 1, at + 6))) {
      found.push({ from: at, to: at + 1, roles: [{ role: "C" }] });
      continue;
    }
    if (unit !== 40 && unit !== 91) continue;
    const shut = unit === 40 ? ")" : "]";
    const inner = text.slice(at + 1, at + LONGEST_TAG);
    let close = inner.indexOf(shut);
    if (close < 0) continue;
    const plural =
      unit === 40 && inner.charAt(close - 1) === "s" && inner.charAt(close - 2) === "("
        ? inner.indexOf(shut, close + 1)
        : -1;
    if (plural > 0) close = plural;
    const words = inner.slice(0, close);
    const open = words.search(/[([]/);
    if (open >= 0 && plural < 0) {
      const last = inner.indexOf(shut, close + 1);
      const nested = last < 0 ? undefined : readTag(inner.slice(0, last), scheme);
      if (!nested) continue;
      found.push({ from: at, to: at + last + 2, roles: nested });
      at += last + 1;
      continue;
    }
    const roles = readTag(words, scheme);
    if (!roles) continue;
    found.push({ from: at, to: at + close + 2, roles });
    at += close + 1;
  }
  return found;
}

function rolesIn(tags: readonly Tag[]): number {
  return new Set(tags.flatMap((tag) => tag.roles.map((role) => role.role))).size;
}

/**
 * How many different roles are tagged in a paragraph; at most one for a single tag, and none where every tag only glosses the word before it
 * (`contexts (C), mechanisms (M) and outcomes (O)`), which speaks of roles and fills none.
 */
export function hasTags(inline: Inline, scheme: Scheme): number {
  const { text } = inline;
  if (!/[([©]/.test(text)) return 0;
  const tags = tagsOf(text, scheme);
  if (tags.length > 1 && tags.every((tag) => isGloss(text, tag, scheme))) return 0;
  return Math.min(rolesIn(tags), tags.length);
}

/** Whether the word right before a tag is the word for its role. */
function isGloss(text: string, tag: Tag, scheme: Scheme): boolean {
  const word = /(\p{L}{3,20})\s?$/u.exec(text.slice(Math.max(0, tag.from - 24), tag.from))?.[1];
  const role = word === undefined ? undefined : readRole(word, scheme);
  return role !== undefined && tag.roles.some((each) => each.role === role.role);
}

/** Reads the first paragraph with tags of two different roles, and the tagged paragraphs that follow it. */
export function readSentence(paragraphs: readonly Inline[], scheme: Scheme): Spelt | undefined {
  const first = paragraphs.findIndex((inline) => hasTags(inline, scheme) > 1);
  if (first < 0) return undefined;
  const slots: Slot[] = [];
  const citations: SlotCitation[] = [];
  for (const inline of paragraphs.slice(first)) {
    const tags = /[([©]/.test(inline.text) ? tagsOf(inline.text, scheme) : [];
    if (tags.length === 0) break;
    readParagraph(inline, tags, slots, citations);
  }
  return slots.length === 0 ? undefined : { slots, citations };
}

interface Clause {
  /** Stretches of text that belong to the tags. */
  readonly from: number;
  readonly to: number;
  readonly tags: readonly Tag[];
}

function readParagraph(inline: Inline, tags: readonly Tag[], slots: Slot[], cited: SlotCitation[]): void {
  const { text } = inline;
  const citations = citationsOf(inline).slice(0, MOST);
  const held = citations.map((citation) => ({
    from: citation.bracket?.from ?? citation.from,
    to: citation.bracket?.to ?? citation.to,
  }));
  const groups = touching(text, tags, held);
  const lead = text.slice(0, groups[0]?.[0]?.from ?? 0).trim() === "";
  const clauses = lead ? after(text, groups) : before(text, groups);
  const owners: { readonly from: number; readonly to: number; readonly slots: readonly number[] }[] = [];
  for (const clause of clauses) {
    const words = wordsOf(text, clause, held);
    if (!words) continue;
    const span = sourceSpan(inline, words.from, words.to);
    const own: number[] = [];
    for (const tag of clause.tags) {
      for (const role of tag.roles) {
        own.push(slots.length);
        slots.push({
          ...role,
          text: words.text,
          start: span.start,
          end: span.end,
          mark: sourceSpan(inline, tag.from, tag.to),
        });
      }
    }
    owners.push({ from: clause.from, to: Math.max(clause.to, ...clause.tags.map((tag) => tag.to)), slots: own });
  }
  const lastTag = tags[tags.length - 1];
  for (const citation of citations) {
    const span = sourceSpan(inline, citation.from, citation.to);
    for (const slot of speaks(citation, text, owners, groups, clauses, lastTag)) cited.push({ citation, span, slot });
  }
}

type Owner = { readonly from: number; readonly to: number; readonly slots: readonly number[] };

/** Right after a tag a citation belongs to its slot, inside a slot's words to that slot, after the last tag's stop to the whole. */
function speaks(
  citation: Citation,
  text: string,
  owners: readonly Owner[],
  groups: readonly (readonly Tag[])[],
  clauses: readonly Clause[],
  lastTag: Tag | undefined,
): readonly (number | undefined)[] {
  const from = citation.bracket?.from ?? citation.from;
  const group = groups.find((tags) => {
    const end = tags[tags.length - 1]?.to ?? 0;
    return end <= from && /^[\s,;([]*$/.test(text.slice(end, from)) && from - end < 200;
  });
  const clause = group && clauses.findIndex((each) => each.tags[0] === group[0]);
  const ofTag =
    clause === undefined || clause < 0 ? undefined : owners.find((owner) => owner.from === clauses[clause]?.from);
  if (ofTag) return ofTag.slots;
  if (lastTag && from >= lastTag.to && /[.!?]/.test(text.slice(lastTag.to, from))) return [undefined];
  const inside = owners.find((owner) => owner.from <= from && from < owner.to);
  return inside ? inside.slots : [undefined];
}

/** Tags with nothing but punctuation and citations between them share their words. */
function touching(
  text: string,
  tags: readonly Tag[],
  held: readonly { readonly from: number; readonly to: number }[],
): readonly (readonly Tag[])[] {
  const groups: Tag[][] = [];
  for (const tag of tags) {
    const last = groups[groups.length - 1]?.at(-1);
    if (last && blank(text, last.to, tag.from, held)) groups[groups.length - 1]?.push(tag);
    else groups.push([tag]);
  }
  return groups;
}

function blank(
  text: string,
  from: number,
  to: number,
  held: readonly { readonly from: number; readonly to: number }[],
): boolean {
  if (to - from > 400) return false;
  return /^[\s,;/&+]*$/.test(cutOut(text, from, to, held)) && !/[.!?]/.test(text.slice(from, to));
}

function cutOut(
  text: string,
  from: number,
  to: number,
  held: readonly { readonly from: number; readonly to: number }[],
): string {
  let words = "";
  let at = from;
  for (const gap of held) {
    if (gap.to <= at) continue;
    if (gap.from >= to) break;
    if (gap.from > at) words += text.slice(at, gap.from);
    at = Math.max(at, gap.to);
  }
  return at < to ? words + text.slice(at, to) : words;
}

/** Words come before their tag; what follows a sentence's last tag stays with it. */
function before(text: string, groups: readonly (readonly Tag[])[]): readonly Clause[] {
  const ends = sentenceEnds(text);
  const clauses: Clause[] = [];
  let at = 0;
  for (const [index, tags] of groups.entries()) {
    const start = tags[0]?.from ?? 0;
    const end = tags[tags.length - 1]?.to ?? start;
    const stop = lastBetween(ends, at, start);
    const next = groups[index + 1]?.[0]?.from ?? text.length;
    const closes = firstAfter(ends, end) ?? text.length;
    const tail = closes <= next || index === groups.length - 1;
    clauses.push({ from: stop ?? at, to: tail ? Math.min(closes, text.length) : end, tags });
    at = tail ? Math.min(closes, next) : end;
  }
  return clauses;
}

/** The paragraph begins with a tag: each takes the words after it, to the next tag. */
function after(text: string, groups: readonly (readonly Tag[])[]): readonly Clause[] {
  return groups.map((tags, index) => ({
    from: tags[tags.length - 1]?.to ?? 0,
    to: groups[index + 1]?.[0]?.from ?? text.length,
    tags,
  }));
}

function lastBetween(ends: readonly number[], from: number, to: number): number | undefined {
  let found: number | undefined;
  for (const end of ends) {
    if (end > to) break;
    if (end >= from) found = end;
  }
  return found;
}

function firstAfter(ends: readonly number[], from: number): number | undefined {
  return ends.find((end) => end >= from);
}

/** Closing punctuation taken away by a loop: a pattern that ends with `$` would be quadratic. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s.,;:–—-]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** The words of a clause without tags, citations, joining words and closing punctuation; undefined when none are left. */
function wordsOf(
  text: string,
  clause: Clause,
  held: readonly { readonly from: number; readonly to: number }[],
): { readonly text: string; readonly from: number; readonly to: number } | undefined {
  const tags = clause.tags.map(({ from, to }) => ({ from, to }));
  const gaps = [...held, ...tags].sort((a, b) => a.from - b.from);
  const raw = cutOut(text, clause.from, clause.to, gaps)
    .replace(/\s+/g, " ")
    .replace(/\s+([,.;:!?])/g, "$1")
    .trim();
  const plain = trimEnd(withoutJoiningWords(raw).replace(/^[\s.,;:!?–—-]+/, ""));
  if (!/[\p{L}\p{N}]/u.test(plain)) return undefined;
  const first = plain.split(" ")[0] ?? plain;
  const start = text.indexOf(first, clause.from);
  let to = clause.to;
  const inGap = (at: number): boolean => gaps.some((gap) => gap.from < at && at <= gap.to);
  while (to > clause.from && (/[\s.,;:–—-]/.test(text.charAt(to - 1)) || inGap(to))) to--;
  const from = start < 0 || start >= to ? clause.from : start;
  return { text: plain, from, to: Math.max(to, from) };
}
