/** Who said it, at the end of a block quote: `— Okafor 2014, p. 412`, `(Okafor & Lindqvist, 2014, p. 412)`. No words of the source. */

const DASHED =
  /\s[\u2013-\u2015]{1,2}\s{0,2}(?=[\p{Lu}@[])[^\u2013-\u2015.!?\u2026]{2,60}(?:[.,]\s?[^\u2013-\u2015!?\u2026]{0,80})?$/u;
const BRACKETED = /\s[([](?=[^()[\]]{0,160}\d)[^()[\]]{2,160}[)\]]\.?$/u;
const CITING = /\b(?:1[5-9]|20)\d\d[a-z]?\b|\bpp?\.\s?\d|@\p{L}/u;

/** The words before the attribution that ends them; undefined where none does. */
export function withoutAttribution(words: string): string | undefined {
  const end = words.length > LONGEST ? words.length - LONGEST : 0;
  const tail = words.slice(end);
  const at = [DASHED, BRACKETED]
    .map((form) => form.exec(tail))
    .find((found) => found !== null && CITING.test(found[0]))?.index;
  const own = at === undefined ? "" : words.slice(0, end + at).trim();
  return /[\p{L}\p{N}]/u.test(own) ? own : undefined;
}

const LONGEST = 240;

/** Whether the source goes on with an attribution of its own, which the quotation then has otherwise. */
export function isAttributed(text: string, end: number): boolean {
  return /^[.,;:!?”’"')\]]{0,3}\s{0,3}[\u2013-\u2015([]/u.test(text.slice(end, end + 10));
}
