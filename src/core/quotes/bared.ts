/** A text as its reader sees it: without its marks, with what stands for others put in their place, and where all of it stands in the text as it is written. */
import { firstNot } from "../text.ts";
import type { Folded, Skipped } from "./fold.ts";

/** Where something was put in place of a stretch. */
interface Cut {
  /** Where it stands in the bare text, from one unit to another; both the same where nothing was put in. */
  readonly from: number;
  readonly to: number;
  /** The stretch in the text as it is written. */
  readonly start: number;
  readonly end: number;
}

export interface Bared {
  readonly text: string;
  /** What is passed over in the bare text. */
  readonly skipped: readonly Skipped[];
  /** What was made of the bare text, with offsets in the text as it is written. */
  readonly back: (folded: Folded) => Folded;
}

/** Undefined where nothing stands for anything else. Linear in the text. */
export function bared(text: string, skipped: readonly Skipped[]): Bared | undefined {
  if (!skipped.some(({ as }) => as !== undefined)) return undefined;
  const parts: string[] = [];
  const cuts: Cut[] = [];
  const left: Skipped[] = [];
  let [length, at] = [0, 0];
  for (const skip of skipped) {
    const start = Math.max(at, skip.start);
    if (skip.as === undefined) {
      const moved = length - at;
      left.push({ ...skip, start: start + moved, end: Math.max(start, skip.end) + moved });
      continue;
    }
    parts.push(text.slice(at, start), skip.as);
    const from = length + start - at;
    length = from + skip.as.length;
    at = Math.max(start, skip.end);
    cuts.push({ from, to: length, start, end: at });
  }
  parts.push(text.slice(at));
  return { text: parts.join(""), skipped: left, back: (folded) => inText(folded, cuts) };
}

function inText({ text, offsets }: Folded, cuts: readonly Cut[]): Folded {
  const ends = new Map<number, number>();
  for (const { from, to, start, end } of cuts) if (to > from) ends.set(start, end);
  const places = new Int32Array(offsets.length);
  let index = -1;
  for (let unit = 0; unit < offsets.length; unit++) {
    const bare = offsets[unit] ?? 0;
    const [here, next] = [cuts[index], cuts[index + 1]];
    if ((here && here.from > bare) || (next && next.from <= bare))
      index = firstNot(cuts.length, (each) => (cuts[each]?.from ?? 0) <= bare) - 1;
    const cut = cuts[index];
    places[unit] = !cut ? bare : bare < cut.to ? cut.start : cut.end + bare - cut.to;
  }
  return { text, offsets: places, ends };
}
