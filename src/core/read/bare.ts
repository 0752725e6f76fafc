/**
 * Letters of roles that no colon follows: `C – words`, `C   words`, `C1 words`. They are labels only where several of them stand in order at the beginnings of lines
 * or cells: “C difficile”, “M phase” and “O blood group” are words. Such labels are given their colon, and read as any other.
 */

import { readHead } from "../syntax/roles.ts";
import type { Block } from "./blocks.ts";
import type { Cell, Grid, GridRow } from "./grid.ts";
import { EVERY } from "./schemes.ts";

const LABEL =
  /^(\s*(?:[•·▪●○■□◦‣*+–—-]\s+)?(?:\*\*|__)?)([CMOIAS])(\d{0,2}[a-z]?)(?:\*\*|__)?(\s?[–—-]\s+|\s?[–—](?=\p{Lu})|\s*\t\s*| +)(?=[\p{L}\d“"'‘([<])/u;
/** So many lines a label's words may go on for. */
const MOST_LINES = 8;

interface Found {
  readonly at: number;
  readonly role: string;
  /** Labels of one run look alike. */
  readonly look: "dash" | "gap" | "number" | "small" | "letter";
  readonly text: string;
}

function labelAt(line: string, at: number): Found | undefined {
  const found = LABEL.exec(line.length > 400 ? line.slice(0, 400) : line);
  if (!found) return undefined;
  const [all, lead = "", role = "", number = "", sign = ""] = found;
  const rest = line.slice(all.length);
  // A key: `C – context`.
  if (rest.length < 60 && readHead(rest.trim().replace(/[.;,]$/, ""), EVERY)) return undefined;
  const isCapital = /^["“'‘([<]?[\p{Lu}\d]/u.test(rest);
  const look = /[–—-]/.test(sign)
    ? "dash"
    : /\t|\s{2}/.test(sign)
      ? "gap"
      : number === ""
        ? "letter"
        : isCapital
          ? "number"
          : "small";
  if (look === "letter" && !isCapital) return undefined;
  return { at, role, look, text: `${lead.replace(/\*\*|__/g, "")}${role}${number}: ${rest}` };
}

/** The lines, with a colon behind the labels of each run; the same array where there is none. */
export function withColons(lines: readonly string[]): readonly string[] {
  let made: string[] | undefined;
  let run: Found[] = [];
  const end = (): void => {
    if (isRun(run)) {
      made ??= [...lines];
      for (const each of run) made[each.at] = each.text;
    }
    run = [];
  };
  for (const [at, line] of lines.entries()) {
    const found = labelAt(line, at);
    const last = run[run.length - 1];
    if (last && (at - last.at > MOST_LINES || (found && found.look !== last.look))) end();
    if (found) run.push(found);
  }
  end();
  return made ?? lines;
}

/** A context, a mechanism and an outcome after one another; letters alone, and small words behind a number, must stand line by line. */
function isRun(run: readonly Found[]): boolean {
  if (run.length < 3) return false;
  const order = [...new Set(run.map(({ role }) => role))].filter((role) => "CMO".includes(role)).join("");
  if (order !== "CMO") return false;
  const [first] = run;
  if (first?.look !== "letter" && first?.look !== "small") return true;
  return run.every((each, index) => each.at === first.at + index);
}

const MAY_BE = /(?:^|[;.|\n]\s*)[CMO]\d{0,2}[a-z]?\s?[\s–—-]/;

/** A text whose parts, between semicolons or stops, each begin with such a label. */
export function withInnerColons(text: string): string {
  if (text.length > 4000 || !MAY_BE.test(text)) return text;
  const parts = text.split(/((?<=[;.])\s+|\n)/);
  const words = parts.filter((_, at) => at % 2 === 0);
  const made = withColons(words);
  if (made === words) return text;
  return parts.map((part, at) => (at % 2 === 0 ? (made[at / 2] ?? part) : part)).join("");
}

/** The blocks with such labels given a colon: in cells, in rows, and, of a page, in paragraphs. */
export function relabelled(blocks: readonly Block[], isPage: boolean): readonly Block[] {
  let texts: readonly string[] | undefined;
  if (isPage) {
    const all = blocks.map((block) => (block.is === "table" || block.text.includes("\n") ? "" : block.text));
    const made = withColons(all);
    if (made !== all) texts = made;
  }
  return blocks.map((block, at): Block => {
    if (block.is === "table") return { ...block, grid: grid(block.grid) };
    const text = texts?.[at] || withLines(block.text);
    return text === block.text ? block : { ...block, text };
  });
}

function withLines(text: string): string {
  if (!text.includes("\n")) return text;
  const lines = text.split("\n");
  const made = withColons(lines);
  return made === lines ? text : made.join("\n");
}

function grid({ width, rows }: Grid): Grid {
  const cells = new Map<Cell, Cell>();
  let changed = false;
  const change = (cell: Cell, text: string): void => {
    if (text !== cell.text) {
      cells.set(cell, { ...cell, text });
      changed = true;
    }
  };
  for (const row of rows) {
    const own = [...new Set(row.cells)].filter((cell): cell is Cell => cell !== undefined);
    const texts = own.map(({ text }) => text);
    const made = withColons(texts);
    for (const [at, cell] of own.entries())
      change(cell, made === texts ? withLines(cell.text) : (made[at] ?? cell.text));
  }
  if (!changed) return { width, rows };
  const row = (each: GridRow): GridRow => ({
    ...each,
    cells: each.cells.map((cell) => cell && (cells.get(cell) ?? cell)),
  });
  return { width, rows: rows.map(row) };
}
