/** A text in which coded words are looked for: that of a quote without its marks, or a passage of a source; and where its units stand in a document. */

import { firstNot, type Span } from "../text.ts";
import { type Folded, fold, type Skipped, spanIn } from "./fold.ts";
import { nearest } from "./fuzzy.ts";
import { goesOn } from "./units.ts";

/** Units of a ground's text that stand together in the document. */
export interface Run {
  /** The first unit in the text, and where it stands in the document. */
  readonly from: number;
  readonly at: number;
  readonly length: number;
}

/** So much may be looked at to find the words of one extract, in units; what is beyond that stays unfound. Few extracts need a thousandth of it. */
const MOST_WORK = 20_000_000;
/** What likeness costs, in looks. */
const LIKENESS = 30;

export class Ground {
  readonly text: string;
  /** Ascending; units between two of them stand nowhere. */
  private readonly runs: readonly Run[];
  /** Stretches of the text that are not compared: heads and feet of pages. */
  private readonly skipped: readonly Skipped[];
  private readonly folds = new Map<string, Folded>();
  private work = 0;

  constructor(text: string, runs: readonly Run[], skipped: readonly Skipped[] = []) {
    this.text = text;
    this.runs = runs;
    this.skipped = skipped;
  }

  /**
   * The first place of words in the text, as they are, else with other marks or another case, else with other punctuation; as whole words, else as a part of some. With
   * `likeness` also words that are like them. As parts in the document, a line each; none where they are not found.
   */
  find(words: string, likeness = false): readonly Span[] {
    const found = this.place(words) ?? (likeness ? this.like(words) : undefined);
    return found ? this.parts(found) : [];
  }

  /** All of the text, a line each. */
  all(): readonly Span[] {
    return this.parts({ start: 0, end: this.text.length });
  }

  private place(words: string): Span | undefined {
    for (const isOpen of [false, true]) {
      for (const looseness of LOOSENESSES) {
        if (!this.mayLook(this.text.length)) return undefined;
        const folded = this.folded(looseness);
        const place = firstIn(folded.text, foldedAs(words, looseness, []).text, isOpen);
        if (place) return spanIn(this.text, folded, place.start, place.end);
      }
    }
    // A sign before them may be none of theirs: `-1a` where the text has `1a`.
    const bare = words.replace(BEFORE_WORDS, "");
    return bare === words ? undefined : this.place(bare);
  }

  private like(words: string): Span | undefined {
    if (!this.mayLook(this.text.length * LIKENESS)) return undefined;
    const folded = this.folded("loose");
    const [found] = nearest(folded.text, fold(words, "loose").text);
    return found && spanIn(this.text, folded, found.start, found.end);
  }

  private mayLook(units: number): boolean {
    this.work += units;
    return this.work <= MOST_WORK;
  }

  private folded(looseness: (typeof LOOSENESSES)[number]): Folded {
    const known = this.folds.get(looseness);
    if (known) return known;
    const made = foldedAs(this.text, looseness, this.skipped);
    this.folds.set(looseness, made);
    return made;
  }

  /** A stretch of the text in the document: one part for each line, without white space at its ends; what only markup parts stays together. */
  private parts({ start, end }: Span): readonly Span[] {
    const { runs, skipped, text } = this;
    const parts: { start: number; end: number }[] = [];
    let isOpen = false;
    let run = firstNot(runs.length, (index) => endOf(runs[index]) <= start);
    let skip = firstNot(skipped.length, (index) => (skipped[index]?.end ?? 0) <= start);
    for (let at = start; at < end; at++) {
      const skipping = skipped[skip];
      if (skipping && skipping.start <= at) {
        at = Math.max(at, skipping.end) - 1;
        skip++;
        isOpen = false;
        continue;
      }
      while (run < runs.length && endOf(runs[run]) <= at) run++;
      const here = runs[run];
      const unit = text.charCodeAt(at);
      if (isLineEnd(unit)) isOpen = false;
      if (!here || here.from > at || unit <= BLANK || SPACE.test(text.charAt(at))) continue;
      const place = here.at + at - here.from;
      const last = parts[parts.length - 1];
      if (last && isOpen && place >= last.end) last.end = place + 1;
      else parts.push({ start: place, end: place + 1 });
      isOpen = true;
    }
    return parts;
  }
}

const BEFORE_WORDS = /^[^\p{L}\p{N}]+/u;
const BLANK = 32;
const SPACE = /\s/;
const isLineEnd = (unit: number): boolean => unit >= 10 && unit <= 13;
const endOf = (run: Run | undefined): number => (run ? run.from + run.length : 0);

/** As the words are but for white space, then as quotations are compared. */
const LOOSENESSES = ["spaced", "plain", "loose"] as const;

function foldedAs(text: string, looseness: (typeof LOOSENESSES)[number], skipped: readonly Skipped[]): Folded {
  return looseness === "spaced" ? spaced(text, skipped) : fold(text, looseness, skipped);
}

/** The text with each run of white space as one blank, none at its beginning. */
function spaced(text: string, skipped: readonly Skipped[]): Folded {
  const offsets = new Int32Array(text.length + skipped.reduce((sum, { as }) => sum + (as?.length ?? 1), 0));
  let made = "";
  let length = 0;
  let skip = 0;
  let isParted = true;
  const add = (sign: string, at: number): void => {
    made += sign;
    offsets[length++] = at;
    isParted = sign === " ";
  };
  for (let at = 0; at < text.length; ) {
    const next = skipped[skip];
    if (next && next.start <= at) {
      for (const sign of next.as ?? " ") if (!SPACE.test(sign) || !isParted) add(SPACE.test(sign) ? " " : sign, at);
      at = Math.max(at, next.end);
      skip++;
      continue;
    }
    const sign = text.charAt(at);
    if (!SPACE.test(sign)) add(sign, at);
    else if (!isParted) add(" ", at);
    at++;
  }
  return { text: made, offsets: offsets.subarray(0, length) };
}

/** The first place of words; no word goes on before or after it, unless it is open. */
function firstIn(text: string, words: string, isOpen: boolean): Span | undefined {
  if (words === "" || words === " ") return undefined;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (isOpen || (!goesOn(text, at) && !goesOn(text, end))) return { start: at, end };
  }
  return undefined;
}
