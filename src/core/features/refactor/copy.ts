/** Records as words for somewhere else: as references, as the rows of a Markdown table, as tagged sentences. */
import { t } from "../../l10n.ts";
import type { Cmoc } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";
import { called } from "../../rules/about.ts";
import { roleCells, sentenceOf } from "../actions/as-sentence.ts";
import { type Clause, clausesOf, HANDS } from "../actions/clauses.ts";
import { cellText } from "../edit/cells.ts";
import { openRecord } from "../edit/record.ts";
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
  const take = (at: Definition, text: string | undefined, why: string): void => {
    if (text === undefined) left.push(`${called(at)}: ${why}`);
    else parts.push(text);
  };
  if (as === "row" || as === "table") return tableOf(review, records, as === "table");
  const fragments = new Fragments(review);
  for (const at of records) {
    if (as === "sentence") take(at, sentence(review, at), t("it has no slots that a sentence could say."));
    else take(at, reference(review, at, as, fragments, from), t("nothing can refer to it by its id."));
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

function clausesIn(review: Review, at: Definition): readonly (readonly Clause[])[] {
  const record = openRecord(review, at);
  const { entity } = record ?? {};
  if (!record || entity?.kind !== "cmoc" || entity.slots.length === 0) return [];
  const whole = [{ start: 0, end: record.text.length }];
  const within = entity.spelling === "fields" ? entity.slots : whole;
  return HANDS.map((hand) => clausesOf(record, entity, within, hand));
}

function sentence(review: Review, at: Definition): string | undefined {
  for (const clauses of clausesIn(review, at)) {
    const text = sentenceOf(clauses, review.manifest.scheme);
    if (text !== undefined) return text.replace(/\\\|/g, "|");
  }
  return undefined;
}

/** One table for all: a column for the ids, one for each role that some have, one for the evidence. */
function tableOf(review: Review, records: readonly Definition[], withHead: boolean): Copied {
  const { scheme } = review.manifest;
  const left: string[] = [];
  const rows: { readonly id: string; readonly cells: ReadonlyMap<string, string>; readonly evidence: string }[] = [];
  for (const at of records) {
    let cells: ReadonlyMap<string, string> | undefined;
    for (const clauses of clausesIn(review, at)) cells ??= roleCells(clauses, scheme);
    if (cells) rows.push({ id: at.brief.id, cells, evidence: evidenceOf(review, at) });
    else left.push(`${called(at)}: ${t("it has no slots that a table could hold.")}`);
  }
  if (rows.length === 0) return { text: "", left };
  const used = scheme.slots.filter(
    ({ letter }) => scheme.required.includes(letter) || rows.some(({ cells }) => cells.has(letter)),
  );
  const line = (words: readonly string[]): string => `| ${words.join(" | ")} |`;
  const heads = ["ID", ...used.map(({ label }) => label), "Evidence"];
  const body = rows.map(({ id, cells, evidence }) =>
    line([id, ...used.map(({ letter }) => cells.get(letter) ?? "–"), evidence === "" ? "–" : evidence]),
  );
  return { text: [...(withHead ? [line(heads), line(heads.map(() => "---"))] : []), ...body].join("\n"), left };
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
