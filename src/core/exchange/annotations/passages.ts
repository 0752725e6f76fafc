/** A Markdown text as passages: paragraphs, items, headings, heads of callouts and rows of tables, with the depth of the quotation and of the list that they stand in. Linear in the text. */

export interface Passage {
  readonly is: "words" | "item" | "heading" | "callout" | "code" | "row";
  /** How many quotation marks stand before its lines. */
  readonly depth: number;
  /** The column of its words behind those marks. */
  readonly indent: number;
  /** Its lines; a paragraph of it ends at `\n`. Of code the first line is what stands behind the fence. */
  readonly text: string;
  /** Where in it the second of its lines begins, and those after that. */
  readonly breaks: readonly number[];
  /** Of a row its cells, and those of the head of its table. */
  readonly cells?: readonly string[];
  readonly head?: readonly string[];
  /** From 1. */
  readonly line: number;
  /** Whether nothing, not even an empty line of the same quotation, stands between it and the one before. */
  readonly isBeside: boolean;
  /** Whether an empty line outside any quotation stands before it. */
  readonly isApart: boolean;
}

interface Line {
  readonly depth: number;
  readonly indent: number;
  readonly marker: boolean;
  readonly words: string;
}

const ITEM = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;
/** Below the head of a table. */
const RULE = /^\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?)?$/;
const FENCE = /^(`{3,}|~{3,})/;

/** `from` leaves out lines, those of front matter. */
export function passagesOf(text: string, from = 0): readonly Passage[] {
  const made = new Made();
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  for (let at = from; at < lines.length; at++) {
    const line = readLine(lines[at] ?? "");
    const fence = FENCE.exec(line.words)?.[1];
    if (fence === undefined) {
      made.line(line, at + 1);
      continue;
    }
    const inside: string[] = [line.words.slice(fence.length).trim()];
    const begin = at + 1;
    for (at++; at < lines.length; at++) {
      const next = readLine(lines[at] ?? "", line.depth);
      if (next.depth < line.depth || isEnd(next.words, fence)) break;
      inside.push(next.words);
    }
    made.code(line, inside.join("\n"), begin);
    if (at < lines.length && readLine(lines[at] ?? "", line.depth).depth < line.depth) at--;
  }
  return made.done();
}

function isEnd(words: string, fence: string): boolean {
  const own = FENCE.exec(words.trim())?.[1];
  return own?.startsWith(fence) === true && own.length === words.trim().length;
}

/** `most` are the quotation marks that are read as such. */
function readLine(line: string, most = Number.POSITIVE_INFINITY): Line {
  let depth = 0;
  let indent = 0;
  let at = 0;
  for (; at < line.length; at++) {
    const sign = line.charAt(at);
    if (sign === ">" && depth < most) {
      depth++;
      indent = 0;
    } else if (sign === " ") indent++;
    else if (sign === "\t") indent += 4 - (indent % 4);
    else break;
  }
  const rest = line.slice(at).trimEnd();
  const marker = ITEM.exec(rest)?.[0];
  return {
    depth,
    indent,
    marker: marker !== undefined,
    words: marker === undefined ? rest : rest.slice(marker.length),
  };
}

type Begun = Omit<Passage, "text" | "breaks">;

class Made {
  private readonly passages: Passage[] = [];
  private open: { passage: Begun; lines: string[] } | undefined;
  /** The head of the table that is being read. */
  private head: readonly string[] | undefined;
  private isBeside = false;
  private isApart = true;
  private wasEmpty = false;

  line({ depth, indent, marker, words }: Line, line: number): void {
    if (words === "" && !marker) {
      this.wasEmpty = true;
      this.isBeside = false;
      this.isApart ||= depth === 0;
      this.head = undefined;
      return;
    }
    if (this.row(words, depth, indent, line)) return;
    const heading = !marker && /^#{1,6}(?:[ \t]|$)/.test(words);
    const callout = !marker && depth > 0 && words.startsWith("[!");
    const { open } = this;
    const isSame = open !== undefined && open.passage.depth === depth && !marker && !heading && !callout;
    if (isSame && (open.passage.is === "words" || open.passage.is === "item")) {
      const isFurther = open.passage.is === "item" && indent > open.passage.indent + 1;
      if (!this.wasEmpty || isFurther) {
        open.lines.push(this.wasEmpty ? `\n${words}` : words);
        this.wasEmpty = false;
        return;
      }
    }
    const is = heading ? "heading" : callout ? "callout" : marker ? "item" : "words";
    this.begin({ is, depth, indent, line, isBeside: this.isBeside, isApart: this.isApart }, words);
  }

  /** A line of a table; its head is the last line before the rule. */
  private row(words: string, depth: number, indent: number, line: number): boolean {
    const { open } = this;
    if (this.head) {
      if (words.includes("|") && open?.passage.is === "row" && open.passage.depth === depth) {
        const cells = cellsOf(words);
        const place = { depth, indent, line, isBeside: true, isApart: false };
        this.begin({ is: "row", cells, head: this.head, ...place }, words);
        return true;
      }
      this.head = undefined;
    }
    if (open?.passage.is !== "words" || open.passage.depth !== depth || this.wasEmpty || !RULE.test(words))
      return false;
    const above = open.lines.at(-1) ?? "";
    const head = cellsOf(above);
    if (!above.includes("|") || head.length !== cellsOf(words).length) return false;
    if (open.lines.length > 1) {
      open.lines.pop();
      this.begin({ ...open.passage, is: "row", cells: head, head, line: line - 1 }, above);
    } else open.passage = { ...open.passage, is: "row", cells: head, head };
    this.head = head;
    return true;
  }

  code({ depth, indent }: Line, text: string, line: number): void {
    this.begin({ is: "code", depth, indent, line, isBeside: this.isBeside, isApart: this.isApart }, text);
    this.end();
  }

  private begin(passage: Begun, words: string): void {
    this.end();
    this.open = { passage, lines: [words] };
    this.isBeside = true;
    this.isApart = false;
    this.wasEmpty = false;
  }

  private end(): void {
    const { open } = this;
    this.open = undefined;
    if (!open) return;
    const breaks: number[] = [];
    let text = "";
    for (const [index, line] of open.lines.entries()) {
      const isParagraph = line.startsWith("\n");
      if (index > 0 && !isParagraph) text += " ";
      if (index > 0) breaks.push(text.length + (isParagraph ? 1 : 0));
      text += line;
    }
    this.passages.push({ ...open.passage, text, breaks });
  }

  done(): readonly Passage[] {
    this.end();
    return this.passages;
  }
}

/** The cells of a line of a table, a stroke in them without its escape. */
function cellsOf(words: string): readonly string[] {
  const inner = words
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll("\\|", "|").trim());
}
