/**
 * A configuration spelt as a sentence: `When partners … (C), they … (M), so that … (O)`. A tag is a role in round or square brackets and takes
 * the words since the tag before it or the start of its sentence, whichever is nearer; words after a sentence's last tag stay with that tag.
 * A paragraph that begins with a tag gives each tag the words after it.
 */
import type { Scheme } from "../vocabulary.ts";
import { type Inline, sourceSpan } from "./blocks.ts";
import { wordsBegin, wordsEnd } from "./joining-words.ts";
import { wordRole } from "./role-tokens.ts";
import { type Sentence, sentencesOf } from "./sentence-ends.ts";
import { type Slot, type SlotCitation, type Spelt, slotOf } from "./slots.ts";
import { notesAfter } from "./tag-notes.ts";
import { type Cited, citedIn, holding, holesOf, type Tag, tagsOf, together } from "./tags.ts";
import { firstAfter, isSpace, placeOf, type Stretch, saysSomething, wordsBetween } from "./words.ts";

/**
 * Roles that are tagged; at most one for a single tag. None where tags gloss the words for two roles (`contexts (C) and mechanisms (M)`) and
 * the others do not name two roles themselves: such a paragraph speaks about configurations.
 */
function rolesIn(text: string, tags: readonly Tag[], scheme: Scheme): number {
  if (tags.length < 2) return tags.length;
  const roles: string[] = [];
  const said: string[] = [];
  const glossed: string[] = [];
  for (const tag of tags) {
    const into = said.length < 2 && isGloss(text, tag, scheme) ? glossed : said;
    for (const { role } of tag.roles) {
      if (!roles.includes(role)) roles.push(role);
      if (!into.includes(role)) into.push(role);
    }
  }
  if (glossed.length > 0 && said.length < 2 && (glossed.length > 1 || said.length === 0)) return 0;
  return Math.min(tags.length, roles.length);
}

const LETTERS = /\p{L}{3,20}$/u;
const SHORTEST = 3;
const LONGEST = 20;

/** The last 3 to 20 letters before `end`. */
function wordBefore(text: string, end: number): string | undefined {
  let from = end;
  for (; from > 0 && end - from < LONGEST; from--) {
    const unit = text.charCodeAt(from - 1);
    if (unit > 127) return LETTERS.exec(text.slice(Math.max(0, end - 24), end))?.[0];
    if (!((unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90))) break;
  }
  return end - from < SHORTEST ? undefined : text.slice(from, end);
}

/** Whether the word right before a tag is the word for its role: such a tag speaks of the role and fills none. */
function isGloss(text: string, tag: Tag, scheme: Scheme): boolean {
  const end = isSpace(text.charCodeAt(tag.from - 1)) ? tag.from - 1 : tag.from;
  const word = wordBefore(text, end);
  const role = word === undefined ? undefined : wordRole(word, scheme);
  return role !== undefined && tag.roles.some((each) => each.role === role);
}

/** How many different roles are tagged in a paragraph by tags of their own. */
export function hasTags(inline: Inline, scheme: Scheme): number {
  return taggedOf(inline, scheme).roles;
}

interface Tagged {
  readonly inline: Inline;
  readonly cited: readonly Cited[];
  /** What is cited, by `@key` or, right after a tag, in a journal's own way. */
  readonly citations: readonly Stretch[];
  readonly tags: readonly Tag[];
  readonly roles: number;
}

/** The paragraph that was looked at last: whoever asks for its tags reads its sentence next. */
let latest: { readonly tagged: Tagged; readonly scheme: Scheme } | undefined;

