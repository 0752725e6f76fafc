/** What VS Code asks about places in documents: registered at once, answered by parts that are loaded when they are first asked. */
import * as vscode from "vscode";
import { TRIGGERS } from "../../core/features/completion/triggers.ts";
import { t } from "../../core/l10n.ts";
import { registerFullTexts } from "../fulltext/providers.ts";
import { load } from "../loading.ts";
import type { Parts } from "../parts.ts";
import { RULE_PAGES } from "../places.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { RECORDS } from "../views.ts";
import { registerBeside } from "./beside.ts";
import { type Asked, asked, BIBLIOGRAPHIES, MANIFEST, MARKDOWN } from "./places.ts";

export const REWRITE = vscode.CodeActionKind.RefactorRewrite;
/** Not in the palette: it is given the action that was chosen. */
export const CARRY_OUT = "cmoc.action.carryOut";

export const PASTES = vscode.DocumentDropOrPasteEditKind.Text.append("cmoc", "quote");
/** What is pasted as configurations; the spelling stands below it. */
export const CONFIGURATIONS = vscode.DocumentDropOrPasteEditKind.Text.append("cmoc", "configurations");
/** What is pasted as extracts. */
export const EXTRACTS = vscode.DocumentDropOrPasteEditKind.Text.append("cmoc", "extract");
/** What is dropped: records as references, files that join the review. */
export const DROPS = vscode.DocumentDropOrPasteEditKind.Text.append("cmoc", "drop");

/** Asks a part about a document. */
export type Ask = <P extends keyof Parts, T>(
  part: P,
  document: vscode.TextDocument,
  answer: (loaded: Parts[P], here: Asked) => T | Promise<T>,
) => Promise<T | undefined>;

/** What VS Code asks about pasting, dropping and titles beside ids: no command of it does all of that, so tests ask here. */
export interface Providers extends vscode.Disposable {
  readonly pastes: vscode.DocumentPasteEditProvider;
  readonly drops: vscode.DocumentDropEditProvider;
  readonly hints: vscode.InlayHintsProvider;
}

