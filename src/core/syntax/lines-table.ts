/** Tables of the line reader: every row in the first column, from a pipe to a pipe. */
import type { Inline, Row, Table } from "./blocks.ts";
import { delimiterCells, skipBlanks } from "./line-shapes.ts";
import { readLineInline } from "./lines-inline.ts";

/** The table whose head row begins at `start`, or `undefined` when it is none or not plain. It ends where no row follows. */
export function readTable(text: string, start: number, crlf: boolean): Table | undefined {
  const rows: Row[] = [];
  let at = start;
  let tableEnd = start;
  for (let line = 0; at < text.length && text.charCodeAt(at) === 124; line++) {
    const lf = text.indexOf("\n", at);
    let end = lf < 0 ? text.length : lf;
    if (crlf && text.charCodeAt(end - 1) === 13) end--;
    if (line === 1) {
      if (delimiterCells(text, at, end) !== rows[0]?.cells.length) return undefined;
    } else {
      const row = readRow(text, at, end);
      if (row === undefined) return undefined;
      rows.push(row);
    }
    tableEnd = end;
    at = lf < 0 ? text.length : lf + 1;
    if (line === 0 && text.charCodeAt(at) !== 124) return undefined;
  }
  return { type: "table", start, end: tableEnd, rows };
}

function readRow(text: string, start: number, end: number): Row | undefined {
  if (text.charCodeAt(end - 1) !== 124 || end - start < 2) return undefined;
  const cells: Inline[] = [];
  let pipe = start;
  for (let at = start + 1; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 92) {
      const next = text.charCodeAt(at + 1);
      if (next === 124 || next === 92) return undefined;
    }
    if (unit !== 124) continue;
    const from = skipBlanks(text, pipe + 1, at);
    let to = at;
    while (to > from && text.charCodeAt(to - 1) === 32) to--;
    const cell = from === at ? readLineInline(text, pipe + 1, pipe + 1) : readLineInline(text, from, to);
    if (cell === undefined) return undefined;
    cells.push(cell);
    pipe = at;
  }
  return { start, end, cells };
}
