/**
 * What a cell of a configuration's table holds: its slots, parted; the marks in it, read and dropped; the citations in it.
 * A mark may say a number, a part and other qualities, but the role is the column's, and what the column says holds.
 */
import type { Span } from "../text.ts";
import type { Scheme } from "../vocabulary.ts";
import { type Inline, sourceSpan } from "./blocks.ts";
import { cutsOf, type Segment } from "./cell-cuts.ts";
import { type Unmarked, unmark } from "./cell-marks.ts";
import { wordsBegin, wordsEnd } from "./joining-words.ts";
import { type RoleMention, type Slot, type SlotCitation, slotOf } from "./slots.ts";
import { type Cited, citedIn, holesOf, type Tag, tagsOf, together } from "./tags.ts";
import { isSpace, isWordUnit, placeOf, type Stretch, saysSomething, type Words, wordsBetween } from "./words.ts";

/** What a column's head names, as its cells take it. */
export interface ColumnRoles {
  /** One for each letter. */
  readonly roles: readonly RoleMention[];
  /** The letter, where there is only one. */
  readonly letter: string | undefined;
  /** Whether arrows part its cells: a mechanism's, whose part the head leaves open. */
  readonly arrows: boolean;
}

/** A column that names several parts, positions or numbers of one role leaves open which of them a cell holds. */
export function columnRoles(named: readonly RoleMention[]): ColumnRoles {
  const roles: RoleMention[] = [];
  for (const mention of named) {
    const at = roles.findIndex((one) => one.role === mention.role);
    const known = roles[at];
    if (known === undefined) roles.push(mention);
    else roles[at] = inCommon(known, mention);
  }
  const first = roles.length === 1 ? roles[0] : undefined;
  return { roles, letter: first?.role, arrows: first?.role === "M" && first.part === undefined };
}

function inCommon(one: RoleMention, other: RoleMention): RoleMention {
  const { role, part, position, absent, layer, n } = one;
  return {
    role,
    ...(part !== undefined && part === other.part && { part }),
    ...(position !== undefined && position === other.position && { position }),
    ...(absent !== undefined && absent === other.absent && { absent }),
    ...(layer !== undefined && layer === other.layer && { layer }),
    ...(n !== undefined && n === other.n && { n }),
  };
}

/** Adds the slots of a cell in a column of roles, and what it cites: for the slot in whose words it stands, else for the one before it in the cell. */
export function readCell(
  cell: Inline,
  column: ColumnRoles,
  head: Span,
  scheme: Scheme,
  slots: Slot[],
  citations: SlotCitation[],
): void {
  const { text } = cell;
  if (isWordsAlone(text)) {
    const at = sourceSpan(cell, 0, text.length);
    for (const role of column.roles) slots.push(slotOf(role, text, at, head));
    return;
  }
  const cited = text.includes("@") ? citedIn(cell) : NO_CITED;
  const holes = holesOf(cited);
  const tags = tagsOf(cell, scheme, holes);
  const gaps = together(holes, tags);
  let tag = 0;
  let cite = 0;
  let own: readonly number[] = NO_PLACES;
  for (const segment of cutsOf(cell, column.arrows)) {
    const firstTag = tag;
    while (tag < tags.length && (tags[tag]?.from ?? 0) < segment.to) tag++;
    const all = tag === firstTag ? NO_TAGS : tags.slice(firstTag, tag);
    const pieces = all.length < 2 ? undefined : piecesOf(text, segment, column, all, gaps);
    for (let piece = 0; piece < (pieces?.length ?? 1); piece++) {
      const { from, to } = pieces?.[piece] ?? segment;
      const until = pieces?.[piece + 1]?.from ?? segment.to;
      const marks = pieces === undefined ? all : all.slice(piece, piece + 1);
      const words = wordsBetween(text, from, to, gaps);
      const begins = marks.length > 0 && (marks[0]?.from ?? 0) <= (words.runs[1] ?? to);
      const left = unmark(words.text, column.letter, scheme, begins);
      if (left.to > left.from && !isBlank(words.text, left.from, left.to))
        own = addSlots(cell, column, head, segment, words, left, marks, slots);
      for (; cite < cited.length && (cited[cite]?.from ?? 0) < until; cite++) {
        const { citation } = cited[cite] as Cited;
        const span = sourceSpan(cell, citation.from, citation.to);
        if (own.length === 0) citations.push({ citation, span, slot: undefined });
        for (const slot of own) citations.push({ citation, span, slot });
      }
    }
  }
}

/**
 * The stretches of a segment whose marks are different numbers of the column's role, each after words of its own: one for each mark, without
 * the words that join it to the one before; what follows the last mark is the last one's. Undefined where the marks part nothing.
 */
