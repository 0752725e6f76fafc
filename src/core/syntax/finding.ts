/**
 * A problem as data: which rule, where, and what its words and its fix need. Levels come from `review.yaml`, wording is chosen at the edge.
 */
import type { Span } from "../text.ts";

export type FindingValue = string | number | boolean | readonly string[];
export type FindingData = { readonly [name: string]: FindingValue };

export interface Finding extends Span {
  /** The rule's id: `ref/unknown`. */
  readonly rule: string;
  readonly data: FindingData;
}
