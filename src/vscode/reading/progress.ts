/** How far the reading has come: in the status bar, and what the tree of sources is told of texts that are there. */
import * as vscode from "vscode";
import { escaped } from "../../core/features/card/escaped.ts";
import { type ReadingProgress, readingProgress } from "../../core/features/reading.ts";
import { READING_STATES, readingWords } from "../../core/features/tree.ts";
import { grouped, t } from "../../core/l10n.ts";
import { Hearings } from "../reviews/hearings.ts";
import { type OpenReview, titleOf } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import type { Trees } from "../trees.ts";
import { SOURCES } from "../views.ts";
import { HeldTexts } from "./held-texts.ts";
import { sourceShown } from "./shown.ts";

/** Many files may come at once, and letters are typed one after the other. */
const REST_MS = 100;
const TEXTS = "**/*.{txt,md,html,htm,xml,pdf}";

const texts = new WeakMap<OpenReview, HeldTexts>();

/** Which sources of a review have a text. */
export function heldTextsOf(open: OpenReview): HeldTexts {
  const known = texts.get(open) ?? new HeldTexts(open);
  texts.set(open, known);
  open.holdsText = known.holds;
  return known;
}

export class Progress implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("cmoc.reading", vscode.StatusBarAlignment.Left, 9);
  private readonly reviews: Reviews;
  private readonly trees: Trees;
  private readonly own: vscode.Disposable[] = [];
  private readonly hearings = new Hearings((open) => heldTextsOf(open).onDidChange(() => this.soon(true)));
  private counted:
    | { readonly open: OpenReview; readonly revision: number; readonly progress: ReadingProgress }
    | undefined;
  private isOfTexts = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(reviews: Reviews, trees: Trees) {
    this.reviews = reviews;
    this.trees = trees;
    this.item.name = t("Reading progress");
    this.item.command = "cmoc.nextToRead";
    const watcher = vscode.workspace.createFileSystemWatcher(TEXTS, false, true, false);
    const touched = (uri: vscode.Uri): void => this.touched(uri);
    this.own.push(
      this.item,
      watcher,
      watcher.onDidCreate(touched),
      watcher.onDidDelete(touched),
      vscode.workspace.onDidCreateFiles(({ files }) => files.forEach(touched)),
      vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach(touched)),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) {
          touched(oldUri);
          touched(newUri);
        }
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) for (const open of this.reviews.all()) heldTextsOf(open).again();
      }),
      reviews.onDidChange(() => this.soon(false)),
      reviews.onDidList(() => this.listed()),
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
    );
    this.listed();
  }

  /** What it says now; empty when it is not shown. */
  get text(): string {
    return this.item.text;
  }

  private touched(uri: vscode.Uri): void {
    for (const open of this.reviews.all()) {
      const path = open.pathOf(uri);
      if (path !== undefined) heldTextsOf(open).touched(path);
    }
  }

  /** Hears of the texts of the reviews that are open now. */
  private listed(): void {
    this.hearings.listed(this.reviews.all());
    this.show();
  }

  /** Shows what changed in a while, with the tree where texts came or went; nobody waits for it as they type. */
  private soon(isOfTexts: boolean): void {
    this.isOfTexts ||= isOfTexts;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      if (this.isOfTexts) {
        this.counted = undefined;
        this.trees.again(SOURCES);
      }
      this.isOfTexts = false;
      this.show();
    }, REST_MS);
  }

  private show(): void {
    const open = this.reviews.current();
    const shown = vscode.window.activeTextEditor?.document;
    void vscode.commands.executeCommand("setContext", "cmoc.marking", shown && this.markingOf(shown));
    const { counts, all } = open?.isReady ? this.progressOf(open) : { counts: undefined, all: 0 };
    if (!open || !counts || all === 0) {
      this.item.text = "";
      this.item.hide();
      return;
    }
    const words =
      all === 1
        ? t("{0} of 1 source read", grouped(counts.read))
        : t("{0} of {1} sources read", grouped(counts.read), grouped(all));
    this.item.text = `$(book) ${words}`;
    const lines = READING_STATES.map((state) => `- ${capital(readingWords(state))}: ${grouped(counts[state])}`);
    this.item.tooltip = new vscode.MarkdownString(
      [`**${escaped(titleOf(open))}**`, lines.join("\n"), t("Open the next source to read.")].join("\n\n"),
    );
    this.item.accessibilityInformation = { label: words };
    this.item.show();
  }

  /** Whether the source that a text is about, or is the text of, can be marked as read, or as unread. */
  private markingOf(document: vscode.TextDocument): "read" | "unread" | undefined {
    const shown = sourceShown(this.reviews, document.uri);
    const source = shown?.open.review.source(shown.key);
    if (!source || source.status === "excluded") return undefined;
    return source.read === undefined ? "read" : "unread";
  }

  private progressOf(open: OpenReview): ReadingProgress {
    const { revision } = open.review;
    if (this.counted?.open !== open || this.counted.revision !== revision)
      this.counted = { open, revision, progress: readingProgress(open.review, heldTextsOf(open).holds) };
    return this.counted.progress;
  }

  dispose(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.hearings.dispose();
    for (const one of this.own) one.dispose();
  }
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
