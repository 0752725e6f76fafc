/** A review that is open: its documents as they are in editors or else on the disk, what is found in it, and what changed. */
import * as vscode from "vscode";
import { Checker, type Problem, reviewToCheck } from "../../core/check.ts";
import { UnlinkedExtracts } from "../../core/features/tree.ts";
import type { PlacedRules } from "../../core/ignore-rules.ts";
import type { Change, Review } from "../../core/review.ts";
import { ALL_RULES } from "../../core/rules/index.ts";
import { addressOf, pathBelow } from "../places.ts";
import { type LoadDecode, References } from "./references.ts";
import { Turns } from "./turns.ts";
import { isReviewFile, manifestAt, mayHold, readEach, readText, walk } from "./walk.ts";

/** What became different in a review. */
export interface ReviewChange {
  readonly open: OpenReview;
  /** Paths of documents whose problems may be others. */
  readonly uris: ReadonlySet<string>;
  /** The changes themselves; undefined when everything may be different. */
  readonly changes: readonly Change[] | undefined;
}

export class OpenReview implements vscode.Disposable {
  readonly root: vscode.Uri;
  readonly review: Review = reviewToCheck(ALL_RULES);
  private readonly checker = new Checker(this.review, ALL_RULES);
  private readonly log: vscode.LogOutputChannel;
  private readonly changed = new vscode.EventEmitter<ReviewChange>();
  private readonly cancelling = new vscode.CancellationTokenSource();
  private rules: readonly PlacedRules[] = [];
  private ready = false;
  /** Noted, and not told yet. */
  private changes: Change[] = [];
  private uris = new Set<string>();
  readonly onDidChange = this.changed.event;
  /** Extracts that hang loose. */
  readonly unlinked = new UnlinkedExtracts(this.review);
  /** Entries of its bibliographies, decoded. */
  readonly references: References;

  constructor(root: vscode.Uri, load: LoadDecode, log: vscode.LogOutputChannel) {
    this.root = root;
    this.log = log;
    this.references = new References(this.review, load, log);
  }

  /** Whether all files were read once. Before that, problems would be of half a review and are none. */
  get isReady(): boolean {
    return this.ready;
  }

  /** Reads the files from the disk, those that are open in an editor from there. */
  async load(manifest: string): Promise<void> {
    const { token } = this.cancelling;
    const begun = Date.now();
    const { paths, rules } = await walk(this.root, await manifestAt(this.root, manifest, this.log), token, this.log);
    this.rules = rules;
    const turns = new Turns();
    for (const document of this.openDocuments()) this.setText(document.path, document.text, document.version);
    await readEach(this.root, paths, token, this.log, async (path, text) => {
      if (this.review.document(path) === undefined) this.setText(path, text, 0);
      await turns.next();
    });
    if (token.isCancellationRequested) return;
    this.ready = true;
    const uris = this.checker.update();
    this.log.info(`${this.root.path}: ${paths.length} files in ${Date.now() - begun} ms`);
    this.changed.fire({ open: this, uris, changes: undefined });
  }

  private openDocuments(): readonly { readonly path: string; readonly text: string; readonly version: number }[] {
    return vscode.workspace.textDocuments.flatMap((document) => {
      const path = this.pathOf(document.uri);
      if (path === undefined || document.isClosed || !this.reads(path)) return [];
      return [{ path, text: document.getText(), version: document.version }];
    });
  }

  /** The path of an address in this review; undefined when it lies outside. */
  pathOf(uri: vscode.Uri): string | undefined {
    return pathBelow(this.root, uri);
  }

  addressOf(path: string): vscode.Uri {
    return addressOf(this.root, path);
  }

  /** Whether a file at a path is one that the review reads. */
  reads(path: string): boolean {
    const { manifest } = this.review;
    return isReviewFile(path, manifest, this.rules) && mayHold(path, manifest, this.rules);
  }

  problems(path?: string): readonly Problem[] {
    return this.ready ? this.checker.problems(path) : [];
  }

  /** A document's new text, from an editor. */
  edited(path: string, text: string, version: number): void {
    if (!this.reads(path)) return;
    const { manifest } = this.review;
    this.setText(path, text, version);
    this.tell();
    if (this.review.manifest !== manifest) void this.again();
  }

  /** Files were made, changed or deleted on the disk, or closed in an editor: what is open there wins. One event for all. */
  async touched(paths: ReadonlySet<string>): Promise<void> {
    const open = new Map(this.openDocuments().map((document) => [document.path, document]));
    const { manifest } = this.review;
    const turns = new Turns();
    for (const path of paths) {
      const document = open.get(path);
      const text = document?.text ?? (this.reads(path) ? await readText(this.addressOf(path), this.log) : undefined);
      if (text !== undefined) this.setText(path, text, document?.version ?? 0);
      else if (this.review.document(path)) this.note(this.review.delete(path));
      await turns.next();
    }
    this.tell();
    if (this.review.manifest !== manifest || [...paths].some((path) => path.endsWith(".gitignore"))) await this.again();
  }

  /** Which files belong to the review may be different: looks at the disk again for those that came or went. */
  private async again(): Promise<void> {
    const { token } = this.cancelling;
    const { paths, rules } = await walk(this.root, this.review.manifest, token, this.log);
    if (token.isCancellationRequested) return;
    this.rules = rules;
    const wanted = new Set(paths);
    for (const path of this.review.uris()) {
      const isOpen = vscode.workspace.textDocuments.some(({ uri }) => this.pathOf(uri) === path);
      if (!wanted.has(path) && !(isOpen && this.reads(path))) this.note(this.review.delete(path));
    }
    const missing = paths.filter((path) => this.review.document(path) === undefined);
    await readEach(this.root, missing, token, this.log, (path, text) => {
      if (this.review.document(path) === undefined) this.setText(path, text, 0);
    });
    if (!token.isCancellationRequested) this.tell();
  }

  private setText(path: string, text: string, version: number): void {
    this.note(this.review.set({ uri: path, version, text }));
  }

  /** Checks what a change touched; what it found is told with the next {@link tell}. */
  private note(change: Change): void {
    if (!this.ready || change.from === change.to) return;
    for (const uri of this.checker.update(change)) this.uris.add(uri);
    this.changes.push(change);
  }

  private tell(): void {
    if (this.changes.length === 0) return;
    const { changes, uris } = this;
    this.changes = [];
    this.uris = new Set();
    this.changed.fire({ open: this, uris, changes: changes.some((change) => change.all) ? undefined : changes });
  }

  dispose(): void {
    this.cancelling.cancel();
    this.cancelling.dispose();
    this.changed.dispose();
  }
}
