/**
 * A configuration spelt as a sentence: `When partners … (C), they … (M), so that … (O)`. A tag is a role in round or square brackets and takes
 * the words since the tag before it or the start of its sentence, whichever is nearer; words after a sentence's last tag stay with that tag.
 * A paragraph that begins with a tag gives each tag the words after it.
 */
import type { Scheme } from "../vocabulary.ts";
import { type Inline, sourceSpan } from "./blocks.ts";
import { wordsBegin, wordsEnd } from "./joining-words.ts";
import { readRole } from "./roles.ts";
import { type Sentence, sentencesOf } from "./sentence-ends.ts";
import type { Slot, SlotCitation, Spelt } from "./slots.ts";
import { type Cited, citedIn, holding, holesOf, type Tag, tagsOf, together } from "./tags.ts";
import { firstAfter, type Stretch, saysSomething, wordsBetween } from "./words.ts";

/** Roles that are tagged; at most one for a single tag, none where every tag only glosses the word before it (`contexts (C)`). */
function rolesIn(inline: Inline, tags: readonly Tag[], scheme: Scheme): number {
  if (tags.length === 0) return 0;
  if (tags.length > 1 && tags.every((tag) => isGloss(inline.text, tag, scheme))) return 0;
  return Math.min(tags.length, new Set(tags.flatMap((tag) => tag.roles.map((role) => role.role))).size);
}

/** Whether the word right before a tag is the word for its role: such a tag speaks of the role and fills none. */
function isGloss(text: string, tag: Tag, scheme: Scheme): boolean {
  const word = /(\p{L}{3,20})\s?$/u.exec(text.slice(Math.max(0, tag.from - 24), tag.from))?.[1];
  const role = word === undefined ? undefined : readRole(word, scheme);
  return role !== undefined && tag.roles.some((each) => each.role === role.role);
}

