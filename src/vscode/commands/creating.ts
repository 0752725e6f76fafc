/** New records. */

import * as vscode from "vscode";
import { appendRecord, type NewRecord, nextCmocId, nextExtractNumber } from "../../core/features/edit.ts";
import { fileForSource } from "../../core/features/source-file.ts";
import { t } from "../../core/l10n.ts";
import type { Review } from "../../core/review.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { askWords, whichReview } from "./asking.ts";
import { writeNew } from "./filling.ts";
import { keyIn, reviewMeant } from "./meant.ts";
import { pickSource } from "./sources.ts";

/** Writes a new configuration below the last one of the active file, or of the review, with a line for each slot of the scheme. */
export async function newConfiguration(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await whichReview(reviews);
  if (!open) return;
  const title = typeof given === "string" ? given : await askWords(t("What does the configuration say, in one line?"));
  if (title === undefined) return;
  const { review } = open;
  const uri = fileForCmoc(open);
  const id = nextCmocId(review, uri);
  const fields = review.manifest.scheme.slots.map(({ letter }): readonly [string, string] => [letter, ""]);
  const record = { kind: "cmoc", id, title, fields: [["status", "candidate"], ...fields] } as const;
  await writeNew(open, uri, appendRecord(review, { uri }, record));
}

/** The active file where it holds theory, else the file of the last configuration, else a new one. */
export function fileForCmoc(open: OpenReview): string {
  const { review } = open;
  const shown = vscode.window.activeTextEditor?.document.uri;
  const path = shown && open.pathOf(shown);
  const isTheory = (uri: string): boolean =>
    uri.endsWith(".md") && open.reads(uri) && review.facts(uri)?.frontMatter?.citekey === undefined;
  if (path !== undefined && isTheory(path) && [...review.records("cmoc")].some(({ placed }) => placed.uri === path))
    return path;
  return [...review.records("cmoc")].at(-1)?.placed.uri ?? "theory/configurations.md";
}

/** Writes an empty extract at the end of a source's file: the active one, or one that is chosen. */
export async function newExtract(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const none = t("The review has no source yet. Make one first (CMOC: New Source from the Bibliography).");
  const key = keyIn(given) ?? keyShown(open) ?? (await pickSource(open, t("An extract of which source?"), none));
  if (key === undefined) return;
  const { review } = open;
  const source = review.source(key);
  const uri = source?.uri ?? fileForSource(review, key);
  const taken = review.extractsOf(key).map(({ brief }) => brief.id);
  const id = `e${nextExtractNumber(taken)}`;
  const place = source?.uri === undefined ? { uri, citekey: key } : { uri };
  await writeNew(open, uri, appendRecord(review, place, emptyExtract(id)));
}

function emptyExtract(id: string): NewRecord {
  return { kind: "extract", id, quote: "…", fields: [["at", "p. "]] };
}

function keyShown(open: OpenReview): string | undefined {
  const shown = vscode.window.activeTextEditor?.document.uri;
  const path = shown && open.pathOf(shown);
  return path === undefined ? undefined : open.review.facts(path)?.frontMatter?.citekey;
}

/** Why no entry of a bibliography is left to begin a file for. */
function noneOf(review: Review): string {
  return review.sources().some(({ bibliography }) => bibliography !== undefined)
    ? t("Every source of the bibliography has its file. Add an entry to the bibliography first.")
    : t("The review has no entry of a bibliography yet. Name a bibliography in review.yaml, or add an entry to it.");
}

/** Begins the file of a source that the bibliography has, with a first extract to be filled in. */
export async function newSource(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const { review } = open;
  const isBare = (key: string): boolean => review.source(key)?.uri === undefined;
  const key = keyIn(given) ?? (await pickSource(open, t("Which source of the bibliography?"), noneOf(review), isBare));
  if (key === undefined) return;
  if (!isBare(key)) {
    void vscode.window.showInformationMessage(t("{0} has its file already.", key));
    return;
  }
  const uri = fileForSource(review, key);
  await writeNew(open, uri, appendRecord(review, { uri, citekey: key }, emptyExtract("e1")));
}
