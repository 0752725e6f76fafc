/** What can be written at a place. */

import * as vscode from "vscode";
import { fitting } from "../../core/features/completion/fitting.ts";
import { type About, type CompletionItem, completion, type ItemKind } from "../../core/features/completion.ts";
import { t } from "../../core/l10n.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import { today } from "../today.ts";
import { cardOfName } from "./cards.ts";
import { filesFor } from "./files.ts";
import { type Asked, offsetAt, rangeAt } from "./places.ts";

/** So many are offered at a time: more than anybody reads, few enough to be there at once. */
const MOST = 150;

const KINDS: { readonly [kind in ItemKind]: vscode.CompletionItemKind } = {
  kind: vscode.CompletionItemKind.Keyword,
  label: vscode.CompletionItemKind.Property,
  slot: vscode.CompletionItemKind.Field,
  value: vscode.CompletionItemKind.EnumMember,
  record: vscode.CompletionItemKind.Reference,
  source: vscode.CompletionItemKind.File,
  extract: vscode.CompletionItemKind.Reference,
  code: vscode.CompletionItemKind.Constant,
  key: vscode.CompletionItemKind.Property,
};

/** An item that remembers what it is about until somebody looks at it. */
class Item extends vscode.CompletionItem {
  readonly open: OpenReview;
  readonly about: About | undefined;

  constructor(open: OpenReview, range: vscode.Range, made: CompletionItem) {
    super(made.detail === undefined ? made.label : { label: made.label, description: made.detail }, KINDS[made.kind]);
    this.open = open;
    this.about = made.about;
    this.range = range;
    this.insertText = made.edit.newText;
    this.sortText = made.sortText;
    this.filterText = made.filterText ?? made.label;
    if (made.more) this.command = { command: "editor.action.triggerSuggest", title: t("Suggest") };
  }
}

export async function completionAt(
  here: Asked,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.CompletionList | undefined> {
  const { version } = document;
  const files = await filesFor(here, document, position);
  // What was typed meanwhile is asked about again.
  if (document.version !== version || here.open.review.document(here.path)?.version !== version) return undefined;
  const reference = here.open.references.known;
  const all = completion(here.open.review, here.path, offsetAt(here, position), { reference, today: today(), files });
  const range = all[0] && rangeAt(here, all[0].edit.span);
  const typed = range ? document.getText(new vscode.Range(range.start, position)) : "";
  const { items, isWhole } = fitting(all, typed, MOST);
  const made = items.map((item) => new Item(here.open, rangeAt(here, item.edit.span), item));
  return new vscode.CompletionList(made, !isWhole);
}

/** The item with what is said of it, now that somebody looks at it. */
export function completionResolved(item: vscode.CompletionItem): vscode.CompletionItem {
  if (item instanceof Item && item.about !== undefined) {
    const words = told(item.open, item.about);
    if (words !== undefined) item.documentation = words;
  }
  return item;
}

function told(open: OpenReview, about: About): vscode.MarkdownString | string | undefined {
  if ("means" in about) return about.means;
  return cardOfName(open, "record" in about ? about.record : `s:${about.source}`);
}
