/** What a row says: where it leads, what it is called; and which rows a key is meant for. */

import * as vscode from "vscode";
import { idOf } from "../../core/features/card/naming.ts";
import { t } from "../../core/l10n.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { ChosenRows } from "../tree/chosen.ts";
import { nameOf } from "../tree/refs.ts";
import type { Row } from "../tree/rows.ts";
import type { Trees } from "../trees.ts";
import { showPlace } from "./going.ts";
import { recordAtCursor, reviewMeant } from "./meant.ts";

/** The rows that a command is given by a menu; of a key, which gives the view that it was pressed in, those that are selected there. */
export async function rowsGiven(trees: Trees, given: unknown, selected: unknown): Promise<ChosenRows | undefined> {
  if (typeof given !== "object" || given === null || !("view" in given)) return trees.chosen(given, selected);
  const own = [trees.configurations, trees.sources, trees.codebook].find(({ view }) => view === given.view);
  const view = own && trees.viewOf(own);
  if (!view) return undefined;
  const rows = await rowsUnderKey(view);
  return trees.chosen(rows[0], rows);
}

/**
 * The rows that are selected where they are several, else the one with the focus. VS Code does not tell which row that is, and the arrow keys move it without
 * selecting; but it selects the row, or no longer does, when it is asked to.
 */
async function rowsUnderKey(view: vscode.TreeView<Row>): Promise<readonly Row[]> {
  const before = view.selection;
  if (before.length > 1) return before;
  await vscode.commands.executeCommand("list.toggleSelection");
  const now = view.selection.find((row) => !before.includes(row)) ?? before[0];
  if (!now) return [];
  await view.reveal(now, { select: true, focus: true });
  return [now];
}

/** Puts the cursor before what a row shows, with the focus in the editor. */
export async function goToIt(reviews: Reviews, given?: unknown): Promise<void> {
  if (await wentTo(reviews, given)) return;
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const place = given instanceof ChosenRows ? given.nodes.find((node) => node.place)?.place : undefined;
  if (place) await showPlace(open, place.uri, { start: place.span.start, end: place.span.start });
  else void vscode.window.showInformationMessage(t("Choose a row first that stands for a place in the text."));
}

/** Whether a caller, such as a link of a page, names a place of a text that a review holds; goes there. */
async function wentTo(reviews: Reviews, given: unknown): Promise<boolean> {
  if (given instanceof ChosenRows || typeof given !== "object" || given === null) return false;
  const { uri, offset } = given as { readonly uri?: unknown; readonly offset?: unknown };
  if (typeof uri !== "string" || typeof offset !== "number") return false;
  const address = vscode.Uri.parse(uri);
  const open = reviews.of(address);
  const path = open?.pathOf(address);
  const text = path === undefined ? undefined : open?.review.text(path);
  if (!open || path === undefined || text === undefined) return false;
  const start = Math.max(0, Math.min(Math.trunc(offset) || 0, text.length));
  await showPlace(open, path, { start, end: start });
  return true;
}

/** Copies how the records of rows, or the one at the cursor, are referred to. */
export async function copyId(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const records =
    given instanceof ChosenRows ? given.nodes.map(({ record }) => record) : [recordAtCursor(open, () => true)];
  const names = new Set(records.flatMap((record) => nameOf(record) ?? []));
  if (names.size > 0)
    await vscode.env.clipboard.writeText([...names].map((name) => idOf(name, open.review)).join(", "));
  else
    void vscode.window.showInformationMessage(
      t("Nothing here has an id. Choose a row, or put the cursor into a record."),
    );
}
