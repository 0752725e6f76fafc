/** Ids of records that come from elsewhere: as they were printed where they are free, else the next free ones. */
import { canonicalId, idKey, nextId, numberAfter, numbered } from "../../ids.ts";
import { MANIFEST_NAME } from "../../membership.ts";
import { type Brief, idSpanOf } from "../../model/brief.ts";
import { nameOf } from "../../model/names.ts";
import type { Name } from "../../model/types.ts";
import { eachRef } from "../../review/placed.ts";
import { Review } from "../../review.ts";
import { applyEdits, type TextEdit } from "../../text.ts";
import { RECORD_KINDS } from "../../vocabulary.ts";
import { isRow } from "../edit/record.ts";
import { headingId, referenceId } from "../edit/reference-text.ts";

export interface Numbered {
  readonly markdown: string;
  /** How many records it has. */
  readonly count: number;
  /** Ids that were printed, and what they are now where the review had them. */
  readonly renumbered: readonly (readonly [printed: string, id: string])[];
}

const OWN = "pasted.md";

/** Markdown by itself, read as the review reads. */
export function readAlone(review: Review, markdown: string): Review {
  const alone = new Review();
  alone.set({ uri: MANIFEST_NAME, version: 0, text: review.text(MANIFEST_NAME) ?? "" });
  alone.set({ uri: OWN, version: 0, text: markdown });
  return alone;
}

/**
 * The Markdown with no id that the review has, its own references along with them. What was printed with another id says so in a note, where it has a heading; `printed` are
 * the ids that were, without it all of them.
 */
export function withFreeIds(review: Review, markdown: string, printed?: readonly string[]): Numbered {
  const own = printed && new Set(printed.map((id) => idKey(canonicalId("cmoc", id))));
  const isPrinted = (id: string): boolean => own === undefined || own.has(idKey(id));
  const alone = readAlone(review, markdown);
  const others = otherIds(review, alone);
  const count = recordsIn(alone);
  if (others.size === 0) return { markdown, count, renumbered: [] };
  const edits: TextEdit[] = [];
  const renumbered: (readonly [string, string])[] = [];
  /** What a reference means: the first record of its name. */
  const meant = new Map<Name, string>();
  for (const [{ name }, id] of others) if (review.isDefined(name) && !meant.has(name)) meant.set(name, id);
  for (const placed of alone.placed(OWN)) {
    for (const { brief } of placed.definitions) {
      const id = others.get(brief);
      if (id === undefined) continue;
      if (isPrinted(brief.id)) renumbered.push([brief.id, id]);
      const { start, end } = idSpanOf(brief);
      const span = { start: placed.start + start, end: placed.start + end };
      if (isRow(brief)) {
        edits.push({ span, newText: referenceId(markdown.slice(span.start, span.end), id, brief.kind) });
        if (isPrinted(brief.id)) edits.push(inCell(markdown, span.end, brief.id));
      } else {
        edits.push(headingId(markdown, span, id, brief.kind));
        if (isPrinted(brief.id)) edits.push(noteAfter(placed.start, placed.text, brief.id));
      }
    }
    eachRef(placed.facts, (ref) => {
      const id = ref.range === undefined ? meant.get(ref.name) : undefined;
      const span = { start: placed.start + ref.start, end: placed.start + ref.end };
      if (id !== undefined)
        edits.push({ span, newText: referenceId(markdown.slice(span.start, span.end), id, "cmoc") });
    });
  }
  const changed = changedBy(markdown, edits);
  // What would then say something else stays as it was printed: two records of one id are a problem that is shown.
  if (changed === undefined || recordsIn(readAlone(review, changed)) !== count)
    return { markdown, count, renumbered: [] };
  return { markdown: changed, count, renumbered };
}

function changedBy(text: string, edits: readonly TextEdit[]): string | undefined {
  try {
    return applyEdits(text, edits);
  } catch {
    return undefined;
  }
}

function recordsIn(alone: Review): number {
  return alone.placed(OWN).reduce((sum, { facts }) => sum + facts.count, 0);
}

/** New ids of the records whose name the review has, or another before them. */
function otherIds(review: Review, alone: Review): ReadonlyMap<Brief, string> {
  const all = alone
    .placed(OWN)
    .flatMap(({ definitions }) => definitions.map(({ brief }) => brief))
    .filter((brief) => brief.name !== "" && RECORD_KINDS.includes(brief.kind) && !alone.isRestatement(brief));
  const taken = new Set<Name>(all.map(({ name }) => name));
  const ids = all.map(({ id }) => id);
  const seen = new Set<Name>();
  const others = new Map<Brief, string>();
  const last = new Map<string, string>();
  for (const brief of all) {
    const { name, kind } = brief;
    if (!seen.has(name) && !review.isDefined(name)) {
      seen.add(name);
      continue;
    }
    seen.add(name);
    const prefix = numbered(brief.id)?.prefix || "CMOC";
    const key = idKey(prefix);
    const named = (id: string): Name => nameOf(kind, canonicalId(kind, id), undefined);
    let id = last.get(key) ?? later(review.freeId(prefix), nextId(ids, prefix));
    while (taken.has(named(id)) || review.isDefined(named(id))) id = following(id, prefix);
    taken.add(named(id));
    last.set(key, following(id, prefix));
    others.set(brief, id);
  }
  return others;
}

/** That with the higher number. */
function later(one: string, other: string): string {
  return (numbered(one)?.number ?? 0) >= (numbered(other)?.number ?? 0) ? one : other;
}

function following(id: string, prefix: string): string {
  const parts = numbered(id);
  return prefix + (parts ? numberAfter(parts) : "1");
}

/** A note at the end of a record, below its bullets. */
function noteAfter(start: number, text: string, printed: string): TextEdit {
  const at = text.trimEnd().length;
  const line = text.slice(Math.max(text.lastIndexOf("\n", at - 1), text.lastIndexOf("\r", at - 1)) + 1, at);
  const gap = /^[ \t]*[-*+][ \t]/.test(line) ? "\n" : "\n\n";
  return { span: { start: start + at, end: start + at }, newText: `${gap}- note: printed as ${printed}` };
}

/** The same at the end of the cell that holds the id of a row, as its title or behind it. */
function inCell(text: string, end: number, printed: string): TextEdit {
  let bar = end;
  while (bar < text.length && !/[|\r\n]/.test(text.charAt(bar))) bar += text.charAt(bar) === "\\" ? 2 : 1;
  const title = text.slice(end, bar).trimEnd();
  const at = end + title.length;
  return {
    span: { start: at, end: at },
    newText: /[\p{L}\p{N}]/u.test(title) ? ` (printed as ${printed})` : `: printed as ${printed}`,
  };
}
