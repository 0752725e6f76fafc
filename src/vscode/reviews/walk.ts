/**
 * The files of a review, found through `workspace.fs`, which every host has: a disk, a virtual workspace, the web. The same files as the command
 * line reads: what git ignores, folders that are reviews themselves, and links to folders are left out.
 */
import * as vscode from "vscode";
import { ignoresRoot, isIgnored, type PlacedRules, readIgnoreRules } from "../../core/ignore-rules.ts";
import { isTooDeep, mayHoldFiles, roleOfFile } from "../../core/membership.ts";
import type { Manifest } from "../../core/syntax/manifest.ts";
import { addressOf } from "../places.ts";
import { entriesOrNone, isManifest, NEVER } from "./manifests.ts";

/** The largest file that is read, in bytes. */
export const MAX_BYTES = 64 * 1024 * 1024;
/** How many folders above a review are looked at. */
const HIGHEST = 64;

const IGNORE_FILE = ".gitignore";

type Entries = readonly (readonly [name: string, type: vscode.FileType])[];

export interface Found {
  /** Paths below the review's folder, in order. */
  readonly paths: readonly string[];
  /** What ignore files say, so that a new file can be judged without another walk. */
  readonly rules: readonly PlacedRules[];
  /** Folders that are reviews themselves, and links to files. */
  readonly leftOut: ReadonlySet<string>;
}

export const NOTHING_FOUND: Found = { paths: [], rules: [], leftOut: new Set() };

const decoder = new TextDecoder("utf-8");

/** A file as it was read. */
export interface Stored {
  /** As the command line reads it. */
  readonly text: string;
  /** Of when it was read: another one when the file is another since. */
  readonly stamp: string;
}

/** Undefined when there is no file, when it is a folder, or when it is too large. */
export async function readStored(uri: vscode.Uri, log: vscode.LogOutputChannel): Promise<Stored | undefined> {
  try {
    const { type, size, mtime } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0) return undefined;
    if (size > MAX_BYTES) {
      log.warn(`${uri.path} was not read: it has ${size} bytes, and at most ${MAX_BYTES} are read.`);
      return undefined;
    }
    return { text: decodeText(await vscode.workspace.fs.readFile(uri)), stamp: stampOf(size, mtime) };
  } catch (error) {
    log.debug(`${uri.path} was not read: ${String(error)}`);
    return undefined;
  }
}

async function readText(uri: vscode.Uri, log: vscode.LogOutputChannel): Promise<string | undefined> {
  return (await readStored(uri, log))?.text;
}

const stampOf = (size: number, mtime: number): string => `${size}:${mtime}`;

/** The stamp of a file as it is now; undefined when there is none. */
export async function stampNow(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size, mtime } = await vscode.workspace.fs.stat(uri);
    return stampOf(size, mtime);
  } catch {
    return undefined;
  }
}

/** UTF-8 with its byte order mark kept, since offsets count it. */
function decodeText(bytes: Uint8Array): string {
  const text = decoder.decode(bytes);
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? `\ufeff${text}` : text;
}

/** Finds the files of the review at `root`. Stops early, with what it has, when cancelled. */
export async function walk(
  root: vscode.Uri,
  manifest: Manifest,
  token: vscode.CancellationToken,
  log: vscode.LogOutputChannel,
): Promise<Found> {
  const paths: string[] = [];
  const leftOut = new Set<string>();
  const rules = [...(await rulesAbove(root, log))];
  const enter = async (folder: string, entries: Entries): Promise<void> => {
    if (entries.some(([name]) => name === IGNORE_FILE)) {
      const text = await readText(addressOf(root, below(folder, IGNORE_FILE)), log);
      if (text !== undefined) rules.push({ folder, above: "", rules: readIgnoreRules(text) });
    }
    const folders: string[] = [];
    for (const [name, type] of entries) {
      const path = below(folder, name);
      if ((type & vscode.FileType.Directory) !== 0) {
        if ((type & vscode.FileType.SymbolicLink) === 0 && mayEnter(path, name, manifest, rules)) folders.push(path);
      } else if (isLinkedText(path, type, manifest)) leftOut.add(path);
      else if (isReviewFile(path, manifest, rules)) paths.push(path);
    }
    const listed = await Promise.all(folders.map((path) => entriesOf(addressOf(root, path), log)));
    for (const [index, path] of folders.entries()) {
      if (token.isCancellationRequested) return;
      const inner = listed[index] ?? [];
      if (inner.some(([name]) => isManifest(name))) leftOut.add(path);
      else await enter(path, inner);
    }
  };
  await enter("", await entriesOf(root, log));
  for (const { path } of manifest.bibliography) if (!paths.includes(path)) paths.push(path);
  return { paths: paths.sort(), rules, leftOut };
}

