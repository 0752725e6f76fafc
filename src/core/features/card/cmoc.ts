/** The card of a configuration: its slots, its evidence, where it leads, the theories that hold it, why it is flagged. */
import { t } from "../../l10n.ts";
import { type Cmoc, RELATIONS } from "../../model/types.ts";
import type { Definition } from "../../review.ts";
import { statusOf } from "../../rules/about.ts";
import type { Slot } from "../../syntax/slots.ts";
import {
  type Asking,
  evidenceSection,
  fieldLine,
  lineOf,
  nameRuns,
  problemSection,
  refSection,
  refsIn,
  titleLine,
} from "./asking.ts";
import { type Card, type CardLine, fitted, sectionOf } from "./lines.ts";
import { placeOf, shownId } from "./naming.ts";
import { linksBySlot, slotMarks } from "./stances.ts";
import { firstWords, plain, slotLabel, slotName } from "./words.ts";

const WORDS = 240;

export function cmocCard(at: Definition<Cmoc>, asking: Asking): Card {
  const { review } = asking;
  const { entity } = at;
  const place = placeOf(at);
  const id = shownId(at, review);
  const status = plain(statusOf(entity));
  const title = firstWords(entity.title, WORDS);
  const links = review.evidenceFor(at.name === "" ? at : at.name);
  const bySlot = linksBySlot(links, entity.slots);
  const theories = at.name === "" ? [] : review.theoriesOf(at.name);
  const lines = fitted(titleLine(id, title, status, place), [
    {
      count: entity.slots.length,
      line: (index) => {
        const slot = entity.slots[index] as Slot;
        return slotLine(slot, slotMarks(slot, bySlot?.[index]), isUnderWhole(entity.slots, index));
      },
      least: 4,
      to: place,
    },
    evidenceSection(links, asking, place),
    sectionOf([...fieldLine("theme", entity.theme), ...fieldLine("confidence", entity.confidence)], 2),
    {
      count: theories.length,
      line: (index) =>
        lineOf("link", { text: `${t("part of")} `, style: "dimmed" }, ...nameRuns(theories[index] ?? "", asking, true)),
      least: 1,
      to: place,
    },
    refSection(refsIn(entity.refs, RELATIONS), ({ field }) => field, asking),
    problemSection(at, asking),
  ]);
  return { kind: "cmoc", id, name: at.name, title, status, place, lines };
}

/** `C  partners share a purpose  ✓1`; a part stands under its mechanism, where that is there as a whole. */
export function slotLine(slot: Slot, marks = "", isUnder = false): CardLine {
  const isPart = slot.part !== undefined && isUnder;
  return lineOf(
    "slot",
    isPart ? "· " : undefined,
    { text: isPart ? slotLabel(slot) : slotName(slot), style: isPart ? "dimmed" : "role", tone: slot.role },
    `  ${firstWords(slot.text, WORDS)}`,
    marks === "" ? undefined : { text: `  ${marks}`, style: "dimmed" },
  );
}

/** Whether the whole of which a slot is a part stands above it. */
function isUnderWhole(slots: readonly Slot[], index: number): boolean {
  const slot = slots[index];
  return slots.slice(0, index).some(({ role, part }) => role === slot?.role && part === undefined);
}
