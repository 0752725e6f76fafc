/**
 * The titles of records, and the words that configurations are found by, read from the text itself where it is plain: a tree of thousands of rows
 * does not read thousands of records. What has markup in it is read whole.
 */
import { t } from "../../l10n.ts";
import { type Brief, isRow, slotSpan } from "../../model/brief.ts";
import { normalWords } from "../../model/digest.ts";
import type { Cmoc } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";
import { fold } from "../../syntax/bullets.ts";
import { shownId } from "../card/naming.ts";
import { firstWords, quoted } from "../card/words.ts";

/** Signs that Markdown may take away or that end a line. */
const MARKUP = /[*_`[\]<>&\\#~!|\n\r]/;
const MARKUP_OR_NOTE = /[*_`[\]<>&\\#~!|\n\r@^(){}"'“”‘’=+]/;
const PARTED = /^(?:\s*[:：]\s*|\s+[-–—‒―−]{1,3}\s+)/;

/** The title as the whole record has it. */
export function titleOf(at: Definition): string {
  return titleInText(at) ?? at.entity.title;
}

/** The title where a glance at the text after the id tells it. */
function titleInText({ placed, brief }: Definition): string | undefined {
  if (brief.kind === "cmoc" && isRow(brief)) {
    // Words after the id in its cell are a row's title, and without an id it has none.
    if (brief.idStart === brief.idEnd) return "";
    const after = placed.home.slice(placed.start + brief.idEnd, placed.start + Math.min(brief.end, brief.idEnd + NEAR));
    return /^[ \t]*\|/.test(after) ? "" : undefined;
  }
  const text = placed.home.slice(placed.start + brief.idEnd, placed.start + brief.end);
  if (MARKUP.test(text)) return undefined;
  if (text.trim() === "") return "";
  const parted = PARTED.exec(text);
  return parted ? fold(text.slice(parted[0].length)) : undefined;
}

/** How far the end of an id's cell is looked for. */
const NEAR = 80;

/** How a record is called in a row, where no line of the file is said, since that moves: its id, or the first words of a row without one. */
export function calledInTree(at: Definition, review: Review): string {
  const { brief } = at;
  if (brief.id !== "") return shownId(at, review);
  const words = brief.kind === "cmoc" ? quoted(firstSlot(at as Definition<Cmoc>), WORDS) : "";
  return words === "" ? t("a row without an id") : words;
}

const WORDS = 60;

/** The words that a list has beside a record’s id: those of its title; of a configuration without one, as rows of tables are, those of its first slot. */
export function wordsInLists(at: Definition): string {
  return firstWords(titleOf(at) || (at.brief.kind === "cmoc" ? firstSlot(at as Definition<Cmoc>) : ""), MOST_LISTED);
}

const MOST_LISTED = 160;

/** The first words of the first slot, for a configuration without a title. */
export function firstSlot(at: Definition<Cmoc>): string {
  return slotWords(at, 0);
}

function slotWords(at: Definition<Cmoc>, index: number): string {
  if (index >= at.brief.roles.length) return "";
  const { placed } = at;
  const { start, end } = slotSpan(at.brief, index);
  const text = placed.home.slice(placed.start + start, placed.start + end);
  return MARKUP_OR_NOTE.test(text) ? (at.entity.slots[index]?.text ?? "") : text;
}

const known = new WeakMap<Brief, string>();

/** Id, title, theme, status and the words of the slots, as they are compared; read once for as long as the record stays as it is. */
export function wordsOf(at: Definition<Cmoc>): string {
  const { brief } = at;
  const read = known.get(brief);
  if (read !== undefined) return read;
  const parts = [brief.id, titleOf(at as Definition), brief.theme ?? "", brief.status ?? ""];
  for (let index = 0; index < brief.roles.length; index++) parts.push(slotWords(at, index));
  const words = compared(parts.join("\n"));
  known.set(brief, words);
  return words;
}

/** As `normalWords`, quick for a text of ASCII. */
export function compared(text: string): string {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return normalWords(text);
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** What a person typed to filter by: every word of it is to be found. None where there is nothing to look for. */
export function wanted(filter: string | undefined): readonly string[] {
  if (filter === undefined) return [];
  return [...new Set(normalWords(filter.slice(0, LONGEST)).split(" "))].filter((word) => word !== "");
}

const LONGEST = 500;

export function holds(words: string, wantedWords: readonly string[]): boolean {
  return wantedWords.every((word) => words.includes(word));
}
