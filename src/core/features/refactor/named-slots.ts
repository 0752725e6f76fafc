/** Slots of a configuration that other records name in brackets beside its id: `leads to: TR1 (C2)`. */
import { t } from "../../l10n.ts";
import type { Name, Ref } from "../../model/types.ts";
import { slotKey } from "../../review/links.ts";
import { type Definition, isEvidence } from "../../review.ts";
import { called } from "../../rules/about.ts";
import { sourceSpan } from "../../syntax/blocks.ts";
import { readRoles, slotsNamed } from "../../syntax/roles.ts";
import type { RoleMention } from "../../syntax/slots.ts";
import type { Span, TextEdit } from "../../text.ts";
import type { Scheme } from "../../vocabulary.ts";
import { type Item, itemsOf } from "../edit/items.ts";
import { editsOf, type Refusal, refuse } from "../edit/outcome.ts";
import { isRow, type OpenRecord, openRecord } from "../edit/record.ts";
import { listOf } from "../edit/rename.ts";
import { mentionText } from "../edit/spell.ts";
import { type Draft, type Spot, spotOf } from "./draft.ts";
import { type Divided, Kept } from "./kept-slots.ts";
import { renaming } from "./naming.ts";

/** What becomes of an item that names slots of a configuration; undefined where it stays as it is. */
export interface NamedAnew {
  /** The slots that it names then; none for the whole. */
  readonly slots: readonly RoleMention[];
  /** What it names no more, for whoever keeps it: `(C2)`. */
  readonly told?: string;
  /** The configuration that it names instead. */
  readonly instead?: Spot;
  /** One more item, which follows it. */
  readonly more?: { readonly of: Spot; readonly slots: readonly RoleMention[] };
}

export type NameAnew = (slots: readonly RoleMention[]) => NamedAnew | undefined;

/**
 * Lets links of other records to a configuration that is split name its slots as they are counted then: a link that names nothing but what was taken names the new one,
 * one that names some of it both.
 */
export function namedByOthers(draft: Draft, from: Spot, to: Spot, divided: Divided): Refusal | undefined {
  const { slots: all, isTaken, isShared } = divided;
  const [there, staying] = [
    new Kept(all, (slot) => isTaken(slot) || isShared(slot)),
    new Kept(all, (slot) => !isTaken(slot)),
  ];
  const anew: NameAnew = (slots) => {
    const named = slots.flatMap((slot) => slotsNamed(slot, all));
    const stay = staying.named(slots);
    const isSame = stay.length === slots.length && stay.every((slot, at) => slot === slots[at]);
    // A name for all of a role that has some still, such as `M`, means those.
    if (named.length === 0 || isSame) return undefined;
    const own = there.named(slots.filter((slot) => slotsNamed(slot, all).length > 0));
    if (named.every(isTaken)) return { slots: own, instead: to };
    const lost = slots.some((slot) => {
      const meant = slotsNamed(slot, all);
      return meant.length > 0 && meant.every(isTaken);
    });
    return lost ? { slots: stay, more: { of: to, slots: own } } : { slots: stay };
  };
  for (const spot of naming(draft, from.name)) {
    const refusal = namedAnew(draft, spot, from.name, anew);
    if (refusal) return refusal;
  }
  return undefined;
}

/** The records that name a configuration in a field, evidence aside, each once. */
function naming({ review }: Draft, name: Name): readonly Spot[] {
  const found = new Map<object, Spot>();
  for (const { ref, from } of review.references(name))
    if (from && isInField(ref) && !found.has(from.brief)) found.set(from.brief, spotOf(review, from));
  return [...found.values()];
}

function isInField(ref: Ref): boolean {
  return !ref.inReason && !isEvidence(ref) && ref.field !== "prose";
}

/** Lets the links of one record to a configuration name its slots anew; what they name no more is put into `told`. */
export function namedAnew(
  draft: Draft,
  spot: Spot,
  name: Name,
  anew: NameAnew,
  told: string[] = [],
): Refusal | undefined {
  for (;;) {
    const all = placesIn(draft, spot, name);
    const places = all.filter(({ slots }) => slots.length > 0);
    const changes = places.flatMap((place) => {
      const made = anew(place.slots);
      return made ? [{ place, made }] : [];
    });
    const [first] = changes;
    if (!first) return undefined;
    const { at } = first.place;
    const refused = (): Refusal =>
      refuse("told", {
        words: t(
          "{0} names slots of a configuration in “{1}”, and they would be others then. Write the link again without them first.",
          called(at),
          first.place.words,
        ),
      });
    const ranged = changes.find(({ place }) => place.ref.range !== undefined)?.place;
    const ranges = all.filter(({ ref }) => ref.range !== undefined).length;
    if (ranged) {
      const { placed } = at;
      const text = draft.review.text(placed.uri) ?? "";
      const edit = listOf(text, placed, ranged.ref, draft.review.manifest.scheme, (each) =>
        each === name ? ranged.ref.id : undefined,
      );
      const isParted = edit && !draft.take(editsOf(placed.uri, text, [edit]));
      if (!isParted || placesIn(draft, spot, name).filter(({ ref }) => ref.range !== undefined).length >= ranges)
        return refused();
      continue;
    }
    const edits = changes.map(({ place, made }) => editsAt(draft, place, made));
    if (edits.some((each) => each === undefined)) return refused();
    told.push(...changes.flatMap(({ made }) => made.told ?? []));
    const wanted = saidBy(all, (place) => changes.find((each) => each.place === place)?.made);
    const text = draft.review.text(at.placed.uri) ?? "";
    const refusal = draft.take(
      editsOf(
        at.placed.uri,
        text,
        edits.flatMap((each) => each ?? []),
      ),
    );
    const names = [name, ...changes.flatMap(({ made }) => made.instead?.name ?? made.more?.of.name ?? [])];
    const after = [...new Set(names)].flatMap((each) => placesIn(draft, spot, each));
    return refusal ?? (saidBy(after, () => undefined) === wanted ? undefined : refused());
  }
}

