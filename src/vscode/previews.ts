/** VS Code's own preview of Markdown, in a review: what it shows of records comes with a part that is loaded when there are both, a preview and a review. */
import * as vscode from "vscode";
import { load } from "./loading.ts";
import type { Reviews } from "./reviews/reviews.ts";

/** What the preview's engine and the reviews know of each other; either may come first. */
export interface Previewing {
  /** The engine that VS Code gave last. */
  engine?: unknown;
  /** To be called when there is another engine. */
  begin?: () => void;
}

/** What changed is shown when it rests for so long. */
const REST_MS = 300;
const REFRESH = "markdown.preview.refresh";

export class Previews implements vscode.Disposable {
  private readonly reviews: Reviews;
  private readonly given: Previewing;
  private readonly log: vscode.LogOutputChannel;
  private readonly own: vscode.Disposable[];
  private extended: unknown;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  /** Whether a review was asked for what is previewed. */
  private isAsked: (root: vscode.Uri) => boolean = () => false;

  constructor(reviews: Reviews, given: Previewing, log: vscode.LogOutputChannel) {
    this.reviews = reviews;
    this.given = given;
    this.log = log;
    given.begin = () => void this.begin();
    this.own = [
      reviews.onDidChange(({ open }) => {
        if (this.isAsked(open.root)) this.refresh();
      }),
      reviews.onDidList(() => this.begin()),
    ];
    void this.begin();
  }

  /** Lets an engine show what reviews know, when there is one. */
  private async begin(): Promise<void> {
    const { engine } = this.given;
    if (engine === undefined || engine === this.extended || this.reviews.all().length === 0) return;
    this.extended = engine;
    try {
      const { extendEngine } = await load("preview");
      const previews = extendEngine(engine, this.reviews, this.log, () => this.refresh());
      this.isAsked = previews.isAsked;
      this.own.push(previews);
      // What was parsed before is kept by VS Code until then.
      void vscode.commands.executeCommand(REFRESH);
    } catch (error) {
      this.extended = undefined;
      this.log.error(error as Error);
    }
  }

  /** Shows what is open in previews anew, soon; there may be none. */
  private refresh(): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      if (isPreviewed()) void vscode.commands.executeCommand(REFRESH);
    }, REST_MS);
  }

  dispose(): void {
    clearTimeout(this.waiting);
    delete this.given.begin;
    for (const each of this.own) each.dispose();
  }
}

/** Whether some tab is a preview of Markdown. */
function isPreviewed(): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(
      ({ input }) =>
        (input instanceof vscode.TabInputWebview || input instanceof vscode.TabInputCustom) &&
        input.viewType.includes("markdown.preview"),
    ),
  );
}