function taggedOf(inline: Inline, scheme: Scheme): Tagged {
  if (latest?.tagged.inline === inline && latest.scheme === scheme) return latest.tagged;
  const { text } = inline;
  if (text.charCodeAt(0) === 91 && FOOTNOTE.test(text)) return { inline, ...UNTAGGED };
  const cited = text.includes("@") ? citedIn(inline) : NONE;
  let keys = holesOf(cited);
  let tags = tagsOf(inline, scheme, keys);
  if (tags.length > 0 && text.includes("\n[^")) {
    const note = { from: FOOTNOTE_LINE.exec(text)?.index ?? text.length, to: text.length };
    keys = [...keys.filter(({ to }) => to <= note.from), note];
    tags = tagsOf(inline, scheme, keys);
  }
  const citations = tags.length === 0 ? keys : together(keys, notesAfter(text, tags));
  const tagged = { inline, cited, citations, tags, roles: rolesIn(text, tags, scheme) };
  if (tags.length > 0) latest = { tagged, scheme };
  return tagged;
}

const NONE: readonly Cited[] = [];
const FOOTNOTE_LINE = /\n\[\^[^\]\s]+\]:/;
const FOOTNOTE = /^\[\^[^\]\s]+\]:/;
const UNTAGGED = { cited: NONE, citations: NONE, tags: [], roles: 0 };

/** Reads the first paragraph with tags of two different roles, and the tagged paragraphs that follow it. */
export function readSentence(paragraphs: readonly Inline[], scheme: Scheme): Spelt | undefined {
  const tagged: Tagged[] = [];
  for (const inline of paragraphs) {
    const read = taggedOf(inline, scheme);
    if (read.roles > (tagged.length === 0 ? 1 : 0)) tagged.push(read);
  }
  const slots: Slot[] = [];
  const citations: SlotCitation[] = [];
  for (let index = 0; index < tagged.length; index++)
    readParagraph(tagged[index] as Tagged, index === tagged.length - 1, slots, citations);
  return slots.length === 0 ? undefined : { slots, citations };
}

/** Where a slot's words may stand, and the slots that have them, by their place. */
interface Owned extends Stretch {
  readonly slots: readonly number[];
}

function readParagraph(tagged: Tagged, last: boolean, slots: Slot[], into: SlotCitation[]): void {
  const { inline, tags, citations } = tagged;
  const holes = together(citations, tags);
  const leading = wordsOf(inline.text, 0, tags[0]?.from ?? 0, holes, false) === undefined;
  const sentences = sentencesOf(inline.text, tags, citations, leading);
  const cites = tagged.cited.length > 0;
  const owned: Owned[] = [];
  /** For each tag its slots, once its sentence is read; both are asked for by citations only. */
  const ofTag: (readonly number[])[] = [];
  let next = 0;
  for (const sentence of sentences) {
    const from = next;
    while (next < tags.length && (tags[next]?.from ?? 0) < sentence.to) next++;
    if (next === from) continue;
    const groups = touching(inline.text, tags, from, next);
    for (const clause of clausesOf(inline.text, sentence, groups, holes, leading)) {
      const first = slots.length;
      for (const tag of clause.tags) {
        const before = slots.length;
        if (clause.words) addSlots(inline, tag, clause.words, slots);
        if (cites) ofTag.push(placesFrom(before, slots.length));
      }
      if (cites) owned.push({ from: clause.from, to: clause.to, slots: placesFrom(first, slots.length) });
    }
  }
  for (const cited of tagged.cited) {
    const span = sourceSpan(inline, cited.citation.from, cited.citation.to);
    const places = speaksTo(cited, tagged, sentences, ofTag, owned, last);
    if (places.length === 0) into.push({ citation: cited.citation, span, slot: undefined });
    for (const slot of places) into.push({ citation: cited.citation, span, slot });
  }
}

const NO_PLACES: readonly number[] = [];

function placesFrom(from: number, to: number): readonly number[] {
  const places: number[] = [];
  for (let place = from; place < to; place++) places.push(place);
  return places;
}

interface Clause extends Stretch {
  readonly tags: readonly Tag[];
  words: Found | undefined;
}

interface Found extends Stretch {
  readonly text: string;
}

/**
 * Each group of tags with its words; a tag without words of its own shares those of its neighbour. `paragraphLeads` says whether the paragraph
 * has no words before its first tag.
 */
