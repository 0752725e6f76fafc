/** The usual line of a coder's appraisal in front matter, `  JA: { relevance: high, rigour: low }`, without `yaml`. */
import type { CoderAppraisal } from "./front-matter.ts";
import { scaleName } from "./scales.ts";

const SPACE = 32;
const COMMA = 44;
const COLON = 58;
const CLOSE = 125;
const OPEN = 123;

function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

/** Letters, digits, `_` and `-`, beginning with a letter: a word in any of YAML's places. */
function wordEnd(text: string, from: number, end: number): number {
  if (from >= end || !isLetter(text.charCodeAt(from))) return from;
  let at = from + 1;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (!isLetter(unit) && !(unit >= 48 && unit <= 57) && unit !== 95 && unit !== 45) break;
    at++;
  }
  return at;
}

function pastSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === SPACE) at++;
  return at;
}

/** Keys are short here; YAML itself stops at 1,024 characters. */
const KEY_LIMIT = 100;

/** The appraisal that stands in `[start, end)` after spaces, or undefined when the line is not of that plain shape to its end. */
export function readAppraisalLine(text: string, start: number, end: number): CoderAppraisal | undefined {
  const coderStart = pastSpaces(text, start, end);
  const coderEnd = wordEnd(text, coderStart, end);
  if (coderEnd === coderStart || coderEnd - coderStart > KEY_LIMIT || text.charCodeAt(coderEnd) !== COLON)
    return undefined;
  let at = pastSpaces(text, coderEnd + 1, end);
  if (at === coderEnd + 1 || at >= end || text.charCodeAt(at) !== OPEN) return undefined;
  const values: CoderAppraisal["values"][number][] = [];
  const seen = new Set<string>();
  do {
    const keyStart = pastSpaces(text, at + 1, end);
    const keyEnd = wordEnd(text, keyStart, end);
    const key = text.slice(keyStart, keyEnd);
    if (key === "" || key.length > KEY_LIMIT || seen.has(key) || text.charCodeAt(keyEnd) !== COLON) return undefined;
    seen.add(key);
    const from = pastSpaces(text, keyEnd + 1, end);
    const to = wordEnd(text, from, end);
    const value = text.slice(from, to);
    if (from === keyEnd + 1 || value === "" || value.toLowerCase() === "null") return undefined;
    values.push({ scale: scaleName(key), value, span: { start: from, end: to } });
    at = pastSpaces(text, to, end);
  } while (at < end && text.charCodeAt(at) === COMMA);
  if (at >= end || text.charCodeAt(at) !== CLOSE || pastSpaces(text, at + 1, end) !== end) return undefined;
  return { coder: text.slice(coderStart, coderEnd), keySpan: { start: coderStart, end: coderEnd }, values };
}
