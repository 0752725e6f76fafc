/** Who codes: as the settings say, else the only coder of the review, else one of its coders, who is asked for once. */
import * as vscode from "vscode";
import { t } from "../../core/l10n.ts";
import { literal } from "../literal.ts";
import type { OpenReview } from "../reviews/open-review.ts";

export interface Coder {
  /** Undefined where the review names no coders, and no setting does. */
  readonly initials: string | undefined;
}

/** Undefined when the person thought better of it. What is chosen is kept in the settings of the workspace. */
export async function coderOf({ review, root }: OpenReview): Promise<Coder | undefined> {
  const settings = vscode.workspace.getConfiguration("cmoc", root);
  const said = settings.get<string>("coder");
  if (typeof said === "string" && isCoder(said)) return { initials: said.trim() };
  const { coders } = review.manifest;
  const [only, ...others] = coders.keys();
  if (others.length === 0) return { initials: only };
  const items = [...coders].map(([initials, name]) => ({
    label: literal(initials),
    description: literal(name),
    initials,
  }));
  const placeHolder = t("Who are you? Your initials are kept in the setting cmoc.coder of this workspace.");
  const chosen = await vscode.window.showQuickPick(items, { title: t("Code Selection"), placeHolder });
  if (!chosen) return undefined;
  const { Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  const target = vscode.workspace.workspaceFile ? WorkspaceFolder : Workspace;
  // Where there is nothing to keep it in, it is asked for again.
  await settings.update("coder", chosen.initials, target).then(undefined, () => {});
  return { initials: chosen.initials };
}

/** Initials, or a name, that brackets can hold. */
function isCoder(words: string): boolean {
  return words.trim() !== "" && words.length <= 60 && !/[()\r\n[\]*_`<>:]/.test(words);
}
