/** Changes computed by the core, applied to a workspace: one edit each, so that one undo takes it back. */

import * as vscode from "vscode";
import { movedOn, refusalWords } from "../core/features/edit/refusal-words.ts";
import { type EditsByUri, isRefusal, type Outcome } from "../core/features/edit.ts";
import { t } from "../core/l10n.ts";
import { alikeEnded, LineIndex, type TextEdit } from "../core/text.ts";
import { documentAt, rangeOf } from "./places.ts";
import { isBehindLink } from "./reviews/links.ts";
import type { OpenReview } from "./reviews/open-review.ts";
import { showWritten } from "./written.ts";

/** How edits are applied. */
export interface Applying {
  readonly write?: Write;
  /** The document in which the change was chosen, where an undo will be asked for. */
  readonly from?: vscode.Uri;
  /** Files to be made besides, by their paths: the bytes of each. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
}

/** A text that is to be changed, as the review holds it; without one the file is to be made. */
interface Held {
  readonly path: string;
  readonly uri: vscode.Uri;
  readonly text: string | undefined;
  /** Of a file to be made with these bytes. */
  readonly bytes?: Uint8Array;
}

/**
 * Applies edits; says why when nothing was changed: a text has moved on since, in an editor or on the disk, cannot be written, or a new file would lie in a folder
 * that is a link, where the review reads nothing. Offsets of edits are of the texts that the review holds. It has taken the edits in when this resolves.
 */
export async function applyEdits(open: OpenReview, edits: EditsByUri, how: Applying = {}): Promise<string | undefined> {
  const files = [...(how.files ?? [])].map(
    ([path, bytes]): Held => ({ path, uri: open.addressOf(path), text: undefined, bytes }),
  );
  if (files.length === 0 && [...edits.values()].every((list) => list.length === 0)) return undefined;
  const texts = [...edits.keys()].map(
    (path): Held => ({ path, uri: open.addressOf(path), text: open.review.text(path) }),
  );
  const all = [...files, ...texts];
  for (const held of all) {
    const why = await refusalOf(open, held);
    if (why !== undefined) return why;
  }
  // Nothing is waited for from here on. With all of them open, VS Code itself refuses when one is typed in.
  if (!all.every((held) => isHeldStill(open, held))) return movedOn();
  const made = workspaceEdit(all, edits, how.write ?? asText);
  if (how.from) undoneFrom(made, how.from);
  if (!(await isApplied(made))) return files.length > 0 ? notMade(files) : movedOn();
  const readOnly = await takenBackWhereReadOnly(all);
  await open.settled();
  return readOnly && t("{0} is read-only. Nothing was written to it; make it writable, and try again.", readOnly.path);
}

/** Why a file cannot be changed, or made. */
async function refusalOf(open: OpenReview, { path, uri, text, bytes }: Held): Promise<string | undefined> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false || (await isReadOnly(uri))) return readOnly(path);
  const unread = text === undefined && bytes === undefined ? whyNotBegun(open, path) : undefined;
  if (unread !== undefined) return unread;
  if (text === undefined && (await isBehindLink(open.root, uri)))
    return t(
      "{0} would lie in a folder that is a link to another, where the review reads nothing. Nothing was written.",
      path,
    );
  return (await isThere(uri, text)) ? undefined : movedOn();
}

/** Why a text is not begun at a path, or is not written there: the review would not read it. Undefined where it would. */
export function whyNotBegun(open: OpenReview, path: string): string | undefined {
  switch (open.review.text(path) === undefined ? open.whyUnread(path) : undefined) {
    case "review":
      return t(
        "{0} would belong to another review, that of the review.yaml in its folder or above it. Nothing was written; choose another file.",
        path,
      );
    case "git":
      return t(
        "Git ignores {0}, and the review reads nothing that git ignores. Nothing was written; choose another file, or change .gitignore first.",
        path,
      );
    case "folder":
      return t(
        "{0} lies in a folder of which no review reads anything. Nothing was written; choose another file.",
        path,
      );
    case "link":
      return t("{0} is a link, and the review does not read it. Nothing was written; choose another file.", path);
    case "excluded":
      return t(
        "The review does not read {0}: review.yaml (`exclude`) leaves it out. Nothing was written; change that first.",
        path,
      );
    default:
      return undefined;
  }
}

async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
    return (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    return false;
  }
}

/**
 * Why a text of the review cannot be edited as the review holds it: it is another by now, or may not be written. A file that no editor shows is read, not opened, since
 * there may be a thousand.
 */
export async function isThereStill(open: OpenReview, path: string): Promise<string | undefined> {
  const uri = open.addressOf(path);
  const text = open.review.text(path) ?? "";
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false || (await isReadOnly(uri))) return readOnly(path);
  const shown = documentAt(uri)?.getText() ?? (await textOf(uri));
  return shown !== undefined && sameText(shown, text) ? undefined : movedOn();
}

