/** The line of Markdown that is being written, as far as the cursor, and what it stands in. */
import { canonicalId } from "../../ids.ts";
import { nameOf } from "../../model/names.ts";
import type { Name } from "../../model/types.ts";
import type { Placed, Review } from "../../review.ts";
import { readHeading } from "../../syntax/headings.ts";
import type { Kind, Scheme } from "../../vocabulary.ts";

export interface Line {
  readonly review: Review;
  readonly uri: string;
  readonly scheme: Scheme;
  readonly placed: Placed;
  /** The text of the piece; `offset` is relative to it. */
  readonly piece: string;
  readonly offset: number;
  /** The line before the cursor, and after it. */
  readonly before: string;
  readonly after: string;
  /** The record that its heading opens, or would with a field. */
  readonly record: { readonly kind: Kind; readonly name: Name } | undefined;
}

/** Undefined in a code block, in what is switched off, and where nothing is read. */
export function lineAt(review: Review, uri: string, placed: Placed, offset: number): Line | undefined {
  const scheme = placed.home.reading?.scheme;
  if (!scheme || placed.facts.key % 2 === 1) return undefined;
  const piece = placed.text;
  const start = lastBreak(piece, offset);
  if (inFence(piece, start)) return undefined;
  const rest = piece.slice(offset);
  const end = rest.search(/[\r\n]/);
  return {
    review,
    uri,
    scheme,
    placed,
    piece,
    offset,
    before: piece.slice(start, offset),
    after: end < 0 ? rest : rest.slice(0, end),
    record: recordOf(placed, piece),
  };
}

/** Where the line that holds an offset begins. */
export function lastBreak(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text.charCodeAt(at - 1) !== 10 && text.charCodeAt(at - 1) !== 13) at--;
  return at;
}

const FENCE = /^[ \t>]*(`{3,}|~{3,})(.*)$/;

/** Whether a fence that opened before an offset is open there. */
function inFence(text: string, offset: number): boolean {
  if (!text.includes("```") && !text.includes("~~~")) return false;
  let open: string | undefined;
  for (const line of text.slice(0, offset).split(/\r\n|\r|\n/)) {
    const [, sign = "", info = ""] = FENCE.exec(line) ?? [];
    if (sign === "") continue;
    if (open === undefined) open = sign.startsWith("`") && info.includes("`") ? undefined : sign;
    else if (sign.startsWith(open) && info.trim() === "") open = undefined;
  }
  return open !== undefined;
}

function recordOf(placed: Placed, piece: string): Line["record"] {
  const { facts, home } = placed;
  const [brief] = facts.records;
  if (brief && brief.start === 0 && brief.idStart > 0) return { kind: brief.kind, name: brief.name };
  const words = /^#{1,6}[ \t]+([^\r\n]*)/.exec(piece)?.[1];
  const read = words === undefined ? undefined : readHeading(words);
  if (!read || !("record" in read)) return undefined;
  const { kind, id } = read.record;
  return { kind, name: nameOf(kind, canonicalId(kind, id), home.reading?.source) };
}

/** The line's nested bullet hangs below the bullets whose signs stand before it: their text, the nearest first. */
export function bulletsAbove({ piece, offset, before }: Line): readonly string[] {
  let indent = widthOf(/^[ \t]*/.exec(before)?.[0] ?? "");
  const found: string[] = [];
  let end = lastBreak(piece, offset);
  while (end > 0 && indent > 0) {
    const from = lastBreak(piece, end - 1);
    const line = piece.slice(from, end).replace(/[\r\n]+$/, "");
    end = from;
    if (/^#{1,6}[ \t]/.test(line)) break;
    const bullet = /^([ \t]*)[-*+][ \t]+(.*)$/.exec(line);
    if (!bullet || widthOf(bullet[1] ?? "") >= indent) continue;
    indent = widthOf(bullet[1] ?? "");
    found.push(bullet[2] ?? "");
  }
  return found;
}

function widthOf(space: string): number {
  let width = 0;
  for (const unit of space) width += unit === "\t" ? 4 - (width % 4) : 1;
  return width;
}
