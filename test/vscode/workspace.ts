/** The workspace that the suites share: files made, edited and taken away through VS Code, the extension asked through what it exports. */
import { assert } from "chai";
import * as vscode from "vscode";
import type { Api as Door } from "../../src/vscode/extension.ts";
import type { Whole as Api } from "../../src/vscode/whole.ts";
import { differences } from "./anew.ts";

const ID = "cmoc.cmoc";
/** For tests that wait for a disk again and again, on a machine that does other things too. */
export const LIMIT_MS = 300_000;
const encoder = new TextEncoder();

/** What the extension gives at once. */
export async function door(): Promise<Door> {
  const found = vscode.extensions.getExtension<Door>(ID);
  if (!found) throw new Error(`The extension ${ID} is not there.`);
  return found.activate();
}

export async function extension(): Promise<Api> {
  return (await door()).whole();
}

export function folder(): vscode.Uri {
  const first = vscode.workspace.workspaceFolders?.[0];
  if (!first) throw new Error("No folder is open.");
  return first.uri;
}

export function at(path: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), path);
}

/** Folders that are there, and those that are being made. */
const made = new Map<string, Promise<void>>();
const TOLD_MS = 3000;

/**
 * Makes a folder below the workspace, one level after the other, each when the one before was told of: what VS Code watches with never looks into a
 * folder that is made at once with the one above it.
 */
function makeFolder(path: string): Promise<void> {
  const above = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
  const known = made.get(path) ?? (above === "" ? Promise.resolve() : makeFolder(above)).then(() => makeOne(path));
  made.set(path, known);
  return known;
}

async function makeOne(path: string): Promise<void> {
  const isThere = await vscode.workspace.fs.stat(at(path)).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder(), path));
  const told = new Promise<void>((done) => {
    watcher.onDidCreate(() => done());
    setTimeout(done, TOLD_MS);
  });
  await vscode.workspace.fs.createDirectory(at(path));
  await told;
  watcher.dispose();
}

/** Makes folders with those above them, all at once. */
export async function makeFolders(paths: readonly string[]): Promise<void> {
  await Promise.all(paths.map(makeFolder));
}

export async function write(path: string, text: string | Uint8Array): Promise<void> {
  if (path.includes("/")) await makeFolder(path.slice(0, path.lastIndexOf("/")));
  await vscode.workspace.fs.writeFile(at(path), typeof text === "string" ? encoder.encode(text) : text);
}

/** Writes several files below a folder, many at a time. */
export async function writeAll(below: string, texts: Iterable<readonly [path: string, text: string]>): Promise<void> {
  const left = [...texts];
  const worker = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) await write(`${below}/${next[0]}`, next[1]);
  };
  await Promise.all(Array.from({ length: 16 }, worker));
}

export async function remove(path: string): Promise<void> {
  await vscode.workspace.fs.delete(at(path), { recursive: true, useTrash: false });
  made.clear();
}

export async function move(from: string, to: string): Promise<void> {
  await vscode.workspace.fs.rename(at(from), at(to));
  made.clear();
}

/** A served VS Code saves what is typed by itself; with this it does not. */
export async function saveByHand(): Promise<void> {
  await vscode.workspace.getConfiguration("files").update("autoSave", "off", vscode.ConfigurationTarget.Global);
}

/** Opens a file in an editor. */
export async function show(path: string, column = vscode.ViewColumn.One): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(at(path));
  return vscode.window.showTextDocument(document, { viewColumn: column, preview: false });
}

/** Writes words into the text that an editor shows, in place of other words or at its end; not saved. */
export async function type(document: vscode.TextDocument, words: string, instead?: string): Promise<void> {
  const text = document.getText();
  const start = instead === undefined ? text.length : text.indexOf(instead);
  assert.isAtLeast(start, 0, `${instead} stands in ${document.uri.path}`);
  const edit = new vscode.WorkspaceEdit();
  const end = start + (instead?.length ?? 0);
  edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), words);
  assert.isTrue(await vscode.workspace.applyEdit(edit));
}

/** Does what a code action says, as VS Code does when it is chosen. */
export async function choose({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) assert.isTrue(await vscode.workspace.applyEdit(edit));
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

export async function closeUnsaved(): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
}

