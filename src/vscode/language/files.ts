/** The files that a manifest, or front matter, may name: those of the review's folder and of the folders in it, no deeper. */
import * as vscode from "vscode";
import { isNearlyManifest, MANIFEST_NAME } from "../../core/membership.ts";
import { entriesOrNone } from "../reviews/manifests.ts";
import type { Asked } from "./places.ts";

const MOST_FOLDERS = 50;
const MOST = 2000;
/** Lines that name a file in front matter. */
const NAMES_FILE = /^text[ \t]*:/;

/** Paths below the review's folder, folders with a `/` at their end; none where no file is named at the place. */
export async function filesFor(
  { open, path }: Asked,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly string[]> {
  if (path !== MANIFEST_NAME && !isNearlyManifest(path)) {
    const { texts } = open.review.manifest;
    if (texts === "" || !NAMES_FILE.test(document.lineAt(position.line).text)) return [];
    const held = await entriesOrNone(open.addressOf(texts));
    return held.slice(0, MOST).map(([name, type]) => `${texts}/${name}${isFolder(type) ? "/" : ""}`);
  }
  const top = (await entriesOrNone(open.root)).filter(([name]) => !isHidden(name)).sort(byName);
  const found = top.slice(0, MOST).map(([name, type]) => (isFolder(type) ? `${name}/` : name));
  const folders = top.filter(([, type]) => isFolder(type)).slice(0, MOST_FOLDERS);
  const below = await Promise.all(
    folders.map(async ([name]) => [name, await entriesOrNone(open.addressOf(name))] as const),
  );
  for (const [folder, entries] of below)
    for (const [name, type] of [...entries].sort(byName))
      if (!isFolder(type) && !isHidden(name) && found.length < MOST) found.push(`${folder}/${name}`);
  return found;
}

function isFolder(type: vscode.FileType): boolean {
  return (type & vscode.FileType.Directory) !== 0;
}

function isHidden(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
