/** Tables with the roles down the side: each column beside them is a configuration, or each block of rows. */

import type { Scheme } from "../vocabulary.ts";
import { append } from "./append.ts";
import { flat } from "./chars.ts";
import { isGlossaryTitle, isMeaning, isTerm } from "./glossary.ts";
import { aloneIn, type Cell, type Grid, type GridRow, isCarried, textOf } from "./grid.ts";
import { type Head, headOf } from "./heads.ts";
import { mentionsIn } from "./mentions.ts";
import { nameKind } from "./named.ts";
import { idInCell } from "./openers.ts";
import { type Printed, printed, rolesOf, type Said } from "./printed.ts";
import { Themes } from "./themes.ts";

function isId(cell: Cell): boolean {
  return idInCell(flat(cell.text))?.opener?.configuration === true;
}

type RoleHead = Extract<Head, { is: "role" }>;

/** The configurations of such a table; undefined where it is none. */
export function readSides(grid: Grid, scheme: Scheme, said: Said): readonly Printed[] | undefined {
  for (let side = 0; side < Math.min(3, grid.width - 1); side++) {
    const heads = grid.rows.map((row) => roleAt(row, side, scheme));
    const roles = rolesOf(heads.flatMap((head) => head?.roles ?? []));
    if (roles.size < 2 || !roles.has("M") || isGlossary(grid, side, heads, scheme)) continue;
    const found = new Sides(grid, side, heads, scheme, said).read();
    if (found.length > 0) return found;
  }
  return undefined;
}

function roleAt(row: GridRow, side: number, scheme: Scheme): RoleHead | undefined {
  const cell = row.cells[side];
  if (!cell || cell.columns > 1 || cell.text.length > 90) return undefined;
  const head = headOf(cell.text, scheme);
  if (head.is === "part") return { is: "role", roles: head.roles, bare: false, strict: true };
  return head.is === "role" ? head : undefined;
}

/** Whether a table with roles down its side is left aside since its other cells explain them, ask for them or quote. */
export function explainsRoles(grid: Grid, scheme: Scheme): boolean {
  for (let side = 0; side < Math.min(3, grid.width - 1); side++) {
    const heads = grid.rows.map((row) => roleAt(row, side, scheme));
    const roles = rolesOf(heads.flatMap((head) => head?.roles ?? []));
    if (roles.size > 1 && roles.has("M") && isGlossary(grid, side, heads, scheme)) return true;
  }
  return false;
}

/** What explains roles, but also what a configuration says of each of its own. */
const TELLS = /^(?:definitions?|explanations?|descriptions?)$/i;

/** Whether rows of roles belong together: an id beside them is that of several, or each role comes again. A glossary says each once. */
function isListed(grid: Grid, side: number, heads: readonly (RoleHead | undefined)[]): boolean {
  const counts = new Map<string, number>();
  const first = new Map<string, string>();
  let id = "";
  for (const [at, row] of grid.rows.entries()) {
    const role = heads[at]?.roles[0]?.role;
    if (role === undefined) continue;
    const text = flat(row.cells[0]?.text ?? "");
    if (side > 0 && text !== "") id = /\d/.test(text) ? (idInCell(text)?.id ?? "") : "";
    if (id !== "" && (first.get(id) ?? role) !== role) return true;
    first.set(id, role);
    counts.set(role, (counts.get(role) ?? 0) + 1);
  }
  return counts.size > 2 && [...counts.values()].every((count) => count > 1);
}

