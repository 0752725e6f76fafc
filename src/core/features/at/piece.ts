/** The piece of a document at an offset, and its parts: read when asked for, and remembered as long as the piece stays as it is. */

import { type Part, partsOf } from "../../model/parts.ts";
import type { PieceFacts } from "../../model/piece-facts.ts";
import type { Placed, Review } from "../../review.ts";
import { firstNot } from "../../text.ts";
import type { Scheme } from "../../vocabulary.ts";

/** The piece that holds an offset of a document; the one that begins there where two meet. Undefined before the first, as in front matter. */
export function pieceAt(review: Review, uri: string, offset: number): Placed | undefined {
  const all = review.placed(uri);
  const found = all[firstFrom(all, offset + 1) - 1];
  return found && found.start <= offset ? found : undefined;
}

/** The pieces of a document that touch a stretch of it, in order; all of them without one. */
export function piecesIn(review: Review, uri: string, range?: { start: number; end: number }): readonly Placed[] {
  const all = review.placed(uri);
  if (!range) return all;
  const first = Math.max(0, firstFrom(all, range.start + 1) - 1);
  return all.slice(first, firstFrom(all, Math.max(range.end, range.start + 1)));
}

/** The index of the first piece that begins at or after an offset. */
function firstFrom(all: readonly Placed[], offset: number): number {
  return firstNot(all.length, (index) => (all[index]?.start ?? 0) < offset);
}

const NO_PARTS: readonly Part[] = [];
const known = new WeakMap<PieceFacts, { readonly scheme: Scheme; readonly parts: readonly Part[] }>();

/** The parts of a piece; none where nothing is read in it. Spans are relative to the piece. */
export function partsIn(placed: Placed): readonly Part[] {
  const { facts, home } = placed;
  const scheme = home.reading?.scheme;
  if (!scheme) return NO_PARTS;
  const remembered = known.get(facts);
  if (remembered?.scheme === scheme) return remembered.parts;
  const parts = partsOf(placed.text, placed.entities, scheme, facts.refs);
  known.set(facts, { scheme, parts });
  return parts;
}

/** The parts that hold an offset of the piece, outer before inner; of two that meet there the one that begins. */
export function pathTo(parts: readonly Part[], offset: number): readonly Part[] {
  const path: Part[] = [];
  let level = parts;
  while (level.length > 0) {
    let low = 0;
    let high = level.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((level[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const found = [level[low - 1], level[low - 2]].find((part) => part && offset <= part.end);
    if (!found) break;
    path.push(found);
    level = found.parts;
  }
  return path;
}
