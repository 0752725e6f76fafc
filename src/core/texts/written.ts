/** The lines of pages as a text: paragraphs apart, and what is shown and not compared told. */
import type { Skipped } from "../quotes/fold.ts";
import type { Span } from "../text.ts";
import type { Run } from "./pieces.ts";
import type { Row } from "./reading-order.ts";

/** A line this far below the one before it, in sizes of type, begins a paragraph. */
const PARAGRAPH = 1.9;

/** What a line is: heads and feet of pages are not compared, notes are where they do not stand in the way. */
export type Sort = "text" | "note" | "furniture";

export class Written {
  readonly pages: { readonly start: number; readonly label: string | undefined }[] = [];
  readonly skipped: Skipped[] = [];
  private readonly lines: string[] = [];
  private length = 0;
  private before: Row | undefined;

  page(label: string | undefined): void {
    if (this.length > 0) this.add("\n");
    this.pages.push({ start: this.length, label });
    this.before = undefined;
  }

  /** A line, and the number that stands in the margin beside it. */
  row(row: Row, sort: Sort, number?: Run): void {
    if (this.before && isParagraph(this.before, row)) this.add("\n");
    this.before = row;
    const start = this.length;
    const aside: Span[] = [];
    const isLeft = number !== undefined && number.x < (row[0]?.x ?? 0);
    const runs = number === undefined ? row : isLeft ? [number, ...row] : [...row, number];
    let at = start;
    for (const run of runs) {
      const { text, raised } = run;
      if (run === number) aside.push({ start: at, end: at + text.length });
      else for (const span of raised) aside.push({ start: at + span.start, end: at + span.end });
      at += text.length + 1;
    }
    this.add(`${runs.map(({ text }) => text).join(" ")}\n`);
    if (sort === "furniture") this.skipped.push({ start, end: this.length });
    else if (sort === "text") for (const span of aside) this.skipped.push(span);
    else this.note(start, aside);
  }

  get text(): string {
    return this.lines.join("");
  }

  /** A line of a note but for what is not compared in it. */
  private note(start: number, aside: readonly Span[]): void {
    let at = start;
    for (const span of aside) {
      if (span.start > at) this.noted(at, span.start);
      this.skipped.push(span);
      at = span.end;
    }
    this.noted(at, this.length);
  }

  /** Lines of a note that follow each other are one. */
  private noted(start: number, end: number): void {
    const last = this.skipped[this.skipped.length - 1];
    const isOn =
      last?.isNote === true && /^\s*$/.test(this.lines.at(-2) ?? "") ? last.end >= start - 1 : last?.end === start;
    if (last?.isNote && isOn) this.skipped[this.skipped.length - 1] = { ...last, end };
    else this.skipped.push({ start, end, isNote: true });
  }

  private add(words: string): void {
    this.lines.push(words);
    this.length += words.length;
  }
}

function isParagraph(before: Row, row: Row): boolean {
  const [above, below] = [before[0], row[0]];
  if (!above || !below) return false;
  const down = below.y - above.y;
  // A line that stands higher begins a column.
  return down > PARAGRAPH * Math.max(above.height, below.height);
}
