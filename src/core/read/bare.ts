/**
 * Letters of roles that no colon follows: `C – words`, `C   words`, `C1 words`. They are labels only where several of them stand in order at the beginnings of lines
 * or cells: “C difficile”, “M phase” and “O blood group” are words. Such labels are given their colon, and read as any other.
 */

import { readHead } from "../syntax/roles.ts";
import type { Block } from "./blocks.ts";
import type { Cell, Grid, GridRow } from "./grid.ts";
import { areContributions, areNames } from "./ordinary.ts";
import { EVERY } from "./schemes.ts";

const LABEL =
  /^(\s*(?:[•·▪●○■□◦‣*+–—-]\s+)?(?:\*\*|__)?)(?:([CMOIAS])(\d{0,2}[a-z]?)|(Contexts?|Mechanisms?|Outcomes?)(\s?\d{0,2}))(?:\*\*|__)?(\s?[–—-]\s+|\s?[–—](?=\p{Lu})|\s*\t\s*| +)(?=[\p{L}\d“"'‘([<])/u;
/** So many lines a label's words may go on for. */
const MOST_LINES = 8;

interface Found {
  readonly at: number;
  readonly role: string;
  /** Labels of one run look alike. */
  readonly look: "dash" | "gap" | "number" | "letter" | "word";
  /** Whether it must stand in the line below the one before it. */
  readonly close: boolean;
  readonly text: string;
  /** What stands behind the label. */
  readonly words: string;
}

function labelAt(line: string, at: number, words: boolean): Found | undefined {
  const found = LABEL.exec(line.length > 400 ? line.slice(0, 400) : line);
  if (!found) return undefined;
  const [all, lead = "", letter = "", number = "", word = "", count = "", sign = ""] = found;
  const rest = line.slice(all.length);
  // A key: `C – context`.
  if (rest.length < 60 && readHead(rest.trim().replace(/[.;,]$/, ""), EVERY)) return undefined;
  const isCapital = /^["“'‘([<]?[\p{Lu}\d]/u.test(rest);
  const look = lookOf(sign, word, number);
  if (look === "letter" && !isCapital) return undefined;
  if (word !== "" && look !== "dash" && (!words || VERB.test(rest) || !/^["“'‘\p{L}\d]/u.test(rest))) return undefined;
  const close = look === "letter" || look === "word" || (look === "number" && !isCapital);
  const role = letter === "" ? word.charAt(0) : letter;
  const label = `${letter}${number}${word}${count.trimEnd()}`;
  return { at, role, look, close, words: rest, text: `${lead.replace(/\*\*|__/g, "")}${label}: ${rest}` };
}

/** `Outcomes are …`: a sentence about the role. */
const VERB =
  /^(?:is|are|was|were|has|have|had|may|can|could|will|would|should|must|matters?|refers?|means?|includes?|influences?|shapes?|affects?|and|or|of|in|for|that|which|who|when|where|within|from|to|at|by|on|as|mechanisms?|outcomes?|contexts?|configurations?)(?![\p{L}])/iu;

function lookOf(sign: string, word: string, number: string): Found["look"] {
  if (/[–—-]/.test(sign)) return "dash";
  if (/\t|\s{2}/.test(sign)) return "gap";
  if (word !== "") return "word";
  return number === "" ? "letter" : "number";
}

/** The lines, with a colon behind the labels of each run; the same array where there is none. `words` says that words for roles may be labels too, as in a cell. */
export function withColons(lines: readonly string[], words = false): readonly string[] {
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
    const found = labelAt(line, at, words);
    const last = run[run.length - 1];
    if (last && (at - last.at > MOST_LINES || (found && found.look !== last.look))) end();
    if (found) run.push(found);
  }
  end();
  return made ?? lines;
}

/** A context, a mechanism and an outcome after one another; letters alone, words, and small words behind a number, must stand line by line. */
function isRun(run: readonly Found[]): boolean {
  if (run.length < 3) return false;
  const order = [...new Set(run.map(({ role }) => role))].filter((role) => "CMO".includes(role)).join("");
  if (order !== "CMO") return false;
  const words = run.map(({ words }) => words);
  if (areContributions(words) || (run[0]?.look === "letter" && areNames(words))) return false;
  return run.every((each, index) => !each.close || index === 0 || each.at === (run[index - 1]?.at ?? 0) + 1);
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
    const all = blocks.map((block) =>
      block.is === "table" || block.is === "heading" || block.text.includes("\n") ? "" : block.text,
    );
    const made = withColons(all);
    if (made !== all) texts = made;
  }
  return blocks.map((block, at): Block => {
    if (block.is === "table") return { ...block, grid: grid(block.grid) };
    const text = texts?.[at] || withLines(block.text, false);
    return text === block.text ? block : { ...block, text };
  });
}

function withLines(text: string, words: boolean): string {
  if (!text.includes("\n")) return text;
  const lines = text.split("\n");
  const made = withColons(lines, words);
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
      change(cell, made === texts ? withLines(cell.text, true) : (made[at] ?? cell.text));
  }
  if (!changed) return { width, rows };
  const row = (each: GridRow): GridRow => ({
    ...each,
    cells: each.cells.map((cell) => cell && (cells.get(cell) ?? cell)),
  });
  return { width, rows: rows.map(row) };
}
