/** Small readings of strings that the three formats share. */

/** A string that does not keep the text alive from which it was cut (engines let a slice point into its parent). */
export function ownCopy(slice: string): string {
  return ` ${slice}`.slice(1);
}

/** Space, tab, line feed, carriage return, form feed and the like, and the byte order mark; other white space is text. */
export function isBlank(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xfeff;
}

/** The first offset at or after `at` that holds no white space, at most `end`. */
export function skipBlank(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && isBlank(text.charCodeAt(next))) next++;
  return next;
}

/** The end of the line that holds `at`, before its line ending. */
export function lineEnd(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && text.charCodeAt(next) !== 10 && text.charCodeAt(next) !== 13) next++;
  return next;
}

const DOI = /10\.\d{4,9}(?:\.\d{1,9})*\/[^\s"<>{}]{1,500}/;
const LONGEST_DOI_FIELD = 1000;

/** The bare DOI in a field's value, with or without a resolver or `doi:` in front and TeX escapes inside; undefined when there is none. */
export function bareDoi(value: string): string | undefined {
  const plain = value
    .slice(0, LONGEST_DOI_FIELD)
    .replace(/[\\{}]/g, "")
    .replace(/%2f/gi, "/");
  const found = DOI.exec(plain)?.[0].replace(/[.,;]{1,9}$/, "");
  return found === undefined ? undefined : ownCopy(found);
}

const KEY = /^[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_]|[:.$%&\-+?<>~/](?=[\p{L}\p{N}_]))*$/u;

const LONGEST_KEY = 500;

/** Whether the key can be cited as `@key`: Pandoc's grammar without `#`, of which single inner signs are part; at most 500 units. */
export function isCitable(key: string): boolean {
  return key.length <= LONGEST_KEY && KEY.test(key);
}
