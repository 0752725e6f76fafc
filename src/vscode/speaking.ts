/** The language that people read: VS Code's, where there is a translation into it (`l10n`), else English. */
import * as vscode from "vscode";
import { fill, speak } from "../core/l10n.ts";

/** Chooses it for all that the core and the doors say; before anything is said. VS Code has the translation when the extension begins. */
export function speakAsHere(): void {
  const { bundle } = vscode.l10n;
  if (!bundle) return;
  const known = new Map(Object.entries(bundle));
  speak((message, ...args) => fill(known.get(message) || message, ...args), vscode.env.language);
}
