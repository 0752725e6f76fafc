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

const LONGEST_KEY = 199;
const UNCITABLE = /[\s}]/;

/** Whether a review can cite the key, as `@key` or, with signs that end a bare one, as `@{key}`: no white space, no `}`, at most 199 units. */
export function isCitable(key: string): boolean {
  return key.length <= LONGEST_KEY && !UNCITABLE.test(key);
}
