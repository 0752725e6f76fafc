/** Statements whose words are tagged: `When partners trust (C), they share (M), leading to … (O)`. A paragraph may hold several. */
import { plainInline } from "../syntax/blocks.ts";
import { readSentence } from "../syntax/sentence.ts";
import { sentencesOf } from "../syntax/sentence-ends.ts";
import type { RoleMention } from "../syntax/slots.ts";
import { tagsOf } from "../syntax/tags.ts";
import type { Scheme } from "../vocabulary.ts";
import { append } from "./append.ts";
import { changed, type Place } from "./changed.ts";
import { isEnough } from "./enough.ts";
import { asPrinted, type PrintedSlot, rolesOf } from "./printed.ts";
import { looseTags, oddTags, withTags } from "./tags.ts";

export interface Tagged {
  readonly slots: readonly PrintedSlot[];
  readonly text: string;
  /** Brackets that are read as tags though they say more than a role. */
  readonly loose: readonly string[];
}

/** The statements of a text, references taken out of it; none where fewer than two roles are tagged. */
export function taggedIn(text: string, scheme: Scheme, several: boolean): readonly Tagged[] {
  const plain = changed(text, withoutIds(text));
  const tagged = changed(plain.text, oddTags(plain.text, scheme));
  const places = looseTags(tagged.text, scheme);
  const { text: whole, before } = changed(tagged.text, places);
  const all = slotsOf(whole, scheme);
  // Tags that all share their words are spoken of: `sentences with tags (C) (M) (O)`.
  if (!isEnough(all, scheme) || all.every((slot) => slot.text === all[0]?.text)) return [];
  const loose = places.map(({ from, to }) => tagged.text.slice(from, to));
  const starts = several ? startsOf(whole, scheme) : [];
  if (starts.length < 2) return [{ slots: all, text, loose }];
  const cuts = starts.map((start) => plain.before(tagged.before(before(start))));
  return starts.map((start, at) => ({
    slots: slotsOf(whole.slice(start, starts[at + 1] ?? whole.length).trim(), scheme),
    text: text.slice(cuts[at], cuts[at + 1] ?? text.length).trim(),
    loose: at === 0 ? loose : [],
  }));
}

/** Without ids of configurations in brackets, and with a space between sentences that were set without one. */
function withoutIds(text: string): readonly Place[] {
  return [...text.matchAll(IDS), ...text.matchAll(UNSPACED)]
    .map(({ 0: all, index }) => ({ from: index, to: index + all.length, text: " " }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

const UNSPACED = /(?<=[)\]][.;])(?=\p{Lu}\p{Ll})/gu;

/** Ids of configurations in brackets are no words of a slot. */
const IDS = /\s?[([](?:see )?(?:CMO[Cc]?|ICMO|ICAMO|CIMO|SCMO)s?(?: configurations?)?\s?[-#]?\s?\d[^()[\]]{0,40}[)\]]/g;

function slotsOf(text: string, scheme: Scheme): readonly PrintedSlot[] {
  return (
    readSentence([plainInline(text)], scheme)?.slots.map((slot) => withoutFiring(withoutLead(asPrinted(slot)))) ?? []
  );
}

const LEAD = /^(?:>{1,3}\s*|(?:therefore|hence|thereby|consequently),?\s)+\s*(?=[\p{L}\p{N}])/iu;

/** `therefore attendance rises (O)`, `>> staff leave (O)`: what leads to the words. */
function withoutLead(slot: PrintedSlot): PrintedSlot {
  const text = slot.text.replace(LEAD, "");
  return text === slot.text ? slot : { ...slot, text };
}

const FIRING =
  /^(?:the )?(?:mechanisms?|M) (?:is|are|was|were|does|do) (?:not (?:present|triggered|activated|fired?)|absent)[,:]?\s+(?=\S)/i;

/** `When M is not present, they leave (O)`: an outcome of the mechanism's absence. */
function withoutFiring(slot: PrintedSlot): PrintedSlot {
  const found = slot.role === "O" ? FIRING.exec(slot.text) : null;
  return found ? { ...slot, absent: true, text: slot.text.slice(found[0].length) } : slot;
}

/** Where statements begin: a sentence begins another where it names a context and an effect, and so does what stands before it. */
function startsOf(text: string, scheme: Scheme): readonly number[] {
  const inline = plainInline(text);
  const tags = tagsOf(inline, scheme, []);
  const sentences = sentencesOf(text, tags, [], false);
  if (sentences.length < 2) return [0];
  const starts: number[] = [0];
  let before = new Set<string>();
  let numbers = new Set<string>();
  let counts = new Set<RoleMention["n"]>();
  let next = 0;
  for (const sentence of sentences) {
    const own: RoleMention[] = [];
    for (let tag = tags[next]; tag && tag.from < sentence.to; tag = tags[++next])
      if (tag.from >= sentence.from) append(own, tag.roles);
    const roles = rolesOf(own);
    const named = own.map((role) => `${role.role}${role.n ?? ""}`);
    const again =
      named.some((name) => numbers.has(name)) ||
      own.every((role) => role.n === undefined) ||
      isNext(counts, new Set(own.map(({ n }) => n)));
    if (roles.size > 1 && before.size > 1 && before.has("C") && roles.has("C") && again && sentence.from > 0) {
      starts.push(sentence.from);
      before = new Set();
      numbers = new Set();
      counts = new Set();
    }
    for (const { n } of own) counts.add(n);
    for (const role of roles) before.add(role);
    for (const name of named) numbers.add(name);
  }
  return starts;
}

/** `(C3) … (M3) … (O3)`, and then `(C4) … (M4) … (O4)`: all of one number, and all of another. */
function isNext(before: ReadonlySet<RoleMention["n"]>, own: ReadonlySet<RoleMention["n"]>): boolean {
  const [was] = before;
  const [is] = own;
  return before.size === 1 && own.size === 1 && was !== undefined && is !== undefined && was !== is;
}

/** The slots of a paragraph that goes on with the one before it: one role will do. */
export function moreTagged(text: string, scheme: Scheme): readonly PrintedSlot[] {
  const whole = withTags(text, scheme);
  const inline = plainInline(whole);
  if (tagsOf(inline, scheme, []).length === 0) return [];
  // A paragraph is read with the tagged one before it; that one's own slots are dropped again.
  const [first, ...others] = readSentence([BEFORE, plainInline(whole, BEFORE.end + 1)], scheme)?.slots ?? [];
  return first ? others.slice(1).map((slot) => withoutLead(asPrinted(slot))) : [];
}

const BEFORE = plainInline("X (C), y (M).");
