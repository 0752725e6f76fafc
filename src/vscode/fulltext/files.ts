/** Full texts as files that cannot be written: known to VS Code from the first, so that a window that is loaded again shows them; what they hold is loaded when one is read. */
import * as vscode from "vscode";
import { load } from "../loading.ts";
import type { Whole } from "../whole.ts";

/** What is shown at an address. */
export interface Shown {
  readonly bytes: Uint8Array;
  /** Another for another text. */
  readonly version: number;
}

/** What is shown at an address is another now, or is gone. */
export type Changed = (uri: vscode.Uri, isGone: boolean) => void;

export function openFullTexts(whole: () => Promise<Whole>): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const tell: Changed = (uri, isGone) =>
    changed.fire([{ type: isGone ? vscode.FileChangeType.Deleted : vscode.FileChangeType.Changed, uri }]);
  const shown = async (uri: vscode.Uri): Promise<Shown> => {
    const { reviews } = await whole();
    return (await load("fulltext")).shownAt(reviews, uri, tell);
  };
  const refuse = (): never => {
    throw vscode.FileSystemError.NoPermissions();
  };
  const files: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => ({ dispose: () => {} }),
    stat: async (uri) => {
      const { bytes, version } = await shown(uri);
      return { type: vscode.FileType.File, ctime: 0, mtime: version, size: bytes.length };
    },
    readFile: async (uri) => (await shown(uri)).bytes,
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  return vscode.workspace.registerFileSystemProvider("cmoc-text", files, { isReadonly: true, isCaseSensitive: true });
}
