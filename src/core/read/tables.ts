/** Tables whose head names roles: a row is a configuration, unless it goes on with the one above it, names a theme, or is a head again. */

import { t } from "../l10n.ts";
import type { RoleMention } from "../syntax/slots.ts";
import type { Scheme } from "../vocabulary.ts";
import { flat } from "./chars.ts";
import { type Cell, type Grid, type GridRow, isCarried } from "./grid.ts";
import { type Column, HEAD_WITHIN, type Layout, layoutAt } from "./layouts.ts";
import { mentionsIn } from "./mentions.ts";
import { idInCell, numberAt, openerAt } from "./openers.ts";
import { type Printed, printed, rolesOf, type Said } from "./printed.ts";
import { Themes } from "./themes.ts";

/** The configurations of a table that has such a head; undefined where it has none. */
export function readHeaded(grid: Grid, scheme: Scheme, told: boolean, said: Said): readonly Printed[] | undefined {
  let layout: Layout | undefined;
  let start = 0;
  for (; start < Math.min(HEAD_WITHIN, grid.rows.length) && !layout; start++)
    layout = layoutAt(grid, start, scheme, told);
  if (!layout) return undefined;
  for (const row of grid.rows.slice(0, start - 1)) said.leave(textOf(row), row.from);
  return new Rows(grid, layout, scheme, told, said).read();
}

