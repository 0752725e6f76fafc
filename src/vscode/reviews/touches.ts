/** What the disk, and VS Code itself, tell of files that came, changed or went: gathered, since a branch that is switched changes hundreds at once. */
import * as vscode from "vscode";
import { atOnce } from "./turns.ts";

/** Told when no more came for so many milliseconds, */
const QUIET_MS = 60;
/** or after so many. */
const LONGEST_MS = 500;

/** A folder that came is looked into once more after so many milliseconds: what is written into it at once may be told by nobody. */
const AGAIN_MS = 1000;

/** Folders of which nobody needs to know what comes and goes in them. */
const NEVER = /\/(?:node_modules|\.git|\.cmoc)\//;
const EXCLUDE = "/.git/info/exclude";

/** An address, and whether something came there, went from there (or was closed in an editor), or is another. */
export interface Touch {
  readonly uri: vscode.Uri;
  /** It is a folder that is looked into once more. */
  readonly again?: true;
  readonly came: boolean;
  readonly went: boolean;
}

export class Touches implements vscode.Disposable {
  private readonly take: (touches: readonly Touch[]) => void;
  private readonly own: vscode.Disposable[] = [];
  private touched = new Map<string, Touch>();
  private since = 0;
  private isOver = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly later = new Set<ReturnType<typeof setTimeout>>();

  constructor(take: (touches: readonly Touch[]) => void) {
    this.take = take;
    const { workspace } = vscode;
    const watcher = workspace.createFileSystemWatcher("**/*");
    this.own.push(
      watcher,
      watcher.onDidChange((uri) => this.touch(uri)),
      watcher.onDidCreate((uri) => this.touch(uri, "came")),
      watcher.onDidDelete((uri) => this.touch(uri, "went")),
      workspace.onDidCloseTextDocument(({ uri }) => this.touch(uri, "went")),
      // An editor that is closed without saving need not close the document: it counts as saved then, though its file may be gone.
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (!document.isDirty) this.touch(document.uri, contentChanges.length === 0 ? "went" : undefined);
      }),
      // Not every file system that is no disk tells its watchers.
      workspace.onDidSaveTextDocument(({ uri }) => this.touch(uri)),
      workspace.onDidCreateFiles(({ files }) => {
        for (const uri of files) this.touch(uri, "came");
      }),
      workspace.onDidDeleteFiles(({ files }) => {
        for (const uri of files) this.touch(uri, "went");
      }),
      workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) {
          this.touch(oldUri, "went");
          this.touch(newUri, "came");
        }
      }),
    );
  }

  /** Whether something was told of that is not handed on yet. */
  get isWaiting(): boolean {
    return this.timer !== undefined;
  }

  private touch(uri: vscode.Uri, how?: "came" | "went"): void {
    if (NEVER.test(uri.path) && !uri.path.endsWith(EXCLUDE)) return;
    const key = uri.toString();
    const { came = false, went = false } = this.touched.get(key) ?? {};
    this.touched.set(key, { uri, came: came || how === "came", went: went || how === "went" });
    const now = Date.now();
    if (this.timer === undefined) this.since = now;
    else clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), Math.min(QUIET_MS, Math.max(0, this.since + LONGEST_MS - now)));
  }

  /** Hands on what was gathered, now. */
  flush(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = undefined;
    const all = [...this.touched.values()];
    this.touched = new Map();
    if (all.length > 0) this.take(all);
  }

  /** Those of the addresses where a folder or a link came: nobody may tell of what is in them, so they are told of once more, in a while. */
  async folders(touches: readonly Touch[]): Promise<ReadonlySet<vscode.Uri>> {
    const found = await foldersAmong(touches);
    const first = touches.filter(({ uri, again }) => !again && found.has(uri));
    this.again(first.map(({ uri }): Touch => ({ uri, again: true, came: true, went: false })));
    return found;
  }

  private again(touches: readonly Touch[]): void {
    if (touches.length === 0 || this.isOver) return;
    const timer = setTimeout(() => {
      this.later.delete(timer);
      this.take(touches);
    }, AGAIN_MS);
    this.later.add(timer);
  }

  dispose(): void {
    this.isOver = true;
    if (this.timer !== undefined) clearTimeout(this.timer);
    for (const timer of this.later) clearTimeout(timer);
    for (const one of this.own) one.dispose();
  }
}

async function foldersAmong(touches: readonly Touch[]): Promise<ReadonlySet<vscode.Uri>> {
  const found = new Set<vscode.Uri>();
  const one = async ({ uri }: Touch): Promise<void> => {
    const type = await typeOf(uri);
    if ((type & (vscode.FileType.Directory | vscode.FileType.SymbolicLink)) !== 0) found.add(uri);
  };
  await atOnce(
    touches.filter(({ came }) => came),
    one,
    () => false,
  );
  return found;
}

async function typeOf(uri: vscode.Uri): Promise<vscode.FileType> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch {
    return vscode.FileType.Unknown;
  }
}
