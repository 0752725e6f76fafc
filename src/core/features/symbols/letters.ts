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
export function lettersOf(text: string): number {
  let found = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const lower = unit | 32;
    if (lower > 96 && lower < 123) found |= 1 << (lower - 97);
    else if (unit > 47 && unit < 58) found |= 1 << (26 + (unit % 5));
    else if (unit > 127) found |= OTHER;
  }
  return found;
}

/** What is beyond ASCII may also be a letter of it in lower case, as the Kelvin sign is. */
const OTHER = 1 << 31;

export function mayHold(letters: number, wanted: number): boolean {
  return letters < 0 || (letters & wanted) === wanted;
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
