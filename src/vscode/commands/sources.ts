/** Sources to choose from; found by key, author, year, title and DOI. */
import * as vscode from "vscode";
import { authorYear, type Reference } from "../../core/bibliography/reference.ts";
import type { SourceView } from "../../core/review.ts";
import { literal } from "../literal.ts";
import type { OpenReview } from "../reviews/open-review.ts";

export interface SourceItem extends vscode.QuickPickItem {
  readonly key: string;
}

/** Says `none` where there is no source to choose. */
export async function pickSource(
  open: OpenReview,
  placeHolder: string,
  none: string,
  isWanted: (key: string) => boolean = () => true,
): Promise<string | undefined> {
  const sources = open.review.sources().filter(({ key }) => isWanted(key));
  if (sources.length === 0) {
    void vscode.window.showInformationMessage(none);
    return undefined;
  }
  const items = sourceItems(open, sources);
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true, matchOnDetail: true }))
    ?.key;
}

/** The sources, with what their bibliography says of them, which is decoded now. */
export async function sourceItems(open: OpenReview, sources: readonly SourceView[]): Promise<readonly SourceItem[]> {
  await open.references.all();
  return sources.map((source) => sourceItem(source, open.references.known(source.key)));
}

function sourceItem({ key, frontMatter, status }: SourceView, reference: Reference | undefined): SourceItem {
  const title = reference?.title || frontMatter?.title?.value || "";
  const facts = [reference && authorYear(reference), status, reference?.doi].filter(Boolean);
  return { label: literal(key), description: literal(facts.join(" · ")), detail: literal(title), key };
}
