/** What a card is made with, and the lines that cards of several kinds have. */

import { authorYear, type Reference } from "../../bibliography/reference.ts";
import type { Problem } from "../../check.ts";
import { t } from "../../l10n.ts";
import type { Name, Ref, Value } from "../../model/types.ts";
import type { Definition, Link, Review } from "../../review.ts";
import { messageOf } from "../../rules/index.ts";
import type { CardLine, CardPart, Run, Section } from "./lines.ts";
import { sectionOf } from "./lines.ts";
import { idOf, type Place, placeOf, placeOfName, shownId, slotsNote } from "./naming.ts";
import { type ProblemsOf, problemsAt } from "./problems.ts";
import { byStance, MARKS } from "./stances.ts";
import { firstWords, plain, quoted } from "./words.ts";

/** What a door can add to what the review knows. */
export interface CardOptions {
  /** The problems of a document, by place: why a record is flagged. */
  readonly problems?: ProblemsOf | undefined;
  /** An entry of the bibliography, decoded; undefined where it is not known, or not yet. */
  readonly reference?: ((key: string) => Reference | undefined) | undefined;
}

export interface Asking extends CardOptions {
  readonly review: Review;
}

/** Words of a quote that a line has room for. */
const QUOTE = 60;
const REASON = 120;

export function lineOf(part: CardPart, ...runs: readonly (Run | string | undefined)[]): CardLine {
  const made: Run[] = [];
  for (const run of runs) {
    if (run === undefined || run === "") continue;
    made.push(typeof run === "string" ? { text: run } : run);
  }
  return { part, runs: made };
}

export function titleLine(id: string, title: string, status: string | undefined, place: Place | undefined): CardLine {
  return lineOf(
    "title",
    { text: id, style: "strong", ...(place && { to: place }) },
    title === "" ? undefined : `  ${title}`,
    status === undefined ? undefined : { text: ` · ${status}`, style: "dimmed" },
  );
}

/** `theme  Partnership functioning / Trust`, or nothing where nothing is said. */
export function fieldLine(label: string, value: Value | string | undefined): readonly CardLine[] {
  const text = plain(typeof value === "object" ? value.text : (value ?? ""));
  if (text === "") return [];
  const reason = typeof value === "object" && value.reason !== undefined ? reasonNote(value.reason) : "";
  return [lineOf("field", { text: `${label}: `, style: "dimmed" }, firstWords(text, REASON * 2) + reason)];
}

/** ` — both in mergers`. */
export function reasonNote(reason: string | undefined): string {
  const words = reason === undefined ? "" : firstWords(reason, REASON);
  return words === "" ? "" : ` — ${words}`;
}

/** The id of a name as a link to what it means; `(unknown)` after one that nothing defines. */
export function nameRuns(name: Name, { review }: Asking, titled = false): readonly Run[] {
  const place = placeOfName(name, review);
  const id = idOf(name, review);
  if (!place) return [{ text: id }, { text: ` (${t("unknown")})`, style: "warning" }];
  const title = titled ? titleOfName(name, review) : "";
  return [{ text: id, to: place }, ...(title === "" ? [] : [{ text: `  ${title}` }])];
}

function titleOfName(name: Name, review: Review): string {
  const [definition] = review.definitions(name);
  return definition ? firstWords(definition.entity.title, REASON) : "";
}

/** "Okafor and Lind 2014": from the bibliography, else as the source's own file says; empty where neither says. */
export function citedAs(key: string, { review, reference }: Asking): string {
  const known = reference?.(key);
  if (known) return firstWords(authorYear(known), QUOTE);
  const said = review.source(key)?.frontMatter;
  if (!said) return "";
  const [author, ...others] = (said.author?.value ?? "").split(/\s*;\s*|\s+and\s+/).filter((name) => name !== "");
  const surname = author?.split(",")[0] ?? "";
  const [second] = others;
  const other = second?.split(",")[0] ?? "";
  const who =
    others.length > 1 ? `${surname} et al.` : second === undefined ? surname : t("{0} and {1}", surname, other);
  return firstWords(`${who} ${said.year?.value ?? ""}`, QUOTE);
}

