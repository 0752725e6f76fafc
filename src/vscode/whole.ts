/** All that is there with a review: what is contributed is made here and does its work elsewhere. */
import * as vscode from "vscode";
import { allCommands } from "./commands/all.ts";
import { Decorations } from "./decorations.ts";
import { Diagnostics } from "./diagnostics.ts";
import { type Providers, registerProviders } from "./language/providers.ts";
import { registerTokens } from "./language/tokens.ts";
import { load } from "./loading.ts";
import { type Previewing, Previews } from "./previews.ts";
import { Reviews } from "./reviews/reviews.ts";
import { speakAsHere } from "./speaking.ts";
import { Status } from "./status.ts";
import { striping } from "./striping.ts";
import { Trees } from "./trees.ts";
import type { Views } from "./views.ts";

export interface Whole {
  readonly reviews: Reviews;
  readonly trees: Trees;
  readonly providers: Providers;
  /** Does what a command of package.json says; of a row that it is given, with all that are selected. */
  readonly run: (command: string, given: unknown, selected?: unknown) => unknown;
  /** Resolves when everything that changed was read, checked and shown. */
  readonly settled: () => Promise<void>;
}

/** Begins to look for reviews and shows them. */
export function openWhole(context: vscode.ExtensionContext, views: Views, preview: Previewing): Whole {
  speakAsHere();
  const log = vscode.window.createOutputChannel("CMOC", { log: true });
  const reviews = new Reviews(async () => (await load("bibliography")).decodeEntry, log);
  const diagnostics = new Diagnostics(reviews);
  const trees = new Trees(reviews, context.workspaceState, views);
  const providers = registerProviders(reviews);
  const stripes = striping(reviews, context.workspaceState);
  const commands = allCommands(context.extensionUri, reviews, trees, stripes, log);
  // What is shown of the reading of its sources comes after the review itself.
  const progress = reviews.onDidChange(async ({ open }) => {
    if (!open.isReady) return;
    progress.dispose();
    context.subscriptions.push(new (await load("progress")).Progress(reviews, trees));
  });
  context.subscriptions.push(
    log,
    trees,
    reviews,
    diagnostics,
    new Status(reviews),
    progress,
    new Decorations(reviews),
    stripes,
    providers,
    registerTokens(reviews),
    new Previews(reviews, preview, log),
  );
  void reviews.find();
  return {
    reviews,
    trees,
    providers,
    run: (command, given, selected) => commands.get(command)?.(given, selected),
    settled: async () => {
      await reviews.settled();
      for (const { proven } of reviews.all()) await proven?.settled();
      await diagnostics.publish();
    },
  };
}
