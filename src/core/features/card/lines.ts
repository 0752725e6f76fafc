/** What a card is made of: lines of runs, and how many of each part there is room for. */
import { grouped, t } from "../../l10n.ts";
import type { Name } from "../../model/types.ts";
import type { Place } from "./naming.ts";

/** How a run is set: the door gives it its colour and weight; the words say everything without them. */
export type RunStyle = "strong" | "dimmed" | "role" | "stance" | "warning";

export interface Run {
  /** On one line, without markup. */
  readonly text: string;
  readonly style?: RunStyle;
  /** The letter of the role, or the stance, that gives the colour. */
  readonly tone?: string;
  /** Where a click leads. */
  readonly to?: Place;
}

export type CardPart = "title" | "slot" | "quote" | "field" | "evidence" | "link" | "problem" | "more";

export interface CardLine {
  readonly part: CardPart;
  readonly runs: readonly Run[];
}

export interface Card {
  readonly kind: "cmoc" | "theory" | "demi-regularity" | "extract" | "code" | "memo" | "source";
  /** `TR3`, `@okafor2014#e4`, `@okafor2014`; a row's without an id its place. */
  readonly id: string;
  /** Empty of a row without an id. */
  readonly name: Name;
  readonly title: string;
  readonly status: string | undefined;
  readonly place: Place | undefined;
  /** The title first; at most {@link MOST_LINES}. */
  readonly lines: readonly CardLine[];
}

export const MOST_LINES = 15;

/** Lines of one sort, made when there is room for them. */
export interface Section {
  readonly count: number;
  readonly line: (index: number) => CardLine;
  /** How many it has where room is scarce; 2 at least, so that one is seen beside `and 4 more`. */
  readonly least: number;
  /** Where the rest can be seen. */
  readonly to?: Place | undefined;
}

/** A section of lines that are there already. */
export function sectionOf(lines: readonly CardLine[], least: number, to?: Place): Section {
  return { count: lines.length, line: (index) => lines[index] as CardLine, least, to };
}

/** The title and as much of each section as there is room for, shared out a line at a time; what is cut short ends in "and 4 more". */
export function fitted(title: CardLine, sections: readonly Section[], most = MOST_LINES): readonly CardLine[] {
  const filled = sections.filter(({ count }) => count > 0);
  const shares = filled.map(({ count, least }) => Math.min(count, least));
  let room = most - 1 - shares.reduce((sum, share) => sum + share, 0);
  for (let at = filled.length - 1; room < 0 && at >= 0; at--) {
    const taken = Math.min(shares[at] ?? 0, -room);
    shares[at] = (shares[at] ?? 0) - taken;
    room += taken;
  }
  for (let given = true; room > 0 && given; ) {
    given = false;
    for (const [at, { count }] of filled.entries()) {
      if (room === 0 || (shares[at] ?? 0) >= count) continue;
      shares[at] = (shares[at] ?? 0) + 1;
      room--;
      given = true;
    }
  }
  const lines: CardLine[] = [title];
  for (const [at, { count, line, to }] of filled.entries()) {
    const share = shares[at] ?? 0;
    if (share === 0) continue;
    const shown = share < count ? share - 1 : count;
    for (let index = 0; index < shown; index++) lines.push(line(index));
    if (shown < count) lines.push(moreLine(count - shown, shown === 0, to));
  }
  return lines;
}

function moreLine(count: number, alone: boolean, to: Place | undefined): CardLine {
  const text = alone ? t("{0} more", grouped(count)) : t("and {0} more", grouped(count));
  return { part: "more", runs: [{ text, style: "dimmed", ...(to && { to }) }] };
}
