/** Whether a clipboard is worth reading for configurations: asked at each paste, so it looks only at signs of them. */
import type { Scheme } from "../vocabulary.ts";

/** The longest texts that are read when somebody pastes, in UTF-16 units: a table of some hundred rows, with all the markup of a word processor. */
const MOST_TEXT = 500_000;
const MOST_HTML = 8_000_000;

/** Whether a text names two slots of the scheme, by their words or by their letters as tags and labels have them. */
export function mayHoldConfigurations(text: string, html: string | undefined, scheme: Scheme): boolean {
  if (text.length > MOST_TEXT || (html?.length ?? 0) > MOST_HTML) return false;
  const lower = text.toLowerCase();
  let named = 0;
  for (const { letter, label } of scheme.slots)
    if (lower.includes(label.toLowerCase()) || isTagged(text, letter)) named++;
  return named >= Math.min(2, scheme.slots.length);
}

const ALONE = /[^\p{L}\p{N}]/u;

/** `(C)`, `C1:`, `C =`, a cell of `C`: the letter, a number perhaps, and a sign that ends a tag or a label. */
function isTagged(text: string, letter: string): boolean {
  for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) {
    if (at > 0 && !ALONE.test(text.charAt(at - 1))) continue;
    if (/^\p{Lu}\p{Nd}{0,3}[a-z]?[ ]?(?:[()\]:=|+\t→]|resource|resp|reas)/u.test(text.slice(at, at + 16))) return true;
  }
  // Word processors turn the tag of a context into a sign.
  return letter === "C" && text.includes("©");
}
