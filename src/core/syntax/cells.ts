/** What a cell of a configuration's table holds: its slots, parted; the marks in it, dropped; the citations in it. */
import type { Span } from "../text.ts";
import { CMO } from "../vocabulary.ts";
import { type Inline, sourceSpan } from "./blocks.ts";
import { citationsOf } from "./citations.ts";
import { readRole, readTag } from "./roles.ts";
import type { Citation } from "./slots.ts";

export interface CellPart {
  /** Offsets in the cell's text. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly part?: "resource" | "reasoning";
}

const OPEN = "([{“«";
const SHUT = ")]}”»";

/** Parts a cell at `;` and line breaks, outside brackets and quotation marks; a mechanism's part also at its arrows. */
export function splitCell(cell: Inline, arrows: boolean): readonly CellPart[] {
  const { text } = cell;
  const cuts: number[] = [];
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') quoted = !quoted;
    else if (OPEN.includes(character)) depth++;
    else if (SHUT.includes(character) && depth > 0) depth--;
    else if (character === "\n" || (character === ";" && depth === 0 && !quoted)) {
      cuts.push(at);
      if (character === "\n") {
        depth = 0;
        quoted = false;
      }
    }
  }
  const parts: CellPart[] = [];
  let from = 0;
  for (const cut of [...cuts, text.length]) {
    parts.push(...(arrows ? byArrows(cell, from, cut) : [plain(cell, from, cut)]));
    from = cut + 1;
  }
  return parts.filter((part) => part.text !== "" || citationsIn(cell, part.from, part.to).length > 0);
}

const ARROW = /(?:→|⇒|➔|➜|⟶|-{1,2}>|={1,2}>)\s*/gu;

function byArrows(cell: Inline, from: number, to: number): readonly CellPart[] {
  const text = cell.text.slice(from, to);
  const parts: CellPart[] = [];
  let at = 0;
  for (const match of text.matchAll(ARROW)) {
    parts.push(plain(cell, from + at, from + match.index));
    at = match.index + match[0].length;
  }
  if (parts.length === 0) return [plain(cell, from, to)];
  parts.push(plain(cell, from + at, to));
  return parts.map((part, index) => ({ ...part, part: index === 0 ? "resource" : "reasoning" }));
}

function plain(cell: Inline, from: number, to: number): CellPart {
  let words = "";
  let at = from;
  for (const { citation } of citationsIn(cell, from, to)) {
    const start = citation.bracket?.from ?? citation.from;
    if (start > at) words += cell.text.slice(at, start);
    at = Math.max(at, citation.bracket?.to ?? citation.to);
  }
  words += cell.text.slice(Math.min(at, to), to);
  const marked = withoutMark(
    words
      .replace(/\s+/g, " ")
      .replace(/\s+([,.;:])/g, "$1")
      .trim(),
  );
  let start = from;
  let end = to;
  while (end > start && /\s/.test(cell.text.charAt(end - 1))) end--;
  while (start < end && /\s/.test(cell.text.charAt(start))) start++;
  const dash = /^[\s\-–—]*$/.test(marked.text);
  return { from: start, to: end, text: dash ? "" : marked.text, ...(marked.part && { part: marked.part }) };
}

/**
 * Drops marks: roles in brackets anywhere, and one at the start with a number or a colon, bullets too. A mark may say the part of a mechanism.
 * "Hepatitis C" and "I feel heard" are words.
 */
function withoutMark(text: string): { readonly text: string; readonly part?: "resource" | "reasoning" } {
  let rest = text.replace(/^[-*•·–]\s+/, "");
  let part: "resource" | "reasoning" | undefined;
  rest = rest.replace(/[([]([^()[\]]{1,60}(?:\(s\)[^()[\]]{0,30})?)[)\]]/g, (whole, inner: string) => {
    const roles = readTag(inner, CMO);
    if (!roles) return whole;
    part ??= roles[0]?.part;
    return "";
  });
  rest = rest
    .replace(/\s+/g, " ")
    .replace(/\s+([,.;:])/g, "$1")
    .trim();
  const colon = rest.slice(0, 60).indexOf(":");
  const label = colon > 0 ? readRole(rest.slice(0, colon), CMO) : undefined;
  if (label) {
    part ??= label.part;
    rest = rest.slice(colon + 1).trim();
  } else {
    const start = /^(\p{L}{1,14}[ -]?\p{Nd}{1,3}[a-z]?)[.)]?\s+(?=\S)/u.exec(rest);
    const role = start && readRole(start[1] ?? "", CMO);
    if (start && role) {
      part ??= role.part;
      rest = rest.slice(start[0].length).trim();
    }
  }
  return { text: rest.replace(/[\s;,]+$/, ""), ...(part && { part }) };
}

/** What each cell cites, read once however many parts it has. */
const READ = new WeakMap<Inline, readonly Citation[]>();

function citationsOnce(cell: Inline): readonly Citation[] {
  const known = READ.get(cell);
  if (known) return known;
  const found = citationsOf(cell);
  READ.set(cell, found);
  return found;
}

function citationsIn(cell: Inline, from: number, to: number): readonly { readonly citation: Citation }[] {
  return citationsOnce(cell)
    .filter((citation) => citation.from >= from && citation.to <= to)
    .map((citation) => ({ citation }));
}

/** The citations of a part, with their places in the source. */
export function citedIn(cell: Inline, part: CellPart): readonly { readonly citation: Citation; readonly span: Span }[] {
  return citationsIn(cell, part.from, part.to).map(({ citation }) => ({
    citation,
    span: sourceSpan(cell, citation.from, citation.to),
  }));
}