/** A link to the configuration, with the slots that stand beside it: none where it is one to the whole. */
interface Place {
  readonly at: Definition;
  readonly ref: Ref;
  readonly slots: readonly RoleMention[];
  /** The brackets, in the document; undefined where they do not stand plainly. */
  readonly brackets: Span | undefined;
  readonly words: string;
}

function placesIn(draft: Draft, spot: Spot, name: Name): readonly Place[] {
  const { review } = draft;
  const at = draft.at(spot);
  const refs = at?.brief.links.filter((ref) => ref.name === name && isInField(ref)) ?? [];
  if (!at || refs.length === 0) return [];
  const record = isRow(at.brief) ? undefined : openRecord(review, at);
  const items = record && itemsByStart(record);
  const text = review.text(spot.uri) ?? "";
  const { start } = at.placed;
  const { scheme } = review.manifest;
  return refs.map((ref): Place => {
    const words = (end: number): string => text.slice(start + ref.start, end);
    const item = items?.get(ref.start);
    if (item?.slotsAt && item.slots.length > 0) {
      const { inline } = item.stretch;
      const span = sourceSpan(inline, item.slotsAt.from, item.slotsAt.to);
      const brackets = { start: start + span.start, end: start + span.end };
      const isPlain =
        text.slice(brackets.start, brackets.end) === inline.text.slice(item.slotsAt.from, item.slotsAt.to);
      return { at, ref, slots: item.slots, brackets: isPlain ? brackets : undefined, words: words(brackets.end) };
    }
    const slots = item ? [] : slotsAfter(text, start + (ref.link?.end ?? ref.end), scheme);
    return { at, ref, slots, brackets: undefined, words: words(start + ref.end) };
  });
}

/** Where there are no items to go by, as in a cell. */
function slotsAfter(text: string, at: number, scheme: Scheme): readonly RoleMention[] {
  const inner = /^(?:\]\])?[ \t]{0,3}\(([^()\r\n]{1,200})\)/.exec(text.slice(at, at + 210))?.[1];
  return inner === undefined ? [] : (readRoles(inner, scheme) ?? []);
}

const LISTS: ReadonlySet<string> = new Set(["records", "codes", "about"]);

function itemsByStart(record: OpenRecord): ReadonlyMap<number, Item> {
  const found = new Map<number, Item>();
  for (const { bullet, read } of record.bullets) {
    if (read.is !== "field" || !LISTS.has(read.field.form)) continue;
    for (const item of itemsOf(bullet, record).flat()) {
      const own = item.stretch.list.items[item.index];
      if (own) found.set(sourceSpan(item.stretch.inline, own.from, own.to).start, item);
    }
  }
  return found;
}

/** The edits at one link; undefined where it cannot be written so. */
function editsAt(draft: Draft, { at, ref, brackets }: Place, made: NamedAnew): readonly TextEdit[] | undefined {
  const { review } = draft;
  const { scheme } = review.manifest;
  const text = review.text(at.placed.uri) ?? "";
  const slots = listed(made.slots, scheme);
  if (!brackets || slots === undefined) return undefined;
  const own = text.slice(brackets.start, brackets.end);
  let { start } = brackets;
  if (slots === "") while (/[ \t]/.test(text.charAt(start - 1))) start--;
  const kept = slots === "" ? "" : own.charAt(0) + slots + own.slice(-1);
  const instead = made.instead && draft.at(made.instead)?.brief;
  if (made.instead && !instead) return undefined;
  const other = made.more && draft.at(made.more.of)?.brief.id;
  const there = made.more && listed(made.more.slots, scheme);
  if (made.more && (other === undefined || there === undefined)) return undefined;
  const more = made.more ? `, ${other}${there === "" ? "" : ` (${there})`}` : "";
  const edit = { span: { start, end: brackets.end }, newText: kept + more };
  return instead ? [...renaming(draft, at, ref, instead), edit] : [edit];
}

/** The slots that a record names beside another in a field, as they are written: `(C2)`; "" where it names none. */
export function slotsBeside(draft: Draft, spot: Spot, { start, name }: Ref): string {
  const place = placesIn(draft, spot, name).find(({ ref }) => ref.start === start);
  const text = draft.review.text(spot.uri) ?? "";
  return place?.brackets ? text.slice(place.brackets.start, place.brackets.end) : "";
}

/** Slots as brackets name them. */
export function listed(slots: readonly RoleMention[], scheme: Scheme): string | undefined {
  const words = slots.map((slot) => mentionText(slot, scheme));
  return words.includes(undefined) ? undefined : words.join(", ");
}

/** What links say, whatever their order. */
function saidBy(places: readonly Place[], made: (place: Place) => NamedAnew | undefined): string {
  const all = places.flatMap((place) => {
    const { ref, slots } = place;
    const say = (name: Name, of: readonly RoleMention[]): string =>
      [ref.field, name, of.map(slotKey).join(), ref.reason ?? ""].join("|");
    const now = made(place);
    if (!now) return [say(ref.name, slots)];
    const own = say(now.instead?.name ?? ref.name, now.slots);
    return now.more ? [own, say(now.more.of.name, now.more.slots)] : [own];
  });
  return all.sort().join("\n");
}
