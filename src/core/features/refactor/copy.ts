/** Records as words for somewhere else: as references, as the rows of a Markdown table, as tagged sentences. */
import { t } from "../../l10n.ts";
import { readAgain } from "../../model/read-piece.ts";
import type { Cmoc, Entity, PieceKey } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";
import { called } from "../../rules/about.ts";
import type { Slot } from "../../syntax/slots.ts";
import type { Scheme } from "../../vocabulary.ts";
import { roleCells, sentenceOf, unsayable } from "../actions/as-sentence.ts";
import { type Clause, clausesOf, HANDS } from "../actions/clauses.ts";
import { slotsDiffer } from "../actions/difference.ts";
import { cellText } from "../edit/cells.ts";
import { type OpenRecord, openRecord } from "../edit/record.ts";
import { referenceText } from "../edit/spell.ts";
import { Fragments } from "../links.ts";

export const COPIES = ["reference", "wikilink", "link", "row", "table", "sentence"] as const;
/** A reference as fields write it, one for prose, one that a forge can follow; rows with their head or without; sentences. */
export type CopyAs = (typeof COPIES)[number];

export interface Copied {
  /** Empty where nothing could be copied. */
  readonly text: string;
  /** Records that cannot be written so, with the reason. */
  readonly left: readonly string[];
}

/** The records as text; `from` is the document that links are to work in. */
export function copyOf(review: Review, records: readonly Definition[], as: CopyAs, from: string): Copied {
  const left: string[] = [];
  const parts: string[] = [];
  if (as === "row" || as === "table") return tableOf(review, records, as === "table");
  const fragments = new Fragments(review);
  for (const at of records) {
    if (as === "sentence") {
      const made = sentence(review, at);
      if ("text" in made) parts.push(made.text);
      else left.push(`${called(at)}: ${made.why}`);
      continue;
    }
    const text = reference(review, at, as, fragments, from);
    if (text === undefined) left.push(`${called(at)}: ${t("nothing can refer to it by its id.")}`);
    else parts.push(text);
  }
  const isBelow = as === "sentence";
  return { text: parts.join(isBelow ? "\n\n" : ", "), left };
}

function reference(review: Review, at: Definition, as: CopyAs, fragments: Fragments, from: string): string | undefined {
  const { kind, id, name } = at.brief;
  const text = name === "" ? undefined : kind === "code" || kind === "memo" ? id : referenceText(name, review);
  if (text === undefined || as === "reference") return text;
  if (as === "link") {
    const target = fragments.targetOf(from, name);
    const words = kind === "code" ? `Code ${id}` : kind === "memo" ? `Memo ${id}` : text;
    return target === undefined ? undefined : `[${words}](${target})`;
  }
  if (kind === "extract") return `[${text}]`;
  return kind === "code" ? `[[Code ${id}]]` : kind === "memo" ? `[[Memo ${id}]]` : `[[${text}]]`;
}

/** What a record says, in the ways in which it can be written. */
interface Sayable {
  readonly record: OpenRecord;
  /** For each hand; words that slots share are said of each, and what says nothing is left out. */
  readonly ways: readonly (readonly Clause[])[];
}

function sayable(review: Review, at: Definition): Sayable | undefined {
  const record = openRecord(review, at);
  const { entity } = record ?? {};
  if (!record || entity?.kind !== "cmoc") return undefined;
  const whole = [{ start: 0, end: record.text.length }];
  const within = entity.spelling === "fields" ? entity.slots : whole;
  // A citation beside a slot supports it, wherever it is written.
  const spoken = { ...entity, evidence: entity.evidence.filter(({ stance }) => stance === "supports") };
  const ways = HANDS.map((hand) =>
    clausesOf(record, spoken, within, hand)
      .filter(({ words }) => words !== "")
      .flatMap(({ roles, words }) => roles.map((role) => ({ roles: [role], words }))),
  );
  return ways.some((clauses) => clauses.length > 0) ? { record, ways } : undefined;
}

/** What is written in one of the ways so that it is read as the slots that it is of; else why the first is not. */
function firstRead<Written>(
  { record: { scheme }, ways }: Sayable,
  write: (clauses: readonly Clause[]) => Written | undefined,
  read: (written: Written) => Entity | undefined,
): Written | { readonly why: string } {
  const whys: string[] = [];
  for (const clauses of ways) {
    const written = write(clauses);
    const entity = written && read(written);
    const why =
      written === undefined
        ? unsayable(clauses, scheme)
        : slotsDiffer(slotsIn(clauses), entity?.kind === "cmoc" ? entity.slots : [], scheme, false);
    if (written !== undefined && why === undefined) return written;
    whys.push(why ?? "");
  }
  return { why: whys[0] ?? "" };
}

