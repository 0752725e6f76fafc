/** The invented example, copied out of the extension into a folder and opened there. */

import * as vscode from "vscode";
import { t } from "../../core/l10n.ts";
import { MANIFEST_NAME } from "../../core/membership.ts";
import { addressOf } from "../places.ts";
import { entriesOrNone } from "../reviews/manifests.ts";

const FILE = "dist/example.json";
const NAME = "community-falls-prevention";
const FIRST = "theory/exercise-groups.md";

/** Files by their paths: text, or bytes that are no text. */
type Example = Readonly<Record<string, string | { readonly base64: string }>>;

/** Asks for a folder, makes one for the example in it, and opens that. One that has the example already is opened as it is. */
export async function openExample(extension: vscode.Uri, given: unknown): Promise<void> {
  const parent = given instanceof vscode.Uri ? given : await pickFolder();
  if (!parent) return;
  const folder = vscode.Uri.joinPath(parent, NAME);
  const found = (await entriesOrNone(folder)).map(([name]) => name);
  if (found.length > 0 && !found.includes(MANIFEST_NAME)) {
    void vscode.window.showWarningMessage(
      t("That folder already has something else called {0}. Nothing was written; choose another folder.", NAME),
    );
    return;
  }
  if (found.length === 0 && !(await copied(extension, folder))) return;
  if (vscode.workspace.getWorkspaceFolder(folder) === undefined) {
    await vscode.commands.executeCommand("vscode.openFolder", folder);
    return;
  }
  await vscode.window.showTextDocument(addressOf(folder, FIRST));
}

async function pickFolder(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: t("Copy the Example Here"),
    title: t("A folder to copy the example into"),
  });
  return chosen?.[0];
}

/** Whether it could be written; says why when it could not. The manifest comes last, so that a review is found when it is whole. */
async function copied(extension: vscode.Uri, folder: vscode.Uri): Promise<boolean> {
  const { fs } = vscode.workspace;
  try {
    const text = new TextDecoder().decode(await fs.readFile(vscode.Uri.joinPath(extension, FILE)));
    const files = Object.entries(JSON.parse(text) as Example);
    const rank = ([path]: readonly [string, unknown]): number => (path === MANIFEST_NAME ? 1 : 0);
    for (const [path, content] of files.sort((a, b) => rank(a) - rank(b)))
      await fs.writeFile(addressOf(folder, path), bytesOf(content));
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await leaveNothing(folder);
    void vscode.window.showErrorMessage(
      t("The example could not be copied there: {0} Choose a folder that can be written to.", reason),
    );
    return false;
  }
}

/** Takes away the folder, which held nothing before. */
async function leaveNothing(folder: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(folder, { recursive: true });
  } catch {
    // It was not made.
  }
}

function bytesOf(content: Example[string]): Uint8Array {
  if (typeof content === "string") return new TextEncoder().encode(content);
  return Uint8Array.from(atob(content.base64), (letter) => letter.charCodeAt(0));
}
