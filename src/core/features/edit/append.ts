/** Writing a new record: at the end of a document, after a record, or in a file to be made. */
import { canonicalId, isId, rangeOf } from "../../ids.ts";
import { roleOfFile } from "../../membership.ts";
import { nameOf } from "../../model/names.ts";
import { blocksOfPiece } from "../../model/parts/blocks.ts";
import { bulletRead } from "../../model/parts/bullets.ts";
import { readDocument } from "../../model/read-document.ts";
import { type Reading, readAgain } from "../../model/read-piece.ts";
import type { PieceKey } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";
import { bulletsOf, valueText } from "../../syntax/bullets.ts";
import { readRoles } from "../../syntax/roles.ts";
import { isOffComment, sectionsOf, split } from "../../syntax/split.ts";
import { applyEdits, lineEnding } from "../../text.ts";
import { FIELDS, fieldOf, KINDS, type Kind, RECORD_KINDS, type Scheme } from "../../vocabulary.ts";
import { paragraphsOf, readAlone, writtenBullet } from "./bullets.ts";
import { editsOf, type Outcome, refuse, UNCHANGED } from "./outcome.ts";
import { isHeld, isRow, openRecord } from "./record.ts";
import { numberForm } from "./reference-text.ts";
import { notHeld } from "./refusals.ts";
import { isCitable } from "./spell.ts";
import { bulletsNear, lineEnd, lineStart, type Style, spelt, styleOf } from "./style.ts";

export interface NewRecord {
  readonly kind: Kind;
  readonly id: string;
  readonly title?: string;
  /** Verbatim words of an extract, a line a paragraph of the block quote. */
  readonly quote?: string;
  /** Labels and values in the order in which they are written; a label may be a role. */
  readonly fields?: readonly (readonly [label: string, value: string])[];
  /** Markdown below the fields. */
  readonly prose?: string;
}

export interface NewRecordPlace {
  /** The document; one that the review does not hold, or that is empty, is begun. */
  readonly uri: string;
  /** A record of it that the new one follows; else it goes to the end. */
  readonly after?: Definition;
  /** Begins a source's file: front matter with this citekey, before the record. */
  readonly citekey?: string;
}

/** Writes a record with a heading of its neighbours' level, parted by one empty line, in the hand of the record before it. */
export function appendRecord(review: Review, place: NewRecordPlace, record: NewRecord): Outcome {
  return appendRecords(review, place, [record]);
}

/** The same of several records of one kind, one after the other: all of them, or none. In time of what is written and of the document. */
export function appendRecords(
  review: Review,
  { uri, after, citekey }: NewRecordPlace,
  records: readonly NewRecord[],
): Outcome {
  const [first] = records;
  if (!first) return UNCHANGED;
  if (roleOfFile(uri, review.manifest) !== "markdown") return refuse("unknown", { file: uri });
  const document = review.text(uri) ?? "";
  const isNew = document.replace(/^\ufeff/, "").trim() === "";
  const key = citekey ?? review.facts(uri)?.frontMatter?.citekey;
  for (const record of records) {
    const wrong = wrongId(review, record, key);
    if (wrong) return wrong;
  }
  if (citekey !== undefined && (!isNew || !isCitable(citekey)))
    return refuse(isNew ? "form" : "taken", { key: citekey });
  if (citekey !== undefined && (review.source(citekey)?.uri ?? uri) !== uri) return refuse("taken", { key: citekey });
  const place = after ? placeAfter(review, after, uri, first.kind) : endOf(document);
  if (place === undefined) return after?.placed.uri === uri ? notHeld(review, after) : refuse("unknown", { file: uri });
  const eol = isNew ? "\n" : lineEnding(document);
  const before = after ?? lastBefore(review, uri, place);
  const level = levelOf(review, uri, first.kind, place, before);
  const style = styleFor(review, before, uri, place);
  const reading = { scheme: review.manifest.scheme, source: key };
  const texts: string[] = [];
  for (const record of records) {
    const text = recordText(record, level, style, eol, reading.scheme);
    if (text === undefined || !saysAsMeant(text, record, level, eol, reading)) return refuse("form", { id: record.id });
    texts.push(text);
  }
  const text = texts.join(eol + eol);
  const front = citekey === undefined ? "" : `---${eol}citekey: ${yamlKey(citekey)}${eol}---${eol}${eol}`;
  const edit = {
    span: { start: place, end: place },
    newText: isNew ? front + text + eol : eol + eol + text,
  };
  const whole = applyEdits(document, [edit]);
  const names = new Set(records.map(({ kind, id }) => nameOf(kind, canonicalId(kind, id), key)));
  const isMeant = names.size === records.length && readsAs(whole, review, names, document);
  return isMeant ? editsOf(uri, document, [edit]) : refuse("form", { id: first.id });
}

