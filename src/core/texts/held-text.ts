/** The text of a source as it is taken out of its file: what is kept, and what quotations are checked against. Data alone, so that it can be stored. */
import type { Skipped } from "../quotes/fold.ts";
import type { Page } from "../quotes/source-text.ts";

export interface HeldText {
  readonly text: string;
  /** Whether its pages are those of a file; else they are its sections. */
  readonly isPaged: boolean;
  /** Ascending; empty where the text has none. A label is the printed number, where it is known. */
  readonly pages: readonly Page[];
  /** What is shown and not compared: heads and feet of pages, numbers of references that stand above the line, and notes, which are compared apart. Ascending and apart. */
  readonly skipped: readonly Skipped[];
  /** The number that heads and feet print on the first page, where they count the pages. */
  readonly folio?: number | undefined;
  /** How many of its pages could not be read. */
  readonly unread?: number | undefined;
}
