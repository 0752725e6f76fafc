/** Text put together from pieces of its source, with the runs that say where each piece stands. */
import type { Inline, Mark } from "./blocks.ts";

export class RunningText {
  text = "";
  /** As in `Inline`, also where the text is its source. */
  readonly runs: number[] = [];

  /** Adds a piece whose first character stands at `source`. */
  add(piece: string, source: number): void {
    if (piece === "") return;
    const { runs, text } = this;
    const last = runs.length;
    if (last === 0 || text.length - (runs[last - 2] ?? 0) !== source - (runs[last - 1] ?? 0)) {
      runs.push(text.length, source);
    }
    this.text = text + piece;
  }

  inline(start: number, end: number, marks: readonly Mark[]): Inline {
    const { runs } = this;
    const plain = runs.length === 0 || (runs.length === 2 && runs[1] === start);
    return { text: this.text, start, end, runs: plain ? undefined : runs, marks };
  }
}
