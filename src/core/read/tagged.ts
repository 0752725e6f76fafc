/** Statements whose words are tagged: `When partners trust (C), they share (M), leading to … (O)`. A paragraph may hold several. */
import { plainInline } from "../syntax/blocks.ts";
import { readSentence } from "../syntax/sentence.ts";
import { sentencesOf } from "../syntax/sentence-ends.ts";
import type { RoleMention } from "../syntax/slots.ts";
import { tagsOf } from "../syntax/tags.ts";
import type { Scheme } from "../vocabulary.ts";
import { append } from "./append.ts";
import { isEnough } from "./enough.ts";
import { asPrinted, type PrintedSlot, rolesOf } from "./printed.ts";
import { withTags } from "./tags.ts";

export interface Tagged {
  readonly slots: readonly PrintedSlot[];
  /** Offsets of its sentences in the text that was given. */
  readonly text: string;
}

/** The statements of a text, references taken out of it; none where fewer than two roles are tagged. */
export function taggedIn(text: string, scheme: Scheme, several: boolean): readonly Tagged[] {
  // Sentences that were set without a space between them.
  const whole = withTags(text.replace(IDS, " ").replace(/(?<=[)\]][.;])(?=\p{Lu}\p{Ll})/gu, " "), scheme);
  const all = slotsOf(whole, scheme);
  // Tags that all share their words are spoken of: `sentences with tags (C) (M) (O)`.
  if (!isEnough(all, scheme) || all.every((slot) => slot.text === all[0]?.text)) return [];
  if (!several) return [{ slots: all, text }];
  const parts = partsOf(whole, scheme);
  if (parts.length < 2) return [{ slots: all, text }];
  return parts.map((part) => ({ slots: slotsOf(part, scheme), text: part }));
}

/** Ids of configurations in brackets are no words of a slot. */
const IDS = /\s?[([](?:see )?(?:CMO[Cc]?|ICMO|ICAMO|CIMO|SCMO)s?(?: configurations?)?\s?[-#]?\s?\d[^()[\]]{0,40}[)\]]/g;

function slotsOf(text: string, scheme: Scheme): readonly PrintedSlot[] {
  return readSentence([plainInline(text)], scheme)?.slots.map((slot) => withoutFiring(asPrinted(slot))) ?? [];
}

const FIRING =
  /^(?:the )?(?:mechanisms?|M) (?:is|are|was|were|does|do) (?:not (?:present|triggered|activated|fired?)|absent)[,:]?\s+(?=\S)/i;

/** `When M is not present, they leave (O)`: an outcome of the mechanism's absence. */
function withoutFiring(slot: PrintedSlot): PrintedSlot {
  const found = slot.role === "O" ? FIRING.exec(slot.text) : null;
  return found ? { ...slot, absent: true, text: slot.text.slice(found[0].length) } : slot;
}

/** A sentence begins another statement where it names a context and an effect, and so does what stands before it. */
function partsOf(text: string, scheme: Scheme): readonly string[] {
  const inline = plainInline(text);
  const tags = tagsOf(inline, scheme, []);
  const sentences = sentencesOf(text, tags, [], false);
  if (sentences.length < 2) return [text];
  const starts: number[] = [0];
  let before = new Set<string>();
  let numbers = new Set<string>();
  let next = 0;
  for (const sentence of sentences) {
    const own: RoleMention[] = [];
    for (let tag = tags[next]; tag && tag.from < sentence.to; tag = tags[++next])
      if (tag.from >= sentence.from) append(own, tag.roles);
    const roles = rolesOf(own);
    const named = own.map((role) => `${role.role}${role.n ?? ""}`);
    const again = named.some((name) => numbers.has(name)) || own.every((role) => role.n === undefined);
    if (roles.size > 1 && before.size > 1 && before.has("C") && roles.has("C") && again && sentence.from > 0) {
      starts.push(sentence.from);
      before = new Set();
      numbers = new Set();
    }
    for (const role of roles) before.add(role);
    for (const name of named) numbers.add(name);
  }
  return starts.map((start, at) => text.slice(start, starts[at + 1] ?? text.length).trim());
}

/** The slots of a paragraph that goes on with the one before it: one role will do. */
export function moreTagged(text: string, scheme: Scheme): readonly PrintedSlot[] {
  const whole = withTags(text, scheme);
  const inline = plainInline(whole);
  if (tagsOf(inline, scheme, []).length === 0) return [];
  // A paragraph is read with the tagged one before it; that one's own slots are dropped again.
  const [first, ...others] = readSentence([BEFORE, plainInline(whole, BEFORE.end + 1)], scheme)?.slots ?? [];
  return first ? others.slice(1).map(asPrinted) : [];
}

const BEFORE = plainInline("X (C), y (M).");