function wrongId(review: Review, { kind, id }: NewRecord, key: string | undefined): Outcome | undefined {
  if (!isId(id)) return refuse("form", { id });
  if (RECORD_KINDS.includes(kind) && rangeOf(id, true)) return refuse("range", { id });
  if (kind === "extract" && key === undefined) return refuse("form", { id });
  const isDate = kind === "memo" && /^\p{Nd}{4}(?:-\p{Nd}{2}){0,2}$/u.test(id);
  return !isDate && review.isDefined(nameOf(kind, canonicalId(kind, id), key)) ? refuse("taken", { id }) : undefined;
}

/** A citekey as YAML: in quotation marks where it could be read as something else than text. */
export function yamlKey(key: string): string {
  const isPlain =
    /^\p{L}[\p{L}\p{N}_.:/+-]*[\p{L}\p{N}]$/u.test(key) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(key);
  return isPlain ? key : JSON.stringify(key);
}

/** The end of a document's last line with words; the white space after it stays behind the record. */
function endOf(document: string): number {
  return lineEnd(document, document.trimEnd().length);
}

/** Past a record and the deeper ordinary headings below it, and before a comment that keeps the next heading out. */
function placeAfter(review: Review, after: Definition, uri: string, kind: Kind): number | undefined {
  const { placed, brief } = after;
  const document = review.text(uri) ?? "";
  if (placed.uri !== uri || !isHeld(review, placed)) return undefined;
  const depth = depthAt(document, placed.start) ?? 2;
  let end = placed.start + placed.facts.length;
  // A record on a higher level, such as a theory above its configurations, is followed by another of its kind below all of them.
  if (kind === brief.kind) {
    for (const section of split(document).sections) {
      if (section.start < end) continue;
      if (section.depth <= depth) break;
      end = section.end;
    }
  }
  let words = document.slice(0, end).trimEnd().length;
  const line = lineStart(document, words);
  if (line > placed.start && end < document.length && isOffComment(document.slice(line, words)))
    words = document.slice(0, line).trimEnd().length;
  return lineEnd(document, words);
}

function depthAt(document: string, start: number): number | undefined {
  return split(document).sections.find((section) => section.start === start)?.depth;
}

function lastBefore(review: Review, uri: string, at: number): Definition | undefined {
  let found: Definition | undefined;
  for (const placed of review.placed(uri)) {
    if (placed.start >= at) break;
    found = placed.definitions[0] ?? found;
  }
  return found;
}

/** The level of the nearest record of the kind before the place, else after it, else of any record; a theory opens its file at the first. */
function levelOf(review: Review, uri: string, kind: Kind, at: number, before: Definition | undefined): number {
  const document = review.text(uri) ?? "";
  const depths = new Map(split(document).sections.map((section) => [section.start, section.depth]));
  let found: number | undefined;
  for (const placed of review.placed(uri)) {
    if (!placed.facts.records.some((brief) => brief.kind === kind && !isRow(brief))) continue;
    if (placed.start < at || found === undefined) found = depths.get(placed.start) ?? found;
  }
  if (found !== undefined && found > 0) return found;
  const other = before ? (depths.get(before.placed.start) ?? 0) : 0;
  if (before && other > 0) return before.brief.kind === "theory" && kind !== "theory" ? Math.min(6, other + 1) : other;
  return kind === "theory" && document.trim() === "" ? 1 : 2;
}

