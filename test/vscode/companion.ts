/** The other extension in the window, and the preview that shows what both make of a document. */
import MarkdownIt from "markdown-it";
import * as vscode from "vscode";
import { door } from "./workspace.ts";

export interface Companion {
  /** Registers what it has for an editor, until it is disposed of. */
  readonly begin: () => vscode.Disposable;
  readonly extendMarkdownIt: <E>(engine: E) => E;
  /** What was shown last of documents, by their addresses. */
  readonly shown: ReadonlyMap<string, string>;
}

export async function companion(): Promise<Companion> {
  const found = vscode.extensions.getExtension<Companion>("cmoc-test.companion");
  if (!found) throw new Error("The companion is not there.");
  return found.activate();
}

/** A served VS Code has its preview in the Node host alone. */
export const IS_WORKER = typeof (globalThis as { readonly importScripts?: unknown }).importScripts === "function";

/** What the preview shows of a document: that of VS Code, and where it is in another host an engine that both extensions extend as they do there. */
export async function previewer(): Promise<(document: vscode.TextDocument) => Promise<string>> {
  if (!IS_WORKER) return async (document) => vscode.commands.executeCommand<string>("markdown.api.render", document);
  const engine = (await companion()).extendMarkdownIt(
    (await door()).extendMarkdownIt(new MarkdownIt({ html: true, linkify: true })),
  );
  return async (document) =>
    engine.renderer.render(engine.parse(document.getText(), {}), engine.options, { currentDocument: document.uri });
}
