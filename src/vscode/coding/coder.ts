/** Who codes: as the settings say, else the only coder of the review, else one of its coders, who is asked for once. */
import * as vscode from "vscode";
import { type Signer, signerOf, unfitWords, written } from "../../core/features/coding/coder.ts";
import { t } from "../../core/l10n.ts";
import { literal } from "../literal.ts";
import type { OpenReview } from "../reviews/open-review.ts";

export interface Coder {
  /** Undefined where the review names no coders, and no setting does. */
  readonly initials: string | undefined;
}

/** Undefined when the person thought better of it, or has to set another name first, which was said. What is chosen is kept in the settings of the workspace. */
export async function coderOf(open: OpenReview): Promise<Coder | undefined> {
  const { coders } = open.review.manifest;
  const signer = signerHere(open);
  if (signer.is !== "several") return initialsOf(signer);
  const items = [...coders].map(([initials, name]) => ({
    label: literal(initials),
    description: literal(name),
    initials,
  }));
  const placeHolder = t("Who are you? Your initials are kept in the setting cmoc.coder of this workspace.");
  const chosen = await vscode.window.showQuickPick(items, { title: t("Code Selection"), placeHolder });
  const coder = chosen && initialsOf(written(chosen.initials, "review"));
  if (!coder) return undefined;
  const { Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  const target = vscode.workspace.workspaceFile ? WorkspaceFolder : Workspace;
  // Where there is nothing to keep it in, it is asked for again.
  await settingsOf(open)
    .update("coder", coder.initials, target)
    .then(undefined, () => {});
  return coder;
}

/** Who codes, as far as nobody is asked for it. */
export function signerHere(open: OpenReview): Signer {
  return signerOf(settingsOf(open).get<unknown>("coder"), open.review.manifest.coders);
}

/** Who reads: whom the setting names; undefined where its name cannot be written, which was said. */
export function readerOf(open: OpenReview): Coder | undefined {
  return initialsOf(signerOf(settingsOf(open).get<unknown>("coder"), new Map()));
}

function initialsOf(signer: Signer): Coder | undefined {
  if (signer.is === "coder") return { initials: signer.initials };
  if (signer.is !== "unfit") return { initials: undefined };
  void vscode.window.showWarningMessage(unfitWords(signer));
  return undefined;
}

function settingsOf({ root }: OpenReview): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration("cmoc", root);
}
