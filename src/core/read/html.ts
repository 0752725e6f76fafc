/**
 * A page of HTML, or of a journal's XML, as blocks. Only the tokenizer of htmlparser2 is used: nothing is nested here but tables, and those a few deep, so the
 * work is linear in the page whatever stands in it.
 */

import { VOID_ELEMENTS } from "../syntax/void-elements.ts";
import { append } from "./append.ts";
import type { Block, TextBlock } from "./blocks.ts";
import { LOWERED, RAISED } from "./chars.ts";
import { BREAKING, HEADINGS, IN_HEAD, isHiding, ROWS, spanOf } from "./elements.ts";
import { Flow } from "./flow.ts";
import { type Grid, GridMaker } from "./grid.ts";
import { Hidden } from "./hidden.ts";
import { type Told, tell } from "./tokens.ts";

/** Tables within tables deeper than this are read as text of their cells. */
const DEEPEST = 6;

/** A tag that is set below the line, as others set theirs above it; other words there belong to what stands before them. */
const LOWERED_TAG = /^\s*[([]?(?:[CMO]\d{0,2}[a-z]?|contexts?|mechanisms?|outcomes?)[)\]]?\s*$/i;

interface OpenTable {
  readonly from: number;
  readonly maker: GridMaker;
  /** Blocks that are to stand before and after it: captions, tables in cells. */
  readonly before: Block[];
  readonly inside: Grid[];
  readonly flow: Flow;
  cell: { from: number; head: boolean; rows: number; columns: number; readonly nested: Block[] } | undefined;
  caption: boolean;
  /** Whether rows that begin here are its foot, which may be written before the others and stands below them. */
  foot: boolean;
}

/** Reads a page. `xml` for what says that it is XML, such as an article's JATS. */
export function readHtml(text: string, holdsConfigurations: (grid: Grid) => boolean): readonly Block[] {
  const page = new Page(text.length, holdsConfigurations);
  tell(text, page);
  return page.done();
}

class Page implements Told {
  private readonly length: number;
  private readonly holds: (grid: Grid) => boolean;
  private readonly blocks: Block[] = [];
  private readonly flow = new Flow();
  private readonly tables: OpenTable[] = [];
  /** Tables that are too deep to be read as such. */
  private deeper = 0;
  private hidden: Hidden | undefined;
  private head = false;
  /** How many elements of each name are open. */
  private readonly opened = new Map<string, number>();
  private is: TextBlock["is"] = "paragraph";
  private list = 0;
  private keeps = 0;
  private attributes: ReadonlyMap<string, string> = new Map();

  constructor(length: number, holds: (grid: Grid) => boolean) {
    this.length = length;
    this.holds = holds;
  }

  // What a page is.

  private get table(): OpenTable | undefined {
    return this.tables[this.tables.length - 1];
  }

  private get current(): Flow {
    const { table } = this;
    return table && (table.cell || table.caption) ? table.flow : this.flow;
  }

  say(text: string, from: number, to: number): void {
    if (this.hidden) {
      this.hidden.say(text);
      return;
    }
    if (this.head && /\S/.test(text)) this.head = false;
    const isTag = (this.opened.get("sub") ?? 0) > 0 && LOWERED_TAG.test(text);
    if (isTag) this.current.mark(RAISED);
    this.current.write(text, from, to, this.keeps > 0);
    if (isTag) this.current.mark(LOWERED);
  }

  open(name: string, from: number, to: number, attributes: ReadonlyMap<string, string>): void {
    this.attributes = attributes;
    if (this.hidden && !this.hidden.isEndedByOpening(name)) {
      if (!VOID_ELEMENTS.has(name)) this.hidden.opens(name);
      return;
    }
    this.hidden = undefined;
    this.head = name === "head" || (this.head && IN_HEAD.has(name));
    if (isHiding(name, this.attributes) || (this.head && name === "title")) {
      if (!VOID_ELEMENTS.has(name)) this.hidden = new Hidden(name);
      return;
    }
    if (!VOID_ELEMENTS.has(name)) this.opened.set(name, (this.opened.get(name) ?? 0) + 1);
    if (name === "br" || name === "break") this.current.break();
    else if (name === "sup") this.current.mark(RAISED);
    else if (ROWS.has(name)) this.openTable(name, from, to);
    else if (name === "li" || name === "list-item") this.item(from);
    else if (BREAKING.has(name)) this.part(name, from);
    if (name === "pre") this.keeps++;
    if (name === "ul" || name === "ol" || name === "list") this.list++;
  }

  close(name: string, to: number): void {
    const open = this.opened.get(name) ?? 0;
    if (this.hidden) {
      const closes = this.hidden.closes(name, open > 0);
      if (closes === "inner") return;
      this.hidden = undefined;
      if (closes === "own") return;
    }
    if (open > 0) this.opened.set(name, open - 1);
    if (name === "head") this.head = false;
    if (name === "sup") this.current.mark(LOWERED);
    else if (ROWS.has(name)) this.closeTable(name, to);
    else if (BREAKING.has(name)) this.part(`/${name}`, to);
    if (name === "pre" && this.keeps > 0) this.keeps--;
    if ((name === "ul" || name === "ol" || name === "list") && this.list > 0) this.list--;
  }

