/** Quick fixes of problems, and other ways to write the record under the cursor. */
import * as vscode from "vscode";
import type { Problem } from "../../core/check.ts";
import { type Action, mendAll, placeActions, problemActions } from "../../core/features/actions.ts";
import { isRefusal } from "../../core/features/edit.ts";
import { displayId } from "../../core/report/json.ts";
import { messageOf } from "../../core/rules/index.ts";
import { askWords, pickRecord } from "../commands/asking.ts";
import { SOURCE } from "../diagnostics.ts";
import { carryOut, MOVED_ON, refusalWords, sureEdit } from "../edits.ts";
import { documentAt, rangeOf } from "../places.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Asked } from "./places.ts";
import { CARRY_OUT, REWRITE } from "./providers.ts";

const MEND_ALL = vscode.CodeActionKind.QuickFix.append("cmoc.all");

/** An action of which the edits are computed when it is looked at or chosen. */
class Offered extends vscode.CodeAction {
  readonly open: OpenReview;
  /** Of the document where it was asked for. */
  readonly path: string;
  readonly action: Action;

  constructor({ open, path }: Asked, action: Action, kind: vscode.CodeActionKind) {
    super(action.asks ? `${action.title} …` : action.title, kind);
    this.open = open;
    this.path = path;
    this.action = action;
    this.isPreferred = action.preferred;
    if (action.asks) this.command = { command: CARRY_OUT, title: action.title, arguments: [open, action] };
  }
}

export function actionsAt(
  here: Asked,
  { start }: vscode.Range,
  { diagnostics, only }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  const wants = (kind: vscode.CodeActionKind): boolean => only === undefined || only.contains(kind);
  const offered: Offered[] = [];
  if (wants(vscode.CodeActionKind.QuickFix)) offered.push(...quickFixes(here, diagnostics));
  if (wants(REWRITE)) {
    const offset = here.open.review.lines(here.path).offset(start);
    for (const action of placeActions(here.open.review, here.path, offset))
      offered.push(new Offered(here, action, REWRITE));
  }
  return offered;
}

/** The action with its edit; says why there is none. */
export async function actionResolved(offered: vscode.CodeAction): Promise<vscode.CodeAction> {
  if (!(offered instanceof Offered) || offered.action.asks) return offered;
  const outcome = offered.action.make();
  if (isRefusal(outcome)) {
    void vscode.window.showWarningMessage(refusalWords(outcome));
    return offered;
  }
  const edit = await sureEdit(offered.open, outcome.edits);
  if (edit) offered.edit = alsoHere(edit, offered.open.addressOf(offered.path));
  else void vscode.window.showWarningMessage(MOVED_ON);
  return offered;
}

/**
 * An edit that changes other documents alone is made to be one of this document too, which it leaves as it is: an undo is asked of the document where the action
 * was chosen, and takes the whole of it back there, rather than what was typed before.
 */
function alsoHere(edit: vscode.WorkspaceEdit, uri: vscode.Uri): vscode.WorkspaceEdit {
  const document = documentAt(uri);
  if (!document || edit.size === 0 || edit.has(uri)) return edit;
  const range = new vscode.Range(0, 0, 0, 1);
  edit.replace(uri, range, document.getText(range));
  return edit;
}

function quickFixes(here: Asked, shown: readonly vscode.Diagnostic[]): readonly Offered[] {
  const offered: Offered[] = [];
  const own = shown.filter(({ source }) => source === SOURCE);
  if (own.length === 0) return offered;
  const problems = here.open.problems(here.path);
  const rules = new Set<string>();
  for (const diagnostic of own) {
    const problem = problems.find((each) => isSame(each, diagnostic, here));
    if (!problem) continue;
    rules.add(problem.rule);
    for (const action of problemActions(problem, here.open.review)) {
      const made = new Offered(here, action, vscode.CodeActionKind.QuickFix);
      made.diagnostics = [diagnostic];
      offered.push(made);
    }
  }
  for (const rule of rules) {
    const action = mendAll(rule, here.open.problems(), here.open.review);
    if (action) offered.push(new Offered(here, action, MEND_ALL));
  }
  return offered;
}

/** Whether a problem is what a diagnostic shows: a rule may find several things at one place. */
function isSame(problem: Problem, { code, range, message }: vscode.Diagnostic, { open, path }: Asked): boolean {
  const shown = typeof code === "object" ? code.value : code;
  if (shown !== problem.rule || !rangeOf(open.review.lines(path), problem.span).isEqual(range)) return false;
  return messageOf(problem, open.review) === message;
}

/** Asks what the action wants to know, and does it. */
export async function answerAndCarryOut(open: OpenReview, action: Action): Promise<void> {
  const { asks } = action;
  if (!asks) {
    await carryOut(open, action.make());
    return;
  }
  const answer = asks.for === "record" ? await askRecord(open, asks.prompt) : await askWords(asks.prompt);
  if (answer !== undefined && answer !== "") await carryOut(open, action.make(answer));
}

async function askRecord(open: OpenReview, prompt: string): Promise<string | undefined> {
  const kinds = ["cmoc", "theory", "demi-regularity"] as const;
  const chosen = await pickRecord(open.review, kinds, prompt, ({ name }) => name !== "");
  return chosen && displayId(chosen, open.review);
}