function below(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

function mayEnter(path: string, name: string, manifest: Manifest, rules: readonly PlacedRules[]): boolean {
  return (
    !NEVER.has(name) && !isTooDeep(path) && mayHoldFiles(path, manifest) && !isIgnored(bearing(rules, path), path, true)
  );
}

/** The rules of the folders that hold a path, from the outermost. */
function bearing(rules: readonly PlacedRules[], path: string): readonly PlacedRules[] {
  return rules.filter(({ folder }) => folder === "" || path.startsWith(`${folder}/`));
}

function isReviewFile(path: string, manifest: Manifest, rules: readonly PlacedRules[]): boolean {
  if (isManifest(path)) return true;
  const role = roleOfFile(path, manifest);
  return role === "bibliography" || (role === "markdown" && !isIgnored(bearing(rules, path), path, false));
}

/** A link to Markdown is not read: what it leads to is read by its own name, or lies outside. A bibliography may be shared by a link. */
function isLinkedText(path: string, type: vscode.FileType, manifest: Manifest): boolean {
  return (type & vscode.FileType.SymbolicLink) !== 0 && roleOfFile(path, manifest) === "markdown";
}

/**
 * Why a walk leaves a file out: git ignores it, it or its folder is excluded or no text of a review, its folder is one that no walk enters, a review of its own,
 * or it is a link.
 */
export type Unread = "git" | "excluded" | "folder" | "review" | "link";

/** Why the walk that found `rules` and `leftOut` would not have come to a file and read it, had it been there; undefined where it would have. */
export function whyNotFound(path: string, manifest: Manifest, { rules, leftOut }: Found): Unread | undefined {
  const role = roleOfFile(path, manifest);
  const parts = path.split("/");
  const isFree = parts.length === 1 || role === "bibliography";
  for (let count = 1; !isFree && count < parts.length; count++) {
    const folder = parts.slice(0, count).join("/");
    if (leftOut.has(folder)) return "review";
    if (NEVER.has(parts[count - 1] ?? "") || isTooDeep(folder)) return "folder";
    if (!mayHoldFiles(folder, manifest)) return "excluded";
    if (isIgnored(bearing(rules, folder), folder, true)) return "git";
  }
  if (!isReviewFile(path, manifest, rules)) return role === "markdown" ? "git" : "excluded";
  return leftOut.has(path) ? "link" : undefined;
}

async function entriesOf(folder: vscode.Uri, log: vscode.LogOutputChannel): Promise<Entries> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  } catch (error) {
    log.warn(`${folder.path} could not be listed: ${String(error)}`);
    return [];
  }
}

/**
 * The ignore files between the review and the top of the repository that holds it, from the outermost; none outside a repository, or where the
 * review itself is ignored: whoever opens it means it.
 */
async function rulesAbove(root: vscode.Uri, log: vscode.LogOutputChannel): Promise<readonly PlacedRules[]> {
  const found: PlacedRules[] = [];
  let above = "";
  for (let folder = root, depth = 0; depth < HIGHEST; depth++) {
    const names = new Set((await entriesOrNone(folder)).map(([name]) => name));
    if (above !== "" && names.has(IGNORE_FILE)) {
      const text = await readText(addressOf(folder, IGNORE_FILE), log);
      if (text !== undefined) found.push({ folder: "", above, rules: readIgnoreRules(text) });
    }
    if (names.has(".git")) {
      const exclude = await readText(addressOf(folder, ".git/info/exclude"), log);
      if (exclude !== undefined) found.push({ folder: "", above, rules: readIgnoreRules(exclude) });
      const rules = found.reverse();
      return ignoresRoot(rules) ? [] : rules;
    }
    const parent = vscode.Uri.joinPath(folder, "..");
    if (parent.path === folder.path) return [];
    above = `${folder.path.slice(folder.path.lastIndexOf("/") + 1)}/${above}`;
    folder = parent;
  }
  return [];
}
