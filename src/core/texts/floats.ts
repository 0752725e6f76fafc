/**
 * What floats at the head or the foot of a page or of a column, so that the text goes on over it: tables and figures with their captions, addresses of authors in smaller
 * type, and what parts a sentence. What may be the text is left where it stands.
 */
import { isAddress, isCaption, isFigure, isNote } from "./captions.ts";
import type { Row } from "./reading-order.ts";

export interface LaidPage {
  /** As they are read. */
  readonly rows: readonly Row[];
  readonly notes: ReadonlySet<Row>;
  readonly height: number;
}

/** Type that differs from that of the text by more than this is of something else. */
const SAME = 0.05;
/** What is so much further below than lines are, in lines, is set apart; what follows a float is, by less. */
const APART = 1.3;
const PARTED = 1.12;
/** Cells have so much room between them, in sizes of type; they, and labels of a figure, take less than so much of the width. */
const CELLS = 1.5;
const SHORT = 0.55;
/** Lines of words in a float, and lines of a caption in the type of the text, are at most so many. */
const PROSE = 16;
const CAPTION = 5;
/** So many short lines in the type of the text may stand between cells. */
const BETWEEN = 4;
/** What parts a sentence without a caption has at most so many lines. */
const LONGEST = 60;
/** Addresses stand below so much of a page. */
const BELOW = 0.3;

