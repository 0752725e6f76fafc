/**
 * Words that were altered in brackets: `[T]he` stands for `the`, `trust[ed]` for `trust`, `trusts` or `trusting`. What the brackets hide must be what they say, or nothing,
 * or an ending of the same word: `[H]appy` does not stand for `unhappy`, nor `trust[ed]` for `trustworthily`.
 */
import { goesOn, isWord } from "./units.ts";

/** No word that is looked at is longer. */
const LONGEST = 40;
/** Endings that a verb or a noun takes; those that make another word of it, or its opposite, are none. */
const ENDINGS = new Set(
  "s,es,ies,y,d,ed,ied,e,en,ing,ve,'s,a,o,as,os,an,aba,aban,ia,ian,ado,ada,ados,adas,ido,ida,ando,iendo,aron,ieron".split(
    ",",
  ),
);

/** Whether words may begin at a place in a folded text, behind a bracket that holds this. A letter alone is the first of its word, in another case. */
export function mayBegin(text: string, at: number, bracket: string): boolean {
  let from = at;
  while (at - from < LONGEST && goesOn(text, from)) from--;
  const hidden = bare(text.slice(from, at));
  const said = bare(bracket);
  return hidden === said || (hidden === "" && said.length > 1);
}

/** The same of where they end, before a bracket. */
export function mayEnd(text: string, at: number, bracket: string): boolean {
  let to = at;
  while (to - at < LONGEST && isInWord(text, to)) to++;
  const hidden = bare(text.slice(at, to));
  return hidden === "" || hidden === bare(bracket) || ENDINGS.has(hidden);
}

const isInWord = (text: string, at: number): boolean =>
  goesOn(text, at) ||
  (text.charAt(at) === "'" && isWord(text.charAt(at - 1)) && isWord(text.charAt(at + 1))) ||
  (text.charAt(at - 1) === "'" && isWord(text.charAt(at)));

const bare = (text: string): string => text.replace(/\p{M}/gu, "");
