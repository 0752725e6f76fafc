/** Changes computed by the core, applied to a workspace: one edit each, so that one undo takes it back. */
import * as vscode from "vscode";
import { type EditsByUri, isRefusal, type Outcome, type Refusal } from "../core/features/edit.ts";
import { LineIndex, type TextEdit } from "../core/text.ts";
import { rangeOf } from "./places.ts";
import type { OpenReview } from "./reviews/open-review.ts";

/** Offsets of edits are of the texts that the review holds; false when a document has moved on since, and nothing was changed. */
export async function applyEdits(open: OpenReview, edits: EditsByUri): Promise<boolean> {
  const made = workspaceEdit(open, edits);
  if (made === undefined) return false;
  return made.size === 0 || vscode.workspace.applyEdit(made);
}

/** As VS Code's own edit; undefined when an open document is not what the review holds. */
export function workspaceEdit(open: OpenReview, edits: EditsByUri): vscode.WorkspaceEdit | undefined {
  const made = new vscode.WorkspaceEdit();
  for (const [path, list] of edits) {
    const uri = open.addressOf(path);
    const held = open.review.text(path);
    if (held === undefined) {
      made.createFile(uri, { ignoreIfExists: true });
      for (const { newText } of list) made.insert(uri, new vscode.Position(0, 0), newText);
      continue;
    }
    const shown = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    if (shown && shown.getText() !== withoutMark(held)) return undefined;
    addEdits(made, uri, held, list);
  }
  return made;
}

function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

function addEdits(made: vscode.WorkspaceEdit, uri: vscode.Uri, text: string, edits: readonly TextEdit[]): void {
  const lines = new LineIndex(text);
  for (const { span, newText } of edits) made.replace(uri, rangeOf(lines, span), newText);
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

/** Applies what came of asking for a change, or says why there is none. True when it was done, or nothing was to be done. */
export async function carryOut(open: OpenReview, outcome: Outcome): Promise<boolean> {
  if (isRefusal(outcome)) {
    void vscode.window.showWarningMessage(refusalWords(outcome));
    return false;
  }
  const done = await applyEdits(open, outcome.edits);
  if (!done) void vscode.window.showWarningMessage("The text changed in the meantime. Nothing was written; try again.");
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
