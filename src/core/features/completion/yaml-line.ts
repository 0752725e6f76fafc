/** Where a cursor stands in YAML: the keys that it is below, and whether a key or a value is written there. Reads lines, not a tree, since what is being written is no YAML yet. */
import type { Span } from "../../text.ts";
import { lastBreak } from "./line.ts";

export interface YamlLine {
  /** The keys that hold the place, outermost first; of an item of a list the last is the key of the list. */
  readonly path: readonly string[];
  /** The key whose value is written; undefined where a key, or an item of a list, is. */
  readonly key: string | undefined;
  /** Whether it is an item of a list. */
  readonly isItem: boolean;
  /** Of the word at the cursor. */
  readonly span: Span;
  /** Whether the word stands in quotation marks. */
  readonly isQuoted: boolean;
  /** Whether a colon follows the word. */
  readonly hasColon: boolean;
  /** Keys that stand beside it. */
  readonly siblings: ReadonlySet<string>;
}

/** The cursor's place in the part of a text that is YAML; undefined in a comment, and outside. */
export function yamlLine(text: string, within: Span, offset: number): YamlLine | undefined {
  if (offset < within.start || offset > within.end) return undefined;
  const start = Math.max(within.start, lastBreak(text, offset));
  const before = text.slice(start, offset);
  if (before.length > MOST_LINE || /(?:^|\s)#/.test(before)) return undefined;
  const after = /^[^\r\n]{0,200}/.exec(text.slice(offset, Math.min(within.end, offset + 200)))?.[0] ?? "";
  const [lead = ""] = /^[ \t]*(?:-[ \t]+)*/.exec(before) ?? [];
  const { frames, word } = framesOf(before.slice(lead.length), lead.trim() !== "");
  const top = frames[frames.length - 1] as Frame;
  const lines = text.slice(within.start, within.end).split(/\r\n|\r|\n/);
  const index = lineBreaks(text, within.start, start);
  const path = keysAbove(lines, index, lead.length, lead.trim() !== "");
  for (const [at, { key, isList }] of frames.entries())
    if (key !== undefined && (at < frames.length - 1 || isList)) path.push(key);
  const key = top.isList ? undefined : top.key;
  const own = /^[\p{L}\p{N}_/.*-]*/u.exec(after)?.[0].length ?? 0;
  const mark = /^["']/.exec(word)?.[0] ?? "";
  return {
    path,
    key,
    isItem: top.isList,
    span: { start: offset - word.length + mark.length, end: offset + own },
    isQuoted: mark !== "",
    hasColon: /^[\p{L}\p{N}_/.-]*["']?[ \t]*:/u.test(after),
    siblings: frames.length === 1 && !top.isList ? besides(lines, index, lead.length) : top.keys,
  };
}

/** What is longer is no line of a manifest that somebody writes. */
const MOST_LINE = 2000;

interface Frame {
  readonly isList: boolean;
  readonly keys: Set<string>;
  /** The key whose value is open. */
  key: string | undefined;
}

/** What is open at the end of a line: its own level, and the brackets in it. */
function framesOf(line: string, isItem: boolean): { readonly frames: readonly Frame[]; readonly word: string } {
  const frames: Frame[] = [{ isList: false, keys: new Set(), key: undefined }];
  let from = 0;
  let quote = "";
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at);
    const top = frames[frames.length - 1] as Frame;
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if ((sign === '"' || sign === "'") && line.slice(from, at).trim() === "") quote = sign;
    else if (sign === ":" && top.key === undefined && !top.isList && /^(?:\s|$)/.test(line.slice(at + 1, at + 2))) {
      top.key = line
        .slice(from, at)
        .trim()
        .replace(/^["']|["']$/g, "");
      top.keys.add(top.key);
      from = at + 1;
    } else if ((sign === "{" || sign === "[") && line.slice(from, at).trim() === "") {
      frames.push({ isList: sign === "[", keys: new Set(), key: undefined });
      from = at + 1;
    } else if ((sign === "}" || sign === "]") && frames.length > 1) {
      frames.pop();
      from = at + 1;
    } else if (sign === "," && frames.length > 1) {
      if (!top.isList) top.key = undefined;
      from = at + 1;
    }
  }
  // An item of a list that stands on a line of its own.
  const [first] = frames;
  if (isItem && first && frames.length === 1 && first.key === undefined)
    frames[0] = { isList: true, keys: new Set(), key: undefined };
  return { frames, word: line.slice(from).trimStart() };
}

const KEY = /^([ \t]*(?:-[ \t]+)*)["']?([\p{L}\p{N}_/.-]+)["']?[ \t]*:(?=\s|$)/u;

/** The keys of the lines above that a line is indented below, outermost first. Items of a list may stand as far out as its key. */
function keysAbove(lines: readonly string[], index: number, indent: number, isItem: boolean): string[] {
  const found: string[] = [];
  let limit = isItem ? (/^[ \t]*/.exec(lines[index] ?? "")?.[0].length ?? 0) : indent;
  let mayEqual = isItem;
  for (let at = index - 1; at >= 0 && (limit > 0 || mayEqual); at--) {
    const [, lead = "", key] = KEY.exec(lines[at] ?? "") ?? [];
    if (key === undefined || lead.length > limit || (lead.length === limit && (!mayEqual || lead.trim() !== "")))
      continue;
    found.unshift(key);
    limit = lead.search(/-|$/);
    mayEqual = lead.trim() !== "";
  }
  return found;
}

/** The keys of the block that a line belongs to, its own left out. */
function besides(lines: readonly string[], index: number, indent: number): ReadonlySet<string> {
  const found = new Set<string>();
  for (const step of [-1, 1]) {
    for (let at = index + step; at >= 0 && at < lines.length; at += step) {
      const line = lines[at] ?? "";
      if (line.trim() === "" || /^\s*#/.test(line)) continue;
      const [, lead = "", key] = KEY.exec(line) ?? [];
      if (key !== undefined && lead.length === indent) found.add(key);
      const from = line.search(/\S/);
      if (from < indent && lead.length !== indent) break;
    }
  }
  return found;
}

function lineBreaks(text: string, from: number, to: number): number {
  return text.slice(from, to).split(/\r\n|\r|\n/).length - 1;
}
