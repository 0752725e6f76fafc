/**
 * Text as it is typed or copied from a PDF, and Markdown: paragraphs whose lines were broken, items, headings, tables of bars, of tabs, and of columns that
 * blanks keep apart.
 */

import { alignedTable, looksAligned } from "./aligned.ts";
import { withColons } from "./bare.ts";
import type { Block, TextBlock } from "./blocks.ts";
import { folded, LOWERED, plainChars, RAISED, withoutEnd } from "./chars.ts";
import { flattenedTable } from "./flattened.ts";
import { gridOf } from "./grid.ts";
import { openerAt } from "./openers.ts";
import { withoutPageEnds } from "./pages.ts";
import { separated } from "./separated.ts";

export interface SourceLine {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Where code begins and ends: what stands in it is read as any other text. */
const FENCE = /^\s*(?:`{3,}|~{3,})[\w-]{0,20}\s*$/;
const HEADING = /^ {0,3}(#{1,6})[ \t]+(?=\S)(.*)$/;
const UNDERLINE = /^ {0,3}(?:=+|-{3,})\s*$/;
const BULLET = /^\s*(?:[•·▪●○■□◦‣–—*+-]|o(?=\s{2})|§)\s+(?=\S)/;
const NUMBER = /^\s*(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])\s+(?=\S)/;
const BARS = /^\s*\|.*\|\s*$|^[^|]+\|[^|]+\|/;
const RULE = /^[\s:|+=-]{3,}$/;

/** The blocks of a text; `markdown` says that emphasis, links and escapes are markup. */
export function readPlain(text: string, markdown: boolean): readonly Block[] {
  const plain = markdown ? withoutComments(linesOf(text)).map(unquoted) : withoutPageEnds(linesOf(text));
  const lines = labelled(plain.map(defined));
  const blocks: Block[] = [];
  let open:
    | { is: TextBlock["is"]; readonly lines: string[]; readonly from: number; to: number; readonly depth?: number }
    | undefined;
  const close = (): void => {
    const text = open?.lines.join("").trim() ?? "";
    if (open && text !== "")
      blocks.push({
        is: open.is,
        text: folded(inline(text, markdown)),
        from: open.from,
        to: open.to,
        ...(open.depth !== undefined && { depth: open.depth }),
      });
    open = undefined;
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as SourceLine;
    if (line.text.trim() === "" || FENCE.test(line.text)) {
      close();
      continue;
    }
    const table = tableAt(lines, at, markdown);
    if (table) {
      close();
      const rows = table.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => folded(inline(cell, markdown))),
      }));
      const grid = gridOf(rows);
      if (grid) blocks.push({ is: "table", grid, from: line.from, to: (lines[table.end - 1] as SourceLine).to });
      at = table.end - 1;
      continue;
    }
    const heading = HEADING.exec(line.text);
    if (heading) {
      close();
      blocks.push({
        is: "heading",
        text: folded(inline(withoutEnd(heading[2] ?? "", isHash), markdown)),
        from: line.from,
        to: line.to,
      });
      continue;
    }
    if (open?.is === "paragraph" && markdown && UNDERLINE.test(line.text) && open.lines.length === 1) {
      open.is = "heading";
      close();
      continue;
    }
    const bullet = BULLET.exec(line.text);
    const marker = bullet ?? NUMBER.exec(line.text);
    if (marker) {
      close();
      const words = bullet ? line.text.slice(bullet[0].length) : line.text.trim();
      open = { is: "item", lines: [words.trim()], from: line.from, to: line.to, depth: depthOf(line.text) };
      continue;
    }
    if (
      open &&
      !(
        BEGINS.test(line.text) ||
        ROLE_ALONE.test(line.text.trim()) ||
        (open.lines.length === 1 && endsEarly(open.lines[0] ?? "", line.text))
      )
    ) {
      join(open.lines, line.text.trim(), /(?: {2}|\\)$/.test(lines[at - 1]?.text ?? "") && markdown);
      open.to = line.to;
      continue;
    }
    close();
    open = { is: "paragraph", lines: [line.text.trim()], from: line.from, to: line.to };
  }
  close();
  return blocks;
}

/** How many blanks stand before an item; a tab is as wide as four. */
function depthOf(line: string): number {
  const blanks = line.slice(0, line.length - line.trimStart().length);
  return blanks.length + 3 * (blanks.split("\t").length - 1);
}

/** The lines without comments of several lines, which nobody is shown; one that is never closed is text. */
function withoutComments(lines: readonly SourceLine[]): readonly SourceLine[] {
  const last = lines.findLastIndex(({ text }) => text.includes("-->"));
  const shown: SourceLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as SourceLine;
    if (at < last && /^ {0,3}<!--/.test(line.text) && !line.text.includes("-->")) {
      while (!lines[at]?.text.includes("-->")) at++;
      const { text, from, to } = lines[at] as SourceLine;
      // What stands behind it in its last line is shown.
      shown.push({ text: text.slice(text.indexOf("-->") + 3), from, to });
    } else shown.push(line);
  }
  return shown;
}

function isHash(sign: string): boolean {
  return sign === "#" || sign === " " || sign === "\t";
}

/** A line that begins something of its own though no empty line stands before it: a label or an id. */
const BEGINS =
  /^\s*(?:\*\*|__)?(?:(?:Key |Main )?(?:Contexts?|Mechanisms?|Outcomes?|Interventions?|Strateg(?:y|ies)|Actors?|Contextos?|Contextes?|Kontext|Mecanismos?|Mécanismes?|Mechanism(?:us|en)|Resultados?|Résultats?|Ergebnisse?|Uitkomst(?:en)?|Mechanismen?|Resources?|Reasoning|Responses?)(?:\s?\([^()\n]{1,30}\))?\s?\d{0,2}(?:\s?[:=]|\s[–—-]\s)|[CMOIAS]\d{0,2}[a-z]?\s?[:=]\s|(?:[CIAS]{1,4}MO|ICAMO|CMO)(?:Cs?|c)?s?(?:\s+configurations?)?\s?[-#]?\s?\d|(?:I?PT|[Pp]rogram(?:me)? [Tt]heory|[Hh]ypothesis|[Pp]roposition|[Cc]onfiguration|Demi-?regularity)\s?(?:\d|[A-Z](?![\p{L}]))|Box \d|Table \d|Figure \d)/u;
/** Whether a line is a title of its own: `Table 2`, or an id and a few words over a statement. */
function endsEarly(line: string, next: string): boolean {
  if (ENDS_EARLY.test(line) || ROLE_ALONE.test(line)) return true;
  if (line.length > 70 || /[.,;(–—-]$/.test(line) || !/^\s*\p{Lu}/u.test(next) || LABEL_IN.test(line)) return false;
  const opener = openerAt(line);
  return opener !== undefined && (opener.parted || opener.end >= line.length);
}

/** A label among the words of a line, or at its end: the line was broken anywhere. */
const LABEL_IN = /[\s(*_](?:(?:[Cc]ontext|[Mm]echanism|[Oo]utcome)s?|[CMO])(?:\s?\d{1,2}[a-z]?)?[*_]{0,3}\s?[:=]/;

/** A role that has a line of its own: its words stand below it. */
const ROLE_ALONE = /^[*_]{0,3}(?:Contexts?|Mechanisms?|Outcomes?)\s?:?[*_]{0,3}:?$/;
const ENDS_EARLY = /^(?:(?:Table|Box|Figure)\s\d+[.:]?|References|Bibliography)$/;

/** Adds a line; a word that was parted at the end of the one before it is one again. */
function join(lines: string[], line: string, breaks: boolean): void {
  const before = lines[lines.length - 1] ?? "";
  if (breaks) lines.push(`\n${line}`);
  else if (/\p{Ll}[-‐]$/u.test(before.slice(-2)) && /^\p{Ll}/u.test(line)) {
    lines[lines.length - 1] = before.slice(0, -1);
    lines.push(line);
  } else lines.push(` ${line}`);
}

function linesOf(text: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let from = 0;
  const pattern = /\r\n|\r|\n|\f/g;
  for (let found = pattern.exec(text); ; found = pattern.exec(text)) {
    const to = found?.index ?? text.length;
    lines.push({ text: text.slice(from, to), from, to });
    if (!found) return lines;
    from = to + found[0].length;
  }
}

/** The lines, with a colon behind letters that are labels. */
function labelled(lines: readonly SourceLine[]): readonly SourceLine[] {
  const texts = lines.map(({ text }) => text);
  const made = withColons(texts);
  return made === texts ? lines : lines.map((line, at) => ({ ...line, text: made[at] ?? line.text }));
}

/** A line of a quoted block, without the sign before it. */
function unquoted(line: SourceLine): SourceLine {
  const sign = /^ {0,3}(?:> ?){1,6}/.exec(line.text);
  return sign ? { ...line, text: line.text.slice(sign[0].length) } : line;
}

/** The words of a definition, without the sign before them, where the term is a role. */
function defined(line: SourceLine, at: number, lines: readonly SourceLine[]): SourceLine {
  const sign = at > 0 ? /^ {0,3}[:~] +(?=\S)/.exec(line.text) : null;
  if (!sign || !ROLE_ALONE.test(lines[at - 1]?.text.trim() ?? "")) return line;
  return { ...line, text: line.text.slice(sign[0].length) };
}

interface TableRead {
  readonly rows: readonly { readonly from: number; readonly to: number; readonly cells: readonly string[] }[];
  /** The line after it. */
  readonly end: number;
}

function tableAt(lines: readonly SourceLine[], at: number, markdown: boolean): TableRead | undefined {
  const { text } = lines[at] as SourceLine;
  if (text.includes("|") && BARS.test(text)) return barsAt(lines, at);
  if (text.includes("\t")) return tabsAt(lines, at);
  if (markdown) return undefined;
  return looksAligned(text) ? alignedTable(lines, at) : flattenedTable(lines, at);
}

function barsAt(lines: readonly SourceLine[], at: number): TableRead | undefined {
  const rows: TableRead["rows"][number][] = [];
  let end = at;
  for (; end < lines.length; end++) {
    const line = lines[end] as SourceLine;
    if (!line.text.includes("|") || line.text.trim() === "") break;
    if (RULE.test(line.text)) continue;
    rows.push({ from: line.from, to: line.to, cells: barCells(line.text) });
  }
  return end - at > 1 ? { rows, end } : undefined;
}

function barCells(line: string): readonly string[] {
  const cells: string[] = [];
  let from = 0;
  let code = false;
  const text = line.trim();
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === "\\") at++;
    else if (sign === "`") code = !code;
    else if (sign === "|" && !code) {
      cells.push(text.slice(from, at));
      from = at + 1;
    }
  }
  cells.push(text.slice(from));
  if (text.startsWith("|")) cells.shift();
  if (cells.length > 1 && (cells[cells.length - 1] ?? "").trim() === "" && text.endsWith("|")) cells.pop();
  return cells.map((cell) => plainChars(cell).trim().replaceAll("\\|", "|"));
}

