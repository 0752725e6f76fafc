/** Whether a configuration says after a rewriting what it said before, and whether a word of anybody’s was lost. */
import type { Cmoc, Ref, Value } from "../../model/types.ts";
import { slotKey } from "../../review/links.ts";
import { readRoles, readTag } from "../../syntax/roles.ts";
import type { Slot } from "../../syntax/slots.ts";
import type { Scheme } from "../../vocabulary.ts";
import { alike, evidence } from "../edit/united.ts";

/** Whether the slots, the evidence, the fields and the references are the same; notes may be more than they were. */
export function saysTheSame(before: Cmoc, after: Cmoc): boolean {
  const { slots } = after;
  return (
    before.slots.length === slots.length &&
    before.slots.every((slot, at) => isSame(slot, slots[at])) &&
    alike(evidence(before), evidence(after)) &&
    valueKey(before.status) === valueKey(after.status) &&
    valueKey(before.theme) === valueKey(after.theme) &&
    valueKey(before.confidence) === valueKey(after.confidence) &&
    holdsAll(
      before.notes.map(({ text }) => text),
      after.notes.map(({ text }) => text),
    ) &&
    holdsAll(before.tags, after.tags) &&
    holdsAll(refKeys(before.refs), refKeys(after.refs)) &&
    holdsAll(refKeys(after.refs), [...refKeys(before.refs), ...before.evidence.map(({ name }) => ` ${name}`)])
  );
}

/** The stop at the end of a slot is the sentence's. */
function isSame(one: Slot, other: Slot | undefined): boolean {
  if (!other || bare(one.text) !== bare(other.text) || slotKey(one) !== slotKey(other)) return false;
  const more = ({ inferred, layer, from = [] }: Slot): string => [inferred, layer, ...from.map(slotKey)].join("|");
  return more(one) === more(other);
}

function bare(text: string): string {
  return text.replace(/[\s.]+$/, "");
}

function valueKey(value: Value | undefined): string {
  return value === undefined ? "" : `${value.text}|${value.reason ?? ""}`;
}

/** Where a reference stands among words does not matter; in which field does. */
function refKeys(refs: readonly Ref[]): readonly string[] {
  return refs.map(({ name, field }) => `${WORDS.includes(field) ? "" : field} ${name}`);
}

const WORDS: readonly string[] = ["prose", "slot", "note"];

function holdsAll(some: readonly string[], all: readonly string[]): boolean {
  const held = new Set(all);
  return some.every((each) => held.has(each));
}

/** Words, and signs one by one, such as `?`, `!` and `★`; those that mark up Markdown, join slots or end a sentence stand for nothing. */
const WORD = /[\p{L}\p{M}\p{N}]+|(?![-–—*_|:.,;()[\]→⇒+=&<>#~`/\\@])[^\s\p{L}\p{M}\p{N}]/gu;

/** Joining words, of which a sentence has its own, and heads that a table has of its own. */
const OWN: ReadonlySet<string> = new Set(
  (
    "in contexts context a the where which circumstances situations resulting results result leading leads lead led to because of so that when then thus " +
    "and but if as br resource resources response responses reasoning reaction reactions absent final immediate intermediate " +
    "layer layers individual interpersonal institutional infrastructural micro meso macro id ids no nr cmoc cmo evidence sources theme status supports is present"
  ).split(" "),
);

/** The words of a text that another text does not have as often; the language's own are left out. */
export function lostWords(before: string, after: string, scheme: Scheme): readonly string[] {
  const left = new Map<string, number>();
  for (const [word] of after.toLowerCase().matchAll(WORD)) left.set(word, (left.get(word) ?? 0) + 1);
  const lost: string[] = [];
  for (const [word] of before.matchAll(WORD)) {
    const key = word.toLowerCase();
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    else if (!OWN.has(key) && !readRoles(word, scheme) && !readTag(word, scheme)) lost.push(word);
  }
  return lost;
}