function isGlossary(grid: Grid, side: number, heads: readonly (RoleHead | undefined)[], scheme: Scheme): boolean {
  const [first] = grid.rows;
  if (
    first &&
    heads[0] === undefined &&
    first.cells.some(
      (cell) =>
        cell &&
        /^(?:(?:working |our )?definitions?|explanations?|descriptions?|meanings?|terms?|concepts?|terminology|(?:(?:example|illustrative|sample|supporting|participant) )?(?:quotes?|quotations?|excerpts?|extracts?)|(?:example |sample |interview )?questions?|prompts?|search terms?|(?:number|frequency) of .{1,40}|n ?\(%\)|counts?|pages?|(?:(?:inclusion|exclusion|selection) )?criteri(?:a|on)|(?:inclusion|exclusion)|includ(?:ed?|ing)|exclud(?:ed?|ing)|eligib(?:ility|le))$/i.test(
          flat(cell.text),
        ) &&
        !(TELLS.test(flat(cell.text)) && isListed(grid, side, heads)) &&
        !isConfigurationHead(first),
    ) &&
    !grid.rows.some((row) => row.cells.slice(0, side).some((cell) => cell !== undefined && isId(cell)))
  )
    return true;
  let meanings = 0;
  for (const [at, row] of grid.rows.entries()) {
    const cell = row.cells[side];
    if (
      cell &&
      heads[at] === undefined &&
      isTerm(flat(cell.text)) &&
      idInCell(flat(cell.text)) === undefined &&
      (row.cells[side + 1]?.text ?? "") !== ""
    )
      return true;
    const head = heads[at];
    const words = row.cells[side + 1];
    if (head && words && isMeaning(words.text, head.roles, scheme)) meanings++;
  }
  return meanings > 1;
}

function isConfigurationHead(row: GridRow): boolean {
  return row.cells.some((cell) => cell !== undefined && idInCell(flat(cell.text))?.opener?.configuration === true);
}

const BESIDE =
  /^(?:evidence|sources?|supporting.*|references?|examples?|illustrative.*|quotes?.*|data|notes?|comments?|stud(?:y|ies).*|explanation|definition)$/i;

class Sides {
  private readonly grid: Grid;
  private readonly side: number;
  private readonly heads: readonly (RoleHead | undefined)[];
  private readonly scheme: Scheme;
  private readonly said: Said;
  private readonly found: Printed[] = [];
  /** One for each column beside the roles. */
  private open: (Printed | undefined)[] = [];
  private first: string | undefined;
  /** What stands to the left of the roles. */
  private left = "";
  private before: string | undefined;
  private readonly themes = new Themes();
  private heading: { id: string; title: string } | undefined;
  /** Whether the rows are those of one configuration, whose id stands over them or beside them. */
  private isOne = false;
  private titles: (Cell | undefined)[] = [];

  constructor(grid: Grid, side: number, heads: readonly (RoleHead | undefined)[], scheme: Scheme, said: Said) {
    this.grid = grid;
    this.side = side;
    this.heads = heads;
    this.scheme = scheme;
    this.said = said;
  }

  read(): readonly Printed[] {
    for (const [at, row] of this.grid.rows.entries()) {
      const head = this.heads[at];
      if (head) this.role(row, head);
      else if (this.isMore(row, at)) this.more(row);
      else this.other(row);
    }
    this.unheaded();
    for (const record of this.found) if (rolesOf(record.slots).size < 2) this.leave(record);
    const kept = this.found.filter((record) => rolesOf(record.slots).size > 1);
    this.themes.end(kept, this.said);
    return kept;
  }

  /** An id that stands over nothing. */
  private unheaded(): void {
    if (this.heading) this.said.leave(`${this.heading.id} ${this.heading.title}`, 0);
    this.heading = undefined;
  }

  private leave(record: Printed): void {
    const words = [
      record.id,
      record.title,
      ...record.slots.map((slot) => slot.text),
      ...record.notes.map((note) => note.text),
    ];
    this.said.leave(words.filter((text) => text !== "").join(" | "), record.from);
  }

