/** What a page is made of, whichever format it came in: headings, paragraphs, items of lists, tables. Offsets are the input's. */
import type { Grid } from "./grid.ts";

interface Placed {
  readonly from: number;
  readonly to: number;
}

export interface TextBlock extends Placed {
  /** A `caption` names or explains a table, and is no statement. */
  readonly is: "heading" | "paragraph" | "item" | "caption";
  /** Lines as they were broken on purpose; what was raised is marked (see `chars.ts`). */
  readonly text: string;
  /** How far an item of a list stands in: one in a list within a list further than those about it. */
  readonly depth?: number;
}

export interface TableBlock extends Placed {
  readonly is: "table";
  readonly grid: Grid;
}

export type Block = TextBlock | TableBlock;
