/** Going to places of a review. */

import * as vscode from "vscode";
import { placeOfSource } from "../../core/features/card/naming.ts";
import { t } from "../../core/l10n.ts";
import type { Definition } from "../../core/review.ts";
import type { Kind } from "../../core/vocabulary.ts";
import { literal } from "../literal.ts";
import { rangeOf } from "../places.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { recordItems, recordsOf, whichReview } from "./asking.ts";
import { sourceItems } from "./sources.ts";

/** Shows a record, its heading selected from its id on. */
export async function showRecord(open: OpenReview, { placed, brief }: Definition): Promise<void> {
  const span = { start: placed.start + brief.idStart, end: placed.start + brief.idEnd };
  await showPlace(open, placed.uri, span);
}

/** Shows a place of a document; the span is in offsets of it. */
export async function showPlace(
  open: OpenReview,
  path: string,
  span: { readonly start: number; readonly end: number },
): Promise<void> {
  const selection = rangeOf(open.review.lines(path), span);
  const document = await vscode.workspace.openTextDocument(open.addressOf(path));
  const editor = await vscode.window.showTextDocument(document, { selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

export async function goToRecord(reviews: Reviews): Promise<void> {
  const open = await whichReview(reviews);
  if (!open) return;
  const { review } = open;
  if (review.sources().length === 0 && recordsOf(review, [...FIRST, ...LAST]).length === 0) {
    const what = t("The review has no record yet. Write one first, as with CMOC: New Configuration.");
    void vscode.window.showInformationMessage(what);
    return;
  }
  const placeHolder = t("Go to which record? Type an id or words of its title.");
  const options = { placeHolder, matchOnDescription: true, matchOnDetail: true };
  const chosen = await vscode.window.showQuickPick(placesOf(open), options);
  if (chosen) await chosen.go();
}

/** Of what is listed, what stands before the sources, and what after them. */
const FIRST = ["cmoc", "theory", "demi-regularity"] as const;
const LAST = ["extract", "code", "memo"] as const;

interface PlaceItem extends vscode.QuickPickItem {
  readonly go: () => Promise<void>;
}

async function placesOf(open: OpenReview): Promise<readonly PlaceItem[]> {
  const { review } = open;
  const records = async (kinds: readonly Kind[]): Promise<readonly PlaceItem[]> =>
    (await recordItems(recordsOf(review, kinds), review)).map((item) => ({
      ...item,
      go: () => showRecord(open, item.definition),
    }));
  const sources = (await sourceItems(open, review.sources())).map((item): PlaceItem => {
    const place = placeOfSource(item.key, review);
    const go = async (): Promise<void> => place && showPlace(open, place.uri, place.span);
    return { ...item, label: literal(`@${item.key}`), go };
  });
  return [...(await records(FIRST)), ...sources, ...(await records(LAST))];
}

/** Goes to the loose extract after (or before) the cursor, in the order of files and of the text; round from the last to the first. */
export async function goToLoose(reviews: Reviews, direction: 1 | -1): Promise<void> {
  const open = await whichReview(reviews);
  if (!open) return;
  const editor = vscode.window.activeTextEditor;
  const path = editor && open.pathOf(editor.document.uri);
  const offset = editor && path !== undefined ? open.review.lines(path).offset(editor.selection.active) : 0;
  const spot = { uri: path ?? "", offset };
  const next = direction === 1 ? open.unlinked.next(spot) : open.unlinked.previous(spot);
  if (next) await showRecord(open, next);
  else void vscode.window.showInformationMessage(t("Every extract bears on something, or is parked with a reason."));
}
