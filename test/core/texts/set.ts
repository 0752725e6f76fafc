/** Pages as a journal sets them: words in columns, with hyphens at the ends of lines, and heads. */
import type { Piece, PiecesOfPage } from "../../../src/core/texts/pieces.ts";

export const SIZE = 10;
const LEADING = 12;
const LETTER = 5;
export const PAGE = { width: 595, height: 842 } as const;

export interface Column {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** How many lines it holds. */
  readonly lines: number;
}

export function line(text: string, x: number, y: number, height: number = SIZE): Piece {
  return { text, x, y, width: text.length * LETTER * (height / SIZE), height };
}

/** The words set in columns, one after another; gives the words that did not fit. */
export function setIn(words: readonly string[], columns: readonly Column[], pieces: Piece[]): readonly string[] {
  const left = [...words];
  for (const { x, y, width, lines } of columns) {
    const most = Math.floor(width / LETTER);
    for (let at = 0; at < lines && left.length > 0; at++) {
      let text = "";
      while (left[0] !== undefined) {
        const word = left[0];
        const joined = text === "" ? word : `${text} ${word}`;
        if (joined.length <= most) {
          text = joined;
          left.shift();
          continue;
        }
        const room = most - text.length - 2;
        if (/^\p{L}{9,}$/u.test(word) && room >= 4) {
          text += ` ${word.slice(0, room)}-`;
          left[0] = word.slice(room);
        }
        break;
      }
      pieces.push(line(text, x, y + at * LEADING));
    }
  }
  return left;
}

export function pageOf(pieces: readonly Piece[], label?: string): PiecesOfPage {
  return { ...PAGE, pieces, label };
}