function styleFor(review: Review, before: Definition | undefined, uri: string, at: number): Style {
  const open = before && openRecord(review, before);
  if (open && open.bullets.length > 0) {
    const style = styleOf(open, review);
    return { ...style, bullet: { ...style.bullet, indent: "" } };
  }
  const plain = { mark: "", inside: true, capital: false, word: false };
  return { bullet: bulletsNear(review, uri, at), role: { ...plain, mark: "**" }, label: plain };
}

/** The record as Markdown, without a line ending at its end; undefined when a label is not one of its kind's. */
function recordText(record: NewRecord, level: number, style: Style, eol: string, scheme: Scheme): string | undefined {
  const words = KINDS.find(({ kind }) => kind === record.kind);
  // Number signs at the end would be the heading's own.
  const title = (record.title ?? "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/(?<=^|\s)#+$/, "\\$&");
  const id = numberForm(record.id, record.kind) ?? record.id;
  const parts = [`${"#".repeat(level)} ${words?.heading ?? ""} ${id}${title === "" ? "" : `: ${title}`}`];
  if (record.quote !== undefined)
    parts.push(
      paragraphsOf(record.quote)
        .map((line) => `> ${line}`)
        .join(`${eol}>${eol}`),
    );
  const bullets: string[] = [];
  for (const [label, value] of record.fields ?? []) {
    const field = fieldOf(FIELDS[record.kind], label.toLowerCase());
    const isRole = record.kind === "cmoc" && readRoles(label, scheme) !== undefined;
    // At an extract a label may be a coding line's.
    if (!field && !isRole && record.kind !== "extract") return undefined;
    const head = spelt(field?.label ?? label, isRole ? style.role : style.label);
    bullets.push(writtenBullet(value.trim() === "" ? head : `${head} ${value}`, style.bullet, eol));
  }
  if (bullets.length > 0) parts.push(bullets.join(eol));
  if (record.prose !== undefined) parts.push(record.prose.trim().replace(/\r\n|\r|\n/g, eol));
  return parts.filter((part) => part !== "").join(eol + eol);
}

/** The key of a piece that is a record and is not kept out. */
const RECORD: PieceKey = 2;

/** Whether the record by itself has each field with its value, no others, and no heading that would end it. */
function saysAsMeant(text: string, record: NewRecord, level: number, eol: string, reading: Reading): boolean {
  if (sectionsOf(text).some(({ depth, start }) => start > 0 && depth <= level)) return false;
  // A comment or a code block that does not close would take in what is written after the record.
  if (sectionsOf(`${text}${eol}${eol}# x${eol}`).at(-1)?.depth !== 1) return false;
  const [entity] = readAgain(text, RECORD, reading);
  if (!entity) return false;
  const { scheme } = reading;
  const fields = record.fields ?? [];
  const bullets = bulletsOf(blocksOfPiece(text));
  const values = fields.map(([, value]) => {
    const paragraphs = paragraphsOf(value);
    return paragraphs.length === 0 ? "" : readAlone(paragraphs, eol);
  });
  return (
    values.every((value, at) => value !== undefined && bullets[at] && valueText(bullets[at]) === value) &&
    bullets.slice(fields.length).every((bullet) => bulletRead(bullet, { entity, scheme }).is === "prose")
  );
}

/** Whether the document then has the records, and every other record that it had. */
function readsAs(text: string, review: Review, names: ReadonlySet<string>, before: string): boolean {
  const { scheme } = review.manifest;
  const namesIn = (document: string): readonly string[] =>
    readDocument(document, scheme).pieces.flatMap(({ records }) => records.map(({ name }) => name));
  const all = namesIn(text);
  const there = new Set(all);
  return [...names].every((name) => there.has(name)) && all.length === namesIn(before).length + names.size;
}
