/**
 * Reads the labelled bullets of a record by the vocabulary's table: values, choices with a reason, links of evidence, references.
 * What belongs to one kind alone (slots, coding lines) is handed to that kind's reader.
 */
import type { Bullet } from "../syntax/bullets.ts";
import type { RoleMention } from "../syntax/slots.ts";
import { type FieldWords, fieldOf, type Kind } from "../vocabulary.ts";
import { readEvidence, readReferences } from "./field-links.ts";
import { readValue } from "./field-values.ts";
import type { Context, Fields } from "./record-fields.ts";

export { didYouMean, tellNear } from "./near-labels.ts";
export { type Context, Fields, find, NO_VALUES } from "./record-fields.ts";

/** Reads a bullet of a kind whose label `fields` knows; false when the label is not in the table. */
export function readField(
  bullet: Bullet,
  fields: readonly FieldWords[],
  kind: Kind,
  into: Fields,
  context: Context,
): boolean {
  if (bullet.label === undefined) return false;
  const field = fieldOf(fields, bullet.label);
  if (!field) return false;
  readKnownField(bullet, field, kind, into, context, NO_SLOTS);
  return true;
}

const NO_SLOTS: readonly RoleMention[] = [];

/** Reads a bullet as that field; `slots` are those that the bullet is nested under. */
export function readKnownField(
  bullet: Bullet,
  field: FieldWords,
  kind: Kind,
  into: Fields,
  context: Context,
  slots: readonly RoleMention[],
): void {
  switch (field.form) {
    case "evidence":
      readEvidence(bullet, field, kind, into, context, slots);
      break;
    case "records":
    case "codes":
    case "sources":
    case "about":
      readReferences(bullet, field, into, context);
      break;
    default:
      readValue(bullet, field, into, context);
  }
}
