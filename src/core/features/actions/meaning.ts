/** Whether a word of anybody’s was lost in a rewriting. */
import { t } from "../../l10n.ts";
import { readRoles, readTag } from "../../syntax/roles.ts";
import type { Scheme } from "../../vocabulary.ts";
import { shortened } from "./difference.ts";

/** Words, and signs one by one, such as `?`, `!` and `★`; those that mark up Markdown, join slots or end a sentence stand for nothing. */
const WORD = /[\p{L}\p{M}\p{N}]+|(?![-–—*_|:.,;()[\]→⇒+=&<>#~`/\\@])[^\s\p{L}\p{M}\p{N}]/gu;

/** Joining words, of which a sentence has its own, and heads that a table has of its own. */
const OWN: ReadonlySet<string> = new Set(
  (
    "in contexts context a the where which circumstances situations resulting results result leading leads lead led to because of so that when then thus " +
    "and but if as br resource resources response responses reasoning reaction reactions absent final immediate intermediate " +
    "layer layers individual interpersonal institutional infrastructural micro meso macro id ids no nr cmoc cmo evidence sources theme status supports is present"
  ).split(" "),
);

/** The words of a text that another text does not have as often; the language's own are left out. */
export function lostWords(before: string, after: string, scheme: Scheme): readonly string[] {
  const left = new Map<string, number>();
  for (const [word] of after.toLowerCase().matchAll(WORD)) left.set(word, (left.get(word) ?? 0) + 1);
  const lost: string[] = [];
  for (const [word] of before.matchAll(WORD)) {
    const key = word.toLowerCase();
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    else if (!OWN.has(key) && !readRoles(word, scheme) && !readTag(word, scheme)) lost.push(word);
  }
  return lost;
}

/** Says which words would be lost, those of a link or a tag with all of it; undefined where none would. */
export function lossOf(before: string, after: string, scheme: Scheme): string | undefined {
  const lost = lostWords(before, after, scheme);
  if (lost.length === 0) return undefined;
  const shown = new Map<string, string>();
  for (const [whole] of before.matchAll(
    /\[[^[\]]{0,200}\]\([^()\s]{1,200}\)|<\/?[a-z][\w-]{0,30}(?:\s[^<>]{0,200})?>/gi,
  ))
    for (const [word] of whole.matchAll(WORD)) if (!shown.has(word)) shown.set(word, whole);
  const said = new Set(lost.map((word) => shown.get(word) ?? word));
  return t("This would be lost: {0}", shortened([...said].join(" ")));
}
