/** An annotation as the extract that it becomes: words as they are where Markdown reads them so, else with its signs escaped. */

import type { Annotation } from "../exchange/annotations/types.ts";
import type { NewRecord } from "../features/edit.ts";
import { type Reading, readAgain } from "../model/read-piece.ts";
import type { Extract } from "../model/types.ts";
import { fold } from "../syntax/bullets.ts";

/** The key of a piece that is a record and is not kept out. */
const RECORD = 2;
const SIGNS = /[\\`*_[\]<>#~|@&^!{}$=+]/g;

export interface MadeExtract {
  readonly record: NewRecord;
  /** What somebody wrote at the highlight and could in no way be written so that it is read as it is. */
  readonly unwritten: readonly string[];
}

/** `at` is where it stands if it does not say so itself. Undefined where its words cannot be written so that they are read as they are. */
export function extractOf(
  { quote, at, comment, tags, colour, id }: Annotation,
  number: number,
  place: string | undefined,
  reading: Reading,
): MadeExtract | undefined {
  const words = asQuote(quote, reading);
  if (words === undefined) return undefined;
  const unwritten: string[] = [];
  const fields: (readonly [string, string])[] = [];
  const where = at ?? place;
  if (where !== undefined) fields.push(["at", where]);
  const name = id === undefined ? undefined : asName(id, reading);
  if (name !== undefined) fields.push(["annotation", name]);
  const note = comment === undefined || paragraphs(comment).length === 0 ? "" : asNote(comment, reading);
  if (note === undefined) unwritten.push(comment ?? "");
  else if (note !== "") fields.push(["note", note]);
  const all = [...new Set([...tags, ...(colour === undefined ? [] : [colour])].map(asTag))].filter((tag) => tag !== "");
  const listed = all.length === 0 ? "" : asTags(all, reading);
  if (listed === undefined) unwritten.push(all.join(", "));
  else if (listed !== "") fields.push(["tags", listed]);
  return { record: { kind: "extract", id: `e${number}`, quote: words, fields }, unwritten };
}

function paragraphs(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((line) => fold(line.replace(CONTROLS, "")) || []);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]/g;

/** Words as lines of a block quote that are read as they are: the plainest way to write them; undefined where there is none. */
export function asQuote(quote: string, reading: Reading): string | undefined {
  const lines = paragraphs(quote);
  const meant = lines.join(" ");
  return hands(lines)
    .find((hand) => {
      const entity = read(`## Extract e1\n\n${hand.map((line) => `> ${line}`).join("\n>\n")}\n`, reading);
      return entity?.quote?.text === meant && isBare(entity);
    })
    ?.join("\n");
}

function asNote(comment: string, reading: Reading): string | undefined {
  const lines = paragraphs(comment);
  const meant = lines.join(" ");
  return hands(lines)
    .find((hand) => {
      const entity = read(`## Extract e1\n\n- note: ${hand.join("\n\n  ")}\n`, reading);
      const [note, ...others] = entity?.notes ?? [];
      return entity && others.length === 0 && fold(note?.text ?? "") === meant && isBare(entity);
    })
    ?.join("\n");
}

/** A tag without the signs that part tags. */
function asTag(tag: string): string {
  return fold(tag.replace(/[,;，；、،؛]/g, " ").replace(CONTROLS, ""));
}

function asTags(tags: readonly string[], reading: Reading): string | undefined {
  const meant = tags.join("\n");
  return hands([tags.join(", ")]).find(([line = ""]) => {
    const entity = read(`## Extract e1\n\n- tags: ${line}\n`, reading);
    return entity?.tags.map(fold).join("\n") === meant && isBare(entity);
  })?.[0];
}

/** The name of an annotation so that it is read as it is; undefined where it cannot be: its words tell it then. */
export function asName(id: string, reading: Reading): string | undefined {
  return hands([fold(id)]).find(([line = ""]) => {
    const entity = read(`## Extract e1\n\n- annotation: ${line}\n`, reading);
    if (entity?.annotation?.text.trim() !== id) return false;
    // A file may be called as a configuration is: a mention, and no link.
    return isBare({ ...entity, refs: entity.refs.filter(({ weak }) => weak !== true) });
  })?.[0];
}

/** Ways to write lines, the plainest first; all of them say the same words. */
function hands(lines: readonly string[]): readonly (readonly string[])[] {
  if (lines.length === 0) return [];
  // Brackets in pairs name a record however they are escaped, but not in code.
  return [
    lines,
    lines.map((line) => begun(escaped(line))),
    lines.map((line) =>
      begun(line.replace(/(\[\[[^\]]*\]\])|[^[]+|\[/g, (all, pair?: string) => (pair ? asCode(pair) : escaped(all)))),
    ),
    lines.map(asCode),
  ];
}

function escaped(words: string): string {
  return words.replace(SIGNS, "\\$&");
}

/** A line that begins no list and no row of anything. */
function begun(line: string): string {
  return line.replace(/^([-:])/, "\\$1").replace(/^(\d{1,9})([.)])/, "$1\\$2");
}

function asCode(words: string): string {
  const longest = (words.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
  const fence = "`".repeat(longest + 1);
  const room = /^`|`$/.test(words) ? " " : "";
  return fence + room + words + room + fence;
}

function read(text: string, reading: Reading): Extract | undefined {
  const [entity] = readAgain(text, RECORD, reading);
  return entity?.kind === "extract" ? entity : undefined;
}

/** Whether it says nothing but what was meant. */
function isBare({ refs, evidence, codings, restated }: Extract): boolean {
  return refs.length === 0 && evidence.length === 0 && codings.length === 0 && restated.length === 0;
}
