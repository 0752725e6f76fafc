/** What the thing under the pointer is: a record's card, a source's, the meaning of a word, or what is wrong with a name. */

import * as vscode from "vscode";
import { hover, type Told } from "../../core/features/hover.ts";
import { t } from "../../core/l10n.ts";
import type { Span } from "../../core/text.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import { cardOfDefinition, cardOfName, plainMarkdown } from "./cards.ts";
import { type Asked, offsetAt, rangeAt } from "./places.ts";

export async function hoverAt(here: Asked, position: vscode.Position): Promise<vscode.Hover | undefined> {
  const found = hover(here.open.review, here.path, offsetAt(here, position));
  if (!found || ("unknown" in found.told && isShown(here, found.span))) return undefined;
  const range = rangeAt(here, found.span);
  if ("record" in found.told || "source" in found.told) await here.open.references.soon();
  const words = wordsOf(here.open, found.told);
  return words && new vscode.Hover(words, range);
}

const UNKNOWN = new Set(["ref/unknown", "code/unknown", "source/unknown-key"]);

/** Whether a problem that is shown says of a name that nothing bears it: VS Code shows that under the pointer too. */
function isShown({ open, path }: Asked, { start, end }: Span): boolean {
  return open.problems(path).some(({ rule, span }) => UNKNOWN.has(rule) && span.start <= start && end <= span.end);
}

function wordsOf(open: OpenReview, told: Told): vscode.MarkdownString[] | undefined {
  if ("record" in told) {
    const card = cardOfDefinition(open, told.record);
    if (told.others === 0) return [card];
    const others =
      told.others === 1
        ? t("Another record bears the same id.")
        : t("{0} other records bear the same id.", told.others);
    return [card, plainMarkdown(others)];
  }
  if ("source" in told) {
    const card = cardOfName(open, `s:${told.source}`);
    return card && [card];
  }
  if ("unknown" in told) return [plainMarkdown(told.says)];
  const { words, means, values } = told;
  const list = values === undefined || values.length === 0 ? "" : `\n\n${values.join(", ")}`;
  return [plainMarkdown(words, means + list)];
}