  /** A row that names no role: a theme, an id for those below, or the head of the columns. */
  private other(row: GridRow): void {
    this.open = [];
    this.first = this.before = undefined;
    const alone = aloneIn(row);
    if (alone) {
      const text = flat(alone.text);
      const id = idInCell(text);
      if (id && (id.opener || alone.columns > 1 || id.title === "")) {
        this.unheaded();
        this.heading = { id: id.id, title: id.title };
        this.said.scheme(id.opener?.scheme);
      } else this.themes.add(text, row.from);
      return;
    }
    this.titles = [...row.cells];
    const beside = flat(row.cells[this.side]?.text ?? "");
    const id = idInCell(beside);
    const title = flat(row.cells[this.side + 1]?.text ?? "");
    if (id?.opener?.configuration && this.grid.width === this.side + 2) {
      // `CMOC 3 | Friends swap` over the roles of one configuration.
      this.unheaded();
      this.heading = { id: id.id, title: id.title === "" ? title : id.title };
      this.titles = [];
      if (id.title !== "" && title !== "") this.said.leave(title, row.from);
      return;
    }
    if (title !== "" && this.grid.width === this.side + 2 && this.names(id, beside, title, row.from)) {
      this.titles = [];
      return;
    }
    // `CMOC 3 | Description | Quote`: the id of the roles below it.
    if (id?.opener?.configuration && !row.cells.some((cell) => cell && cell !== row.cells[this.side] && isId(cell))) {
      this.unheaded();
      this.heading = { id: id.id, title: id.title };
    }
    this.said.label(textOf(row));
  }

  /** `Theme | Trust`, `Title | Being known`, `Theory 2 | Being seen` over the roles of one configuration. */
  private names(id: ReturnType<typeof idInCell>, beside: string, title: string, from: number): boolean {
    const head = headOf(beside, this.scheme);
    if (head.is === "theme") this.themes.add(title, from);
    else if (head.is === "title") {
      // The id may stand in a row of its own above it.
      if (this.heading?.title !== "") this.unheaded();
      this.heading = { id: this.heading?.id ?? "", title };
    } else if (id?.opener && id.title === "") {
      this.unheaded();
      this.heading = { id: id.id, title };
    } else return false;
    return true;
  }

  /** Whether a row says something else of the configurations above it: their sources, what follows from them. */
  private isMore(row: GridRow, at: number): boolean {
    const beside = row.cells[this.side];
    if (!beside || beside.columns > 1 || beside.text === "" || isCarried(beside, row)) return false;
    const words = row.cells.slice(this.side + 1);
    if (!words.some((cell) => cell !== undefined && cell.text !== "" && !isCarried(cell, row))) return false;
    if (!this.open.some((record) => record !== undefined)) return false;
    if (row.cells.some((cell) => cell !== undefined && !isCarried(cell, row) && isId(cell))) return false;
    // What stands to the left begins something else.
    if (row.cells.slice(0, this.side).some((cell) => cell && !isCarried(cell, row) && cell.text !== "")) return false;
    const label = flat(beside.text);
    if (this.titles.some((title) => title && flat(title.text) === label)) return false;
    if (BESIDE.test(label)) return true;
    // Words over another block may be the heads of its columns.
    const next = this.heads[at + 1];
    return next === undefined || next.roles[0]?.role !== this.first;
  }

  private more(row: GridRow): void {
    const label = flat(row.cells[this.side]?.text ?? "");
    const seen = new Set<Cell>();
    for (let column = this.side + 1; column < this.grid.width; column++) {
      const cell = row.cells[column];
      if (!cell || cell.text === "" || seen.has(cell) || isCarried(cell, row)) continue;
      seen.add(cell);
      const note = { label, text: flat(cell.text) };
      const records = this.open.slice(column, column + cell.columns).filter((each) => each !== undefined);
      for (const record of records) record.notes.push(note);
      if (records.length > 0) continue;
      const [only, ...others] = this.open.filter((each) => each !== undefined);
      if (only && others.length === 0) only.notes.push(note);
      else this.said.leave(`${label}: ${note.text}`, row.from);
    }
  }

