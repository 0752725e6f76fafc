/** The names of a piece by place: what of its tokens its own text decides. Remembered with the piece. */
import { numbered } from "../../ids.ts";
import { keyOfName } from "../../model/names.ts";
import type { PieceFacts } from "../../model/piece-facts.ts";
import type { Evidence, Name, Ref } from "../../model/types.ts";
import { eachRef } from "../../review/placed.ts";
import type { Placed } from "../../review.ts";
import type { Span } from "../../text.ts";
import type { Kind } from "../../vocabulary.ts";

/** What a name is of: a configuration, theory or demi-regularity; a source; an extract; a code; a memo. */
export type TokenType = "id" | "key" | "extract" | "code" | "memo";

/** Relative to the piece, in one line. */
export interface NamedSpan extends Span {
  readonly type: TokenType;
  /** Several for a range. */
  readonly names: readonly Name[];
  readonly declaration: boolean;
  /** It may be somebody's own, and counts only when it names something or looks as if it did. */
  readonly doubtful: boolean;
  /** The letters of its id, where those alone tell that a doubtful one is ours. */
  readonly prefix: string | undefined;
}

const known = new WeakMap<PieceFacts, readonly NamedSpan[]>();

/** Ascending, never overlapping. */
export function namesIn(placed: Placed): readonly NamedSpan[] {
  const { facts } = placed;
  if (facts.count === 0 && facts.refs.length === 0) return NONE;
  const remembered = known.get(facts);
  if (remembered) return remembered;
  const found = inOrder(collected(facts, placed.text));
  known.set(facts, found);
  return found;
}

const NONE: readonly NamedSpan[] = [];

const TYPES: { readonly [kind in Kind]: TokenType } = {
  cmoc: "id",
  theory: "id",
  "demi-regularity": "id",
  extract: "extract",
  code: "code",
  memo: "memo",
};

function collected(facts: PieceFacts, text: string): readonly NamedSpan[] {
  const found: NamedSpan[] = [];
  const add = (start: number, end: number, rest: Omit<NamedSpan, "start" | "end">): void => {
    const words = text.slice(start, end);
    if (!/[\r\n]/.test(words)) {
      found.push({ start, end, ...rest });
      return;
    }
    let from = start;
    for (const line of words.split(/\r\n|\r|\n/)) {
      const at = text.indexOf(line, from);
      const lead = line.length - line.trimStart().length;
      if (line.trim() !== "") found.push({ start: at + lead, end: at + line.trimEnd().length, ...rest });
      from = at + line.length;
    }
  };
  for (let index = 0; index < facts.count; index++) {
    const { kind, id, name, idStart, idEnd } = facts.record(index);
    const rest = { type: TYPES[kind], names: [name], declaration: true, doubtful: false, prefix: undefined };
    if (id !== "" && idEnd > idStart) add(idStart, idEnd, rest);
  }
  const ranges = new Map<number, Name[]>();
  eachRef(facts, (ref) => {
    const range = ref.range === undefined ? undefined : ranges.get(ref.start);
    if (range) {
      range.push(ref.name);
      return;
    }
    const names = [ref.name];
    if (ref.range !== undefined) ranges.set(ref.start, names);
    addRef(ref, names, text, add);
  });
  return found;
}

function addRef(
  ref: Ref | Evidence,
  names: readonly Name[],
  text: string,
  add: (start: number, end: number, rest: Omit<NamedSpan, "start" | "end">) => void,
): void {
  const { name, start, end } = ref;
  const doubtful = ref.weak === true || ref.inReason === true;
  const parts = ref.weak && !ref.inReason && name.startsWith("r:") ? numbered(name.slice(2)) : undefined;
  const prefix = parts?.prefix === "" ? undefined : parts?.prefix;
  const rest = { names, declaration: false, doubtful, prefix };
  if (!name.startsWith("x:")) {
    add(start, end, { ...rest, type: typeOf(name) });
    return;
  }
  // The key and what is behind its sign are two names.
  const hash = text.lastIndexOf("#", end - 1);
  const cut = hash > start ? hash : end;
  add(start, cut, { ...rest, names: [`s:${keyOfName(name) ?? ""}`], type: "key" });
  if (cut < end) add(cut, end, { ...rest, type: "extract" });
}

function typeOf(name: Name): TokenType {
  if (name.startsWith("s:")) return "key";
  if (name.startsWith("c:")) return "code";
  return name.startsWith("m:") ? "memo" : "id";
}

function inOrder(found: readonly NamedSpan[]): readonly NamedSpan[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return sorted.filter((each) => {
    if (each.start < end) return false;
    end = each.end;
    return true;
  });
}
