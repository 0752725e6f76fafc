/** Moves blocks: a section that is not the first of its piece is read on its own, and its places are then the piece's. */
import type { Block, Inline, Item, Row } from "./blocks.ts";

export function shiftBlocks(blocks: readonly Block[], by: number): readonly Block[] {
  if (by === 0) return blocks;
  return blocks.map((block) => shiftBlock(block, by));
}

function shiftBlock(block: Block, by: number): Block {
  const span = { start: block.start + by, end: block.end + by };
  switch (block.type) {
    case "paragraph":
      return { ...block, ...span, inline: shiftInline(block.inline, by) };
    case "heading":
      return { ...block, ...span, inline: shiftInline(block.inline, by) };
    case "list":
      return { ...block, ...span, items: block.items.map((item) => shiftItem(item, by)) };
    case "quote":
      return { ...block, ...span, blocks: shiftBlocks(block.blocks, by) };
    case "table":
      return { ...block, ...span, rows: block.rows.map((row) => shiftRow(row, by)) };
    default:
      return { ...block, ...span };
  }
}

function shiftItem(item: Item, by: number): Item {
  return {
    start: item.start + by,
    end: item.end + by,
    markerEnd: item.markerEnd + by,
    blocks: shiftBlocks(item.blocks, by),
  };
}

function shiftRow(row: Row, by: number): Row {
  return { start: row.start + by, end: row.end + by, cells: row.cells.map((cell) => shiftInline(cell, by)) };
}

function shiftInline(inline: Inline, by: number): Inline {
  return {
    ...inline,
    start: inline.start + by,
    end: inline.end + by,
    runs: inline.runs?.map((offset, index) => (index % 2 === 1 ? offset + by : offset)),
    marks: inline.marks.map((mark) => ({ ...mark, span: { start: mark.span.start + by, end: mark.span.end + by } })),
  };
}
