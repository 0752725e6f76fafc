/** Splitting a configuration: some of its slots, and of its evidence, become one of their own. */
import { t } from "../../l10n.ts";
import { recordName } from "../../model/names.ts";
import type { Cmoc, Name } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";
import { fold, valueText } from "../../syntax/bullets.ts";
import { slotsNamed } from "../../syntax/roles.ts";
import type { Stance } from "../../vocabulary.ts";
import { appendRecord, type NewRecord } from "../edit/append.ts";
import { removal } from "../edit/bullets.ts";
import { nextCmocId } from "../edit/next-id.ts";
import { type Refusal, refuse } from "../edit/outcome.ts";
import { inDocument, type OpenRecord, openRecord } from "../edit/record.ts";
import { lineEnd, lineStart } from "../edit/style.ts";
import { Draft, type Spot, spotOf } from "./draft.ts";
import { another, listedToo, type MemoWords, withMemo } from "./fields.ts";
import type { Divided } from "./kept-slots.ts";
import { linkKey } from "./link-places.ts";
import { type Refactored, wrongOne } from "./merge.ts";
import { namedByOthers } from "./named-slots.ts";
import { holding } from "./naming.ts";
import { withoutNews } from "./news.ts";
import { shareEvidence } from "./shared-links.ts";
import { underSlots } from "./under-slots.ts";

/** A bullet of a configuration that is one slot, or several that belong together: a mechanism with its resource and its reasonings. */
export interface SplitPart {
  readonly label: string;
  readonly words: string;
  /** The slots that it is, by their places in the configuration. */
  readonly slots: readonly number[];
}

export interface HowToSplit {
  readonly title: string;
  /** Parts that the new configuration takes away, by their places in {@link partsToSplit}. */
  readonly taken: readonly number[];
  /** Parts that both have. */
  readonly shared: readonly number[];
  /** Evidence of the new one. What is written under a part goes with that. */
  readonly links: readonly { readonly extract: Name; readonly stance: Stance }[];
  /** The old one keeps that evidence as well; else it keeps of it what speaks to the slots that it has still. */
  readonly keep: boolean;
  readonly memo?: MemoWords;
  readonly anyway?: boolean;
}

/** What can be taken; nothing of a configuration that is not written in fields. */
export function partsToSplit(review: Review, at: Definition): readonly SplitPart[] {
  const record = openRecord(review, at);
  const { entity } = record ?? {};
  if (!record || entity?.kind !== "cmoc" || entity.spelling !== "fields") return [];
  return partBullets(record).map(({ bullet }) => ({
    label: bullet.label ?? "",
    words: fold(
      [valueText(bullet), ...bullet.nested.map((each) => valueText(each))].filter((each) => each !== "").join(" · "),
    ),
    slots: entity.slots.flatMap(({ mark }, index) =>
      bullet.start <= mark.start && mark.end <= bullet.end ? [index] : [],
    ),
  }));
}

/** A link of a configuration that is to be split; `speaks` where it names a slot that the new one has. */
export interface SplitLink {
  readonly extract: Name;
  readonly stance: Stance;
  readonly speaks: boolean;
}

/** The links among which one chooses; those that speak to nothing but what is taken go with it, and are none of them. */
export function linksToSplit(
  review: Review,
  at: Definition,
  { taken, shared }: Pick<HowToSplit, "taken" | "shared">,
): readonly SplitLink[] {
  const parts = partsToSplit(review, at);
  const { entity } = at;
  if (entity.kind !== "cmoc" || at.name === "") return [];
  const slotsOf = (places: readonly number[]): ReadonlySet<number> =>
    new Set(places.flatMap((part) => parts[part]?.slots ?? []));
  const [gone, both] = [slotsOf(taken), slotsOf(shared)];
  return review.evidenceFor(at).flatMap(({ extract, stance, slots }) => {
    const named = slots.flatMap((slot) => slotsNamed(slot, entity.slots));
    if (named.length > 0 && named.every((slot) => gone.has(slot))) return [];
    return [{ extract, stance, speaks: named.some((slot) => gone.has(slot) || both.has(slot)) }];
  });
}

function partBullets(record: OpenRecord): OpenRecord["bullets"] {
  return record.bullets.filter(({ read }) => read.is === "slot");
}

/**
 * Writes a configuration with the next free id below the old one: a candidate that says that it specialises the old one, in its theme and under its theories. The
 * old one notes what was split off, where the note would not answer for evidence against it.
 */
