/** Slots that are named under slots of a configuration that is split: `from: C2`, and evidence under a slot that speaks to others too. */
import { t } from "../../l10n.ts";
import { slotKey } from "../../review/links.ts";
import { sourceSpan } from "../../syntax/blocks.ts";
import { type Bullet, valueSpan, valueText } from "../../syntax/bullets.ts";
import { readRoles, slotsNamed } from "../../syntax/roles.ts";
import type { RoleMention } from "../../syntax/slots.ts";
import type { Span, TextEdit } from "../../text.ts";
import { fieldOf, SLOT_FIELDS } from "../../vocabulary.ts";
import { removal } from "../edit/bullets.ts";
import { itemsOf } from "../edit/items.ts";
import { inOrder, type Refusal, refuse } from "../edit/outcome.ts";
import { inDocument, type OpenRecord, openRecord } from "../edit/record.ts";
import type { Draft, Spot } from "./draft.ts";
import { type Divided, Kept } from "./kept-slots.ts";
import { listed } from "./named-slots.ts";

/** The parts of the configuration, by their places in it, that go and that both have. */
interface Shares {
  readonly taken: readonly number[];
  readonly shared: readonly number[];
}

/**
 * Lets both configurations name their slots as they are counted then, below their slots. `parts` are the slots of each part of the one that was split. What neither of the
 * two would say any more is refused.
 */
export function underSlots(
  draft: Draft,
  from: Spot,
  to: Spot,
  parts: readonly (readonly number[])[],
  { taken, shared }: Shares,
  { slots: all, isTaken, isShared }: Divided,
): Refusal | undefined {
  const old = parts.flatMap((_, part) => (taken.includes(part) ? [] : [part]));
  const made = [...taken, ...shared].sort((a, b) => a - b);
  const isOld = (slot: number): boolean => !isTaken(slot);
  const isMade = (slot: number): boolean => isTaken(slot) || isShared(slot);
  /** Whether one of those that have the part has a slot that is named. */
  const isSaid = (part: number, mention: RoleMention): boolean => {
    const named = slotsNamed(mention, all);
    return (
      named.length === 0 || (old.includes(part) && named.some(isOld)) || (made.includes(part) && named.some(isMade))
    );
  };
  for (const [spot, own, isKept] of [
    [from, old, isOld],
    [to, made, isMade],
  ] as const) {
    const at = draft.at(spot);
    const record = at && openRecord(draft.review, at);
    if (!record) return refuse("moved");
    const kept = new Kept(all, isKept);
    const edits: TextEdit[] = [];
    const bullets = record.bullets.filter(({ read }) => read.is === "slot");
    for (const [index, { bullet }] of bullets.entries()) {
      const part = own[index] ?? -1;
      for (const place of placesUnder(record, bullet)) {
        const now = kept.named(place.slots);
        if (now.length === place.slots.length && now.every((slot, nth) => slot === place.slots[nth])) continue;
        const words = place.slots.every((mention) => isSaid(part, mention)) ? listed(now, record.scheme) : undefined;
        const edit = words === undefined ? undefined : place.edit(words);
        if (!edit) return refused(bullet, place, draft.at(from)?.brief.id ?? "");
        edits.push(edit);
      }
    }
    const isApart = inOrder(edits).every(({ span }, nth, each) => span.start >= (each[nth - 1]?.span.end ?? 0));
    const refusal = isApart ? draft.take(inDocument(record, edits)) : refuse("form", { id: record.entity.id });
    if (refusal) return refusal;
    const [after] = [draft.at(spot)].map((each) => each && openRecord(draft.review, each));
    const wanted = bullets.flatMap(({ bullet }) => placesUnder(record, bullet).map(({ slots }) => kept.named(slots)));
    const is = (after?.bullets ?? []).flatMap(({ bullet, read }) =>
      read.is === "slot" && after ? placesUnder(after, bullet).map(({ slots }) => slots) : [],
    );
    if (keys(wanted) !== keys(is)) return refuse("form", { id: record.entity.id });
  }
  return undefined;
}

function keys(all: readonly (readonly RoleMention[])[]): string {
  return all.flatMap((slots) => (slots.length === 0 ? [] : [slots.map(slotKey).join()])).join("\n");
}

function refused({ label = "" }: Bullet, { field, written }: Place, id: string): Refusal {
  return refuse("told", {
    words: t(
      "“{0}: {1}” under {2} of {3} names a slot that only the other configuration would have. Let both have that slot, or change the line first.",
      field,
      written,
      label,
      id,
    ),
  });
}

interface Place {
  readonly field: string;
  readonly written: string;
  readonly slots: readonly RoleMention[];
  /** The edit that names other slots; undefined where they cannot be written there. */
  readonly edit: (words: string) => TextEdit | undefined;
}

/** Where slots are named under a slot, in order. */
function placesUnder(record: OpenRecord, above: Bullet): readonly Place[] {
  return above.nested.flatMap((bullet): readonly Place[] => {
    const field = bullet.label === undefined ? undefined : fieldOf(SLOT_FIELDS, bullet.label);
    if (field?.form === "evidence") return inBrackets(record, bullet, field.label);
    const deeper = placesUnder(record, bullet);
    if (field?.label !== "from") return deeper;
    const written = valueText(bullet);
    const slots = readRoles(written, record.scheme) ?? [];
    const span = valueSpan(bullet);
    const isPlain = record.text.slice(span.start, span.end) === written && bullet.item.blocks.length === 1;
    const edit = (words: string): TextEdit | undefined => {
      if (!isPlain) return undefined;
      return words === "" ? removal(record, bullet, above.nested) : { span, newText: words };
    };
    return [{ field: field.label, written, slots, edit }, ...deeper];
  });
}

function inBrackets(record: OpenRecord, bullet: Bullet, field: string): readonly Place[] {
  const seen = new Set<number>();
  return itemsOf(bullet, record)
    .flat()
    .flatMap(({ stretch, slots, slotsAt }): readonly Place[] => {
      if (!slotsAt || slots.length === 0) return [];
      const span = sourceSpan(stretch.inline, slotsAt.from, slotsAt.to);
      // Several citations in one bracket share it.
      if (seen.has(span.start)) return [];
      seen.add(span.start);
      const own = stretch.inline.text.slice(slotsAt.from, slotsAt.to);
      const written = record.text.slice(span.start, span.end);
      const edit = (words: string): TextEdit | undefined => {
        if (written !== own) return undefined;
        return words === ""
          ? { span: withSpace(record.text, span), newText: "" }
          : { span, newText: own.charAt(0) + words + own.slice(-1) };
      };
      return [{ field, written, slots, edit }];
    });
}

function withSpace(text: string, { start, end }: Span): Span {
  let from = start;
  while (/[ \t]/.test(text.charAt(from - 1))) from--;
  return { start: from, end };
}
