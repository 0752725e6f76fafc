/** Tables whose cells hold whole statements, tagged or labelled; the other cells of a row give its id, its theme, or are notes. */

import { t } from "../l10n.ts";
import type { Scheme } from "../vocabulary.ts";
import { append } from "./append.ts";
import { flat } from "./chars.ts";
import { uncited } from "./cited.ts";
import { isEnough } from "./enough.ts";
import { isMeaning } from "./glossary.ts";
import { aloneIn, type Cell, type Grid, type GridRow, isCarried, lineOf, textOf } from "./grid.ts";
import { type Head, headOf } from "./heads.ts";
import { byKey, type Key, keyIn } from "./keys.ts";
import { labelledIn } from "./labelled.ts";
import { mentionsIn } from "./mentions.ts";
import { nameKind, nameTheory, takeBefore } from "./named.ts";
import { idInCell, openerAt } from "./openers.ts";
import { type Note, type Printed, type PrintedSlot, printed, type Said } from "./printed.ts";
import { type Statement, statementsIn } from "./statements.ts";
import { moreTagged } from "./tagged.ts";
import { isTagText } from "./tags.ts";
import { Themes } from "./themes.ts";

/** The configurations of such a table; undefined where no cell states one. */
export function readStated(
  grid: Grid,
  key: Key | undefined,
  scheme: Scheme,
  said: Said,
): readonly Printed[] | undefined {
  const states = (cell: Cell): readonly Statement[] =>
    statementsIn(cell.text, scheme, true).map((each) => (key && byKey(each, key, scheme)) || each);
  const stated = new Map<Cell, readonly Statement[]>();
  for (const row of grid.rows) {
    for (const cell of new Set(row.cells)) {
      if (!cell || isCarried(cell, row) || cell.text.length < 12) continue;
      // The head that gives the key is none of its statements.
      if (key && keyIn(cell.text, scheme)) continue;
      const statements = states(cell);
      if (statements.some((each) => isEnough(each.slots, scheme))) stated.set(cell, statements);
    }
  }
  if (stated.size === 0 && grid.width > 1) {
    const rows = taggedRows(grid, scheme);
    if (rows.length > 0) return rows;
  }
  if (stated.size === 0 && !isUntagged(grid, scheme)) return undefined;
  return new Stated(grid, stated, scheme, said).read();
}

/** Rows without a head whose cells are tagged, one role in each. */
function taggedRows(grid: Grid, scheme: Scheme): readonly Printed[] {
  const found: Printed[] = [];
  for (const row of grid.rows) {
    const record = printed(row.from, row.to, "table");
    for (const cell of new Set(row.cells)) {
      if (!cell || cell.text === "") continue;
      const { text, cited } = uncited(cell.text, (inside) => isTagText(inside, scheme));
      const slots = labelledCell(cell.text, scheme) ?? moreTagged(text.replace(/\s*\n\s*/g, " "), scheme);
      const id = slots.length === 0 && record.id === "" ? idInCell(flat(cell.text)) : undefined;
      append(record.slots, slots);
      if (slots.length > 0) append(record.cited, cited);
      else if (id) {
        record.id = id.id;
        record.title = id.title;
      } else record.notes.push({ label: "", text: flat(cell.text) });
    }
    found.push(record);
  }
  const whole = found.filter((record) => isEnough(record.slots, scheme)).length;
  return whole * 2 > found.length ? found : [];
}

/** `M1: words`: the slots of a cell that a label begins. */
function labelledCell(text: string, scheme: Scheme): readonly PrintedSlot[] | undefined {
  const { before, parts } = labelledIn(text, scheme);
  const [only, ...others] = parts;
  if (!only || others.length > 0 || before !== "" || only.text === "") return undefined;
  return isMeaning(only.text, only.roles, scheme) ? undefined : mentionsIn(only.text, only.roles, scheme).slots;
}

/** Whether a table without tags says that its rows are configurations: a head does, and so does each id or the head over them. */
function isUntagged(grid: Grid, scheme: Scheme): boolean {
  const [head] = grid.rows;
  if (!head || grid.width < 2) return false;
  const kinds = head.cells.map((cell) => (cell ? headOf(cell.text, scheme).is : "note"));
  const ids = grid.rows.slice(1).map((row) => idInCell(flat(row.cells[0]?.text ?? "")));
  const called = ids.filter((id) => id?.opener?.configuration).length;
  const numbered = ids.filter((id) => id !== undefined && id.title === "").length;
  const long = grid.rows.slice(1).filter((row) => row.cells.some((cell) => STATEMENT.test(cell?.text ?? ""))).length;
  return long > 0 && (called > 0 || (kinds.includes("configuration") && numbered > 0));
}

