/** Tags that end a line: `<br>`, `<br/>`, `<br />`, in any case. */
export const LINE_BREAK_TAG = /^<br[ \t]{0,20}\/?>$/i;

/** The most blanks before what closes such a tag. */
const MOST_BLANKS = 20;

/** Where the tag that ends a line and begins at the `<` at `at` ends, or -1 when none does before `end`. Tabs are not looked for. */
export function breakTagEnd(text: string, at: number, end: number): number {
  if ((text.charCodeAt(at + 1) | 32) !== 98 || (text.charCodeAt(at + 2) | 32) !== 114) return -1;
  const from = at + 3;
  let close = from;
  while (text.charCodeAt(close) === 32 && close - from < MOST_BLANKS) close++;
  if (text.charCodeAt(close) === 47) close++;
  return close < end && text.charCodeAt(close) === 62 ? close + 1 : -1;
}
