/** The reviews of a workspace: found, opened, kept up with editors and the disk, closed. */
import * as vscode from "vscode";
import { MANIFEST_NAME } from "../../core/membership.ts";
import { OpenReview, type ReviewChange } from "./open-review.ts";
import type { LoadDecode } from "./references.ts";
import { isManifest } from "./walk.ts";

/** Changes on the disk are taken together for so many milliseconds: a branch that is switched changes hundreds of files. */
const GATHER_MS = 60;
const MANIFESTS = "**/{review.yaml,review.yml,Review.yaml,Review.yml}";
const NOT_IN = "**/{node_modules,.git,.cmoc}/**";

export class Reviews implements vscode.Disposable {
  private readonly log: vscode.LogOutputChannel;
  private readonly load: LoadDecode;
  private readonly open = new Map<string, OpenReview>();
  private readonly own: vscode.Disposable[] = [];
  private readonly changed = new vscode.EventEmitter<ReviewChange>();
  private readonly listed = new vscode.EventEmitter<void>();
  private touched = new Map<string, vscode.Uri>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private busy: Promise<void> = Promise.resolve();
  /** A review became different, or was read for the first time. */
  readonly onDidChange = this.changed.event;
  /** A review was opened or closed. */
  readonly onDidList = this.listed.event;

  constructor(load: LoadDecode, log: vscode.LogOutputChannel) {
    this.load = load;
    this.log = log;
    const { workspace } = vscode;
    this.own.push(
      this.changed,
      this.listed,
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.edited(document);
      }),
      workspace.onDidOpenTextDocument((document) => this.edited(document)),
      workspace.onDidCloseTextDocument((document) => this.touch(document.uri)),
      workspace.onDidChangeWorkspaceFolders(() => this.find()),
      workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) {
          this.touch(oldUri);
          this.touch(newUri);
        }
      }),
    );
    const watcher = workspace.createFileSystemWatcher("**/*");
    this.own.push(
      watcher,
      watcher.onDidChange((uri) => this.touch(uri)),
      watcher.onDidCreate((uri) => this.touch(uri)),
      watcher.onDidDelete((uri) => this.touch(uri)),
    );
  }

  /** All reviews, by their folders. */
  all(): readonly OpenReview[] {
    return [...this.open.values()].sort((a, b) => (a.root.path < b.root.path ? -1 : 1));
  }

  /** The review that holds an address: the innermost. */
  of(uri: vscode.Uri): OpenReview | undefined {
    let found: OpenReview | undefined;
    for (const open of this.open.values()) {
      if (open.pathOf(uri) === undefined) continue;
      if (!found || open.root.path.length > found.root.path.length) found = open;
    }
    return found;
  }

  /** The review that the active editor shows, else the only one, else the first. */
  current(): OpenReview | undefined {
    const shown = vscode.window.activeTextEditor?.document.uri;
    return (shown && this.of(shown)) ?? this.all()[0];
  }

  /** Looks for reviews, opens new ones and closes those that are gone. Resolves when all are read. */
  find(): Promise<void> {
    this.busy = this.busy.then(() => this.search()).catch((error) => this.log.error(error as Error));
    return this.busy;
  }

  /** Resolves when everything that is known to have changed was taken in. */
  async settled(): Promise<void> {
    for (let before: Promise<void> | undefined; before !== this.busy || this.timer !== undefined; ) {
      if (this.timer !== undefined) this.flush();
      before = this.busy;
      await before;
    }
  }

  private async search(): Promise<void> {
    const found = new Map<string, { readonly root: vscode.Uri; readonly manifest: string }>();
    for (const uri of await vscode.workspace.findFiles(MANIFESTS, NOT_IN)) {
      const root = vscode.Uri.joinPath(uri, "..");
      const manifest = uri.path.slice(uri.path.lastIndexOf("/") + 1);
      const known = found.get(root.toString());
      if (!known || manifest === MANIFEST_NAME) found.set(root.toString(), { root, manifest });
    }
    for (const [key, open] of this.open) {
      if (found.has(key)) continue;
      this.open.delete(key);
      this.changed.fire({ open, uris: new Set(open.review.uris()), changes: undefined });
      open.dispose();
    }
    const fresh = [...found].filter(([key]) => !this.open.has(key));
    const opened = fresh.map(([key, { root, manifest }]) => {
      const open = new OpenReview(root, this.load, this.log);
      open.onDidChange((change) => this.changed.fire(change));
      this.open.set(key, open);
      return { open, manifest };
    });
    this.listed.fire();
    for (const { open, manifest } of opened) await open.load(manifest);
    if (opened.length > 0) this.listed.fire();
  }

  private edited(document: vscode.TextDocument): void {
    const open = this.of(document.uri);
    const path = open?.pathOf(document.uri);
    if (open && path !== undefined) open.edited(path, document.getText(), document.version);
  }

  private touch(uri: vscode.Uri): void {
    this.touched.set(uri.toString(), uri);
    this.timer ??= setTimeout(() => this.flush(), GATHER_MS);
  }

  private flush(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = undefined;
    const uris = [...this.touched.values()];
    this.touched = new Map();
    this.busy = this.busy.then(() => this.take(uris)).catch((error) => this.log.error(error as Error));
  }

  private async take(uris: readonly vscode.Uri[]): Promise<void> {
    const names = uris.map(({ path }) => path.slice(path.lastIndexOf("/") + 1));
    if (names.some(isManifest) || uris.some((uri) => this.holdsReview(uri))) await this.search();
    const byReview = new Map<OpenReview, Set<string>>();
    for (const uri of uris) {
      const open = this.of(uri);
      const path = open?.pathOf(uri);
      if (!open || path === undefined) continue;
      const paths = byReview.get(open) ?? new Set();
      byReview.set(open, paths.add(path));
      // A folder that was renamed or deleted takes its files along, and the disk tells of the folder alone.
      for (const known of open.review.uris()) if (known.startsWith(`${path}/`)) paths.add(known);
    }
    for (const [open, paths] of byReview) if (open.isReady) await open.touched(paths);
  }

  /** Whether an address is the folder of an open review or one above it. */
  private holdsReview(uri: vscode.Uri): boolean {
    return [...this.open.values()].some(({ root }) => `${root.path}/`.startsWith(`${uri.path}/`));
  }

  dispose(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    for (const open of this.open.values()) open.dispose();
    for (const one of this.own) one.dispose();
  }
}
