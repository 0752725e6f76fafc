/** The text of a PDF from the pieces on its pages: in the order in which it is read, its lines as they are set, its heads and feet in place but not compared. */
import type { Skipped } from "../quotes/fold.ts";
import { towardsRight } from "./direction.ts";
import { firstFolio, furnitureOf } from "./furniture.ts";
import type { HeldText } from "./held-text.ts";
import { notesOf, sizeOf } from "./notes.ts";
import { type PiecesOfPage, type Run, runsOf } from "./pieces.ts";
import { type Row, readingOrder, rowsOf } from "./reading-order.ts";

/** A line this far below the one before it, in sizes of type, begins a paragraph. */
const PARAGRAPH = 1.9;

/** Linear in the pieces but for what sorting takes. */
export function textOfPages(pages: readonly PiecesOfPage[]): HeldText {
  const set = pages.map(({ height, pieces }) => ({ height, runs: towardsRight(runsOf(pieces)) }));
  const furniture = furnitureOf(set);
  const size = sizeOf(set.flatMap(({ runs }) => runs));
  const made = new Made();
  for (const [index, { height, runs }] of set.entries()) {
    made.page(pages[index]?.label);
    const aside = furniture[index] ?? new Set();
    const isAbove = ({ y }: Run): boolean => y < height / 2;
    for (const row of rowsOf([...aside].filter(isAbove))) made.row(row, true);
    const rows = readingOrder(runs.filter((run) => !aside.has(run)));
    const notes = notesOf(rows, size, height);
    for (const row of rows) made.row(row, false, notes.has(row));
    for (const row of rowsOf([...aside].filter((run) => !isAbove(run)))) made.row(row, true);
    // What lies on its side is passed over by a sentence that goes on over it, as a note is.
    for (const pieces of pages[index]?.turned ?? [])
      for (const row of readingOrder(towardsRight(runsOf(pieces)))) made.row(row, false, true);
  }
  const unread = pages.filter(({ height, isCut }) => height === 0 || isCut).length;
  return { ...made.held(), folio: firstFolio(furniture), ...(unread > 0 && { unread }) };
}

class Made {
  private readonly lines: string[] = [];
  private length = 0;
  private readonly pages: { start: number; label: string | undefined }[] = [];
  private readonly skipped: Skipped[] = [];
  private before: Row | undefined;

  page(label: string | undefined): void {
    if (this.length > 0) this.add("\n");
    this.pages.push({ start: this.length, label });
    this.before = undefined;
  }

  row(row: Row, isFurniture: boolean, isNote = false): void {
    if (this.before && isParagraph(this.before, row)) this.add("\n");
    this.before = row;
    const start = this.length;
    let at = start;
    for (const { text, raised } of row) {
      if (!isFurniture && !isNote)
        for (const span of raised) this.skipped.push({ start: at + span.start, end: at + span.end });
      at += text.length + 1;
    }
    this.add(`${row.map(({ text }) => text).join(" ")}\n`);
    if (isFurniture) this.skipped.push({ start, end: this.length });
    if (isNote) this.note(start);
  }

  /** Lines of a note that follow each other are one. */
  private note(start: number): void {
    const last = this.skipped[this.skipped.length - 1];
    const isOn =
      last?.isNote === true && /^\s*$/.test(this.lines.at(-2) ?? "") ? last.end === start - 1 : last?.end === start;
    if (last?.isNote && isOn) this.skipped[this.skipped.length - 1] = { ...last, end: this.length };
    else this.skipped.push({ start, end: this.length, isNote: true });
  }

  private add(words: string): void {
    this.lines.push(words);
    this.length += words.length;
  }

  held(): HeldText {
    return { text: this.lines.join(""), isPaged: true, pages: this.pages, skipped: this.skipped };
  }
}

function isParagraph(before: Row, row: Row): boolean {
  const [above, below] = [before[0], row[0]];
  if (!above || !below) return false;
  const down = below.y - above.y;
  // A line that stands higher begins a column.
  return down > PARAGRAPH * Math.max(above.height, below.height);
}