export function splitOff(review: Review, at: Definition, how: HowToSplit): Refactored {
  const parts = partsToSplit(review, at);
  const wrong = wrongOne(review, at) ?? wrongChoice(at, parts, how);
  if (wrong) return { outcome: wrong, notes: [] };
  const draft = new Draft(review);
  const from = spotOf(review, at);
  const { uri } = from;
  const id = nextCmocId(review, uri);
  const old = at.entity as Cmoc;
  const texts = textsOf(review, at, [...how.taken, ...how.shared]);
  const fields: [string, string][] = [["status", "candidate"]];
  if (old.theme) fields.push(["theme", old.theme.text]);
  const theories = old.refs.filter(({ field, inReason }) => field === "theory" && !inReason).map((ref) => ref.id);
  if (theories.length > 0) fields.push(["theory", [...new Set(theories)].join(", ")]);
  if (old.name !== "") fields.push(["specialises", old.id]);
  const record: NewRecord = { kind: "cmoc", id, title: how.title, fields };
  const to: Spot = { uri, kind: "cmoc", name: recordName(id), nth: 0 };
  const refusal =
    draft.take(appendRecord(draft.review, { uri, after: draft.at(from) ?? at }, record)) ??
    withParts(draft, to, texts) ??
    withoutParts(draft, from, how.taken);
  if (refusal) return { outcome: refusal, notes: [] };
  const chosen = new Set(how.links.map(({ extract, stance }) => linkKey(extract, stance)));
  const [taken, shared] = [how.taken, how.shared].map(
    (places) => new Set(places.flatMap((part) => parts[part]?.slots ?? [])),
  );
  const divided = {
    slots: old.slots,
    isTaken: (slot: number) => taken?.has(slot) === true,
    isShared: (slot: number) => shared?.has(slot) === true,
  };
  if (!isDivided(draft, from, to, divided)) return { outcome: refuse("form", { id: old.id }), notes: [] };
  const places = parts.map(({ slots }) => slots);
  const counted = underSlots(draft, from, to, places, how, divided) ?? namedByOthers(draft, from, to, divided);
  if (counted) return { outcome: counted, notes: [] };
  const left = shareEvidence(draft, from, to, divided, chosen, how.keep);
  const history = held(draft, from, id) ?? noted(draft, from, id);
  const memo = how.memo && withMemo(draft, [old.id, id], `${id} was split off ${old.id}`, how.memo);
  const late = history ?? memo;
  if (late) return { outcome: late, notes: [] };
  const notes =
    left.length === 0 ? [] : [t("{0} could not be written at {1} and stays at {2}.", left.join(", "), id, old.id)];
  const same = new Map([[id.toLowerCase(), old.id.toLowerCase()]]);
  return { outcome: withoutNews(draft, same, how.anyway), notes };
}

function wrongChoice({ entity }: Definition, parts: readonly SplitPart[], how: HowToSplit): Refusal | undefined {
  const { id } = entity;
  if (entity.kind === "cmoc" && (entity.row || entity.spelling !== "fields"))
    return refuse("told", { words: t("{0} is not written in fields. Convert it to fields first.", id) });
  const all = [...how.taken, ...how.shared];
  if (how.taken.length === 0 || all.some((part) => !parts[part]) || new Set(all).size < all.length)
    return refuse("told", { words: t("Choose what the new configuration takes from {0}.", id) });
  if (how.taken.length === parts.length)
    return refuse("told", { words: t("{0} would have nothing left. Leave it a part.", id) });
  return undefined;
}

/** Whether each of the two has the slots that it is to have, in their words. */
function isDivided(draft: Draft, from: Spot, to: Spot, { slots, isTaken, isShared }: Divided): boolean {
  const has = (spot: Spot, isMeant: (slot: number) => boolean): boolean => {
    const entity = draft.at(spot)?.entity;
    const wanted = slots.filter((_, index) => isMeant(index)).map(({ role, text }) => `${role} ${text}`);
    return (
      entity?.kind === "cmoc" &&
      entity.slots.map(({ role, text }) => `${role} ${text}`).join("\n") === wanted.join("\n")
    );
  };
  return has(from, (slot) => !isTaken(slot)) && has(to, (slot) => isTaken(slot) || isShared(slot));
}

/** The lines of parts as they stand, in their order. */
function textsOf(review: Review, at: Definition, parts: readonly number[]): readonly string[] {
  const record = openRecord(review, at);
  if (!record) return [];
  const bullets = partBullets(record);
  return [...parts]
    .sort((a, b) => a - b)
    .flatMap((part) => {
      const bullet = bullets[part]?.bullet;
      return bullet ? [record.text.slice(lineStart(record.text, bullet.start), lineEnd(record.text, bullet.end))] : [];
    });
}

/** Puts the lines below the theme, or the status, of the new record. */
function withParts(draft: Draft, spot: Spot, texts: readonly string[]): Refusal | undefined {
  const at = draft.at(spot);
  const record = at && openRecord(draft.review, at);
  const top = record?.bullets.filter(
    ({ read }) => read.is === "field" && ["status", "theme"].includes(read.field.label),
  );
  const last = top?.[top.length - 1]?.bullet;
  if (!record || !last) return refuse("moved");
  const end = lineEnd(record.text, last.end);
  const edit = { span: { start: end, end }, newText: texts.map((text) => record.eol + text).join("") };
  return draft.take(inDocument(record, [edit]));
}

function withoutParts(draft: Draft, spot: Spot, parts: readonly number[]): Refusal | undefined {
  for (const part of [...parts].sort((a, b) => b - a)) {
    const at = draft.at(spot);
    const record = at && openRecord(draft.review, at);
    const bullet = record && partBullets(record)[part]?.bullet;
    if (!record || !bullet) return refuse("moved");
    const siblings = record.bullets.map((each) => each.bullet);
    const refusal = draft.take(inDocument(record, [removal(record, bullet, siblings)]));
    if (refusal) return refusal;
  }
  return undefined;
}

const HELD: ReadonlySet<string> = new Set(["configurations"]);

/** Theories and demi-regularities that hold the old one hold the new one too. */
function held(draft: Draft, from: Spot, id: string): Refusal | undefined {
  for (const holder of holding(draft, from.name, (_, { field }) => HELD.has(field))) {
    const refusal = listedToo(draft, holder, "configurations", id);
    if (refusal) return refusal;
  }
  return undefined;
}

/** A note would be an answer to evidence against it, which it is not. */
function noted(draft: Draft, from: Spot, id: string): Refusal | undefined {
  const own = draft.at(from)?.brief.id.toLowerCase();
  const isAnswer = [...draft.before, ...draft.problems].some(
    ({ rule, data }) => rule === "cmoc/refuted" && String(data.id).toLowerCase() === own,
  );
  return isAnswer ? undefined : another(draft, from, "note", `[[${id}]] was split off`);
}
