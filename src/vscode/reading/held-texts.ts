/** Which sources of a review have a text: by listing the folders where their texts may lie, when somebody asks; nothing is read of the texts themselves. */
import * as vscode from "vscode";
import { textPathsOf } from "../../core/proof/text-paths.ts";
import type { SourceView } from "../../core/review.ts";
import { isBehindLink } from "../reviews/links.ts";
import type { OpenReview } from "../reviews/open-review.ts";

/** More folders than texts of a review lie in: those beyond are not looked into. */
const MOST_FOLDERS = 200;

export class HeldTexts implements vscode.Disposable {
  private readonly open: OpenReview;
  /** Names of files by their folder, below the review's; undefined while a folder is being listed for the first time. */
  private readonly folders = new Map<string, ReadonlySet<string> | undefined>();
  /** Of the folder of texts that the manifest named then. */
  private paths = new WeakMap<SourceView, readonly string[]>();
  private texts: string | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  private listing: Promise<unknown> = Promise.resolve();
  /** Another text is there, or one is gone; or it is known now. */
  readonly onDidChange = this.changed.event;

  constructor(open: OpenReview) {
    this.open = open;
  }

  /** Whether the text of a source is there; undefined while that is being found out. */
  readonly holds = (key: string): boolean | undefined => {
    let isUnknown = false;
    for (const path of this.pathsOf(key)) {
      const folder = folderOf(path);
      const names = this.folders.get(folder);
      if (names?.has(path.slice(folder === "" ? 0 : folder.length + 1).normalize())) return true;
      if (names) continue;
      isUnknown = true;
      if (!this.folders.has(folder) && this.folders.size < MOST_FOLDERS) this.list(folder);
    }
    return isUnknown ? undefined : false;
  };

  /** Where the text of a source is, of those places where it may be; undefined where there is none. */
  pathOf(key: string): string | undefined {
    return this.pathsOf(key).find((path) => {
      const folder = folderOf(path);
      return this.folders.get(folder)?.has(path.slice(folder === "" ? 0 : folder.length + 1).normalize());
    });
  }

  private pathsOf(key: string): readonly string[] {
    const { review } = this.open;
    const source = review.source(key);
    if (!source) return [];
    if (this.texts !== review.manifest.texts) this.paths = new WeakMap();
    this.texts = review.manifest.texts;
    const known = this.paths.get(source);
    if (known) return known;
    const found = textPathsOf(review, key);
    const paths = "paths" in found ? found.paths : [];
    this.paths.set(source, paths);
    return paths;
  }

  /** A file came or went; told again is what folders held before. */
  touched(path: string): void {
    const folder = folderOf(path);
    if (this.folders.has(folder)) this.list(folder);
  }

  /** Looks into all folders again. */
  again(): void {
    for (const folder of this.folders.keys()) this.list(folder);
  }

  /** Resolves when every folder that was asked about is listed. */
  async settled(): Promise<void> {
    for (let before: unknown; before !== this.listing; ) {
      before = this.listing;
      await before;
    }
  }

  private list(folder: string): void {
    if (!this.folders.has(folder)) this.folders.set(folder, undefined);
    this.listing = Promise.all([this.listing, this.take(folder)]);
  }

  private async take(folder: string): Promise<void> {
    const names = await namesIn(this.open, folder);
    const before = this.folders.get(folder);
    const isSame = before?.size === names.size && [...names].every((name) => before.has(name));
    this.folders.set(folder, names);
    if (!isSame) this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** The files of a folder. A folder behind a link lies elsewhere, where the review reads nothing. */
async function namesIn(open: OpenReview, folder: string): Promise<ReadonlySet<string>> {
  const uri = folder === "" ? open.root : open.addressOf(folder);
  try {
    if (folder !== "" && (await isBehindLink(open.root, vscode.Uri.joinPath(uri, "x")))) return new Set();
    const entries = await vscode.workspace.fs.readDirectory(uri);
    return new Set(entries.flatMap(([name, type]) => ((type & vscode.FileType.File) !== 0 ? [name.normalize()] : [])));
  } catch {
    // There is no such folder.
    return new Set();
  }
}
