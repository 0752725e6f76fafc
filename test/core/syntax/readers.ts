import assert from "node:assert/strict";
import { readLines } from "../../../src/core/syntax/lines.ts";
import { readRemark } from "../../../src/core/syntax/remark.ts";

/** Whether the line reader takes a text; what it takes, it reads as remark does. */
export function readsAlike(text: string): boolean {
  const plain = readLines(text);
  if (plain !== undefined) assert.deepEqual(plain, readRemark(text), JSON.stringify(text));
  return plain !== undefined;
}
