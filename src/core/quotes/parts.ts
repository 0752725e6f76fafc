/** A quotation cut where its author left words out or put words in: `they met […] and stayed`, `[The nurses] met`, `the nurses … met`. */
import type { Span } from "../text.ts";

/** What stands before a part: nothing, words that were left out, words that were put in or changed, a note about the words that takes none away: `[sic]`. */
export type Gap = "none" | "omission" | "insertion" | "note";

export interface Part {
  /** Offsets in the quotation. */
  readonly span: Span;
  readonly after: Gap;
  /** What stands in a bracket right before or after it, without white space, so that a word may go on there: `[T]he`. */
  readonly cutBefore: string | undefined;
  readonly cutAfter: string | undefined;
}

/** Three dots or more, however they stand, in brackets two; or brackets with a word in them. Brackets without one leave nothing out. */
const CUT = /[[(]\s{0,3}(?:\u2026|\.(?:\s{0,2}\.){1,5})\s{0,3}[\])]|\u2026|\.(?:\s{0,2}\.){2,5}|\[[^\][]{0,300}\]/gu;
/** What the one who quotes says of the words, not in their place. */
const NOTE =
  /^\[\s*(?:sic\b|emphasis\b|italics\b|(?:my|our|original|added) (?:emphasis|italics)\b|(?:énfasis|cursivas?) (?:añadid|original|nuestr|mí))[^\]]*\]$/iu;
const SAID = /[\p{L}\p{N}]/u;

/** The parts of a quotation that stand in its source, in order; those without a letter or a digit are left out. One part where nothing is cut. */
export function partsOfQuote(quote: string): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
  let after = "none" as Gap;
  let cutBefore: string | undefined;
  const take = (end: number, cutAfter: string | undefined): void => {
    if (!SAID.test(quote.slice(start, end))) return;
    parts.push({ span: { start, end }, after: parts.length === 0 ? "none" : after, cutBefore, cutAfter });
    after = "none";
  };
  for (const { 0: cut, index } of quote.matchAll(CUT)) {
    const isWords = cut.startsWith("[") && SAID.test(cut);
    if (!isWords && !DOTS.test(cut)) continue;
    const end = index + cut.length;
    const gap: Gap = !isWords ? "omission" : NOTE.test(cut) ? "note" : "insertion";
    const inside = gap === "insertion" ? cut.slice(1, -1).trim() : undefined;
    take(index, SAID.test(quote.charAt(index - 1)) ? inside : undefined);
    // Of several cuts in a row the one that leaves out most counts.
    after = WEIGHT[gap] > WEIGHT[after] ? gap : after;
    cutBefore = SAID.test(quote.charAt(end)) ? inside : undefined;
    start = end;
  }
  take(quote.length, undefined);
  return parts;
}

const DOTS = /\u2026|\.\s{0,2}\./u;
const WEIGHT: { readonly [is in Gap]: number } = { none: 0, note: 1, insertion: 2, omission: 3 };
