/** Words with the markup that holds nothing else: `**staff** are [new](a.md)` for “staff are new”. */
import { type Block, type Inline, sourceOffset } from "../../syntax/blocks.ts";
import type { Span } from "../../text.ts";

/** Every run of text in the blocks. */
export function inlinesOf(blocks: readonly Block[]): readonly Inline[] {
  return blocks.flatMap((block): readonly Inline[] => {
    switch (block.type) {
      case "paragraph":
        return [block.inline];
      case "list":
        return block.items.flatMap((item) => inlinesOf(item.blocks));
      case "table":
        return block.rows.flatMap(({ cells }) => cells);
      default:
        return [];
    }
  });
}

/** A stretch of the source, widened by the marks that begin or end where it does and hold nothing outside it. */
export function widened({ start, end }: Span, inlines: readonly Inline[]): Span {
  const inline = inlines.find((each) => each.start <= start && end <= each.end);
  let from = start;
  let to = end;
  for (const mark of inline?.marks ?? []) {
    if (!inline || mark.to <= mark.from) continue;
    const first = sourceOffset(inline, mark.from);
    const last = sourceOffset(inline, mark.to - 1) + 1;
    if (first < start || last > end) continue;
    if (first === start) from = Math.min(from, mark.span.start);
    if (last === end) to = Math.max(to, mark.span.end);
  }
  return { start: from, end: to };
}
