/** The reviews of a workspace: found, opened, kept up with editors and the disk, closed. */
import * as vscode from "vscode";
import { MANIFEST_NAME } from "../../core/membership.ts";
import { withoutTwins } from "./links.ts";
import { DISKS, findManifests, isManifest, mayBeManifest, nameOf } from "./manifests.ts";
import { OpenReview, type ReviewChange } from "./open-review.ts";
import type { LoadDecode } from "./references.ts";
import { type Touch, Touches } from "./touches.ts";

/** When people come back to the window, the disk is looked at once in so many milliseconds. */
const SELDOM_MS = 5000;

export class Reviews implements vscode.Disposable {
  private readonly log: vscode.LogOutputChannel;
  private readonly load: LoadDecode;
  private readonly open = new Map<string, OpenReview>();
  private readonly own: vscode.Disposable[] = [];
  private readonly changed = new vscode.EventEmitter<ReviewChange>();
  private readonly listed = new vscode.EventEmitter<void>();
  private readonly touches: Touches;
  private busy: Promise<void> = Promise.resolve();
  /** Whether it is known that there are reviews, or none. */
  private isSearched = false;
  private lookedAt = 0;
  /** A review became different, or was read for the first time. */
  readonly onDidChange = this.changed.event;
  /** A review was opened or closed, or it was found that there is none. */
  readonly onDidList = this.listed.event;

