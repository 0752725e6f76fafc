/** Where sentences end: at `.`, `!` or `?` before white space and a capital, not after an abbreviation. */

const ABBREVIATIONS: ReadonlySet<string> = new Set([
  "e.g",
  "i.e",
  "al",
  "etc",
  "vs",
  "cf",
  "dr",
  "mr",
  "mrs",
  "ms",
  "prof",
  "st",
  "p",
  "pp",
  "no",
  "nos",
  "fig",
  "figs",
  "vol",
  "ed",
  "eds",
  "ca",
  "approx",
  "resp",
  "incl",
  "viz",
  "sec",
  "ch",
  "eq",
  "ref",
  "refs",
  "para",
  "u.k",
  "u.s",
  "n.b",
  "nb",
]);

/** Offsets just after the stop (and the marks that close with it) of each sentence, ascending. */
export function sentenceEnds(text: string): readonly number[] {
  const ends: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character !== "." && character !== "!" && character !== "?" && character !== "。" && character !== "؟")
      continue;
    let next = at + 1;
    while (next < text.length && /[)\]”’"']/.test(text.charAt(next))) next++;
    if (next >= text.length) {
      ends.push(next);
      continue;
    }
    if (character !== "。" && !/\s/.test(text.charAt(next))) continue;
    let capital = next;
    while (capital < text.length && /[\s“‘"'([]/.test(text.charAt(capital))) capital++;
    if (character !== "。" && !/[\p{Lu}\p{Lt}\p{Lo}\p{N}@]/u.test(text.charAt(capital))) continue;
    if (character === "." && abbreviated(text, at)) continue;
    ends.push(next);
  }
  return ends;
}

function abbreviated(text: string, stop: number): boolean {
  let start = stop;
  while (start > 0 && stop - start < 8 && /[\p{L}.]/u.test(text.charAt(start - 1))) start--;
  const word = text.slice(start, stop).toLowerCase();
  return ABBREVIATIONS.has(word) || /^\p{L}$/u.test(word);
}
