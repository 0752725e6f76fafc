/** Loading a further file of the extension. On the web there is no `require` for it, so on every host it is read and evaluated, as VS Code does with the first. */
import * as vscode from "vscode";

/** What a CommonJS file of the extension exports. Rejects when it cannot be read. */
export async function loadFile<T>(extension: vscode.Uri, path: string): Promise<T> {
  const uri = vscode.Uri.joinPath(extension, path);
  const code = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const module: { exports: unknown } = { exports: {} };
  const evaluate = new Function("module", "exports", "require", `${code}\n//# sourceURL=${uri.toString()}`);
  evaluate(module, module.exports, nothingElse);
  return module.exports as T;
}

function nothingElse(name: string): never {
  throw new Error(`${name} is not part of this file.`);
}
