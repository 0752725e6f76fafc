/** Reads one piece of a document: its records, the references outside them, what its readers find. Never throws. */
import { type Block, type Heading, type Inline, sourceSpan } from "../syntax/blocks.ts";
import { bulletsOf } from "../syntax/bullets.ts";
import type { Finding } from "../syntax/finding.ts";
import type { RecordHeading } from "../syntax/headings.ts";
import { readBlocks, readerOf } from "../syntax/read-blocks.ts";
import { readRoles } from "../syntax/roles.ts";
import { hasTags } from "../syntax/sentence.ts";
import { shiftBlocks } from "../syntax/shift.ts";
import { type Section, sectionsOf } from "../syntax/split.ts";
import { isSpace } from "../syntax/words.ts";
import type { Span } from "../text.ts";
import { FIELDS, fieldOf, type Kind, type Scheme } from "../vocabulary.ts";
import { otherRefs, type RecordText, readCmoc, rowRecord, tablesIn } from "./cmoc.ts";
import { readExtract } from "./extract.ts";
import type { Context } from "./fields.ts";
import { beginRanges, nameOf } from "./names.ts";
import { readCode, readDemiRegularity, readMemo, readTheory } from "./others.ts";
import { type OutlinePiece, outline } from "./outline.ts";
import { blocksRefs } from "./prose.ts";
import type { RecordHead } from "./record-head.ts";
import type { Entity, PieceKey, Ref } from "./types.ts";

/** How a piece is read, beside its text: the review's scheme, and the citation key of the file when it is a source's. */
export interface Reading {
  readonly scheme: Scheme;
  readonly source: string | undefined;
}

export interface PieceRead {
  readonly records: readonly Entity[];
  /** References outside records. */
  readonly refs: readonly Ref[];
  readonly findings: readonly Finding[];
}

export function pieceKey(piece: OutlinePiece): PieceKey {
  return (piece.off ? 1 : 0) + (piece.record ? 2 : 0);
}

export function isRecordKey(key: PieceKey): boolean {
  return key >= 2;
}

/** Groups sections into pieces as this reader reads them. */
export function piecesOf(text: string, sections: readonly Section[], reading: Reading): readonly OutlinePiece[] {
  return outline(text, sections, reading.source !== undefined, (own, record) =>
    hasOwnField(text, own, record, reading.scheme),
  );
}

/** The records of a piece, read again from its text alone and equal to what {@link readPiece} gave in its document. */
export function readAgain(text: string, key: PieceKey, reading: Reading): readonly Entity[] {
  const [first, ...others] = sectionsOf(text);
  if (!first) return NO_RECORDS;
  const sections = [{ ...first, off: (key & 1) === 1 }, ...others];
  const piece = piecesOf(text, sections, reading)[0];
  return piece ? readPiece(text, piece, reading).records : NO_RECORDS;
}

/** The blocks of a piece, its sections joined; spans are relative to the piece. `text` is the document's. */
function blocksOf(text: string, sections: readonly Section[], findings: Finding[]): readonly Block[] {
  const [first] = sections;
  if (!first) return NO_BLOCKS;
  const blocks = sectionBlocks(text, first, first.start, findings);
  if (sections.length === 1) return blocks;
  const found = [...blocks];
  for (let index = 1; index < sections.length; index++) {
    for (const block of sectionBlocks(text, sections[index] as Section, first.start, findings)) found.push(block);
  }
  return found;
}

/** The blocks of a section; spans are relative to `start`. */
function sectionBlocks(text: string, section: Section, start: number, findings: Finding[]): readonly Block[] {
  const words = text.slice(section.start, section.end);
  if (words.length > LONG && readerOf(words) === "none") {
    const span = { start: section.start - start, end: section.headingEnd - start };
    findings.push({ rule: "file/too-large", ...span, data: { length: words.length } });
  }
  return shiftBlocks(readBlocks(words), section.start - start);
}