function readOnly(path: string): string {
  return t("{0} is read-only. Nothing was written; make it writable, and try again.", path);
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** Whether the review, and an editor that shows it, hold the text that edits are of. */
function isHeldStill(open: OpenReview, { path, uri, text }: Held): boolean {
  if (open.review.text(path) !== text) return false;
  const shown = documentAt(uri);
  return text === undefined || shown === undefined || sameText(shown.getText(), text);
}

async function isApplied(made: vscode.WorkspaceEdit): Promise<boolean> {
  return vscode.workspace.applyEdit(made).then(
    (isDone) => isDone,
    () => false,
  );
}

/** Takes away what was made of files, and says why they were not: none of them was there before. */
async function notMade(files: readonly Held[]): Promise<string> {
  const { fs } = vscode.workspace;
  let first: Held | undefined;
  for (const file of files) {
    const held = await fs.readFile(file.uri).then(
      (bytes) => bytes,
      () => undefined,
    );
    if (held === undefined) first ??= file;
    else if (isSame(held, file.bytes)) await fs.delete(file.uri);
  }
  return first
    ? t("{0} could not be made. Nothing was written; make its folder writable, and try again.", first.path)
    : movedOn();
}

function isSame(one: Uint8Array, other: Uint8Array | undefined): boolean {
  return one.length === other?.length && one.every((byte, at) => byte === other[at]);
}

function workspaceEdit(all: readonly Held[], edits: EditsByUri, write: Write): vscode.WorkspaceEdit {
  const made = new vscode.WorkspaceEdit();
  for (const { path, uri, text, bytes } of all) {
    const list = edits.get(path) ?? [];
    if (bytes) made.createFile(uri, { contents: bytes });
    else if (text === undefined) {
      // A file that is there and that the review does not read is left alone: VS Code then refuses.
      made.createFile(uri);
      for (const { newText } of list) made.insert(uri, new vscode.Position(0, 0), newText);
    } else made.set(uri, written(text, list, write));
  }
  return made;
}

/**
 * An edit that changes other documents alone is made to be one of this document too, which it leaves as it is: an undo is asked of the document where the change
 * was chosen, and takes the whole of it back there, rather than what was typed before.
 */
function undoneFrom(made: vscode.WorkspaceEdit, uri: vscode.Uri): void {
  const document = documentAt(uri);
  if (!document || made.has(uri)) return;
  const range = new vscode.Range(0, 0, 0, 1);
  made.replace(uri, range, document.getText(range));
}

/**
 * VS Code changes a text that settings make read-only, and never saves it: it is then not dirty, and not what is on the disk. Puts such texts back as they were; gives
 * the first.
 */
async function takenBackWhereReadOnly(all: readonly Held[]): Promise<Held | undefined> {
  const found: Held[] = [];
  const back = new vscode.WorkspaceEdit();
  for (const held of all) {
    const { uri, text } = held;
    const document = text === undefined ? undefined : documentAt(uri);
    if (!document || document.isDirty || sameText(document.getText(), text ?? "")) continue;
    if (await isOnDisk(document)) continue;
    found.push(held);
    back.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), (text ?? "").replace(/^\ufeff/, ""));
  }
  if (found.length > 0) await vscode.workspace.applyEdit(back);
  return found[0];
}

/** Whether what an editor shows was saved. */
async function isOnDisk(document: vscode.TextDocument): Promise<boolean> {
  try {
    return sameText(document.getText(), new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri)));
  } catch {
    return false;
  }
}

/** Whether a file has the text, which it is opened for; with none, whether there is no such file. */
async function isThere(uri: vscode.Uri, text: string | undefined): Promise<boolean> {
  try {
    if (text !== undefined) return sameText((await vscode.workspace.openTextDocument(uri)).getText(), text);
    await vscode.workspace.fs.stat(uri);
    return false;
  } catch {
    return text === undefined;
  }
}

/** Whether a text in an editor is that of a file: an editor hides a byte order mark, and ends all lines alike. */
function sameText(shown: string, held: string): boolean {
  const text = held.startsWith("\ufeff") ? held.slice(1) : held;
  return shown === text || (text.includes("\r") && alikeEnded(shown) === alikeEnded(text));
}

/** How a new text is written in place of a range: as it is, or with stops at what is to be filled in. */
export type Write = (range: vscode.Range, newText: string) => vscode.TextEdit | vscode.SnippetTextEdit;

const asText: Write = (range, newText) => vscode.TextEdit.replace(range, newText);

export function written(
  text: string,
  edits: readonly TextEdit[],
  write: Write = asText,
): readonly (vscode.TextEdit | vscode.SnippetTextEdit)[] {
  const lines = new LineIndex(text);
  return edits.map(({ span, newText }) => write(rangeOf(lines, span), newText));
}

/** Several changes, each computed from the texts as they are, as one; the first refusal where there is one. */
export function together(outcomes: readonly Outcome[]): Outcome {
  const edits = new Map<string, TextEdit[]>();
  for (const outcome of outcomes) {
    if (isRefusal(outcome)) return outcome;
    for (const [path, list] of outcome.edits) edits.set(path, [...(edits.get(path) ?? []), ...list]);
  }
  for (const list of edits.values()) list.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { edits };
}

/**
 * Applies what came of asking for a change, or says why there is none. What was written is shown where it was not chosen in a document. True when it was done, or
 * nothing was to be done.
 */
export async function carryOut(open: OpenReview, outcome: Outcome, how: Applying = {}): Promise<boolean> {
  const why = isRefusal(outcome) ? refusalWords(outcome) : await applyEdits(open, outcome.edits, how);
  if (why !== undefined) void vscode.window.showWarningMessage(why);
  else if (!isRefusal(outcome) && !how.from) await showWritten(open, outcome.edits);
  return why === undefined;
}
