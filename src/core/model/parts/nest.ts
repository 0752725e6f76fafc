/** Parts of a text as a tree: nested, ascending, never overlapping; what no part holds is the text between them. */
import type { Span } from "../../text.ts";

export type PartKind =
  | "record" // the record of a heading; `is` its id
  | "row" // a row of a table that is a configuration, or spells one; `is` its id, "" without one
  | "heading"
  | "kind"
  | "id"
  | "title"
  | "field" // a labelled bullet; `is` the label of the vocabulary
  | "slot" // the bullet of a slot, or its words in a sentence or a cell; `is` its letters
  | "coding"
  | "bullet" // a bullet of prose
  | "marker"
  | "label"
  | "value"
  | "choice" // of a value from a list
  | "reason"
  | "tag" // one of `tags`
  | "item" // of a list of links, with its brackets; `is` the id
  | "slots" // the brackets after an item
  | "role" // one of those, a coding line's, or a tag of a sentence; `is` the letters
  | "code"
  | "words" // quoted words of a coding line
  | "coder"
  | "quote"
  | "paragraph"
  | "table"
  | "cell"
  | "link" // a Markdown link whose text is a reference
  | "target" // where it goes
  | "reference"; // `is` the id, or the range as written

/** A part; its span is relative to the piece, and holds those of its own parts. */
export interface Part extends Span {
  readonly kind: PartKind;
  /** What it is in the language's own words; "" where the kind says it all. */
  readonly is: string;
  readonly parts: readonly Part[];
}

interface Open extends Part {
  readonly parts: Part[];
}

/** Collects parts in any order, outer before inner where two have one span, and nests them. */
export class Parts {
  private readonly flat: Open[] = [];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Adds a part, white space at its end left out; one without text is none. */
  add(kind: PartKind, { start, end: to }: Span, is = ""): void {
    let end = to;
    while (end > start && /\s/.test(this.text.charAt(end - 1))) end--;
    if (end > start) this.flat.push({ kind, is, start, end, parts: [] });
  }

  /** The tree. Of two parts that are one (same kind, same span) only the first stays; one that would overlap another is left out. */
  nested(): readonly Part[] {
    const ordered = this.flat.map((part, order) => ({ part, order }));
    ordered.sort((a, b) => a.part.start - b.part.start || b.part.end - a.part.end || a.order - b.order);
    const roots: Part[] = [];
    const open: Open[] = [];
    for (const { part } of ordered) {
      while (open.length > 0 && (open[open.length - 1]?.end ?? 0) <= part.start) open.pop();
      const above = open[open.length - 1];
      if (above && part.end > above.end) continue;
      if (open.some((each) => each.start === part.start && each.end === part.end && each.kind === part.kind)) continue;
      (above?.parts ?? roots).push(part);
      open.push(part);
    }
    return roots;
  }
}

/** A stretch of the text as its parts and what stands between them: joined, they are the stretch. */
export function* pieces(text: string, span: Span, parts: readonly Part[]): Iterable<string | Part> {
  let at = span.start;
  for (const part of parts) {
    if (part.start > at) yield text.slice(at, part.start);
    yield part;
    at = part.end;
  }
  if (span.end > at) yield text.slice(at, span.end);
}

/** Every part, outer before inner, in the order of the text. */
export function* everyPart(parts: readonly Part[]): Iterable<Part> {
  for (const part of parts) {
    yield part;
    yield* everyPart(part.parts);
  }
}
