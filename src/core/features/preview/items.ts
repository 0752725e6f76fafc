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
}
