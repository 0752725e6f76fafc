/** A record opened for editing: its piece's text, its blocks and bullets as they are now. */
import { blocksOfPiece } from "../../model/parts/blocks.ts";
import { type BulletRead, bulletRead } from "../../model/parts/bullets.ts";
import { readDocument } from "../../model/read-document.ts";
import type { Entity } from "../../model/types.ts";
import type { Definition, Placed, Review } from "../../review.ts";
import type { Block } from "../../syntax/blocks.ts";
import { type Bullet, bulletsOf } from "../../syntax/bullets.ts";
import { applyEdits, lineEnding, type TextEdit } from "../../text.ts";
import type { Scheme } from "../../vocabulary.ts";
import { type Edited, editsOf } from "./outcome.ts";

export interface OpenBullet {
  readonly bullet: Bullet;
  readonly read: BulletRead;
}

export interface OpenRecord {
  readonly uri: string;
  readonly document: string;
  readonly eol: string;
  /** Offset of the piece in the document; all other offsets are the piece's. */
  readonly start: number;
  readonly text: string;
  readonly entity: Entity;
  readonly scheme: Scheme;
  /** The blocks of the piece, its heading first if it has one. */
  readonly blocks: readonly Block[];
  /** The bullets that stand directly in the record; none of a row. */
  readonly bullets: readonly OpenBullet[];
}

/** Opens a record; undefined when it is not in the review any more. Linear in its piece. */
export function openRecord(review: Review, definition: Definition): OpenRecord | undefined {
  const { placed, entity } = definition;
  const document = review.text(placed.uri);
  const end = document === undefined ? undefined : pieceEnd(review, placed, document);
  if (document === undefined || end === undefined) return undefined;
  const { scheme } = review.manifest;
  const text = document.slice(placed.start, end);
  const blocks = blocksOfPiece(text);
  const isRow = entity.kind === "cmoc" && entity.row === true;
  const bullets = isRow ? [] : bulletsOf(blocks);
  return {
    uri: placed.uri,
    document,
    eol: lineEnding(document),
    start: placed.start,
    text,
    entity,
    scheme,
    blocks,
    bullets: bullets.map((bullet) => ({ bullet, read: bulletRead(bullet, { entity, scheme }) })),
  };
}

/** Where the piece ends in its document; undefined when the review does not hold it any more. */
export function pieceEnd(review: Review, placed: Placed, document: string): number | undefined {
  const all = review.placed(placed.uri);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.start ?? 0) < placed.start) low = middle + 1;
    else high = middle;
  }
  return all[low] === placed ? (all[low + 1]?.start ?? document.length) : undefined;
}

/** The piece after the edits, read again as a document of its own: the record in it that stands where this one stood. */
export function reread({ entity, scheme, text }: OpenRecord, edits: readonly TextEdit[]): Entity | undefined {
  const front = entity.kind === "extract" ? `---\ncitekey: ${JSON.stringify(entity.source)}\n---\n` : "";
  const facts = readDocument(front + applyEdits(text, edits), scheme);
  for (const piece of facts.pieces) {
    const found = piece.facts.records.find((each) => each.kind === entity.kind && each.name === entity.name);
    if (found) return found;
  }
  return undefined;
}

/** Edits in the piece, as edits of its document. */
export function inDocument({ uri, document, start }: OpenRecord, edits: readonly TextEdit[]): Edited {
  const moved = edits.map(({ span, newText }) => ({
    span: { start: span.start + start, end: span.end + start },
    newText,
  }));
  return editsOf(uri, document, moved);
}
