/**
 * The files of a review, found through `workspace.fs`, which every host has: a disk, a virtual workspace, the web. The same files as the command
 * line reads: what git ignores, folders that are reviews themselves, and links to folders are left out.
 */
import * as vscode from "vscode";
import { ignoresRoot, isIgnored, type PlacedRules, readIgnoreRules } from "../../core/ignore-rules.ts";
import { isNearlyManifest, MANIFEST_NAME, mayHoldFiles, roleOfFile } from "../../core/membership.ts";
import { DEFAULT_MANIFEST, type Manifest, readManifest } from "../../core/syntax/manifest.ts";
import { addressOf } from "../places.ts";

/** The largest file that is read, in bytes. */
export const MAX_BYTES = 64 * 1024 * 1024;
/** So many files are read at a time. */
const AT_ONCE = 32;
/** Folders nested deeper are not entered: a disk may be a loop. */
const DEEPEST = 64;

const IGNORE_FILE = ".gitignore";
const NEVER = new Set([".git", "node_modules", ".cmoc"]);

type Entries = readonly (readonly [name: string, type: vscode.FileType])[];

export interface Found {
  /** Paths below the review's folder, in order. */
  readonly paths: readonly string[];
  /** What ignore files say, so that a new file can be judged without another walk. */
  readonly rules: readonly PlacedRules[];
}

export function isManifest(name: string): boolean {
  return name === MANIFEST_NAME || isNearlyManifest(name);
}

const decoder = new TextDecoder("utf-8");

/** A file's text as the command line reads it; undefined when there is none, when it is a folder, or when it is too large. */
export async function readText(uri: vscode.Uri, log: vscode.LogOutputChannel): Promise<string | undefined> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0) return undefined;
    if (size > MAX_BYTES) {
      log.warn(`${uri.path} was not read: it has ${size} bytes, and at most ${MAX_BYTES} are read.`);
      return undefined;
    }
    return decodeText(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    log.debug(`${uri.path} was not read: ${String(error)}`);
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
  const rules = [...(await rulesAbove(root, log))];
  const enter = async (folder: string, entries: Entries, depth: number): Promise<void> => {
    if (entries.some(([name]) => name === IGNORE_FILE)) {
      const text = await readText(addressOf(root, below(folder, IGNORE_FILE)), log);
      if (text !== undefined) rules.push({ folder, above: "", rules: readIgnoreRules(text) });
    }
    const folders: string[] = [];
    for (const [name, type] of entries) {
      const path = below(folder, name);
      if ((type & vscode.FileType.Directory) !== 0) {
        if ((type & vscode.FileType.SymbolicLink) === 0 && mayEnter(path, name, manifest, rules)) folders.push(path);
      } else if (isReviewFile(path, manifest, rules)) paths.push(path);
    }
    if (depth >= DEEPEST) return;
    const listed = await Promise.all(folders.map((path) => entriesOf(addressOf(root, path), log)));
    for (const [index, path] of folders.entries()) {
      if (token.isCancellationRequested) return;
      const inner = listed[index] ?? [];
      if (!inner.some(([name]) => isManifest(name))) await enter(path, inner, depth + 1);
    }
  };
  await enter("", await entriesOf(root, log), 0);
  for (const { path } of manifest.bibliography) if (!paths.includes(path)) paths.push(path);
  return { paths: paths.sort(), rules };
}

function below(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

function mayEnter(path: string, name: string, manifest: Manifest, rules: readonly PlacedRules[]): boolean {
  return !NEVER.has(name) && mayHoldFiles(path, manifest) && !isIgnored(bearing(rules, path), path, true);
}

/** The rules of the folders that hold a path, from the outermost. */
function bearing(rules: readonly PlacedRules[], path: string): readonly PlacedRules[] {
  return rules.filter(({ folder }) => folder === "" || path.startsWith(`${folder}/`));
}

/** Whether a file is one that a review reads; folders above it are for {@link mayHold}. */
export function isReviewFile(path: string, manifest: Manifest, rules: readonly PlacedRules[]): boolean {
  if (isManifest(path)) return true;
  const role = roleOfFile(path, manifest);
  return role === "bibliography" || (role === "markdown" && !isIgnored(bearing(rules, path), path, false));
}

/** Whether the walk would have come to a path: no folder above it is left out. */
export function mayHold(path: string, manifest: Manifest, rules: readonly PlacedRules[]): boolean {
  const parts = path.split("/").slice(0, -1);
  return parts.every((name, index) => mayEnter(parts.slice(0, index + 1).join("/"), name, manifest, rules));
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

/** The manifest of the review at a folder, as it is on the disk. */
export async function manifestAt(root: vscode.Uri, name: string, log: vscode.LogOutputChannel): Promise<Manifest> {
  const text = await readText(addressOf(root, name), log);
  return text === undefined ? DEFAULT_MANIFEST : readManifest(text).manifest;
}

/** Reads files, several at a time, and hands each over as it comes; what cannot be read is left out. */
export async function readEach(
  root: vscode.Uri,
  paths: readonly string[],
  token: vscode.CancellationToken,
  log: vscode.LogOutputChannel,
  take: (path: string, text: string) => void | Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < paths.length && !token.isCancellationRequested) {
      const path = paths[next++] as string;
      const text = await readText(addressOf(root, path), log);
      if (text !== undefined) await take(path, text);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, paths.length) }, worker));
}

/**
 * The ignore files between the review and the top of the repository that holds it, from the outermost; none outside a repository, or where the
 * review itself is ignored: whoever opens it means it.
 */
async function rulesAbove(root: vscode.Uri, log: vscode.LogOutputChannel): Promise<readonly PlacedRules[]> {
  const found: PlacedRules[] = [];
  let above = "";
  for (let folder = root, depth = 0; depth < DEEPEST; depth++) {
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

async function entriesOrNone(folder: vscode.Uri): Promise<Entries> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
