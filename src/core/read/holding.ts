/** What the columns of a table hold, by their cells: ids, ticks, lists of configurations that are printed elsewhere. Their heads alone do not tell. */
import { flat } from "./chars.ts";
import { type Grid, isCarried } from "./grid.ts";
import type { Column, Layout } from "./layouts.ts";
import { idInCell } from "./openers.ts";

/** So many rows are looked at. */
const LOOKED_AT = 40;

/** The words of the cells that begin in a column below the head, but not of those that span others. */
function cellsOf(grid: Grid, next: number, column: number): readonly string[] {
  const found: string[] = [];
  for (let at = next; at < Math.min(grid.rows.length, next + LOOKED_AT); at++) {
    const row = grid.rows[at];
    const cell = row?.cells[column];
    if (!row || !cell || cell.text === "" || cell.columns > 1 || isCarried(cell, row)) continue;
    found.push(flat(cell.text));
  }
  return found;
}

/** A tick, a grade or a count instead of words. */
const MARK =
  /^(?:yes|no|partly|partial(?:ly)?|mentioned|not mentioned|explicit(?:ly)?|implicit(?:ly)?|(?:very )?(?:high|moderate|low|strong|weak|rich|thick|thin|good|fair|poor)|minor|major|some|present|absent|(?:not )?(?:clear|reported|described|addressed|met)|unclear|(?:in)?adequate|inferred|n\/?a|not applicable|[✓✔✗✘●○◐+–—-]+|[<>≤≥=~]?\s?\d+(?:[.,]\d+)?\s?%?(?:\s?\(\d+(?:[.,]\d+)?\s?%?\))?(?: (?:codes?|references?|extracts?|stud(?:y|ies)|papers?|sources?|times?|documents?))?)[.*]?$/i;

/** Whether a cell holds a mark instead of words. */
export function isMark(text: string): boolean {
  return MARK.test(flat(text));
}

const NAME = "\\p{Lu}[\\p{L}'’-]{1,30}";
/** A work: `Smith 2012`, `Smith, Jones & Lee (2012)`, `(Lee et al., 2014a)`. */
const WORKS = new RegExp(
  `[([]?${NAME}(?:(?:,\\s?|\\s|,?\\s(?:and|&)\\s)${NAME}){0,4}(?:,?\\s(?:et al\\.?|and (?:colleagues|others)))?,?\\s?[([]?(?:19|20)\\d\\d[a-z]?[)\\]]?`,
  "gu",
);

/** Whether a cell only cites works. */
export function isWorks(text: string): boolean {
  return text.length < 600 && !/[\p{L}\p{N}]/u.test(text.replace(WORKS, "").replace(/^and\s|\sand\s/g, ""));
}

/** Columns that are called after roles but hold marks only, as tables of studies have them, hold no slots. */
export function withoutMarks(columns: readonly Column[], grid: Grid, next: number): readonly Column[] {
  const roles = columns.map(({ head }, at) => (head.is === "role" ? cellsOf(grid, next, at) : []));
  // “Norway 2014” may be a context: cells cite works only where those of all roles do.
  const isCiting = roles.every((cells) => cells.every((text) => isWorks(text) || MARK.test(text)));
  return columns.map((column, at): Column => {
    const cells = roles[at] ?? [];
    return cells.length > 0 && (isCiting || cells.every((text) => MARK.test(text)))
      ? { ...column, head: { is: "note", study: true }, roles: [] }
      : column;
  });
}

const LISTED = "(?:CMO[Cc]?s?\\s?)?\\d{1,3}[a-z]?";
const LIST = new RegExp(`^${LISTED}(?:(?:\\s?(?:[,;&–]|and|to)\\s?)${LISTED})+\\.?$`, "i");

/** Whether the rows cite configurations that are printed elsewhere, several each, and are none themselves. */
export function citesOnly({ columns, next }: Layout, grid: Grid): boolean {
  const roles = new Set(columns.flatMap((column) => column.roles.map(({ role }) => role)));
  if (["C", "M", "O"].every((role) => roles.has(role))) return false;
  return columns.some(({ head }, at) => {
    if (head.is !== "id" && head.is !== "configuration") return false;
    const cells = cellsOf(grid, next, at);
    return cells.filter((text) => LIST.test(text)).length * 2 >= Math.max(1, cells.length);
  });
}

/** The layout with its column of ids: the one whose head says so and whose cells hold some, else one whose cells are ids throughout. */
export function withIds(layout: Layout, grid: Grid): Layout {
  const { columns, next } = layout;
  const named: number[] = [];
  const kinds: number[] = [];
  const words: number[] = [];
  for (const [at, { head, label }] of columns.entries()) {
    if (head.is === "configuration") kinds.push(at);
    else if (head.is === "id" && head.named) named.push(at);
    else if (head.is === "id" && (at === 0 || !/^ref/i.test(label))) words.push(at);
  }
  const holds = (at: number): boolean => {
    const cells = cellsOf(grid, next, at);
    return cells.filter((text) => idInCell(text) !== undefined).length * 2 > cells.length;
  };
  const id = named[0] ?? kinds.find(holds) ?? words[0] ?? kinds[0];
  if (id !== undefined) return { ...layout, id };
  const over = columns.findIndex((column, at) => holdsIdsOnly(column, at, columns, grid, next));
  return over < 0 ? layout : { ...layout, id: over, over: columns[over]?.label !== "" };
}

/** What else may be numbered: `T1` below “Theory”. */
const NUMBERED = /theor|hypothes|proposition|pattern|regularit|statement|configuration|CMO|principle|\bI?PTs?\b/i;

/** Whether a column that is called nothing, or after something else, holds ids that are all different. */
function holdsIdsOnly(column: Column, at: number, columns: readonly Column[], grid: Grid, next: number): boolean {
  const { head, label } = column;
  if ((head.is !== "note" && head.is !== "theme") || (head.is === "note" && head.study)) return false;
  if (at > 0 && columns.slice(0, at).some(({ roles }) => roles.length > 0)) return false;
  const ids = cellsOf(grid, next, at).map((text) => idInCell(text));
  if (ids.length === 0 || new Set(ids.map((each) => each?.id)).size < ids.length) return false;
  if (!ids.every((each) => each !== undefined && /\d/.test(each.id))) return false;
  if (label === "" && at === 0) return true;
  if (ids.every((each) => each?.opener !== undefined)) return true;
  return NUMBERED.test(label) && ids.every((each) => each?.title === "");
}
