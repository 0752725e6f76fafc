/** The text of a PDF, or why there is none. */

import { textOfPages } from "../core/texts/pdf-text.ts";
import { pagesOf } from "./pages.ts";
import type { Reading } from "./reading.ts";

/** Fewer letters than this a page, and it holds pictures of pages. */
const LETTERS = 24;

/** As `pagesOf`. */
export async function readPdf(
  bytes: Uint8Array,
  turn?: () => Promise<void>,
  isCancelled?: () => boolean,
): Promise<Reading | undefined> {
  const read = await pagesOf(bytes, turn, isCancelled);
  if (read === undefined) return undefined;
  if (typeof read === "string") return { is: "unreadable", why: read };
  const text = textOfPages(read.pages);
  // Of a file most of which is damaged it is not known what it holds.
  const hidden = text.unread ?? 0;
  const letters = text.text.match(/\p{L}/gu)?.length ?? 0;
  if (hidden === read.pages.length && hidden > 0 && letters === 0) return { is: "unreadable", why: "damaged" };
  return letters < LETTERS * (read.pages.length - hidden) ? { is: "scan" } : { is: "text", text };
}
