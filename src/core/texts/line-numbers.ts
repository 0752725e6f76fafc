/** Numbers of lines in the margin, as manuscripts and preprints have them: at one place beside all of the text, counted on from line to line or from each fifth to the next. */
import { firstNot } from "../text.ts";
import type { Piece, PiecesOfPage, Run } from "./pieces.ts";
import type { Row } from "./reading-order.ts";

const NUMBER = /^\s*\d{1,5}\s*$/;
/** So many a page has at least, and the text as a whole. */
const LEAST = 4;
const MANY = 10;
/** Numbers that stand so much further left or right, in 1/72 inch, stand at one place. */
const PLACE = 2;
/** What stands so much higher or lower than a number, in sizes of type, is on its line. */
const LEVEL = 0.5;
/** Of the lines beside them so many have a number, where each is counted. */
const MOST = 0.8;
const STEPS = [1, 2, 5, 10];
/** So many lists of numbers of a page are looked at. */
const TRIED = 8;

interface Counted {
  readonly pieces: readonly Piece[];
  readonly step: number;
  readonly first: number;
  readonly last: number;
}

/** Those of a text. Linear in the pieces but for what sorting takes. */
export function lineNumbersOf(pages: readonly PiecesOfPage[]): ReadonlySet<Piece> {
  const lists = pages.map(({ pieces }) => atOnePlace(pieces));
  const sure = pages.map(({ pieces }, page) => lists[page]?.find((list) => isMargin(list, pieces)));
  const written = pages.filter(({ pieces }) => pieces.length > 0).length;
  const many = sure.filter((list) => list !== undefined).length;
  const found = new Set<Piece>();
  if (many * 2 < written || sure.reduce((sum, list) => sum + (list?.pieces.length ?? 0), 0) < MANY) return found;
  let before: Counted | undefined;
  for (const [page, list] of sure.entries()) {
    // A page of few lines goes on with those of the page before it.
    const own: Counted | undefined = list ?? lists[page]?.find((each) => goesOn(before, each));
    for (const piece of own?.pieces ?? []) found.add(piece);
    before = own ?? before;
  }
  return found;
}

const goesOn = (before: Counted | undefined, { first, pieces: [piece] }: Counted): boolean =>
  before?.pieces[0] !== undefined &&
  piece !== undefined &&
  first === before.last + before.step &&
  placesOf(before.pieces[0]).some((place) => placesOf(piece).includes(place));

/** Numbers at one place that count the lines. */
function atOnePlace(pieces: readonly Piece[]): readonly Counted[] {
  const byPlace = new Map<number, Piece[]>();
  for (const piece of pieces)
    if (NUMBER.test(piece.text))
      for (const place of placesOf(piece)) {
        const list = byPlace.get(place);
        if (list) list.push(piece);
        else byPlace.set(place, [piece]);
      }
  return [...byPlace.values()]
    .map((list) => longestOf(list.toSorted((a, b) => a.y - b.y)))
    .sort((a, b) => b.pieces.length - a.pieces.length)
    .slice(0, TRIED);
}

/** The longest stretch that counts on, step by step: the number of the page may stand below it. */
function longestOf(sorted: readonly Piece[]): Counted {
  const numbers = sorted.map(({ text }) => Number(text));
  const stepAt = (at: number): number => (numbers[at + 1] ?? 0) - (numbers[at] ?? 0);
  let best = { from: 0, to: 0 };
  for (let from = 0; from < numbers.length; ) {
    let to = from;
    while (to + 1 < numbers.length && STEPS.includes(stepAt(to)) && stepAt(to) === stepAt(from)) to++;
    if (to - from > best.to - best.from) best = { from, to };
    from = Math.max(to, from + 1);
  }
  const { from, to } = best;
  const step = to > from ? stepAt(from) : 1;
  return { pieces: sorted.slice(from, to + 1), step, first: numbers[from] ?? 0, last: numbers[to] ?? 0 };
}

/** By its left and by its right edge, each two, so that what stands somewhat further has one of them too. */
function placesOf({ x, width }: Piece): readonly number[] {
  const [left, right] = [Math.floor(x / PLACE) * 2, Math.floor((x + width) / PLACE) * 2 + 1];
  return [left, left + 2, right, right + 2];
}

/** Whether all else stands to one side of them, and its lines have them. */
function isMargin({ pieces, step }: Counted, all: readonly Piece[]): boolean {
  const [top, end] = [pieces[0], pieces[pieces.length - 1]];
  if (pieces.length < LEAST || !top || !end) return false;
  const own = new Set(pieces);
  const from = Math.min(...pieces.map(({ x }) => x));
  const to = Math.max(...pieces.map(({ x, width }) => x + width));
  const beside = all.filter(
    (piece) =>
      !own.has(piece) &&
      piece.text.trim() !== "" &&
      piece.y > top.y - piece.height &&
      piece.y < end.y + LEVEL * piece.height,
  );
  if (!beside.every(({ x }) => x >= to) && !beside.every(({ x, width }) => x + width <= from)) return false;
  const ys = pieces.map(({ y }) => y);
  const isNumbered = ({ y, height }: Piece): boolean => {
    const next = ys[firstNot(ys.length, (at) => (ys[at] ?? 0) < y - LEVEL * height)];
    return next !== undefined && next <= y + LEVEL * height;
  };
  const lines = new Map<number, boolean>();
  for (const piece of beside) lines.set(Math.round(piece.y), isNumbered(piece));
  const numbered = [...lines.values()].filter((is) => is).length;
  return numbered >= lines.size * (MOST / step) && numbered >= pieces.length * MOST;
}

/** Which number stands beside which row, each by one only; and those that stand beside none. */
export function besideRows(
  rows: readonly Row[],
  numbers: readonly Run[],
): { readonly beside: ReadonlyMap<Row, Run>; readonly alone: readonly Run[] } {
  const beside = new Map<Row, Run>();
  const sorted = numbers.toSorted((a, b) => a.y - b.y);
  const taken = new Set<Run>();
  if (sorted.length > 0)
    for (const row of rows) {
      const { y = 0, height = 0 } = row[0] ?? {};
      const next = sorted[firstNot(sorted.length, (at) => (sorted[at]?.y ?? 0) < y - LEVEL * height)];
      if (!next || next.y > y + LEVEL * height || taken.has(next)) continue;
      beside.set(row, next);
      taken.add(next);
    }
  return { beside, alone: sorted.filter((number) => !taken.has(number)) };
}
