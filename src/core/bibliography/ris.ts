/**
 * Finds the records of a RIS file, from `TY` to `ER` or, where that is missing, to the next `TY`.
 *
 * The key is what `ID` says (EndNote writes its record number there), else `LB`, else it is made from the first author and
 * the year: `okafor2014`, with `a`, `b`, … after it where records share both, in the order of the file.
 */
import type { Span } from "../text.ts";
import { bareDoi, isBlank, lineEnd, ownCopy, skipBlank } from "./strings.ts";
import type { BibliographyEntry, BibliographyProblem, ScannedEntries } from "./types.ts";

const HYPHEN = 45;
const MOST_SPACES = 4;

export interface RisTag {
  readonly tag: string;
  /** Where the value begins, or the line ends when there is none. */
  readonly value: number;
  /** How many spaces stand before the hyphen; the format says two. */
  readonly spaces: number;
}

function isUpper(unit: number): boolean {
  return unit >= 65 && unit <= 90;
}

/** Reads `TY  - ` at the start of a line, with one to four spaces before the hyphen and any after it. */
export function readTag(text: string, at: number, line: number): RisTag | undefined {
  const second = text.charCodeAt(at + 1);
  if (!isUpper(text.charCodeAt(at)) || !(isUpper(second) || (second >= 48 && second <= 57))) return undefined;
  let next = at + 2;
  while (next < line && text.charCodeAt(next) === 32 && next - at - 2 < MOST_SPACES) next++;
  const spaces = next - at - 2;
  if (spaces === 0 || next >= line || text.charCodeAt(next) !== HYPHEN) return undefined;
  if (next + 1 < line && !isBlank(text.charCodeAt(next + 1))) return undefined;
  return { tag: text.slice(at, at + 2), value: skipBlank(text, next + 1, line), spaces };
}

const TYPE = /^[A-Z][A-Z0-9]{1,9}\s{0,9}$/;

/** Whether a `TY` tag has a type after it, so that a wrapped line of an abstract is not taken for a record. */
function isStart(text: string, tag: RisTag, line: number): boolean {
  if (tag.tag !== "TY") return false;
  return tag.spaces === 2 || (line - tag.value < 40 && TYPE.test(text.slice(tag.value, line).toUpperCase()));
}

/** Calls `take` for each tagged line of a record; a line without a tag goes on with the value before it. */
export function eachField(text: string, span: Span, take: (tag: string, value: string, at: Span) => void): void {
  let spaces = 2;
  let tag: string | undefined;
  let from = 0;
  let parts: string[] = [];
  let to = 0;
  const flush = (): void => {
    if (tag !== undefined) take(tag, parts.join(" "), { start: from, end: to });
    tag = undefined;
  };
  for (let at = span.start; at < span.end; ) {
    const line = lineEnd(text, at, span.end);
    const start = skipBlank(text, at, line);
    const found = readTag(text, start, line);
    let end = line;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    if (found !== undefined && (found.spaces >= spaces || found.tag === "TY" || found.tag === "ER")) {
      flush();
      if (found.tag === "TY") spaces = Math.min(2, found.spaces);
      tag = found.tag;
      from = Math.min(found.value, end);
      parts = [text.slice(from, Math.max(from, end))];
      to = Math.max(from, end);
    } else if (tag !== undefined && end > start) {
      parts.push(text.slice(start, end));
      to = end;
    }
    at = line + 1;
  }
  flush();
}

interface Draft {
  readonly entry: Span;
  /** The line of the `TY` tag. */
  readonly line: Span;
  readonly key?: { readonly text: string; readonly span: Span };
  readonly made: string;
  readonly doi?: string;
}

const LONGEST_GENERATED = 60;

/** `okafor2014` from "Okafor, N" and "2014/03//": letters and digits alone, without accents, in lower case. */
function madeKey(author: string, year: string, title: string): string {
  const comma = author.indexOf(",");
  const name =
    (comma < 0 ? author : author.slice(0, comma)) ||
    (title
      .slice(0, 200)
      .split(" ")
      .find((word) => word.length > 3) ??
      "");
  const plain = name
    .slice(0, LONGEST_GENERATED)
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .normalize("NFC");
  return plain.toLowerCase() + (/\d{4}/.exec(year.slice(0, 40))?.[0] ?? "");
}

function readRecord(text: string, entry: Span, line: Span): Draft {
  const first = new Map<string, { readonly text: string; readonly span: Span }>();
  eachField(text, entry, (tag, value, span) => {
    if (value !== "" && !first.has(tag)) first.set(tag, { text: value, span });
  });
  const words = (...tags: readonly string[]): string => {
    for (const tag of tags) {
      const found = first.get(tag);
      if (found !== undefined) return found.text;
    }
    return "";
  };
  const doi = bareDoi(words("DO", "M3"));
  const key = first.get("ID") ?? first.get("LB");
  const made = madeKey(words("AU", "A1", "A2", "ED"), words("PY", "Y1", "DA"), words("TI", "T1", "CT", "BT"));
  return { entry, line, made, ...(key === undefined ? {} : { key }), ...(doi === undefined ? {} : { doi }) };
}

export function scanRis(text: string): ScannedEntries {
  const problems: BibliographyProblem[] = [];
  const drafts = readDrafts(text, problems);
  const taken = new Set<string>();
  const shared = new Map<string, number>();
  for (const { key, made } of drafts) {
    if (key !== undefined) taken.add(key.text);
    else if (made !== "") shared.set(made, (shared.get(made) ?? 0) + 1);
  }
  const letters = new Map<string, number>();
  const entries = drafts.map((draft, index): BibliographyEntry => {
    const doi = draft.doi === undefined ? {} : { doi: draft.doi };
    if (draft.key !== undefined) {
      return { key: ownCopy(draft.key.text), span: draft.key.span, entry: draft.entry, ...doi };
    }
    const base = draft.made === "" ? `record${index + 1}` : draft.made;
    let key = base;
    if ((shared.get(draft.made) ?? 0) > 1 || taken.has(base)) {
      let nth = letters.get(base) ?? 0;
      do key = base + letter(nth++);
      while (taken.has(key));
      letters.set(base, nth);
      problems.push({ code: "shared-key", span: draft.line, key: ownCopy(key) });
    }
    taken.add(key);
    return { key: ownCopy(key), span: draft.line, entry: draft.entry, generated: true, ...doi };
  });
  return { entries, problems, isRecognised: false };
}

/** a … z, aa, ab, … for 0, 1, … */
function letter(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}

function readDrafts(text: string, problems: BibliographyProblem[]): readonly Draft[] {
  const drafts: Draft[] = [];
  let open: Span | undefined;
  let lastEnd = 0;
  const close = (end: number, closed: boolean): void => {
    if (open === undefined) return;
    const draft = readRecord(text, { start: open.start, end: Math.max(end, open.end) }, open);
    if (!closed) problems.push({ code: "unclosed-entry", span: open, key: ownCopy(draft.key?.text ?? draft.made) });
    drafts.push(draft);
    open = undefined;
  };
  for (let at = 0; at < text.length; ) {
    const line = lineEnd(text, at, text.length);
    const start = skipBlank(text, at, line);
    const tag = readTag(text, start, line);
    if (tag !== undefined && isStart(text, tag, line)) {
      close(lastEnd, false);
      open = { start, end: line };
    } else if (tag?.tag === "ER" && tag.value === line) close(line, true);
    if (start < line) lastEnd = line;
    at = line + 1;
  }
  close(lastEnd, false);
  return drafts;
}
