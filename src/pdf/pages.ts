/**
 * What stands on the pages of a PDF, by PDF.js (packed by unpdf for hosts without a page). Nothing in a file is run, and nothing it names is fetched. Loaded on first use:
 * it is larger than all else.
 */
import { getDocument } from "unpdf/pdfjs";
import type { Piece, PiecesOfPage } from "../core/texts/pieces.ts";

/** Why a file cannot be read: it wants a password; it is none, or damaged; it has more pages than any source; a page asks for work without end. */
export type Unreadable = "encrypted" | "damaged" | "long" | "slow";

export interface ReadPages {
  readonly pages: readonly PiecesOfPage[];
}

/** Milliseconds after which the work on a page is broken off: see `scripts/pdfjs.mjs`. */
const LONGEST_MS = 5000;

/** So many pieces of a page are read: a full page of small type has some 10,000 letters. */
const MOST_PIECES = 40_000;

/** So many pages are read at most: a book of reference has some 2,000. */
export const MOST_PAGES = 5000;

/**
 * The pages of a file; why they cannot be read; undefined when `isCancelled` said so. `turn` is awaited after each page, so that others get their turn. The bytes are
 * taken over: a copy has to be given where they are needed later.
 */
export async function pagesOf(
  bytes: Uint8Array,
  turn: () => Promise<void> = async () => {},
  isCancelled: () => boolean = () => false,
): Promise<ReadPages | Unreadable | undefined> {
  const opened = await open(bytes);
  if (typeof opened === "string") return opened;
  try {
    if (opened.numPages > MOST_PAGES) return "long";
    const labels = await opened.getPageLabels().catch(() => null);
    const pages: PiecesOfPage[] = [];
    for (let number = 1; number <= opened.numPages; number++) {
      const begun = performance.now();
      pages.push(await pageOf(opened, number, labels?.[number - 1]));
      // Its work was broken off, and what is there is a part of it.
      if (performance.now() - begun >= LONGEST_MS) return "slow";
      await turn();
      if (isCancelled()) return undefined;
    }
    return { pages };
  } finally {
    await opened.destroy();
  }
}

type Opened = Awaited<ReturnType<typeof getDocument>["promise"]>;

async function open(bytes: Uint8Array): Promise<Opened | Unreadable> {
  try {
    return await getDocument({
      data: bytes,
      // Errors are told as what is thrown.
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
    }).promise;
  } catch (error) {
    return error instanceof Error && error.name === "PasswordException" ? "encrypted" : "damaged";
  }
}

/** A page that cannot be read holds nothing: the others still do. */
async function pageOf(opened: Opened, number: number, label: string | undefined): Promise<PiecesOfPage> {
  try {
    const page = await opened.getPage(number);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const pieces = items.slice(0, MOST_PIECES).flatMap((item) => ("str" in item ? pieceOf(item, transform) : []));
    page.cleanup();
    return { width, height, pieces, label };
  } catch {
    return { width: 0, height: 0, pieces: [], label };
  }
}

interface Item {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly number[];
}

/** A piece in the page's own places, whichever way the page is turned. What is written upwards, such as a stamp in the margin, is left out. */
function pieceOf({ str, width, transform }: Item, view: readonly number[]): readonly Piece[] {
  const [a, b, c, d, e, f] = multiplied(view, transform);
  const height = Math.hypot(c, d);
  if (Math.abs(b) > Math.abs(a) || height === 0) return [];
  return [{ text: str, x: e, y: f, width, height }];
}

type Matrix = readonly [number, number, number, number, number, number];

function multiplied(m: readonly number[], n: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