/** Lines with tabs, as a spreadsheet copies them; a line without any goes on in the cell before it. */
function tabsAt(lines: readonly SourceLine[], at: number): TableRead | undefined {
  let end = at;
  let last = at;
  while (end < lines.length && (lines[end] as SourceLine).text.trim() !== "") {
    if ((lines[end] as SourceLine).text.includes("\t")) last = end;
    end++;
  }
  if (last === at) return undefined;
  const rows: { from: number; to: number; cells: string[] }[] = [];
  for (let index = at; index <= last; index++) {
    const line = lines[index] as SourceLine;
    const row = rows[rows.length - 1];
    if (line.text.includes("\t") || !row)
      rows.push({ from: line.from, to: line.to, cells: [...(separated(line.text, "\t")[0]?.cells ?? [])] });
    else {
      row.cells[row.cells.length - 1] =
        `${row.cells[row.cells.length - 1] ?? ""} ${plainChars(line.text).trim()}`.trim();
      row.to = line.to;
    }
  }
  return { rows, end: last + 1 };
}

const ENTITIES: { readonly [name: string]: string } = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  rarr: "→",
};

/** Words without Markdown's markup. Raised words are marked; what is broken on purpose is a line. */
function inline(text: string, markdown: boolean): string {
  const plain = plainChars(text);
  let words = plain;
  if (/<\/?[a-z]/i.test(words)) {
    words = words
      .replace(/<br\s*\/?>/gi, "\n")
      .replace(/<sup>/gi, RAISED)
      .replace(/<\/sup>/gi, LOWERED)
      .replace(/<\/?(?:b|i|em|strong|u|sub|span|p|font|small|mark)\b[^<>]{0,500}>/gi, "");
  }
  if (!markdown) return words;
  return words
    .replace(/<!--[\s\S]*?-->/g, " ")
    .replace(/!?\[([^[\]\n]{0,400})\]\((?:[^()\s]{1,400})(?:\s"[^"\n]{0,200}")?\)/g, "$1")
    .replace(/\^(\d{1,3}(?:[,–-]\d{1,3}){0,20})\^/g, `${RAISED}$1${LOWERED}`)
    .replace(/(\*\*|__)(\S(?:[^\n]{0,2000}?\S)??)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_\n]{1,2000}?)\1(?![\p{L}\p{N}])/gu, "$2")
    .replace(/`([^`\n]{1,400})`/g, "$1")
    .replace(/&(amp|lt|gt|quot|nbsp|ndash|mdash|rarr);/g, (all, name: string) => ENTITIES[name] ?? all)
    .replace(/\\([\\`*_{}[\]()#+.!|<>~-])/g, "$1")
    .replace(/^> ?/gm, "");
}