export function textOf(row: GridRow): string {
  return [...new Set(row.cells)]
    .filter((cell): cell is Cell => cell !== undefined && !isCarried(cell, row) && cell.text !== "")
    .map((cell) => flat(cell.text))
    .join(" | ");
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
  private isStated = false;
  private isNumbered = false;

  constructor(grid: Grid, layout: Layout, scheme: Scheme, told: boolean, said: Said) {
    this.grid = grid;
    this.layout = layout;
    this.scheme = scheme;
    this.told = told;
    this.said = said;
    this.begin(layout);
  }

  private begin(layout: Layout): void {
    this.layout = layout;
    for (const column of layout.columns) if (column.label !== "") this.said.label(column.label);
    this.isStated = this.holdsStatements(layout);
    this.isNumbered = layout.id < 0 && this.countsRows(layout);
  }

  /** Whether the first words of the rows count them: `1. …`, `2. …`. */
  private countsRows(layout: Layout): boolean {
    const index = layout.columns.findIndex(({ head }) => head.is === "role");
    let count = 0;
    for (const row of this.grid.rows.slice(layout.next)) {
      const cell = row.cells[index];
      if (!cell || cell.text === "" || isCarried(cell, row) || aloneIn(row)) continue;
      if (numberAt(cell.text)?.id !== `CMOC${count + 1}` || /\n\s*[([]?2[.)]/.test(cell.text)) return false;
      count++;
    }
    return count > 1;
  }

  /** Whether the column that is called after configurations holds whole statements, or titles, beside the roles. */
  private holdsStatements(layout: Layout): boolean {
    const column = layout.columns[layout.id];
    if (column?.head.is !== "configuration") return false;
    let long = 0;
    let short = 0;
    for (const row of this.grid.rows.slice(layout.next, layout.next + 60)) {
      const cell = row.cells[layout.id];
      if (!cell || cell.text === "" || isCarried(cell, row)) continue;
      if (idInCell(flat(cell.text)) || (cell.text.length <= 90 && layout.id === 0)) short++;
      else long++;
    }
    return long > short;
  }

  read(): readonly Printed[] {
    const { rows } = this.grid;
    for (let at = this.layout.next; at < rows.length; at++) {
      const row = rows[at] as GridRow;
      const again = layoutAt(this.grid, at, this.scheme, this.told);
      if (again && this.isHead(row, again)) {
        this.begin(again);
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
    if (NOTES.test(text) || (text.length > 300 && row === this.grid.rows[this.grid.rows.length - 1]))
      this.said.leave(text, row.from);
    else this.themes.add(text, row.from);
  }

  private row(row: GridRow, at: number): void {
    const { layout } = this;
    const own = new Map<Column, Cell>();
    const carried = new Map<Column, Cell>();
    const blank: Column[] = [];
    const seen = new Set<Cell>();
    for (const [index, column] of layout.columns.entries()) {
      const cell = row.cells[index];
      if (!cell || cell.text === "") {
        if (column.head.is === "role") blank.push(column);
      } else if (seen.has(cell)) continue;
      else {
        seen.add(cell);
        (isCarried(cell, row) ? carried : own).set(column, cell);
      }
    }
    if (own.size === 0) return;
    this.themes.row();
    const idColumn = layout.columns[layout.id];
    const idCell = idColumn && !this.isStated ? own.get(idColumn) : undefined;
    const isRole = (column: Column): boolean => column.head.is === "role";
    const filled = [...own.keys()].filter(isRole);
    const last = this.found[this.found.length - 1];
    const goesOn =
      last !== undefined &&
      idCell === undefined &&
      this.heading === undefined &&
      this.goesOn(filled, carried, blank, idColumn !== undefined && !this.isStated && last.id !== "");
    if (goesOn && last) {
      last.to = row.to;
      for (const [column, cell] of own) this.take(last, column, cell);
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
      if (cell && (index !== layout.id || this.isStated || !isCarried(cell, row))) this.take(record, column, cell);
    }
    this.named(record, own);
    this.found.push(record);
  }

  /** A theme in a column of its own holds for the rows below that leave it empty. */
  private named(record: Printed, own: ReadonlyMap<Column, Cell>): void {
    const column = this.layout.columns.find(({ head }) => head.is === "theme");
    if (!column) return;
    if (own.has(column)) this.column = record.theme;
    else if (record.theme === this.themes.path() && this.column !== "") record.theme = this.column;
  }

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
    for (const column of roles) {
      // A row that is too short says nothing, and of two columns for outcomes one may be empty.
      const isOpen =
        own[this.layout.columns.indexOf(column)] !== undefined &&
        !lettersOf(column).some((letter) => filled.has(letter));
      if (blank.includes(column) && isOpen) leading.push(column);
      else if (this.layout.id >= 0) break;
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

  private take(record: Printed, column: Column, cell: Cell): void {
    const { head, label } = column;
    const text = flat(cell.text);
    switch (head.is) {
      case "role":
        this.slots(record, column.roles, label, cell);
        return;
      case "id":
      case "configuration":
        if (column !== this.layout.columns[this.layout.id] || this.isStated) record.notes.push({ label, text });
        else this.id(record, text);
        return;
      case "theme":
        for (const name of text.split(" / ")) this.columns.add(name);
        record.theme = record.theme === "" || record.theme === text ? text : `${record.theme} / ${text}`;
        return;
      case "title":
        record.title = record.title === "" ? text : `${record.title}; ${text}`;
        return;
      default:
        if (column === this.layout.columns[this.layout.id]) this.id(record, text);
        else this.note(record, label, cell);
    }
  }

  private note(record: Printed, label: string, cell: Cell): void {
    const text = cell.text
      .split("\n")
      .map(flat)
      .filter((line) => line !== "")
      .join("; ")
      .replace(/•\s/g, "");
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    const id = label === "" && record.id === "" && cell.column === 0 ? idInCell(flat(cell.text)) : undefined;
    if (id && id.id !== "" && /\d/.test(id.id)) this.id(record, flat(cell.text));
    else record.notes.push({ label, text });
  }

  private id(record: Printed, text: string): void {
    const read = idInCell(text);
    if (read?.opener) this.said.scheme(read.opener.scheme);
    if (!read) {
      record.title = record.title === "" ? text : `${record.title}; ${text}`;
      return;
    }
    record.id = read.id;
    if (read.title !== "") record.title = read.title;
  }

  private spansRoles({ column, columns }: Cell): boolean {
    const spanned = this.layout.columns.slice(column, column + columns);
    return rolesOf(spanned.flatMap(({ roles }) => roles)).size > 1;
  }

  private slots(record: Printed, roles: readonly RoleMention[], label: string, cell: Cell): void {
    let { text } = cell;
    if (record.slots.length === 0 && record.id === "") {
      const opener = openerAt(text);
      const number = this.isNumbered && !opener ? numberAt(text) : undefined;
      if (opener?.configuration && opener.parted) record.id = opener.id;
      else if (number) record.id = number.id;
      if (record.id !== "") text = text.slice(opener?.end ?? number?.end ?? 0);
    }
    const { slots, cited, nothing } = mentionsIn(text, roles, this.scheme);
    record.slots.push(...slots);
    record.cited.push(...cited);
    if (nothing !== "" && /\p{L}/u.test(nothing)) record.notes.push({ label, text: nothing });
    if (cell.columns > 1 && slots.length > 0 && this.spansRoles(cell))
      this.said.doubt(t("A cell spans several columns of roles: its words are read as “{0}” alone.", label), cell.from);
    if (rolesOf(roles).size > 1 && slots.length > 0)
      this.said.doubt(t("“{0}” names several roles: its words are read as each of them.", label), cell.from);
  }
}

function lettersOf({ roles }: Column): readonly string[] {
  return roles.map(({ role }) => role);
}

const MOST_ROWS = 50;
/** What stands below a table and explains it. */
const NOTES = /^(?:notes?|abbreviations?|key|legend|source|\*|†|‡|[a-c]\s|CMOC?s?[,:=])/i;

/** The only cell with words in a row, if there is only one that began in it. */
export function aloneIn(row: GridRow): Cell | undefined {
  let only: Cell | undefined;
  for (const cell of row.cells) {
    if (!cell || cell === only || cell.text === "" || isCarried(cell, row)) continue;
    if (only) return undefined;
    only = cell;
  }
  return only;
}
