/** What renaming at a place would rename, and whether it can be; and the renaming itself. */

import type { Name } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";
import type { Span } from "../../text.ts";
import { namedAt } from "../naming.ts";
import { type Outcome, type Refusal, refuse } from "./outcome.ts";
import { isRow } from "./record.ts";
import { renumber } from "./rename.ts";
import { type Renamed, renameWithFiles, type TextNames } from "./rename-files.ts";

export interface Renameable {
  readonly name: Name;
  /** What a person changes: the id without its kind, the key without its sign. */
  readonly id: string;
  /** Where it stands: offsets in the document. */
  readonly span: Span;
  /** One of several records that share the id, which is given another alone. */
  readonly alone: Definition | undefined;
}

/** What can be renamed at an offset; why it cannot; undefined where nothing of ours stands. */
export function renameable(review: Review, uri: string, offset: number): Renameable | Refusal | undefined {
  const here = namedAt(review, uri, offset);
  if (!here) return undefined;
  const { name, id, span, definition } = here;
  if (name.startsWith("s:")) {
    const source = review.source(name.slice(2));
    if (!source) return refuse("nowhere", { key: id });
    if (source.bibliography) return refuse("bibliography", { key: id, file: source.bibliography.uri });
    return { name, id, span, alone: undefined };
  }
  const defined = review.definitions(name);
  if (defined.length === 0)
    return name.startsWith("c:") ? { name, id, span, alone: undefined } : refuse("nowhere", { id });
  if (defined.length === 1 || defined.every(({ brief }) => isRow(brief))) return { name, id, span, alone: undefined };
  return definition ? { name, id, span, alone: definition } : refuse("ambiguous", { id, count: defined.length });
}

/** Renames what {@link renameable} found; `texts` as {@link renameWithFiles} takes them. */
export function renameHere(review: Review, here: Renameable, newId: string, texts: TextNames): Renamed | Refusal {
  const written = newId.trim();
  const id = here.name.startsWith("s:") ? written.replace(/^@/, "") : written;
  if (!here.alone) return renameWithFiles(review, here.name, id, texts);
  const outcome: Outcome = renumber(review, here.alone, id);
  return "refused" in outcome ? outcome : { ...outcome, moves: [] };
}
