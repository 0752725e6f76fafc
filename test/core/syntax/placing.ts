import assert from "node:assert/strict";
import { readRemark } from "../../../src/core/syntax/remark.ts";
import { split } from "../../../src/core/syntax/split.ts";

function places(text: string) {
  return split(text)
    .sections.filter((section) => section.depth > 0)
    .map(({ start, headingEnd, depth }) => ({ start, end: headingEnd, depth }));
}

function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  return start;
}

function remarkPlaces(text: string) {
  const start = split(text).sections[0]?.start ?? 0;
  const body = text.slice(start);
  return readRemark(body).flatMap((block) =>
    block.type === "heading"
      ? [{ start: lineStart(body, block.start) + start, end: block.end + start, depth: block.depth }]
      : [],
  );
}

/** `split` finds the headings that remark finds at the top of a text, where it finds them. */
export function assertPlaces(text: string): void {
  assert.deepEqual(places(text), remarkPlaces(text), JSON.stringify(text));
}
