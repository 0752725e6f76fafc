/**
 * A piece of a document, taken apart without loss: the parts and the text between them are the piece, byte for byte. Edits are computed from
 * parts, so that they touch what they mean and nothing else. Spans are UTF-16 offsets relative to the piece, half open.
 */
import { type Block, sourceSpan } from "../syntax/blocks.ts";
import { bulletsOf } from "../syntax/bullets.ts";
import { readHeading } from "../syntax/headings.ts";
import type { Scheme } from "../vocabulary.ts";
import { blocksOfPiece } from "./parts/blocks.ts";
import { bulletParts } from "./parts/bullets.ts";
import { type Part, Parts } from "./parts/nest.ts";
import type { Entity, Evidence, Ref } from "./types.ts";

export { everyPart, type Part, type PartKind, pieces } from "./parts/nest.ts";

/**
 * The parts of a piece. `records` are those that were read from it; `refs` its references outside records. Pure, never throws, linear but for
 * sorting.
 */
export function partsOf(
  text: string,
  records: readonly Entity[],
  scheme: Scheme,
  refs: readonly Ref[] = [],
): readonly Part[] {
  const into = new Parts(text);
  const blocks = blocksOfPiece(text);
  const headed = records.find((entity) => !isRow(entity));
  if (headed) {
    into.add("record", headed, headed.id);
    headingParts(headed, blocks[0], into);
  }
  for (const entity of records) if (isRow(entity)) into.add("row", entity, entity.id);
  for (const block of headed ? blocks.slice(1) : blocks) blockParts(text, block, headed, scheme, into);
  for (const entity of records) {
    if (isRow(entity) && entity.id !== "") into.add("id", entity.idSpan, entity.id);
    if (entity.kind === "cmoc" && entity.spelling !== "fields") speltParts(entity, into);
    if (entity.kind === "extract") {
      for (const slot of entity.restated) {
        into.add("slot", slot, slot.role);
        into.add("role", slot.mark, slot.role);
      }
    }
    refParts(text, entity.refs, into);
    if ("evidence" in entity) refParts(text, entity.evidence, into);
  }
  refParts(text, refs, into);
  return into.nested();
}

function isRow(entity: Entity): boolean {
  return entity.kind === "cmoc" && entity.row === true;
}

function headingParts(entity: Entity, first: Block | undefined, into: Parts): void {
  into.add("heading", entity.head);
  if (first?.type !== "heading") return;
  const { inline } = first;
  const lead = inline.text.length - inline.text.trimStart().length;
  const read = readHeading(inline.text.trim());
  if (!read || !("record" in read)) return;
  const { idFrom, titleFrom, title } = read.record;
  let kindTo = lead + idFrom;
  while (kindTo > lead && /[\s\-‐‑–—−]/.test(inline.text.charAt(kindTo - 1))) kindTo--;
  into.add("kind", sourceSpan(inline, lead, kindTo), entity.kind);
  into.add("id", entity.idSpan, entity.id);
  if (title !== "") into.add("title", sourceSpan(inline, lead + titleFrom, inline.text.trimEnd().length), title);
}

function blockParts(text: string, block: Block, entity: Entity | undefined, scheme: Scheme, into: Parts): void {
  switch (block.type) {
    case "heading":
      into.add("heading", block);
      break;
    case "paragraph":
      into.add("paragraph", block);
      break;
    case "quote":
      into.add("quote", block);
      break;
    case "table":
      into.add("table", block);
      for (const row of block.rows) for (const cell of row.cells) into.add("cell", cell);
      break;
    case "list":
      if (!block.ordered && entity) {
        for (const bullet of bulletsOf([block])) bulletParts(bullet, text, { entity, scheme }, into);
      }
      break;
    default:
  }
}

/** The words and the marks of the slots of a sentence or a table. */
function speltParts(entity: Entity & { readonly kind: "cmoc" }, into: Parts): void {
  for (const slot of entity.slots) {
    into.add("slot", slot, slot.role);
    into.add("role", slot.mark, slot.role);
  }
}

function refParts(text: string, refs: readonly (Ref | Evidence)[], into: Parts): void {
  for (const ref of refs) {
    if (ref.link) {
      into.add("link", ref.link, ref.range ?? ref.id);
      const words = text.slice(ref.link.start, ref.link.end);
      const close = words.lastIndexOf("](");
      if (close >= 0 && ref.target !== undefined)
        into.add("target", { start: ref.link.start + close + 2, end: ref.link.end - 1 }, ref.target);
    }
    into.add("reference", ref, ref.range ?? ref.id);
  }
}
