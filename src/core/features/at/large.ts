/**
 * Whether a word of the vocabulary may stand at a place, by its line alone. Asked in pieces so long that reading their parts would be felt; a yes may
 * be wrong, a no is not.
 */
import type { Placed } from "../../review.ts";
import { readRoles, readTag } from "../../syntax/roles.ts";
import { FIELDS, type FieldWords, fieldOf, KINDS, type Scheme, SLOT_FIELDS } from "../../vocabulary.ts";

/** Pieces from so many units on are large. */
export const LARGE = 20_000;
/** How far the ends of a line are looked for. */
const FAR = 2000;

const BULLET = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+/;
const DELIMITER = /^[\s|:>-]*-[\s|:-]*$/;

/** `offset` is the piece's. */
export function mayStand({ home, start, facts }: Placed, offset: number, scheme: Scheme): boolean {
  const from = Math.max(0, offset - FAR);
  const text = home.slice(start + from, start + Math.min(facts.length, offset + FAR));
  const at = offset - from;
  let begin = at;
  while (begin > 0 && !isBreak(text, begin - 1)) begin--;
  let end = at;
  while (end < text.length && !isBreak(text, end)) end++;
  const line = text.slice(begin, end);
  const place = at - begin;
  if (from + begin === 0 && line.startsWith("#")) return true;
  const next = /^[\r\n]{1,2}([^\r\n]*)/.exec(text.slice(end))?.[1] ?? "";
  if (line.includes("|") && DELIMITER.test(next)) return true;
  if (isBracketed(line, place) || isRole(line, place, scheme)) return true;
  const bullet = BULLET.exec(line)?.[0];
  if (bullet === undefined) return /^[ \t]/.test(line) && line.trim().length < SHORT;
  const colon = line.search(/[:：]/);
  if (colon < 0 || place <= colon + 1) return colon < 0 ? line.length < SHORT : colon < SHORT;
  return isChoice(line.slice(bullet.length, colon).replace(/[*_]/g, "").trim().toLowerCase());
}

/** Labels, and values of a list that stand by themselves, are shorter. */
const SHORT = 100;
const ALL: readonly (readonly FieldWords[])[] = [...KINDS.map(({ kind }) => FIELDS[kind]), SLOT_FIELDS];

function isChoice(label: string): boolean {
  return ALL.some((fields) => fieldOf(fields, label)?.form.startsWith("choice"));
}

function isBreak(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 10 || unit === 13;
}

/** Whether brackets with few words, as a tag's or those after evidence, are around the place. */
function isBracketed(line: string, place: number): boolean {
  const open = /[([（［][^()[\]（）［］]{0,40}$/.test(line.slice(0, place + 1)) || /^[([（［©]/.test(line.slice(place));
  return open && (/^[^([（［]{0,40}[)\]）］]/.test(line.slice(place)) || /^[([（［©]/.test(line.slice(place)));
}

function isRole(line: string, place: number, scheme: Scheme): boolean {
  const before = /[\p{L}\p{N}.–-]*$/u.exec(line.slice(Math.max(0, place - 40), place))?.[0] ?? "";
  const after = /^[\p{L}\p{N}.–-]*/u.exec(line.slice(place, place + 40))?.[0] ?? "";
  const word = before + after;
  if (word === "") return /[)\]）］©:：]/.test(line.charAt(place - 1));
  return readRoles(word, scheme) !== undefined || readTag(word, scheme) !== undefined;
}
