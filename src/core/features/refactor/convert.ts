/** Writing configurations in another of the three spellings: one, those of a file, those of the review. */
import { t } from "../../l10n.ts";
import type { Cmoc } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";
import { called } from "../../rules/about.ts";
import { ruleOf } from "../../rules/index.ts";
import { asFields } from "../actions/as-fields.ts";
import { asSentence, asTable } from "../actions/as-sentence.ts";
import { rowsAsRecords } from "../actions/row-as-record.ts";
import { pieceAt } from "../at/piece.ts";
import { type Edited, isRefusal, type Outcome, type Refusal, refuse, together } from "../edit/outcome.ts";
import { isRow, type OpenRecord, openRecord } from "../edit/record.ts";
import { Draft, type Spot, spotOf } from "./draft.ts";
import { headed } from "./fields.ts";
import { wrongOne } from "./merge.ts";
import { bringsProblems, newsOf, withoutNews } from "./news.ts";
import { whyLeft } from "./why-left.ts";

export const SPELLINGS = ["fields", "sentence", "table"] as const;
export type Wanted = (typeof SPELLINGS)[number];

/** A configuration that stayed as it is, and why. */
export interface LeftAsIs {
  readonly id: string;
  readonly uri: string;
  /** Offset in the document. */
  readonly start: number;
  /** A sentence for people. */
  readonly why: string;
}

export interface Converted {
  readonly outcome: Outcome;
  /** How many were written otherwise. */
  readonly count: number;
  readonly left: readonly LeftAsIs[];
}

/** Configurations of the review, of some files, or those that are given. */
export type Reach = { readonly uris?: ReadonlySet<string>; readonly records?: readonly Definition[] };

/**
 * Writes every configuration in reach in the spelling, where it then has the same slots, links, fields and words; tells which stay, and why. A row of a table
 * becomes a record with a heading, save where tables are wanted. A table that is written is the record’s own, below its heading, where its fields stay.
 */
export function convert(review: Review, wanted: Wanted, reach: Reach = {}): Converted {
  const all = (reach.records ?? [...review.records("cmoc")]).filter(
    ({ placed, brief }) => brief.kind === "cmoc" && (reach.uris === undefined || reach.uris.has(placed.uri)),
  );
  // From the end, so that rows without ids, which are known by their places, keep these.
  const places = [...all].sort((a, b) => startOf(b) - startOf(a));
  const brought = new Map<string, string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const draft = new Draft(review);
    const left: LeftAsIs[] = [];
    let count = 0;
    const meant = places.filter(({ entity }) => (entity as Cmoc).spelling !== wanted);
    const headed = headedTogether(
      draft,
      review,
      meant.filter((at) => !brought.has(keyOf(at))),
    );
    const open = meant.filter((at) => !brought.has(keyOf(at)));
    const together = convertedTogether(draft, review, open, headed, wanted);
    const halfDone: Definition[] = [];
    for (const at of meant) {
      const spot = headed.get(at);
      const why =
        brought.get(keyOf(at)) ??
        (together.has(at) ? together.get(at) : whyNotConverted(draft, review, at, wanted, spot));
      if (why !== undefined && spot && !brought.has(keyOf(at))) {
        halfDone.push(at);
        brought.set(keyOf(at), why);
      }
      if (why === undefined) count++;
      else left.push({ id: called(at), uri: at.placed.uri, start: startOf(at), why });
    }
    // A row that came to be a record and no more stays a row.
    if (halfDone.length > 0) continue;
    left.reverse();
    if (count === 0) return { outcome: { edits: new Map() }, count, left };
    const outcome = withoutNews(draft);
    if (!bringsProblems(outcome)) return { outcome, count, left };
    if (!stay(draft, places, brought)) return { outcome, count, left };
  }
  return { outcome: refuse("form"), count: 0, left: [] };
}

/** How often it is tried again without what would bring problems. */
const MOST_ROUNDS = 4;

function keyOf({ placed, brief }: Definition): string {
  return `${placed.uri} ${brief.name === "" ? placed.start + brief.start : brief.name}`;
}

/** Marks what is to stay because it would bring a problem, all of its file where it cannot be told which; false where nothing is left to mark. */
function stay(draft: Draft, places: readonly Definition[], brought: Map<string, string>): boolean {
  const before = brought.size;
  for (const problem of newsOf(draft.before, draft.problems, draft.renamed)) {
    const why = ruleOf(problem.rule)?.message(problem.data) ?? problem.rule;
    const briefs = pieceAt(draft.review, problem.uri, problem.span.start)?.facts.records ?? [];
    // A problem may stand at an extract, and be of what the extract bears on.
    const ids = new Set(Object.values(problem.data).map((value) => String(value).toLowerCase()));
    const isNamed = (at: Definition): boolean =>
      ids.has(at.brief.id.toLowerCase()) || ids.has(draft.renamed.get(called(at).toLowerCase()) ?? "");
    const there = places.filter(({ placed }) => placed.uri === problem.uri);
    const inFile = there.length > 0 ? there : places.filter(isNamed);
    const own = inFile.filter(({ name }) => name !== "" && briefs.some((brief) => brief.name === name));
    for (const at of own.some((each) => !brought.has(keyOf(each))) ? own : inFile) brought.set(keyOf(at), why);
  }
  return brought.size > before;
}