export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document);
    await closeUnsaved();
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

/** The rules of which problems are shown in a file. */
export function shown(path: string): readonly string[] {
  return vscode.languages
    .getDiagnostics(at(path))
    .filter(({ source }) => source === "cmoc")
    .map(({ code }) => String((code as { readonly value: string }).value));
}

/** The names of a review's records, in order: `## CMOC TR1` is `TR1`. */
export function idsIn(api: Api, below: string): readonly string[] {
  const open = api.reviews.all().find(({ root }) => root.path === at(below).path);
  return [...(open?.review.records("cmoc") ?? [])].map(({ brief }) => brief.id);
}

async function allDifferences(api: Api): Promise<readonly string[]> {
  await api.settled();
  const found: string[] = [];
  for (const open of api.reviews.all()) found.push(...(await differences(api, open)));
  return found;
}

const isNone = ({ length }: readonly string[]): boolean => length === 0;

/** Waits until every open review, and what is shown of it, is as one made anew from the same texts. */
export async function right(api: Api): Promise<void> {
  await api.settled();
  // What was late may come yet.
  await new Promise((done) => setTimeout(done, 300));
  await until(() => allDifferences(api), isNone);
}

/** Makes a review below a folder and waits until it is read. */
export async function makeReview(api: Api, below: string, texts: Readonly<Record<string, string>>): Promise<void> {
  await writeAll(below, Object.entries(texts));
  await until(
    () => api.reviews.all().some(({ root, isReady }) => isReady && root.path === at(below).path),
    (isThere) => isThere,
  );
}

/** Takes a review's folder away and waits until it is closed. */
export async function takeAway(api: Api, below: string): Promise<void> {
  await closeAll();
  await remove(below);
  await until(
    () => api.reviews.all().filter(({ root }) => `${root.path}/`.startsWith(`${at(below).path}/`)).length,
    (count) => count === 0,
  );
  await until(() => allDifferences(api), isNone);
}

/** What people were told in notices while something was done. */
export async function noticesOf(run: () => Promise<void>): Promise<readonly string[]> {
  const names = ["showInformationMessage", "showWarningMessage", "showErrorMessage"] as const;
  const window = vscode.window as unknown as Record<string, unknown>;
  const before = names.map((name) => window[name]);
  const told: string[] = [];
  for (const name of names)
    window[name] = (message: string) => {
      told.push(message);
      return Promise.resolve(undefined);
    };
  try {
    await run();
  } finally {
    for (const [index, name] of names.entries()) window[name] = before[index];
  }
  return told;
}

/** Stretches for which the extension host was not free while something was done, in milliseconds: the longest, and the one into which a moment falls on average. */
export interface Stretches {
  readonly longest: number;
  readonly usual: number;
}

export async function stretches(run: () => Promise<void>): Promise<Stretches> {
  let longest = 0;
  let squares = 0;
  const begun = performance.now();
  let last = begun;
  let isOver = false;
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 4);
    squares += (now - last) ** 2;
    last = now;
    if (!isOver) setTimeout(look, 1);
  };
  look();
  await run();
  isOver = true;
  look();
  return { longest, usual: squares / (last - begun) };
}

/** How long the extension host was not free at a stretch while something was done, at most, in milliseconds. */
export async function longestBlock(run: () => Promise<void>): Promise<number> {
  return (await stretches(run)).longest;
}

/** Writes a figure among the results of the tests. */
export function print(words: string): void {
  console.log(`@cmoc        ${words}`);
}

/** Gives a figure to whoever runs the tests for their figures, as the benchmark does, and prints it. */
export function figure(what: string, value: number, limit: number, unit = "ms"): void {
  console.log(`@cmoc figure ${JSON.stringify({ what, value, limit, unit })}`);
  print(`${what}: ${value.toFixed(value < 10 ? 2 : 0)} ${unit} (at most ${limit} wanted)`);
}

/** Waits until something is so, asking again and again; throws with what it was last. */
export async function until<T>(ask: () => T | Promise<T>, isSo: (value: T) => boolean, limit = 30_000): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const value = await ask();
    if (isSo(value)) return value;
    if (Date.now() > end) throw new Error(`It never came to be so; last: ${JSON.stringify(value)}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
