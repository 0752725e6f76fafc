/** Files that somebody brings: dropped from a disk, from the explorer, from a browser that tells no address, or chosen in a dialog. */
import * as vscode from "vscode";
import { nameOf } from "../reviews/manifests.ts";

export interface Brought {
  readonly name: string;
  /** Where it lies; a browser does not tell. */
  readonly uri?: vscode.Uri;
  readonly bytes: () => Thenable<Uint8Array>;
}

export function broughtFrom(uri: vscode.Uri): Brought {
  return { name: nameOf(uri), uri, bytes: () => vscode.workspace.fs.readFile(uri) };
}

/** The most addresses that are looked at. */
const MOST = 100;

/**
 * The files of a drop that are wanted, each once. What has no address is read now: VS Code keeps it only as long as it is asked what the drop would do.
 */
export async function broughtIn(
  transfer: vscode.DataTransfer,
  isWanted: (file: Brought) => boolean = () => true,
): Promise<readonly Brought[]> {
  const found = new Map<string, Brought>();
  const lists: Thenable<string>[] = [];
  let count = 0;
  transfer.forEach((item, kind) => {
    const file = item.asFile();
    if (file) {
      const brought = file.uri ? broughtFrom(file.uri) : { name: file.name, bytes: () => file.data() };
      found.set(file.uri?.toString() ?? `${count++} ${file.name}`, brought);
    } else if (kind === "text/uri-list") lists.push(item.asString());
  });
  for (const uri of (await Promise.all(lists)).flatMap(urisIn)) found.set(uri.toString(), broughtFrom(uri));
  const wanted = [...found.values()].slice(0, MOST).filter(isWanted);
  return Promise.all(
    wanted.map(async (file) => {
      if (file.uri) return file;
      const bytes = await file.bytes();
      return { name: file.name, bytes: () => Promise.resolve(bytes) };
    }),
  );
}

function urisIn(list: string): readonly vscode.Uri[] {
  return list.split(/[\r\n]+/, MOST).flatMap((line) => {
    const words = line.trim();
    if (words === "" || words.startsWith("#")) return [];
    try {
      const uri = vscode.Uri.parse(words, true);
      // Pages of the web are no files.
      return /^https?$/i.test(uri.scheme) ? [] : [uri];
    } catch {
      return [];
    }
  });
}
