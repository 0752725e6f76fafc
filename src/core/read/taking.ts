/** What a cell of a table adds to the configuration of its row, by what its column holds. */

import { canonicalId } from "../ids.ts";
import { t } from "../l10n.ts";
import type { RoleMention } from "../syntax/slots.ts";
import type { Scheme } from "../vocabulary.ts";
import { append } from "./append.ts";
import { flat } from "./chars.ts";
import { aloneIn, type Cell, type Grid, isCarried, lineOf } from "./grid.ts";
import { withoutJoins } from "./joins.ts";
import type { Column, Layout } from "./layouts.ts";
import { mentionsIn } from "./mentions.ts";
import { nameKind } from "./named.ts";
import { idInCell, numberAt, openerAt } from "./openers.ts";
import { type Printed, rolesOf, type Said } from "./printed.ts";
import { statementsIn } from "./statements.ts";

/** A number that may be a year anywhere else. */
const COUNTED = /^\d{4,6}$/;

export class Taking {
  /** Whether the column that is called after configurations holds statements, and no ids. */
  readonly isStated: boolean;
  private readonly isNumbered: boolean;
  private readonly grid: Grid;
  private readonly layout: Layout;
  private readonly scheme: Scheme;
  private readonly said: Said;
  private readonly columns: Set<string>;

  /** `themes` is given the names that a column of themes has. */
  constructor(grid: Grid, layout: Layout, scheme: Scheme, said: Said, themes: Set<string>) {
    this.grid = grid;
    this.layout = layout;
    this.scheme = scheme;
    this.said = said;
    this.columns = themes;
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

  take(record: Printed, column: Column, cell: Cell): void {
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
    const text = lineOf(cell);
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    const id = label === "" && record.id === "" && cell.column === 0 ? idInCell(flat(cell.text)) : undefined;
    if (id && id.id !== "" && /\d/.test(id.id)) this.id(record, flat(cell.text));
    else record.notes.push({ label, text });
  }

  private id(record: Printed, text: string): void {
    const read = idInCell(text) ?? (COUNTED.test(text) ? { id: canonicalId("cmoc", text), title: "" } : undefined);
    if (read?.opener) this.said.scheme(read.opener.scheme);
    if (!read) {
      record.title = record.title === "" ? text : `${record.title}; ${text}`;
      return;
    }
    record.id = read.id;
    nameKind(record, read.opener);
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
    const { text: words, joins } = withoutJoins(text);
    for (const join of joins) this.said.leave(join, cell.from);
    if (rolesOf(roles).size > 1 && this.parted(record, roles, label, words)) return;
    const { slots, cited, nothing } = mentionsIn(words, roles, this.scheme);
    append(record.slots, slots);
    append(record.cited, cited);
    if (nothing !== "" && /\p{L}/u.test(nothing)) record.notes.push({ label, text: nothing });
    if (cell.columns > 1 && slots.length > 0 && this.spansRoles(cell))
      this.said.doubt(t("A cell spans several columns of roles: its words are read as “{0}” alone.", label), cell.from);
    if (rolesOf(roles).size > 1 && slots.length > 0)
      this.said.doubt(t("“{0}” names several roles: its words are read as each of them.", label), cell.from);
  }

  /** A cell of several roles whose words say themselves which is which: `Context: … Mechanism: …`, `… (C) … (M)`. */
  private parted(record: Printed, roles: readonly RoleMention[], label: string, words: string): boolean {
    const [only, ...others] = statementsIn(words, this.scheme, false);
    const letters = rolesOf(roles);
    if (!only || only.by === "none" || others.length > 0 || only.slots.length === 0) return false;
    if (rolesOf(only.slots).size < 2 || !only.slots.every(({ role }) => letters.has(role))) return false;
    append(record.slots, only.slots);
    append(record.cited, only.cited);
    append(record.notes, only.notes);
    if (only.by === "sentence" || only.isWhole || only.before !== "") record.notes.push({ label, text: flat(words) });
    return true;
  }
}
