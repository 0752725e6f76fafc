/** Tables that go on over pages: `Table 3 (continued)`, with their head again or without it. */
import { append } from "./append.ts";
import type { Block, TableBlock, TextBlock } from "./blocks.ts";
import { flat } from "./chars.ts";
import type { Grid, GridRow } from "./grid.ts";

const CONTINUED = /\bcont(?:inued|inues|inuation|['’]?d|\.)(?![\p{L}])/iu;
/** So many blocks may stand between the parts: what a page repeats at its ends. */
const BETWEEN = 5;
const LONGEST_BETWEEN = 200;

/** The blocks, with the parts of a table that goes on made one; what stands between them comes after it. */
export function continued(blocks: readonly Block[]): readonly Block[] {
  const found: Block[] = [];
  let rows: GridRow[] | undefined;
  let place = -1;
  for (const block of blocks) {
    const open = found[place];
    if (block.is === "table" && open?.is === "table" && rows && goesOn(open, found.slice(place + 1), block)) {
      append(rows, block.grid.rows);
      found[place] = { ...open, grid: { width: open.grid.width, rows } satisfies Grid, to: block.to };
      continue;
    }
    if (block.is === "table") {
      place = found.length;
      rows = [...block.grid.rows];
    } else if (found.length - place > BETWEEN) place = -1;
    found.push(block);
  }
  return found;
}

function goesOn(open: TableBlock, between: readonly Block[], next: TableBlock): boolean {
  if (open.grid.width !== next.grid.width || open.grid.width < 2) return false;
  const texts = between.filter((block): block is TextBlock => block.is !== "table");
  if (texts.some((block) => block.is === "item" || block.text.length > LONGEST_BETWEEN)) return false;
  if (!texts.some(({ text }) => CONTINUED.test(text))) return false;
  // Another number is another table.
  const numbers = texts.map(({ text }) => TITLE.exec(flat(text))?.[1]).filter((number) => number !== undefined);
  return new Set(numbers).size < 2;
}

const TITLE = /^(?:table|box|appendix)\s([A-Z]?\d{1,3}|[A-Z])(?![\p{L}\p{N}])/iu;
