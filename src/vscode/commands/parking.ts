/** Keeping an extract that bears on nothing, with the reason why; and taking it up again. */
import * as vscode from "vscode";
import { setField } from "../../core/features/edit.ts";
import type { Brief, ExtractBrief } from "../../core/model/brief.ts";
import { displayId } from "../../core/report/json.ts";
import type { Definition } from "../../core/review.ts";
import { carryOut } from "../edits.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { askWords, pickRecord, whichReview } from "./asking.ts";
import { isLinkRequest, recordAtCursor } from "./linking.ts";

/** The extract that a row names, else the one at the cursor, else one that is chosen among those that are wanted. */
async function extractMeant(
  open: OpenReview,
  given: unknown,
  isWanted: (brief: ExtractBrief) => boolean,
): Promise<Definition | undefined> {
  const isMeant = ({ brief }: Definition): boolean => brief.kind === "extract" && isWanted(brief);
  const name = isLinkRequest(given) ? given.extract : undefined;
  if (name !== undefined) return open.review.definitions(name).find(isMeant);
  return recordAtCursor(open, isMeant) ?? (await pickRecord(open.review, ["extract"], "Which extract?", isMeant));
}

/** Asks why an extract is kept with no configuration, and writes that down. */
export async function parkExtract(reviews: Reviews, given?: unknown, where?: OpenReview): Promise<void> {
  const open = where ?? (await whichReview(reviews));
  if (!open) return;
  const loose = new Set<Brief>(open.unlinked.all().map(({ brief }) => brief));
  const extract = await extractMeant(open, given, (brief) => loose.has(brief));
  if (!extract) return;
  const reason = await askWords(`Why is ${displayId(extract, open.review)} kept with no configuration?`);
  if (reason === undefined) return;
  if (reason === "")
    void vscode.window.showInformationMessage("An extract is parked with a reason. Nothing was written.");
  else await carryOut(open, setField(open.review, extract, "parked", reason));
}

/** Takes the reason out, so that the extract hangs loose again. */
export async function unparkExtract(reviews: Reviews, given?: unknown, where?: OpenReview): Promise<void> {
  const open = where ?? (await whichReview(reviews));
  const extract = open && (await extractMeant(open, given, ({ parked }) => parked));
  if (extract) await carryOut(open, setField(open.review, extract, "parked", undefined));
}
