/** Tables whose head names roles: a row is a configuration, unless it goes on with the one above it, names a theme, or is a head again. */

import { t } from "../l10n.ts";
import type { Scheme } from "../vocabulary.ts";
import { append } from "./append.ts";
import { flat } from "./chars.ts";
import { isDitto, sameAs } from "./ditto.ts";
import { aloneIn, type Cell, type Grid, type GridRow, isCarried, textOf } from "./grid.ts";
import { type Column, HEAD_WITHIN, type Layout, layoutAt } from "./layouts.ts";
import { isLegend } from "./legend.ts";
import { idInCell } from "./openers.ts";
import { type Printed, printed, type Said } from "./printed.ts";
import { Taking } from "./taking.ts";
import { Themes } from "./themes.ts";

/** The configurations of a table that has such a head; undefined where it has none. */
export function readHeaded(grid: Grid, scheme: Scheme, told: boolean, said: Said): readonly Printed[] | undefined {
  let layout: Layout | undefined;
  let start = 0;
  for (; start < Math.min(HEAD_WITHIN, grid.rows.length) && !layout; start++)
    layout = layoutAt(grid, start, scheme, told);
  if (!layout) return undefined;
  const rows = new Rows(grid, layout, scheme, told, said);
  for (const [at, row] of grid.rows.slice(0, start - 1).entries()) rows.over(row, at === start - 2);
  return rows.read();
}

class Rows {
  private readonly grid: Grid;
  private layout: Layout;
  private readonly scheme: Scheme;
  private readonly told: boolean;
  private readonly said: Said;
  private readonly found: Printed[] = [];
  private readonly themes = new Themes();
  /** An id or a title that stands in a row of its own, for the row below. */
  private heading: { id: string; title: string; from: number } | undefined;
  private taking: Taking;

  constructor(grid: Grid, layout: Layout, scheme: Scheme, told: boolean, said: Said) {
    this.grid = grid;
    this.layout = layout;
    this.scheme = scheme;
    this.told = told;
    this.said = said;
    this.taking = this.begin(layout);
  }

  private begin(layout: Layout): Taking {
    this.layout = layout;
    for (const column of layout.columns) if (column.label !== "") this.said.label(column.label);
    return new Taking(this.grid, layout, this.scheme, this.said, this.columns);
  }

  /** A row above the head: the id of the configuration below it, a theme, or a title. */
  over(row: GridRow, isNext: boolean): void {
    const alone = aloneIn(row);
    const text = flat(alone?.text ?? "");
    if (alone && (idInCell(text)?.opener?.configuration || (isNext && this.isThemeOver(text)))) this.group(alone, row);
    else this.said.leave(textOf(row), row.from);
  }

  /** Whether words right above the head name a theme: they say so, or the head comes again below other such words. */
  private isThemeOver(text: string): boolean {
    if (text.length > 140 || TABLE.test(text) || CONFIGURATIONS.test(text)) return false;
    if (NUMBERED_THEME.test(text)) return true;
    const { rows } = this.grid;
    const { next } = this.layout;
    if (rows[next] && aloneIn(rows[next])) return false;
    return rows.slice(next).some((row, at) => {
      const above = rows[next + at - 1];
      const head =
        above && at > 0 && aloneIn(above) ? layoutAt(this.grid, next + at, this.scheme, this.told, true) : undefined;
      return head !== undefined && this.isHead(row, head);
    });
  }

  read(): readonly Printed[] {
    const { rows } = this.grid;
    for (let at = this.layout.next; at < rows.length; at++) {
      const row = rows[at] as GridRow;
      const again = this.hasId(row) ? undefined : layoutAt(this.grid, at, this.scheme, this.told, true);
      if (again && this.isHead(row, again)) {
        this.taking = this.begin(again);
        at = again.next - 1;
        continue;
      }
      const alone = aloneIn(row);
      if (alone && this.isGroup(alone, row)) {
        this.group(alone, row);
        continue;
      }
      this.row(row, at);
    }
    const kept = this.found.filter((each) => each.slots.length > 0 || this.isLeft(each));
    this.themes.end(kept, this.said);
    if (this.heading) this.said.leave(`${this.heading.id} ${this.heading.title}`, this.heading.from);
    return kept;
  }

  /** Whether a row begins with an id, and so is no head. */
  private hasId(row: GridRow): boolean {
    const text = row.cells[this.layout.id]?.text ?? "";
    return text.length < LONGEST_ID && /\d/.test(text) && idInCell(flat(text))?.title === "";
  }

