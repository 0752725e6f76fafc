/** What the rules find, in the Problems view and under the words. */
import * as vscode from "vscode";
import type { Problem } from "../core/check.ts";
import { messageOf } from "../core/rules/index.ts";
import type { Level } from "../core/syntax/manifest.ts";
import { addressOfPage, rangeOf } from "./places.ts";
import type { OpenReview, ReviewChange } from "./reviews/open-review.ts";
import type { Reviews } from "./reviews/reviews.ts";
import { Turns } from "./reviews/turns.ts";

/** Problems are shown after nobody typed for so many milliseconds. */
const QUIET_MS = 200;

const SEVERITIES: { readonly [level in Exclude<Level, "off">]: vscode.DiagnosticSeverity } = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

export const SOURCE = "cmoc";

export class Diagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection(SOURCE);
  private waiting = new Map<OpenReview, Set<string>>();
  private readonly listening: vscode.Disposable;
  private readonly reviews: Reviews;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private publishing: Promise<void> = Promise.resolve();
  private isDisposed = false;

  constructor(reviews: Reviews) {
    this.reviews = reviews;
    this.listening = reviews.onDidChange((change) => this.changed(change));
  }

  private changed({ open, uris, changes }: ReviewChange): void {
    const waiting = this.waiting.get(open) ?? new Set();
    for (const uri of uris) waiting.add(uri);
    // A file that went just before its review did may be known to nobody any more.
    if (!this.reviews.all().includes(open))
      this.collection.forEach((uri) => {
        const path = open.pathOf(uri);
        if (path !== undefined) waiting.add(path);
      });
    this.waiting.set(open, waiting);
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.publish(), changes === undefined ? 0 : QUIET_MS);
  }

  /** Shows what waits to be shown, in one call. Resolves when it is. */
  publish(): Promise<void> {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = undefined;
    // One after another: what was made first must not be shown last.
    const show = (): Promise<void> => this.show();
    this.publishing = this.publishing.then(show, show);
    return this.publishing;
  }

  private async show(): Promise<void> {
    const { waiting } = this;
    this.waiting = new Map();
    // One entry for each address: the collection adds up what it is given of one.
    const entries = new Map<string, [vscode.Uri, readonly vscode.Diagnostic[] | undefined]>();
    const turns = new Turns();
    for (const [open, paths] of waiting)
      for (const path of paths) {
        const uri = open.addressOf(path);
        const key = uri.toString();
        if (entries.has(key)) continue;
        const found = await this.at(uri, turns);
        entries.set(key, [uri, found.length === 0 ? undefined : found]);
        await turns.next();
      }
    if (entries.size > 0 && !this.isDisposed) this.collection.set([...entries.values()]);
  }

  /** What all reviews that read a file find in it; what they share they find alike, and it is said once. */
  private async at(uri: vscode.Uri, turns: Turns): Promise<readonly vscode.Diagnostic[]> {
    const found = new Map<string, vscode.Diagnostic>();
    for (const { open, path } of this.reviews.holding(uri))
      for (const problem of open.problems(path)) {
        const made = diagnosticOf(problem, open);
        found.set(`${problem.rule} ${problem.span.start} ${problem.span.end} ${made.message}`, made);
        await turns.next();
      }
    return [...found.values()];
  }

  dispose(): void {
    this.isDisposed = true;
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.listening.dispose();
    this.collection.dispose();
  }
}

function diagnosticOf(problem: Problem, open: OpenReview): vscode.Diagnostic {
  const { rule, level, span, uri, related } = problem;
  const lines = open.review.lines(uri);
  const made = new vscode.Diagnostic(rangeOf(lines, span), messageOf(problem, open.review), SEVERITIES[level]);
  made.source = SOURCE;
  made.code = { value: rule, target: addressOfPage(rule) };
  if (related.length > 0) {
    made.relatedInformation = related.map((place) => {
      const range = rangeOf(open.review.lines(place.uri), place.span);
      return new vscode.DiagnosticRelatedInformation(
        new vscode.Location(open.addressOf(place.uri), range),
        place.label,
      );
    });
  }
  return made;
}
