/** What stripes are in an editor: ranges by their sorts. A pure function of the stripes that are seen. */
import * as vscode from "vscode";
import { firstWords } from "../../core/features/card/words.ts";
import type { Look } from "../../core/features/marks.ts";
import { NO_ROLE, type Stripe } from "../../core/features/stripes.ts";
import type { Ground } from "./ground.ts";
import { BAR, BEGIN, CODER, coderMark, END, letterSort, PASSAGE, type Sort, wordsSort } from "./looks.ts";
import { cellOf } from "./margin.ts";

export type Painted = ReadonlyMap<Sort, readonly vscode.DecorationOptions[]>;

/** The longest mark of a coder, in units. */
const INITIALS = 8;

/** `isShared` says whether several people coded, so that initials tell whose each is. */
export function paintedOf(stripes: readonly Stripe[], { open, rangeOf }: Ground, isShared: boolean): Painted {
  const painted = new Map<Sort, vscode.DecorationOptions[]>();
  const add = (sort: Sort, range: vscode.Range, renderOptions?: vscode.DecorationInstanceRenderOptions): void => {
    const ranges = painted.get(sort);
    const made = renderOptions ? { range, renderOptions } : { range };
    if (ranges) ranges.push(made);
    else painted.set(sort, [made]);
  };
  const letters = open.review.manifest.scheme.slots.map(({ letter }) => letter);
  const marks = new Marks();
  const wholes = new Set<string>();
  for (const { is, start, end, parts, look, role, row, coder = "" } of stripes) {
    const ranges = parts.map(rangeOf);
    const [first, last] = [ranges[0], ranges[ranges.length - 1]];
    if (!first || !last) continue;
    if (is === "passage") {
      for (const range of ranges) add(PASSAGE, range);
      add(BAR, new vscode.Range(first.start, last.end));
      add(BEGIN, new vscode.Range(first.start, first.start.translate(0, 1)));
      if (last.end.character > 0) add(END, new vscode.Range(last.end.translate(0, -1), last.end));
      continue;
    }
    if (isShared && coder !== "") marks.add(last.end, firstWords(coder, INITIALS), look);
    const sort = wordsSort(look, row);
    // What several lines say of the whole is one line.
    const key = `${sort} ${start} ${end}`;
    if (is === "whole" && wholes.has(key)) continue;
    wholes.add(key);
    const letter = role ?? NO_ROLE;
    const inMargin = letterSort({ letter, look }, cellOf(letter, letters));
    for (const range of ranges) {
      add(sort, range);
      add(inMargin, range);
    }
  }
  for (const { at, initials, look } of marks.all()) add(CODER, new vscode.Range(at, at), coderMark(initials, look));
  return painted;
}

interface Mark {
  readonly at: vscode.Position;
  readonly initials: readonly string[];
  readonly look: Look | "several" | undefined;
}

/** Marks that are nearer than so many letters would lie over one another: they are one. */
const NEAR = 3;

/** Whose words end where. */
class Marks {
  private readonly lines = new Map<number, Mark[]>();

  add(at: vscode.Position, initials: string, look: Look | undefined): void {
    const others = this.lines.get(at.line);
    const made = { at, initials: [initials], look };
    if (others) others.push(made);
    else this.lines.set(at.line, [made]);
  }

  *all(): Iterable<Omit<Mark, "initials"> & { readonly initials: string }> {
    for (const marks of this.lines.values()) {
      const joined: Mark[] = [];
      for (const mark of marks.sort((a, b) => a.at.character - b.at.character)) {
        const last = joined[joined.length - 1];
        if (last && mark.at.character - last.at.character <= NEAR) joined[joined.length - 1] = together(last, mark);
        else joined.push(mark);
      }
      for (const mark of joined) yield { ...mark, initials: mark.initials.join(" ") };
    }
  }
}

function together(one: Mark, other: Mark): Mark {
  return {
    at: other.at,
    initials: [...new Set([...one.initials, ...other.initials])],
    look: one.look === other.look ? one.look : "several",
  };
}