  private isLeft(each: Printed): boolean {
    const theme = each.theme
      .split(" / ")
      .filter((name) => this.columns.has(name))
      .join(" / ");
    const notes = each.notes.map((note) => `${note.label}: ${note.text}`);
    const words = [each.id, theme, each.title, ...notes, ...each.cited].filter((text) => text !== "");
    this.said.leave(words.join(" | "), each.from);
    return false;
  }

  /** A row that only names what the head names. */
  private isHead(row: GridRow, again: Layout): boolean {
    return row.cells.every((cell, at) => {
      const { head } = again.columns[at] ?? { head: { is: "note" } };
      return (
        !cell ||
        cell.text === "" ||
        head.is !== "note" ||
        cell.text === this.layout.columns[at]?.label ||
        cell.text.length < 40
      );
    });
  }

  /** Whether the only words of a row name those below: not where they are an id, or more of the configuration above. */
  private isGroup(cell: Cell, row: GridRow): boolean {
    if (cell.columns > 1) return true;
    if (row.cells.some((each) => isCarried(each, row) && each?.text !== "")) return false;
    if (cell.column !== 0) return false;
    if (this.layout.id === 0) return idInCell(cell.text)?.title !== "";
    return true;
  }

  private group(cell: Cell, row: GridRow): void {
    const text = flat(cell.text);
    const id = idInCell(text);
    if (id?.opener?.configuration) {
      if (this.heading) this.said.leave(`${this.heading.id} ${this.heading.title}`, this.heading.from);
      this.heading = { id: id.id, title: id.title, from: row.from };
      this.said.scheme(id.opener.scheme);
      return;
    }
    if (NOTES.test(text) || isLegend(text) || (text.length > 300 && row === this.grid.rows[this.grid.rows.length - 1]))
      this.said.leave(text, row.from);
    else {
      if (row.cells.length === 1 && this.grid.width > 2 && cell.columns === 1)
        this.said.doubt(
          t("“{0}” is the only cell of its row: it is read as the theme of the rows below.", text),
          row.from,
        );
      this.themes.add(text, row.from);
    }
  }

  private row(row: GridRow, at: number): void {
    const { layout } = this;
    const own = new Map<Column, Cell>();
    const carried = new Map<Column, Cell>();
    const blank: Column[] = [];
    const seen = new Set<Cell>();
    this.isAgain = false;
    for (const [index, column] of layout.columns.entries()) {
      const cell = row.cells[index];
      if (!cell || cell.text === "") {
        if (column.head.is === "role") blank.push(column);
      } else if (seen.has(cell)) continue;
      else {
        seen.add(cell);
        (isCarried(cell, row) ? carried : own).set(column, this.meant(cell, column, index, at));
      }
    }
    if (own.size === 0) return;
    this.themes.row();
    const idColumn = layout.columns[layout.id];
    const idCell = idColumn && !this.taking.isStated ? own.get(idColumn) : undefined;
    const isRole = (column: Column): boolean => column.head.is === "role";
    const filled = [...own.keys()].filter(isRole);
    const last = this.found[this.found.length - 1];
    const goesOn =
      last !== undefined &&
      idCell === undefined &&
      this.heading === undefined &&
      !this.isAgain &&
      this.goesOn(
        filled,
        carried,
        blank,
        idColumn !== undefined && !layout.over && !this.taking.isStated && last.id !== "",
      );
    if (goesOn && last) {
      last.to = row.to;
      for (const [column, cell] of own) this.taking.take(last, column, cell);
      return;
    }
    const record = printed(row.from, row.to, "table");
    record.theme = this.themes.path();
    if (this.heading) {
      record.id = this.heading.id;
      record.title = this.heading.title;
      this.heading = undefined;
    }
    const above = last && (filled.length > 0 || idCell) ? this.above(record, last, blank, at) : undefined;
    for (const [index, column] of layout.columns.entries()) {
      const cell = own.get(column) ?? carried.get(column) ?? above?.get(column);
      if (cell && (index !== layout.id || this.taking.isStated || !isCarried(cell, row)))
        if (!this.same(record, column, cell)) this.taking.take(record, column, cell);
    }
    this.named(record, own);
    this.found.push(record);
  }

  /** The cell that a cell stands for that says `as above`. */
  private meant(cell: Cell, column: Column, index: number, at: number): Cell {
    if (column.head.is !== "role" || !isDitto(cell.text)) return cell;
    for (let up = at - 1; up >= Math.max(this.layout.next, at - MOST_ROWS); up--) {
      const above = this.grid.rows[up]?.cells[index];
      if (!above || above.text === "" || isDitto(above.text) || above.columns > 1) continue;
      this.said.leave(flat(cell.text), cell.from);
      this.isAgain = true;
      return above;
    }
    return cell;
  }

