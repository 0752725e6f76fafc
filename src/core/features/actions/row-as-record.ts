/** Writing a row of a table as a record of its own, with a heading and fields, below the text that holds the table. */

import { MANIFEST_NAME } from "../../membership.ts";
import type { Brief } from "../../model/brief.ts";
import { recordName } from "../../model/names.ts";
import { readDocument } from "../../model/read-document.ts";
import type { Cmoc } from "../../model/types.ts";
import { type Definition, Review } from "../../review.ts";
import { fold } from "../../syntax/bullets.ts";
import { sectionsOf } from "../../syntax/split.ts";
import { applyEdits, type TextEdit } from "../../text.ts";
import { writtenBullet } from "../edit/bullets.ts";
import { type OpenRow, rowOf } from "../edit/cells.ts";
import { editsOf, inOrder, type Outcome, refuse } from "../edit/outcome.ts";
import { type OpenRecord, openRecord } from "../edit/record.ts";
import { numberForm } from "../edit/reference-text.ts";
import { notHeld } from "../edit/refusals.ts";
import { idForRow } from "../edit/row-id.ts";
import { lineEnd, lineStart, nextLine, spelt, styleOf } from "../edit/style.ts";
import { citedForWhole, clausesOf, HANDS, type Hand, labelOf } from "./clauses.ts";
import { lostWords, saysTheSame } from "./meaning.ts";

/** The edits; a refusal where the record would not say what the row says. Reads the document again. */
export function rowAsRecord(review: Review, at: Definition): Outcome {
  const record = openRecord(review, at);
  if (!record) return notHeld(review, at);
  const found = rowOf(record);
  const { entity } = record;
  if (!found || entity.kind !== "cmoc" || !entity.row) return refuse("spelling");
  const id = entity.id === "" ? idForRow(review, at) : entity.id;
  if (review.definitions(entity.name).length > 1 || review.isRestatement(at.brief)) return refuse("ambiguous", { id });
  for (const hand of HANDS) {
    const words = written(record, entity, id, hand, review);
    const place = lineEnd(record.text, record.text.trimEnd().length);
    const { start } = record;
    const edits = editsFor(record, removal(record, found), place, words).map((edit) => ({
      span: { start: edit.span.start + start, end: edit.span.end + start },
      newText: edit.newText,
    }));
    if (isMeant(review, record, { ...entity, id }, edits, words)) return editsOf(record.uri, record.document, edits);
  }
  return refuse("form", { id });
}

/** The removal, and the record after an empty line at the end of the text; both in one where the row is its last line. */
function editsFor({ text, eol }: OpenRecord, removed: TextEdit, place: number, words: string): readonly TextEdit[] {
  const { span } = removed;
  if (place <= span.start || place > span.end)
    return inOrder([removed, { span: { start: place, end: place }, newText: eol + eol + words }]);
  const isLineStart = span.start === 0 || /[\r\n]/.test(text.charAt(span.start - 1));
  return [{ span, newText: (isLineStart ? eol : eol + eol) + words + text.slice(place, span.end) }];
}

/** The record as Markdown. */
function written(record: OpenRecord, entity: Cmoc, id: string, hand: Hand, review: Review): string {
  const { text, eol, scheme } = record;
  const style = styleOf(record, review);
  const bullets: string[] = [];
  const add = (label: string, words: string): void => {
    bullets.push(writtenBullet(`${label} ${words}`, style.bullet, eol));
  };
  const cells = [entity.head];
  if (entity.status) add(spelt("status", style.label), entity.status.text);
  if (entity.theme) add(spelt("theme", style.label), entity.theme.text);
  for (const { roles, words } of clausesOf(record, entity, cells, hand))
    add(spelt(labelOf(roles, scheme), style.role), words.replace(/\\\|/g, "|"));
  const cited = citedForWhole(entity, text, cells);
  if (cited !== "") add(spelt("supports", style.label), cited);
  for (const note of entity.notes) add(spelt("note", style.label), note.text);
  const title = entity.title === "" ? "" : `: ${entity.title}`;
  const heading = `${"#".repeat(levelIn(record, review))} CMOC ${numberForm(id, "cmoc") ?? id}${title}`;
  return heading + eol + eol + bullets.join(eol);
}

/** The level of the configurations with a heading in the document; else one below the heading that the table stands under. */
function levelIn({ document, uri, text, start }: OpenRecord, review: Review): number {
  const other = review
    .placed(uri)
    .find((placed) => placed.start !== start && placed.facts.count > 0 && isHeaded(placed.facts.record(0)));
  const depth = (at: number): number => /^#{1,6}/.exec(document.slice(at, at + 6))?.[0].length ?? 0;
  if (other && depth(other.start) > 0) return depth(other.start);
  return Math.min(6, Math.max(2, (sectionsOf(text)[0]?.depth ?? 0) + 1));
}

function isHeaded(brief: Brief): boolean {
  return brief.kind === "cmoc" && brief.start === 0 && brief.idStart > 0;
}

/** Takes the row out; the whole table where nothing else stands in it than the row's own theme. */
function removal({ text, entity }: OpenRecord, { table, row }: OpenRow): TextEdit {
  const theme = entity.kind === "cmoc" ? entity.theme?.text : undefined;
  const hasOthers = table.rows.some(({ cells }, at) => {
    const words = fold(cells.map((cell) => cell.text).join(" "));
    return at > 0 && at !== row && words !== "" && words !== theme;
  });
  if (hasOthers) {
    const start = table.rows[row]?.start ?? table.start;
    return { span: { start: lineStart(text, start), end: nextLine(text, start) }, newText: "" };
  }
  let start = lineStart(text, table.start);
  while (start > 0 && /\s/.test(text.charAt(start - 1))) start--;
  return { span: { start: lineEnd(text, start), end: lineEnd(text, table.end) }, newText: "" };
}

/** Whether the document then has the record, saying what the row said, every other record that it had, and every word. */
function isMeant(review: Review, record: OpenRecord, before: Cmoc, edits: readonly TextEdit[], words: string): boolean {
  const { document, uri, scheme, reading } = record;
  const whole = applyEdits(document, edits);
  const after = new Review();
  const manifest = review.document(MANIFEST_NAME);
  if (manifest) after.set(manifest);
  after.set({ uri, version: 0, text: whole });
  if (after.placed(uri)[0]?.home.reading?.scheme.name !== reading.scheme.name) return false;
  const [made, ...twins] = after.definitions(recordName(before.id));
  const entity = made?.entity;
  if (!made || twins.length > 0 || entity?.kind !== "cmoc" || entity.row || entity.title !== before.title) return false;
  const names = (text: string): string =>
    readDocument(text, scheme)
      .pieces.flatMap(({ records }) => records.map(({ kind, name }) => `${kind} ${name}`))
      .filter((each) => each !== "cmoc " && each !== `cmoc ${recordName(before.id)}`)
      .sort()
      .join("\n");
  const row = record.text.slice(before.head.start, before.head.end);
  const theme = before.theme?.text ?? "";
  const sameOthers = names(document) === names(whole);
  return sameOthers && lostWords(`${row} ${theme}`, words, scheme).length === 0 && saysTheSame(before, entity);
}
