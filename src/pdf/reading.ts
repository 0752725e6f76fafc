/** What reading a PDF gives: data alone, which goes from one thread to another, and is told in words where it arrives. */

import { t } from "../core/l10n.ts";
import type { Held } from "../core/proof/held.ts";
import type { HeldText } from "../core/texts/held-text.ts";

/** Why a file cannot be read: it wants a password; it is none, or damaged; it has more pages than any source; a page asks for work without end. */
export type Unreadable = "encrypted" | "damaged" | "long" | "slow";

export type Reading =
  | { readonly is: "text"; readonly text: HeldText }
  | { readonly is: "scan" }
  | { readonly is: "unreadable"; readonly why: Unreadable };

/** So many pages are read at most: a book of reference has some 2,000. */
export const MOST_PAGES = 5000;

/** `stamp` is that of the bytes. */
export function heldOf(reading: Reading, file: string, stamp: string): Held {
  switch (reading.is) {
    case "text":
      return { is: "text", text: reading.text, file, stamp };
    case "scan":
      return { is: "scan", file };
    case "unreadable":
      return { is: "unreadable", file, why: whyNot(reading.why) };
  }
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
