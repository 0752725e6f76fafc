/** The links and marks of a preview by their lines. */
import type { LineIndex } from "../../text.ts";
import type { Preview } from "../preview.ts";

/** In one line; offsets in it. */
export interface Item {
  readonly start: number;
  readonly end: number;
  readonly link?: { readonly href: string; readonly title: string };
  readonly look?: string;
}

const NONE: readonly Item[] = [];

export class Items {
  private readonly byLine = new Map<number, Item[]>();
  private readonly sorted = new Set<number>();

  constructor({ links, marks }: Preview, lines: LineIndex) {
    for (const { start, end, href, title } of links) this.add(start, end, lines, { link: { href, title } });
    for (const { start, end, look } of marks) this.add(start, end, lines, { look });
  }

  private add(from: number, to: number, lines: LineIndex, item: Omit<Item, "start" | "end">): void {
    const { start, end } = lines.range({ start: from, end: to });
    if (start.line !== end.line) return;
    const known = this.byLine.get(start.line);
    const made = { start: start.character, end: end.character, ...item };
    if (known) known.push(made);
    else this.byLine.set(start.line, [made]);
  }

  /** In no order. */
  on(line: number): readonly Item[] {
    return this.byLine.get(line) ?? NONE;
  }

  /** Those of a line that begin in a stretch of it, ascending. */
  between(line: number, from: number, to: number): readonly Item[] {
    const all = this.byLine.get(line);
    if (!all) return NONE;
    if (!this.sorted.has(line)) {
      all.sort((a, b) => a.start - b.start);
      this.sorted.add(line);
    }
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((all[middle]?.start ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < all.length && (all[end]?.start ?? 0) < to) end++;
    return all.slice(low, end);
  }
}
