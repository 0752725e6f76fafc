/** The words of coding lines, where the quotation that they stand in is given others. */
import type { Coding } from "../../model/types.ts";
import { wordsIn, wordsOfQuote } from "../../quotes/compared.ts";
import type { Token } from "../../quotes/differing.ts";
import type { Span, TextEdit } from "../../text.ts";
import { type WordChange, wordEdits } from "./word-edits.ts";

/** What would end the words of a coding line, or be read as a mark. */
const MARK = /["“”„«»‹›「」『』\\`*_[\]<>#~|&@\r\n]/;
/** So many words and changes are compared. */
const MOST = 1_000_000;

/** For each of the coded words that stand where the quotation changes, the edits that make them what it becomes; all others are left as they are. */
export function codedWords(
  codings: readonly Coding[],
  text: string,
  quote: readonly Token[],
  changes: readonly WordChange[],
): readonly (readonly TextEdit[])[] {
  const places = new Map<string, number[]>();
  for (const [index, { word }] of quote.entries()) {
    const known = places.get(word);
    if (known) known.push(index);
    else places.set(word, [index]);
  }
  let left = MOST;
  const firstOf = (words: readonly Token[]): number | undefined =>
    places.get(words[0]?.word ?? "")?.find((start) => {
      let at = 0;
      while (at < words.length && left > 0 && quote[start + at]?.word === words[at]?.word) {
        at++;
        left--;
      }
      left--;
      return at === words.length;
    });
  return codings
    .flatMap(({ words }) => words)
    .flatMap((coded) => {
      const words = wordsIn(text, coded);
      const read = wordsOfQuote(coded.text);
      if (words.length === 0 || words.some(({ word }, index) => word !== read[index]?.word)) return [];
      if (words.length !== read.length || left <= 0) return [];
      const first = firstOf(words);
      left -= changes.length;
      if (first === undefined || left <= 0) return [];
      const own = changes
        .filter(({ index, isBefore }) => index < first + words.length && (isBefore ? index > first : index >= first))
        .map((change) => ({ ...change, index: change.index - first }));
      const gone = own.filter(({ isBefore, newText }) => !isBefore && newText === "").length;
      if (own.length === 0 || gone === words.length || own.some(({ newText }) => MARK.test(newText))) return [];
      return [wordEdits(own, text, words, withEmphasis(text, coded))];
    });
}

/** With the marks of emphasis around it, which are none of its words. */
function withEmphasis(text: string, { start, end }: Span): Span {
  const before = /[*_~]{0,8}$/.exec(text.slice(Math.max(0, start - 8), start))?.[0] ?? "";
  const after = /^[*_~]{0,8}/.exec(text.slice(end, end + 8))?.[0] ?? "";
  return { start: start - before.length, end: end + after.length };
}