function piecesOf(
  text: string,
  segment: Segment,
  column: ColumnRoles,
  tags: readonly Tag[],
  gaps: readonly Stretch[],
): readonly Stretch[] | undefined {
  if (column.letter === undefined || column.roles[0]?.n !== undefined) return undefined;
  const numbers = new Set<RoleMention["n"]>();
  for (const { roles } of tags) {
    const [role] = roles;
    if (roles.length !== 1 || role?.role !== column.letter || role.n === undefined) return undefined;
    numbers.add(role.n);
  }
  if (numbers.size < tags.length) return undefined;
  const pieces: Stretch[] = [];
  let before = segment.from;
  for (const [index, tag] of tags.entries()) {
    const words = wordsBetween(text, before, tag.from, gaps);
    const start = wordsBegin(words.text, 0, words.text.length);
    const end = wordsEnd(words.text, start, words.text.length, true);
    if (end <= start || !saysSomething(words.text.slice(start, end))) return undefined;
    const from = index === 0 ? before : placeOf(words, start);
    pieces.push({ from, to: index === tags.length - 1 ? segment.to : tag.to });
    before = tag.to;
  }
  return pieces;
}

const NO_CITED: readonly Cited[] = [];
/** How far into a cell a number may stand that marks a role. */
const MARKED_IN = 24;

/** Whether a cell's text is words of ASCII with nothing in it that could be a mark, a citation or a cut, and nothing to drop at its ends. */
function isWordsAlone(text: string): boolean {
  const last = text.length - 1;
  for (let at = 0, before = 32; at <= last; at++) {
    const unit = text.charCodeAt(at);
    if (isWordUnit(unit)) {
      if (unit < 58 && at <= MARKED_IN) return false;
    } else if (at === last || (unit === 32 ? before === 32 : at === 0 || !isWithinWords(unit))) return false;
    before = unit;
  }
  return last >= 0;
}

/** Comma, full stop, hyphen and apostrophe. */
function isWithinWords(unit: number): boolean {
  return unit === 44 || unit === 45 || unit === 46 || unit === 39;
}

const NO_TAGS: readonly Tag[] = [];
const NO_PLACES: readonly number[] = [];

function addSlots(
  cell: Inline,
  column: ColumnRoles,
  head: Span,
  segment: Segment,
  words: Words,
  left: Unmarked,
  tags: readonly Tag[],
  slots: Slot[],
): readonly number[] {
  const said = words.text.slice(left.from, left.to);
  const at = sourceSpan(cell, placeOf(words, left.from), placeOf(words, left.to - 1) + 1);
  const marks = tags.length === 0 ? left.marks : left.marks.length === 0 ? tags : [...tags, ...left.marks];
  const places: number[] = [];
  const { part } = segment;
  if (marks.length === 0) {
    for (const role of column.roles) places.push(slots.push(slotOf(role, said, at, head, part)) - 1);
    return places;
  }
  const mark = markSpan(cell, words, tags, left);
  for (const role of meant(column.roles, marks)) {
    for (const mention of withMarks(role, marks)) places.push(slots.push(slotOf(mention, said, at, mark, part)) - 1);
  }
  return places;
}

function markSpan(cell: Inline, words: Words, tags: readonly Tag[], left: Unmarked): Span {
  const tag = tags[0];
  if (tag) return sourceSpan(cell, tag.from, tag.to);
  const { from, to } = left.marks[0] ?? left;
  return sourceSpan(cell, placeOf(words, from), placeOf(words, to - 1) + 1);
}

interface Marking {
  readonly roles: readonly RoleMention[];
}

/** In a column of several letters a mark says which of them is meant. */
function meant(roles: readonly RoleMention[], marks: readonly Marking[]): readonly RoleMention[] {
  if (roles.length === 1) return roles;
  const named = roles.filter((role) => marks.some((mark) => mark.roles.some((each) => each.role === role.role)));
  return named.length === 0 ? roles : named;
}

/** The column's role with what the marks add; `(O1, O2)` names two of them. */
function withMarks(role: RoleMention, marks: readonly Marking[]): readonly RoleMention[] {
  let found: readonly RoleMention[] = [role];
  for (const { roles } of marks) {
    const same = roles.length === 1 ? roles : roles.filter((each) => each.role === role.role);
    const [only] = same;
    if (only === undefined) continue;
    if (same.length === 1) found = found.map((one) => filled(one, only));
    else if (found.length === 1) found = same.map((mark) => filled(found[0] ?? role, mark));
  }
  return found;
}

/** What the role leaves open, taken from the mark. */
function filled(role: RoleMention, mark: RoleMention): RoleMention {
  const { part, position, absent, layer, n } = role;
  if (role.role === mark.role && (part ?? position ?? absent ?? layer ?? n) === undefined) return mark;
  const whole: { -readonly [key in keyof RoleMention]: RoleMention[key] } = { role: role.role };
  const own = part ?? (role.role === "M" ? mark.part : undefined);
  if (own !== undefined) whole.part = own;
  if ((position ?? mark.position) !== undefined) whole.position = position ?? mark.position;
  if ((absent ?? mark.absent) !== undefined) whole.absent = absent ?? mark.absent;
  if ((layer ?? mark.layer) !== undefined) whole.layer = layer ?? mark.layer;
  if ((n ?? mark.n) !== undefined) whole.n = n ?? mark.n;
  return whole;
}

const DASHES = "-‐‑‒–—―−⸺";

/** Whether a cell, or a stretch of it, is empty: nothing, dashes, or `n/a`. */
export function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 110 || unit === 78) return to - at < 20 && /^n\/a\s*$/i.test(text.slice(at, to));
    if (unit > 47 && unit < 128) return false;
    if (!isSpace(unit) && !DASHES.includes(text.charAt(at))) return false;
  }
  return true;
}
