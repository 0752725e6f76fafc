/**
 * What of each document is found by letters, in lists of numbers: of a hundred thousand records most are passed over without a look at them. A list is kept as
 * long as its document stays as it is.
 */
import type { Bibliography, BibliographyEntry } from "../../bibliography/types.ts";
import { type Brief, isRow } from "../../model/brief.ts";
import type { Placed, Review } from "../../review.ts";
import { firstWords } from "../card/words.ts";
import { bitsOf, lettersOf, mayHold } from "./letters.ts";

/** A record of a piece, a source with a file of its own, or one that only a bibliography knows. */
export type One =
  | { readonly is: "record"; readonly placed: Placed; readonly at: number }
  | { readonly is: "source"; readonly uri: string; readonly key: string; readonly title: string }
  | { readonly is: "entry"; readonly uri: string; readonly entry: BibliographyEntry };

/** The things of one document in order; five numbers each: letters of both halves, beginning, piece, place in it. A source's piece is -1, an entry's -2. */
interface Shelf {
  readonly numbers: Int32Array;
  readonly key: string;
  readonly title: string;
}

const EACH = 5;
const SOURCE = -1;
const ENTRY = -2;
const EMPTY: Shelf = { numbers: new Int32Array(0), key: "", title: "" };

const known = new WeakMap<readonly Placed[] | Bibliography, Shelf>();

/** What is still of use: anything, what begins as is wanted, nothing. */
export type Use = "all" | "beginning" | "none";

/** Calls `take` for what may hold the wanted letters, in the order of paths and text; what it gives back says what may come after it. */
export function eachThing(review: Review, wanted: string, take: (one: One) => Use): void {
  let use: Use = "all";
  const bits = bitsOf(wanted);
  const beginning = beginningOf(wanted);
  const mask = wanted.length > 3 ? -1 : (1 << (7 * wanted.length)) - 1;
  for (const uri of review.uris()) {
    const pieces = review.placed(uri);
    const bibliography = pieces.length === 0 ? review.bibliography(uri) : undefined;
    const { numbers, key, title } = bibliography ? ofBibliography(bibliography) : shelfOf(pieces);
    for (let index = 0; index < numbers.length; index += EACH) {
      if (!mayHold(numbers[index] as number, numbers[index + 1] as number, bits)) continue;
      if (use === "beginning" && ((numbers[index + 2] as number) & mask) !== beginning) continue;
      const piece = numbers[index + 3] as number;
      const at = numbers[index + 4] as number;
      if (piece === SOURCE) use = take({ is: "source", uri, key, title });
      else if (piece === ENTRY) use = take({ is: "entry", uri, entry: bibliography?.entries[at] as BibliographyEntry });
      else use = take({ is: "record", placed: pieces[piece] as Placed, at });
      if (use === "none") return;
    }
  }
}

/** Makes the lists of all documents, one at each step, so that the first search of a large review need not. */
export function* shelving(review: Review): Iterable<void> {
  for (const uri of review.uris()) {
    shelfOf(review.placed(uri));
    yield;
  }
}

function shelfOf(pieces: readonly Placed[]): Shelf {
  const [first] = pieces;
  if (!first) return EMPTY;
  const made = known.get(pieces);
  if (made) return made;
  const numbers: number[] = [];
  const key = first.home.reading?.source ?? "";
  const title = key === "" ? "" : titleIn(first.home.slice(0, FRONT));
  if (key !== "") numbers.push(...halvesOf(`${key} ${title}`), beginningOf(key), SOURCE, 0);
  for (const [piece, placed] of pieces.entries()) {
    const { facts } = placed;
    for (let at = 0; at < facts.count; at++) {
      const brief = facts.record(at);
      if (brief.id === "") continue;
      const id = idOf(brief);
      numbers.push(...halvesOf(id + wordsAfter(placed, brief)), beginningOf(id), piece, at);
    }
  }
  const shelf = { numbers: new Int32Array(numbers), key, title };
  known.set(pieces, shelf);
  return shelf;
}

function ofBibliography(bibliography: Bibliography): Shelf {
  const made = known.get(bibliography);
  if (made) return made;
  const numbers = bibliography.entries.flatMap(({ key }, at) => [...halvesOf(key), beginningOf(key), ENTRY, at]);
  const shelf = { ...EMPTY, numbers: Int32Array.from(numbers) };
  known.set(bibliography, shelf);
  return shelf;
}

/** The letters of the first half of a text, and of the second. */
function halvesOf(text: string): readonly [number, number] {
  const middle = text.length >> 1;
  return [lettersOf(text, 0, middle), lettersOf(text, middle)];
}

/** The first four units in lower case, seven bits of each. */
function beginningOf(text: string): number {
  let found = 0;
  for (let at = 0; at < 4 && at < text.length; at++) {
    const unit = text.charCodeAt(at);
    found |= ((unit > 64 && unit < 91 ? unit + 32 : unit) & 0x7f) << (7 * at);
  }
  return found;
}

export function idOf(brief: Brief): string {
  return brief.kind === "extract" ? `${brief.source}#${brief.id}` : brief.id;
}

/** What stands after the id in a heading, as it is written. */
export function wordsAfter({ home, start }: Placed, brief: Brief): string {
  const { idEnd, end } = brief;
  // A row has no title.
  if (brief.kind === "cmoc" && isRow(brief)) return "";
  return end > idEnd + 1 ? home.slice(start + idEnd, start + Math.min(end, idEnd + FAR)) : "";
}

/** Of a longer title only the beginning is looked at. */
const FAR = 300;
/** How far the title is looked for in front matter. */
const FRONT = 4000;

/** A source's title by its line. */
export function titleIn(text: string): string {
  const title = /^title:[ \t]*(?:["'](.*)["']|(\S.*))[ \t]*$/m.exec(text.slice(0, FRONT));
  return firstWords((title?.[1] ?? title?.[2] ?? "").trim(), FAR);
}
