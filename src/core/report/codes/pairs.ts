/** Which codes stand together: in one extract, and at words that they share. */
import type { Extract, Name } from "../../model/types.ts";

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

/** Where the words of each code stand in the quote, ascending and apart. */
function spansIn(extract: Extract, nameOf: (code: string) => Name): ReadonlyMap<Name, Spans> {
  const text = compared((extract.quote ?? extract.paraphrase)?.text ?? "");
  const found = new Map<Name, (readonly [number, number])[]>();
  const places = new Map<string, number>();
  const placeOf = (words: string): number => {
    const known = places.get(words);
    if (known !== undefined) return known;
    const place = places.size >= MOST_WORDS ? -1 : text.indexOf(words);
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
      const wanted = compared(said);
      const from = wanted === "" ? -1 : placeOf(wanted);
      if (from >= 0) own.push([from, from + wanted.length]);
    }
  }
  return new Map([...found].map(([name, spans]) => [name, apart(spans)]));
}

/** Words as they are compared: every quotation mark and apostrophe the same, no punctuation at the end. */
function compared(words: string): string {
  const text = words.normalize("NFC").replace(/[“”„‟«»"‘’‚‛‹›`´]/g, "'");
  let end = text.length;
  while (end > 0 && " .,;:!?…".includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
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