/** Rows of one stretch of text made records together, which is quick; those for which that is refused are left for one by one. */
function headedTogether(draft: Draft, review: Review, all: readonly Definition[]): ReadonlyMap<Definition, Spot> {
  const groups = new Map<object, Definition[]>();
  for (const at of all) {
    if (!isRow(at.brief) || (at.entity as Cmoc).slots.length === 0 || wrongOne(review, at)) continue;
    const own = groups.get(at.placed);
    if (own) own.push(at);
    else groups.set(at.placed, [at]);
  }
  const found = new Map<Definition, Spot>();
  for (const backwards of groups.values()) {
    if (backwards.length < 2) continue;
    const group = backwards.reverse();
    const spots = group.map((at) => spotOf(review, at));
    const rows = spots.flatMap((spot) => draft.at(spot) ?? []);
    const known = new Set([...draft.review.records("cmoc")].map(({ name }) => name));
    if (draft.take(rowsAsRecords(draft.review, rows))) continue;
    const made = [...draft.review.records("cmoc")].filter(
      ({ brief, placed, name }) => placed.uri === group[0]?.placed.uri && !isRow(brief) && !known.has(name),
    );
    let fresh = 0;
    for (const at of group) {
      const now = at.name === "" ? made[fresh++] : draft.review.definitions(at.name)[0];
      if (!now) continue;
      if (at.name === "") draft.renamed.set(called(at).toLowerCase(), now.brief.id.toLowerCase());
      found.set(at, spotOf(draft.review, now));
    }
  }
  return found;
}

/** Records with a heading, rows that were given one among them, that are one step from what is wanted, each in its own text, as one change of each document; the reasons of those that stay. */
function convertedTogether(
  draft: Draft,
  review: Review,
  all: readonly Definition[],
  headed: ReadonlyMap<Definition, Spot>,
  wanted: Wanted,
): ReadonlyMap<Definition, string | undefined> {
  const found = new Map<Definition, string | undefined>();
  const changes: Edited[] = [];
  for (const at of all) {
    const entity = at.entity as Cmoc;
    // A row that came to be a record stands in fields.
    const spot = headed.get(at);
    const isOneStep = spot ? wanted !== "fields" : wanted === "fields" || entity.spelling === "fields";
    if ((!spot && isRow(at.brief)) || !isOneStep || entity.slots.length === 0 || wrongOne(review, at)) continue;
    const now = spot ? draft.at(spot) : draft.review.definitions(at.name)[0];
    const record = now && openRecord(draft.review, now);
    if (!record) continue;
    const outcome = respelt(record, draft, wanted);
    found.set(at, isRefusal(outcome) ? whyLeft(outcome, entity, wanted) : undefined);
    if (!isRefusal(outcome)) changes.push(outcome);
  }
  for (const [uri, own] of together(changes).edits) draft.take({ edits: new Map([[uri, own]]) });
  return found;
}

function respelt(record: OpenRecord, draft: Draft, to: Wanted): Outcome {
  if (to === "fields") return asFields(record, draft.review);
  return to === "sentence" ? asSentence(record) : asTable(record);
}

function whyNotConverted(
  draft: Draft,
  review: Review,
  at: Definition,
  wanted: Wanted,
  headed: Spot | undefined,
): string | undefined {
  const entity = at.entity as Cmoc;
  if (entity.slots.length === 0) return t("It has no slots yet.");
  const spot = headed ?? spotOf(review, at);
  const refusal = wrongOne(review, at) ?? draft.attempt(() => oneConverted(draft, spot, wanted));
  return refusal && whyLeft(refusal, entity, wanted);
}

function startOf({ placed, brief }: Definition): number {
  return placed.start + brief.start;
}

/** By way of fields, which hold everything. */
function oneConverted(draft: Draft, spot: Spot, wanted: Wanted): Refusal | undefined {
  const found = draft.at(spot);
  const where = found ? headed(draft, found) : refuse("moved");
  if ("refused" in where) return where;
  for (;;) {
    const now = draft.at(where);
    const record = now && openRecord(draft.review, now);
    if (record?.entity.kind !== "cmoc") return refuse("moved");
    const { spelling } = record.entity;
    if (spelling === wanted) return undefined;
    const refusal = draft.take(respelt(record, draft, spelling === "fields" ? wanted : "fields"));
    if (refusal) return refusal;
  }
}
