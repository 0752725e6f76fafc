/** The card of a configuration: its slots, its evidence, where it leads, the theories that hold it, why it is flagged. */
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
import { firstWords, plain, slotLabel } from "./words.ts";

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
      line: (index) => slotLine(entity.slots[index] as Slot, slotMarks(entity.slots[index] as Slot, bySlot?.[index])),
      least: 4,
      to: place,
    },
    evidenceSection(links, asking, place),
    sectionOf([...fieldLine("theme", entity.theme), ...fieldLine("confidence", entity.confidence)], 2),
    {
      count: theories.length,
      line: (index) =>
        lineOf("link", { text: "part of ", style: "dimmed" }, ...nameRuns(theories[index] ?? "", asking, true)),
      least: 1,
      to: place,
    },
    refSection(refsIn(entity.refs, RELATIONS), ({ field }) => field, asking),
    problemSection(at, asking),
  ]);
  return { kind: "cmoc", id, name: at.name, title, status, place, lines };
}

/** `C  partners share a purpose  ✓1`; a part stands under its mechanism. */
export function slotLine(slot: Slot, marks = ""): CardLine {
  const isPart = slot.part !== undefined;
  return lineOf(
    "slot",
    isPart ? "· " : undefined,
    { text: slotLabel(slot), style: isPart ? "dimmed" : "role", tone: slot.role },
    `  ${firstWords(slot.text, WORDS)}`,
    marks === "" ? undefined : { text: `  ${marks}`, style: "dimmed" },
  );
}
