/** Where texts of sources come from: a door reads files; this says what it found. */
import type { HeldText } from "../texts/held-text.ts";

export type Held =
  | {
      readonly is: "text";
      readonly text: HeldText;
      /** The file that holds it, where that is known. */
      readonly file?: string | undefined;
      /** Another for another text: of the file's bytes. */
      readonly stamp: string;
    }
  /** No file holds it. */
  | { readonly is: "none" }
  /** A file holds pictures of pages and no text. */
  | { readonly is: "scan"; readonly file: string }
  /** A file is there, and cannot be read; `why` is a sentence. */
  | { readonly is: "unreadable"; readonly file: string; readonly why: string }
  /** It is being read, and what was known is not known any more. */
  | { readonly is: "coming" };

/** What is held of the text of a source, by citation key. */
export type HeldOf = (key: string) => Held;
