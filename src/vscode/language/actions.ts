/** Quick fixes of problems, and other ways to write the record under the cursor. */
import * as vscode from "vscode";
import type { Problem } from "../../core/check.ts";
import { type Action, mendAll, placeActions, problemActions } from "../../core/features/actions.ts";
import { isRefusal } from "../../core/features/edit.ts";
import { displayId } from "../../core/report/json.ts";
import { askWords, pickRecord } from "../commands/asking.ts";
import { SOURCE } from "../diagnostics.ts";
import { carryOut, MOVED_ON, refusalWords, sureEdit } from "../edits.ts";
import { rangeOf } from "../places.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Asked } from "./places.ts";
import { CARRY_OUT, REWRITE } from "./providers.ts";

const MEND_ALL = vscode.CodeActionKind.QuickFix.append("cmoc.all");

/** An action of which the edits are computed when it is looked at or chosen. */
class Offered extends vscode.CodeAction {
  readonly open: OpenReview;
  readonly action: Action;

  constructor(open: OpenReview, action: Action, kind: vscode.CodeActionKind) {
    super(action.asks ? `${action.title} …` : action.title, kind);
    this.open = open;
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
      offered.push(new Offered(here.open, action, REWRITE));
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
  if (edit) offered.edit = edit;
  else void vscode.window.showWarningMessage(MOVED_ON);
  return offered;
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
      const made = new Offered(here.open, action, vscode.CodeActionKind.QuickFix);
      made.diagnostics = [diagnostic];
      offered.push(made);
    }
  }
  for (const rule of rules) {
    const action = mendAll(rule, here.open.problems(), here.open.review);
    if (action) offered.push(new Offered(here.open, action, MEND_ALL));
  }
  return offered;
}

/** Whether a problem is what a diagnostic shows: the same rule at the same place. */
function isSame({ rule, span }: Problem, { code, range }: vscode.Diagnostic, here: Asked): boolean {
  const shown = typeof code === "object" ? code.value : code;
  return shown === rule && rangeOf(here.open.review.lines(here.path), span).isEqual(range);
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
