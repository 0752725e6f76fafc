/** The words of an extract's block quotes, and where each of them stands: as the model joins them, with the places kept. */
import { blocksOfPiece } from "../../model/parts/blocks.ts";
import { Ground, type Run } from "../../quotes/ground.ts";
import type { Block, Inline } from "../../syntax/blocks.ts";
import type { Span } from "../../text.ts";

/** The quotes of an extract that is a piece of its own; undefined where it has none. Places are relative to the piece. Linear in its text. */
export function quoteGround(text: string): Ground | undefined {
  const made = new Made(text);
  for (const block of blocksOfPiece(text)) {
    if (block.type !== "quote") continue;
    made.part("\n…\n");
    const before = made.length;
    for (const each of block.blocks) made.words(each);
    if (made.length === before) for (const each of block.blocks) if (each.type === "code") made.code(each);
  }
  return made.ground();
}

/** Lines in a quote begin with its marks. */
const MARKS = /^[\s>]*/;
const FENCE = /^\s*(?:```|~~~)/;

class Made {
  private readonly source: string;
  private text = "";
  private readonly runs: Run[] = [];
  /** What stands before the next words. */
  private gap = "";

  constructor(source: string) {
    this.source = source;
  }

  get length(): number {
    return this.text.length;
  }

  part(gap: string): void {
    if (this.text !== "") this.gap = gap;
  }

  words(block: Block): void {
    if (block.type === "paragraph" || block.type === "heading") this.inline(block.inline);
    else if (block.type === "quote") for (const each of block.blocks) this.words(each);
    else if (block.type === "list") for (const item of block.items) for (const each of item.blocks) this.words(each);
    else if (block.type === "table")
      for (const row of block.rows) {
        for (const cell of row.cells) this.inline(cell, " ");
        this.part("\n");
      }
  }

  /** The words of a fenced or indented block. */
  code({ start, end }: Span): void {
    let at = start;
    for (const line of this.source.slice(start, end).split(/(?<=\n|\r(?!\n))/)) {
      const marks = MARKS.exec(line)?.[0].length ?? 0;
      const words = line.slice(marks).trimEnd();
      if (words !== "" && !FENCE.test(words)) {
        this.add(words, at + marks);
        this.part("\n");
      }
      at += line.length;
    }
  }

  private inline({ text, start, runs }: Inline, after = "\n"): void {
    if (text.trim() === "") return;
    if (runs === undefined) this.add(text, start);
    else
      for (let index = 0; index < runs.length; index += 2)
        this.add(text.slice(runs[index], runs[index + 2] ?? text.length), runs[index + 1] ?? start);
    this.part(after);
  }

  private add(words: string, at: number): void {
    if (words === "") return;
    this.text += this.gap;
    this.gap = "";
    this.runs.push({ from: this.text.length, at, length: words.length });
    this.text += words;
  }

  ground(): Ground | undefined {
    return this.text === "" ? undefined : new Ground(this.text, this.runs);
  }
}
