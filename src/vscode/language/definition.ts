/** From a mention to what is mentioned. Plain Markdown links and headings are left to VS Code's own Markdown. */
import type * as vscode from "vscode";
import { definition } from "../../core/features/definition.ts";
import { rangeOf } from "../places.ts";
import { type Asked, offsetAt, rangeAt } from "./places.ts";

export function definitionAt(here: Asked, position: vscode.Position): vscode.LocationLink[] | undefined {
  const found = definition(here.open.review, here.path, offsetAt(here, position));
  if (!found) return undefined;
  const originSelectionRange = rangeAt(here, found.origin);
  return found.places.map(({ uri, span, selection }): vscode.LocationLink => {
    const lines = here.open.review.lines(uri);
    return {
      originSelectionRange,
      targetUri: here.open.addressOf(uri),
      targetRange: rangeOf(lines, span),
      targetSelectionRange: rangeOf(lines, selection),
    };
  });
}
