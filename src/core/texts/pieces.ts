/** What stands on a page of a PDF: pieces of text with their places. Lengths are those of the page, 1/72 inch, from its upper left corner. */

import { type Direction, directionOf } from "./direction.ts";
import { isReference, raisedAs } from "./raised.ts";
import { withWords } from "./spaced-letters.ts";

export interface Piece {
  readonly text: string;
  readonly x: number;
  /** The line that its letters stand on. */
  readonly y: number;
  readonly width: number;
  /** The size of its type. */
  readonly height: number;
}

export interface PiecesOfPage {
  readonly width: number;
  readonly height: number;
  /** In the order in which the page paints them. */
  readonly pieces: readonly Piece[];
  /** What lies on its side or upside down, each way for itself, in places of its own as if it stood upright. */
  readonly turned?: readonly (readonly Piece[])[] | undefined;
  /** Whether a part of it, or all, could not be read. */
  readonly isCut?: boolean | undefined;
  /** The page's number as the file names it. */
  readonly label?: string | undefined;
}

/** A run of pieces on one line with no more than a blank between them. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  /** The size of most of its type. */
  readonly height: number;
  /** Which way it is read. */
  readonly direction: Direction;
  /** Numbers that stand above the line, as those of references do: offsets in `text`, ascending. */
  readonly raised: readonly { readonly start: number; readonly end: number }[];
}

/** Two pieces further apart than this, in sizes of type, are of different runs: of columns, or of cells. */
const APART = 1;
/** A gap this wide, in sizes of type, is a blank. */
const BLANK = 0.16;
/** Pieces of one run may stand so much higher or lower, in sizes of type. */
const LEVEL = 0.3;
/** What is raised is at most so large, and stands at most so high, in sizes of type. */
const SMALL = 0.85;
const RAISED_UP_TO = 0.75;

const TAIL = 32;
/** `12`, `3,4`, `5–7`, `[8]`, `*`: what is raised behind a word. */
const NUMBERS = /^[\s\d,;.–—‑*†‡§¶‖#[\]()-]+$/;

/** The runs of a page, in the order in which it paints them. Linear in the pieces. */
export function runsOf(pieces: readonly Piece[]): readonly Run[] {
  const runs: Run[] = [];
  let open: Open | undefined;
  for (const piece of withWords(pieces)) {
    if (piece.text.trim() === "") continue;
    if (open?.takes(piece)) open.take(piece);
    else {
      if (open) runs.push(open.run());
      open = new Open(piece);
    }
  }
  if (open) runs.push(open.run());
  return runs;
}

class Open {
  private readonly parts: string[] = [];
  private length = 0;
  /** The last of its text: all that is asked of it. */
  private tail = "";
  private x: number;
  private right: number;
  private y: number;
  private height: number;
  private direction: Direction;
  private readonly raised: { start: number; end: number }[] = [];
  /** Where the last raised piece ended, and whether it was a reference. */
  private above = { end: -1, isReference: false };

  constructor(piece: Piece) {
    this.add(piece.text.trimStart());
    this.direction = directionOf(piece.text);
    this.x = piece.x;
    this.right = piece.x + piece.width;
    this.y = piece.y;
    this.height = piece.height;
  }

  takes(piece: Piece): boolean {
    const size = Math.max(this.height, piece.height);
    const direction = directionOf(piece.text);
    if (this.direction === "left" ? direction === "right" : direction === "left") return false;
    const gap = this.gapTo(piece);
    if (gap > APART * size || gap < -(this.direction === "left" ? BLANK : APART) * size) return false;
    return Math.abs(piece.y - this.y) <= LEVEL * size || this.isRaised(piece) || this.isBelow(piece);
  }

  take(piece: Piece): void {
    const gap = this.gapTo(piece);
    const isParted = /\s$/.test(this.tail);
    const isApart = gap > BLANK * Math.max(this.height, piece.height);
    if (isApart && !isParted && !/^\s/.test(piece.text)) this.add(" ");
    const start = this.length;
    const isRaised = this.isRaised(piece);
    const isReference = isRaised && this.isReference(piece);
    const words = /\s$/.test(this.tail) ? piece.text.trimStart() : piece.text;
    this.add(isRaised && !isReference ? raisedAs(words) : words);
    if (isRaised) this.above = { end: this.length, isReference };
    if (isReference) this.raised.push({ start, end: start + this.trimmed(start) });
    else if (piece.height > this.height * SMALL && !isRaised) {
      // What began with a raised sign stands on the line of the words after it.
      if (piece.height * SMALL >= this.height) this.y = piece.y;
      this.height = Math.max(this.height, piece.height);
    }
    this.right = Math.max(this.right, piece.x + piece.width);
    if (this.direction === "left") this.x = Math.min(this.x, piece.x);
    else if (this.direction === "none") this.direction = directionOf(piece.text);
  }

  private gapTo(piece: Piece): number {
    return this.direction === "left" ? this.x - piece.x - piece.width : piece.x - this.right;
  }

  private isReference({ text }: Piece): boolean {
    if (!NUMBERS.test(text)) return false;
    // What follows a raised piece is as that is: `12,` and `13`.
    return this.above.end === this.length ? this.above.isReference : isReference(this.tail, text);
  }

  private add(text: string): void {
    this.parts.push(text);
    this.length += text.length;
    this.tail = text.length >= TAIL ? text.slice(-TAIL) : (this.tail + text).slice(-TAIL);
  }

  /** How long its last part is without the white space at its end. */
  private trimmed(start: number): number {
    const last = this.parts[this.parts.length - 1] ?? "";
    return Math.min(this.length - start, last.trimEnd().length);
  }

  private isRaised(piece: Piece): boolean {
    const up = this.y - piece.y;
    return piece.height <= this.height * SMALL && up > 0.1 * this.height && up <= RAISED_UP_TO * this.height;
  }

  /** Words on the line below a raised sign that stands before them. */
  private isBelow(piece: Piece): boolean {
    const down = piece.y - this.y;
    return this.height <= piece.height * SMALL && down > 0 && down <= RAISED_UP_TO * piece.height;
  }

  run(): Run {
    const { x, right, y, height, direction, raised } = this;
    return { text: this.parts.join("").trimEnd(), x, right, y, height, direction, raised };
  }
}
