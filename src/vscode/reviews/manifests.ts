/** The files that make a folder a review, as they are found in a workspace. */
import * as vscode from "vscode";
import { isNearlyManifest, MANIFEST_NAME } from "../../core/membership/name.ts";
import type { Touch } from "./touches.ts";

const MANIFESTS = "**/[rR][eE][vV][iI][eE][wW].[yY]{ml,ML,aml,AML}";
const NOT_IN = "**/{node_modules,.git,.cmoc}/**";

/**
 * Schemes of disks, where looking costs little and VS Code itself searches. Other file systems need a search of their own: for one that they lack, `findFiles`
 * waits for ever.
 */
export const DISKS: ReadonlySet<string> = new Set(["file", "vscode-remote"]);
/** What is looked through where nobody searches: so many folders at most, and none deeper. */
const MOST_FOLDERS = 300;
const DEEPEST = 8;
/** Names of folders that hold nothing of a review. */
export const NEVER: ReadonlySet<string> = new Set(["node_modules", ".git", ".cmoc"]);

/** The manifests of the workspace, and what may have been meant for one; where VS Code searches, so many of a folder at most. */
export async function findManifests(most?: number): Promise<readonly vscode.Uri[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(
    folders.map((folder) =>
      DISKS.has(folder.uri.scheme)
        ? vscode.workspace.findFiles(new vscode.RelativePattern(folder, MANIFESTS), NOT_IN, most)
        : lookThrough(folder.uri),
    ),
  );
  return found.flat();
}

/** The manifests below a folder, folder by folder. */
async function lookThrough(root: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  let level = [root];
  for (let depth = 0, count = 0; level.length > 0 && depth <= DEEPEST; depth++) {
    level = level.slice(0, MOST_FOLDERS - count);
    count += level.length;
    const listed = await Promise.all(level.map(async (folder) => ({ folder, entries: await entriesOrNone(folder) })));
    level = [];
    for (const { folder, entries } of listed)
      for (const [name, type] of entries) {
        if (type === vscode.FileType.Directory && !NEVER.has(name)) level.push(vscode.Uri.joinPath(folder, name));
        else if ((type & vscode.FileType.File) !== 0 && isManifest(name)) found.push(vscode.Uri.joinPath(folder, name));
      }
  }
  return found;
}

/** What a folder holds; nothing where it cannot be listed. */
export async function entriesOrNone(folder: vscode.Uri): Promise<readonly (readonly [string, vscode.FileType])[]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

export function isManifest(name: string): boolean {
  return name === MANIFEST_NAME || isNearlyManifest(name);
}

/** Whether a manifest may have come or gone. */
export function mayBeManifest({ uri, came, went }: Touch): boolean {
  return (came || went) && isManifest(nameOf(uri));
}

export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
