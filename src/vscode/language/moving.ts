/** The places of a name, and what a document holds, as VS Code asks for them. */
import * as vscode from "vscode";
import { documentLinks } from "../../core/features/document-links.ts";
import { type Folding, foldings } from "../../core/features/folding.ts";
import { highlights, references } from "../../core/features/references.ts";
import { selections } from "../../core/features/selection.ts";
import { shelving } from "../../core/features/symbols/shelves.ts";
import { workspaceSymbols } from "../../core/features/symbols/workspace.ts";
import { type DocumentSymbol, documentSymbols, type SymbolIs } from "../../core/features/symbols.ts";
import { t } from "../../core/l10n.ts";
import type { Review } from "../../core/review.ts";
import { rangeOf } from "../places.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import { Turns } from "../reviews/turns.ts";
import { type Asked, addressOfPlace, offsetAt, rangeAt } from "./places.ts";

export function referencesAt(
  here: Asked,
  position: vscode.Position,
  { includeDeclaration }: vscode.ReferenceContext,
): vscode.Location[] | undefined {
  const { review } = here.open;
  const found = references(review, here.path, offsetAt(here, position));
  if (!found) return undefined;
  const defined = includeDeclaration ? found.declarations.map(({ uri, selection }) => ({ uri, span: selection })) : [];
  return [...defined, ...found.mentions].map(
    ({ uri, span }) => new vscode.Location(here.open.addressOf(uri), rangeOf(review.lines(uri), span)),
  );
}

export function highlightsAt(here: Asked, position: vscode.Position): vscode.DocumentHighlight[] | undefined {
  const { Read, Write } = vscode.DocumentHighlightKind;
  return highlights(here.open.review, here.path, offsetAt(here, position))?.map(
    ({ span, is }) => new vscode.DocumentHighlight(rangeAt(here, span), is === "write" ? Write : Read),
  );
}

const KINDS: { readonly [is in SymbolIs]: vscode.SymbolKind } = {
  cmoc: vscode.SymbolKind.Class,
  theory: vscode.SymbolKind.Namespace,
  "demi-regularity": vscode.SymbolKind.Interface,
  extract: vscode.SymbolKind.String,
  code: vscode.SymbolKind.Constant,
  memo: vscode.SymbolKind.Event,
  source: vscode.SymbolKind.File,
  slot: vscode.SymbolKind.Field,
  coding: vscode.SymbolKind.Key,
};

/** Reviews of which all symbols are found quickly, or soon will be. */
const ready = new WeakSet<Review>();
/** Whatever opened a document is let go first. */
const AFTER_MS = 500;

/** Makes ready what symbols are found by, in short turns: else the first search of a large review would wait for it. */
function makeReady({ review }: OpenReview): void {
  if (ready.has(review)) return;
  ready.add(review);
  setTimeout(async () => {
    const turns = new Turns();
    for (const _ of shelving(review)) await turns.next();
  }, AFTER_MS);
}

export function symbolsOf(here: Asked): vscode.DocumentSymbol[] {
  makeReady(here.open);
  const made = ({ is, name, detail, span, selection, children }: DocumentSymbol): vscode.DocumentSymbol => {
    const range = rangeAt(here, span);
    const symbol = new vscode.DocumentSymbol(name, detail, KINDS[is], range, rangeAt(here, selection));
    symbol.children = children.map(made);
    return symbol;
  };
  return documentSymbols(here.open.review, here.path).map(made);
}

/** What is found in all reviews that are open. */
export function symbolsIn(reviews: readonly OpenReview[], query: string): vscode.SymbolInformation[] {
  return reviews.flatMap((open) =>
    workspaceSymbols(open.review, query).map(({ is, name, container, uri, span }) => {
      const place = new vscode.Location(open.addressOf(uri), rangeOf(open.review.lines(uri), span));
      return new vscode.SymbolInformation(name, KINDS[is], container, place);
    }),
  );
}

export function foldingsOf(here: Asked): vscode.FoldingRange[] {
  const region = ({ is }: Folding): vscode.FoldingRangeKind | undefined =>
    is === "front matter" ? vscode.FoldingRangeKind.Region : undefined;
  return foldings(here.open.review, here.path).map(
    (folding) => new vscode.FoldingRange(folding.start, folding.end, region(folding)),
  );
}

export function selectionsAt(here: Asked, positions: readonly vscode.Position[]): vscode.SelectionRange[] {
  return positions.map((position) => {
    const spans = selections(here.open.review, here.path, offsetAt(here, position));
    let range: vscode.SelectionRange | undefined;
    for (const span of [...spans].reverse()) range = new vscode.SelectionRange(rangeAt(here, span), range);
    return range ?? new vscode.SelectionRange(new vscode.Range(position, position));
  });
}

export function linksOf(here: Asked): vscode.DocumentLink[] {
  const { open } = here;
  return documentLinks(open.review, here.path).map(({ span, to }) => {
    const link = new vscode.DocumentLink(rangeAt(here, span));
    if ("web" in to) link.target = vscode.Uri.parse(to.web, true);
    else if ("folder" in to) {
      const folder = encodeURIComponent(JSON.stringify([open.addressOf(to.folder)]));
      link.target = vscode.Uri.parse(`command:revealInExplorer?${folder}`);
      link.tooltip = t("Show the folder of full texts");
    } else if (to.start === undefined) link.target = open.addressOf(to.file);
    else link.target = vscode.Uri.parse(addressOfPlace(open, to.file, to.start));
    return link;
  });
}
