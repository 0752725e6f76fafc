/** A quotation cut where its author left words out or put words in: `they met […] and stayed`, `[The nurses] met`, `the nurses … met`. */
import type { Span } from "../text.ts";

/** What stands before a part: nothing, words that were left out, words that were put in or changed. */
export type Gap = "none" | "omission" | "insertion";

export interface Part {
  /** Offsets in the quotation. */
  readonly span: Span;
  readonly after: Gap;
  /** Whether a bracket stands right before or after it, without white space, so that a word may go on there: `[T]he`. */
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** Three dots or more, however they stand, with or without brackets; or brackets with words in them. */
const CUT = /[[(]\s{0,3}(?:\u2026|\.(?:\s{0,2}\.){2,5})\s{0,3}[\])]|\u2026|\.(?:\s{0,2}\.){2,5}|\[[^\][]{0,300}\]/gu;
const SAID = /[\p{L}\p{N}]/u;

/** The parts of a quotation that stand in its source, in order; those without a letter or a digit are left out. One part where nothing is cut. */
export function partsOfQuote(quote: string): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
  let after = "none" as Gap;
  let isCutBefore = false;
  const take = (end: number, isCutAfter: boolean): void => {
    if (!SAID.test(quote.slice(start, end))) return;
    parts.push({ span: { start, end }, after: parts.length === 0 ? "none" : after, isCutBefore, isCutAfter });
    after = "none";
  };
  for (const { 0: cut, index } of quote.matchAll(CUT)) {
    const isInsertion = cut.startsWith("[") && SAID.test(cut);
    const end = index + cut.length;
    take(index, isInsertion && SAID.test(quote.charAt(index - 1)));
    // Of several cuts in a row the one that leaves out most counts.
    after = isInsertion && after !== "omission" ? "insertion" : "omission";
    isCutBefore = isInsertion && SAID.test(quote.charAt(end));
    start = end;
  }
  take(quote.length, false);
  return parts;
}