  private role(row: GridRow, head: RoleHead): void {
    this.themes.row();
    this.said.label(flat(row.cells[this.side]?.text ?? ""));
    const key = head.roles[0]?.role ?? "";
    const lefts = row.cells.slice(0, this.side).filter((cell) => cell && !isCarried(cell, row) && cell.text !== "");
    const beside = lefts.find((cell) => cell && this.isNaming(cell)) ?? lefts[0];
    // An id that each of its rows says again.
    const isAgain = beside !== undefined && this.open.length > 0 && flat(beside.text) === this.left;
    const left = isAgain && !(key === this.first && this.before !== key) ? undefined : beside;
    if (beside) this.left = flat(beside.text);
    if (left || this.open.length === 0 || (key === this.first && this.before !== key)) {
      this.open = [];
      this.first = key;
      if (left) {
        const read = idInCell(flat(left.text));
        this.unheaded();
        this.heading = { id: read?.id ?? "", title: read ? read.title : flat(left.text) };
        this.titled(row, left, this.heading);
        this.said.scheme(read?.opener?.scheme);
      }
    }
    this.before = key;
    const begins = this.open.length === 0;
    if (begins) this.isOne = this.heading !== undefined;
    const seen = new Set<Cell>();
    for (let column = this.side + 1; column < this.grid.width; column++) {
      const cell = row.cells[column];
      if (!cell || cell.text === "" || seen.has(cell)) {
        if (!cell || !seen.has(cell)) continue;
        continue;
      }
      seen.add(cell);
      const title = this.titles[column];
      const label = flat(title?.text ?? "");
      if (column > this.side + 1 && (BESIDE.test(label) || (label === "" && this.isOne))) {
        // What spans the rows of a block is said once.
        if (begins || !isCarried(cell, row)) this.open[this.side + 1]?.notes.push({ label, text: flat(cell.text) });
        continue;
      }
      // A cell that spans several configurations belongs to each of them.
      for (let at = column; at < column + cell.columns; at++) this.slot(at, row, cell, head, begins);
    }
    if (begins && this.heading) this.heading = undefined;
  }

  /** Whether a cell to the left of the roles is an id, by its words or by the head of its column. */
  private isNaming(cell: Cell): boolean {
    const head = headOf(this.titles[cell.column]?.text ?? "", this.scheme).is;
    return isId(cell) || ((head === "id" || head === "configuration") && idInCell(flat(cell.text)) !== undefined);
  }

  /** What else stands to the left of the roles. */
  private titled({ cells }: GridRow, left: Cell, heading: { title: string }): void {
    const others = cells
      .slice(0, this.side)
      .filter((cell, at, all) => cell && cell !== left && all.indexOf(cell) === at);
    const words = others.map((cell) => flat(cell?.text ?? ""));
    heading.title = [heading.title, ...words].filter((text) => text !== "").join("; ");
  }

  private slot(column: number, row: GridRow, cell: Cell, head: RoleHead, begins: boolean): void {
    if (cell.columns > 1 && column > cell.column && !this.titles[column]) return;
    let record = this.open[column];
    if (!record) {
      record = printed(row.from, row.to, "table");
      record.theme = this.themes.path();
      if (this.heading && begins) {
        record.id = this.heading.id;
        record.title = this.heading.title;
      }
      const title = this.titles[column];
      const text = flat(title?.text ?? "");
      const read = text === "" ? undefined : idInCell(text);
      if (read) {
        record.id = read.id;
        record.title = read.title;
        nameKind(record, read.opener);
        this.said.scheme(read.opener?.scheme);
      } else if (
        text !== "" &&
        !(this.heading && begins) &&
        this.grid.width - this.side > 2 &&
        headOf(text, this.scheme).is === "note"
      )
        record.title = text;
      this.open[column] = record;
      this.found.push(record);
    }
    record.to = row.to;
    const { slots, cited, nothing } = mentionsIn(cell.text, head.roles, this.scheme);
    append(record.slots, slots);
    append(record.cited, cited);
    if (/\p{L}/u.test(nothing)) record.notes.push({ label: flat(row.cells[this.side]?.text ?? ""), text: nothing });
  }
}

export { isGlossaryTitle };
