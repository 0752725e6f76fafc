/** What stripes are in an editor: ranges by their sorts. A pure function of the stripes that are seen. */
import * as vscode from "vscode";
import { firstWords } from "../../core/features/card/words.ts";
import { NO_ROLE, type Stripe } from "../../core/features/stripes.ts";
import type { Ground } from "./ground.ts";
import { CODER, coderMark, marginSort, PASSAGE, type Sort, wordsSort } from "./looks.ts";
import type { Letter } from "./margin.ts";

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
  const margin = new Margin();
  const marked = new Set<string>();
  for (const stripe of stripes) {
    const { is, parts, look, role, row, coder = "" } = stripe;
    const ranges = parts.map(rangeOf);
    for (const [index, range] of ranges.entries()) {
      if (is === "passage") {
        add(PASSAGE, range);
        margin.bar(range);
      } else if (is === "words") {
        add(wordsSort(look, row), range);
        margin.letter(range, { letter: role ?? NO_ROLE, look });
      } else if (index === 0) margin.letter(range, { letter: role ?? NO_ROLE, look });
    }
    const last = ranges[ranges.length - 1];
    if (!isShared || is !== "words" || !last || coder === "") continue;
    const { end } = last;
    const key = `${end.line},${end.character} ${coder}`;
    if (marked.has(key)) continue;
    marked.add(key);
    add(CODER, new vscode.Range(end, end), coderMark(firstWords(coder, INITIALS), look));
  }
  const order = open.review.manifest.scheme.slots.map(({ letter }) => letter);
  for (const [line, sort] of margin.sorts(order)) add(sort, new vscode.Range(line, 0, line, 0));
  return painted;
}

/** What stands in the margin, by lines. */
class Margin {
  private readonly lines = new Map<number, { readonly letters: Map<string, Letter>; hasBar: boolean }>();

  letter({ start }: vscode.Range, letter: Letter): void {
    this.at(start.line).letters.set(letter.letter, letter);
  }

  bar({ start, end }: vscode.Range): void {
    for (let line = start.line; line <= end.line; line++) this.at(line).hasBar = true;
  }

  *sorts(order: readonly string[]): Iterable<readonly [line: number, sort: Sort]> {
    const rank = ({ letter }: Letter): number => (letter === NO_ROLE ? order.length : order.indexOf(letter));
    for (const [line, { letters, hasBar }] of this.lines)
      yield [
        line,
        marginSort(
          [...letters.values()].sort((a, b) => rank(a) - rank(b)),
          hasBar,
        ),
      ];
  }

  private at(line: number) {
    const known = this.lines.get(line) ?? { letters: new Map<string, Letter>(), hasBar: false };
    this.lines.set(line, known);
    return known;
  }
}
