/** The source that an editor shows: by its own file, or by its text. */
import * as vscode from "vscode";
import { ENDINGS, textPathsOf } from "../../core/proof/text-paths.ts";
import { reviewMeant } from "../commands/meant.ts";
import { readAddress } from "../fulltext/address.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { ChosenRows } from "../tree/chosen.ts";

interface Shown {
  readonly open: OpenReview;
  readonly key: string;
}

/** Undefined where an address is of no source of a review. */
export function sourceShown(reviews: Reviews, uri: vscode.Uri): Shown | undefined {
  const address = readAddress(uri);
  const open = address ? reviews.rooted(address.root) : reviews.of(uri);
  const key = open && (address?.key ?? keyOf(open, uri));
  return open && key !== undefined && open.review.source(key) ? { open, key } : undefined;
}

/** The source in the active editor, if it is one of the review. */
export function keyActive(reviews: Reviews, open: OpenReview): string | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const shown = uri && sourceShown(reviews, uri);
  return shown?.open === open ? shown.key : undefined;
}

/** The review that is meant: that of the rows, or of the source that is shown, else as {@link reviewMeant} says. */
export async function reviewHere(reviews: Reviews, given: unknown): Promise<OpenReview | undefined> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const shown = given instanceof ChosenRows || !uri ? undefined : sourceShown(reviews, uri);
  return shown?.open ?? reviewMeant(reviews, given);
}

function keyOf(open: OpenReview, uri: vscode.Uri): string | undefined {
  const { review } = open;
  const path = open.pathOf(uri);
  if (path === undefined) return undefined;
  const own = review.facts(path)?.frontMatter?.citekey;
  if (own !== undefined) return own;
  const isText = ENDINGS.some((ending) => path.toLowerCase().endsWith(ending));
  if (!isText || review.text(path) !== undefined) return undefined;
  // A text is called by its key, or named by its source's file.
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
  const holds = (key: string): boolean => {
    const found = textPathsOf(review, key);
    return "paths" in found && found.paths.includes(path);
  };
  if (review.source(name) && holds(name)) return name;
  return review.sources().find(({ key, uri: file }) => file !== undefined && holds(key))?.key;
}
