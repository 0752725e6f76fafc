import { plainInline, type Table } from "../../../src/core/syntax/blocks.ts";

/** A table of these cells as if each stood at its place in one line. */
export function tableOf(rows: readonly (readonly string[])[]): Table {
  let at = 0;
  const made = rows.map((texts) => {
    const start = at;
    const cells = texts.map((text) => {
      const cell = plainInline(text, at);
      at = cell.end + 3;
      return cell;
    });
    return { start, end: at, cells };
  });
  return { type: "table", start: 0, end: at, rows: made };
}