  constructor(load: LoadDecode, log: vscode.LogOutputChannel) {
    this.load = load;
    this.log = log;
    const { workspace } = vscode;
    this.touches = new Touches((touches) => this.queue(() => this.take(touches)));
    this.own.push(
      this.changed,
      this.listed,
      this.touches,
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.edited(document);
      }),
      workspace.onDidOpenTextDocument((document) => this.edited(document)),
      workspace.onDidChangeWorkspaceFolders(() => this.find()),
      // What another program did meanwhile is not always told: a folder made together with the one above it is watched by nobody.
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused && Date.now() - this.lookedAt > SELDOM_MS) void this.again(true);
      }),
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

  /** The review whose folder has an address, written out. */
  rooted(root: string): OpenReview | undefined {
    return this.all().find((open) => open.root.toString() === root);
  }

  /** The review that the active editor shows, else the only one, else the first. */
  current(): OpenReview | undefined {
    const shown = vscode.window.activeTextEditor?.document.uri;
    return (shown && this.of(shown)) ?? this.all()[0];
  }

  /** Whether reviews were looked for, and all that were found are read. */
  get isRead(): boolean {
    return this.isSearched && this.all().every(({ isReady }) => isReady);
  }

  /** Looks for reviews, opens new ones and closes those that are gone. Resolves when all are read. */
  async find(): Promise<void> {
    this.queue(() => this.search());
    await this.settled();
  }

  /** Looks whether reviews, or files of them, are others on the disk than was told, and takes that in. With `near` only where looking costs little. */
  async again(near = false): Promise<void> {
    this.lookedAt = Date.now();
    this.queue(async () => {
      await this.search();
      for (const open of this.all()) if (!near || DISKS.has(open.root.scheme)) open.again();
    });
    await this.settled();
  }

  /** Resolves when everything that is known to have changed was taken in. */
  async settled(): Promise<void> {
    for (let before: Promise<void> | undefined; before !== this.busy || this.touches.isWaiting; ) {
      this.touches.flush();
      before = this.busy;
      await before;
      for (const open of this.all()) await open.settled();
    }
  }

  private queue(run: () => Promise<void>): void {
    this.busy = this.busy.then(run).catch((error) => this.log.error(error as Error));
  }

  private async search(): Promise<void> {
    const found = new Map<string, { readonly root: vscode.Uri; readonly manifest: string }>();
    for (const uri of await withoutTwins(await findManifests())) {
      const root = vscode.Uri.joinPath(uri, "..");
      const manifest = nameOf(uri);
      const known = found.get(root.toString());
      if (!known || manifest === MANIFEST_NAME) found.set(root.toString(), { root, manifest });
    }
    const different: vscode.Uri[] = [];
    for (const [key, open] of this.open) {
      if (found.has(key) || isUnsaved(open)) continue;
      this.open.delete(key);
      different.push(open.root);
      this.changed.fire({ open, uris: new Set(open.review.uris()), changes: undefined });
      open.dispose();
    }
    const others = this.all();
    const loading: (() => Promise<void>)[] = [];
    for (const [key, { root, manifest }] of found) {
      if (this.open.has(key)) continue;
      const isOthers = (uri: vscode.Uri): boolean => this.of(uri)?.root !== root;
      const open = new OpenReview(root, isOthers, this.load, this.log);
      open.onDidChange((change) => {
        if (this.open.get(key) === open) this.changed.fire(change);
      });
      this.open.set(key, open);
      different.push(root);
      loading.push(() => open.load(manifest));
    }
    if (different.length === 0 && this.isSearched) return;
    this.isSearched = true;
    this.listed.fire();
    for (const load of loading) void load().then(() => this.listed.fire());
    // What became a review of its own belongs to the one around it no more, and the other way round.
    for (const open of others)
      if (different.some((root) => open.pathOf(root) !== undefined)) open.touched(new Set(), true);
  }

  private edited(document: vscode.TextDocument): void {
    for (const { open, path } of this.holding(document.uri)) open.edited(path, document);
  }

  /** The innermost review that holds an address, and any around it whose bibliography lies there. */
  holding(uri: vscode.Uri): readonly { readonly open: OpenReview; readonly path: string }[] {
    const inner = this.of(uri);
    return [...this.open.values()].flatMap((open) => {
      const path = open.pathOf(uri);
      return path !== undefined && (open === inner || open.reads(path)) ? [{ open, path }] : [];
    });
  }

  private async take(touches: readonly Touch[]): Promise<void> {
    const isNew = await this.touches.folders(touches);
    if (isNew.size > 0 || touches.some((touch) => mayBeManifest(touch) || this.holdsReview(touch.uri)))
      await this.search();
    for (const open of this.all()) {
      const paths = new Set<string>();
      let look = false;
      for (const { uri } of touches) {
        look ||= changesIgnored(uri, open.root);
        const path = open.pathOf(uri);
        if (path === undefined) continue;
        paths.add(path);
        look ||= isNew.has(uri);
      }
      if (paths.size === 0 && !look) continue;
      // A folder that was renamed or deleted takes its files along, and the disk tells of the folder alone.
      for (const known of open.review.uris()) if (isBelow(known, paths)) paths.add(known);
      open.touched(paths, look);
    }
  }

  /** Whether an address is the folder of an open review or one above it. */
  private holdsReview(uri: vscode.Uri): boolean {
    return [...this.open.values()].some(({ root }) => `${root.path}/`.startsWith(`${uri.path}/`));
  }

  dispose(): void {
    for (const open of this.open.values()) open.dispose();
    for (const one of this.own) one.dispose();
  }
}

/** Whether an editor holds a manifest of the review that is not saved: it may have been deleted under it. */
function isUnsaved(open: OpenReview): boolean {
  return vscode.workspace.textDocuments.some(({ uri, isDirty }) => isDirty && isManifest(open.pathOf(uri) ?? ""));
}

/** Whether an address is an ignore file that bears on a folder: one in it, or above it. */
function changesIgnored(uri: vscode.Uri, root: vscode.Uri): boolean {
  const end = /\/(?:\.gitignore|\.git\/info\/exclude)$/.exec(uri.path);
  if (!end) return false;
  const folder = `${uri.path.slice(0, end.index)}/`;
  const below = `${root.path}/`;
  return folder.startsWith(below) || below.startsWith(folder);
}

function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1))
    if (folders.has(path.slice(0, at))) return true;
  return false;
}
