/** A file system that lies in memory, as those of repositories on a server do: without a search, and without paths on a disk. */
import * as vscode from "vscode";

const encoder = new TextEncoder();

interface Entry {
  readonly data: Uint8Array;
  readonly mtime: number;
}

export class Memory implements vscode.FileSystemProvider {
  private readonly files = new Map<string, Entry>();
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  private readonly root: string;
  readonly onDidChangeFile = this.changed.event;
  private time = 1;

  /** `texts` by their paths below `root`, a path that begins with a slash. */
  constructor(root: string, texts: Readonly<Record<string, string>>) {
    this.root = root;
    for (const [path, text] of Object.entries(texts))
      this.files.set(`${root}/${path}`, { data: encoder.encode(text), mtime: this.time });
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const entry = this.files.get(path);
    if (entry) return { type: vscode.FileType.File, ctime: 0, mtime: entry.mtime, size: entry.data.length };
    if (path === "/" || path === this.root || this.below(path).length > 0)
      return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw vscode.FileSystemError.FileNotFound(path);
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const entries = new Map<string, vscode.FileType>();
    for (const rest of this.below(path)) {
      const [name = "", ...more] = rest.split("/");
      entries.set(name, more.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return [...entries];
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const entry = this.files.get(path);
    if (!entry) throw vscode.FileSystemError.FileNotFound(path);
    return entry.data;
  }

  writeFile(uri: vscode.Uri, data: Uint8Array): void {
    const type = this.files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.files.set(uri.path, { data, mtime: ++this.time });
    this.changed.fire([{ type, uri }]);
  }

  delete(uri: vscode.Uri): void {
    this.files.delete(uri.path);
    this.changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  createDirectory(): void {}

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  private below(path: string): readonly string[] {
    const folder = path.endsWith("/") ? path : `${path}/`;
    return [...this.files.keys()].filter((each) => each.startsWith(folder)).map((each) => each.slice(folder.length));
  }
}
