/** Semantic tokens: which names are known, and which nothing bears. */
import * as vscode from "vscode";
import { type TokenType, tokens } from "../../core/features/tokens.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { asked, MARKDOWN } from "./places.ts";

const TYPES: { readonly [type in TokenType]: string } = {
  id: "cmocId",
  key: "cmocKey",
  extract: "cmocExtract",
  code: "cmocCode",
  memo: "cmocMemo",
};

export const LEGEND = new vscode.SemanticTokensLegend(Object.values(TYPES), ["declaration", "unknown"]);

export function registerTokens(reviews: Reviews): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const build = (document: vscode.TextDocument, range?: vscode.Range): vscode.SemanticTokens | undefined => {
    const here = asked(reviews, document);
    if (!here) return undefined;
    const lines = here.open.review.lines(here.path);
    const span = range && { start: lines.offset(range.start), end: lines.offset(range.end) };
    const made = new vscode.SemanticTokensBuilder(LEGEND);
    for (const { start, end, type, declaration, unknown } of tokens(here.open.review, here.path, span)) {
      const from = lines.position(start);
      const modifiers = (declaration ? 1 : 0) + (unknown ? 2 : 0);
      made.push(from.line, from.character, end - start, LEGEND.tokenTypes.indexOf(TYPES[type]), modifiers);
    }
    return made.build();
  };
  return vscode.Disposable.from(
    changed,
    reviews.onDidChange(() => changed.fire()),
    vscode.languages.registerDocumentSemanticTokensProvider(
      MARKDOWN,
      { onDidChangeSemanticTokens: changed.event, provideDocumentSemanticTokens: (document) => build(document) },
      LEGEND,
    ),
    vscode.languages.registerDocumentRangeSemanticTokensProvider(
      MARKDOWN,
      { provideDocumentRangeSemanticTokens: build },
      LEGEND,
    ),
  );
}
