/** The words of the vocabulary at an offset of a piece: kinds, labels, roles, values. */
import type { Part } from "../../model/parts.ts";
import type { Placed } from "../../review.ts";
import { readRole } from "../../syntax/roles.ts";
import type { Span } from "../../text.ts";
import {
  FIELDS,
  type FieldWords,
  fieldOf,
  KINDS,
  type Kind,
  OPEN_CODE,
  type Scheme,
  SLOT_FIELDS,
  STANCES,
} from "../../vocabulary.ts";
import { roleIn, roleSpans } from "../marks/roles.ts";
import { cellHere } from "./cells.ts";
import { LARGE, mayStand } from "./large.ts";
import { partsIn, pathTo } from "./piece.ts";
import type { Standing } from "./standing.ts";

/** What of the vocabulary stands there; spans are offsets in the document. */
export function standingIn(placed: Placed, offset: number): Standing | undefined {
  const scheme = placed.home.reading?.scheme;
  // The vocabulary has its places in records alone.
  if (!scheme || placed.facts.count === 0) return undefined;
  if (placed.facts.length > LARGE && !mayStand(placed, offset, scheme)) return undefined;
  const path = pathTo(partsIn(placed), offset);
  const part = path[path.length - 1];
  const above = path[path.length - 2];
  if (!part) return undefined;
  const span = { start: placed.start + part.start, end: placed.start + part.end };
  const text = placed.home.slice(span.start, span.end);
  switch (part.kind) {
    case "kind":
      return kindHere(part.is, span);
    case "label":
      return labelHere(text, path, kindOf(placed), scheme, span) ?? openCodeHere(placed, path, offset);
    case "choice": {
      const field = fieldAbove(path, kindOf(placed));
      return field && above ? { is: "value", span, field, value: part.is } : undefined;
    }
    default:
      return (
        roleHere(placed, offset, scheme) ??
        wordHere(placed, path, offset, scheme) ??
        openCodeHere(placed, path, offset) ??
        cellHere(placed, offset, scheme)
      );
  }
}

/** A slot in `from`, or the initials of a coder, which no list of parts parts. */
function wordHere(placed: Placed, path: readonly Part[], offset: number, scheme: Scheme): Standing | undefined {
  const kind = kindOf(placed);
  const isCoder = path[path.length - 1]?.kind === "coder";
  const field = isCoder ? fieldOf(FIELDS.extract, "coder") : fieldAbove(path, kind);
  const names = field?.label === "coder" || field?.label === "by";
  if (!field || (!names && field.form !== "slots")) return undefined;
  const { start, text } = wordAt(placed, offset);
  if (text === "") return undefined;
  const span = { start, end: start + text.length };
  if (names) return { is: "value", span, field, value: text };
  const role = readRole(text, scheme);
  return role && { is: "role", span, role };
}

/** How far the ends of a word are looked for. */
const WORD = 100;

function wordAt({ home, start, facts }: Placed, offset: number): { readonly start: number; readonly text: string } {
  const before = home.slice(start + Math.max(0, offset - WORD), start + offset);
  const after = home.slice(start + offset, start + Math.min(facts.length, offset + WORD));
  const left = /[\p{L}\p{M}\p{N}._-]*$/u.exec(before)?.[0] ?? "";
  const right = /^[\p{L}\p{M}\p{N}._-]*/u.exec(after)?.[0] ?? "";
  return { start: start + offset - left.length, text: left + right };
}

/** The word `code` that begins a coding line without a role. */
function openCodeHere(placed: Placed, path: readonly Part[], offset: number): Standing | undefined {
  if (!path.some(({ kind }) => kind === "coding")) return undefined;
  const { start, text } = wordAt(placed, offset);
  if (text.toLowerCase() !== OPEN_CODE.label) return undefined;
  return { is: "label", span: { start, end: start + text.length }, field: OPEN_CODE, within: "extract" };
}

/** A tag, a head, a mark or a role in brackets. */
function roleHere(placed: Placed, offset: number, scheme: Scheme): Standing | undefined {
  const found = roleSpans(placed).find(({ start, end }) => start <= offset && offset <= end);
  if (!found) return undefined;
  const span = { start: placed.start + found.start, end: placed.start + found.end };
  const role = roleIn(placed.home.slice(span.start, span.end), found.role, scheme);
  return role && { is: "role", span, role };
}

function kindHere(word: string, span: Span): Standing | undefined {
  const words = KINDS.find(({ kind }) => kind === word);
  return words && { is: "kind", span, kind: words.kind };
}

/** The kind of the record that a piece is. */
export function kindOf(placed: Placed): Kind | undefined {
  const { facts } = placed;
  return facts.count === 0 ? undefined : facts.record(0).kind;
}

function labelHere(
  text: string,
  path: readonly Part[],
  kind: Kind | undefined,
  scheme: Scheme,
  span: Span,
): Standing | undefined {
  const owner = path[path.length - 2];
  const isNested = path.slice(0, -2).some((part) => part.kind === "slot");
  const label = text.replace(/\s+/g, " ").toLowerCase();
  if (owner?.kind === "slot") {
    const part = isNested ? fieldOf(SLOT_FIELDS, label) : undefined;
    if (part) return { is: "label", span, field: part, within: "slot" };
    const role = readRole(text, scheme) ?? roleIn(text, owner.is, scheme);
    return role && { is: "role", span, role };
  }
  if (owner?.kind !== "field" || !kind) return undefined;
  const within = isNested ? "slot" : kind;
  const field = fieldOf(isNested ? SLOT_FIELDS : FIELDS[kind], owner.is);
  if (!field) return undefined;
  const stance = STANCES.find((each) => each === field.label);
  return stance ? { is: "stance", span, stance, field, within } : { is: "label", span, field, within };
}

/** The field that a value on the path belongs to. */
function fieldAbove(path: readonly Part[], kind: Kind | undefined): FieldWords | undefined {
  const at = path.findLastIndex((part) => part.kind === "field");
  const label = path[at]?.is;
  if (label === undefined || !kind) return undefined;
  const isNested = path.slice(0, at).some((part) => part.kind === "slot");
  return fieldOf(isNested ? SLOT_FIELDS : FIELDS[kind], label);
}
