/** From a mention to what is mentioned. Plain Markdown links and headings are left to VS Code's own Markdown. */
import * as vscode from "vscode";
import { definition } from "../../core/features/definition.ts";
import { rangeOf } from "../places.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { asked, MARKDOWN, offsetAt, rangeAt } from "./places.ts";

export function registerDefinition(reviews: Reviews): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(MARKDOWN, {
    provideDefinition(document, position) {
      const here = asked(reviews, document);
      const found = here && definition(here.open.review, here.path, offsetAt(here, position));
      if (!here || !found) return undefined;
      const originSelectionRange = rangeAt(here, found.origin);
      return found.places.map(({ uri, span, selection }): vscode.LocationLink => {
        const lines = here.open.review.lines(uri);
        return {
          originSelectionRange,
          targetUri: here.open.addressOf(uri),
          targetRange: rangeOf(lines, span),
          targetSelectionRange: rangeOf(lines, selection),
        };
      });
    },
  });
}
