/** A Markdown text as passages: paragraphs, items, headings and heads of callouts, with the depth of the quotation and of the list that they stand in. Linear in the text. */

export interface Passage {
  readonly is: "words" | "item" | "heading" | "callout" | "code";
  /** How many quotation marks stand before its lines. */
  readonly depth: number;
  /** The column of its words behind those marks. */
  readonly indent: number;
  /** Its lines; a paragraph of it ends at `\n`. Of code the first line is what stands behind the fence. */
  readonly text: string;
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

class Made {
  private readonly passages: Passage[] = [];
  private open: { passage: Omit<Passage, "text">; lines: string[] } | undefined;
  private isBeside = false;
  private isApart = true;
  private wasEmpty = false;

  line({ depth, indent, marker, words }: Line, line: number): void {
    if (words === "" && !marker) {
      this.wasEmpty = true;
      this.isBeside = false;
      this.isApart ||= depth === 0;
      return;
    }
    const heading = !marker && /^#{1,6}(?:[ \t]|$)/.test(words);
    const callout = !marker && depth > 0 && words.startsWith("[!");
    const { open } = this;
    const isSame = open !== undefined && open.passage.depth === depth && !marker && !heading && !callout;
    if (isSame && open.passage.is !== "heading" && open.passage.is !== "callout") {
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

  code({ depth, indent }: Line, text: string, line: number): void {
    this.begin({ is: "code", depth, indent, line, isBeside: this.isBeside, isApart: this.isApart }, text);
    this.end();
  }

  private begin(passage: Omit<Passage, "text">, words: string): void {
    this.end();
    this.open = { passage, lines: [words] };
    this.isBeside = true;
    this.isApart = false;
    this.wasEmpty = false;
  }

  private end(): void {
    if (this.open)
      this.passages.push({ ...this.open.passage, text: this.open.lines.join(" ").replaceAll(" \n", "\n") });
    this.open = undefined;
  }

  done(): readonly Passage[] {
    this.end();
    return this.passages;
  }
}
