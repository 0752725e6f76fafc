/** Putting configurations under a theory. */

import * as vscode from "vscode";
import { configurationCount } from "../../core/features/card/counts.ts";
import { isRefusal, type Outcome, setField } from "../../core/features/edit.ts";
import { t } from "../../core/l10n.ts";
import type { Cmoc } from "../../core/model/types.ts";
import { idOf } from "../../core/report/json.ts";
import type { Definition, Review } from "../../core/review.ts";
import { carryOut, together } from "../edits.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { ChosenRows } from "../tree/chosen.ts";
import { calledTogether, pickRecord } from "./asking.ts";
import { isAmbiguous, recordAtCursor, requestsIn, reviewMeant } from "./meant.ts";

/** Asks for a theory, and writes it into the configurations: those of rows, the one at the cursor, or one that is chosen. */
export async function joinTheory(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const { review } = open;
  const configurations = await configurationsMeant(open, given);
  if (configurations.length === 0) return;
  const called = calledTogether(configurations as readonly Definition[], configurationCount, review);
  const isOne = configurations.length === 1;
  const asked = isOne ? t("Under which theory does {0} stand?", called) : t("Under which theory do {0} stand?", called);
  const none = t("The review has no theory yet. Write one first, under a heading such as `## Theory PT1: …`.");
  const theory = await pickRecord(review, ["theory"], asked, ({ name }) => name !== "", { none });
  if (!theory) return;
  const outcome = together(configurations.map((each) => joined(review, each, theory)));
  if (!isRefusal(outcome) && outcome.edits.size === 0)
    void vscode.window.showInformationMessage(
      isOne
        ? t("{0} stands under {1} already.", called, theory.brief.id)
        : t("{0} stand under {1} already.", called, theory.brief.id),
    );
  else await carryOut(open, outcome);
}

async function configurationsMeant(open: OpenReview, given: unknown): Promise<readonly Definition<Cmoc>[]> {
  const { review } = open;
  const names = new Set(requestsIn(given).flatMap(({ record }) => record ?? []));
  if ([...names].some((name) => isAmbiguous(review, name))) return [];
  const said = [...names].flatMap((name) => review.definitions(name)[0] ?? []).filter(isConfiguration);
  if (said.length > 0) return said as readonly Definition[] as readonly Definition<Cmoc>[];
  const here = given instanceof ChosenRows ? undefined : recordAtCursor(open, isConfiguration);
  const none = t("The review has no configuration yet. Write one first (CMOC: New Configuration).");
  const isNamed = ({ name }: Definition): boolean => name !== "";
  const chosen = here ?? (await pickRecord(review, ["cmoc"], t("Which configuration?"), isNamed, { none }));
  return chosen ? [chosen as Definition<Cmoc>] : [];
}

function isConfiguration({ brief }: Definition): boolean {
  return brief.kind === "cmoc";
}

/** Writes a theory behind those that a configuration names already; one that gives reasons for them is left to its author. */
export function joined(review: Review, configuration: Definition<Cmoc>, theory: Definition): Outcome {
  const named = configuration.entity.refs.filter(({ field, inReason }) => field === "theory" && !inReason);
  if (named.some(({ name }) => name === theory.name)) return { edits: new Map() };
  if (named.some(({ reason }) => reason !== undefined)) return { refused: "form", data: { id: theory.brief.id } };
  const ids = [...named.map(({ name }) => name), theory.name].map((name) => idOf(name, review));
  return setField(review, configuration, "theory", ids.join(", "));
}
