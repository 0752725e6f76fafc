/** Between places of the core (paths below a review's folder, offsets) and VS Code's (addresses, positions). */
import * as vscode from "vscode";
import type { LineIndex, Span } from "../core/text.ts";

/** The path of an address below a folder, parted by `/`; undefined when it lies elsewhere. Both are compared as they are written. */
export function pathBelow(root: vscode.Uri, uri: vscode.Uri): string | undefined {
  if (uri.scheme !== root.scheme || uri.authority !== root.authority) return undefined;
  const folder = root.path.endsWith("/") ? root.path : `${root.path}/`;
  return uri.path.startsWith(folder) && uri.path.length > folder.length ? uri.path.slice(folder.length) : undefined;
}

export function addressOf(root: vscode.Uri, path: string): vscode.Uri {
  return vscode.Uri.joinPath(root, path);
}

/** The document that an editor holds of an address; addresses are compared as they are written. */
export function documentAt({ scheme, authority, path }: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(
    ({ uri, isClosed }) => !isClosed && uri.path === path && uri.scheme === scheme && uri.authority === authority,
  );
}

/** A span of a document as a range; positions are 0-based, in UTF-16 units. */
export function rangeOf(lines: LineIndex, span: Span): vscode.Range {
  const { start, end } = lines.range(span);
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** The scheme of the pages of rules. */
export const RULE_PAGES = "cmoc-rule";

/** What a problem's code links to: everywhere a link may be, while commands are let through in some places only. Its name is what a tab is called. */
export function addressOfPage(rule: string): vscode.Uri {
  return vscode.Uri.from({ scheme: RULE_PAGES, path: `/${rule.replace("/", "-")}.md` });
}
