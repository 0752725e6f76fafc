/**
 * Where the thing at a place is defined. Of a definition itself there is nothing to tell, nor of plain links and headings: an editor's own
 * Markdown features know those.
 */
import { idSpanOf } from "../model/brief.ts";
import type { Name } from "../model/types.ts";
import type { Definition, Review, SourceView } from "../review.ts";
import type { Span } from "../text.ts";
import { at, type ReferenceHere } from "./at.ts";

export interface Place {
  readonly uri: string;
  /** All of it: a record's heading or row, the front matter of a source's file, an entry's key. Offsets in that document. */
  readonly span: Span;
  /** What is selected there: the id, the key. */
  readonly selection: Span;
}

export interface Definitions {
  /** What was asked about. */
  readonly origin: Span;
  readonly places: readonly Place[];
}

/** Where what stands at an offset is defined; undefined where nothing of ours stands or nothing defines it. */
export function definition(review: Review, uri: string, offset: number): Definitions | undefined {
  const here = at(review, uri, offset);
  if (here?.is === "reference") return found(here.span, placesFor(here, review));
  if (here?.is === "entry") {
    // Of a source without a file the entry itself is the definition.
    const places = placesOf(`s:${here.key}`, review);
    return found(
      here.span,
      places.filter((place) => place.uri !== uri),
    );
  }
  if (here?.is !== "id") return undefined;
  // A row that restates a record leads to the record.
  const { brief, name } = here.definition;
  return review.isRestatement(brief) ? found(here.span, placesOf(name, review)) : undefined;
}

function found(origin: Span, places: readonly Place[]): Definitions | undefined {
  return places.length === 0 ? undefined : { origin, places };
}

/** An extract that nothing defines leads to its source. */
function placesFor({ name }: ReferenceHere, review: Review): readonly Place[] {
  const own = placesOf(name, review);
  if (own.length > 0 || !name.startsWith("x:")) return own;
  return placesOf(`s:${name.slice(2, name.lastIndexOf("#"))}`, review);
}

/** Where a name is defined: every record that bears it; of a source its files, else its entry in a bibliography. */
export function placesOf(name: Name, review: Review): readonly Place[] {
  if (!name.startsWith("s:")) return review.definitions(name).map(placeOfRecord);
  const source = review.source(name.slice(2));
  return source ? placesOfSource(source, review) : [];
}

function placeOfRecord({ placed, brief }: Definition): Place {
  const { start } = placed;
  const shifted = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
  const span = shifted({ start: brief.start, end: brief.end });
  return { uri: placed.uri, span, selection: brief.id === "" ? span : shifted(idSpanOf(brief)) };
}

function placesOfSource({ uri, others, bibliography }: SourceView, review: Review): readonly Place[] {
  if (uri === undefined) {
    if (!bibliography) return [];
    return [{ uri: bibliography.uri, span: bibliography.entry.entry, selection: bibliography.span }];
  }
  return [uri, ...others].flatMap((file) => {
    const frontMatter = review.frontMatter(file);
    if (!frontMatter) return [];
    const { span, citekey } = frontMatter;
    return [{ uri: file, span, selection: citekey?.span ?? span }];
  });
}
