/** Writing a configuration that is a sentence, or a table of its own, as fields. */

import type { BulletRead } from "../../model/parts/bullets.ts";
import type { Cmoc } from "../../model/types.ts";
import type { Review } from "../../review.ts";
import type { Block } from "../../syntax/blocks.ts";
import { readRoles } from "../../syntax/roles.ts";
import type { Span, TextEdit } from "../../text.ts";
import { FIELDS, fieldOf } from "../../vocabulary.ts";
import { insertion, writtenBullet } from "../edit/bullets.ts";
import { rowOf } from "../edit/cells.ts";
import { inOrder, type Outcome, refuse } from "../edit/outcome.ts";
import { inDocument, type OpenRecord } from "../edit/record.ts";
import { lineEnd, spelt, styleOf } from "../edit/style.ts";
import { citedForWhole, clausesOf, isWithin, labelOf } from "./clauses.ts";
import { inSomeHand } from "./hands.ts";
import { leftOver } from "./left-over.ts";
import { otherwiseAs } from "./runs.ts";

/** A bullet to be written: how it reads, its label with the colon, and its words. */
interface Line {
  readonly read: BulletRead;
  readonly words: string;
}

/** The edits; a refusal where the fields would not say what stands there now. */
export function asFields(record: OpenRecord, review: Review): Outcome {
  const { entity } = record;
  if (entity.kind !== "cmoc" || entity.row) return refuse("spelling");
  const blocks = spellingBlocks(record, entity);
  if (blocks.length === 0) return refuse("spelling");
  const style = styleOf(record, review);
  const rest = leftOver(record, entity, blocks);
  const cited = citedForWhole(entity, record.text, blocks);
  return inSomeHand(entity.id, (hand) => {
    const lines: Line[] = clausesOf(record, entity, blocks, hand).map(({ roles, words }) => {
      const label = labelOf(roles, record.scheme);
      return {
        read: { is: "slot", roles: readRoles(label, record.scheme) ?? roles },
        words: `${spelt(label, style.role)} ${words}`,
      };
    });
    const field = (label: string, words: string): void => {
      const found = fieldOf(FIELDS.cmoc, label);
      if (found) lines.push({ read: { is: "field", field: found }, words: `${spelt(label, style.label)} ${words}` });
    };
    if (cited !== "") field("supports", cited);
    for (const note of rest.notes) field("note", note);
    for (const words of rest.telling) field("note", `as a sentence: ${words}`);
    const edits = editsFor(record, blocks, lines, rest.prose, style.bullet);
    return otherwise(record, edits) ?? inDocument(record, edits);
  });
}

/** The paragraphs or the table that the slots stand in. */
function spellingBlocks(record: OpenRecord, { slots, spelling }: Cmoc): readonly Block[] {
  if (spelling === "table") {
    const found = rowOf(record);
    return found ? [found.table] : [];
  }
  if (spelling !== "sentence") return [];
  return record.blocks.filter(
    (block) => block.type === "paragraph" && slots.some(({ mark }) => isWithin(mark, [block])),
  );
}

function editsFor(
  whole: OpenRecord,
  blocks: readonly Block[],
  lines: readonly Line[],
  prose: string,
  style: Parameters<typeof writtenBullet>[1],
): readonly TextEdit[] {
  const { text, eol } = whole;
  const [first, ...others] = blocks;
  if (!first) return [];
  const record = aboveHeadings(whole, first);
  const edits: TextEdit[] = [];
  const hasList = record.bullets.some(({ read }) => read.is !== "prose");
  const below = prose === "" ? [] : [prose];
  if (hasList) {
    for (const { read, words } of lines) {
      const edit = insertion(record, read, words, style);
      const same = edits.findIndex(({ span }) => span.start === edit.span.start);
      const before = edits[same];
      if (before) edits[same] = { span: before.span, newText: before.newText + edit.newText };
      else edits.push(edit);
    }
    edits.push(below.length > 0 ? { span: spanOf(first), newText: prose } : without(first, text));
  } else {
    const list = lines.map(({ words }) => writtenBullet(words, { ...style, indent: "" }, eol)).join(eol);
    edits.push({ span: spanOf(first), newText: [list, ...below].join(eol + eol) });
  }
  for (const block of others) edits.push(without(block, text));
  return inOrder(edits);
}

/** The record with the bullets above the first heading in it alone, where the slots stand above that too: fields do not go below it. */
function aboveHeadings(record: OpenRecord, first: Block): OpenRecord {
  const deeper = record.blocks.slice(1).find(({ type }) => type === "heading")?.start;
  if (deeper === undefined || first.start > deeper) return record;
  return { ...record, bullets: record.bullets.filter(({ bullet }) => bullet.start < deeper) };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** Takes a block out with the empty lines before it. */
function without(block: Span, text: string): TextEdit {
  let start = block.start;
  while (start > 0 && /\s/.test(text.charAt(start - 1))) start--;
  return { span: { start: lineEnd(text, start), end: lineEnd(text, block.end) }, newText: "" };
}

/** What the record would then say otherwise in fields; undefined where it says the same, with every word that it had. */
function otherwise(record: OpenRecord, edits: readonly TextEdit[]): string | undefined {
  if (edits.some(({ span }, at) => span.start < (edits[at - 1]?.span.end ?? 0))) return "";
  return otherwiseAs(record, "fields", edits);
}
