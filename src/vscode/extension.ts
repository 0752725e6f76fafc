/** The door of VS Code: what is contributed is made here and does its work elsewhere. */
import * as vscode from "vscode";
import { registerCommands } from "./commands.ts";
import { Diagnostics } from "./diagnostics.ts";
import { Reviews } from "./reviews/reviews.ts";
import { Status } from "./status.ts";

/** What tests and other extensions may ask of this one. */
export interface Api {
  readonly reviews: Reviews;
  /** Resolves when everything that changed was read, checked and shown. */
  readonly settled: () => Promise<void>;
}

export function activate(context: vscode.ExtensionContext): Api {
  const log = vscode.window.createOutputChannel("CMOC", { log: true });
  const reviews = new Reviews(log);
  const diagnostics = new Diagnostics(reviews);
  context.subscriptions.push(log, reviews, diagnostics, new Status(reviews), registerCommands(reviews, log));
  void reviews.find();
  return {
    reviews,
    settled: async () => {
      await reviews.settled();
      diagnostics.publish();
    },
  };
}
