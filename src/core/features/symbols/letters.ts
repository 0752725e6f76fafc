/** Finding words by letters typed in their order: quickly, since a large review has a hundred thousand names to look at. */

/** The longest that is looked for. */
const LONGEST = 100;

/** What a person typed, as it is looked for: without white space, in lower case. */
export function sought(query: string): string {
  return query
    .slice(0, LONGEST * 4)
    .replace(/\s+/g, "")
    .toLowerCase()
    .slice(0, LONGEST);
}

/** A bit for each letter of ASCII, some for digits, one for all else: what lacks a bit of what is sought does not hold it. */
export function lettersOf(text: string, from = 0, to = text.length): number {
  let found = 0;
  for (let at = from; at < to; at++) found |= bitOf(text.charCodeAt(at));
  return found;
}

function bitOf(unit: number): number {
  const lower = unit | 32;
  if (lower > 96 && lower < 123) return 1 << (lower - 97);
  if (unit > 47 && unit < 58) return 1 << (26 + (unit % 5));
  return unit > 127 ? OTHER : 0;
}

/** What is beyond ASCII may also be a letter of it in lower case, as the Kelvin sign is. */
const OTHER = 1 << 31;

/** The bits of what is sought, one after the other. */
export function bitsOf(wanted: string): readonly number[] {
  return Array.from({ length: wanted.length }, (_, at) => bitOf(wanted.charCodeAt(at)));
}

/** Whether a text may hold what is sought in its order, by the letters of its first and its second half: what the first lacks is in the second, with all after it. */
export function mayHold(first: number, second: number, bits: readonly number[]): boolean {
  if (first < 0 || second < 0) return true;
  let at = 0;
  while (at < bits.length && (first & (bits[at] as number)) === bits[at]) at++;
  while (at < bits.length && (second & (bits[at] as number)) === bits[at]) at++;
  return at === bits.length;
}

/** How far the units of `wanted`, which is in lower case, stand in the text in their order, when those before `from` were found before it. */
export function heldInOrder(text: string, wanted: string, from: number): number {
  let next = from;
  for (let at = 0; next < wanted.length && at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 127) return inOrder(text.toLowerCase(), wanted, from);
    if ((unit > 64 && unit < 91 ? unit + 32 : unit) === wanted.charCodeAt(next)) next++;
  }
  return next;
}

function inOrder(text: string, wanted: string, from: number): number {
  let next = from;
  for (let at = 0; next < wanted.length && at < text.length; at++)
    if (text.charCodeAt(at) === wanted.charCodeAt(next)) next++;
  return next;
}
