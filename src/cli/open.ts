/** A review opened from a disk, with what every command needs. */
import { Checker, reviewToCheck } from "../core/check.ts";
import type { Review } from "../core/review.ts";
import { ALL_RULES } from "../core/rules/index.ts";
import { findRoot, readFiles, type Unread, UsageError } from "./files.ts";
import type { Output } from "./output.ts";

export interface OpenReview {
  readonly root: string;
  readonly review: Review;
  readonly unread: readonly Unread[];
}

export const RULE_IDS: readonly string[] = ALL_RULES.map((rule) => rule.id);

/** Opens the review at or above `dir` (the working directory when left out), and says on standard error what could not be read. */
export function openReview(dir: string | undefined, output: Output): OpenReview {
  const root = findRoot(dir ?? ".");
  const progress = output.progress("Reading");
  const { documents, unread } = readFiles(root);
  const review = reviewToCheck(ALL_RULES);
  documents.forEach((document, index) => {
    review.set(document);
    progress.step(index + 1, documents.length);
  });
  progress.done();
  for (const { path, reason } of unread) output.warn(`${path} was not read: ${reason}.`);
  refuseNewer(review);
  return { root, review, unread };
}

/** A review in a newer language is not half understood. */
function refuseNewer(review: Review): void {
  for (const uri of review.uris()) {
    const newer = review
      .documentFindings(uri)
      .find((finding) => finding.rule === "manifest/version" && finding.data.newest !== undefined);
    if (newer) {
      throw new UsageError(
        `${uri}: this review is written in version ${String(newer.data.version)} of the language, and this cmoc reads up to ${String(newer.data.newest)}. Install a newer cmoc.`,
      );
    }
  }
}

export function checkerOf(review: Review): Checker {
  const checker = new Checker(review, ALL_RULES);
  checker.update();
  return checker;
}
