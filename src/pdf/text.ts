/** The text of a PDF, or why there is none. */

import { t } from "../core/l10n.ts";
import type { Held } from "../core/proof/held.ts";
import { textOfPages } from "../core/texts/pdf-text.ts";
import { MOST_PAGES, pagesOf, type Unreadable } from "./pages.ts";

/** Fewer letters than this a page, and it holds pictures of pages. */
const LETTERS = 24;

/** As `pagesOf`; `stamp` is that of the bytes. */
export async function textOfPdf(
  bytes: Uint8Array,
  file: string,
  stamp: string,
  turn?: () => Promise<void>,
  isCancelled?: () => boolean,
): Promise<Held | undefined> {
  const read = await pagesOf(bytes, turn, isCancelled);
  if (read === undefined) return undefined;
  if (typeof read === "string") return { is: "unreadable", file, why: whyNot(read) };
  const text = textOfPages(read.pages);
  const letters = text.text.match(/\p{L}/gu)?.length ?? 0;
  return letters < LETTERS * read.pages.length ? { is: "scan", file } : { is: "text", text, stamp };
}

function whyNot(why: Unreadable): string {
  switch (why) {
    case "encrypted":
      return t("It is encrypted: save a copy without a password.");
    case "long":
      return t("It has more than {0} pages.", MOST_PAGES);
    case "slow":
      return t("One of its pages asks for work without end: print it into a new PDF.");
    case "damaged":
      return t("It is no PDF, or damaged: save it again from where it came from.");
  }
}
