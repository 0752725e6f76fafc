/** Writing the record that a reference misses, among its siblings: the records whose ids have the same letters. */

import type { Problem } from "../../check.ts";
import { idKey, numbered, writtenNumber } from "../../ids.ts";
import { t } from "../../l10n.ts";
import { isRow } from "../../model/brief.ts";
import { recordName } from "../../model/names.ts";
import type { Definition, Review } from "../../review.ts";
import type { Kind } from "../../vocabulary.ts";
import { pieceAt } from "../at/piece.ts";
import { refsAt } from "../at/references.ts";
import { listingOf } from "../completion/listing.ts";
import { appendRecord, type NewRecord } from "../edit/append.ts";
import { isRefusal, refuse } from "../edit/outcome.ts";
import { kindNamed } from "../edit/reference-text.ts";
import { type Action, mending } from "./action.ts";

/** How many numbers below are asked for, before the highest of the letters is taken. */
const NEAR = 20;

/** The fields of a new record, empty for a person to fill. */
function fieldsOf(kind: Kind, { manifest }: Review): NewRecord["fields"] {
  if (kind === "cmoc") return manifest.scheme.required.map((letter) => [letter, ""] as const);
  return kind === "theory" ? [["stage", "initial"]] : [];
}

/** Writes the configuration, theory or demi-regularity after its nearest sibling; undefined where it has none. */
export function amongSiblings(problem: Problem, review: Review): Action | undefined {
  const placed = pieceAt(review, problem.uri, problem.span.start);
  const found = placed && refsAt(placed, problem.span.start - placed.start);
  const ref = found?.refs.find(({ name }) => name === problem.data.name);
  if (!ref?.name.startsWith("r:") || ref.id !== problem.data.id || review.isDefined(ref.name)) return undefined;
  const sibling = siblingOf(ref.id, review);
  if (!sibling) return undefined;
  const { kind } = sibling.brief;
  const { uri } = sibling.placed;
  if (
    ref.field === "theory" || ref.field === "replaces" ? kind !== "theory" : ref.field === "leads to" && kind !== "cmoc"
  )
    return undefined;
  const said = kindNamed((review.text(problem.uri) ?? "").slice(problem.span.start, problem.span.end));
  if (said !== undefined && said !== kind) return undefined;
  const make: Action["make"] = () =>
    review.isDefined(ref.name)
      ? refuse("taken", { id: ref.id })
      : appendRecord(review, { uri, after: sibling }, { kind, id: ref.id, fields: fieldsOf(kind, review) });
  const [own, other] = [ref.id, sibling.brief.id];
  const title =
    uri === problem.uri ? t("Write {0} after {1}", own, other) : t("Write {0} after {1} in {2}", own, other, uri);
  return isRefusal(make()) ? undefined : mending(problem, title, make);
}

/** The record of the same letters with the nearest lower number, else the one with the highest; never a row of a table. */
function siblingOf(id: string, review: Review): Definition | undefined {
  const parts = numbered(id);
  if (!parts) return undefined;
  const { prefix, number, width, zero } = parts;
  const bearing = (other: number): Definition | undefined => {
    for (const digits of new Set([writtenNumber(other, 0, zero), writtenNumber(other, width, zero)])) {
      const [found] = review.definitions(recordName(prefix + digits));
      if (found && !(found.brief.kind === "cmoc" && isRow(found.brief))) return found;
    }
    return undefined;
  };
  for (let other = number - 1; other >= Math.max(0, number - NEAR); other--) {
    const found = bearing(other);
    if (found) return found;
  }
  const highest = listingOf(review).highest.get(idKey(prefix))?.number;
  return highest === undefined ? undefined : bearing(highest);
}
