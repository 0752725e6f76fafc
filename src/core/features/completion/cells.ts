/** Cells of a table of configurations whose values the review knows: status, theme, evidence. */
import { t } from "../../l10n.ts";
import { readRole } from "../../syntax/roles.ts";
import type { Span } from "../../text.ts";
import { STATUSES } from "../../vocabulary.ts";
import { meaning, VALUE_MEANS } from "../hover/words.ts";
import { type CompletionItem, wordItems } from "./item.ts";
import { type Line, lastBreak } from "./line.ts";
import { listingOf } from "./listing.ts";
import { type ReferenceOf, sourceItems } from "./names.ts";

/** How far above a cell the head of its table is looked for. */
const FAR = 200_000;
const DELIMITER = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:|-]*)?$/;

/** Undefined where the line is no row of a table of configurations. */
export function cellItems(
  line: Line,
  span: (back: number) => Span,
  reference: ReferenceOf,
): readonly CompletionItem[] | undefined {
  if (!line.before.includes("|")) return undefined;
  const head = headOf(line);
  if (!head || head.filter((cell) => readRole(cell, line.scheme)).length < 2) return undefined;
  const cells = cellsOf(line.before);
  const typed = (cells[cells.length - 1] ?? "").trimStart();
  switch (head[cells.length - 1]?.toLowerCase()) {
    case "status":
      return wordItems(STATUSES, span(typed.length), "value", (word) => meaning(VALUE_MEANS.status, word));
    case "theme":
      return wordItems(listingOf(line.review).themes, span(typed.length), "value", () => t("A theme of the review."));
    case "evidence": {
      const item = typed.slice(Math.max(typed.lastIndexOf(","), typed.lastIndexOf(";")) + 1).trimStart();
      return /\s/.test(item) ? [] : sourceItems(line.review, span(item.length), reference);
    }
    default:
      return [];
  }
}

/** The cells of the row above the dashes of the table that the line belongs to. */
function headOf({ piece, offset }: Line): readonly string[] | undefined {
  let end = lastBreak(piece, offset);
  const first = Math.max(0, end - FAR);
  while (end > first) {
    const from = lastBreak(piece, end - 1);
    const line = piece.slice(from, end).replace(/[\r\n]+$/, "");
    if (!line.includes("|")) return undefined;
    if (DELIMITER.test(line)) {
      const above = piece.slice(lastBreak(piece, from - 1), from).replace(/[\r\n]+$/, "");
      return cellsOf(above).map((cell) => cell.trim());
    }
    end = from;
  }
  return undefined;
}

/** What stands between the bars of a row; the bar before the first cell is none of them. */
function cellsOf(row: string): readonly string[] {
  return row.replace(/^[ \t]*\|/, "").split(/(?<!\\)\|/);
}
