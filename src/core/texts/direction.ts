/** Which way words are read: those of Hebrew and Arabic from right to left. A page of such words is read as its mirror image would be. */
import type { Run } from "./pieces.ts";

/** `left` is that of words that are read towards the left; `none` that of numbers and marks. */
export type Direction = "right" | "left" | "none";

const TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/gu;
const LETTER = /\p{L}/u;
const LETTERS = /\p{L}/gu;

/** That of most of its letters. */
export function directionOf(text: string): Direction {
  const toLeft = text.match(TO_LEFT)?.length ?? 0;
  if (toLeft === 0) return LETTER.test(text) ? "right" : "none";
  const letters = text.match(LETTERS)?.length ?? 0;
  return toLeft * 2 > letters ? "left" : "right";
}

/** The runs of a page so that it is read towards the right. */
export function towardsRight(runs: readonly Run[]): readonly Run[] {
  let balance = 0;
  for (const { direction, text } of runs)
    if (direction !== "none") balance += direction === "left" ? -text.length : text.length;
  return balance >= 0 ? runs : runs.map(mirrored);
}

function mirrored(run: Run): Run {
  const direction = run.direction === "none" ? "none" : run.direction === "left" ? "right" : "left";
  return { ...run, x: -run.right, right: -run.x, direction };
}

/** The runs of a line, given from left to right, as they are read: words towards the left in the midst of others begin at their right. */
export function asRead(line: readonly Run[]): readonly Run[] {
  if (!line.some(({ direction }) => direction === "left")) return line;
  const found: Run[] = [];
  for (let at = 0; at < line.length; ) {
    let end = at;
    for (let next = at; next < line.length && line[next]?.direction !== "right"; next++)
      if (line[next]?.direction === "left") end = next + 1;
    if (end === at || line[at]?.direction !== "left") {
      const own = line[at++];
      if (own) found.push(own);
      continue;
    }
    for (const run of line.slice(at, end).toReversed()) found.push(run);
    at = end;
  }
  return found;
}
