/** Texts of sources as they are kept while a review is open: most of them a byte a character, put together when they are asked for. */
import { StoredText } from "../review/stored-text.ts";
import type { Held } from "./held.ts";

/** A text is kept in parts of so many units. */
const PART = 4096;

/** The same, smaller. Asking for its text takes a moment, in proportion to it. */
export function keptText(held: Held): Held {
  if (held.is !== "text") return held;
  const { text, ...others } = held.text;
  const stored = new StoredText(text, ends(text.length));
  return {
    ...held,
    text: {
      ...others,
      get text() {
        return stored.whole();
      },
    },
  };
}

function* ends(length: number): Iterable<number> {
  for (let end = PART; end < length; end += PART) yield end;
}
