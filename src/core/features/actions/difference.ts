/** What a configuration would say otherwise after a rewriting than before: the first thing, in a sentence for people. */
import { t } from "../../l10n.ts";
import type { Cmoc, Ref, Value } from "../../model/types.ts";
import { slotKey } from "../../review/links.ts";
import type { Slot } from "../../syntax/slots.ts";
import type { Scheme } from "../../vocabulary.ts";
import { evidence } from "../edit/united.ts";
import { labelOf } from "./clauses.ts";

/** Of the slots, the evidence, the fields and the references; undefined where they are the same. Notes may be more than they were. */
export function differenceOf(before: Cmoc, after: Cmoc, scheme: Scheme): string | undefined {
  return (
    slotsDiffer(before.slots, after.slots, scheme, true) ??
    evidenceDiffers(before, after, scheme) ??
    valueDiffers("status", before.status, after.status) ??
    valueDiffers("theme", before.theme, after.theme) ??
    valueDiffers("confidence", before.confidence, after.confidence) ??
    missing(
      before.notes.map(({ text }) => text),
      after.notes.map(({ text }) => text),
      (text) => t("The note “{0}” would be lost.", shortened(text)),
    ) ??
    missing(before.tags, after.tags, (tag) => t("The tag “{0}” would be lost.", shortened(tag))) ??
    refsDiffer(before, after)
  );
}

/** The first slot that does not come back as it was; `whole` with what stands under it. */
export function slotsDiffer(
  before: readonly Slot[],
  after: readonly Slot[],
  scheme: Scheme,
  whole: boolean,
): string | undefined {
  for (let at = 0; at < Math.max(before.length, after.length); at++) {
    const [one, other] = [before[at], after[at]];
    const said = (slot: Slot): readonly [string, string] => [labelOf([slot], scheme), shortened(slot.text)];
    if (one && !other) return t("{0} “{1}” would not be read as a slot.", ...said(one));
    if (!one && other) return t("{0} “{1}” would be read as one slot more.", ...said(other));
    if (!one || !other) continue;
    // The stop at the end of a slot is the sentence's.
    if (bare(one.text) !== bare(other.text) || slotKey(one) !== slotKey(other))
      return t("{0} “{1}” would be read as {2} “{3}”.", ...said(one), ...said(other));
    if (whole && under(one) !== under(other))
      return t("What stands under {0} “{1}”, such as “inferred” or “from”, would be lost.", ...said(one));
  }
  return undefined;
}

function under({ inferred, layer, from = [] }: Slot): string {
  return [inferred, layer, ...from.map(slotKey)].join("|");
}

function bare(text: string): string {
  return text.replace(/[\s.]+$/, "");
}

function evidenceDiffers(before: Cmoc, after: Cmoc, scheme: Scheme): string | undefined {
  const now = evidence(after);
  const then = evidence(before);
  for (const each of before.evidence) {
    const key = `${each.name}|${each.stance}`;
    const [old, made] = [then.get(key), now.get(key)];
    const { id } = each;
    if (!made) return t("The link to {0} ({1}) would be lost.", id, each.stance);
    const gone = [...(old?.reasons ?? [])].find((reason) => !made.reasons.has(reason));
    if (gone !== undefined) return t("The reason of the link to {0} would be lost: “{1}”.", id, shortened(gone));
    if (old && (old.slots.size !== made.slots.size || [...old.slots].some((slot) => !made.slots.has(slot))))
      return each.slots.length === 0
        ? t("The link to {0} ({1}) would bear on other slots.", id, each.stance)
        : t("The link to {0} ({1}) would not bear on {2} alone.", id, each.stance, labelOf(each.slots, scheme));
    const fresh = [...made.reasons].find((reason) => !old?.reasons.has(reason));
    if (fresh !== undefined) return t("“{0}” would be read as the reason of the link to {1}.", shortened(fresh), id);
  }
  for (const each of after.evidence)
    if (!then.has(`${each.name}|${each.stance}`))
      return t("A link to {0} ({1}) would be read that is not there now.", each.id, each.stance);
  return undefined;
}

function valueDiffers(label: string, before: Value | undefined, after: Value | undefined): string | undefined {
  const key = (value: Value | undefined): string => (value === undefined ? "" : `${value.text}|${value.reason ?? ""}`);
  if (key(before) === key(after)) return undefined;
  const words = [before?.text, before?.reason].filter((each) => each !== undefined).join(" — ");
  return t("The field {0} would not stay “{1}”.", label, shortened(words));
}

/** Where a reference stands among words does not matter; in which field does. */
function refsDiffer(before: Cmoc, after: Cmoc): string | undefined {
  const said = (ref: Ref): string => `${WORDS.includes(ref.field) ? "" : ref.field} ${ref.name}`;
  const now = new Set(after.refs.map(said));
  const gone = before.refs.find((ref) => !now.has(said(ref)));
  if (gone) return t("The reference to {0} would be lost, or stand elsewhere.", gone.id);
  const then = new Set([...before.refs.map(said), ...before.evidence.map(({ name }) => ` ${name}`)]);
  const fresh = after.refs.find((ref) => !then.has(said(ref)));
  return fresh && t("A reference to {0} would be read that is not there now.", fresh.id);
}

const WORDS: readonly string[] = ["prose", "slot", "note"];

function missing(some: readonly string[], all: readonly string[], say: (one: string) => string): string | undefined {
  const held = new Set(all);
  const gone = some.find((each) => !held.has(each));
  return gone === undefined ? undefined : say(gone);
}

const MOST = 80;

/** So many of the words that one knows which are meant. */
export function shortened(words: string): string {
  const signs = [...words.slice(0, MOST * 2)];
  return words.length <= MOST ? words : `${signs.slice(0, MOST).join("").trimEnd()}…`;
}
