/** Changes computed by the core, applied to a workspace: one edit each, so that one undo takes it back. */
import * as vscode from "vscode";
import { type EditsByUri, isRefusal, type Outcome, type Refusal } from "../core/features/edit.ts";
import { LineIndex, type TextEdit } from "../core/text.ts";
import { documentAt, rangeOf } from "./places.ts";
import { isBehindLink } from "./reviews/links.ts";
import type { OpenReview } from "./reviews/open-review.ts";
import { showWritten } from "./written.ts";

export const MOVED_ON = "The text changed in the meantime. Nothing was written; try again.";

/** Applies edits; false when nothing was changed, since a text has moved on ({@link sureEdit}). The review has taken the edits in when it resolves. */
export async function applyEdits(open: OpenReview, edits: EditsByUri, write: Write = asText): Promise<boolean> {
  if ([...edits.values()].every((list) => list.length === 0)) return true;
  const made = await sureEdit(open, edits, write);
  if (made === undefined) return false;
  const isDone = await vscode.workspace.applyEdit(made);
  await open.settled();
  return isDone;
}

/**
 * Edits as VS Code's own, of texts that are what the review holds: offsets of edits are of those. Undefined when a document has moved on since, in an editor or on
 * the disk, or when a new file would lie in a folder that is a link, where the review reads nothing.
 */
export async function sureEdit(
  open: OpenReview,
  edits: EditsByUri,
  write: Write = asText,
): Promise<vscode.WorkspaceEdit | undefined> {
  const held = [...edits.keys()].map((path) => ({ uri: open.addressOf(path), text: open.review.text(path) }));
  for (const { uri, text } of held)
    if (!(await isThere(uri, text)) || (text === undefined && (await isBehindLink(open.root, uri)))) return undefined;
  // With all of them open, VS Code itself refuses when one is typed in from here on.
  return workspaceEdit(open, edits, write);
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

/** Undefined when an open document is not what the review holds. */
function workspaceEdit(open: OpenReview, edits: EditsByUri, write: Write): vscode.WorkspaceEdit | undefined {
  const made = new vscode.WorkspaceEdit();
  for (const [path, list] of edits) {
    const uri = open.addressOf(path);
    const held = open.review.text(path);
    if (held === undefined) {
      // A file that is there and that the review does not read is left alone: VS Code then refuses.
      made.createFile(uri);
      for (const { newText } of list) made.insert(uri, new vscode.Position(0, 0), newText);
    } else if (isShownAs(uri, held)) made.set(uri, written(held, list, write));
    else return undefined;
  }
  return made;
}

/** Whether no editor holds another text. */
function isShownAs(uri: vscode.Uri, text: string): boolean {
  const shown = documentAt(uri);
  return shown === undefined || sameText(shown.getText(), text);
}

/** Whether a text in an editor is that of a file: an editor hides a byte order mark, and ends all lines alike. */
function sameText(shown: string, held: string): boolean {
  const text = held.startsWith("\ufeff") ? held.slice(1) : held;
  return shown === text || (text.includes("\r") && ended(shown) === ended(text));
}

function ended(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** How a new text is written in place of a range: as it is, or with stops at what is to be filled in. */
export type Write = (range: vscode.Range, newText: string) => vscode.TextEdit | vscode.SnippetTextEdit;

const asText: Write = (range, newText) => vscode.TextEdit.replace(range, newText);

function written(
  text: string,
  edits: readonly TextEdit[],
  write: Write,
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

/** Applies what came of asking for a change and shows it, or says why there is none. True when it was done, or nothing was to be done. */
export async function carryOut(open: OpenReview, outcome: Outcome, write: Write = asText): Promise<boolean> {
  if (isRefusal(outcome)) {
    void vscode.window.showWarningMessage(refusalWords(outcome));
    return false;
  }
  const done = await applyEdits(open, outcome.edits, write);
  if (done) await showWritten(open, outcome.edits);
  else void vscode.window.showWarningMessage(MOVED_ON);
  return done;
}

const SUBJECTS = ["id", "key", "name", "slot", "file", "field"] as const;

/** Why nothing was changed, and what would help. */
export function refusalWords({ refused, data }: Refusal): string {
  const subject = SUBJECTS.map((name) => data[name]).find((value) => typeof value === "string" && value !== "");
  const it = subject === undefined ? "It" : String(subject);
  switch (refused) {
    case "unknown":
      return `${it} is not in the review any more. Look at the list again.`;
    case "ambiguous":
      return `Two records are called ${it}. Give one of them another id first.`;
    case "taken":
      return `${it} is taken already. Choose another.`;
    case "form":
      return `${it} cannot be written there so that it would be read as you mean it. Write it by hand, or choose another wording.`;
    case "range":
      return `${it} would be read as a range of ids. Choose an id without a dash.`;
    case "bibliography":
      return `${it} belongs to the bibliography, which another program writes. Change it there.`;
    case "field":
      return `This kind of record has no field ${it}.`;
    case "several":
      return `The field ${it} stands there more than once. Keep one of them first.`;
    case "spelling":
      return `${it} has no place in a configuration written as a sentence or a table. Rewrite it as fields first.`;
    case "column":
      return "The table has no column for it. Add the column first.";
    case "words":
      return "It is a citation in running words. Change the words by hand.";
  }
}
