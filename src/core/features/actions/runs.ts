/** Putting one block in the place of the bullets that are slots. */

import type { Cmoc } from "../../model/types.ts";
import { applyEdits, type TextEdit } from "../../text.ts";
import { inOrder } from "../edit/outcome.ts";
import type { OpenBullet, OpenRecord } from "../edit/record.ts";
import { reread } from "../edit/record.ts";
import { lineEnd, lineStart } from "../edit/style.ts";
import { lostWords, saysTheSame } from "./meaning.ts";

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
  const edits: TextEdit[] = [];
  for (const [at, { bullet, read }] of bullets.entries()) {
    if (read.is !== "slot") continue;
    const next = bullets[at + 1];
    const isBeside = next !== undefined && text.slice(bullet.end, next.bullet.start).trim() === "";
    const start = lineStart(text, bullet.start);
    if (isBeside) edits.push({ span: { start, end: lineStart(text, next.bullet.start) }, newText: "" });
    else {
      const before = bullets[at - 1];
      const stays =
        before !== undefined && before.read.is !== "slot" && text.slice(before.bullet.end, start).trim() === "";
      edits.push({
        span: { start: stays ? lineEnd(text, before.bullet.end) : start, end: lineEnd(text, bullet.end) },
        newText: "",
      });
    }
  }
  const head = { span: { start: begin, end: begin }, newText: block + (left.length > 0 ? eol + eol : "") };
  return inOrder([head, ...merged(edits)]);
}

/** The bullets beside one, with nothing but white space between them. */
function listAround({ bullets, text }: OpenRecord, index: number): readonly OpenBullet[] {
  const isBeside = (one: number): boolean => {
    const [a, b] = [bullets[one], bullets[one + 1]];
    return a !== undefined && b !== undefined && text.slice(a.bullet.end, b.bullet.start).trim() === "";
  };
  let from = index;
  while (isBeside(from - 1)) from--;
  let to = index;
  while (isBeside(to)) to++;
  return bullets.slice(from, to + 1);
}

function merged(edits: readonly TextEdit[]): readonly TextEdit[] {
  const found: TextEdit[] = [];
  for (const edit of edits) {
    const last = found[found.length - 1];
    if (last && last.span.end >= edit.span.start)
      found[found.length - 1] = { span: { start: last.span.start, end: edit.span.end }, newText: "" };
    else found.push(edit);
  }
  return found;
}

/** Whether the record then says the same in that spelling, with every word that it had. */
export function isMeantAs(record: OpenRecord, spelling: Cmoc["spelling"], edits: readonly TextEdit[]): boolean {
  const { entity } = record;
  if (entity.kind !== "cmoc" || edits.length === 0) return false;
  const after = reread(record, edits);
  if (after?.kind !== "cmoc" || after.spelling !== spelling || after.title !== entity.title) return false;
  const lost = lostWords(record.text, applyEdits(record.text, edits), record.scheme);
  return lost.length === 0 && saysTheSame(entity, after);
}
