/** The files that make a folder a review, as they are found in a workspace. */
import * as vscode from "vscode";
import { isNearlyManifest, MANIFEST_NAME } from "../../core/membership/name.ts";
import type { Touch } from "./touches.ts";

const MANIFESTS = "**/[rR][eE][vV][iI][eE][wW].[yY]{ml,ML,aml,AML}";
const NOT_IN = "**/{node_modules,.git,.cmoc}/**";

/** The manifests of the workspace, and what may have been meant for one; so many at most. */
export function findManifests(most?: number): Thenable<readonly vscode.Uri[]> {
  return vscode.workspace.findFiles(MANIFESTS, NOT_IN, most);
}

export function isManifest(name: string): boolean {
  return name === MANIFEST_NAME || isNearlyManifest(name);
}

/** Whether a manifest may have come or gone. */
export function mayBeManifest({ uri, came, went }: Touch): boolean {
  return (came || went) && isManifest(nameOf(uri));
}

export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