function slotsIn(clauses: readonly Clause[]): readonly Slot[] {
  return clauses.flatMap(({ roles }) => roles);
}

function sentence(review: Review, at: Definition): { readonly text: string } | { readonly why: string } {
  const found = sayable(review, at);
  if (!found) return { why: t("it has no slots that a sentence could say.") };
  const { scheme } = found.record;
  const made = firstRead(
    found,
    (clauses) => {
      const text = sentenceOf(clauses, scheme)?.replace(/\\\|/g, "|");
      return text === undefined ? undefined : { text };
    },
    ({ text }) => readAgain(`## CMOC X1\n\n${text}\n`, RECORD, { scheme, source: undefined })[0],
  );
  if (found.ways.every((clauses) => clauses.length < 2))
    return { why: t("it has only one slot, and a sentence is read from two on.") };
  return "text" in made ? made : { why: `${t("it cannot be copied as a sentence.")} ${made.why}`.trim() };
}

/** How a piece that is a record is read, and one that is none. */
const RECORD: PieceKey = 2;
const ROWS: PieceKey = 0;

interface Row {
  readonly at: Definition;
  readonly id: string;
  readonly cells: ReadonlyMap<string, string>;
  readonly evidence: string;
  readonly slots: readonly Slot[];
}

/** One table for all: a column for the ids, one for each role that some have, one for the evidence. */
function tableOf(review: Review, records: readonly Definition[], withHead: boolean): Copied {
  const { scheme } = review.manifest;
  const left = new Map<Definition, string>();
  const leave = (at: Definition, why: string): void => {
    left.set(at, `${called(at)}: ${t("it cannot be copied as a row.")} ${why}`.trim());
  };
  let rows: readonly Row[] = records.flatMap((at) => {
    const found = sayable(review, at);
    if (!found) {
      left.set(at, `${called(at)}: ${t("it has no slots that a table could hold.")}`);
      return [];
    }
    const made = firstRead(
      found,
      (clauses): Row | undefined => {
        const cells = roleCells(clauses, scheme);
        return cells && { at, id: at.brief.id, cells, evidence: evidenceOf(review, at), slots: slotsIn(clauses) };
      },
      (row) => rowsRead(linesOf([row], scheme.slots), scheme)[0],
    );
    if (!("why" in made)) return [made];
    leave(at, made.why);
    return [];
  });
  // What is read as it is meant by itself is so beside others; that is made sure of where it counts.
  for (;;) {
    const used = scheme.slots.filter(
      ({ letter }) => scheme.required.includes(letter) || rows.some(({ cells }) => cells.has(letter)),
    );
    const lines = linesOf(rows, used);
    const read = rowsRead(lines, scheme);
    const wrong = new Map<Row, string>();
    for (const [index, row] of rows.entries()) {
      const why = slotsDiffer(row.slots, read[index]?.slots ?? [], scheme, false);
      if (why !== undefined) wrong.set(row, why);
    }
    if (wrong.size === 0) {
      const text = rows.length === 0 ? "" : lines.slice(withHead ? 0 : 2).join("\n");
      return { text, left: records.flatMap((at) => left.get(at) ?? []) };
    }
    for (const [{ at }, why] of wrong) leave(at, why);
    rows = rows.filter((row) => !wrong.has(row));
  }
}

/** The head, the line below it, and the rows. */
function linesOf(rows: readonly Row[], used: Scheme["slots"]): readonly string[] {
  const line = (words: readonly string[]): string => `| ${words.join(" | ")} |`;
  const heads = ["ID", ...used.map(({ label }) => label), "Evidence"];
  const body = rows.map(({ id, cells, evidence }) =>
    line([id, ...used.map(({ letter }) => cells.get(letter) ?? "–"), evidence === "" ? "–" : evidence]),
  );
  return [line(heads), line(heads.map(() => "---")), ...body];
}

function rowsRead(lines: readonly string[], scheme: Scheme): readonly Cmoc[] {
  const all = readAgain(`${lines.join("\n")}\n`, ROWS, { scheme, source: undefined });
  return all.filter((each): each is Cmoc => each.kind === "cmoc");
}

/** What supports it, as a column of evidence lists it. */
function evidenceOf(review: Review, at: Definition): string {
  const found = review.evidenceFor(at).filter(({ stance }) => stance === "supports");
  return cellText([
    [...new Set(found.map(({ extract }) => referenceText(extract, review) ?? `@${extract.slice(2)}`))].join(", "),
  ]);
}

/** The configurations among records. */
export function configurationsIn(records: readonly Definition[]): readonly Definition<Cmoc>[] {
  return records.filter(({ brief }) => brief.kind === "cmoc") as readonly Definition[] as readonly Definition<Cmoc>[];
}
