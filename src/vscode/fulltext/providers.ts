/** What VS Code asks about quotations and full texts: registered at once, answered by a part that is loaded when it is first asked. */
import * as vscode from "vscode";
import { MARKDOWN } from "../language/places.ts";
import type { Ask } from "../language/providers.ts";
import { load } from "../loading.ts";
import type { Parts } from "../parts.ts";
import type { Reviews } from "../reviews/reviews.ts";

/** Texts that are shown without being files, and files that are text. */
const TEXTS: vscode.DocumentSelector = [{ scheme: "cmoc-text" }, { language: "plaintext" }];

export function registerFullTexts(reviews: Reviews, ask: Ask): vscode.Disposable {
  const { languages } = vscode;
  /** A part is loaded only where a document may be a full text. */
  const about = async <T>(
    { uri }: vscode.TextDocument,
    answer: (part: Parts["fulltext"]) => Promise<T | undefined>,
  ): Promise<T | undefined> =>
    uri.scheme === "cmoc-text" || reviews.of(uri) ? answer(await load("fulltext")) : undefined;
  const back: vscode.DefinitionProvider = {
    provideDefinition: (document, position) =>
      about(document, ({ extractsQuoting }) => extractsQuoting(reviews, document, position)),
  };
  return vscode.Disposable.from(
    languages.registerHoverProvider(MARKDOWN, {
      provideHover: (document, position) =>
        ask("fulltext", document, ({ quoteHoverAt }, here) => quoteHoverAt(here, position)),
    }),
    languages.registerDefinitionProvider(MARKDOWN, {
      provideDefinition: (document, position) =>
        ask("fulltext", document, ({ passageAt }, here) => passageAt(here, position)),
    }),
    languages.registerDefinitionProvider(TEXTS, back),
    languages.registerDefinitionProvider(MARKDOWN, back),
    languages.registerDocumentSymbolProvider(TEXTS, {
      provideDocumentSymbols: (document) => about(document, ({ pagesIn }) => pagesIn(reviews, document)),
    }),
    languages.registerFoldingRangeProvider(TEXTS, {
      provideFoldingRanges: (document) => about(document, ({ foldingsIn }) => foldingsIn(reviews, document)),
    }),
  );
}
