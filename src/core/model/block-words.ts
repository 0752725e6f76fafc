/** The words of blocks, as a person reads them: no markup, white space folded. */
import type { Block } from "../syntax/blocks.ts";
import { fold } from "../syntax/bullets.ts";

/** Adds the words of each paragraph, heading and row in these blocks, nested ones too; nothing of code and HTML. Linear. */
export function collectWords(blocks: readonly Block[], into: string[]): void {
  for (const block of blocks) {
    if (block.type === "paragraph" || block.type === "heading") {
      const words = fold(block.inline.text);
      if (words !== "") into.push(words);
    } else if (block.type === "quote") collectWords(block.blocks, into);
    else if (block.type === "list") for (const item of block.items) collectWords(item.blocks, into);
    else if (block.type === "table")
      for (const row of block.rows) into.push(row.cells.map((cell) => fold(cell.text)).join(" "));
  }
}
