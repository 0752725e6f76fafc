/** Putting one block in the place of the bullets that are slots. */

import type { Cmoc } from "../../model/types.ts";
import { fold } from "../../syntax/bullets.ts";
import { applyEdits, type TextEdit } from "../../text.ts";
import { inOrder } from "../edit/outcome.ts";
import type { OpenBullet, OpenRecord } from "../edit/record.ts";
import { reread } from "../edit/record.ts";
import { lineEnd, lineStart } from "../edit/style.ts";
import { differenceOf } from "./difference.ts";
import { lossOf } from "./meaning.ts";

/** The edits that take the bullets of slots out and put the block before what is left of the first list that had one. */
export function inPlaceOfSlots(record: OpenRecord, block: string): readonly TextEdit[] {
  const { bullets, text, eol } = record;
  const first = bullets.findIndex(({ read }) => read.is === "slot");
  if (first < 0) return [];
  const list = listAround(record, first);
  const left = list.filter(({ read }) => read.is !== "slot");
  const [top] = list;
  if (!top) return [];
  const begin = lineStart(text, top.bullet.start);
  const edits = slotRuns(record).map(({ from, to }) => removalOf(record, from, to));
  const head = { span: { start: begin, end: begin }, newText: block + (left.length > 0 ? eol + eol : "") };
  return inOrder([head, ...edits]);
}

/** The bullets beside one, with nothing but white space between them. */
function listAround(record: OpenRecord, index: number): readonly OpenBullet[] {
  let from = index;
  while (isBeside(record, from - 1)) from--;
  let to = index;
  while (isBeside(record, to)) to++;
  return record.bullets.slice(from, to + 1);
}

/** Slots that stand beside each other, by the places of their bullets. */
function slotRuns(record: OpenRecord): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const [at, { read }] of record.bullets.entries()) {
    const last = runs[runs.length - 1];
    if (read.is !== "slot") continue;
    if (last && last.to === at - 1 && isBeside(record, last.to)) last.to = at;
    else runs.push({ from: at, to: at });
  }
  return runs;
}

/** Takes bullets out: with the line ending after them where one stands beside them, else with the one before. */
function removalOf(record: OpenRecord, from: number, to: number): TextEdit {
  const { bullets, text } = record;
  const first = bullets[from]?.bullet;
  const last = bullets[to]?.bullet;
  if (!first || !last) return { span: { start: 0, end: 0 }, newText: "" };
  const start = lineStart(text, first.start);
  const next = bullets[to + 1]?.bullet;
  if (next && isBeside(record, to)) return { span: { start, end: lineStart(text, next.start) }, newText: "" };
  const before = bullets[from - 1]?.bullet;
  const begin = before && isBeside(record, from - 1) ? lineEnd(text, before.end) : start;
  return { span: { start: begin, end: lineEnd(text, last.end) }, newText: "" };
}

/** Whether nothing but white space parts a bullet from the next. */
function isBeside({ bullets, text }: OpenRecord, index: number): boolean {
  const [a, b] = [bullets[index], bullets[index + 1]];
  return a !== undefined && b !== undefined && text.slice(a.bullet.end, b.bullet.start).trim() === "";
}

/** What the record would then say otherwise in that spelling, or which words it would lose; undefined where it says the same. */
export function otherwiseAs(
  record: OpenRecord,
  spelling: Cmoc["spelling"],
  edits: readonly TextEdit[],
): string | undefined {
  const { entity } = record;
  if (entity.kind !== "cmoc" || edits.length === 0) return UNSAID;
  const after = reread(record, edits);
  if (after?.kind !== "cmoc" || fold(after.title) !== fold(entity.title)) return UNSAID;
  return (
    differenceOf(entity, after, record.scheme) ??
    (after.spelling === spelling ? undefined : UNSAID) ??
    lossOf(record.text, applyEdits(record.text, edits), record.scheme)
  );
}

/** It would be otherwise, in a way for which there are no words. */
const UNSAID = "";
