/** Looks out for texts that may have stripes, and then has what shows them loaded. */
import * as vscode from "vscode";
import { load } from "./loading.ts";
import type { Parts } from "./parts.ts";
import type { Reviews } from "./reviews/reviews.ts";

type Stripes = InstanceType<Parts["stripes"]["Stripes"]>;

export interface Striping extends vscode.Disposable {
  /** The one thing that shows stripes. */
  readonly open: () => Promise<Stripes>;
}

export function striping(reviews: Reviews, memory: vscode.Memento): Striping {
  const { window } = vscode;
  let opening: Promise<Stripes> | undefined;
  const open = (): Promise<Stripes> => {
    opening ??= load("stripes").then(({ Stripes }) => {
      const made = new Stripes(reviews, memory);
      own.push(made);
      return made;
    });
    return opening;
  };
  /** A text that is no part of the review may be that of a source. */
  const mayBe = ({ uri, languageId }: vscode.TextDocument): boolean => {
    if (uri.scheme === "cmoc-text") return true;
    const found = reviews.of(uri);
    const path = found?.isReady && /^(?:markdown|plaintext)$/.test(languageId) ? found.pathOf(uri) : undefined;
    return path !== undefined && (!found?.reads(path) || found.review.frontMatter(path)?.citekey !== undefined);
  };
  const look = (): void => {
    if (opening || !window.visibleTextEditors.some(({ document }) => mayBe(document))) return;
    open().catch(() => {
      // It is tried again the next time.
      opening = undefined;
    });
  };
  const own: vscode.Disposable[] = [reviews.onDidChange(look), window.onDidChangeVisibleTextEditors(look)];
  return { open, dispose: () => vscode.Disposable.from(...own).dispose() };
}
