/** Which codes stand together: in one extract, and at words that they share. */

import type { Extract, Name } from "../../model/types.ts";
import { Ground } from "../../quotes/ground.ts";

export interface Pair {
  readonly one: Name;
  readonly other: Name;
  /** Extracts in which both stand. */
  readonly extracts: number;
  /** Those of them in which they share words: where a line codes the whole extract, it shares the words of every other. */
  readonly overlapping: number;
}

/** Of an extract with more codes than this no pairs are counted: they would be the square of their number. */
export const MOST_CODES = 200;
/** Of an extract with more coded words than this it is not looked where they stand. */
const MOST_WORDS = 2000;

interface Counted {
  readonly one: Name;
  readonly other: Name;
  extracts: number;
  overlapping: number;
}

/** Counts pairs of codes, an extract after another. */
export class Pairs {
  /** Extracts with too many codes. */
  left = 0;
  private readonly counted = new Map<string, Counted>();

  /** Takes in an extract whose coding lines name these codes. */
  add(extract: Extract, nameOf: (code: string) => Name): void {
    const spans = spansIn(extract, nameOf);
    if (spans.size < 2) return;
    if (spans.size > MOST_CODES) {
      this.left++;
      return;
    }
    const names = [...spans.keys()].sort();
    for (const [index, one] of names.entries()) {
      for (const other of names.slice(index + 1)) {
        const key = `${one} ${other}`;
        const pair = this.counted.get(key) ?? { one, other, extracts: 0, overlapping: 0 };
        this.counted.set(key, pair);
        pair.extracts++;
        if (overlap(spans.get(one) ?? [], spans.get(other) ?? [])) pair.overlapping++;
      }
    }
  }

  /** Those that stand together in most extracts first, of those the ones that share words most often. */
  all(): readonly Pair[] {
    return [...this.counted.values()].sort(
      (a, b) =>
        b.extracts - a.extracts ||
        b.overlapping - a.overlapping ||
        (a.one < b.one ? -1 : a.one > b.one ? 1 : a.other < b.other ? -1 : 1),
    );
  }
}

type Spans = readonly (readonly [from: number, to: number])[];

/** Where the words of each code stand in the quote, ascending and apart: where their stripes stand. */
function spansIn(extract: Extract, nameOf: (code: string) => Name): ReadonlyMap<Name, Spans> {
  const text = (extract.quote ?? extract.paraphrase)?.text ?? "";
  const ground = new Ground(text, [{ from: 0, at: 0, length: text.length }]);
  const found = new Map<Name, (readonly [number, number])[]>();
  const places = new Map<string, readonly [number, number] | undefined>();
  const placeOf = (words: string): readonly [number, number] | undefined => {
    if (places.has(words) || places.size >= MOST_WORDS) return places.get(words);
    const parts = ground.find(words);
    const [first, last] = [parts[0], parts[parts.length - 1]];
    const place = first && last && ([first.start, last.end] as const);
    places.set(words, place);
    return place;
  };
  for (const { code, words } of extract.codings) {
    if (code === undefined) continue;
    const name = nameOf(code);
    const own = found.get(name) ?? [];
    found.set(name, own);
    if (words.length === 0) own.push([0, Number.POSITIVE_INFINITY]);
    for (const { text: said } of words) {
      const place = placeOf(said);
      if (place) own.push(place);
    }
  }
  return new Map([...found].map(([name, spans]) => [name, apart(spans)]));
}

function apart(spans: readonly (readonly [number, number])[]): Spans {
  const found: [number, number][] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else found.push([from, to]);
  }
  return found;
}

function overlap(one: Spans, other: Spans): boolean {
  for (let at = 0, beside = 0; ; ) {
    const [a, b] = [one[at], other[beside]];
    if (!a || !b) return false;
    if (a[0] < b[1] && b[0] < a[1]) return true;
    if (a[1] <= b[1]) at++;
    else beside++;
  }
}
