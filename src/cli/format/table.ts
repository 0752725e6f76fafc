/** A table for a terminal: columns as wide as they need to be, the widest cut to fit the line. */
import type { Output } from "../output.ts";

const GAP = 2;
const LEAST = 8;

/** Columns that a character takes: two for East Asian wide ones, none for marks that combine. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
      character,
    )
      ? 2
      : 1;
  }
  return width;
}

function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
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
    Math.max(widthOf(column), ...rows.map((row) => widthOf(row[index] ?? ""))),
  );
  const room = Math.max(60, output.width);
  while (widths.reduce((sum, width) => sum + width + GAP, 0) > room) {
    const widest = Math.max(...widths);
    if (widest <= LEAST) break;
    widths[widths.indexOf(widest)] = Math.max(LEAST, widest - 1);
  }
  const line = (cells: readonly string[]): string =>
    cells
      .map((text, index) => {
        const shown = cut(text.replace(/\s+/g, " "), widths[index] ?? LEAST);
        return shown + " ".repeat(Math.max(0, (widths[index] ?? 0) - widthOf(shown)));
      })
      .join(" ".repeat(GAP))
      .trimEnd();
  return [output.colors.bold(line(columns)), ...rows.map(line)].join("\n");
}
