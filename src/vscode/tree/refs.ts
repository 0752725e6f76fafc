/** What a row stands for: a record by its name, or, where its name does not say which, the record itself. */
import type { RecordRef } from "../../core/features/tree.ts";
import type { Name } from "../../core/model/types.ts";
import type { Definition, Review } from "../../core/review.ts";

/** Undefined of no record, and of one without an id. */
export function nameOf(record: RecordRef | undefined): Name | undefined {
  const name = typeof record === "string" ? record : record?.name;
  return name === "" ? undefined : name;
}

export function definitionOf(record: RecordRef | undefined, review: Review): Definition | undefined {
  return typeof record === "string" ? review.definitions(record)[0] : record;
}
