/**
 * What stands on the pages of a PDF, by PDF.js (packed by unpdf for hosts without a page). Nothing in a file is run, and nothing it names is fetched. Loaded on first use:
 * it is larger than all else.
 */
import { getDocument } from "unpdf/pdfjs";
import type { PiecesOfPage } from "../core/texts/pieces.ts";
import { MOST_PAGES, type Unreadable } from "./reading.ts";
import { type Placed, setUpright } from "./turned.ts";

export interface ReadPages {
  readonly pages: readonly PiecesOfPage[];
}

/** Milliseconds after which nothing more is expected of a page, whose work is broken off somewhat before: see `scripts/pdfjs.mjs`. */
const LONGEST_MS = 8000;
/** The same of opening a file, all of which may have to be looked through. */
const OPENING_MS = 30_000;

/** So many pieces of a page are read: a full page of small type has some 10,000 letters. */
const MOST_PIECES = 40_000;

/**
 * The pages of a file; why they cannot be read; undefined when `isCancelled` said so. `turn` is awaited after each page, so that others get their turn. The bytes are
 * taken over: a copy has to be given where they are needed later.
 */
export async function pagesOf(
  bytes: Uint8Array,
  turn: () => Promise<void> = async () => {},
  isCancelled: () => boolean = () => false,
): Promise<ReadPages | Unreadable | undefined> {
  const opened = await inTime(open(bytes), OPENING_MS);
  if (opened === undefined) return "damaged";
  if (typeof opened === "string") return opened;
  try {
    if (opened.numPages > MOST_PAGES) return "long";
    const labels = await inTime(opened.getPageLabels().catch(() => null));
    const pages: PiecesOfPage[] = [];
    for (let number = 1; number <= opened.numPages; number++) {
      const page = await inTime(pageOf(opened, number, labels?.[number - 1]));
      // What is there is a part of it.
      if (page === undefined || page === "endless") return "slow";
      pages.push(page);
      await turn();
      if (isCancelled()) return undefined;
    }
    return { pages };
  } finally {
    await inTime(opened.destroy());
  }
}

/** What is waited for; undefined where it never comes. */
async function inTime<T>(work: Promise<T>, ms = LONGEST_MS): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

type Opened = Awaited<ReturnType<typeof getDocument>["promise"]>;

async function open(bytes: Uint8Array): Promise<Opened | Unreadable> {
  try {
    return await getDocument({
      data: bytes,
      // Errors are told as what is thrown, and by marks behind the words.
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

/** A page that cannot be read holds what could be: the others still do. */
async function pageOf(opened: Opened, number: number, label: string | undefined): Promise<PiecesOfPage | "endless"> {
  try {
    const page = await opened.getPage(number);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    page.cleanup();
    const marks = items.flatMap((item) => ("type" in item ? item.type : []));
    if (marks.includes("endless")) return "endless";
    const set = items.slice(0, MOST_PIECES).flatMap((item) => ("str" in item ? placed(item, transform) : []));
    return { ...setUpright(width, height, set), label, ...(marks.includes("cut") && { isCut: true }) };
  } catch {
    return { width: 0, height: 0, pieces: [], label, isCut: true };
  }
}

interface Item {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly number[];
}

/** A piece in the page's own places, whichever way the page is turned. */
function placed({ str, width, transform }: Item, view: readonly number[]): readonly Placed[] {
  const [a, b, c, d, e, f] = multiplied(view, transform);
  const height = Math.hypot(c, d);
  return height === 0 ? [] : [{ text: str, x: e, y: f, width, height, along: [a, b], isMirrored: a * d > b * c }];
}

type Matrix = readonly [number, number, number, number, number, number];

function multiplied(m: readonly number[], n: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
