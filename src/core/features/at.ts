/**
 * What stands at a place of a document, in the language's own words. Everything that a door asks of a place begins here: where it is defined,
 * what is told of it, what renames with it. Read from the one piece at the place, whatever the length of the document.
 */
import type { Bibliography } from "../bibliography/types.ts";
import { isNearlyManifest, MANIFEST_NAME } from "../membership.ts";
import type { Ref } from "../model/types.ts";
import type { Placed, Review } from "../review.ts";
import type { Span } from "../text.ts";
import { pieceAt } from "./at/piece.ts";
import { endOfRange, isOurs, type RefFound, refsAt } from "./at/references.ts";
import type { EntryHere, IdHere, ReferenceForm, ReferenceHere, Standing, YamlHere } from "./at/standing.ts";
import { standingIn } from "./at/words.ts";
import { inFrontMatter, inManifest, type YamlPlace } from "./at/yaml.ts";

export type * from "./at/standing.ts";

/** What stands at an offset of a document; a place just behind a thing is still its own. Undefined where nothing of the language stands. */
export function at(review: Review, uri: string, offset: number): Standing | undefined {
  if (uri === MANIFEST_NAME || isNearlyManifest(uri))
    return yamlHere(inManifest(review.text(uri) ?? "", offset), "manifest");
  const bibliography = review.bibliography(uri);
  if (bibliography) return entryHere(bibliography, offset);
  const placed = pieceAt(review, uri, offset);
  if (!placed) return yamlHere(inFrontMatter(review, uri, offset), "front matter");
  const inPiece = offset - placed.start;
  const found = refsAt(placed, inPiece);
  const reference = found && referenceHere(found, placed, inPiece, review);
  return reference ?? idHere(placed, inPiece) ?? standingIn(placed, inPiece);
}

function yamlHere(place: YamlPlace | undefined, file: YamlHere["file"]): YamlHere | undefined {
  if (!place) return undefined;
  const { span, path, value } = place;
  return { is: place.is === "key" ? "key" : "setting", span, file, path, value };
}

function entryHere({ entries }: Bibliography, offset: number): EntryHere | undefined {
  const found = entries.find(({ span }) => span.start <= offset && offset <= span.end);
  return found && { is: "entry", span: found.span, key: found.key };
}

function referenceHere(
  { refs, from }: RefFound,
  placed: Placed,
  offset: number,
  review: Review,
): ReferenceHere | undefined {
  const [first] = refs;
  if (!first || !refs.some((ref) => isOurs(ref, review))) return undefined;
  const { start, home } = placed;
  const shifted = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
  const whole = shifted(first);
  const end = first.range === undefined ? undefined : endOfRange(refs, home.slice(whole.start, whole.end), offset);
  const ref = end?.ref ?? first;
  return {
    is: "reference",
    span: end ? shifted(end.span) : whole,
    form: formOf(ref, home.slice(Math.max(0, whole.start - 2), whole.start)),
    name: ref.name,
    id: ref.id,
    ref,
    whole,
    names: first.range === undefined ? [first.name] : refs.map(({ name }) => name),
    from,
  };
}

function formOf({ name, range }: Ref, before: string): ReferenceForm {
  if (name.startsWith("s:")) return "key";
  if (name.startsWith("x:")) return "extract";
  if (before === "[[") return "wiki";
  if (range !== undefined) return "range";
  return name.startsWith("c:") ? "code" : "id";
}

function idHere(placed: Placed, offset: number): IdHere | undefined {
  const { facts, start } = placed;
  for (let index = 0; index < facts.count; index++) {
    const { idStart, idEnd, id } = facts.record(index);
    if (id === "" || idStart > offset || idEnd < offset) continue;
    const definition = placed.definitions[index];
    if (definition) return { is: "id", span: { start: start + idStart, end: start + idEnd }, definition };
  }
  return undefined;
}
