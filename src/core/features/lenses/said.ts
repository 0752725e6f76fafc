/** What a lens says, and where it leads. */
import { sourceCount } from "../card/counts.ts";
import type { Place } from "../card/naming.ts";

export interface Said {
  readonly words: string;
  /** What a click shows, as a whole sentence; nothing where it leads nowhere. */
  readonly tooltip?: string;
  readonly places: () => readonly Place[];
}

export const NO_PLACES = (): readonly Place[] => [];

/** Parts of what is said, in a row. */
export function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}

/** "2 sources"; of nothing nothing. */
export function sourcesSaid(n: number): string {
  return n === 0 ? "" : sourceCount(n);
}
