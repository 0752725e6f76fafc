/** Configurations written in the language's own spellings; what is written is read again, and says the same. */

import { numberForm } from "../features/edit/reference-text.ts";
import { idKey } from "../ids.ts";
import { MANIFEST_NAME } from "../membership.ts";
import type { Cmoc } from "../model/types.ts";
import { Review } from "../review.ts";
import { readRole, roleWord } from "../syntax/roles.ts";
import type { RoleMention, Slot } from "../syntax/slots.ts";
import { SCHEME_NAMES, type Scheme } from "../vocabulary.ts";
import { append } from "./append.ts";
import { flat } from "./chars.ts";
import { uncited } from "./cited.ts";
import type { Printed, PrintedSlot } from "./printed.ts";
import { isTagText, withTags } from "./tags.ts";

export type WrittenAs = "fields" | "sentence" | "table";

/** The configurations as Markdown, one after the other; each has an id in it, a free one where none was printed. */
export function written(records: readonly Printed[], scheme: Scheme, as: WrittenAs): string {
  const named = withIds(records);
  if (as === "table") return asTable(named, scheme);
  const texts: string[] = [];
  for (const some of together(named)) append(texts, checked(some, scheme, as));
  return texts.join("\n");
}

/** So many slots are read again at once: a page may hold more of them than a memory takes twice. */
const MOST_SLOTS = 2000;

/** The records in groups that are read again together. */
function together(records: readonly Printed[]): readonly (readonly Printed[])[] {
  const groups: Printed[][] = [];
  let slots = Number.POSITIVE_INFINITY;
  for (const record of records) {
    slots += record.slots.length;
    if (slots > MOST_SLOTS) {
      groups.push([]);
      slots = record.slots.length;
    }
    groups[groups.length - 1]?.push(record);
  }
  return groups;
}

/** Texts of records that the language reads as they are meant, as far as a hand can be found for them. */
function checked(records: readonly Printed[], scheme: Scheme, as: "fields" | "sentence"): readonly string[] {
  // No configuration has so many slots: in this hand nothing but words is read in them.
  if (records.some(({ slots }) => slots.length > MOST_SLOTS))
    return records.map((record) => recordText(record, scheme, "fields", "bare"));
  let texts = records.map((record) => recordText(record, scheme, as, "plain"));
  for (const hand of ["plain", "escaped"] as const) {
    const read = slotsIn(texts.join("\n"), scheme);
    const wrong =
      read.length === records.length ? records.map((record, at) => !isSame(record, read[at])) : records.map(() => true);
    if (!wrong.includes(true)) break;
    texts = texts.map((text, at) =>
      wrong[at] ? recordText(records[at] as Printed, scheme, "fields", hand === "plain" ? "escaped" : "bare") : text,
    );
  }
  return texts;
}

/** Records without an id are numbered on from those that have one. */
function withIds(records: readonly Printed[]): readonly Printed[] {
  const taken = new Set(records.map((record) => idKey(record.id)));
  let next = 1;
  return records.map((record) => {
    if (record.id !== "") return record;
    while (taken.has(`cmoc${next}`)) next++;
    return { ...record, id: `CMOC${next++}` };
  });
}

type Hand = "plain" | "escaped" | "bare";

function recordText(record: Printed, scheme: Scheme, as: "fields" | "sentence", hand: Hand): string {
  const title = flat(record.title);
  const heading = `## CMOC ${numberForm(record.id, "cmoc") ?? record.id}${title === "" ? "" : `: ${safe(title, hand)}`}`;
  const sentence = as === "sentence" ? sentenceOf(record, scheme, hand) : undefined;
  const bullets: string[] = [];
  const add = (label: string, words: string): void => void bullets.push(`- ${label} ${safe(flat(words), hand)}`);
  if (record.theme !== "") add("theme:", record.theme);
  if (sentence === undefined) for (const slot of record.slots) add(`**${roleWord(slot, scheme)}:**`, slot.text);
  for (const note of notesOf(record, sentence === undefined || !holdsWords(sentence, record))) add("note:", note);
  const parts = [heading];
  if (sentence !== undefined) parts.push(sentence);
  if (bullets.length > 0) parts.push(bullets.join("\n"));
  return `${parts.join("\n\n")}\n`;
}

