/** The ways in which the configuration at a place can be written otherwise. */
import { t } from "../../l10n.ts";
import { isRow } from "../../model/brief.ts";
import { Definition } from "../../review/placed.ts";
import type { Review } from "../../review.ts";
import { LARGE } from "../at/large.ts";
import { pieceAt } from "../at/piece.ts";
import { isRefusal, type Outcome } from "../edit/outcome.ts";
import { openRecord } from "../edit/record.ts";
import type { Action } from "./action.ts";
import { asFields } from "./as-fields.ts";
import { asRow, hasTable } from "./as-row.ts";
import { asSentence, asTable } from "./as-sentence.ts";
import { rowAsRecord } from "./row-as-record.ts";

/** A sentence, a table or a row as fields; fields as a sentence or a table. */
export function rewritings(review: Review, uri: string, offset: number): readonly Action[] {
  const placed = pieceAt(review, uri, offset);
  const at = offset - (placed?.start ?? 0);
  const { count = 0 } = placed?.facts ?? {};
  let index = -1;
  for (let each = 0; placed && each < count; each++) {
    const brief = placed.facts.record(each);
    if (brief.kind !== "cmoc") continue;
    if (!isRow(brief)) index = index < 0 ? each : index;
    else if (brief.start <= at && at <= brief.end) index = each;
  }
  const brief = placed && index >= 0 ? placed.facts.record(index) : undefined;
  if (!placed || brief?.kind !== "cmoc") return [];
  const definition = new Definition(placed, index);
  // A row takes the whole document to be read, which waits until it is chosen.
  if (isRow(brief))
    return brief.roles.length < 2
      ? []
      : [rewriting(t("Write the row as a record with fields"), () => rowAsRecord(review, definition))];
  // Nobody writes so much as one sentence, and trying it would be felt.
  if (placed.facts.length > LARGE) return [];
  const { entity } = definition;
  if (entity.kind !== "cmoc" || entity.slots.length === 0) return [];
  const record = openRecord(review, definition);
  if (!record) return [];
  const ways =
    entity.spelling === "fields"
      ? [
          sure(t("Write it as a sentence"), asSentence(record)),
          sure(t("Write it as a table"), asTable(record)),
          // As with a row, the whole document is read once it is chosen.
          entity.title === "" && hasTable(review, uri)
            ? rewriting(t("Write it as a row of the table"), () => asRow(review, definition))
            : undefined,
        ]
      : [
          sure(
            entity.spelling === "table" ? t("Write the table as fields") : t("Write the sentence as fields"),
            asFields(record, review),
          ),
        ];
  return ways.filter((way) => way !== undefined);
}

function sure(title: string, outcome: Outcome): Action | undefined {
  return isRefusal(outcome) || outcome.edits.size === 0 ? undefined : rewriting(title, () => outcome);
}

function rewriting(title: string, make: () => Outcome): Action {
  return { title, kind: "rewrite", preferred: false, make };
}
