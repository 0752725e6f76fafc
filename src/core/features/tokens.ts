/**
 * Names in a document as an editor's semantic tokens: where each id, key, extract and code is, whether it is defined there, and whether anything
 * bears it. Read from what the review keeps of each piece; of a piece that stayed as it was only the names are looked up again.
 */
import type { Review } from "../review.ts";
import type { Span } from "../text.ts";
import { piecesIn } from "./at/piece.ts";
import { type NamedSpan, namesIn, type TokenType } from "./tokens/names.ts";

export type { TokenType } from "./tokens/names.ts";

/** Offsets in the document; never over a line's end. */
export interface Token extends Span {
  readonly type: TokenType;
  /** It is the place where the name is defined. */
  readonly declaration: boolean;
  /** Nothing bears the name; of a range, one of its names. */
  readonly unknown: boolean;
}

interface Remembered {
  readonly revision: number;
  readonly pieces: WeakMap<object, readonly Token[]>;
}

const remembered = new WeakMap<Review, Remembered>();

/** The tokens of the pieces that touch the range, or of the whole document: ascending, never overlapping. */
export function tokens(review: Review, uri: string, range?: Span): readonly Token[] {
  const found: Token[] = [];
  const { pieces } = memory(review);
  const all = piecesIn(review, uri, range);
  if ((range?.start ?? 0) < (all[0]?.start ?? 1)) found.push(...citekey(review, uri));
  for (const placed of all) {
    let own = pieces.get(placed);
    if (!own) {
      own = tokensOf(namesIn(placed), review);
      pieces.set(placed, own);
    }
    for (const { start, end, type, declaration, unknown } of own)
      found.push({ start: start + placed.start, end: end + placed.start, type, declaration, unknown });
  }
  return found;
}

function memory(review: Review): Remembered {
  const known = remembered.get(review);
  if (known?.revision === review.revision) return known;
  const fresh = { revision: review.revision, pieces: new WeakMap<object, readonly Token[]>() };
  remembered.set(review, fresh);
  return fresh;
}

/** The key that a source's front matter gives it. */
function citekey(review: Review, uri: string): readonly Token[] {
  const span = review.frontMatter(uri)?.citekey?.span;
  return span && span.end > span.start ? [{ ...span, type: "key", declaration: true, unknown: false }] : [];
}

function tokensOf(names: readonly NamedSpan[], review: Review): readonly Token[] {
  const found: Token[] = [];
  for (const { start, end, type, names: meant, declaration, doubtful, prefix } of names) {
    const unknown = !declaration && meant.some((name) => !review.isDefined(name));
    const isSomebodysOwn = unknown && doubtful && !(prefix !== undefined && review.hasPrefix(prefix));
    if (!isSomebodysOwn) found.push({ start, end, type, declaration, unknown });
  }
  return found;
}