/** The statement as it is printed, where the language reads the same in it; else one of the slots. */
function sentenceOf(record: Printed, scheme: Scheme, hand: Hand): string | undefined {
  if (record.slots.length === 0) return undefined;
  const candidates = [printedSentence(record, scheme), madeSentence(record, scheme)];
  for (const candidate of candidates) {
    if (candidate === undefined) continue;
    const text = safe(candidate, hand, true);
    const [read] = slotsIn(`## CMOC ${record.id}\n\n${text}\n`, scheme);
    if (read && isSame({ ...record, title: "" }, read)) return text;
  }
  return undefined;
}

function printedSentence(record: Printed, scheme: Scheme): string | undefined {
  if (record.by !== "sentence" || record.statement === "") return undefined;
  return withTags(flat(uncited(record.statement, (inside) => isTagText(inside, scheme)).text), scheme);
}

const WORD = /[\p{L}\p{N}]+/gu;
/** What a tag of the language says in a letter. */
const ROLE_WORD =
  /^(?:contexts?|mechanisms?|outcomes?|interventions?|actors?|strategy|strategies|resources?|reasonings?|responses?|reactions?|[a-z])$/;

/** Whether a sentence holds every word of the statement that it is written for, or what is noted beside it does. */
function holdsWords(sentence: string, { statement, cited }: Printed): boolean {
  const held = new Set(`${sentence} ${cited.join(" ")}`.toLowerCase().match(WORD));
  return (flat(statement).toLowerCase().match(WORD) ?? []).every((word) => held.has(word) || ROLE_WORD.test(word));
}

function madeSentence({ slots }: Printed, scheme: Scheme): string | undefined {
  let text = "";
  let before: string | undefined;
  for (const slot of slots) {
    const joint =
      before === undefined
        ? slot.role === "C"
          ? "When "
          : ""
        : before === slot.role
          ? " and "
          : slot.role === "O"
            ? ", so that "
            : ", ";
    text += `${joint}${slot.text.replace(/(?<![\s.,;])[\s.,;]+$/, "")} (${roleWord(slot, scheme)})`;
    before = slot.role;
  }
  return text === "" ? undefined : `${text}.`;
}

