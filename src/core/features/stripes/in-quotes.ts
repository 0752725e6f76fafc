/** The stripes of a source's own file: coded words where they stand in the block quotes of its extracts. */
import type { PieceFacts } from "../../model/piece-facts.ts";
import type { Extract } from "../../model/types.ts";
import type { Definition, Placed, Review } from "../../review.ts";
import type { Span } from "../../text.ts";
import { piecesIn } from "../at/piece.ts";
import { looksOf } from "../marks.ts";
import { codedIn, inRows, stripeOf } from "./coded.ts";
import { quoteGround } from "./quoted.ts";
import type { Coded, Stripe } from "./stripe.ts";

/** Those of the extracts that touch a stretch of a document, in all of it without one: ascending. Read from the pieces there, whatever the length of the document, and remembered with them. */
export function quoteStripes(review: Review, uri: string, window?: Span): readonly Stripe[] {
  const looks = looksOf(review.manifest.scheme);
  const found: Stripe[] = [];
  for (const placed of piecesIn(review, uri, window)) {
    const extract = extractIn(placed);
    if (!extract) continue;
    for (const each of codedOf(placed, extract)) {
      const stripe = stripeOf(each, extract, looks, placed.start);
      if (!window || (stripe.start < window.end && stripe.end > window.start)) found.push(stripe);
    }
  }
  return found;
}

function extractIn(placed: Placed): Definition<Extract> | undefined {
  const [first] = placed.definitions;
  return first?.brief.kind === "extract" ? (first as Definition<Extract>) : undefined;
}

const NONE: readonly Coded[] = [];
const known = new WeakMap<PieceFacts, { readonly scheme: unknown; readonly coded: readonly Coded[] }>();

/** Relative to the piece; its text and the review's scheme alone decide them. */
function codedOf(placed: Placed, extract: Definition<Extract>): readonly Coded[] {
  const { facts, home } = placed;
  const scheme = home.reading?.scheme;
  const remembered = known.get(facts);
  if (remembered && remembered.scheme === scheme) return remembered.coded;
  const { codings, quote } = extract.entity;
  const ground = codings.length === 0 || !quote ? undefined : quoteGround(placed.text);
  const coded = ground ? inRows(codedIn(codings, ground)) : NONE;
  known.set(facts, { scheme, coded });
  return coded;
}