const NO_BLOCKS: readonly Block[] = [];
/** Shorter sections are always read. */
const LONG = 100_000;

export function readPiece(document: string, piece: OutlinePiece, { scheme, source }: Reading): PieceRead {
  beginRanges();
  const findings: Finding[] = [];
  const context: Context = { scheme, source, prose: { field: "prose", inRecord: true, source }, findings };
  const text = document.slice(piece.start, piece.end);
  const whole = withoutSwitchedOff(text, blocksOf(document, piece.sections, findings));
  if (piece.record) {
    const records = readRecord(text, whole, piece.record, piece.headingEnd - piece.start, context);
    return { records, refs: NO_REFS, findings };
  }
  const heading = piece.headingEnd - piece.start;
  const tables = tablesIn(whole, context.scheme, false);
  const refs: Ref[] = [];
  let records = NO_RECORDS;
  let rest = whole;
  if (tables.length > 0) {
    records = tables.flatMap(({ table, rows }) => rows.map((row) => rowRecord(row, table, context)));
    const taken = new Set<Block>(tables.map(({ table }) => table));
    rest = whole.filter((block) => !taken.has(block));
    for (const each of tables) otherRefs(each, false, refs);
  }
  blocksRefs(rest, { field: "prose", inRecord: false, source }, refs);
  if (piece.near !== undefined) {
    const missed = missedRecord(piece.near, text.slice(0, heading).replace(/^#+\s*/, ""), whole, context.scheme);
    if (missed) findings.push({ ...missed, start: 0, end: heading });
  }
  return { records, refs, findings };
}

const NO_REFS: readonly Ref[] = [];
const NO_RECORDS: readonly Entity[] = [];
/** Leaves out `<!-- cmoc: off -->` and the block right after it. */
function withoutSwitchedOff(text: string, blocks: readonly Block[]): readonly Block[] {
  if (!text.includes("<!--")) return blocks;
  const off = (block: Block | undefined): boolean =>
    block?.type === "html" &&
    /^<!--\s{0,9}cmoc:\s{0,9}off\s{0,9}-->\s*$/i.test(text.slice(block.start, Math.min(block.end, block.start + 60)));
  return blocks.filter((block, index) => !off(block) && !off(blocks[index - 1]));
}

/** What is wrong with a heading that nearly opens a record, if what stands under it says that one was meant. */
function missedRecord(
  near: NonNullable<OutlinePiece["near"]>,
  heading: string,
  blocks: readonly Block[],
  scheme: Scheme,
): Pick<Finding, "rule" | "data"> | undefined {
  if (near === "outside")
    return holdsPassage(blocks) ? { rule: "extract/outside", data: { text: heading, why: "near" } } : undefined;
  const { kind, digit, why, written, sure } = near;
  const meant = sure && digit ? true : isMeant(kind, digit ? 1 : 2, blocks, scheme);
  if (!meant) return undefined;
  return {
    rule: "id/form",
    data: written === "" ? { text: heading, why, kind } : { text: written, why, kind, heading },
  };
}

/** Whether so many fields of a kind stand in these blocks, or an extract's passage; fields that every record has say nothing. */
function isMeant(kind: Kind, least: number, blocks: readonly Block[], scheme: Scheme): boolean {
  if (kind === "extract" && holdsPassage(blocks)) return true;
  const fields = bulletsOf(blocks).filter(({ label }) => {
    if (label === undefined) return false;
    if (kind === "cmoc" && readRoles(label, scheme) !== undefined) return true;
    const field = least > 1 ? undefined : fieldOf(FIELDS[kind], label);
    return field !== undefined && field.label !== "note" && field.label !== "tags";
  });
  return fields.length >= least;
}

function holdsPassage(blocks: readonly Block[]): boolean {
  return (
    blocks.some(({ type }) => type === "quote") || bulletsOf(blocks).some(({ label }) => label?.toLowerCase() === "at")
  );
}

function readRecord(
  text: string,
  whole: readonly Block[],
  heading: RecordHeading,
  headingEnd: number,
  context: Context,
): readonly Entity[] {
  const first = whole[0]?.type === "heading" ? whole[0] : undefined;
  const blocks = first ? whole.slice(1) : whole;
  const head = headOf(text, first, heading, headingEnd, context);
  const record: RecordText = { head, blocks, bullets: bulletsOf(blocks), text, context };
  if (heading.range)
    context.findings.push({ rule: "id/form", ...head.idSpan, data: { text: heading.id, why: "range" } });
  switch (heading.kind) {
    case "cmoc":
      return readCmoc(record);
    case "extract":
      return [readExtract(record)];
    case "theory":
      return [readTheory(record)];
    case "demi-regularity":
      return [readDemiRegularity(record)];
    case "code":
      return [readCode(record)];
    case "memo":
      return [readMemo(record)];
  }
}

function headOf(
  text: string,
  first: Heading | undefined,
  heading: RecordHeading,
  headingEnd: number,
  context: Context,
): RecordHead {
  const inline: Inline | undefined = first?.inline;
  let lead = 0;
  while (inline && lead < inline.text.length && isSpace(inline.text.charCodeAt(lead))) lead++;
  const idSpan: Span = inline
    ? sourceSpan(inline, lead + heading.idFrom, lead + heading.idTo)
    : { start: 0, end: headingEnd };
  let end = text.length;
  while (end > headingEnd && isSpace(text.charCodeAt(end - 1))) end--;
  return {
    id: heading.id,
    name: nameOf(heading.kind, heading.id, context.source),
    title: heading.title,
    idSpan,
    head: { start: 0, end: headingEnd },
    start: 0,
    end,
  };
}

const OWN_LABELS = ownLabels();

/** For each kind the labels that no other kind has. */
function ownLabels(): ReadonlyMap<Kind, ReadonlySet<string>> {
  const counts = new Map<string, number>();
  const kinds = Object.keys(FIELDS) as Kind[];
  for (const kind of kinds)
    for (const field of FIELDS[kind]) counts.set(field.label, (counts.get(field.label) ?? 0) + 1);
  return new Map(
    kinds.map((kind) => [
      kind,
      new Set(
        FIELDS[kind]
          .filter((field) => counts.get(field.label) === 1)
          .flatMap((field) => [field.label, ...(field.aliases ?? [])]),
      ),
    ]),
  );
}

/** Whether a field that only its kind has, or for a configuration a slot in any spelling, stands under a heading whose id has no digit. */
function hasOwnField(document: string, sections: readonly Section[], heading: RecordHeading, scheme: Scheme): boolean {
  const text = document.slice(sections[0]?.start, sections[sections.length - 1]?.end);
  const blocks = withoutSwitchedOff(text, blocksOf(document, sections, []));
  const own = OWN_LABELS.get(heading.kind);
  for (const bullet of bulletsOf(blocks)) {
    if (bullet.label === undefined) continue;
    if (own?.has(bullet.label.toLowerCase())) return true;
    if (heading.kind === "cmoc" && readRoles(bullet.label, scheme) !== undefined) return true;
    if (heading.kind === "extract" && codingLike(bullet.label, scheme)) return true;
  }
  if (heading.kind !== "cmoc") return false;
  const sentence = blocks.some((block) => block.type === "paragraph" && hasTags(block.inline, scheme) > 1);
  return sentence || tablesIn(blocks, scheme, true).length > 0;
}

function codingLike(label: string, scheme: Scheme): boolean {
  const space = label.lastIndexOf(" ");
  return (
    readRoles(label, scheme) !== undefined ||
    (space > 0 &&
      (label.slice(0, space).toLowerCase() === "code" || readRoles(label.slice(0, space), scheme) !== undefined))
  );
}