const SPECIAL = /[\\`*_[\]<>#~|]/g;

/** Words in which Markdown, and the language, read nothing but words. */
function safe(text: string, hand: Hand, tags = false): string {
  if (hand === "bare")
    return text.replace(/[^\p{L}\p{M}\p{N}\s.,;:()'’"“”–—%/+-]/gu, (sign) =>
      /[\\`*_[\]<>#~|@&^!{}$=]/.test(sign) ? `\\${sign}` : sign,
    );
  if (hand === "escaped") return text.replace(/[\\`*_[\]<>#~|@&^!{}$=+]/g, (sign) => `\\${sign}`);
  const plain = tags
    ? text.replace(/[\\`*_<>~]/g, (sign) => `\\${sign}`)
    : text.replace(SPECIAL, (sign) => `\\${sign}`);
  return plain.replace(/&(?=#?\w{1,30};)/g, "\\&").replace(/(?<=^|[\s([{,;])@(?=[\w{])/g, "\\@");
}

/** One table of all; rows that would say something else than their configuration are written as fields below it. */
function asTable(records: readonly Printed[], scheme: Scheme): string {
  const letters = scheme.slots
    .map((slot) => slot.letter)
    .filter(
      (letter) =>
        records.some(({ slots }) => slots.some((slot) => slot.role === letter)) || scheme.required.includes(letter),
    );
  const themes = records.some(({ theme }) => theme !== "");
  const notes = records.some((record) => notesOf(record, true).length > 0);
  const heads = [
    "ID",
    ...(themes ? ["Theme"] : []),
    ...letters.map((letter) => scheme.slots.find((slot) => slot.letter === letter)?.label ?? letter),
    ...(notes ? ["Notes"] : []),
  ];
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const head = [line(heads), line(heads.map((each) => "-".repeat(Math.max(3, each.length))))].join("\n");
  const rowOf = (record: Printed): string =>
    line([
      record.title === "" ? record.id : `${record.id}: ${cell(record.title)}`,
      ...(themes ? [cell(record.theme)] : []),
      ...letters.map((letter) =>
        cellOf(
          record.slots.filter((slot) => slot.role === letter),
          scheme,
        ),
      ),
      ...(notes ? [cell(notesOf(record, true).join("; "))] : []),
    ]);
  const rows = records.map(rowOf);
  const read = slotsIn([head, ...rows].join("\n"), scheme);
  const isRow = (at: number): boolean => {
    const record = records[at] as Printed;
    return (
      read.length === records.length &&
      record.slots.length > 0 &&
      sameSlots(inOrder(record.slots, letters), inOrder(read[at]?.slots ?? [], letters)) &&
      idKey(read[at]?.id ?? "") === idKey(record.id)
    );
  };
  const fit = records.map((_, at) => isRow(at));
  const others = records.filter((_, at) => !fit[at]);
  const table = fit.includes(true) ? `${[head, ...rows.filter((_, at) => fit[at])].join("\n")}\n` : "";
  return [table, others.length === 0 ? "" : written(others, scheme, "fields")].filter((text) => text !== "").join("\n");
}

function inOrder<T extends RoleMention>(slots: readonly T[], letters: readonly string[]): readonly T[] {
  return letters.flatMap((letter) => slots.filter((slot) => slot.role === letter));
}

/** What the record holds beside its slots; `printed` also its statement as it is printed. */
export function notesOf(record: Printed, printed: boolean): readonly string[] {
  const notes = record.notes.map(({ label, text }) =>
    flat(label === "" ? text : text === "" ? label : `${label.replace(/:$/, "")}: ${text}`),
  );
  if (record.cited.length > 0) notes.push(flat(`Cited: ${record.cited.join("; ")}`));
  if (printed && record.statement !== "") notes.push(flat(`As printed: ${record.statement}`));
  return notes;
}

function cell(text: string): string {
  return safe(flat(text), "plain");
}

function cellOf(slots: readonly PrintedSlot[], _scheme: Scheme): string {
  let words = "";
  for (const slot of slots) {
    const marks = [
      slot.n === undefined ? undefined : `${slot.role}${slot.n}`,
      slot.part,
      slot.position,
      slot.absent ? "absent" : undefined,
      slot.layer,
    ].filter((mark) => mark !== undefined);
    words += `${words === "" ? "" : "; "}${cell(slot.text)}${marks.length === 0 ? "" : ` (${slot.n === undefined ? `${slot.role} ` : ""}${marks.join(" ")})`}`;
  }
  return words;
}

// Reading it again.

/** The configurations of a text, as a review of that scheme reads them. */
export function slotsIn(text: string, scheme: Scheme): readonly Cmoc[] {
  const review = new Review();
  review.set({ uri: MANIFEST_NAME, version: 0, text: manifestOf(scheme) });
  review.set({ uri: "read.md", version: 0, text });
  const found: Cmoc[] = [];
  for (const { entity } of review.records("cmoc")) if (entity.kind === "cmoc") found.push(entity);
  return found;
}

/** A manifest that says this scheme. */
export function manifestOf(scheme: Scheme): string {
  if ((SCHEME_NAMES as readonly string[]).includes(scheme.name)) return `cmoc: 1\nconfiguration: ${scheme.name}\n`;
  const slots = scheme.slots.map(({ letter, label }) => `  - { letter: ${letter}, label: ${JSON.stringify(label)} }\n`);
  return `cmoc: 1\nconfiguration:\n${slots.join("")}`;
}

function isSame(record: Printed, read: Cmoc | undefined): boolean {
  return (
    read !== undefined &&
    idKey(read.id) === idKey(record.id) &&
    read.title === flat(record.title) &&
    (read.theme?.text ?? "") === flat(record.theme) &&
    sameSlots(record.slots, read.slots)
  );
}

function sameSlots(one: readonly PrintedSlot[], other: readonly (PrintedSlot | Slot)[]): boolean {
  return one.length === other.length && one.every((slot, at) => slotKey(slot) === slotKey(other[at] as PrintedSlot));
}

function slotKey(slot: PrintedSlot): string {
  return [
    slot.role,
    slot.part,
    slot.position,
    slot.absent,
    slot.layer,
    slot.n === undefined ? "" : String(slot.n),
    flat(slot.text),
  ].join("|");
}

/** Whether a role can be written as a label. */
export function isWritable(role: RoleMention, scheme: Scheme): boolean {
  return readRole(roleWord(role, scheme), scheme) !== undefined;
}
