/** The slots of a configuration as rows; parts of a mechanism stand under it. */

import { t } from "../../l10n.ts";
import type { Cmoc } from "../../model/types.ts";
import type { Definition, Link, Review } from "../../review.ts";
import { slotInWords } from "../../rules/words.ts";
import { countSlots } from "../../syntax/counting.ts";
import type { Slot } from "../../syntax/slots.ts";
import type { Scheme } from "../../vocabulary.ts";
import { linksBySlot, slotMarks, tallyOf, tallyWords } from "../card/stances.ts";
import { firstWords, plain, slotLabel, slotName } from "../card/words.ts";
import { toneOf } from "./look.ts";
import type { Action, RecordRef } from "./node.ts";
import { PlainRow, type Row } from "./row.ts";

const WORDS = 200;
const SUPPORTABLE: readonly Action[] = ["supportable"];

interface Shown {
  readonly index: number;
  readonly parts: number[];
}

export function slotRows(
  parent: Row,
  at: Definition<Cmoc>,
  record: RecordRef,
  links: readonly Link[],
  review: Review,
): readonly Row[] {
  const { slots } = at.entity;
  const { scheme } = review.manifest;
  const bySlot = linksBySlot(links, slots);
  const shown = withParts(slots);
  const counts = countSlots(slots);
  const isAlone = ({ role }: Slot): boolean => shown.filter(({ index }) => slots[index]?.role === role).length === 1;
  const row = (above: Row, { index, parts }: Shown, isPart: boolean): Row =>
    new PlainRow(
      above,
      `s:${index}`,
      () => {
        const slot = slots[index] as Slot;
        const own = bySlot?.[index];
        const words = firstWords(slot.text, WORDS);
        const { start } = at.placed;
        const number = isPart || (slot.n === undefined && isAlone(slot)) ? undefined : counts[index];
        return {
          kind: isPart ? "part" : "slot",
          label: `${isPart ? slotLabel(slot) : slotName(slot)}  ${words}`,
          description: slotMarks(slot, own),
          icon: { name: isPart ? "circle-small" : "circle-small-filled", tone: toneOf(slot.role, scheme) },
          accessibility: `${spoken(slot, number, scheme)}, ${words}${evidenceWords(slot, own)}`,
          children: parts.length > 0 ? "open" : "none",
          place: { uri: at.placed.uri, span: { start: start + slot.start, end: start + slot.end } },
          record,
          slot: index,
          actions: SUPPORTABLE,
        };
      },
      parts.length === 0 ? undefined : (own) => parts.map((part) => row(own, { index: part, parts: [] }, true)),
    );
  return shown.map((each) => row(parent, each, false));
}

/** Each whole slot with the parts that follow it under one number; a part without a whole stands by itself. */
function withParts(slots: readonly Slot[]): readonly Shown[] {
  const counts = countSlots(slots);
  const shown: Shown[] = [];
  for (const [index, { role, part }] of slots.entries()) {
    const above = shown[shown.length - 1];
    const whole = above && slots[above.index];
    const isBelow = part !== undefined && whole?.role === role && whole.part === undefined;
    if (above && isBelow && isOf(counts[above.index], counts[index], slots[index] as Slot)) above.parts.push(index);
    else shown.push({ index, parts: [] });
  }
  return shown;
}

/** A resource begins a number of its own unless one is written: below a whole mechanism it is that one's. */
function isOf(whole: number | string | undefined, part: number | string | undefined, { n }: Slot): boolean {
  return n === undefined || whole === part;
}

/** "Mechanism 2", "Outcome (final)", "Resource". */
function spoken(slot: Slot, number: number | string | undefined, scheme: Scheme): string {
  const { role, part, position, layer, absent } = slot;
  const label = slotInWords(part ?? scheme.slots.find(({ letter }) => letter === role)?.label.toLowerCase() ?? role);
  const inside = [position, absent ? t("absent") : undefined, layer].filter((word) => word !== undefined);
  const said = label.charAt(0).toUpperCase() + label.slice(1) + (number === undefined ? "" : ` ${number}`);
  return inside.length === 0 ? said : `${said} (${plain(inside.join(", "))})`;
}

function evidenceWords(slot: Slot, own: readonly Link[] | undefined): string {
  if (own !== undefined && own.length > 0) return `, ${tallyWords(tallyOf(own))}`;
  if (slot.inferred !== undefined) return `, ${t("inferred")}`;
  return own === undefined ? "" : `, ${t("no evidence of its own")}`;
}