function clausesOf(
  text: string,
  sentence: Sentence,
  groups: readonly (readonly Tag[])[],
  holes: readonly Stretch[],
  paragraphLeads: boolean,
): readonly Clause[] {
  const first = groups[0]?.[0]?.from ?? 0;
  const leads =
    paragraphLeads || (sentence.from > 0 && wordsOf(text, sentence.from, first, holes, false) === undefined);
  const clauses: Clause[] = [];
  let before = sentence.from;
  for (let index = 0; index < groups.length; index++) {
    const tags = groups[index] as readonly Tag[];
    const end = tags[tags.length - 1]?.to ?? before;
    const after = groups[index + 1]?.[0]?.from;
    const stop = Math.max(sentence.stop, end);
    const ahead = after === undefined ? stop : end;
    const from = leads ? end : before;
    const to = leads ? (after ?? stop) : ahead;
    let words = wordsOf(text, from, to, holes, leads && after !== undefined);
    if (leads && words === undefined && index === 0) words = wordsOf(text, before, ahead, holes, false);
    clauses.push({ tags, words: words ?? (leads ? undefined : clauses[index - 1]?.words), from, to });
    before = end;
  }
  if (leads) for (const [index, clause] of clauses.entries()) clause.words ??= clauses[index + 1]?.words;
  return clauses;
}

const TOUCH = /^[\s,;/&+]*$/;
const LONGEST_TOUCH = 12;

/** Tags with nothing but signs between them share their words. */
function touching(text: string, tags: readonly Tag[], from: number, to: number): readonly (readonly Tag[])[] {
  const groups: Tag[][] = [];
  let end = -LONGEST_TOUCH;
  for (let index = from; index < to; index++) {
    const tag = tags[index] as Tag;
    const group = groups[groups.length - 1];
    if (group !== undefined && tag.from - end < LONGEST_TOUCH && TOUCH.test(text.slice(end, tag.from))) group.push(tag);
    else groups.push([tag]);
    end = tag.to;
  }
  return groups;
}

/** The words of a stretch without holes, joining words and closing punctuation; undefined when none are left. */
function wordsOf(text: string, from: number, to: number, holes: readonly Stretch[], joins: boolean): Found | undefined {
  if (to <= from) return undefined;
  const words = wordsBetween(text, from, to, holes);
  const start = wordsBegin(words.text, 0, words.text.length);
  const end = wordsEnd(words.text, start, words.text.length, joins);
  if (end <= start) return undefined;
  const said = words.text.slice(start, end);
  if (!saysSomething(said)) return undefined;
  return { text: said, from: placeOf(words, start), to: placeOf(words, end - 1) + 1 };
}

function addSlots(inline: Inline, tag: Tag, words: Found, slots: Slot[]): void {
  const at = sourceSpan(inline, words.from, words.to);
  const mark = sourceSpan(inline, tag.from, tag.to);
  for (const role of tag.roles) slots.push(slotOf(role, words.text, at, mark));
}

/**
 * The slots that a citation supports: right after a tag that tag's, inside a slot's words that slot's; none after the last tag's stop,
 * or in a sentence without tags, where it speaks to the whole.
 */
function speaksTo(
  cited: Cited,
  tagged: Tagged,
  sentences: readonly Sentence[],
  ofTag: readonly (readonly number[])[],
  owned: readonly Owned[],
  last: boolean,
): readonly number[] {
  const { inline, tags, citations } = tagged;
  const place = firstAfter(tags, cited.from) - 1;
  const before = tags[place];
  const final = last && before !== undefined && before === tags.at(-1);
  const sentence = holding(sentences, cited.from) ?? sentences.at(-1);
  const stopped = sentence !== undefined && before !== undefined && cited.from >= sentence.stop;
  if (final && (stopped || (sentence && before.to <= sentence.from))) return NO_PLACES;
  if (before && cited.from - before.to < 400) {
    const between = wordsBetween(inline.text, before.to, cited.from, citations).text;
    if (!saysSomething(between)) return ofTag[place] ?? NO_PLACES;
  }
  const within = holding(owned, cited.from);
  if (within) return within.slots;
  return stopped && sentence && before.from >= sentence.from ? (ofTag[place] ?? NO_PLACES) : NO_PLACES;
}
