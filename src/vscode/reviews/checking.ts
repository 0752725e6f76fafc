/** The problems of a review, kept up with its changes: found from nothing in short turns, after that from what each change touched. */
import { Checker, type Problem } from "../../core/check.ts";
import type { Change, Review } from "../../core/review.ts";
import { ALL_RULES } from "../../core/rules/index.ts";
import { Turns } from "./turns.ts";

export class Checking {
  private readonly review: Review;
  private readonly isCancelled: () => boolean;
  /** Whose problems are given; none before the first one is through. */
  private checker: Checker | undefined;
  /** One that is still looking at everything. */
  private coming: Checker | undefined;

  constructor(review: Review, isCancelled: () => boolean) {
    this.review = review;
    this.isCancelled = isCancelled;
  }

  /** Whether everything is being looked at just now. Until it was, the problems are those of before. */
  get isUnderWay(): boolean {
    return this.coming !== undefined;
  }

  /** Whether changes are to be noted: everything was looked at, or is being looked at. */
  get isBegun(): boolean {
    return this.coming !== undefined || this.checker !== undefined;
  }

  problems(path?: string): readonly Problem[] {
    return this.checker?.problems(path) ?? [];
  }

  /** Takes in a change that touches not everything, right after it was made. Gives the documents whose problems may be others. */
  note(change: Change): ReadonlySet<string> {
    return (this.coming ?? this.checker)?.update(change) ?? change.uris;
  }

  /** Looks at everything. Resolves with whether it came to an end: not, when it was asked to again meanwhile. */
  async everything(): Promise<boolean> {
    const coming = new Checker(this.review, ALL_RULES);
    this.coming = coming;
    const turns = new Turns();
    for (const _ of coming.steps()) {
      if (!turns.isOver) continue;
      await turns.next();
      if (this.coming !== coming || this.isCancelled()) return false;
    }
    this.checker = coming;
    this.coming = undefined;
    return true;
  }
}
