/** A new review in a folder: its manifest, a codebook and one worked record of each kind, written whole or not at all. */

import * as vscode from "vscode";
import { t } from "../../core/l10n.ts";
import { isNearlyManifest, MANIFEST_NAME } from "../../core/membership.ts";
import { STARTER } from "../../core/starter.ts";
import { addressOf } from "../places.ts";
import { entriesOrNone } from "../reviews/manifests.ts";

const FIRST = "theory/trust.md";
const encoder = new TextEncoder();

/** Makes a review in a folder and opens it. Touches nothing that exists; in a folder of the workspace one undo takes it back. */
export async function newReview(given?: unknown): Promise<void> {
  const folder = given instanceof vscode.Uri ? given : await pickFolder();
  if (!folder) return;
  const taken = await takenIn(folder);
  if (taken.length > 0) {
    void vscode.window.showWarningMessage(
      taken.length === 1
        ? t("That folder already has {0}. Nothing was written; choose a folder without it.", taken.join(", "))
        : t("That folder already has {0}. Nothing was written; choose a folder without them.", taken.join(", ")),
    );
    return;
  }
  const isOpen = vscode.workspace.getWorkspaceFolder(folder) !== undefined;
  if (!(await isWritten(folder, isOpen))) return;
  if (isOpen) await vscode.window.showTextDocument(addressOf(folder, FIRST));
  else await vscode.commands.executeCommand("vscode.openFolder", folder);
}

/** The one folder of the workspace: at once where it is empty, else if that is what is wanted. */
async function pickFolder(): Promise<vscode.Uri | undefined> {
  const [only, ...others] = vscode.workspace.workspaceFolders ?? [];
  if (only && others.length === 0 && (await takenIn(only.uri)).length === 0) {
    const found = await seenIn(only.uri);
    if (found.length === 0) return only.uri;
    const here = { label: t("In {0}", only.name), description: t("beside {0}", listed(found)) };
    const elsewhere = { label: t("In another folder…") };
    const chosen = await vscode.window.showQuickPick([here, elsewhere], {
      placeHolder: t("Where is the review to be made?"),
    });
    if (chosen !== elsewhere) return chosen && only.uri;
  }
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: t("New Review Here"),
    title: t("An empty folder for the review"),
    ...(only && { defaultUri: only.uri }),
  });
  const folder = chosen?.[0];
  return folder && (await isWanted(folder)) ? folder : undefined;
}

/** Whether the review is to be made in a folder: asked where it holds something. */
async function isWanted(folder: vscode.Uri): Promise<boolean> {
  const found = await seenIn(folder);
  if (found.length === 0 || (await takenIn(folder)).length > 0) return true;
  const here = { label: t("In this folder"), description: t("beside {0}", listed(found)) };
  return (
    (await vscode.window.showQuickPick([here], {
      placeHolder: t("The folder is not empty. Where is the review to be made?"),
    })) !== undefined
  );
}

const SHOWN = 3;

function listed(names: readonly string[]): string {
  const more = names.length - SHOWN;
  const shown = names.slice(0, SHOWN).join(", ");
  return more > 0 ? t("{0} and {1} more", shown, more) : shown;
}

/** What stands where a new review would: files of the same name, and files, or links to elsewhere, where it has folders. */
async function takenIn(folder: vscode.Uri): Promise<readonly string[]> {
  const found = await entriesOrNone(folder);
  const taken = found.map(([name]) => name).filter((name) => name === MANIFEST_NAME || isNearlyManifest(name));
  for (const path of Object.keys(STARTER)) {
    const slash = path.indexOf("/");
    const above = path.slice(0, Math.max(0, slash));
    const own = slash < 0 ? found : await entriesOrNone(addressOf(folder, above));
    const inTheWay = found.some(([name, type]) => name === above && type !== vscode.FileType.Directory);
    const way = inTheWay ? above : own.some(([name]) => name === path.slice(slash + 1)) ? path : undefined;
    if (way !== undefined && !taken.includes(way)) taken.push(way);
  }
  return taken;
}

/** What a folder holds that is seen. */
async function seenIn(folder: vscode.Uri): Promise<readonly string[]> {
  return (await entriesOrNone(folder)).map(([name]) => name).filter((name) => !name.startsWith("."));
}

/** Whether all could be written; says why when it could not, and takes away what was. The manifest comes last, so that a review is found when it is whole. */
async function isWritten(folder: vscode.Uri, isOpen: boolean): Promise<boolean> {
  const rank = ([path]: readonly [string, string]): number => (path === MANIFEST_NAME ? 1 : 0);
  const files = Object.entries(STARTER)
    .sort((one, other) => rank(one) - rank(other))
    .map(([path, text]) => [addressOf(folder, path), encoder.encode(text)] as const);
  let reason = "";
  try {
    if (await (isOpen ? asOneEdit(files) : oneByOne(files))) return true;
  } catch (error) {
    reason = (error instanceof Error ? error.message : String(error)).replace(/[\s.]+$/, "");
  }
  await takeBack(files);
  void vscode.window.showErrorMessage(
    reason === ""
      ? t("The review could not be made there. Nothing is left of it; choose a folder that can be written to.")
      : t(
          "The review could not be made there: {0}. Nothing is left of it; choose a folder that can be written to.",
          reason,
        ),
  );
  return false;
}

type Files = readonly (readonly [uri: vscode.Uri, contents: Uint8Array])[];

function asOneEdit(files: Files): Thenable<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const [uri, contents] of files) edit.createFile(uri, { contents });
  return vscode.workspace.applyEdit(edit);
}

/** Where the folder is none of the workspace's, which opens only then. */
async function oneByOne(files: Files): Promise<boolean> {
  for (const [uri, contents] of files) await vscode.workspace.fs.writeFile(uri, contents);
  return true;
}

/** Deletes the files that hold what was written; there was none of them before. */
async function takeBack(files: Files): Promise<void> {
  const { fs } = vscode.workspace;
  for (const [uri, contents] of files) {
    try {
      const held = await fs.readFile(uri);
      if (held.length === contents.length && held.every((byte, at) => byte === contents[at])) await fs.delete(uri);
    } catch {
      // It was not written.
    }
  }
}
