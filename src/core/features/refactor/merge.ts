/** Merging two configurations: one is kept, the other says into which it went. */
import { t } from "../../l10n.ts";
import type { Cmoc } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";
import { isClosed } from "../../rules/about.ts";
import { slotsNamed } from "../../syntax/roles.ts";
import { type Outcome, type Refusal, refuse } from "../edit/outcome.ts";
import { isHeld } from "../edit/record.ts";
import { notHeld } from "../edit/refusals.ts";
import { setField } from "../edit.ts";
import { Draft, type Spot } from "./draft.ts";
import { another, closedAs, headed, listedToo, type MemoWords, withMemo } from "./fields.ts";
import { moveEvidence, type SlotsOver } from "./moved-links.ts";
import { listed, type NameAnew, namedAnew } from "./named-slots.ts";
import { holding, renamedIn } from "./naming.ts";
import { bringsProblems, withoutNews } from "./news.ts";
import { moveRelations, RELATIONS } from "./relations.ts";

export interface Refactored {
  readonly outcome: Outcome;
  /** What was left as it is, and why: sentences for people. */
  readonly notes: readonly string[];
}

export interface HowToMerge {
  /** Without one no memo is written. */
  readonly memo?: MemoWords;
  /** Problems that it brings are accepted. */
  readonly anyway?: boolean;
}

/** Fields of other records that then name what was kept. */
const HELD: ReadonlySet<string> = new Set(["configurations", "prose", ...RELATIONS]);

/**
 * Keeps `kept`, which says that it merges `gone`; `gone` keeps its words, with the status merged. Evidence, what `gone` says of other configurations, and the
 * theories, demi-regularities and links of configurations that name `gone`, are
 * those of `kept` then. Slots that `kept` does not have, or of which naming some would make others look bare, are told in the reason; so are those of evidence that
 * `kept` has as a whole.
 */
export function merge(review: Review, kept: Definition, gone: Definition, how: HowToMerge = {}): Refactored {
  const wrong = wrongPair(review, kept, gone);
  if (wrong) return { outcome: wrong, notes: [] };
  let first: Merged | undefined;
  for (const over of ["wider", "matching", "in words"] as const) {
    // Where nothing is wider, it would be the same again.
    if (over === "matching" && first?.isWider === false) continue;
    const made = merged(review, kept, gone, over, how);
    if (!bringsProblems(made.outcome)) return made;
    first ??= made;
  }
  return first ?? { outcome: refuse("moved"), notes: [] };
}

function wrongPair(review: Review, kept: Definition, gone: Definition): Refusal | undefined {
  for (const each of [kept, gone]) {
    const wrong = wrongOne(review, each);
    if (wrong) return wrong;
  }
  if (kept.brief === gone.brief) return refuse("told", { words: t("Choose two configurations to merge.") });
  for (const { entity } of [kept, gone])
    if (isClosed(entity as Cmoc))
      return refuse("told", {
        words: t("{0} was merged or retired already. Choose one that is still in use.", entity.id),
      });
  return undefined;
}

/** Why nothing can be done with a configuration as it stands. */
export function wrongOne(review: Review, at: Definition): Refusal | undefined {
  const { brief, placed, name } = at;
  if (!isHeld(review, placed)) return notHeld(review, at);
  if (brief.kind !== "cmoc") return refuse("told", { words: t("Choose a configuration.") });
  const count = name === "" ? 1 : review.definitions(name).length;
  return count > 1 ? refuse("ambiguous", { id: brief.id, count }) : undefined;
}

interface Merged extends Refactored {
  readonly isWider?: boolean;
}

function merged(review: Review, kept: Definition, gone: Definition, over: SlotsOver, how: HowToMerge): Merged {
  const draft = new Draft(review);
  const notes: string[] = [];
  const refused = (refusal: Refusal): Refactored => ({ outcome: refusal, notes: [] });
  const spots = bothHeaded(draft, review, kept, gone);
  if (isRefused(spots)) return refused(spots);
  const [to, from] = spots;
  const [keptId, goneId] = [to, from].map((spot) => draft.at(spot)?.brief.id ?? "") as [string, string];
  const theories = draft.at(from)?.entity.refs.filter(({ field, inReason }) => field === "theory" && !inReason) ?? [];
  const { left, narrowed, isWider, told } = moveEvidence(draft, from, to, over);
  if (left.length > 0)
    notes.push(t("{0} could not be written at {1} and stays at {2}.", left.join(", "), keptId, goneId));
  if (narrowed.gone.length > 0)
    notes.push(t("{0} spoke to {1} as a whole, and to slots of {2} now.", narrowed.gone.join(", "), goneId, keptId));
  if (narrowed.kept.length > 0)
    notes.push(t("{0} spoke to {1} as a whole, and speaks to slots of it now.", narrowed.kept.join(", "), keptId));
  notes.push(...moveRelations(draft, from, to));
  for (const spot of holding(draft, from.name, (each, { field }) => isHolder(each, field, to, from))) {
    const told: string[] = [];
    const refusal =
      namedAnew(draft, spot, from.name, withoutOthers(draft, to), told) ??
      renamedIn(draft, spot, fieldsOf(spot), from.name, to.name, told) ??
      (told.length === 0
        ? undefined
        : another(draft, spot, "note", `${[goneId, ...told].join(" ")} was merged into ${keptId}`));
    if (refusal) return refused(refusal);
  }
  const refusal =
    another(draft, to, "merges", goneId) ??
    closedAs(draft, from, "merged") ??
    write(draft, from, "merged into", keptId) ??
    eachNoted(draft, from, told) ??
    underTheories(
      draft,
      to,
      theories.map(({ id }) => id),
    ) ??
    (how.memo && withMemo(draft, [keptId, goneId], `${goneId} was merged into ${keptId}`, how.memo));
  if (refusal) return refused(refusal);
  const same = new Map([[goneId.toLowerCase(), keptId.toLowerCase()]]);
  return { outcome: withoutNews(draft, same, how.anyway), notes, isWider };
}

