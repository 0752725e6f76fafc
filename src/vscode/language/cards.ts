/** Cards as Markdown that VS Code shows: in hovers, beside completions, as tooltips. */
import * as vscode from "vscode";
import { escaped } from "../../core/features/card/escaped.ts";
import { type Card, cardMarkdown, cardOf, cardOfName as coreCard } from "../../core/features/card.ts";
import type { Name } from "../../core/model/types.ts";
import type { Definition } from "../../core/review.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import { addressOfPlace } from "./places.ts";

export function cardOfDefinition(open: OpenReview, definition: Definition): vscode.MarkdownString {
  return markdownOf(open, cardOf(open.review, definition, optionsOf(open)));
}

/** The card of what bears a name; undefined where nothing does. */
export function cardOfName(open: OpenReview, name: Name): vscode.MarkdownString | undefined {
  const card = coreCard(open.review, name, optionsOf(open));
  return card && markdownOf(open, card);
}

function optionsOf(open: OpenReview) {
  return { problems: (path: string) => open.problems(path), reference: open.references.known };
}

function markdownOf(open: OpenReview, card: Card): vscode.MarkdownString {
  const made = new vscode.MarkdownString(cardMarkdown(card, ({ uri, span }) => addressOfPlace(open, uri, span.start)));
  made.isTrusted = false;
  made.supportHtml = false;
  return made;
}

/** Words of a review as Markdown that says just them; the first paragraph strong where there is a second. */
export function plainMarkdown(first: string, rest?: string): vscode.MarkdownString {
  return new vscode.MarkdownString(rest === undefined ? escaped(first) : `**${escaped(first)}**\n\n${escaped(rest)}`);
}
