import type { Block } from "./blocks.ts";

/** Reads a section that is made of plain shapes only; `undefined` for any other. */
export function readLines(_text: string): readonly Block[] | undefined {
  return undefined;
}
