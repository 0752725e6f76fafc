/** Going to places of a review. */
import * as vscode from "vscode";
import type { Definition } from "../../core/review.ts";
import { rangeOf } from "../places.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { pickRecord, whichReview } from "./asking.ts";

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
  const kinds = ["cmoc", "theory", "demi-regularity", "extract", "code", "memo"] as const;
  const chosen = await pickRecord(open.review, kinds, "Go to which record? Type an id or words of its title.");
  if (chosen) await showRecord(open, chosen);
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
  else void vscode.window.showInformationMessage("Every extract bears on something, or is parked with a reason.");
}
