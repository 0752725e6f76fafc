/**
 * Loading the further files of the extension. On the web there is no `require` for them, so on every host they are read and evaluated, as VS Code does with the
 * first. They hold no module that a file before them has: what they share is handed to them, so that there is one of everything.
 */
import * as vscode from "vscode";
import type { Parts } from "./parts.ts";

/** Which files hold a part and what it needs, in the order in which they are evaluated; set by `scripts/link.mjs`, below `dist`. */
declare const FILES: { readonly [part in keyof Parts]: readonly string[] };

/** Modules by the names under which linked files ask for them. */
type Modules = Readonly<Record<string, unknown>>;

const modules = new Map<string, unknown>([["vscode", vscode]]);
/** Files that were evaluated. */
const files = new Set<string>();
let home: vscode.Uri | undefined;

/** Takes in the modules of a file that was evaluated. */
export function provide(made: Modules): void {
  for (const [name, module] of Object.entries(made)) modules.set(name, module);
}

/** Says where the extension is installed; before the first {@link load}. */
export function loadFrom(extension: vscode.Uri): void {
  home = extension;
}

/** What a part exports. Its files are evaluated once; rejects when one cannot be read, and tries again the next time. */
export async function load<P extends keyof Parts>(part: P): Promise<Parts[P]> {
  const name = `./${part}.js`;
  if (!modules.has(name)) {
    const wanted = FILES[part].filter((file) => !files.has(file));
    const read = await Promise.all(wanted.map(async (file) => ({ file, code: await codeOf(file) })));
    // Another part may have come with some of them meanwhile.
    for (const { file, code } of read) if (!files.has(file)) evaluate(file, code);
    if (!modules.has(name)) {
      // It was cut short, and is read anew the next time.
      files.delete(wanted.at(-1) ?? "");
      throw new Error(vscode.l10n.t("A part of CMOC could not be read. Try again, or install it anew."));
    }
  }
  return modules.get(name) as Parts[P];
}

/** Where a part's own file lies. */
export function fileOf(part: keyof Parts): vscode.Uri | undefined {
  return home && vscode.Uri.joinPath(home, "dist", FILES[part].at(-1) ?? "");
}

async function codeOf(file: string): Promise<string> {
  if (!home) throw new Error("It is not known where the extension is.");
  const uri = vscode.Uri.joinPath(home, "dist", file);
  return `${new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))}\n//# sourceURL=${uri.toString()}`;
}

function evaluate(file: string, code: string): void {
  const module: { exports: Modules } = { exports: {} };
  new Function("module", "require", code)(module, moduleOf);
  provide(module.exports);
  files.add(file);
}

function moduleOf(name: string): unknown {
  if (!modules.has(name)) throw new Error(`${name} is not part of the extension.`);
  return modules.get(name);
}