/** How a configuration begins that is not tagged. */
const STATEMENT =
  /^[“"‘]?(?:if|when|where|in (?:a |the )?(?:context|settings?|situations?|circumstances)|as|because|by)\s.{30,}/i;

class Stated {
  private readonly grid: Grid;
  private readonly stated: ReadonlyMap<Cell, readonly Statement[]>;
  private readonly scheme: Scheme;
  private readonly said: Said;
  private readonly found: Printed[] = [];
  private readonly themes = new Themes();
  private heads: readonly Head[] = [];
  private labels: readonly string[] = [];
  private heading: { id: string; title: string } | undefined;
  /** Columns in which a cell stands beside several rows: their words are themes. */
  private readonly spanning = new Set<number>();

  constructor(grid: Grid, stated: ReadonlyMap<Cell, readonly Statement[]>, scheme: Scheme, said: Said) {
    this.grid = grid;
    this.stated = stated;
    this.scheme = scheme;
    this.said = said;
  }

  read(): readonly Printed[] {
    for (const row of this.grid.rows)
      for (const cell of row.cells)
        if (cell && cell.rows > 1 && cell.columns === 1 && !this.stated.has(cell) && cell.text.length < 160)
          this.spanning.add(cell.column);
    for (const [at, row] of this.grid.rows.entries()) {
      if (row.cells.some((cell) => cell && !isCarried(cell, row) && this.stated.has(cell))) this.row(row);
      else if (at < 3 && this.isHead(row)) this.head(row);
      else this.other(row);
    }
    this.themes.end(this.found, this.said);
    this.unheaded();
    return this.found;
  }

  private unheaded(): void {
    if (this.heading) this.said.leave(`${this.heading.id} ${this.heading.title}`, 0);
    this.heading = undefined;
  }

  private isHead(row: GridRow): boolean {
    return (
      this.found.length === 0 &&
      aloneIn(row) === undefined &&
      row.cells.every((cell) => !cell || cell.text.length < 90) &&
      (this.labels.length === 0 || !row.cells.some((cell) => cell && idInCell(flat(cell.text))?.opener))
    );
  }

  private head(row: GridRow): void {
    this.heads = row.cells.map((cell) => (cell ? headOf(cell.text, this.scheme) : { is: "note", study: false }));
    this.labels = row.cells.map((cell) => flat(cell?.text ?? ""));
    this.said.label(textOf(row));
  }

  /** A row without a statement: a theme, an id for the next row, a configuration that is not tagged, or words for the one above. */
  private other(row: GridRow): void {
    const alone = aloneIn(row);
    const text = alone ? flat(alone.text) : textOf(row);
    if (alone && (alone.columns > 1 || this.grid.width === 1 || alone.column === 0)) {
      const opener = openerAt(text);
      if (opener?.configuration && text.length - opener.end < 160) {
        this.unheaded();
        this.heading = { id: opener.id, title: text.slice(opener.end) };
        this.said.scheme(opener.scheme);
      } else if (text.length < 250 && (alone.columns > 1 || alone.column === 0) && this.grid.width > 1)
        this.themes.add(text, row.from);
      else this.said.leave(text, row.from);
      return;
    }
    const untagged = this.untagged(row);
    if (untagged) this.found.push(untagged);
    else if (row.cells.some((cell) => isCarried(cell, row)) && this.found.length > 0) {
      const last = this.found[this.found.length - 1];
      for (const note of this.notes(row, new Set())) last?.notes.push(note);
    } else this.said.leave(text, row.from);
  }

  /** A row whose id says that it is a configuration, and whose statement has no tags. */
  private untagged(row: GridRow): Printed | undefined {
    const cells = [...new Set(row.cells)].filter(
      (cell): cell is Cell => cell !== undefined && cell.text !== "" && !isCarried(cell, row),
    );
    const column = this.heads.findIndex((head) => head.is === "configuration" || (head.is === "id" && head.named));
    const [first] = cells;
    const read = first ? idInCell(flat(first.text)) : undefined;
    if (!first || !read || (!read.opener?.configuration && column < 0) || !/\d/.test(read.id)) return undefined;
    const statement = cells.find((cell) => cell !== first && cell.text.length > 30);
    if (!statement && read.title.length < 30) return undefined;
    const record = printed(row.from, row.to, "none");
    record.id = read.id;
    record.theme = this.themes.path();
    record.statement = statement ? flat(statement.text) : read.title;
    append(record.notes, this.notes(row, new Set([first, ...(statement ? [statement] : [])])));
    this.said.doubt(t("{0} has no tags that name roles: its words are kept, and none is a slot.", record.id), row.from);
    return record;
  }

  private row(row: GridRow): void {
    this.themes.row();
    const cells = new Set([...row.cells].filter((cell): cell is Cell => cell !== undefined && cell.text !== ""));
    const used = new Set<Cell>();
    let id = "";
    let title = "";
    let theme = this.themes.path();
    for (const cell of cells) {
      const head = this.heads[cell.column];
      const text = flat(cell.text);
      if (this.stated.has(cell)) continue;
      const read = text.length < 160 ? idInCell(text) : undefined;
      if (
        head?.is === "theme" ||
        ((head?.is === "note" || head?.is === "title") &&
          this.spanning.has(cell.column) &&
          cell.columns === 1 &&
          !/^ref|evidence|source/i.test(this.labels[cell.column] ?? "") &&
          text.length < 160 &&
          !read)
      ) {
        theme = theme === "" ? text : `${theme} / ${text}`;
        used.add(cell);
      } else if (
        read &&
        id === "" &&
        !isCarried(cell, row) &&
        (head === undefined ||
          head.is === "id" ||
          head.is === "configuration" ||
          read.opener !== undefined ||
          cell.column === 0)
      ) {
        id = read.id;
        title = read.title;
        this.said.scheme(read.opener?.scheme);
        used.add(cell);
      } else if (head?.is === "title") {
        title = text;
        used.add(cell);
      }
    }
    const first = this.found.length;
    for (const cell of cells) {
      const statements = this.stated.get(cell);
      if (!statements || isCarried(cell, row)) continue;
      used.add(cell);
      for (const each of statements) this.statement(each, cell, row, theme);
    }
    const made = this.found.slice(first);
    const [only] = made;
    if (!only) return;
    const heading = id !== "" ? { id, title } : this.heading;
    this.heading = undefined;
    if (heading && made.length === 1) {
      if (only.id === "") only.id = heading.id;
      else if (only.id !== heading.id) only.notes.push({ label: "", text: heading.id });
      if (only.title === "") only.title = heading.title;
      else if (heading.title !== "") only.notes.push({ label: "", text: heading.title });
    } else if (heading) {
      for (const record of made)
        record.notes.push({ label: "", text: [heading.id, heading.title].filter(Boolean).join(" ") });
      this.said.doubt(
        t("One row holds {0} statements under {1}: each is read as a configuration.", made.length, heading.id),
        row.from,
      );
    } else if (title !== "" && only.title === "") only.title = title;
    for (const note of this.notes(row, used)) only.notes.push(note);
  }

  private statement(each: Statement, cell: Cell, row: GridRow, theme: string): void {
    this.said.scheme(each.opener?.scheme);
    for (const label of each.labels) this.said.label(label);
    const last = this.found[this.found.length - 1];
    if (!isEnough(each.slots, this.scheme)) {
      // Words between statements of a cell: they go with the one before them.
      if (last && last.from === row.from) last.notes.push({ label: each.id, text: each.printed });
      else this.said.leave(each.printed, cell.from);
      return;
    }
    const record = printed(row.from, row.to, each.by);
    record.id = each.id;
    record.theme = theme;
    nameKind(record, each.opener);
    if (each.opener?.theory !== undefined) nameTheory(record, each.opener.theory);
    append(record.slots, each.slots);
    append(record.cited, each.cited);
    if (each.by === "sentence" || each.isWhole) record.statement = each.printed;
    if (each.before !== "") takeBefore(record, each.before);
    append(record.notes, each.notes);
    for (const doubt of each.doubts ?? []) this.said.doubt(doubt, cell.from);
    this.found.push(record);
  }

  private notes(row: GridRow, used: ReadonlySet<Cell>): readonly Note[] {
    const notes: Note[] = [];
    for (const cell of new Set(row.cells)) {
      if (!cell || cell.text === "" || used.has(cell) || isCarried(cell, row)) continue;
      const text = lineOf(cell);
      notes.push({ label: this.labels[cell.column] ?? "", text });
    }
    return notes;
  }
}
