/** The number of a page as it is printed: `412`, `S12`, `413a`, `A-1`, `xiv`. */

export interface PageNumber {
  /** Roman numbers, and all others: pages of two kinds have no order. */
  readonly kind: "plain" | "roman";
  /** The letters before it, in small letters and without a hyphen. */
  readonly before: string;
  readonly number: number;
  /** The letter behind it: a column, a part of the page, or a page that was put in. */
  readonly after: string;
}

const PLAIN = /^([a-z]{1,4}(?=[-\u2010\u2011])|[a-z]{0,3})[-\u2010\u2011]?(\d{1,7})([a-z]?)$/i;

/** Undefined where a label is no number: `Cover`. */
export function pageNumber(label: string): PageNumber | undefined {
  const words = label.trim().toLowerCase();
  const plain = PLAIN.exec(words);
  if (plain && !/^[-\u2010\u2011]/.test(words))
    return { kind: "plain", before: plain[1] ?? "", number: Number(plain[2]), after: plain[3] ?? "" };
  const roman = romanOf(words);
  return roman === undefined ? undefined : { kind: "roman", before: "", number: roman, after: "" };
}

const ROMAN: readonly (readonly [sign: string, value: number])[] = [
  ["m", 1000],
  ["cm", 900],
  ["d", 500],
  ["cd", 400],
  ["c", 100],
  ["xc", 90],
  ["l", 50],
  ["xl", 40],
  ["x", 10],
  ["ix", 9],
  ["v", 5],
  ["iv", 4],
  ["i", 1],
];

/** The number that small Roman letters say; undefined where they are not written as a number is. */
export function romanOf(words: string): number | undefined {
  if (words === "" || !/^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(words)) return undefined;
  let sum = 0;
  let rest = words;
  for (const [sign, value] of ROMAN)
    while (rest.startsWith(sign)) {
      sum += value;
      rest = rest.slice(sign.length);
    }
  return sum;
}

/** A number in small Roman letters; undefined where they do not say it. */
export function roman(number: number): string | undefined {
  if (!Number.isInteger(number) || number < 1 || number > 3999) return undefined;
  let words = "";
  let rest = number;
  for (const [sign, value] of ROMAN)
    while (rest >= value) {
      words += sign;
      rest -= value;
    }
  return words;
}
