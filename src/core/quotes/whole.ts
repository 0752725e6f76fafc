/**
 * Whether a stretch of a source begins and ends with whole words also where hyphens or marks stand between: `able` is not the whole of `un-able`, nor of `un-` at the end of a
 * line with `able` on the next, nor of `un*able*`. What stands in marks is no words.
 */
import { firstNot, type Span } from "../text.ts";
import type { Skipped } from "./fold.ts";
import type { SourceText } from "./source-text.ts";
import { goesOn, isDash, isInvisible, isSpace, isWord, LONG_DASH } from "./units.ts";

/** So far a hyphen is looked for over the end of a line. */
const FAR = 200;

export function isWhole({ text, skipped }: SourceText, { start, end }: Span): boolean {
  if (isInMark(skipped, start, false) || isInMark(skipped, end, true)) return false;
  if (marked(text, start, skipped).isAmid || marked(text, end, skipped).isAmid) return false;
  return joinedBefore(text, start, skipped) < 0 && joinedAfter(text, end, skipped) < 0;
}

/** A stretch with the words that hyphens join to it at its ends, as far as their letters next to the hyphens. */
export function withJoined({ text, skipped }: SourceText, { start, end }: Span): Span {
  const [from, to] = [marked(text, start, skipped), marked(text, end, skipped)];
  const before = from.isAmid ? from.start - 1 : joinedBefore(text, start, skipped);
  const after = to.isAmid ? to.end + 1 : joinedAfter(text, end, skipped);
  return { start: before < 0 ? start : before, end: after < 0 ? end : after };
}

/** Where the letter begins that is joined to what begins at a place; -1 where none is. */
function joinedBefore(text: string, start: number, skipped: readonly Skipped[]): number {
  if (!isWord(text.charAt(start)) && !isLow(text.charCodeAt(start + 1))) return -1;
  let at = start;
  let isEnded = false;
  while (at > 0 && start - at < FAR) {
    const skip = skipAt(skipped, at - 1);
    if (skip) {
      at = skip.start;
      isEnded = true;
      continue;
    }
    const sign = text.charAt(at - 1);
    if (!isSpace(sign) && !isUnseen(sign)) break;
    isEnded ||= isLineEnd(sign);
    at--;
  }
  if (at < start && !isEnded && isSpace(text.charAt(start - 1))) return -1;
  if (!isJoint(text.charAt(at - 1))) return -1;
  const letter = marked(text, at - 1, skipped).start - 1;
  return isWord(text.charAt(letter)) ? letter : -1;
}

/** The same of where the letter ends that is joined to what ends at a place. */
function joinedAfter(text: string, end: number, skipped: readonly Skipped[]): number {
  if (!isWord(text.charAt(end - 1)) || !isJoint(text.charAt(end))) return -1;
  let at = end + 1;
  let isEnded = false;
  const next = (): string => text.charAt(at);
  while (at < text.length && at - end < FAR) {
    const skip = skipAt(skipped, at);
    if (skip) {
      at = skip.end;
      isEnded = true;
      continue;
    }
    if (!isSpace(next()) && !isUnseen(next())) break;
    isEnded ||= isLineEnd(next());
    at++;
  }
  if (!isEnded && isSpace(text.charAt(end + 1))) return -1;
  return isWord(next()) ? at + 1 : -1;
}

/** Whether what begins (or ends) at a place begins in a mark, or in the midst of what stands for another sign. */
function isInMark(skipped: readonly Skipped[], at: number, isEnd: boolean): boolean {
  const skip = skipAt(skipped, isEnd ? at - 1 : at);
  return skip?.as !== undefined && (skip.as.trim() === "" || at !== (isEnd ? skip.end : skip.start));
}

/** The marks at a place, or none, and whether a word goes on over them. */
function marked(text: string, at: number, skipped: readonly Skipped[]): Span & { readonly isAmid: boolean } {
  let index = firstNot(skipped.length, (each) => (skipped[each]?.end ?? 0) < at);
  let [start, end, before, after] = [at, at, "", ""];
  for (let mark = skipped[index]; mark?.as !== undefined && mark.end === start; mark = skipped[--index]) {
    start = mark.start;
    before = mark.as + before;
  }
  index = firstNot(skipped.length, (each) => (skipped[each]?.start ?? 0) < at);
  for (let mark = skipped[index]; mark?.as !== undefined && mark.start === end; mark = skipped[++index]) {
    end = mark.end;
    after += mark.as;
  }
  if (start === end) return { start, end, isAmid: false };
  before = text.slice(Math.max(0, start - 2), start) + before;
  return { start, end, isAmid: goesOn(before + after + text.slice(end, end + 2), before.length) };
}

function skipAt(skipped: readonly Skipped[], offset: number): Skipped | undefined {
  const last = skipped[firstNot(skipped.length, (index) => (skipped[index]?.start ?? 0) <= offset) - 1];
  return last && offset < last.end ? last : undefined;
}

const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
const isLineEnd = (sign: string): boolean => /[\n\r\f\u2028\u2029]/.test(sign);
const isJoint = (sign: string): boolean => sign === "\u00ad" || (isDash(sign) && !LONG_DASH.test(sign));
const isUnseen = (sign: string): boolean => isInvisible(sign) && sign !== "\u00ad";
