/** The text of a source as it is held: its words, and its pages as they are printed. */
import { firstNot, type Span } from "../text.ts";
import { type Folded, fold, folding, type Skipped } from "./fold.ts";
import type { Looseness } from "./units.ts";

/** A page, or a section of a text without pages. */
export interface Page {
  /** The offset at which it begins. */
  readonly start: number;
  /** As it is printed: `412`, `xiv`; undefined where that is not known. */
  readonly label: string | undefined;
}

/** Its folds are made when they are asked for, and kept as long as it is. */
export class SourceText {
  readonly text: string;
  /** Ascending; none where the text has none. */
  readonly pages: readonly Page[];
  /** Heads, feet and notes of pages, which are shown and not compared where they stand: ascending and apart. */
  readonly skipped: readonly Skipped[];
  private readonly folds = new Map<Looseness, Folded>();

  constructor(text: string, pages: readonly Page[] = [], skipped: readonly Skipped[] = []) {
    this.text = text;
    this.skipped = skipped;
    this.pages = pages;
  }

  folded(looseness: Looseness): Folded {
    const known = this.folds.get(looseness);
    if (known) return known;
    const made = fold(this.text, looseness, this.skipped);
    this.folds.set(looseness, made);
    return made;
  }

  /** Makes the folds that are not made yet, in steps of some milliseconds. */
  *preparing(): Generator<void> {
    for (const looseness of ["plain", "loose"] as const)
      if (!this.folds.has(looseness)) this.folds.set(looseness, yield* folding(this.text, looseness, this.skipped));
  }

  /** The pages that a span touches, in order. */
  pagesOf({ start, end }: Span): readonly Page[] {
    const { pages } = this;
    const from = firstNot(pages.length, (index) => (pages[index]?.start ?? 0) <= start) - 1;
    const to = firstNot(pages.length, (index) => (pages[index]?.start ?? 0) < Math.max(end, start + 1));
    return start > this.text.length ? [] : pages.slice(Math.max(0, from), to);
  }
}
