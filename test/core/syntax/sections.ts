import assert from "node:assert/strict";
import { readerOf } from "../../../src/core/syntax/read-blocks.ts";
import { readRemark } from "../../../src/core/syntax/remark.ts";
import { split } from "../../../src/core/syntax/split.ts";
import { readBySection } from "./shifting.ts";

/** The blocks of a text's sections, each read on its own, are those that remark reads in the whole. */
export function assertBySection(text: string): void {
  const { sections } = split(text);
  if (sections.length === 1 && readerOf(text.slice(sections[0]?.start)) === "remark") return;
  const { body, blocks } = readBySection(text);
  assert.deepEqual(blocks, readRemark(body), JSON.stringify(text));
}
