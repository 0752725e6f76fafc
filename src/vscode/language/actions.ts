/** Quick fixes of problems, and other ways to write the record under the cursor. */
import * as vscode from "vscode";
import type { Problem } from "../../core/check.ts";
import { type Action, mendAll, placeActions, problemActions } from "../../core/features/actions.ts";
import { movedOn } from "../../core/features/edit/refusal-words.ts";
import { t } from "../../core/l10n.ts";
import { messageOf } from "../../core/rules/index.ts";
import { askWords } from "../commands/asking.ts";
import { link } from "../commands/linking.ts";
import { SOURCE } from "../diagnostics.ts";
import { carryOut } from "../edits.ts";
import { rangeOf } from "../places.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Asked } from "./places.ts";
import { CARRY_OUT, REWRITE } from "./providers.ts";
import { refactorings, retiringUnused } from "./refactorings.ts";

const MEND_ALL = vscode.CodeActionKind.QuickFix.append("cmoc.all");

/** An action that may be chosen. */
interface Choice {
  readonly open: OpenReview;
  readonly action: Action;
  /** The document for which it was offered. */
  readonly path: string;
  /** What the problem said. */
  readonly message: string;
  /** Of the review when it was offered. */
  readonly revision: number;
}

/** So many actions can be chosen still, of those that were offered last. */
const MOST_KEPT = 1000;
const choices = new Map<number, Choice>();
let lastKept = 0;

/** The number under which an action can be chosen: what else a command is given, VS Code may have dropped by then. */
function kept(choice: Choice): number {
  choices.set(++lastKept, choice);
  choices.delete(lastKept - MOST_KEPT);
  return lastKept;
}

/** An action that is carried out by a command: then its edits are applied to the texts that they were computed from, or not at all. */
class Offered extends vscode.CodeAction {
  constructor({ open, path }: Asked, action: Action, kind: vscode.CodeActionKind) {
    super(action.asks ? `${action.title} …` : action.title, kind);
    this.isPreferred = action.preferred;
    const { revision } = open.review;
    const message = action.problem ? messageOf(action.problem, open.review) : "";
    const choice = kept({ open, path, action, message, revision });
    this.command = { command: CARRY_OUT, title: action.title, arguments: [choice] };
  }
}

export function actionsAt(
  here: Asked,
  { start }: vscode.Range,
  { diagnostics, only }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  const wants = (kind: vscode.CodeActionKind): boolean => only === undefined || only.contains(kind);
  const offered: vscode.CodeAction[] = [];
  if (wants(vscode.CodeActionKind.QuickFix)) offered.push(...quickFixes(here, diagnostics));
  if (wants(REWRITE)) {
    const offset = here.open.review.lines(here.path).offset(start);
    for (const action of placeActions(here.open.review, here.path, offset))
      offered.push(new Offered(here, action, REWRITE));
  }
  const offset = here.open.review.lines(here.path).offset(start);
  offered.push(...refactorings(here.open, here.path, offset).filter(({ kind }) => kind && wants(kind)));
  return offered;
}

function quickFixes(here: Asked, shown: readonly vscode.Diagnostic[]): readonly vscode.CodeAction[] {
  const offered: vscode.CodeAction[] = [];
  const own = shown.filter(({ source }) => source === SOURCE);
  if (own.length === 0) return offered;
  const problems = here.open.problems(here.path);
  const rules = new Set<string>();
  for (const diagnostic of own) {
    const problem = problems.find((each) => isSame(each, diagnostic, here));
    if (!problem) continue;
    rules.add(problem.rule);
    if (problem.rule === "source/no-appraisal") offered.push(appraising(problem, diagnostic));
    for (const action of problemActions(problem, here.open.review, here.open.proven?.proofs)) {
      const made = new Offered(here, action, vscode.CodeActionKind.QuickFix);
      made.diagnostics = [diagnostic];
      offered.push(made);
    }
    const retiring = problem.rule === "code/unused" ? retiringUnused(String(problem.data.id)) : undefined;
    if (retiring) {
      retiring.diagnostics = [diagnostic];
      offered.push(retiring);
    }
  }
  for (const rule of rules) {
    const action = mendAll(rule, here.open.problems(), here.open.review);
    if (action) offered.push(new Offered(here, action, MEND_ALL));
  }
  return offered;
}

/** The form in which a source is appraised. */
function appraising({ data }: Problem, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const key = String(data.key ?? "");
  const action = new vscode.CodeAction(`${t("Appraise {0}", key)} …`, vscode.CodeActionKind.QuickFix);
  action.command = { command: "cmoc.appraise", title: action.title, arguments: [key] };
  action.diagnostics = [diagnostic];
  return action;
}

/** Whether a problem is what a diagnostic shows: a rule may find several things at one place. */
function isSame(problem: Problem, { code, range, message }: vscode.Diagnostic, { open, path }: Asked): boolean {
  const shown = typeof code === "object" ? code.value : code;
  if (shown !== problem.rule || !rangeOf(open.review.lines(path), problem.span).isEqual(range)) return false;
  return messageOf(problem, open.review) === message;
}

/**
 * The action, of the texts as they are now. Where something changed since it was offered, it is the one of the same title for the same problem, found again by what
 * it says; undefined where that is not there any more, or stands there several times.
 */
function anew({ open, path, action, message, revision }: Choice): Action | undefined {
  const { review } = open;
  if (review.revision === revision) return action;
  const { problem, kind, title } = action;
  if (!problem) return undefined;
  if (kind === "mend all") {
    const again = mendAll(problem.rule, open.problems(), review);
    return again?.title === title ? again : undefined;
  }
  const found = open.problems(path).filter((each) => each.rule === problem.rule && messageOf(each, review) === message);
  const [only, ...others] = found;
  if (!only || others.length > 0) return undefined;
  return problemActions(only, review, open.proven?.proofs).find((each) => each.title === title);
}

/** Asks what the action wants to know, and does it. */
export async function answerAndCarryOut(chosen: unknown): Promise<void> {
  const choice = choices.get(Number(chosen));
  const action = choice && anew(choice);
  if (!action) {
    void vscode.window.showWarningMessage(movedOn());
    return;
  }
  const { open, path } = choice;
  const from = open.addressOf(path);
  const { asks } = action;
  if (!asks) {
    await carryOut(open, action.make(), { from });
    return;
  }
  if (asks.extract !== undefined) {
    // As the command does it: with the slots that it speaks to.
    await link(open, [asks.extract], [], { stance: "supports" });
    return;
  }
  const answer = await askWords(asks.prompt);
  if (answer !== undefined && answer !== "") await carryOut(open, action.make(answer), { from });
}
