/** What the menu “Refactor…” offers for the record at a place, besides writing it otherwise: each asks what it has to know. */
import * as vscode from "vscode";
import { pieceAt } from "../../core/features/at/piece.ts";
import { idOf } from "../../core/features/card/naming.ts";
import { codeAt } from "../../core/features/codebook/at.ts";
import { isRow } from "../../core/features/edit/record.ts";
import { t } from "../../core/l10n.ts";
import { codeName } from "../../core/model/names.ts";
import type { Name } from "../../core/model/types.ts";
import type { Definition, Review } from "../../core/review.ts";
import type { OpenReview } from "../reviews/open-review.ts";

const { Refactor, RefactorExtract, RefactorMove } = vscode.CodeActionKind;

/** Quick: nothing is computed before it is chosen. */
export function refactorings(open: OpenReview, path: string, offset: number): readonly vscode.CodeAction[] {
  const code = codeAt(open.review, path, offset);
  const named = code === undefined ? [] : ofCode(open.review, code);
  const at = recordAt(open.review, path, offset);
  if (!at || at.name === "" || open.review.definitions(at.name).length !== 1 || at.brief.kind === "code") return named;
  const { kind, id } = at.brief;
  const offered: vscode.CodeAction[] = [...named];
  const offer = offering(at.name, offered);
  const isInUse = at.brief.kind === "cmoc" && at.brief.status !== "merged" && at.brief.status !== "retired";
  if (isInUse) {
    offer(t("Merge {0} with another configuration …", id), Refactor.append("merge"), "cmoc.mergeConfigurations");
    offer(t("Split {0} …", id), RefactorExtract, "cmoc.splitConfiguration");
    offer(t("Retire {0} …", id), Refactor.append("retire"), "cmoc.retire");
  }
  if (kind === "extract") {
    const offerHere = (title: string, of: vscode.CodeActionKind, command: string): void => {
      const action = new vscode.CodeAction(title, of);
      action.command = { command, title, arguments: [{ extract: at.name }] };
      offered.push(action);
    };
    offerHere(t("New CMOC from {0} …", id), RefactorExtract, "cmoc.newConfigurationFromExtract");
    offerHere(t("Suggest configurations for {0} …", id), Refactor.append("link"), "cmoc.suggestConfigurations");
  }
  if (kind !== "extract" && !isRow(at.brief))
    offer(t("Move {0} to another file …", id), RefactorMove, "cmoc.moveRecord");
  return offered;
}

/** What is done about a code that nothing uses, besides using it. */
export function retiringUnused(id: string): vscode.CodeAction {
  const title = t("Retire {0} with a reason …", id);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: "cmoc.retireCode", title, arguments: [{ record: codeName(id) }] };
  return action;
}

type Offer = (title: string, of: vscode.CodeActionKind, command: string) => void;

function offering(record: Name, offered: vscode.CodeAction[]): Offer {
  return (title, of, command) => {
    const action = new vscode.CodeAction(title, of);
    action.command = { command, title, arguments: [{ record }] };
    offered.push(action);
  };
}

/** Of a code at its heading, or at a line that uses it. */
function ofCode(review: Review, name: Name): readonly vscode.CodeAction[] {
  const offered: vscode.CodeAction[] = [];
  const offer = offering(name, offered);
  const all = review.definitions(name);
  if (all.length > 1) return offered;
  const id = idOf(name, review);
  offer(t("Merge {0} with another code …", id), Refactor.append("merge"), "cmoc.mergeCodes");
  offer(t("Split {0} …", id), RefactorExtract, "cmoc.splitCode");
  if (all.length === 0) return offered;
  offer(t("Retire {0} …", id), Refactor.append("retire"), "cmoc.retireCode");
  offer(t("Put {0} under another code, or in another file …", id), RefactorMove, "cmoc.moveCode");
  return offered;
}

function recordAt(review: Review, path: string, offset: number): Definition | undefined {
  const placed = pieceAt(review, path, offset);
  if (!placed) return undefined;
  const all = placed.definitions;
  const inside = offset - placed.start;
  return (
    all.find(({ brief }) => isRow(brief) && brief.start <= inside && inside <= brief.end) ??
    all.find(({ brief }) => !isRow(brief))
  );
}
