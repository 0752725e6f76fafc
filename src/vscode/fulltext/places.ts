/** What VS Code asks about places of full texts and of what quotes them: definitions both ways, outlines, folding. */
import * as vscode from "vscode";
import { quoteAt } from "../../core/features/quoted/written.ts";
import { type Asked, offsetAt, rangeAt } from "../language/places.ts";
import { rangeOf } from "../places.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { type FullText, fullTextOf } from "./full-text.ts";
import { passagesOf } from "./passages.ts";
import { locationOf } from "./showing.ts";

/** From a quotation to the passage that it is, or is like. */
export async function passageAt(here: Asked, position: vscode.Position): Promise<vscode.LocationLink[] | undefined> {
  const { open, path } = here;
  const extract = quoteAt(open.review, path, offsetAt(here, position));
  const quote = extract?.entity.quote;
  if (!extract || !quote) return undefined;
  const { start } = extract.placed;
  const originSelectionRange = rangeAt(here, { start: start + quote.start, end: start + quote.end });
  const { revision } = open.review;
  const { texts, proofs } = await open.proving();
  const key = extract.brief.source;
  const held = await texts.read(key);
  if (held.is !== "text" || open.review.revision !== revision) return undefined;
  const proof = proofs.of(extract);
  const text = proofs.text(key);
  if (!text || !proof || !("passage" in proof)) return undefined;
  const { uri, range } = locationOf(open, key, texts.pathOf(key), text, held.text, proof.passage.span);
  return [{ originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range }];
}

/** From a passage of a full text to the extracts that quote it. */
export async function extractsQuoting(
  reviews: Reviews,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.LocationLink[] | undefined> {
  const full = await fullTextOf(reviews, document);
  if (!full) return undefined;
  const { open, key } = full;
  const at = full.toSource(document.offsetAt(position));
  const found = (await passagesOf(open, key)).filter(({ span }) => span.start <= at && at <= span.end);
  return found.map(({ extract, span }) => {
    const { placed, brief } = extract;
    const lines = open.review.lines(placed.uri);
    return {
      originSelectionRange: new vscode.Range(
        document.positionAt(full.fromSource(span.start)),
        document.positionAt(full.fromSource(Math.max(span.start, span.end - 1)) + 1),
      ),
      targetUri: open.addressOf(placed.uri),
      targetRange: rangeOf(lines, { start: placed.start, end: placed.start + placed.facts.length }),
      targetSelectionRange: rangeOf(lines, { start: placed.start + brief.idStart, end: placed.start + brief.idEnd }),
    };
  });
}

export async function pagesIn(
  reviews: Reviews,
  document: vscode.TextDocument,
): Promise<vscode.DocumentSymbol[] | undefined> {
  const full = await fullTextOf(reviews, document);
  return full?.sections.map(({ title, span }) => {
    const range = rangeIn(document, span);
    const head = document.lineAt(range.start.line).range;
    const selection = head.end.isBefore(range.end) ? head : new vscode.Range(range.start, range.start);
    return new vscode.DocumentSymbol(
      title,
      "",
      vscode.SymbolKind.String,
      range,
      range.contains(selection) ? selection : range,
    );
  });
}

export async function foldingsIn(
  reviews: Reviews,
  document: vscode.TextDocument,
): Promise<vscode.FoldingRange[] | undefined> {
  const full: FullText | undefined = await fullTextOf(reviews, document);
  return full?.sections.flatMap(({ span }) => {
    const { start, end } = rangeIn(document, span);
    const last = end.character === 0 ? end.line - 1 : end.line;
    return last > start.line ? [new vscode.FoldingRange(start.line, last)] : [];
  });
}

function rangeIn(
  document: vscode.TextDocument,
  { start, end }: { readonly start: number; readonly end: number },
): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
