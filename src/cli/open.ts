/** A review opened from a disk, with what every command needs. */
import { Checker, reviewToCheck } from "../core/check.ts";
import { MANIFEST_NAME } from "../core/membership.ts";
import type { Review } from "../core/review.ts";
import { ALL_RULES } from "../core/rules/index.ts";
import { DISK } from "./disk.ts";
import { findRoot, readFiles, type Unread, UsageError } from "./files.ts";
import { type Output, oneLine } from "./output.ts";

export interface OpenReview {
  readonly root: string;
  readonly review: Review;
  readonly unread: readonly Unread[];
  /** When it was begun, in milliseconds of the clock. */
  readonly begun: number;
}

export const RULE_IDS: readonly string[] = ALL_RULES.map((rule) => rule.id);

/** Opens the review at or above `dir` (the working directory when left out), and says on standard error what could not be read. */
export function openReview(dir: string | undefined, output: Output): OpenReview {
  const root = findRoot(dir ?? ".");
  const begun = Date.now();
  const reading = output.progress("Reading", begun);
  const { manifest, documents, unread } = readFiles(root, DISK, (done) => reading.step(done));
  reading.done();
  const review = reviewToCheck(ALL_RULES);
  const indexing = output.progress("Indexing", begun);
  documents.forEach((document, index) => {
    review.set(document);
    indexing.step(index + 1, documents.length);
  });
  indexing.done();
  for (const one of unread) output.warn(unreadMessage(one, manifest ?? MANIFEST_NAME, review));
  refuseNewer(review);
  return { root, review, unread, begun };
}

/** `review.yaml:3:16: nope.bib was not read: it is not there.` */
function unreadMessage({ path, reason, named }: Unread, manifest: string, review: Review): string {
  const said = oneLine(`${path} was not read: ${reason}.`);
  return named === undefined ? said : `${placeOf(review, manifest, named)}: ${said}`;
}

/** A place as people and editors read it, line and column from 1: `review.yaml:3:16`. */
export function placeOf(review: Review, uri: string, offset: number): string {
  const { line, character } = review.lines(uri).position(offset);
  return `${uri}:${line + 1}:${character + 1}`;
}

/** A review in a newer language is not half understood. */
function refuseNewer(review: Review): void {
  for (const uri of review.uris()) {
    const newer = review
      .documentFindings(uri)
      .find((finding) => finding.rule === "manifest/version" && finding.data.newest !== undefined);
    if (newer) {
      throw new UsageError(
        `${placeOf(review, uri, newer.start)}: this review is written in version ${String(newer.data.version)} of the language, and this cmoc reads up to ${String(newer.data.newest)}. Install a newer cmoc.`,
      );
    }
  }
}

export function checkerOf(review: Review): Checker {
  const checker = new Checker(review, ALL_RULES);
  checker.update();
  return checker;
}
