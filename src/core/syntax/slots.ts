/** What a role and a slot are, whichever of the three spellings they were read from. Offsets are into the text handed to the reader. */
import type { Span } from "../text.ts";

/** A role as it is named in a label, a tag, a table's head or cell, a coding line or a list of slots. */
export interface RoleMention {
  /** The scheme's letter: "C", "M", "O", "I", "A", "S" or one of the review's own. */
  readonly role: string;
  readonly part?: "resource" | "reasoning";
  readonly position?: "immediate" | "intermediate" | "final";
  /** What happens, or holds, when the mechanism does not fire. */
  readonly absent?: true;
  readonly layer?: string;
  /** The number as written, never one that was counted: `2`, or `"1a"` with a letter after it. */
  readonly n?: number | string;
}

/** One entry of a configuration: one mention, each part of a mechanism an entry of its own. */
export interface Slot extends RoleMention, Span {
  /** Plain text, markup and citations taken away, white space folded to single spaces. */
  readonly text: string;
  /** What names the role: a label, a tag, a head of a table (the cell's own mark where it has one). */
  readonly mark: Span;
  readonly inferred?: string;
  readonly from?: readonly RoleMention[];
}

/** `@key` or `@key#e4` somewhere in running text. */
export interface Citation {
  readonly key: string;
  readonly extract?: string;
  /** `@key#e4` itself, offsets in `Inline.text`. */
  readonly from: number;
  readonly to: number;
  /** The square brackets that hold it, from `[` to after `]`, offsets in `Inline.text`. */
  readonly bracket?: { readonly from: number; readonly to: number };
  /** What stands after it up to the next citation or the bracket's end: `p. 12`. */
  readonly locator?: string;
}

/** A citation that speaks to one slot, by its place in `slots`, or to the whole configuration. */
export interface SlotCitation {
  readonly citation: Citation;
  /** Where `@key#e4` stands in the source. */
  readonly span: Span;
  readonly slot: number | undefined;
}

/** A configuration spelt as a sentence or as a row of a table. */
export interface Spelt {
  readonly slots: readonly Slot[];
  readonly citations: readonly SlotCitation[];
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

/** A slot of that role with these words, which stand at `at`; `part` is its part where the role names none. */
export function slotOf(role: RoleMention, text: string, at: Span, mark: Span, part?: RoleMention["part"]): Slot {
  const slot: Mutable<Slot> = { role: role.role, text, start: at.start, end: at.end, mark };
  if (role.part !== undefined) slot.part = role.part;
  else if (part !== undefined) slot.part = part;
  if (role.position !== undefined) slot.position = role.position;
  if (role.absent !== undefined) slot.absent = role.absent;
  if (role.layer !== undefined) slot.layer = role.layer;
  if (role.n !== undefined) slot.n = role.n;
  return slot;
}
