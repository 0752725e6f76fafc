/** Folders that are links to others. */
import * as vscode from "vscode";
import { pathBelow } from "../places.ts";

/** Whether a folder between another one and an address below that is a link. */
export async function isBehindLink(root: vscode.Uri, uri: vscode.Uri): Promise<boolean> {
  const path = pathBelow(root, uri) ?? "";
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
    try {
      const { type } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(root, path.slice(0, at)));
      if ((type & vscode.FileType.SymbolicLink) !== 0) return true;
    } catch {
      // It is not there (yet).
    }
  }
  return false;
}

/**
 * Files without those that are others of them, come to once more through a folder that is a link: those that are behind a link and agree with another in size and
 * in both of its times. VS Code's search follows links, and its API does not tell where they lead.
 */
export async function withoutTwins(uris: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
  if (uris.length < 2) return uris;
  const linked = await Promise.all(
    uris.map((uri) => isBehindLink(vscode.workspace.getWorkspaceFolder(uri)?.uri ?? uri, uri)),
  );
  if (!linked.includes(true)) return uris;
  const stamps = await Promise.all(uris.map(stampOf));
  const seen = new Set(stamps.filter((_, at) => !linked[at]));
  return uris.filter((_, at) => {
    if (!linked[at]) return true;
    const stamp = stamps[at] ?? "";
    return !seen.has(stamp) && seen.add(stamp);
  });
}

async function stampOf(uri: vscode.Uri): Promise<string> {
  try {
    const { size, mtime, ctime } = await vscode.workspace.fs.stat(uri);
    return `${size} ${mtime} ${ctime}`;
  } catch {
    return uri.toString();
  }
}
