/** A record opened for editing: its piece's text, its blocks and bullets as they are now. */
import { type Brief, isRow as isRowBrief } from "../../model/brief.ts";
import { blocksOfPiece } from "../../model/parts/blocks.ts";
import { type BulletRead, bulletRead } from "../../model/parts/bullets.ts";
import { type Reading, readAgain } from "../../model/read-piece.ts";
import type { Entity, PieceKey } from "../../model/types.ts";
import type { Definition, Placed, Review } from "../../review.ts";
import type { Block } from "../../syntax/blocks.ts";
import { type Bullet, bulletsOf } from "../../syntax/bullets.ts";
import { applyEdits, lineEnding, shiftEdits, type TextEdit } from "../../text.ts";
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
  /** How the piece is read. */
  readonly reading: Reading;
  readonly key: PieceKey;
  /** The blocks of the piece, its heading first if it has one. */
  readonly blocks: readonly Block[];
  /** The bullets that stand directly in the record; none of a row. */
  readonly bullets: readonly OpenBullet[];
}

/** Whether a record is a row of a table. */
export function isRow(record: Entity | Brief): boolean {
  return record.kind === "cmoc" && ("flags" in record ? isRowBrief(record) : record.row);
}

/** Opens a record; undefined when it is not in the review any more. Linear in its piece. */
export function openRecord(review: Review, definition: Definition): OpenRecord | undefined {
  const { placed } = definition;
  const document = review.text(placed.uri);
  const { reading } = placed.home;
  if (document === undefined || !reading || !isHeld(review, placed)) return undefined;
  const { entity } = definition;
  const { scheme } = reading;
  const { text } = placed;
  const blocks = blocksOfPiece(text);
  const bullets = isRow(entity) ? [] : bulletsOf(blocks);
  return {
    uri: placed.uri,
    document,
    eol: lineEnding(document),
    start: placed.start,
    text,
    entity,
    scheme,
    reading,
    key: placed.facts.key,
    blocks,
    bullets: bullets.map((bullet) => ({ bullet, read: bulletRead(bullet, { entity, scheme }) })),
  };
}

/** Whether the review holds the piece still: it was not changed since it was asked for. */
export function isHeld(review: Review, placed: Placed): boolean {
  const all = review.placed(placed.uri);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.start ?? 0) < placed.start) low = middle + 1;
    else high = middle;
  }
  return all[low] === placed;
}

/** The piece after the edits, read again: the record in it that bears this one's name, of several the one that stands where it does. */
export function reread({ entity, text, key, reading }: OpenRecord, edits: readonly TextEdit[]): Entity | undefined {
  const named = readAgain(applyEdits(text, edits), key, reading).filter(
    (each) => each.kind === entity.kind && each.name === entity.name,
  );
  return named.find((each) => each.start === entity.start) ?? named[0];
}

/** Edits in the piece, as edits of its document. */
export function inDocument({ uri, document, start }: OpenRecord, edits: readonly TextEdit[]): Edited {
  return editsOf(uri, document, shiftEdits(edits, start));
}
