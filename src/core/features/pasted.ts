/** What is pasted into a block quote stays in it: every line of it is marked, as those above are. */

/** The marks of a block quote before words on a line: `> `, `>> `, also below a bullet. */
const QUOTE = /^[ \t]*(?:[-*+][ \t]+)?(?:>[ \t]?)+/;

const MARKED = /^[ \t]*>/;

/** Whether a line up to the cursor is that of a block quote. */
export function isInQuote(before: string): boolean {
  return QUOTE.test(before);
}

/**
 * The words as they are to be pasted between `before`, the line up to the cursor, and `after`, the rest of it; undefined where they can be pasted as they are: outside
 * a quote, on one line, or marked already. Empty lines at their ends are left out, since a quotation that is copied often has them; what stands behind the cursor
 * stays on a line of its own.
 */
export function pastedIntoQuote(before: string, words: string, after: string, eol: string): string | undefined {
  const mark = QUOTE.exec(before)?.[0];
  const lines = words.split(/\r\n|[\n\r\u2028\u2029]/);
  const { length } = lines;
  while (lines.length > 1 && lines[lines.length - 1]?.trim() === "") lines.pop();
  const isParted = lines.length < length && after.trim() !== "";
  while (lines.length > 1 && lines[0]?.trim() === "") lines.shift();
  const [first = "", ...others] = lines;
  if (mark === undefined || others.length + Number(isParted) === 0) return undefined;
  const filled = others.filter((line) => line.trim() !== "");
  if (filled.length > 0 && filled.every((line) => MARKED.test(line))) return undefined;
  const next = `${mark.replace(/[-*+]/, " ").trimEnd()} `;
  // A sign of theirs is no mark.
  const marked = others.map((line) => (next + line.trim().replace(/^>/, "\\>")).trimEnd());
  return [first, ...marked, ...(isParted ? [next] : [])].join(eol);
}
