/** What is pasted or dropped into an editor: whether a journal's configurations are in it, and how they are written down. */
import type { Scheme } from "../vocabulary.ts";
import { readPublished } from "./published.ts";
import { written } from "./written.ts";

export interface Pasted {
  /** How many configurations there are. */
  readonly count: number;
  /** The ids that were printed; the others are numbered here. */
  readonly printed: readonly string[];
  readonly markdown: (spelling: "fields" | "sentence" | "table") => string;
  /** What a person should look at, in whole sentences. */
  readonly unsure: readonly string[];
  /** Words that are in no configuration, in the order of the page. */
  readonly aside: readonly string[];
}

/** Longer texts are pasted as they are: nobody waits for a paste. */
const LONGEST = 2_000_000;

/** Reads what was copied, as HTML where there is some, else as text; undefined where no configuration is in it. */
export function readPasted(
  given: { readonly html?: string; readonly text: string },
  scheme: Scheme,
): Pasted | undefined {
  return (
    (given.html === undefined || given.html.trim() === "" ? undefined : pastedFrom(given.html, scheme, "html")) ??
    pastedFrom(given.text, scheme, undefined)
  );
}

function pastedFrom(text: string, scheme: Scheme, format: "html" | undefined): Pasted | undefined {
  if (text.length > LONGEST) return undefined;
  const read = readPublished(text, { scheme, ...(format && { format }) });
  const { records } = read;
  if (records.every((record) => record.slots.length === 0)) return undefined;
  return {
    count: records.length,
    printed: records.flatMap(({ id }) => (id === "" ? [] : [id])),
    markdown: (spelling) => written(records, scheme, spelling),
    unsure: [...new Set(read.unsure.map(({ text: words }) => words))],
    aside: read.aside.map(({ text: words }) => words),
  };
}
