/** Moving blocks to where their section stands in a file, to hold blocks read by section against those of the whole file. */
import type { Block } from "../../../src/core/syntax/blocks.ts";
import { readBlocks } from "../../../src/core/syntax/read-blocks.ts";
import { split } from "../../../src/core/syntax/split.ts";

/** A copy of blocks, every source offset in them moved by `by`. */
export function shifted<Value>(value: Value, by: number): Value {
  if (Array.isArray(value)) return value.map((one) => shifted(one, by)) as Value;
  if (typeof value !== "object" || value === null) return value;
  const moved: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) {
    if (key === "start" || key === "end" || key === "markerEnd") moved[key] = (one as number) + by;
    else if (key === "runs" && Array.isArray(one))
      moved[key] = one.map((at, index) => (index % 2 === 1 ? at + by : at));
    else moved[key] = shifted(one, by);
  }
  return moved as Value;
}

/** A text after its front matter, and its blocks read section by section, with offsets in that text. */
export function readBySection(text: string): { readonly body: string; readonly blocks: readonly Block[] } {
  const { sections } = split(text);
  const start = sections[0]?.start ?? 0;
  const blocks = sections.flatMap((section) =>
    shifted(readBlocks(text.slice(section.start, section.end)), section.start - start),
  );
  return { body: text.slice(start), blocks };
}
