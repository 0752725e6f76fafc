/** The door of VS Code: what is contributed is made here and does its work elsewhere. */
import * as vscode from "vscode";
import { registerCommands } from "./commands.ts";
import { Decorations } from "./decorations.ts";
import { Diagnostics } from "./diagnostics.ts";
import { registerProviders } from "./language/providers.ts";
import { registerTokens } from "./language/tokens.ts";
import { load, loadFrom } from "./loading.ts";
import { Reviews } from "./reviews/reviews.ts";
import { Status } from "./status.ts";
import { Trees } from "./trees.ts";

/** What tests and other extensions may ask of this one. */
export interface Api {
  readonly reviews: Reviews;
  readonly trees: Trees;
  /** Resolves when everything that changed was read, checked and shown. */
  readonly settled: () => Promise<void>;
  /** How long `activate` took, in milliseconds. */
  readonly activation: number;
}

export function activate(context: vscode.ExtensionContext): Api {
  const begun = performance.now();
  const log = vscode.window.createOutputChannel("CMOC", { log: true });
  loadFrom(context.extensionUri);
  const reviews = new Reviews(async () => (await load("bibliography")).decodeEntry, log);
  const diagnostics = new Diagnostics(reviews);
  const trees = new Trees(reviews, context.workspaceState);
  context.subscriptions.push(
    log,
    trees,
    reviews,
    diagnostics,
    new Status(reviews),
    new Decorations(reviews),
    registerCommands(context.extensionUri, reviews, trees, log),
    registerProviders(reviews),
    registerTokens(reviews),
  );
  void reviews.find();
  return {
    reviews,
    trees,
    activation: performance.now() - begun,
    settled: async () => {
      await reviews.settled();
      await diagnostics.publish();
    },
  };
}
