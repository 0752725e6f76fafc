/** Words that are not set upright on their page: tables that lie on their side, whole pages that do, and stamps in the margin, which are left out. */
import type { Piece, PiecesOfPage } from "../core/texts/pieces.ts";

/** A piece with the way it is read: along its line, in the page's own places, which go down. */
export interface Placed extends Piece {
  readonly along: readonly [x: number, y: number];
  /** Set as in a mirror, as no page is that is turned. */
  readonly isMirrored?: boolean;
}

type Upright = Pick<PiecesOfPage, "width" | "height" | "pieces" | "turned">;

/** Ways to lie: read upwards, downwards, or upside down. */
type Way = "up" | "down" | "over";

const WAYS: readonly Way[] = ["up", "down", "over"];

/** A stamp has at most so many lines: an archive's is long, and stands on one. */
const STAMP_LINES = 2;
/** What has fewer words than this is the name of an axis, or the like. */
const FEW_WORDS = 8;

/**
 * The pieces of a page as they are read, each set of those that lie the same way turned upright. Where nothing else stands on the page, it is the page that is turned.
 * Linear in the pieces but for what sorting takes.
 */
export function setUpright(width: number, height: number, all: readonly Placed[]): Upright {
  const upright = all.filter((piece) => wayOf(piece) === undefined).map(pieceOf);
  const blocks = WAYS.flatMap((way) => {
    const pieces = all.filter((piece) => wayOf(piece) === way).map((piece) => turned(piece, way, width, height));
    return isText(pieces) ? [{ way, pieces }] : [];
  });
  const [only] = blocks;
  if (!only) return { width, height, pieces: upright };
  if (blocks.length > 1 || upright.some(({ text }) => text.trim() !== ""))
    return { width, height, pieces: upright, turned: blocks.map(({ pieces }) => pieces) };
  return only.way === "over"
    ? { width, height, pieces: only.pieces }
    : { width: height, height: width, pieces: only.pieces };
}

function wayOf({ along: [x, y], isMirrored }: Placed): Way | undefined {
  if (Math.abs(y) > Math.abs(x)) return y < 0 ? "up" : "down";
  return x < 0 && !isMirrored ? "over" : undefined;
}

function turned(piece: Placed, way: Way, width: number, height: number): Piece {
  const { x, y, ...others } = pieceOf(piece);
  switch (way) {
    case "up":
      return { ...others, x: height - y, y: x };
    case "down":
      return { ...others, x: y, y: width - x };
    case "over":
      return { ...others, x: width - x, y: height - y };
  }
}

const pieceOf = ({ text, x, y, width, height }: Placed): Piece => ({ text, x, y, width, height });

/** Whether pieces that lie the same way hold more than a stamp does. */
function isText(pieces: readonly Piece[]): boolean {
  const words = pieces.flatMap(({ text }) => text.match(/\p{L}+/gu) ?? []).length;
  if (words < FEW_WORDS) return false;
  let lines = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const { y, height } of pieces.filter(({ text }) => text.trim() !== "").sort((one, other) => one.y - other.y)) {
    if (y - last <= height / 2) continue;
    lines++;
    last = y;
  }
  return lines > STAMP_LINES;
}
