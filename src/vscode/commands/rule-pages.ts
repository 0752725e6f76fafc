/** The page of a rule, shown by VS Code's own Markdown preview: package.json says that these addresses open in it. */
import * as vscode from "vscode";
import { rulePage } from "../../core/features/rule-page.ts";
import { ALL_RULES } from "../../core/rules/index.ts";

const SCHEME = "cmoc-rule";

/** What a problem's code links to: everywhere a link may be, while commands are let through in some places only. */
export function addressOfPage(rule: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${rule}.md` });
}

export function registerRulePages(): vscode.Disposable {
  const provider: vscode.TextDocumentContentProvider = {
    provideTextDocumentContent: ({ path }) =>
      rulePage(path.slice(1).replace(/\.md$/, "")) ?? "There is no such rule.\n",
  };
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, provider),
    vscode.commands.registerCommand("cmoc.explainRule", explainRule),
  );
}

/** Shows a rule's page; asks which when none is given. */
async function explainRule(given?: unknown): Promise<void> {
  const rule = typeof given === "string" ? given : await pickRule();
  if (rule !== undefined) await vscode.commands.executeCommand("vscode.open", addressOfPage(rule));
}

async function pickRule(): Promise<string | undefined> {
  const items = ALL_RULES.map(({ id, level, why }) => ({ label: id, description: level, detail: why }));
  const options = { placeHolder: "Which rule?", matchOnDetail: true };
  return (await vscode.window.showQuickPick(items, options))?.label;
}
