/** Keeping extracts that bear on nothing, with the reason why; and taking them up again. */
import * as vscode from "vscode";
import { setField } from "../../core/features/edit.ts";
import type { Brief, ExtractBrief } from "../../core/model/brief.ts";
import type { Definition } from "../../core/review.ts";
import { carryOut, together } from "../edits.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { ChosenRows } from "../tree/chosen.ts";
import { askWords, calledTogether, pickRecord } from "./asking.ts";
import { recordAtCursor, requestsIn, reviewMeant } from "./meant.ts";

/** Those of the extracts that rows name which are wanted, else the one at the cursor, else one that is chosen among those that are. */
async function extractsMeant(
  open: OpenReview,
  given: unknown,
  isWanted: (brief: ExtractBrief) => boolean,
): Promise<readonly Definition[]> {
  const { review } = open;
  const isMeant = ({ brief }: Definition): boolean => brief.kind === "extract" && isWanted(brief);
  const names = new Set(requestsIn(given).flatMap(({ extract }) => extract ?? []));
  if (names.size > 0) return [...names].flatMap((name) => review.definitions(name).find(isMeant) ?? []);
  const here = given instanceof ChosenRows ? undefined : recordAtCursor(open, isMeant);
  const chosen = here ?? (await pickRecord(review, ["extract"], "Which extract?", isMeant));
  return chosen ? [chosen] : [];
}

/** Asks why extracts are kept with no configuration, and writes that down. */
export async function parkExtract(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const loose = new Set<Brief>(open.unlinked.all().map(({ brief }) => brief));
  const extracts = await extractsMeant(open, given, (brief) => loose.has(brief));
  if (extracts.length === 0) return;
  const is = extracts.length === 1 ? "is" : "are";
  const called = calledTogether(extracts, "extracts", open.review);
  const reason = await askWords(`Why ${is} ${called} kept with no configuration?`);
  if (reason === undefined) return;
  if (reason === "")
    void vscode.window.showInformationMessage("An extract is parked with a reason. Nothing was written.");
  else await carryOut(open, together(extracts.map((extract) => setField(open.review, extract, "parked", reason))));
}

/** Takes the reasons out, so that the extracts hang loose again. */
export async function unparkExtract(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const extracts = await extractsMeant(open, given, ({ parked }) => parked);
  if (extracts.length === 0) return;
  await carryOut(open, together(extracts.map((extract) => setField(open.review, extract, "parked", undefined))));
}
