/** Looks out for a review while there is none: among the files of the workspace, and whenever a file or a folder comes. */
import * as vscode from "vscode";
import { findManifests, mayBeManifest } from "./reviews/manifests.ts";
import { Touches } from "./reviews/touches.ts";

/** When people come back to the window, the files are looked at once in so many milliseconds: what another program did meanwhile is not always told. */
const SELDOM_MS = 5000;

export class Seeking implements vscode.Disposable {
  private readonly found: () => void;
  private readonly own: vscode.Disposable[] = [];
  private readonly touches: Touches;
  private lookedAt = Date.now();
  private isOver = false;

  /** `found` is called when there is a review, again if that was in vain; not after it is disposed of. */
  constructor(found: () => void) {
    this.found = found;
    this.touches = new Touches(async (touches) => {
      const folders = await this.touches.folders(touches);
      if (folders.size > 0 || touches.some(mayBeManifest)) await this.look();
    });
    this.own.push(
      this.touches,
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.look()),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused && Date.now() - this.lookedAt > SELDOM_MS) void this.look();
      }),
    );
    void this.look();
  }

  private async look(): Promise<void> {
    this.lookedAt = Date.now();
    const { length } = await findManifests(1);
    if (this.isOver) return;
    if (length > 0) this.found();
    else {
      // With these, VS Code says what to do without a review.
      void vscode.commands.executeCommand("setContext", "cmoc.hasReview", false);
      void vscode.commands.executeCommand("setContext", "cmoc.ready", true);
    }
  }

  dispose(): void {
    this.isOver = true;
    for (const one of this.own) one.dispose();
  }
}
