/** An annotation as the extract that it becomes: words as they are where Markdown reads them so, else with its signs escaped. */

import type { Annotation } from "../exchange/annotations/types.ts";
import type { NewRecord } from "../features/edit.ts";
import { type Reading, readAgain } from "../model/read-piece.ts";
import type { Extract } from "../model/types.ts";
import { fold } from "../syntax/bullets.ts";

/** The key of a piece that is a record and is not kept out. */
const RECORD = 2;
const SIGNS = /[\\`*_[\]<>#~|@&^!{}$=+]/g;

/** `at` is where it stands if it does not say so itself. Undefined where its words cannot be written so that they are read as they are. */
export function extractOf(
  { quote, at, comment, tags, colour, id }: Annotation,
  number: number,
  place: string | undefined,
  reading: Reading,
): NewRecord | undefined {
  const words = asQuote(quote, reading);
  if (words === undefined) return undefined;
  const note = comment === undefined ? undefined : asNote(comment, reading);
  const all = [...new Set([...tags, ...(colour === undefined ? [] : [colour])])].map((tag) =>
    tag.replace(/[,;]/g, " "),
  );
  const fields: (readonly [string, string])[] = [];
  const where = at ?? place;
  if (where !== undefined) fields.push(["at", where]);
  const name = id === undefined ? undefined : asName(id, reading);
  if (name !== undefined) fields.push(["annotation", name]);
  if (note !== undefined) fields.push(["note", note]);
  const listed = all.length === 0 ? undefined : asField("tags", all.join(", "), reading);
  if (listed !== undefined) fields.push(["tags", listed]);
  return { kind: "extract", id: `e${number}`, quote: words, fields };
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

function asField(label: string, value: string, reading: Reading): string | undefined {
  return hands([value]).find(([line = ""]) => {
    const entity = read(`## Extract e1\n\n- ${label}: ${line}\n`, reading);
    return entity !== undefined && entity.tags.length > 0 && isBare(entity);
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

/** Ways to write lines, the plainest first. */
function hands(lines: readonly string[]): readonly (readonly string[])[] {
  if (lines.length === 0) return [];
  const escaped = lines.map((line) =>
    line
      .replace(SIGNS, "\\$&")
      .replace(/^([-:])/, "\\$1")
      .replace(/^(\d{1,9})([.)])/, "$1\\$2"),
  );
  // As a last way without the signs that would say something.
  return [
    lines,
    escaped,
    lines.map((line) =>
      line
        .replace(SIGNS, " ")
        .replace(/^[\s-]+/, "")
        .replace(/\s+/g, " "),
    ),
  ];
}

function read(text: string, reading: Reading): Extract | undefined {
  const [entity] = readAgain(text, RECORD, reading);
  return entity?.kind === "extract" ? entity : undefined;
}

/** Whether it says nothing but what was meant. */
function isBare({ refs, evidence, codings, restated }: Extract): boolean {
  return refs.length === 0 && evidence.length === 0 && codings.length === 0 && restated.length === 0;
}