const UNENDED = /[\p{L}\p{M}\p{N}][-\u2010\u00ad]?$/u;
const UNENDED_BY_CAPTION = /[\p{L}\p{M}\p{N},;][-\u2010\u00ad)]?$/u;
const GOES_ON = /^[("'“‘[]?\p{Ll}/u;

/** Of the rows of all pages those that float. `size` is that of the text. Linear in the rows. */
export function floatsOf(pages: readonly LaidPage[], size: number): ReadonlySet<Row> {
  const columns = pages.flatMap((page) => columnsOf(page));
  const leading = leadingOf(columns, size);
  const found = new Set<Row>();
  const looked = columns.map(({ rows, height }) => new Column(rows, height, size, leading));
  for (const column of looked) for (const row of column.floats()) found.add(row);
  partingOf(looked, size, found);
  return found;
}

interface Laid {
  readonly rows: readonly Row[];
  readonly height: number;
}

/** A row that stands higher than the one before it begins a column. */
function columnsOf({ rows, notes, height }: LaidPage): readonly Laid[] {
  const found: Row[][] = [];
  for (const row of rows) {
    if (notes.has(row)) continue;
    const last = found[found.length - 1];
    const before = last?.[last.length - 1];
    if (last && before && topOf(row) >= topOf(before)) last.push(row);
    else found.push([row]);
  }
  return found.map((own) => ({ rows: own, height }));
}

/** From line to line of the text. */
function leadingOf(columns: readonly Laid[], size: number): number {
  const gaps: number[] = [];
  for (const { rows } of columns)
    for (const [at, row] of rows.entries()) {
      const next = rows[at + 1];
      if (next && isOfSize(row, size) && isOfSize(next, size)) gaps.push(topOf(next) - topOf(row));
    }
  gaps.sort((a, b) => a - b);
  return Math.max(size, gaps[gaps.length >> 1] ?? size * 1.2);
}

class Column {
  readonly rows: readonly Row[];
  /** Rows before the first one that is of the text, and where those behind its last one begin. */
  readonly head: number;
  readonly foot: number;
  private readonly height: number;
  private readonly size: number;
  private readonly leading: number;
  private readonly width: number;

  constructor(rows: readonly Row[], height: number, size: number, leading: number) {
    this.rows = rows;
    this.height = height;
    this.size = size;
    this.leading = leading;
    const edges = rows.flat();
    this.width =
      edges.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY) -
      edges.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
    this.head = this.otherFrom(0);
    this.foot = this.head === rows.length ? this.head : this.otherUpTo(rows.length);
  }

  floats(): readonly Row[] {
    const { rows } = this;
    const found: Row[] = [];
    for (let at = 0; at < rows.length; ) {
      const end = this.otherFrom(at);
      if (end === at) {
        at++;
        continue;
      }
      const isHead = at === 0;
      const isFoot = end === rows.length;
      const from = this.captionIn(at, end);
      if (from !== undefined) {
        const to = this.withoutHeading(at, end);
        const isSure = this.isSentenceOver(at, end, UNENDED_BY_CAPTION);
        const begin = isHead || isSure ? at : from;
        if ((isSure || ((isHead || isFoot) && this.isParted(begin, to))) && this.prose(begin, to) <= PROSE)
          for (const row of rows.slice(begin, to)) found.push(row);
      } else if (isFoot && !isHead) {
        const address = this.addressIn(at, end);
        if (address !== undefined) for (const row of rows.slice(address, end)) found.push(row);
      }
      at = end;
    }
    return found;
  }

  /** Where the stretch ends that begins here and is not of the text; the place itself where none does. */
  private otherFrom(from: number): number {
    const { rows } = this;
    let end = from;
    for (let at = from; at < rows.length; ) {
      if (this.isOther(at)) end = ++at;
      else if (this.isCaptionOfText(at) || (end > from && this.isNoteOfTable(at))) end = at = this.endOfBlock(at);
      else if (end > from && at - end < BETWEEN && this.isShort(at)) at++;
      else break;
    }
    return end;
  }

  /** Where the stretch begins that ends here. */
  private otherUpTo(to: number): number {
    let begin = to;
    while (begin > 0 && this.isOther(begin - 1)) begin--;
    return begin;
  }

  private isOther(at: number): boolean {
    const row = this.rows[at] ?? [];
    return row.every(({ height }) => Math.abs(height - this.size) > SAME * this.size) || this.isOfCells(row);
  }

  private isOfCells(row: Row): boolean {
    return row.some((run, at) => {
      const next = row[at + 1];
      return next !== undefined && next.x - run.right >= CELLS * this.size;
    });
  }

  private isShort(at: number): boolean {
    const row = this.rows[at] ?? [];
    return row.reduce((sum, { x, right }) => sum + right - x, 0) < this.width * SHORT;
  }

  /** A caption in the type of the text is told by what it begins with, and by the room around it. */
  private isCaptionOfText(at: number): boolean {
    if (!isCaption(textOf(this.rows[at]), true) || (at > 0 && !this.isApart(at))) return false;
    const end = this.endOfBlock(at);
    return end - at <= CAPTION;
  }

  private isNoteOfTable(at: number): boolean {
    return isNote(textOf(this.rows[at])) && this.endOfBlock(at) - at <= CAPTION;
  }

  private endOfBlock(from: number): number {
    let at = from + 1;
    while (at < this.rows.length && !this.isApart(at) && !this.isOther(at)) at++;
    return at;
  }

  private isApart(at: number): boolean {
    const [before, own] = [this.rows[at - 1], this.rows[at]];
    return !before || !own || topOf(own) - topOf(before) >= APART * this.leading;
  }

  /** Where a caption begins what floats: with a figure's the labels above it. */
  private captionIn(from: number, to: number): number | undefined {
    const at = this.rows.findIndex((row, index) => index >= from && index < to && isCaption(textOf(row)));
    if (at < 0) return undefined;
    let begin = at;
    if (isFigure(textOf(this.rows[at]))) while (begin > from && this.isShort(begin - 1)) begin--;
    return begin;
  }

  /** The beginning of what is an address, with what is set as one block with it. */
  private addressIn(from: number, to: number): number | undefined {
    const { rows } = this;
    const isSmall = (at: number): boolean => rows[at]?.every(({ height }) => height < this.size * (1 - SAME)) === true;
    let begin = to;
    while (begin > from && isSmall(begin - 1)) begin--;
    for (let at = begin; at < to; ) {
      let end = at + 1;
      while (end < to && !this.isApart(end)) end++;
      const block = rows.slice(at, end).map(textOf).join(" ");
      const isLow = topOf(rows[at]) > this.height * BELOW;
      if (isLow && isAddress(block) && this.prose(at, to) <= PROSE) return at;
      at = end;
    }
    return undefined;
  }

  /** A heading of the text may stand behind what floats. */
  private withoutHeading(from: number, to: number): number {
    let end = to;
    while (
      end > from + 1 &&
      end < this.rows.length &&
      this.rows[end - 1]?.every(({ height }) => height > this.size * (1 + SAME))
    )
      end--;
    return end;
  }

  /** Whether what goes before and behind it is set apart from it, or in other type. */
  private isParted(from: number, to: number): boolean {
    return [from, to].every((at) => {
      const [above, below] = [this.rows[at - 1], this.rows[at]];
      if (!above || !below) return true;
      const [a, b] = [above[0]?.height ?? 0, below[0]?.height ?? 0];
      return topOf(below) - topOf(above) >= PARTED * this.leading || Math.abs(a - b) > SAME * this.size;
    });
  }

  private prose(from: number, to: number): number {
    let many = 0;
    for (let at = from; at < to; at++) if (this.rows[at]?.length === 1 && !this.isShort(at)) many++;
    return many;
  }

  /** Whether a sentence goes on over rows in the midst of a column. */
  private isSentenceOver(from: number, to: number, unended: RegExp): boolean {
    return unended.test(textOf(this.rows[from - 1])) && GOES_ON.test(textOf(this.rows[to]));
  }
}

/** What is small and parts a sentence between two columns floats too, whatever it begins with. */
function partingOf(columns: readonly Column[], size: number, found: Set<Row>): void {
  let before: Row | undefined;
  let between: Row[] = [];
  for (const { rows, head, foot } of columns) {
    const isText = head < rows.length;
    for (const row of rows.slice(0, head)) if (!found.has(row)) between.push(row);
    if (!isText) continue;
    const isOver = before && UNENDED.test(textOf(before)) && GOES_ON.test(textOf(rows[head]));
    // What is larger may be a title, and what is as large the text.
    const areSmall = between.every((row) => row.every(({ height }) => height < size * (1 - SAME)));
    if (isOver && areSmall && between.length <= LONGEST) for (const row of between) found.add(row);
    before = rows[foot - 1];
    between = rows.slice(foot).filter((row) => !found.has(row));
  }
}

const topOf = (row: Row | undefined): number => row?.[0]?.y ?? 0;
const textOf = (row: Row | undefined): string => row?.map(({ text }) => text).join(" ") ?? "";
const isOfSize = (row: Row, size: number): boolean =>
  row.length === 1 && Math.abs((row[0]?.height ?? 0) - size) <= SAME * size;
