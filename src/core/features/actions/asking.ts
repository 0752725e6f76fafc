/** Actions that need a word from a person: why an extract is parked, what bears on what, what a slot says. */

import type { Problem } from "../../check.ts";
import { t } from "../../l10n.ts";
import { recordName } from "../../model/names.ts";
import { slotKey } from "../../review/links.ts";
import type { Review } from "../../review.ts";
import { called } from "../../rules/about.ts";
import { slotInWords } from "../../rules/words.ts";
import { readRole } from "../../syntax/roles.ts";
import { addLink } from "../edit/add-link.ts";
import { refuse } from "../edit/outcome.ts";
import { setField } from "../edit/set-field.ts";
import { Mending } from "../fixes/mending.ts";
import { type Action, mending } from "./action.ts";

const isBlank = (answer: string | undefined): boolean => answer === undefined || answer.trim() === "";

/** An extract that bears on nothing is linked to a configuration, or parked with a reason. */
export function parking(problem: Problem, review: Review): readonly Action[] {
  const at = new Mending(review).recordAt(problem);
  if (at?.brief.kind !== "extract" || at.brief.parked || called(at) !== problem.data.id) return [];
  const id = called(at);
  const link: Action["make"] = (answer = "") => {
    const to = answer.trim();
    const isThere = to !== "" && review.isDefined(recordName(to));
    return isThere ? addLink(review, at, recordName(to), { stance: "supports" }) : refuse("unknown", { id: to });
  };
  const park: Action["make"] = (answer) =>
    isBlank(answer) ? refuse("form", { field: "parked" }) : setField(review, at, "parked", oneLine(answer));
  return [
    mending(problem, t("Link it to a configuration that it supports"), link, {
      for: "record",
      prompt: t("Which configuration does {0} support?", id),
      extract: at,
    }),
    mending(problem, t("Park it with a reason"), park, {
      for: "reason",
      prompt: t("Why is {0} kept with no configuration?", id),
    }),
  ];
}

/** A slot that nobody filled is given its words; a sentence has no place for it. */
export function filling(problem: Problem, review: Review): readonly Action[] {
  const at = new Mending(review).recordAt(problem);
  if (at?.entity.kind !== "cmoc" || at.entity.spelling === "sentence") return [];
  const { entity, placed } = at;
  const letter = String(problem.data.role ?? "");
  const { scheme } = review.manifest;
  const words = scheme.slots.find((slot) => slot.letter === letter);
  if (!words || called(at) !== problem.data.id) return [];
  const start = problem.span.start - placed.start;
  const empty = entity.empty.filter(({ role }) => role === letter);
  const label = problem.data.written ? placed.text.slice(start, problem.span.end - placed.start) : letter;
  const role = readRole(label, scheme);
  if (!role || (problem.data.written ? !empty.some((each) => each.start === start) : empty.length > 0)) return [];
  const isThere = entity.slots.some((slot) => slotKey(slot) === slotKey(role));
  if (isThere || (!problem.data.written && entity.slots.some((slot) => slot.role === letter))) return [];
  const make: Action["make"] = (answer) =>
    isBlank(answer) ? refuse("form", { field: label }) : setField(review, at, label, oneLine(answer));
  const name = slotInWords(words.label.toLowerCase());
  return [
    mending(problem, t("Fill in the {0}", name), make, {
      for: "slot",
      prompt: t("What is the {0} of {1}?", name, called(at)),
    }),
  ];
}

function oneLine(answer = ""): string {
  return answer.replace(/\s+/g, " ").trim();
}