  /** The slots of another configuration that a cell names instead of saying them again. */
  private same(record: Printed, column: Column, cell: Cell): boolean {
    const id = column.head.is === "role" ? sameAs(cell.text) : undefined;
    const other = id === undefined ? undefined : this.found.find((each) => each.id === id);
    const slots = other?.slots.filter(({ role }) => lettersOf(column).includes(role)) ?? [];
    if (slots.length === 0) return false;
    append(record.slots, slots);
    record.notes.push({ label: column.label, text: flat(cell.text) });
    return true;
  }

  /** A theme in a column of its own holds for the rows below that leave it empty. */
  private named(record: Printed, own: ReadonlyMap<Column, Cell>): void {
    const column = this.layout.columns.find(({ head }) => head.is === "theme");
    if (!column) return;
    if (own.has(column)) this.column = record.theme;
    else if (record.theme === this.themes.path() && this.column !== "") record.theme = this.column;
  }

  /** Whether a cell of the row says what the one above it says: the row is a configuration of its own. */
  private isAgain = false;
  private column = "";
  /** Themes that a column of their own names. */
  private readonly columns = new Set<string>();

  /** Whether a row without an id of its own says more of the configuration above. */
  private goesOn(
    filled: readonly Column[],
    carried: ReadonlyMap<Column, Cell>,
    blank: readonly Column[],
    ids: boolean,
  ): boolean {
    if (ids) return true;
    if (filled.length === 0) return true;
    const letters = new Set(filled.flatMap(({ roles }) => roles.map((role) => role.role)));
    const roles = this.layout.columns.filter(({ head }) => head.is === "role");
    const missing = roles.filter((column) => !filled.includes(column));
    return (
      letters.size === 1 &&
      missing.length > 0 &&
      missing.every((column) => carried.has(column) || blank.includes(column))
    );
  }

  /** The cells of the row above that empty ones at the left go on from. */
  private above(
    record: Printed,
    last: Printed,
    blank: readonly Column[],
    at: number,
  ): ReadonlyMap<Column, Cell> | undefined {
    const roles = this.layout.columns.filter(({ head }) => head.is === "role");
    const { cells: own } = this.grid.rows[at] as GridRow;
    const filled = new Set(roles.filter((column) => !blank.includes(column)).flatMap((column) => lettersOf(column)));
    const leading: Column[] = [];
    // Words that a cell leaves out in the middle of a row are not said: those above are another configuration's.
    for (const column of roles) {
      // A row that is too short says nothing, and of two columns for outcomes one may be empty.
      const isOpen =
        own[this.layout.columns.indexOf(column)] !== undefined &&
        !lettersOf(column).some((letter) => filled.has(letter));
      if (blank.includes(column) && isOpen) leading.push(column);
      else break;
    }
    if (leading.length === 0 || leading.length === roles.length) return undefined;
    const cells = new Map<Column, Cell>();
    for (const column of leading) {
      const index = this.layout.columns.indexOf(column);
      for (let up = at - 1; up >= this.layout.next; up--) {
        const row = this.grid.rows[up] as GridRow;
        const cell = row.cells[index];
        if (aloneIn(row)) break;
        if (cell && cell.text !== "") {
          cells.set(column, cell);
          break;
        }
        if (at - up > MOST_ROWS) break;
      }
    }
    if (cells.size > 0 && last)
      this.said.doubt(
        t("The empty cell of “{0}” is read as going on with the words above it.", leading[0]?.label ?? ""),
        record.from,
      );
    return cells;
  }
}

function lettersOf({ roles }: Column): readonly string[] {
  return roles.map(({ role }) => role);
}

const MOST_ROWS = 50;
const LONGEST_ID = 40;
const TABLE = /^(?:table|box|panel|appendix|figure|supplement\p{L}*|additional)(?![\p{L}])/iu;
const CONFIGURATIONS = /\b[CIS]{1,4}MO[Cc]?s?\b|configuration|context.{1,24}mechanism/i;
/** `Theme 2: Trust`, `Domain: Staff`. */
const NUMBERED_THEME =
  /^(?:sub-?)?(?:theme|domain|strand|cluster|category|area)\s?(?:\d{1,2}|[A-Z])?\s?(?:[:.–—-]|$)/iu;
/** What stands below a table and explains it. */
const NOTES = /^(?:notes?|abbreviations?|key|legend|source|\*|†|‡|[a-c]\s|CMOC?s?[,:=])/i;
