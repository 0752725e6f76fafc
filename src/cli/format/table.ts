/** A table for a terminal: columns as wide as they need to be, the widest cut to fit the line; the first, by which records are named, never. */
import type { Output } from "../output.ts";

const GAP = 2;
/** A column that is no wider is not cut: a date would be another one. */
const LEAST = 12;

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const UNSEEN = /[\p{M}\p{Cf}]/u;

/** Columns that a text takes: two for East Asian wide characters, none for marks that combine; it is not counted beyond `limit`. */
export function widthOf(text: string, limit: number = Number.POSITIVE_INFINITY): number {
  let width = 0;
  for (const character of text) {
    if (character < "\u0300") width++;
    else if (!UNSEEN.test(character)) width += WIDE.test(character) ? 2 : 1;
    if (width > limit) return limit;
  }
  return width;
}

function cut(text: string, width: number): string {
  if (widthOf(text, width + 1) <= width) return text;
  let kept = "";
  let used = 0;
  for (const character of text) {
    const next = widthOf(character);
    if (used + next > width - 1) break;
    kept += character;
    used += next;
  }
  return `${kept}…`;
}

export function table(columns: readonly string[], rows: readonly (readonly string[])[], output: Output): string {
  if (rows.length === 0) return output.colors.dim("none");
  const widths = columns.map((column, index) =>
    rows.reduce((widest, row) => Math.max(widest, widthOf(row[index] ?? "", output.width)), widthOf(column)),
  );
  const room = Math.max(60, output.width);
  const least = columns.map((column) => Math.max(LEAST, widthOf(column)));
  let over = widths.reduce((sum, width) => sum + width + GAP, -GAP) - room;
  for (; over > 0; over--) {
    let widest = 0;
    for (let index = 1; index < widths.length; index++) {
      if ((widths[index] ?? 0) <= (least[index] ?? 0)) continue;
      if (widest === 0 || (widths[index] ?? 0) > (widths[widest] ?? 0)) widest = index;
    }
    if (widest === 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  const line = (cells: readonly string[]): string =>
    cells
      .map((text, index) => {
        const shown = cut(text, widths[index] ?? LEAST);
        return shown + " ".repeat(Math.max(0, (widths[index] ?? 0) - widthOf(shown)));
      })
      .join(" ".repeat(GAP))
      .trimEnd();
  return [output.colors.bold(line(columns)), ...rows.map(line)].join("\n");
}
