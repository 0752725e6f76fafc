/** Addresses of full texts that are shown without being files: they name the review and the source, so that a window that is loaded again finds them. */
import * as vscode from "vscode";

export const FULL_TEXT = "cmoc-text";

export interface TextAddress {
  /** The folder of the review. */
  readonly root: string;
  /** The citation key of the source. */
  readonly key: string;
}

/** Its name is what a tab is called. */
export function addressOfText(root: vscode.Uri, key: string): vscode.Uri {
  const name = key.replace(/[\\/]+/g, "-");
  return vscode.Uri.from({
    scheme: FULL_TEXT,
    path: `/${name}.full-text`,
    query: JSON.stringify([root.toString(), key]),
  });
}

/** Undefined of an address that is none of these, or was made by somebody else. */
export function readAddress({ scheme, query }: vscode.Uri): TextAddress | undefined {
  if (scheme !== FULL_TEXT) return undefined;
  try {
    const read: unknown = JSON.parse(query);
    if (!Array.isArray(read)) return undefined;
    const [root, key] = read as readonly unknown[];
    return typeof root === "string" && typeof key === "string" ? { root, key } : undefined;
  } catch {
    return undefined;
  }
}
