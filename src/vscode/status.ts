/** The review's name and counts in the status bar. */

import * as vscode from "vscode";
import { configurationCount } from "../core/features/card/counts.ts";
import { escaped } from "../core/features/card/escaped.ts";
import { grouped, t } from "../core/l10n.ts";
import { literal } from "./literal.ts";
import { type OpenReview, titleOf } from "./reviews/open-review.ts";
import type { Reviews } from "./reviews/reviews.ts";

export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("cmoc.review", vscode.StatusBarAlignment.Left, 10);
  private readonly reviews: Reviews;
  private readonly listening: vscode.Disposable;
  private counted: { readonly open: OpenReview; readonly revision: number; readonly words: string } | undefined;

  constructor(reviews: Reviews) {
    this.reviews = reviews;
    this.item.name = t("Realist Review");
    this.item.command = "cmoc.nextUnlinked";
    this.listening = vscode.Disposable.from(
      reviews.onDidChange(() => this.show()),
      reviews.onDidList(() => this.show()),
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
    );
  }

  /** What it says now; empty when it is not shown. */
  get text(): string {
    return this.item.text;
  }

  private show(): void {
    const open = this.reviews.current();
    if (!open) {
      this.item.hide();
      return;
    }
    const title = titleOf(open);
    if (!open.isReady) {
      this.item.text = `$(loading~spin) ${literal(shortTitle(title))}`;
      this.item.tooltip = t("The review is being read.");
    } else {
      this.item.text = `$(type-hierarchy) ${literal(shortTitle(title))}: ${this.counts(open)}`;
      this.item.tooltip = new vscode.MarkdownString(
        `**${escaped(title)}**\n\n${this.counts(open)}\n\n${t("Go to the next unlinked extract.")}`,
      );
    }
    this.item.show();
  }

  private counts(open: OpenReview): string {
    const { review } = open;
    if (this.counted?.open === open && this.counted.revision === review.revision) return this.counted.words;
    let configurations = 0;
    for (const _ of review.records("cmoc")) configurations++;
    const loose = open.unlinked.count;
    const unlinked = loose === 1 ? t("{0} unlinked extract", 1) : t("{0} unlinked extracts", grouped(loose));
    const words = `${configurationCount(configurations)}, ${unlinked}`;
    this.counted = { open, revision: review.revision, words };
    return words;
  }

  dispose(): void {
    this.listening.dispose();
    this.item.dispose();
  }
}

const LONGEST = 30;

function shortTitle(title: string): string {
  return title.length > LONGEST ? `${title.slice(0, LONGEST - 1).trimEnd()}…` : title;
}