export function registerProviders(reviews: Reviews): Providers {
  const { languages } = vscode;
  /** What a part answers about a place; undefined where there is nothing to ask about, and when the text became another while the part was loaded. */
  const ask: Ask = async (part, document, answer) => {
    if (!asked(reviews, document)) return undefined;
    const { version } = document;
    const loaded = await load(part);
    const here = document.version === version ? asked(reviews, document) : undefined;
    return here && answer(loaded, here);
  };
  const hovers: vscode.HoverProvider = {
    provideHover: (document, position) => ask("reading", document, ({ hoverAt }, here) => hoverAt(here, position)),
  };
  const definitions: vscode.DefinitionProvider = {
    provideDefinition: (document, position) =>
      ask("reading", document, ({ definitionAt }, here) => definitionAt(here, position)),
  };
  const completions: vscode.CompletionItemProvider = {
    provideCompletionItems: (document, position) =>
      ask("completion", document, ({ completionAt }, here) => completionAt(here, document, position)),
    resolveCompletionItem: async (item) => (await load("completion")).completionResolved(item),
  };
  const actions: vscode.CodeActionProvider = {
    provideCodeActions: (document, range, context) =>
      ask("writing", document, ({ actionsAt }, here) => actionsAt(here, range, context)),
  };
  const pastes: vscode.DocumentPasteEditProvider = {
    provideDocumentPasteEdits: (document, ranges, transfer, context, token) =>
      ask("completion", document, ({ pasteAt }, here) => pasteAt(here, document, ranges, transfer, context, token)),
    resolveDocumentPasteEdit: async (edit) =>
      EXTRACTS.contains(edit.kind)
        ? (await load("joining")).extractsResolved(edit)
        : (await load("pasting")).pasteResolved(edit),
  };
  const drops: vscode.DocumentDropEditProvider = {
    provideDocumentDropEdits: (document, position, transfer) =>
      ask("joining", document, ({ dropAt }, here) => dropAt(here, document, position, transfer)),
    resolveDocumentDropEdit: async (edit) => (await load("joining")).dropResolved(edit),
  };
  const ranged: vscode.ReferenceProvider & vscode.DocumentHighlightProvider = {
    provideReferences: (document, position, context) =>
      ask("moving", document, ({ referencesAt }, here) => referencesAt(here, position, context)),
    provideDocumentHighlights: (document, position) =>
      ask("moving", document, ({ highlightsAt }, here) => highlightsAt(here, position)),
  };
  const held: vscode.DocumentSymbolProvider & vscode.FoldingRangeProvider & vscode.SelectionRangeProvider = {
    provideDocumentSymbols: (document) => ask("moving", document, ({ symbolsOf }, here) => symbolsOf(here)),
    provideFoldingRanges: (document) => ask("moving", document, ({ foldingsOf }, here) => foldingsOf(here)),
    provideSelectionRanges: (document, positions) =>
      ask("moving", document, ({ selectionsAt }, here) => selectionsAt(here, positions)),
  };
  const links: vscode.DocumentLinkProvider = {
    provideDocumentLinks: (document) => ask("moving", document, ({ linksOf }, here) => linksOf(here)),
  };
  const everywhere: vscode.WorkspaceSymbolProvider = {
    provideWorkspaceSymbols: async (query) => {
      const { symbolsIn } = await load("moving");
      return symbolsIn(
        reviews.all().filter(({ isReady }) => isReady),
        query,
      );
    },
  };
  const renames: vscode.RenameProvider = {
    prepareRename: (document, position) =>
      ask("writing", document, ({ renamePrepared }, here) => renamePrepared(here, position)),
    provideRenameEdits: (document, position, newName) =>
      ask("writing", document, ({ renamed }, here) => renamed(here, position, newName)),
  };
  const kinds = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.Refactor] };
  const pages = { provideTextDocumentContent: async (uri: vscode.Uri) => (await load("rules")).pageOf(uri) };
  const beside = registerBeside(reviews, ask);
  const registered = vscode.Disposable.from(
    beside,
    registerFullTexts(reviews, ask),
    languages.registerHoverProvider(MARKDOWN, hovers),
    languages.registerHoverProvider(MANIFEST, hovers),
    languages.registerHoverProvider(BIBLIOGRAPHIES, hovers),
    languages.registerDefinitionProvider(MARKDOWN, definitions),
    languages.registerDefinitionProvider(BIBLIOGRAPHIES, definitions),
    languages.registerCompletionItemProvider(MARKDOWN, completions, ...TRIGGERS),
    languages.registerCompletionItemProvider(MANIFEST, completions, ...TRIGGERS),
    languages.registerCodeActionsProvider(MARKDOWN, actions, kinds),
    languages.registerCodeActionsProvider(MANIFEST, actions, kinds),
    languages.registerDocumentPasteEditProvider(MARKDOWN, pastes, {
      providedPasteEditKinds: [PASTES, EXTRACTS, CONFIGURATIONS],
      pasteMimeTypes: ["text/plain", "text/html"],
    }),
    languages.registerDocumentDropEditProvider(MARKDOWN, drops, {
      providedDropEditKinds: [DROPS],
      dropMimeTypes: [RECORDS, "files", "text/uri-list"],
    }),
    languages.registerReferenceProvider(MARKDOWN, ranged),
    languages.registerReferenceProvider(BIBLIOGRAPHIES, ranged),
    languages.registerDocumentHighlightProvider(MARKDOWN, ranged),
    languages.registerDocumentSymbolProvider(MARKDOWN, held, { label: t("Realist review") }),
    languages.registerFoldingRangeProvider(MARKDOWN, held),
    languages.registerSelectionRangeProvider(MARKDOWN, held),
    languages.registerDocumentLinkProvider(MARKDOWN, links),
    languages.registerDocumentLinkProvider(MANIFEST, links),
    languages.registerWorkspaceSymbolProvider(everywhere),
    languages.registerRenameProvider(MARKDOWN, renames),
    languages.registerRenameProvider(BIBLIOGRAPHIES, renames),
    vscode.commands.registerCommand(CARRY_OUT, async (chosen) => (await load("writing")).answerAndCarryOut(chosen)),
    vscode.workspace.registerTextDocumentContentProvider(RULE_PAGES, pages),
  );
  return { pastes, drops, hints: beside.hints, dispose: () => registered.dispose() };
}
