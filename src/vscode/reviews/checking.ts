/** The problems of a review, kept up with its changes: found from nothing in short turns, after that from what each change touched. */
import { Checker, type Problem } from "../../core/check.ts";
import type { Change, Review } from "../../core/review.ts";
import { ALL_RULES } from "../../core/rules/index.ts";
import { Turns } from "./turns.ts";

/** When more than so many documents change at once, looking at everything costs less than what each touched, here and in views. */
export const MANY = 50;

/** What is to be told of. */
export interface Noted {
  /** Paths of documents whose problems may be others. */
  readonly uris: ReadonlySet<string>;
  /** The changes themselves; undefined when everything may be different. */
  readonly changes: readonly Change[] | undefined;
}

export class Checking {
  private readonly review: Review;
  private readonly isCancelled: () => boolean;
  private readonly done: () => void;
  /** Whose problems are given; none before the first one is through. */
  private checker: Checker | undefined;
  /** One that is still looking at everything. */
  private coming: Checker | undefined;
  private running: Promise<void> = Promise.resolve();
  /** Noted, and not told yet. */
  private changes: Change[] = [];
  private uris = new Set<string>();
  private isWhole = false;
  private isPaused = false;

  /** `done` is called whenever everything was looked at. */
  constructor(review: Review, isCancelled: () => boolean, done: () => void) {
    this.review = review;
    this.isCancelled = isCancelled;
    this.done = done;
  }

  /** Whether changes are to be noted: everything was looked at once, or is being looked at. */
  get isBegun(): boolean {
    return this.isPaused || this.coming !== undefined || this.checker !== undefined;
  }

  /** While everything is being looked at, they are those of before. */
  problems(path?: string): readonly Problem[] {
    return this.checker?.problems(path) ?? [];
  }

  /** Takes in a change, right after it was made. */
  note(change: Change): void {
    if (!this.isBegun || change.from === change.to) return;
    this.changes.push(change);
    for (const uri of change.uris) this.uris.add(uri);
    if (this.isPaused) return;
    const now = this.coming ?? this.checker;
    if (change.all || !now) this.begin();
    else for (const uri of now.update(change)) this.uris.add(uri);
  }

  /** Looks at nothing until it is told to {@link begin}: many changes are to come. */
  pause(): void {
    this.isPaused = this.isBegun;
    this.coming = undefined;
  }

  /** Begins to look at everything. */
  begin(): void {
    this.isPaused = false;
    this.isWhole = true;
    this.running = this.everything();
  }

  /** Resolves when everything was looked at. */
  async settled(): Promise<void> {
    for (let before: Promise<void> | undefined; before !== this.running; ) {
      before = this.running;
      await before;
    }
  }

  /** What is to be told of now; undefined for nothing, and while everything is being looked at. */
  take(): Noted | undefined {
    if (this.coming || this.isPaused || (this.changes.length === 0 && !this.isWhole)) return undefined;
    const { changes, uris, isWhole } = this;
    this.changes = [];
    this.uris = new Set();
    this.isWhole = false;
    return {
      uris: isWhole ? new Set([...uris, ...this.review.uris()]) : uris,
      changes: isWhole || changes.length > MANY ? undefined : changes,
    };
  }

  private async everything(): Promise<void> {
    const coming = new Checker(this.review, ALL_RULES);
    this.coming = coming;
    const turns = new Turns();
    for (const _ of coming.steps()) {
      if (!turns.isOver) continue;
      await turns.next();
      // Another one began, which tells when it ends.
      if (this.coming !== coming || this.isCancelled()) return;
    }
    this.checker = coming;
    this.coming = undefined;
    this.done();
  }
}
