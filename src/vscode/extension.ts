/**
 * The door of VS Code, which it opens for every Markdown file of every project: here stands what has to be there without a review. The rest is loaded when there
 * is one, or when a command is run.
 */
import * as vscode from "vscode";
import { registerCommands } from "./commands.ts";
import { openFullTexts } from "./fulltext/files.ts";
import { load, loadFrom } from "./loading.ts";
import type { Previewing } from "./previews.ts";
import { Seeking } from "./seeking.ts";
import { openViews } from "./views.ts";
import type { Whole } from "./whole.ts";

/** What tests and other extensions may ask of this one. */
export interface Api {
  /** Everything else, loaded now where it was not before. */
  readonly whole: () => Promise<Whole>;
  /** How long `activate` took, in milliseconds. */
  readonly activation: number;
  /** VS Code's preview of Markdown gives its engine, and goes on with what it is given back. */
  readonly extendMarkdownIt: <E>(engine: E) => E;
}

export function activate(context: vscode.ExtensionContext): Api {
  const begun = performance.now();
  loadFrom(context.extensionUri);
  const views = openViews();
  const preview: Previewing = {};
  let opening: Promise<Whole> | undefined;
  const whole = (): Promise<Whole> => {
    opening ??= load("review").then(({ openWhole }) => {
      seeking.dispose();
      return openWhole(context, views, preview);
    });
    opening.catch(() => {
      opening = undefined;
    });
    return opening;
  };
  let isTold = false;
  const seeking = new Seeking(() => {
    whole().catch((error) => {
      if (!isTold) void vscode.window.showErrorMessage(vscode.l10n.t("CMOC could not be loaded: {0}", String(error)));
      isTold = true;
    });
  });
  context.subscriptions.push(
    seeking,
    ...views.values(),
    registerCommands(context.extension.packageJSON, whole),
    openFullTexts(whole),
  );
  return {
    whole,
    activation: performance.now() - begun,
    extendMarkdownIt: (engine) => {
      preview.engine = engine;
      preview.begin?.();
      return engine;
    },
  };
}
