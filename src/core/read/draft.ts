/** A configuration that running text has begun, and what may stand over one: an id, a theme, a title. */
import type { RoleMention } from "../syntax/slots.ts";
import { openerAt } from "./openers.ts";
import type { Printed } from "./printed.ts";

export interface Draft {
  readonly record: Printed;
  /** As it was printed, to be left aside if it is no configuration after all. */
  readonly words: string[];
  /** Whether an id calls it a configuration. */
  readonly called: boolean;
  /** What the next paragraph or items fill. */
  awaits: readonly RoleMention[] | undefined;
  first: string | undefined;
  /** The label that was read last, under which a list may stand. */
  under?: Under | undefined;
  last: string | undefined;
}

/** A label in an item of a list. */
export interface Under {
  readonly roles: readonly RoleMention[];
  readonly label: string;
  readonly depth: number;
  /** Whether words of its own stand beside it. */
  readonly isFilled: boolean;
  /** Whether it was said that items below it are read as more of it. */
  told: boolean;
}

/** An id that stands over a table. */
export interface Called {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly from: number;
}

/** Whether words are few enough, and no sentence. */
export function isTitle(words: string): boolean {
  return words.length <= 140 && !/[.!?;,]$/.test(words) && !/^(?:if|when|where)\s/i.test(words);
}

const ARROWS = /(?:→|⇒|➔|->|=>)\s?\S.*(?:→|⇒|➔|->|=>)\s?\S/;

/** Whether words behind an id are no title but a whole configuration whose parts nothing names: `CMOC 1: Low pay → feel used → leave`. */
export function isChained({ title, statement, slots }: Printed): boolean {
  return statement === "" && slots.length === 0 && ARROWS.test(title);
}

/** The number of a section. */
export const SECTION = /^\d{1,2}(?:\.\d{1,2}){0,4}\.?\s+/;
/** What names a theme. */
export const THEME =
  /^(?:(?:area|categor(?:y|ies)|component|phase|stage|topic|pathway|level|section)\s(?:\d{1,2}|[A-Z]|[IVX]{1,4})(?![\p{L}\p{N}])|(?:sub-?|key |main )?(?:themes?|domains?|programme theor(?:y|ies)|program theor(?:y|ies)|I?PT|demi-?regularity|strand|cluster)\b)/iu;

/** Whether a caption is nothing but the id of a configuration, and its title: `CMOC 3`. */
export function isName(caption: string): boolean {
  const opener = openerAt(caption);
  if (!opener?.configuration) return false;
  return opener.end >= caption.length || (opener.parted && caption.length < 200);
}
