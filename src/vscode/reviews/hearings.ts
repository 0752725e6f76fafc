/** What is heard of each review that is open, from when it is opened until it is closed. */
import type * as vscode from "vscode";
import type { OpenReview } from "./open-review.ts";

export class Hearings implements vscode.Disposable {
  private readonly hear: (open: OpenReview) => vscode.Disposable;
  private readonly hearings = new Map<OpenReview, vscode.Disposable>();

  /** `hear` begins to hear of a review. */
  constructor(hear: (open: OpenReview) => vscode.Disposable) {
    this.hear = hear;
  }

  /** Says which reviews are open now. */
  listed(open: readonly OpenReview[]): void {
    const all = new Set(open);
    for (const [one, hearing] of this.hearings)
      if (!all.has(one)) {
        hearing.dispose();
        this.hearings.delete(one);
      }
    for (const one of all) if (!this.hearings.has(one)) this.hearings.set(one, this.hear(one));
  }

  dispose(): void {
    this.listed([]);
  }
}