/** How many different roles are tagged in a paragraph by tags of their own. */
export function hasTags(inline: Inline, scheme: Scheme): number {
  if (!/[([（©［]/.test(inline.text)) return 0;
  const closed = inline.text.includes("@") ? holesOf(citedIn(inline)) : [];
  return rolesIn(inline, tagsOf(inline, scheme, closed), scheme);
}

interface Tagged {
  readonly inline: Inline;
  readonly cited: readonly Cited[];
  readonly citations: readonly Stretch[];
  readonly tags: readonly Tag[];
}

function taggedOf(inline: Inline, scheme: Scheme): Tagged {
  const cited = citedIn(inline);
  const citations = holesOf(cited);
  return { inline, cited, citations, tags: tagsOf(inline, scheme, citations) };
}

/** Reads the first paragraph with tags of two different roles, and the tagged paragraphs that follow it. */
export function readSentence(paragraphs: readonly Inline[], scheme: Scheme): Spelt | undefined {
  const first = paragraphs.findIndex((inline) => hasTags(inline, scheme) > 1);
  if (first < 0) return undefined;
  const tagged = paragraphs.slice(first).flatMap((inline) => {
    const read = taggedOf(inline, scheme);
    return rolesIn(inline, read.tags, scheme) > 0 ? [read] : [];
  });
  const slots: Slot[] = [];
  const citations: SlotCitation[] = [];
  for (const [index, one] of tagged.entries()) readParagraph(one, index === tagged.length - 1, slots, citations);
  return slots.length === 0 ? undefined : { slots, citations };
}

/** Where a slot's words may stand, and the slots that have them, by their place. */
interface Owned extends Stretch {
  readonly slots: readonly number[];
}

function readParagraph(tagged: Tagged, last: boolean, slots: Slot[], into: SlotCitation[]): void {
  const { inline, tags, citations } = tagged;
  const holes = together(citations, tags);
  const begins = tags[0]?.from ?? 0;
  const leading = wordsOf(inline, 0, begins, holes, false) === undefined;
  const sentences = sentencesOf(inline.text, tags, citations, leading);
  const owned: Owned[] = [];
  const ofTag = new Map<Tag, readonly number[]>();
  let next = 0;
  for (const sentence of sentences) {
    const from = next;
    while (next < tags.length && (tags[next]?.from ?? 0) < sentence.to) next++;
    if (next === from) continue;
    const groups = touching(inline.text, tags.slice(from, next));
    for (const clause of clausesOf(inline, sentence, groups, holes, leading)) {
      const places = clause.tags.map((tag) => {
        const own = clause.words ? addSlots(inline, tag, clause.words, slots) : [];
        ofTag.set(tag, own);
        return own;
      });
      owned.push({ from: clause.from, to: clause.to, slots: places.flat() });
    }
  }
  for (const cited of tagged.cited) {
    const span = sourceSpan(inline, cited.citation.from, cited.citation.to);
    const places = speaksTo(cited, tagged, sentences, ofTag, owned, last);
    if (places.length === 0) into.push({ citation: cited.citation, span, slot: undefined });
    for (const slot of places) into.push({ citation: cited.citation, span, slot });
  }
}

interface Clause extends Stretch {
  readonly tags: readonly Tag[];
  readonly words: Found | undefined;
}

interface Found extends Stretch {
  readonly text: string;
}

/** Each group of tags with its words; a tag without words of its own shares those of its neighbour. */
function clausesOf(
  inline: Inline,
  sentence: Sentence,
  groups: readonly (readonly Tag[])[],
  holes: readonly Stretch[],
  paragraphLeads: boolean,
): readonly Clause[] {
  const first = groups[0]?.[0]?.from ?? 0;
  const leads = paragraphLeads || wordsOf(inline, sentence.from, first, holes, false) === undefined;
  const clauses: Clause[] = [];
  for (const [index, tags] of groups.entries()) {
    const from = tags[0]?.from ?? 0;
    const end = tags.at(-1)?.to ?? from;
    const after = groups[index + 1]?.[0]?.from;
    const stop = Math.max(sentence.stop, end);
    const before = groups[index - 1]?.at(-1)?.to ?? sentence.from;
    const behind = { from: end, to: after ?? stop };
    const ahead = { from: before, to: after === undefined ? stop : end };
    const place = leads ? behind : ahead;
    let words = wordsOf(inline, place.from, place.to, holes, leads && after !== undefined);
    if (leads && words === undefined && index === 0) words = wordsOf(inline, ahead.from, ahead.to, holes, false);
    clauses.push({ tags, words: words ?? (leads ? undefined : clauses.at(-1)?.words), ...place });
  }
  if (!leads) return clauses;
  return clauses.map((clause, index) => (clause.words ? clause : { ...clause, words: clauses[index + 1]?.words }));
}

const TOUCH = /^[\s,;/&+]*$/;
const LONGEST_TOUCH = 12;

/** Tags with nothing but signs between them share their words. */
function touching(text: string, tags: readonly Tag[]): readonly (readonly Tag[])[] {
  const groups: Tag[][] = [];
  for (const tag of tags) {
    const end = groups.at(-1)?.at(-1)?.to;
    const near = end !== undefined && tag.from - end < LONGEST_TOUCH && TOUCH.test(text.slice(end, tag.from));
    if (near) groups.at(-1)?.push(tag);
    else groups.push([tag]);
  }
  return groups;
}

/** The words of a stretch without holes, joining words and closing punctuation; undefined when none are left. */
function wordsOf(
  inline: Inline,
  from: number,
  to: number,
  holes: readonly Stretch[],
  joins: boolean,
): Found | undefined {
  const { text, at } = wordsBetween(inline.text, from, to, holes);
  const start = wordsBegin(text, 0, text.length);
  const end = wordsEnd(text, start, text.length, joins);
  const words = text.slice(start, end);
  const first = at[start];
  const last = at[end - 1];
  if (first === undefined || last === undefined || !saysSomething(words)) return undefined;
  return { text: words, from: first, to: last + 1 };
}

function addSlots(inline: Inline, tag: Tag, words: Found, slots: Slot[]): readonly number[] {
  const { start, end } = sourceSpan(inline, words.from, words.to);
  const mark = sourceSpan(inline, tag.from, tag.to);
  return tag.roles.map((role) => slots.push({ ...role, text: words.text, start, end, mark }) - 1);
}

/**
 * The slots that a citation supports: right after a tag that tag's, inside a slot's words that slot's; none after the last tag's stop,
 * or in a sentence without tags, where it speaks to the whole.
 */
function speaksTo(
  cited: Cited,
  tagged: Tagged,
  sentences: readonly Sentence[],
  ofTag: ReadonlyMap<Tag, readonly number[]>,
  owned: readonly Owned[],
  last: boolean,
): readonly number[] {
  const { inline, tags, citations } = tagged;
  const before = tags[firstAfter(tags, cited.from) - 1];
  const final = last && before !== undefined && before === tags.at(-1);
  const sentence = holding(sentences, cited.from) ?? sentences.at(-1);
  const stopped = sentence !== undefined && before !== undefined && cited.from >= sentence.stop;
  if (final && (stopped || (sentence && before.to <= sentence.from))) return [];
  if (before && cited.from - before.to < 400) {
    const between = wordsBetween(inline.text, before.to, cited.from, citations).text;
    if (!saysSomething(between)) return ofTag.get(before) ?? [];
  }
  const within = holding(owned, cited.from);
  if (within) return within.slots;
  return stopped && sentence && before.from >= sentence.from ? (ofTag.get(before) ?? []) : [];
}
