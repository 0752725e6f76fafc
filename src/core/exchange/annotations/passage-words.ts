/** What passages say, and how they stand to one another. */
import { calloutHead } from "./callout-head.ts";
import { citedPlace } from "./cited.ts";
import { commentOf } from "./inline.ts";
import { linksIn, withoutPlaces } from "./links.ts";
import type { Passage } from "./passages.ts";
import { openingMark, plainWords, withoutMarks } from "./plain.ts";
import { withoutTags } from "./tags.ts";

/** Where the callout at `at` ends, those in it with it. */
export function calloutEnd(passages: readonly Passage[], at: number): number {
  const { depth } = passages[at] as Passage;
  let end = at;
  for (let next = passages[end + 1]; next; next = passages[end + 1]) {
    if (next.isApart || next.depth < depth || (next.is === "callout" && next.depth <= depth)) break;
    end++;
  }
  return end;
}

/** The words of a passage; of the head of a callout its title. */
export function wordsIn({ is, text }: Passage): string {
  return is === "callout" ? calloutHead(text).title : text;
}

export function isBelow(passage: Passage, before: Passage): boolean {
  const areItems = passage.is === "item" && before.is === "item";
  return areItems && passage.indent > before.indent && passage.depth === before.depth;
}

export function says(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(commentOf(withoutPlaces(text)));
}

export function quotedIn(text: string): string {
  return withoutMarks(plainWords(text));
}

export function isQuoted({ depth, text, is }: Passage): boolean {
  if (is !== "words" && is !== "item") return false;
  return depth > 0 || /<mark\b/i.test(text) || (openingMark(withoutTags(text).trimStart()) === 0 && text.length > 2);
}

export function isLinkFirst(text: string): boolean {
  return (linksIn(text)[0]?.start ?? text.length) < 3;
}

const WORDS = /^\W*(?:quote|highlight|annotation|page|note|pdf|underline|cita|zitat|subrayado)?s?\W*\d*\W*$/iu;

/** Whether the title of a callout says more than what programs put there: a citation, the kind of the annotation. */
export function isTyped(title: string): boolean {
  const words = plainWords(withoutPlaces(title.slice(0, 600)));
  if (WORDS.test(words) || words.length > 200) return words.length > 200;
  const { at, cited } = citedPlace(plainWords(title.slice(0, 600)));
  return !(cited?.year !== undefined || (at !== undefined && words.length < 20 && /^\W*p\p{L}*\W*$/iu.test(words)));
}