/** Evidence on a record, by stance. */
export function evidenceSection(links: readonly Link[], asking: Asking, to: Place | undefined): Section {
  const sorted = byStance(links);
  return { count: sorted.length, line: (index) => evidenceLine(sorted[index] as Link, asking), least: 3, to };
}

/** `✓ supports @okafor2014#e4 (C, M) · Okafor and Lind 2014, p. 412 “quick to trust”`. */
function evidenceLine(link: Link, asking: Asking): CardLine {
  const { review } = asking;
  const entity = review.definitions(link.extract)[0]?.entity;
  const extract = entity?.kind === "extract" ? entity : undefined;
  const locator = plain(extract?.at?.text ?? locatorOf(link) ?? "");
  const where = [citedAs(link.source, asking), locator].filter((words) => words !== "").join(", ");
  const words = quoted((extract?.quote ?? extract?.paraphrase)?.text, QUOTE);
  return lineOf(
    "evidence",
    { text: `${MARKS[link.stance]} ${link.stance} `, style: "stance", tone: link.stance },
    ...nameRuns(link.extract, asking),
    slotsNote(link.slots, review),
    where === "" ? undefined : { text: ` · ${where}`, style: "dimmed" },
    words === "" ? undefined : ` ${words}`,
    reasonNote(link.reasons.join("; ")),
  );
}

function locatorOf({ places }: Link): string | undefined {
  for (const { ref } of places) if ("locator" in ref && ref.locator !== undefined) return ref.locator;
  return undefined;
}

/** What an extract or a source bears on. */
export function bearingSection(links: readonly Link[], asking: Asking, to: Place | undefined): Section {
  const sorted = byStance(links);
  const { review } = asking;
  const line = (index: number): CardLine => {
    const link = sorted[index] as Link;
    const on: readonly Run[] = link.row
      ? [{ text: shownId(link.row, review), to: placeOf(link.row) }]
      : nameRuns(link.record, asking, true);
    const mark: Run = { text: `${MARKS[link.stance]} ${link.stance} `, style: "stance", tone: link.stance };
    return lineOf("link", mark, ...on, slotsNote(link.slots, review), reasonNote(link.reasons.join("; ")));
  };
  return { count: sorted.length, line, least: 3, to };
}

/** References of a field, each on a line: `leads to SY3  Shared plans — in the second year`. */
export function refSection(refs: readonly Ref[], label: (ref: Ref) => string, asking: Asking, least = 2): Section {
  const line = (index: number): CardLine => {
    const ref = refs[index] as Ref;
    return lineOf(
      "link",
      { text: `${label(ref)} `, style: "dimmed" },
      ...nameRuns(ref.name, asking, true),
      reasonNote(ref.reason),
    );
  };
  return { count: refs.length, line, least };
}

/** Each reference of these fields to a name once. */
export function refsIn(refs: readonly Ref[], fields: readonly string[]): readonly Ref[] {
  const seen = new Set<string>();
  return refs.filter(({ field, name, inReason }) => {
    if (inReason || !fields.includes(field) || seen.has(`${field}|${name}`)) return false;
    seen.add(`${field}|${name}`);
    return true;
  });
}

/** Why a record is flagged: what its problems say, hints left out. */
export function problemSection(at: Definition, asking: Asking): Section {
  return saidSection(problemsAt(at, asking.problems), asking);
}

export function saidSection(problems: readonly Problem[], { review }: Asking): Section {
  const lines = problems
    .filter(({ level }) => level !== "hint")
    .map((problem) => ({ text: plain(messageOf(problem, review)), to: { uri: problem.uri, span: problem.span } }))
    .map(({ text, to }) => lineOf("problem", { text: "⚠ ", style: "warning" }, { text, to }));
  return sectionOf(lines, 2);
}
