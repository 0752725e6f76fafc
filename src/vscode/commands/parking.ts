/** Keeping extracts that bear on nothing, with the reason why; and taking them up again. */

import * as vscode from "vscode";
import { extractCount } from "../../core/features/card/counts.ts";
import { setField } from "../../core/features/edit.ts";
import { t } from "../../core/l10n.ts";
import type { Brief, ExtractBrief } from "../../core/model/brief.ts";
import type { Definition } from "../../core/review.ts";
import { carryOut, together } from "../edits.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { ChosenRows } from "../tree/chosen.ts";
import { askWords, calledTogether, pickRecord } from "./asking.ts";
import { isAmbiguous, recordAtCursor, requestsIn, reviewMeant } from "./meant.ts";

/** Which extracts something can be done to, and what is said where that is none. */
interface Wanted {
  readonly is: (brief: ExtractBrief) => boolean;
  /** Of those that were chosen. */
  readonly notThese: (called: string, isOne: boolean) => string;
  readonly none: string;
}

/** Those of the extracts that rows name which are wanted, else the one at the cursor, else one that is chosen among those that are. */
async function extractsMeant(
  open: OpenReview,
  given: unknown,
  { is, notThese, none }: Wanted,
): Promise<readonly Definition[]> {
  const { review } = open;
  const isMeant = ({ brief }: Definition): boolean => brief.kind === "extract" && is(brief);
  const names = new Set(requestsIn(given).flatMap(({ extract }) => extract ?? []));
  if ([...names].some((name) => isAmbiguous(review, name))) return [];
  if (names.size > 0) {
    const meant = [...names].flatMap((name) => review.definitions(name).find(isMeant) ?? []);
    const chosen = [...names].flatMap((name) => review.definitions(name)[0] ?? []);
    if (meant.length === 0)
      void vscode.window.showInformationMessage(
        notThese(calledTogether(chosen, extractCount, review), chosen.length === 1),
      );
    return meant;
  }
  const here = given instanceof ChosenRows ? undefined : recordAtCursor(open, isMeant);
  const chosen = here ?? (await pickRecord(review, ["extract"], t("Which extract?"), isMeant, { none }));
  return chosen ? [chosen] : [];
}

/** Asks why extracts are kept with no configuration, and writes that down. */
export async function parkExtract(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const loose = new Set<Brief>(open.unlinked.all().map(({ brief }) => brief));
  const extracts = await extractsMeant(open, given, {
    is: (brief) => loose.has(brief),
    notThese: (called, isOne) =>
      isOne
        ? t("{0} bears on something, or is parked already.", called)
        : t("{0} bear on something, or are parked already.", called),
    none: t(
      "No extract hangs loose: each bears on something, or is parked. To park another, take its links out first.",
    ),
  });
  if (extracts.length === 0) return;
  const called = calledTogether(extracts, extractCount, open.review);
  const reason = await askWords(
    extracts.length === 1
      ? t("Why is {0} kept with no configuration?", called)
      : t("Why are {0} kept with no configuration?", called),
  );
  if (reason === undefined) return;
  if (reason === "")
    void vscode.window.showInformationMessage(t("An extract is parked with a reason. Nothing was written."));
  else await carryOut(open, together(extracts.map((extract) => setField(open.review, extract, "parked", reason))));
}

/** Takes the reasons out, so that the extracts hang loose again. */
export async function unparkExtract(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const extracts = await extractsMeant(open, given, {
    is: ({ parked }) => parked,
    notThese: (called, isOne) => (isOne ? t("{0} is not parked.", called) : t("{0} are not parked.", called)),
    none: t("No extract is parked. Those that hang loose stand first among the sources."),
  });
  if (extracts.length === 0) return;
  await carryOut(open, together(extracts.map((extract) => setField(open.review, extract, "parked", undefined))));
}
