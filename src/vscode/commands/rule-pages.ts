/** The page of a rule, shown by VS Code's own Markdown preview: package.json says that these addresses open in it. */

import * as vscode from "vscode";
import { t } from "../../core/l10n.ts";
import { rulePage } from "../../core/proof/rule-page.ts";
import { EXPLAINED_RULES } from "../../core/rules/pages.ts";
import { addressOfPage } from "../places.ts";

/** What an address of a page shows. */
export function pageOf({ path }: vscode.Uri): string {
  const rule = path.slice(1).replace(/\.md$/, "").replace("-", "/");
  return rulePage(rule) ?? `${t("There is no such rule.")}\n`;
}

/** Shows a rule's page; asks which when none is given. */
export async function explainRule(given?: unknown): Promise<void> {
  const rule = typeof given === "string" ? given : await pickRule();
  if (rule !== undefined) await vscode.commands.executeCommand("vscode.open", addressOfPage(rule));
}

async function pickRule(): Promise<string | undefined> {
  const items = EXPLAINED_RULES.map(({ id, level, why }) => ({ label: id, description: level, detail: t(why) }));
  const options = { placeHolder: t("Which rule?"), matchOnDetail: true };
  return (await vscode.window.showQuickPick(items, options))?.label;
}
