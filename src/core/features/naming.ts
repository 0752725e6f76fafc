/**
 * The name at a place, and the words that bear it there: an id without its kind, one end of a range, the key or the id of an extract in a citation. What
 * lists the places of a name, marks them and renames them begins here, so that they agree.
 */
import { digits, kindAt } from "../ids.ts";
import { keyOfName, sourceName } from "../model/names.ts";
import type { Evidence, Name, Ref } from "../model/types.ts";
import type { Definition, Review } from "../review.ts";
import type { Span } from "../text.ts";
import { endOfRange } from "./at/references.ts";
import { at, type ReferenceHere } from "./at.ts";

export interface NamedHere {
  readonly name: Name;
  /** As it is written where it is defined, for people to change: `TR3`, `CMOC4`, `e4`, `okafor2014`. */
  readonly id: string;
  /** The words that bear it: offsets in the document. */
  readonly span: Span;
  /** The record, where it is defined here, or restated by a row. */
  readonly definition: Definition | undefined;
}

/** The name that stands at an offset; undefined where none does. In `@okafor2014#e4` the key is the source's and what follows it the extract's. */
export function namedAt(review: Review, uri: string, offset: number): NamedHere | undefined {
  const here = at(review, uri, offset);
  if (here?.is === "id") {
    const { span, definition } = here;
    return { name: definition.name, id: definition.brief.id, span, definition };
  }
  if (here?.is === "entry") return { name: sourceName(here.key), id: here.key, span: here.span, definition: undefined };
  if (here?.is === "reference") return inReference(here, review.text(uri) ?? "", offset);
  if (here?.is !== "setting" || here.file !== "front matter" || here.path.join("/") !== "citekey") return undefined;
  const citekey = review.frontMatter(uri)?.citekey;
  if (!citekey) return undefined;
  const { value } = citekey;
  const span = innerOf(review.text(uri) ?? "", citekey.span, value);
  return { name: sourceName(value), id: value, span, definition: undefined };
}

function inReference({ name, id, span, form }: ReferenceHere, text: string, offset: number): NamedHere {
  const written = text.slice(span.start, span.end);
  const key = keyOfName(name);
  if (key !== undefined) {
    const hash = name.startsWith("x:") ? written.lastIndexOf("#") : -1;
    if (hash >= 0 && offset > span.start + hash) {
      const own = { start: span.start + hash + 1, end: span.end };
      return { name, id: text.slice(own.start, own.end), span: own, definition: undefined };
    }
    return { name: sourceName(key), id: key, span: innerOf(text, span, key), definition: undefined };
  }
  const lead = form === "range" ? 0 : (kindAt(written)?.rest ?? 0);
  return { name, id, span: { start: span.start + lead, end: span.end }, definition: undefined };
}

/** Where words stand in a span; the span where they do not. */
function innerOf(text: string, span: Span, words: string): Span {
  const at = text.slice(span.start, span.end).indexOf(words);
  return at < 0 ? span : { start: span.start + at, end: span.start + at + words.length };
}

/** Whether a reference mentions a name: a citation of an extract also mentions its source. */
export function mentions(ref: Ref | Evidence, name: Name): boolean {
  if (ref.name === name) return true;
  return name.startsWith("s:") && ref.name.startsWith("x:") && keyOfName(ref.name) === name.slice(2);
}

/** The words of a reference that bear a name; relative to what its own span is. `written` is what stands at that span. */
export function bearing(ref: Ref | Evidence, written: string, name: Name): Span {
  const { start, end, range } = ref;
  const key = keyOfName(name);
  if (key !== undefined) {
    if (name.startsWith("x:")) return { start, end };
    const from = written.indexOf(key);
    return from < 0 ? { start, end } : { start: start + from, end: start + from + key.length };
  }
  if (range === undefined) return { start: start + (kindAt(written)?.rest ?? 0), end };
  for (const offset of [start, end]) {
    const one = endOfRange([ref], written, offset)?.span;
    if (one && numberOf(written.slice(one.start - start, one.end - start)) === numberOf(ref.id)) return one;
  }
  return { start, end };
}

/** The number that an id, or a number alone, ends with; -1 where it ends with none. */
function numberOf(id: string): number {
  const found = /\p{Nd}{1,9}$/u.exec(id)?.[0];
  return found === undefined ? -1 : digits(found);
}
