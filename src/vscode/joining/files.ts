/** Bibliographies and full texts join a review: copied where they come from elsewhere, listed, and given to their source, as one change. */
import * as vscode from "vscode";
import { isRefusal, type Outcome } from "../../core/features/edit.ts";
import { joinsAs, listBibliographies, textOfSource } from "../../core/features/joining-files.ts";
import { t } from "../../core/l10n.ts";
import { roleOfFile } from "../../core/membership.ts";
import { whichReview } from "../commands/asking.ts";
import { carryOut, together } from "../edits.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { type Brought, broughtFrom, broughtIn } from "./brought.ts";
import { type Joined, joinedBibliography, joinedText } from "./one.ts";

/** Whether a file that is dropped into a text would join the review: what lies in it and is read already is somebody's to link to. */
export function isWanted(open: OpenReview, { name, uri }: Brought): boolean {
  const joins = joinsAs(name);
  const path = uri && open.pathOf(uri);
  if (joins === undefined || path === undefined) return joins !== undefined;
  return joins === "bibliography" && roleOfFile(path, open.review.manifest) === "outside";
}

/** What was dropped on a view: joins the review of the row, else the one that is meant. */
export async function joinDropped(open: OpenReview | undefined, transfer: vscode.DataTransfer): Promise<void> {
  const files = await broughtIn(transfer);
  if (files.length === 0) return;
  if (open) await joinFiles(open, files);
  else await vscode.commands.executeCommand("cmoc.addFiles", files);
}

/** Adds files to the review that is meant: those that are given, by their addresses or as they were dropped, or that are chosen. */
export async function addFiles(reviews: Reviews, given?: unknown, selected?: unknown): Promise<void> {
  const open = await whichReview(reviews);
  if (!open) return;
  const list = Array.isArray(selected) ? selected : Array.isArray(given) ? given : [given];
  const files = list.flatMap((each) =>
    each instanceof vscode.Uri ? [broughtFrom(each)] : isBrought(each) ? [each] : [],
  );
  if (files.length > 0) {
    await joinFiles(open, files);
    return;
  }
  const chosen = await vscode.window.showOpenDialog({
    title: t("Bibliographies and full texts that are to join the review"),
    openLabel: t("Add to the Review"),
    canSelectMany: true,
    filters: {
      [t("Bibliographies and full texts")]: ["bib", "ris", "json", "pdf", "txt", "md", "html", "htm", "xml"],
    },
  });
  if (chosen) await joinFiles(open, chosen.map(broughtFrom));
}

function isBrought(given: unknown): given is Brought {
  return typeof given === "object" && given !== null && "bytes" in given && "name" in given;
}

/** Lets the files join, all as one change; says of each that cannot why. `from` is the document in which they were dropped. */
export async function joinFiles(open: OpenReview, files: readonly Brought[], from?: vscode.Uri): Promise<void> {
  const joined: Joined[] = [];
  const taken = new Set<string>();
  for (const file of files) {
    const joins = joinsAs(file.name);
    const one = joins === "bibliography" ? joinedBibliography : joins === "text" ? joinedText : undefined;
    const made = one ? await one(open, file, taken) : notOurs(file.name);
    if (typeof made === "string") void vscode.window.showWarningMessage(made);
    else if (made) {
      joined.push(made);
      taken.add(made.path);
    }
  }
  if (joined.length === 0) return;
  const outcome = outcomeOf(open, joined);
  const contents = joined.flatMap(({ path, bytes }) => (bytes ? [[path, bytes] as const] : []));
  const isDone = await carryOut(open, outcome, { files: new Map(contents), ...(from && { from }) });
  for (const { path, undo, told } of joined) {
    if (!isDone) await undo?.();
    else void vscode.window.showInformationMessage(told ?? t("{0} joined the review.", path));
  }
}

/** Computed from the texts as they are now, after all was asked. */
function outcomeOf({ review }: OpenReview, joined: readonly Joined[]): Outcome {
  const listed = joined.flatMap(({ key, path }) => (key === undefined ? [path] : []));
  const outcomes = [listBibliographies(review, listed)];
  const keys = new Set<string>();
  for (const { key, path } of joined) {
    if (key === undefined) continue;
    // A source has one full text.
    outcomes.push(keys.has(key) ? { refused: "taken", data: { file: path } } : textOfSource(review, key, path));
    keys.add(key);
  }
  return outcomes.find(isRefusal) ?? together(outcomes);
}

function notOurs(name: string): string {
  return t(
    "{0} was left: bibliographies (.bib, .ris, .json) and full texts (.pdf, .txt, .md, .html, .xml) join a review.",
    name,
  );
}
