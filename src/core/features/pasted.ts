/** What is pasted into a block quote stays in it: every line of it is marked, as those above are. */

/** The marks of a block quote before words on a line: `> `, `>> `, also below a bullet. */
const QUOTE = /^[ \t]*(?:[-*+][ \t]+)?(?:>[ \t]?)+/;

/**
 * The words as they are to be pasted after `before`, the part of the line up to the cursor; undefined where they can be pasted as they are: outside a quote, on one
 * line, or marked already. Empty lines at their ends are left out, since a quotation that is copied often has them.
 */
export function pastedIntoQuote(before: string, words: string, eol: string): string | undefined {
  const mark = QUOTE.exec(before)?.[0];
  const lines = words.split(/\r\n|[\n\r\u2028\u2029]/);
  while (lines.length > 1 && lines[lines.length - 1]?.trim() === "") lines.pop();
  while (lines.length > 1 && lines[0]?.trim() === "") lines.shift();
  if (mark === undefined || lines.length < 2 || lines.some((line) => /^[ \t]*>/.test(line))) return undefined;
  const next = `${mark.replace(/[-*+]/, " ").trimEnd()} `;
  return lines.map((line, at) => (at === 0 ? line : (next + line.trim()).trimEnd())).join(eol);
}
