/** Records that are put into a text become references, written as the place has them: items of a list in a field, `[[TR3]]` and `[@key#e4]` in running words. */
import { keyOfName } from "../model/names.ts";
import type { Name } from "../model/types.ts";
import type { Review } from "../review.ts";
import { KINDS } from "../vocabulary.ts";
import { pieceAt } from "./at/piece.ts";
import { BULLET, LABEL, labelOf, within } from "./completion/labels.ts";
import { type Line, lineAt } from "./completion/line.ts";
import { fieldFor } from "./completion/values.ts";
import { referenceText } from "./edit/spell.ts";

/** Where a reference is to stand. */
type Place = "list" | "words" | "ids";

const LISTS: ReadonlySet<string> = new Set(["evidence", "records", "codes", "sources", "about"]);

export interface References {
  /** Where they stand: the offset, or the end of the word or the item that it falls into. */
  readonly at: number;
  /** With what parts them from their neighbours; "" where none of the names can be written. */
  readonly text: string;
}

/** What is written near an offset for these names. */
export function referencesAt(review: Review, uri: string, offset: number, names: readonly Name[]): References {
  const own = [...new Set(names)];
  const placed = pieceAt(review, uri, offset);
  const here = placed && lineAt(review, uri, placed, Math.min(offset - placed.start, placed.facts.length));
  const place = here ? placeOf(here) : "ids";
  const within = here ? (place === "list" ? restOfItem(here) : restOfWord(here, WORD)) : 0;
  const before = here ? here.before + here.after.slice(0, within) : "";
  const after = here?.after.slice(within) ?? "";
  const texts = own.flatMap((name) => referenceText(name, review) ?? []);
  const at = offset + within;
  if (texts.length === 0 || place === "ids") return { at: offset, text: texts.join(", ") };
  if (place === "list") return { at, text: asItems(before, texts.join(", "), after) };
  const bracket = /\[([^[\]]*@[^[\]]*)$/.exec(before) !== null && /^[^[\]]*\]/.test(after);
  const text = inWords(review, own, bracket);
  return { at, text: text === "" ? "" : apart(before, text, after) };
}

const WORD = /[\p{L}\p{M}\p{N}]/u;
/** What an id, or a citation of an extract, is made of. */
const ITEM = /[\p{L}\p{M}\p{N}@#._{}-]/u;

/** As of a word, with the slots in brackets that belong to the item. */
function restOfItem(line: Line): number {
  const { before, after } = line;
  const open = /\([^()]*$/.test(before) ? after.indexOf(")") : -1;
  if (open >= 0) return open + 1;
  const word = restOfWord(line, ITEM);
  const slots = ITEM.test(before.slice(-1)) ? /^[ \t]*\([^()]{0,200}\)/.exec(after.slice(word)) : null;
  return word + (slots?.[0].length ?? 0);
}

/** How much of a word lies behind the place that falls into it. */
function restOfWord({ before, after }: Line, sign: RegExp): number {
  if (!sign.test(before.slice(-1))) return 0;
  let end = 0;
  while (end < after.length && sign.test(after.charAt(end))) end++;
  return end;
}

/** A field whose value is a list of references, its nested bullets among them; not behind the dash that begins a reason. */
function placeOf(line: Line): Place {
  if ((line.before.match(/`/g)?.length ?? 0) % 2 === 1) return "ids";
  const [, lead, words = ""] = BULLET.exec(line.before) ?? [];
  const place = lead === undefined ? undefined : within(line);
  if (!place) return "words";
  const label = labelOf(words);
  const valued = place.is === "field" ? place : label === undefined ? undefined : fieldFor(label, place);
  if (!valued || !LISTS.has(valued.field.form)) return "words";
  const value = place.is === "field" ? words : words.slice(LABEL.exec(words)?.[0].length ?? 0);
  return /(?:^|\s)(?:[-–—]|--)\s/.test(value.slice(value.lastIndexOf(";") + 1)) ? "words" : "list";
}

/** With a comma to the items beside it, and a space behind the colon. */
function asItems(before: string, text: string, after: string): string {
  const isFirst = /(?:[:：,;*_]|^[ \t]*[-*+])[ \t]*$/.test(before);
  const lead = isFirst
    ? /\s$/.test(before)
      ? ""
      : " "
    : /\s$/.test(before)
      ? `${/,\s*$/.test(before) ? "" : ", "}`
      : ", ";
  const isLast = /^[ \t]*(?:$|[,;()]|[-–—]{1,2}\s)/.test(after);
  return `${lead}${text}${isLast ? "" : ", "}`;
}

function inWords(review: Review, names: readonly Name[], isBracketed: boolean): string {
  const cited: string[] = [];
  const linked: string[] = [];
  for (const name of names) {
    const text = referenceText(name, review);
    if (text === undefined) continue;
    if (keyOfName(name) !== undefined) cited.push(text);
    else linked.push(`[[${kindBefore(review, name)}${text}]]`);
  }
  if (isBracketed) return cited.join("; ");
  const citations = cited.length === 0 ? [] : [`[${cited.join("; ")}]`];
  return [...(linked.length === 0 ? [] : [linked.join(", ")]), ...citations].join(" ");
}

/** `Code ` and `Memo `, whose ids are name spaces of their own. */
function kindBefore(review: Review, name: Name): string {
  const kind = review.brief(name)?.kind;
  return kind === "code" || kind === "memo" ? `${KINDS.find((each) => each.kind === kind)?.heading} ` : "";
}

/** Parted from the words beside it; from a citation in the same brackets by a semicolon. */
function apart(before: string, text: string, after: string): string {
  if (text.startsWith("@")) {
    const lead = /[[;]\s*$/.test(before) ? (/;$/.test(before) ? " " : "") : /\s$/.test(before) ? "; " : "; ";
    return `${lead}${text}${/^\s*[\];]/.test(after) ? "" : "; "}`;
  }
  const lead = before === "" || /[\s([{]$/.test(before) ? "" : " ";
  return `${lead}${text}${/^[\p{L}\p{N}@[]/u.test(after) ? " " : ""}`;
}
