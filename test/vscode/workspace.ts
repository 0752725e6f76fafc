/** The workspace that the suites share: files made, edited and taken away through VS Code, the extension asked through what it exports. */
import * as vscode from "vscode";
import type { Api } from "../../src/vscode/extension.ts";

const ID = "cmoc.cmoc";
const encoder = new TextEncoder();

export async function extension(): Promise<Api> {
  const found = vscode.extensions.getExtension<Api>(ID);
  if (!found) throw new Error(`The extension ${ID} is not there.`);
  return found.activate();
}

export function folder(): vscode.Uri {
  const first = vscode.workspace.workspaceFolders?.[0];
  if (!first) throw new Error("No folder is open.");
  return first.uri;
}

export function at(path: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), path);
}

export async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(at(path), encoder.encode(text));
}

/** Waits until something is so, asking again and again; throws with what it was last. */
export async function until<T>(ask: () => T | Promise<T>, isSo: (value: T) => boolean, limit = 10_000): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const value = await ask();
    if (isSo(value)) return value;
    if (Date.now() > end) throw new Error(`It never came to be so; last: ${JSON.stringify(value)}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
