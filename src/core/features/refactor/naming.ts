/** Letting fields name another record than they do. */
import type { Brief } from "../../model/brief.ts";
import type { Name, Ref } from "../../model/types.ts";
import { type Definition, isEvidence } from "../../review.ts";
import type { TextEdit } from "../../text.ts";
import { editsOf, type Outcome, type Refusal, refuse } from "../edit/outcome.ts";
import { isRow, openRecord } from "../edit/record.ts";
import { referenceId } from "../edit/reference-text.ts";
import { notHeld } from "../edit/refusals.ts";
import { removeItemAt, wordsAt } from "../edit/remove-item.ts";
import { listOf } from "../edit/rename.ts";
import { Fragments, retargeted } from "../links.ts";
import { type Draft, type Spot, spotOf } from "./draft.ts";

/** More mentions than this in one record are not looked at. */
const MOST = 1000;

/** The records in whose fields a name stands, each once. */
export function holding(draft: Draft, name: Name, isMeant: (from: Definition, ref: Ref) => boolean): readonly Spot[] {
  const { review } = draft;
  const found = new Map<object, Spot>();
  for (const { ref, from } of review.references(name)) {
    if (!from || ref.inReason || isEvidence(ref) || isRow(from.brief) || !isMeant(from, ref)) continue;
    if (!found.has(from.brief)) found.set(from.brief, spotOf(review, from));
  }
  return [...found.values()];
}

/**
 * Lets a record name `to` wherever it names `from` in the fields: in a range that is written out, in a link with its target. Where the field names `to`
 * already, the item goes, unless it has a reason of its own. Without `to` the items go. Other words of items that go are put into `told`, for whoever keeps them.
 */
export function renamedIn(
  draft: Draft,
  spot: Spot,
  fields: ReadonlySet<string>,
  from: Name,
  to: Name | undefined,
  told: string[],
): Refusal | undefined {
  for (let count = 0; count < MOST; count++) {
    const at = draft.at(spot);
    const ref = at?.brief.links.find(
      (each) => each.name === from && fields.has(each.field) && !each.inReason && !isEvidence(each),
    );
    if (!at || !ref) return undefined;
    const refusal = draft.take(oneRenamed(draft, at, ref, to, told));
    if (refusal) return refusal;
  }
  return undefined;
}

/** The edit at one mention; without `told` an item that has words of its own does not go. */
export function oneRenamed(draft: Draft, at: Definition, ref: Ref, to: Name | undefined, told?: string[]): Outcome {
  const { review } = draft;
  const { placed } = at;
  const text = review.text(placed.uri) ?? "";
  const target = to === undefined ? undefined : review.definitions(to)[0]?.brief;
  const stands =
    ref.field !== "prose" &&
    at.brief.links.some((each) => each.name === to && each.field === ref.field && !each.inReason);
  const inRange = at.brief.links.some(
    (each) => each.name === to && each.start === ref.start && each.range === ref.range && ref.range !== undefined,
  );
  const goes = target === undefined || stands || inRange;
  if (ref.range !== undefined) {
    const written = text.slice(placed.start + ref.start, placed.start + ref.end);
    const id = target && (/^\p{Nd}/u.test(written) ? referenceId("1", target.id, "cmoc") : target.id);
    const edit = listOf(text, placed, ref, review.manifest.scheme, (name) =>
      name === ref.name ? (goes ? "" : id) : undefined,
    );
    return edit ? editsOf(placed.uri, text, [edit]) : refuse("range", { range: ref.range });
  }
  if (target === undefined || (stands && ref.reason === undefined)) {
    const record = openRecord(review, at);
    if (!record) return notHeld(review, at);
    const words = wordsAt(record, ref.start);
    if (words === "") return removeItemAt(record, ref.start);
    if (!told) return refuse("words", { id: ref.id });
    told.push(words);
    return removeItemAt(record, ref.start, true);
  }
  return editsOf(placed.uri, text, renaming(draft, at, ref, target));
}

/** The edits that let a reference, no range, name another record: in a link with its target. */
export function renaming(
  { review }: Draft,
  { placed }: Pick<Definition, "placed">,
  ref: Ref,
  to: Brief,
): readonly TextEdit[] {
  const text = review.text(placed.uri) ?? "";
  const span = { start: placed.start + ref.start, end: placed.start + ref.end };
  const edit = { span, newText: referenceId(text.slice(span.start, span.end), to.id, to.kind) };
  const link = ref.target === undefined ? undefined : new Fragments(review).targetOf(placed.uri, to.name);
  const moved = link === undefined ? undefined : retargeted(text, ref, placed.start, link);
  return moved ? [edit, moved] : [edit];
}
