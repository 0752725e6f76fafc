/** The commands of package.json, there before what they do is loaded. */
import * as vscode from "vscode";
import type { Whole } from "./whole.ts";

/** Registers what the manifest contributes: each loads everything else, and runs. */
export function registerCommands(manifest: unknown, whole: () => Promise<Whole>): vscode.Disposable {
  const { contributes } = manifest as { readonly contributes: { readonly commands: readonly { command: string }[] } };
  return vscode.Disposable.from(
    ...contributes.commands.map(({ command }) =>
      vscode.commands.registerCommand(command, async (given?: unknown, selected?: unknown) =>
        (await whole()).run(command, given, selected),
      ),
    ),
  );
}
