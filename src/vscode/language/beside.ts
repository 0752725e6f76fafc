/** What stands over heads and beside ids in the texts of reviews: asked again when a review or a setting becomes another. */
import * as vscode from "vscode";
import { load } from "../loading.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { type Asked, MARKDOWN } from "./places.ts";
import type { Ask } from "./providers.ts";

/** Not in the palette: it is given a lens. */
export const SHOW_PLACES = "cmoc.lens.showPlaces";

/** What another text changed is said once nothing changed for so many milliseconds. */
const QUIET_MS = 300;

/** With what VS Code asks about titles beside ids: no command of it asks where one leads. */
export function registerBeside(
  reviews: Reviews,
  ask: Ask,
): vscode.Disposable & { readonly hints: vscode.InlayHintsProvider } {
  const { languages } = vscode;
  const changed = new vscode.EventEmitter<void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => changed.fire(), QUIET_MS);
  };
  const isOn = (setting: string, { uri }: vscode.TextDocument): boolean =>
    vscode.workspace.getConfiguration("cmoc", uri).get<boolean>(setting, true);
  const lenses: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: (document) =>
      isOn("lenses", document) ? ask("lenses", document, ({ lensesOf }, here: Asked) => lensesOf(here)) : undefined,
    resolveCodeLens: async (lens) => (await load("lenses")).lensResolved(lens),
  };
  const hints: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    provideInlayHints: (document, range) =>
      isOn("titleHints", document)
        ? ask("lenses", document, ({ hintsIn }, here: Asked) => hintsIn(here, range))
        : undefined,
    resolveInlayHint: async (hint) => (await load("lenses")).hintResolved(hint),
  };
  const registered = vscode.Disposable.from(
    changed,
    { dispose: () => clearTimeout(timer) },
    reviews.onDidChange(soon),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("cmoc.lenses") || event.affectsConfiguration("cmoc.titleHints")) soon();
    }),
    languages.registerCodeLensProvider(MARKDOWN, lenses),
    languages.registerInlayHintsProvider(MARKDOWN, hints),
    vscode.commands.registerCommand(SHOW_PLACES, async (given) => (await load("lenses")).showPlaces(given)),
  );
  return { hints, dispose: () => registered.dispose() };
}