/** Slots that the kept one does not have are told, not named. */
function withoutOthers({ review }: Draft, to: Spot): NameAnew {
  return (slots) => {
    const kept = review.definitions(to.name)[0]?.entity;
    const own = kept?.kind === "cmoc" ? kept.slots : [];
    const matching = slots.filter((slot) => slotsNamed(slot, own).length > 0);
    const others = slots.filter((slot) => !matching.includes(slot));
    if (others.length === 0) return undefined;
    const words = listed(others, review.manifest.scheme) ?? others.map(({ role, n }) => `${role}${n ?? ""}`).join(", ");
    return { slots: matching, told: `(${words})` };
  };
}

function isRefused(value: readonly Spot[] | Refusal): value is Refusal {
  return "refused" in value;
}

/** Both with a heading: a row becomes a record where it has no place for what is written. */
function bothHeaded(draft: Draft, review: Review, kept: Definition, gone: Definition): readonly [Spot, Spot] | Refusal {
  const spots: Spot[] = [];
  // Of two rows without ids, taking the later one out leaves the place of the other.
  const inOrder = [kept, gone].sort((a, b) => b.placed.start + b.brief.start - a.placed.start - a.brief.start);
  for (const each of inOrder) {
    const now = draft.review.placed(each.placed.uri).flatMap(({ definitions }) => definitions);
    const index = review
      .placed(each.placed.uri)
      .flatMap(({ definitions }) => definitions)
      .findIndex((one) => one.brief === each.brief);
    const at = each.name === "" ? now[index] : draft.review.definitions(each.name)[0];
    const spot = at ? headed(draft, at) : notHeld(review, each);
    if ("refused" in spot) return spot;
    spots.push(spot);
  }
  const [one, other] = inOrder[0] === kept ? spots : [...spots].reverse();
  return one && other ? [one, other] : refuse("moved");
}

/** Whether a field says of a record that it holds the configuration, not that somebody once wrote of it. */
function isHolder({ brief }: Definition, field: string, kept: Spot, gone: Spot): boolean {
  if (brief.name === kept.name || brief.name === gone.name) return false;
  return fieldsOf(brief).has(field);
}

const NOTHING: ReadonlySet<string> = new Set();

function fieldsOf({ kind }: { readonly kind: Spot["kind"] }): ReadonlySet<string> {
  if (kind === "theory" || kind === "demi-regularity") return HELD;
  return kind === "cmoc" ? RELATIONS : NOTHING;
}

function write(draft: Draft, spot: Spot, label: string, value: string): Refusal | undefined {
  const at = draft.at(spot);
  return at ? draft.take(setField(draft.review, at, label, value)) : refuse("moved");
}

function eachNoted(draft: Draft, spot: Spot, notes: readonly string[]): Refusal | undefined {
  for (const note of notes) {
    const refusal = another(draft, spot, "note", note);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Puts a configuration under the theories that the other one named itself, beside its own. */
function underTheories(draft: Draft, spot: Spot, ids: readonly string[]): Refusal | undefined {
  const at = draft.at(spot);
  if (!at || ids.length === 0) return undefined;
  const own = at.entity.refs.filter(({ field, inReason }) => field === "theory" && !inReason);
  const held = new Set(own.map(({ id }) => id.toLowerCase()));
  const more = ids.filter((id) => !held.has(id.toLowerCase()));
  if (more.length === 0 || own.some(({ reason }) => reason !== undefined)) return undefined;
  if (own.length === 0) return write(draft, spot, "theory", [...new Set(more)].join(", "));
  for (const id of new Set(more)) {
    const refusal = listedToo(draft, spot, "theory", id);
    if (refusal) return refusal;
  }
  return undefined;
}
