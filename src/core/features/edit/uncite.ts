/** Taking what cites a source or an extract out of a table's column of evidence: with the one sign that parted it, other words as they are. */
import { citationName } from "../../model/names.ts";
import { markedSpan } from "../../model/parts/blocks.ts";
import type { Name } from "../../model/types.ts";
import { type Inline, sourceSpan } from "../../syntax/blocks.ts";
import { fold } from "../../syntax/bullets.ts";
import { citationsOf } from "../../syntax/citations.ts";
import type { Citation } from "../../syntax/slots.ts";
import type { Stretch } from "../../syntax/words.ts";
import type { TextEdit } from "../../text.ts";
import { isMeant, type OpenRow, rowOf, tableAfter } from "./cells.ts";
import type { OpenRecord } from "./record.ts";

/** The edits that leave the row's cells of evidence without the name; undefined where words, or a bracket with others, would be broken. */
export function uncited(record: OpenRecord, to: Name): readonly TextEdit[] | undefined {
  const { entity } = record;
  const row = entity.kind === "cmoc" && entity.spelling === "table" ? rowOf(record) : undefined;
  const edits: TextEdit[] = [];
  if (!row) return edits;
  for (const [at, column] of row.columns.entries()) {
    const cell = row.table.rows[row.row]?.cells[at];
    const gone = column.is === "evidence" && cell ? cutsIn(cell, to) : [];
    if (!gone) return undefined;
    if (!cell || gone.length === 0) continue;
    const own = gone.map((each) => cutEdit(cell, each, record.text));
    const areApart = own.every(({ span }, index) => (own[index - 1]?.span.end ?? 0) <= span.start);
    if (!areApart || !isCut(record, row, at, cell, gone, own)) return undefined;
    edits.push(...own);
  }
  return edits;
}

/** A stretch of the cell's text that names only what is taken out, and the list that it is an item of. */
interface Core extends Stretch {
  readonly list: Stretch;
}

/** The stretches of a cell that go, ascending and apart; undefined when one cannot go by itself. */
function cutsIn(cell: Inline, to: Name): readonly Stretch[] | undefined {
  const { text } = cell;
  const all = citationsOf(cell);
  const cores: Core[] = [];
  for (const citation of all) {
    if (citationName(citation) !== to) continue;
    const core = coreOf(citation, all, text);
    const last = cores[cores.length - 1];
    const between = last && last.list.from === core.list.from ? text.slice(last.to, core.from) : "";
    if (last && PARTED.test(between)) cores[cores.length - 1] = { ...last, to: core.to };
    else cores.push(core);
  }
  const cuts = cores.map((core) => withCut(core, text, all));
  return cuts.every((cut) => cut !== undefined) ? cuts : undefined;
}

const PARTED = /^\s*[,;\n]\s*$/;
/** `p. 12`, `pp. 3–4` with what parts it from a citation, up to the next item; not `Smith 2020`, which is a study of its own. */
const LOCATOR =
  /^,?[^\S\n]*(?:(?:pages?|pp?|paras?|paragraphs?|chapters?|ch|chaps?|sections?|secs?|lines?|figures?|figs?|tables?|vol)\.?|[§¶]{1,2})[^\S\n]*\p{N}[\p{N}–-]*(?=[^\S\n]*(?:[,;\n\]]|\.?\s*$))/iu;

/** A citation with its locator, and with the brackets that hold it alone. */
function coreOf({ from, to, bracket }: Citation, all: readonly Citation[], text: string): Core {
  const held = bracket && all.filter((each) => each.bracket?.from === bracket.from).length > 1;
  const list = bracket && held ? { from: bracket.from + 1, to: bracket.to - 1 } : { from: 0, to: text.length };
  const located = to + (LOCATOR.exec(text.slice(to, bracket ? bracket.to : list.to))?.[0].length ?? 0);
  let [start, end] = [from, located];
  while (bracket && !held && text.charAt(start - 1) === "[" && text.charAt(end) === "]") {
    start--;
    end++;
  }
  return { from: start, to: end, list };
}

/** A core with the weaker of the signs that part it from its neighbours, that after it if they are alike; undefined in running words. */
function withCut({ from, to, list }: Core, text: string, all: readonly Citation[]): Stretch | undefined {
  const before = text.slice(list.from, from);
  const after = text.slice(to, list.to);
  const first = before.trim() === "";
  const last = /^[\s.]*$/.test(after);
  const left = /[^\S\n]*[,;\n]\s*$/.exec(before)?.[0] ?? "";
  const right = /^\s*[,;\n]\s*/.exec(after)?.[0] ?? "";
  if ((!first && left === "") || (!last && right === "")) return undefined;
  if (first && last) return { from, to };
  if (last) return { from: from - left.length, to };
  const next = to + right.length;
  // After a comma, words may go on with the sentence that the citation stands in.
  const isItem = next === list.to || all.some((each) => each.from === next || each.bracket?.from === next);
  if (right.trim() === "," && !isItem) return undefined;
  if (!first && left.trim() === "," && right.trim() !== ",") return { from: from - left.length, to };
  return { from, to: next };
}

/** The edit of one cut; a cell that it leaves empty keeps one of the two spaces that stood about the words. */
function cutEdit(cell: Inline, { from, to }: Stretch, text: string): TextEdit {
  const whole = markedSpan(cell, from, to);
  const { start } = whole;
  // A line's end is the tag that it is written with.
  const breaks = cell.marks.filter((mark) => mark.kind === "html" && mark.from >= from && mark.from < to);
  const ends = breaks.map(({ target, span }) => (/^<br/i.test(target ?? "") ? span.end : 0));
  const end = Math.max(whole.end, sourceSpan(cell, from, to).end, ...ends);
  const isAll = cell.text.slice(0, from).trim() === "" && cell.text.slice(to).trim() === "";
  const isTight = isAll && /^[^ ] $/.test(text.slice(start - 2, start)) && /^ [^ ]/.test(text.slice(end, end + 2));
  return { span: { start: isTight ? start - 1 : start, end }, newText: "" };
}

/** Whether the cell has its other words after the edits, markup that is whole included, and every other cell its own. */
function isCut(
  record: OpenRecord,
  row: OpenRow,
  column: number,
  cell: Inline,
  cuts: readonly Stretch[],
  edits: readonly TextEdit[],
): boolean {
  if (!isMeant(record, row, column, edits)) return false;
  let left = "";
  let at = 0;
  for (const { from, to } of cuts) {
    left += cell.text.slice(at, from);
    at = to;
  }
  left += cell.text.slice(at);
  const again = tableAfter(record, row, edits);
  return fold(again?.rows[row.row]?.cells[column]?.text ?? "") === fold(left);
}
