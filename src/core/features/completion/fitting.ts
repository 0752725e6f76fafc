/**
 * Those of many items that fit best what was typed. An editor that is sent thousands of items for each letter is slow; it asks again when
 * more was typed, as long as it was not given all.
 */
import type { CompletionItem } from "./item.ts";

export interface Fitting {
  readonly items: readonly CompletionItem[];
  /** Whether nothing was left out for its number: what is typed next can only make them fewer. */
  readonly isWhole: boolean;
}

/** How well words fit; smaller is better. */
enum Fit {
  Begins,
  BeginsWord,
  Holds,
  HoldsLetters,
  None,
}

/** At most `most` of the items: all when they are few, else those that fit `typed`, the best first, in their own order among equals. */
export function fitting(items: readonly CompletionItem[], typed: string, most: number): Fitting {
  if (items.length <= most) return { items, isWhole: true };
  const wanted = typed.toLowerCase();
  const byFit: CompletionItem[][] = [[], [], [], []];
  for (const item of items) byFit[fitOf((item.filterText ?? item.label).toLowerCase(), wanted)]?.push(item);
  const chosen: CompletionItem[] = [];
  let count = 0;
  for (const group of byFit) {
    count += group.length;
    if (chosen.length + group.length > most) group.sort(inOrder);
    chosen.push(...group.slice(0, most - chosen.length));
  }
  return { items: chosen, isWhole: count <= most };
}

function inOrder(a: CompletionItem, b: CompletionItem): number {
  return a.sortText < b.sortText ? -1 : a.sortText > b.sortText ? 1 : 0;
}

function fitOf(words: string, typed: string): Fit {
  const at = words.indexOf(typed);
  if (at === 0) return Fit.Begins;
  if (at < 0) return holdsLetters(words, typed) ? Fit.HoldsLetters : Fit.None;
  for (let found = at; found >= 0; found = words.indexOf(typed, found + 1))
    if (!/[\p{L}\p{N}]/u.test(words.charAt(found - 1))) return Fit.BeginsWord;
  return Fit.Holds;
}

/** Whether the letters that were typed stand in the words in this order. */
function holdsLetters(words: string, typed: string): boolean {
  let at = 0;
  for (const letter of typed) {
    if (letter === " ") continue;
    const found = words.indexOf(letter, at);
    if (found < 0) return false;
    at = found + letter.length;
  }
  return true;
}