  private item(at: number): void {
    const { table } = this;
    if (table?.cell) table.flow.bullet("•", at);
    else {
      this.flush();
      this.is = "item";
    }
  }

  /** A new paragraph; what stands in a cell goes on in a new line. */
  private part(name: string, _at: number): void {
    const { table } = this;
    if (table?.cell || table?.caption) {
      table.flow.break();
      return;
    }
    this.flush();
    if (HEADINGS.has(name) || name === "title") this.is = "heading";
    else if (name === "figcaption" || name === "caption" || name === "label") this.is = "caption";
  }

  private flush(): void {
    const { from, to } = this.flow;
    const text = this.flow.take();
    if (text !== "" && from >= 0) {
      const is = this.is === "paragraph" && this.list > 0 ? "item" : this.is;
      this.blocks.push({ is, text, from, to, ...(is === "item" && { depth: this.list }) });
    }
    this.flow.clear();
    this.is = "paragraph";
  }

  private openTable(name: string, from: number, to: number): void {
    if (name === "table") {
      if (this.tables.length >= DEEPEST) {
        this.deeper++;
        this.current.break();
        return;
      }
      if (this.tables.length === 0) this.flush();
      this.tables.push({
        from,
        maker: new GridMaker(),
        before: [],
        inside: [],
        flow: new Flow(),
        cell: undefined,
        caption: false,
        foot: false,
      });
      return;
    }
    if (this.deeper > 0) {
      this.current.break();
      return;
    }
    if (name === "caption") {
      const { table } = this;
      if (table && !table.cell) table.caption = true;
      else if (!table) this.part(name, from);
      return;
    }
    if (this.table && (name === "thead" || name === "tbody" || name === "tfoot")) this.table.foot = name === "tfoot";
    if (name === "tr" || name === "td" || name === "th") {
      // Rows that were copied without their table.
      if (this.tables.length === 0) this.openTable("table", from, to);
      const { table } = this;
      if (!table) return;
      this.endCaption(table, from);
      this.endCell(table, from);
      if (name === "tr") {
        table.maker.beginRow(from, table.foot);
        return;
      }
      if (!table.maker.hasRow) table.maker.beginRow(from, table.foot);
      table.cell = {
        from,
        head: name === "th",
        rows: spanOf(this.attributes.get("rowspan")),
        columns: spanOf(this.attributes.get("colspan")),
        nested: [],
      };
    }
  }

  private closeTable(name: string, to: number): void {
    if (name === "table" && this.deeper > 0) {
      this.deeper--;
      this.current.break();
      return;
    }
    const { table } = this;
    if (!table || this.deeper > 0) return;
    if (name === "caption") this.endCaption(table, to);
    else if (name === "td" || name === "th") this.endCell(table, to);
    else if (name === "tr") {
      this.endCell(table, to);
      table.maker.endRow(to);
    } else if (name === "tfoot") table.foot = false;
    else if (name === "table") this.endTable(table, to);
  }

  private endCaption(table: OpenTable, to: number): void {
    if (!table.caption) return;
    table.caption = false;
    const text = table.flow.take();
    if (text !== "") table.before.push({ is: "caption", text, from: Math.max(0, table.flow.from), to });
    table.flow.clear();
  }

  private endCell(table: OpenTable, to: number): void {
    const { cell } = table;
    if (!cell) return;
    const text = table.flow.take();
    table.flow.clear();
    table.maker.add(text, cell.head, cell.rows, cell.columns, cell.from, to);
    table.cell = undefined;
  }

  /** A table within a cell is one of its own where it holds configurations; else its words are the cell's. */
  private endTable(table: OpenTable, to: number): void {
    this.endCaption(table, to);
    this.endCell(table, to);
    this.tables.pop();
    const grid = table.maker.done(to);
    const outer = this.table;
    if (!outer) {
      append(this.blocks, table.before);
      if (grid) this.blocks.push({ is: "table", grid, from: table.from, to });
      append(this.blocks, this.later.splice(0));
      return;
    }
    if (grid && this.holds(grid)) {
      append(this.later, table.before);
      this.later.push({ is: "table", grid, from: table.from, to });
      return;
    }
    const flow = outer.cell ? outer.flow : this.flow;
    const lines = table.before.map((block) => ("text" in block ? block.text : ""));
    for (const row of grid?.rows ?? []) {
      const cells = new Set(row.cells.filter((cell) => cell !== undefined && cell.from >= row.from));
      lines.push([...cells].map((cell) => cell?.text ?? "").join(" "));
    }
    for (const line of lines) {
      if (line.trim() === "") continue;
      flow.break();
      flow.write(line, table.from, to, true);
      flow.break();
    }
  }

  private readonly later: Block[] = [];

  done(): readonly Block[] {
    const to = this.length;
    while (this.table) this.endTable(this.table, to);
    this.flush();
    // What was hidden to the page's end may be the page.
    this.flow.write(this.hidden?.words() ?? "", to, to, false);
    this.flush();
    return this.blocks;
  }
}
