/** The roles that a piece names, by place; its text and the review's scheme alone decide them. Remembered with the piece. */

import { blocksOfPiece } from "../../model/parts/blocks.ts";
import { everyPart, type Part } from "../../model/parts.ts";
import type { PieceFacts } from "../../model/piece-facts.ts";
import type { Placed } from "../../review.ts";
import { readRoles, readTag } from "../../syntax/roles.ts";
import type { RoleMention } from "../../syntax/slots.ts";
import { readTable } from "../../syntax/table.ts";
import type { Span } from "../../text.ts";
import type { Scheme } from "../../vocabulary.ts";
import { partsIn } from "../at/piece.ts";

/** Relative to the piece. */
export interface RoleSpan extends Span {
  /** The scheme's letter. */
  readonly role: string;
}

const NONE: readonly RoleSpan[] = [];
const known = new WeakMap<PieceFacts, { readonly scheme: Scheme; readonly spans: readonly RoleSpan[] }>();

/** Ascending, never overlapping. */
export function roleSpans(placed: Placed): readonly RoleSpan[] {
  const { facts, home } = placed;
  const scheme = home.reading?.scheme;
  if (!scheme || facts.count === 0) return NONE;
  const remembered = known.get(facts);
  if (remembered?.scheme === scheme) return remembered.spans;
  const { text } = placed;
  const parts = partsIn(placed);
  const found: RoleSpan[] = text.includes("|") ? [...headSpans(placed, text, scheme)] : [];
  for (const part of everyPart(parts)) {
    if (part.kind === "slot") found.push(...labelSpans(part, text, scheme));
    else if (part.kind === "role") {
      const end = text.charAt(part.end - 1) === ":" ? part.end - 1 : part.end;
      const role = roleIn(text.slice(part.start, end), part.is, scheme)?.role;
      if (role !== undefined) found.push({ start: part.start, end, role });
    }
  }
  const spans = inOrder(found);
  known.set(facts, { scheme, spans });
  return spans;
}

/** The role that a mark names: `(C)`, `M–resource`, `Outcomes 1`. */
export function roleIn(text: string, letters: string, scheme: Scheme): RoleMention | undefined {
  const bare = text.replace(/^[\s(*_[<]+|[\s)*_\]>:]+$/g, "");
  const [read] = readRoles(bare, scheme) ?? readTag(bare, scheme) ?? [];
  if (read) return read;
  const letter = letters.charAt(0).toUpperCase();
  return scheme.slots.some((slot) => slot.letter === letter) ? { role: letter } : undefined;
}

const JOINT = /\s*(?:[,;/&]|\band\b)\s*/gi;

/** The label of a slot; one that names several roles is parted where it names as many. */
function labelSpans(slot: Part, text: string, scheme: Scheme): readonly RoleSpan[] {
  const label = slot.parts.find(({ kind }) => kind === "label");
  if (!label) return NONE;
  const { start, end } = label;
  const words = text.slice(start, end);
  const roles = readRoles(words, scheme);
  const [first] = roles ?? [];
  if (roles && roles.length > 1) {
    const spans: Span[] = [];
    let at = 0;
    for (const cut of [...words.matchAll(JOINT), undefined]) {
      const to = cut?.index ?? words.length;
      spans.push({ start: start + at, end: start + to });
      at = to + (cut?.[0].length ?? 0);
    }
    if (spans.length === roles.length)
      return spans.map((span, index) => ({ ...span, role: roles[index]?.role ?? slot.is.charAt(0) }));
  }
  return [{ start, end, role: first?.role ?? slot.is.charAt(0) }];
}

/** The heads of tables that are configurations. */
function headSpans(placed: Placed, text: string, scheme: Scheme): readonly RoleSpan[] {
  const isHeaded = placed.facts.records.some((brief) => brief.kind === "cmoc" && brief.start === 0);
  return blocksOfPiece(text).flatMap((block) => {
    const reading = block.type === "table" ? readTable(block, scheme, isHeaded) : undefined;
    if (block.type !== "table" || !reading || reading.rows.length === 0) return NONE;
    return reading.columns.flatMap((column, at) => {
      const cell = block.rows[0]?.cells[at];
      const role = column.is === "role" || column.is === "part" ? column.roles.roles[0]?.role : undefined;
      return cell && role !== undefined && cell.end > cell.start ? [{ start: cell.start, end: cell.end, role }] : NONE;
    });
  });
}

function inOrder(found: readonly RoleSpan[]): readonly RoleSpan[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return sorted.filter((each) => {
    if (each.start < end || each.end <= each.start) return false;
    end = each.end;
    return true;
  });
}
