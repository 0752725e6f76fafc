/** Bibliographies and full texts join a review: copied where they come from elsewhere, listed, and given to their source, as one change. */
import * as vscode from "vscode";
import { isRefusal, type Outcome } from "../../core/features/edit.ts";
import { joinsAs, listBibliographies, TEXT_ENDS, textOfSource } from "../../core/features/joining-files.ts";
import { t } from "../../core/l10n.ts";
import { roleOfFile } from "../../core/membership.ts";
import { whichReview } from "../commands/asking.ts";
import { keyIn, reviewMeant } from "../commands/meant.ts";
import { pickSource } from "../commands/sources.ts";
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

/** What was dropped on a view: joins the review of the row, else the one that is meant; one full text on the row of a source is the text of that. */
export async function joinDropped(
  open: OpenReview | undefined,
  transfer: vscode.DataTransfer,
  key?: string,
): Promise<void> {
  const files = await broughtIn(transfer);
  const [first] = files;
  if (!first) return;
  const isOfRow = key !== undefined && files.length === 1 && joinsAs(first.name) === "text";
  if (open) await joinFiles(open, files, isOfRow ? { key } : {});
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

/** Asks for the full text of a source: of the row, or of one that is chosen. */
export async function addText(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const none = t("The review has no source yet. Make one first (CMOC: New Source from the Bibliography).");
  const key = keyIn(given) ?? (await pickSource(open, t("The full text of which source?"), none));
  if (key === undefined) return;
  const chosen = await vscode.window.showOpenDialog({
    title: t("The full text of {0}", `@${key}`),
    openLabel: t("Add Full Text"),
    filters: { [t("Full texts")]: TEXT_ENDS.map((end) => end.slice(1)) },
  });
  const [uri] = chosen ?? [];
  if (uri) await joinFiles(open, [broughtFrom(uri)], { key });
}

function isBrought(given: unknown): given is Brought {
  return typeof given === "object" && given !== null && "bytes" in given && "name" in given;
}

export interface JoiningHow {
  /** The document in which they were dropped. */
  readonly from?: vscode.Uri;
  /** The source whose full text is meant. */
  readonly key?: string;
}

/** Lets the files join, all as one change; says of each that cannot why. */
export async function joinFiles(
  open: OpenReview,
  files: readonly Brought[],
  { from, key }: JoiningHow = {},
): Promise<void> {
  const joined: Joined[] = [];
  const taken = new Set<string>();
  for (const file of files) {
    const joins = joinsAs(file.name);
    const one = joins === "bibliography" ? joinedBibliography : joins === "text" ? joinedText : undefined;
    const made = one ? await one(open, file, taken, key) : notOurs(file.name);
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
  for (const { key, path, replaces } of joined) {
    if (key === undefined) continue;
    const how = replaces === undefined ? {} : { isReplaced: true, isHidden: replaces !== path };
    // A source has one full text.
    outcomes.push(keys.has(key) ? { refused: "taken", data: { file: path } } : textOfSource(review, key, path, how));
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
