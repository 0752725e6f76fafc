/** Tables whose columns blanks keep apart, as a PDF's text has them: a cell may go on in the lines below it. */
import { plainChars } from "./chars.ts";
import { mayBeHead } from "./heads.ts";
import type { SourceLine } from "./plain.ts";

interface Chunk {
  readonly text: string;
  readonly at: number;
}

const GAP = / {2,}|\t+/g;
/** How far to the left of its head a cell may begin. */
const SLACK = 3;

function chunksOf(line: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let from = 0;
  const text = plainChars(line).trimEnd();
  for (const gap of text.matchAll(GAP)) {
    if (gap.index > from) chunks.push({ text: text.slice(from, gap.index).trim(), at: from });
    from = gap.index + gap[0].length;
  }
  if (from < text.length) chunks.push({ text: text.slice(from).trim(), at: from });
  return chunks.filter((chunk) => chunk.text !== "");
}

/** Whether a line may be the head of such a table: several words far apart, of which some name roles. */
export function looksAligned(line: string): boolean {
  if (line.length > 400 || !/\S {2,}\S/.test(line)) return false;
  const chunks = chunksOf(line);
  return chunks.length > 1 && chunks.filter((chunk) => mayBeHead(chunk.text)).length > 1;
}

interface Row {
  from: number;
  to: number;
  cells: string[];
}

/** The table whose head stands at a line. A row begins after an empty line, or where its first column has words again that do not go on with a small letter. */
export function alignedTable(
  lines: readonly SourceLine[],
  at: number,
): { readonly rows: readonly Row[]; readonly end: number } | undefined {
  const head = lines[at] as SourceLine;
  const columns = chunksOf(head.text);
  const rows: Row[] = [{ from: head.from, to: head.to, cells: columns.map((column) => column.text) }];
  const apart = partsByLines(lines, at + 1);
  let end = at + 1;
  let empty = true;
  for (; end < lines.length; end++) {
    const line = lines[end] as SourceLine;
    if (line.text.trim() === "") {
      if (empty && rows.length > 1) break;
      empty = true;
      continue;
    }
    if (/^[\s=_-]+$/.test(line.text)) continue;
    const chunks = chunksOf(line.text);
    const first = chunks[0];
    if (!first || (empty && rows.length > 1 && !fits(chunks, columns))) break;
    const begins = apart ? empty : columnOf(first, columns) === 0 && !/^\p{Ll}/u.test(first.text);
    const last = rows[rows.length - 1];
    const row = begins || rows.length === 1 || !last ? begin(rows, line, columns.length) : last;
    for (const chunk of chunks) {
      const column = columnOf(chunk, columns);
      const before = row.cells[column] ?? "";
      row.cells[column] = before === "" ? chunk.text : `${before} ${chunk.text}`;
    }
    row.to = line.to;
    empty = false;
  }
  return rows.length > 1 ? { rows, end } : undefined;
}

function begin(rows: Row[], line: SourceLine, width: number): Row {
  const row = { from: line.from, to: line.to, cells: Array.from({ length: width }, () => "") };
  rows.push(row);
  return row;
}

/** Whether empty lines stand between the rows. */
function partsByLines(lines: readonly SourceLine[], from: number): boolean {
  let gaps = 0;
  let filled = 0;
  for (let at = from; at < Math.min(lines.length, from + 60); at++) {
    if ((lines[at] as SourceLine).text.trim() !== "") filled++;
    else if (filled > 0 && / {2,}\S/.test((lines[at + 1] as SourceLine | undefined)?.text ?? "")) gaps++;
  }
  return gaps > 0;
}

function fits(chunks: readonly Chunk[], columns: readonly Chunk[]): boolean {
  return chunks.length > 1 || columnOf(chunks[0] as Chunk, columns) > 0;
}

/** The last column that begins no further right than the words do. */
function columnOf(chunk: Chunk, columns: readonly Chunk[]): number {
  let found = 0;
  for (const [index, column] of columns.entries()) if (column.at <= chunk.at + SLACK) found = index;
  return found;
}
