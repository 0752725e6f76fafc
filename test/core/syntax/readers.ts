import assert from "node:assert/strict";
import { readLines } from "../../../src/core/syntax/lines.ts";
import { readOddText } from "../../../src/core/syntax/odd-text.ts";
import { readRemark } from "../../../src/core/syntax/remark.ts";

/**
 * Whether the line reader takes a text; what it takes, it reads as remark does, and so it does where remark's tokenizer reads the
 * running text that is not plain.
 */
export function readsAlike(text: string): boolean {
  const plain = readLines(text);
  const read = readLines(text, readOddText);
  if (read !== undefined) assert.deepEqual(read, readRemark(text), JSON.stringify(text));
  if (plain !== undefined) assert.deepEqual(plain, read);
  return plain !== undefined;
}
