/** Which extract, or which source, a command is about: rows that were chosen, what a caller names, where the cursor stands, else what a person picks. */
import * as vscode from "vscode";
import { at } from "../../core/features/at.ts";
import { extractAt } from "../../core/features/quoted/written.ts";
import { t } from "../../core/l10n.ts";
import { keyOfName } from "../../core/model/names.ts";
import type { Extract } from "../../core/model/types.ts";
import type { Definition } from "../../core/review.ts";
import { pickRecord } from "../commands/asking.ts";
import { keyIn, requestsIn, reviewMeant } from "../commands/meant.ts";
import { pickSource } from "../commands/sources.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { ChosenRows } from "../tree/chosen.ts";
import { type FullText, fullTextOf, placeOf } from "./full-text.ts";

/** The review that is meant; of a full text that an editor shows, the one that it names. What a caller names is found where it is, if that is in one review. */
export async function reviewOf(reviews: Reviews, given: unknown): Promise<OpenReview | undefined> {
  if (given instanceof ChosenRows) return given.open;
  const shown = vscode.window.activeTextEditor?.document.uri;
  const place = shown && (await placeOf(reviews, shown));
  const here = place?.open ?? (shown && reviews.of(shown));
  const holding = reviews.all().filter((open) => holds(open, given));
  const [only] = holding;
  if (only && holding.length === 1) return only;
  return here && holding.includes(here) ? here : (place?.open ?? reviewMeant(reviews, given));
}

/** Whether a review has what a caller names. */
function holds({ review }: OpenReview, given: unknown): boolean {
  if (typeof given === "string") return review.source(given) !== undefined;
  return requestsIn(given).some(({ extract }) => extract !== undefined && review.isDefined(extract));
}

/** The full text that the active editor shows. */
export async function fullTextShown(
  reviews: Reviews,
): Promise<{ readonly editor: vscode.TextEditor; readonly full: FullText } | undefined> {
  const editor = vscode.window.activeTextEditor;
  const full = editor && (await fullTextOf(reviews, editor.document));
  return editor && full ? { editor, full } : undefined;
}

/** Undefined where nobody picks one. */
export async function sourceMeant(reviews: Reviews, open: OpenReview, given: unknown): Promise<string | undefined> {
  const named = keyIn(given) ?? extractsNamed(open, given)[0]?.brief.source;
  if (named !== undefined) return named;
  const here = given instanceof ChosenRows ? undefined : await sourceAtCursor(reviews, open);
  const none = t("The review has no source yet. Make one first (CMOC: New Source from the Bibliography).");
  return here ?? pickSource(open, t("The full text of which source?"), none);
}

/** The source of what stands at the cursor: a citation, a full text, the file of a source. */
async function sourceAtCursor(reviews: Reviews, open: OpenReview): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selection } = editor;
  const place = await placeOf(reviews, document.uri);
  if (place?.open === open) return place.key;
  const path = open.pathOf(document.uri);
  if (path === undefined || open.review.document(path) === undefined) return undefined;
  const offset = open.review.lines(path).offset(selection.active);
  const here = at(open.review, path, offset);
  const cited = here?.is === "reference" ? keyOfName(here.name) : here?.is === "entry" ? here.key : undefined;
  return cited ?? open.review.facts(path)?.frontMatter?.citekey;
}

/** Extracts that rows or a caller name, as they are now. */
export function extractsNamed(open: OpenReview, given: unknown): readonly Definition<Extract>[] {
  const names = new Set(requestsIn(given).flatMap(({ extract }) => extract ?? []));
  return [...names].flatMap((name) => {
    const [first] = open.review.definitions(name);
    return first?.brief.kind === "extract" ? [first as Definition<Extract>] : [];
  });
}

/** The extract of the active editor at the cursor. */
export function extractAtCursor(open: OpenReview): Definition<Extract> | undefined {
  const editor = vscode.window.activeTextEditor;
  const path = editor && open.pathOf(editor.document.uri);
  if (!editor || path === undefined || open.review.document(path) === undefined) return undefined;
  return extractAt(open.review, path, open.review.lines(path).offset(editor.selection.active));
}

/** The one extract that is meant; undefined where nobody picks one. */
export async function extractMeant(open: OpenReview, given: unknown): Promise<Definition<Extract> | undefined> {
  const [named] = extractsNamed(open, given);
  if (named || given instanceof ChosenRows) return named;
  const here = extractAtCursor(open);
  if (here) return here;
  const none = t("The review has no extract yet. Write one first, as with CMOC: New Extract.");
  return (await pickRecord(open.review, ["extract"], t("Which extract?"), () => true, { none })) as
    | Definition<Extract>
    | undefined;
}
