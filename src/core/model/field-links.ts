/** Fields of evidence, and of references to records, codes, sources or anything. */
import { hasDigit } from "../ids.ts";
import type { Inline } from "../syntax/blocks.ts";
import { sourceSpan } from "../syntax/blocks.ts";
import { type Bullet, labelSpan, valueSpan, valueText } from "../syntax/bullets.ts";
import { type Extent, idsIn, type LinkItem, type LinkList, readLinks } from "../syntax/links.ts";
import { itemEnds, wholeReference } from "../syntax/references.ts";
import { sharedRoles } from "../syntax/shared-roles.ts";
import type { RoleMention } from "../syntax/slots.ts";
import type { FieldWords, Kind, Stance } from "../vocabulary.ts";
import { readWords } from "./field-values.ts";
import { addEvidence, addRefs, type EvidencePlace, type RefPlace } from "./names.ts";
import { blockRefs, proseRefs } from "./prose.ts";
import { type Context, type Fields, find } from "./record-fields.ts";
import type { Ref } from "./types.ts";

/** The stretches of text that a field of links holds: its paragraphs, and those of every bullet nested in it. */
function stretchesOf(bullet: Bullet): readonly Inline[] {
  if (bullet.nested.length === 0) return bullet.paragraphs;
  const found: Inline[] = [];
  addStretches(bullet, found);
  return found;
}

function addStretches({ paragraphs, nested }: Bullet, into: Inline[]): void {
  for (const inline of paragraphs) into.push(inline);
  for (const each of nested) addStretches(each, into);
}

/** Where the value begins in a stretch: only the bullet's own first paragraph has a label before it. */
function valueFrom(bullet: Bullet, inline: Inline): number {
  return inline === bullet.paragraphs[0] ? bullet.valueFrom : 0;
}

/** Quotes and tables under a field of links say what they say, and link nothing; their references count as those of prose. */
function refsBetween(bullet: Bullet, into: Fields, context: Context): void {
  const { blocks } = bullet.item;
  if (blocks.length === bullet.paragraphs.length) return;
  for (const block of blocks)
    if (block.type !== "paragraph" && block.type !== "list") blockRefs(block, context.prose, into.refs);
  for (const each of bullet.nested) refsBetween(each, into, context);
}

export function readEvidence(
  bullet: Bullet,
  field: FieldWords,
  kind: Kind,
  into: Fields,
  context: Context,
  under: readonly RoleMention[],
): void {
  const prose = field.label === "counterexamples";
  const fromExtract = kind === "extract";
  if (prose) readWords(bullet, field, into, context);
  const expects = fromExtract ? field.expects : undefined;
  for (const inline of stretchesOf(bullet)) {
    const list = readLinks(inline, valueFrom(bullet, inline), inline.text.length, expects, context.scheme);
    for (const item of list.items) {
      const isCitation = item.target.type === "citation";
      if (isCitation !== fromExtract) addLink(inline, item, field, into, context, under);
      else if (prose) wordsRef(inline, item, field, into, context);
      else unexpected(inline, item, field.label, fromExtract, context);
    }
    takeInReason(inline, list, field, into, context);
    if (prose) {
      for (const words of list.other) idsAmong(inline, words, field, into, context);
      continue;
    }
    for (const words of list.other) unexpected(inline, words, field.label, fromExtract, context);
    for (const bracket of list.brackets) {
      find(context, "field/value", sourceSpan(inline, bracket.from, bracket.to), {
        field: "slots",
        value: inline.text.slice(bracket.from, bracket.to),
        expected: context.scheme.slots.map((slot) => slot.letter),
      });
    }
  }
  refsBetween(bullet, into, context);
}

function addLink(
  inline: Inline,
  item: LinkItem,
  field: FieldWords,
  into: Fields,
  context: Context,
  under: readonly RoleMention[],
): void {
  const { target, from, to, reason, locator } = item;
  const place: EvidencePlace = {
    field: field.label,
    source: context.source,
    stance: field.label === "counterexamples" ? "refutes" : (field.label as Stance),
    slots: under.length === 0 ? item.slots : sharedRoles([...under, ...item.slots]),
    locator,
    reason,
  };
  addEvidence(inline, target, from, to, place, into.evidence);
}

function placeOf(field: FieldWords, context: Context, reason: string | undefined): RefPlace {
  return { field: field.label, source: context.source, reason };
}

/** References in a reason link nothing. */
function takeInReason(inline: Inline, list: LinkList, field: FieldWords, into: Fields, context: Context): void {
  for (const { target, from, to } of list.inReason) {
    addRefs(inline, target, from, to, { ...placeOf(field, context, undefined), inReason: true }, into.refs);
  }
}

function unexpected(inline: Inline, words: Extent, field: string, fromExtract: boolean, context: Context): void {
  const expected = fromExtract ? "an id such as TR3" : "an extract such as @okafor2014#e4";
  tellWords(inline, words, field, expected, context);
}

/** Reports an item, or words that are none, of a field of links; an id among the words wants a comma before it. */
function tellWords(inline: Inline, words: Extent, field: string, expected: string, context: Context): void {
  const value = inline.text.slice(words.from, words.to);
  const isId =
    !("target" in words) && hasDigit(value) && wholeReference(value, undefined) !== undefined && !BARE.test(value);
  const data = { field, value, expected: [expected] };
  find(context, "field/value", sourceSpan(inline, words.from, words.to), isId ? { ...data, why: "comma" } : data);
}

export function readReferences(bullet: Bullet, field: FieldWords, into: Fields, context: Context): void {
  const free = field.form === "sources" || field.form === "about";
  if (!field.repeats) {
    const text = valueText(bullet);
    const isBlank = text === "" && bullet.nested.length === 0;
    if (into.stands(field, isBlank)) find(context, "field/twice", labelSpan(bullet), { field: field.label });
    if (isBlank) return;
    if (!into.put(field, { text, ...valueSpan(bullet) })) {
      // It says nothing, but what it names is mentioned.
      readReferences(bullet, { ...field, label: "prose", repeats: true }, into, context);
      return;
    }
  }
  for (const inline of stretchesOf(bullet)) {
    const list = readLinks(inline, valueFrom(bullet, inline), inline.text.length, field.expects, context.scheme);
    for (const item of list.items) {
      if (item.target.type === "citation" && !free) wrongReference(inline, item, field, context);
      else if (free && item.target.type === "id") wordsRef(inline, item, field, into, context);
      else {
        const place = placeOf(field, context, item.reason);
        const kind = field.form === "codes" ? ("code" as const) : undefined;
        addRefs(inline, item.target, item.from, item.to, kind === undefined ? place : { ...place, kind }, into.refs);
      }
    }
    takeInReason(inline, list, field, into, context);
    if (free) for (const words of list.other) idsAmong(inline, words, field, into, context);
    else for (const words of list.other) wrongReference(inline, words, field, context);
    proseLinks(inline, field, into, context);
  }
  refsBetween(bullet, into, context);
}

/**
 * An item of a field that may hold words as well: `draws on`, `about`, `counterexamples`. Where words follow it, and in `counterexamples`, only an id
 * with letters and a digit is a reference, and only if it names something or looks like an id of the review. A word alone may name something.
 */
function wordsRef(inline: Inline, item: LinkItem, field: FieldWords, into: Fields, context: Context): void {
  const { target, from, to, reason } = item;
  const sure = field.form !== "evidence" && itemEnds(inline.text, to);
  let weak = !sure;
  if (target.type === "id") {
    const isNumbered = hasDigit(target.id);
    if (!sure && (!isNumbered || BARE.test(inline.text.slice(from, to)))) return;
    weak ||= !isNumbered && (target.kind === undefined || field.form === "sources");
  }
  const place = placeOf(field, context, reason);
  addRefs(inline, target, from, to, weak ? { ...place, weak: true } : place, into.refs);
}

/** A number alone. */
const BARE = /^\p{Nd}+$/u;

/** Ids with a digit among words, which count when they name something or look like ids of the review. */
function idsAmong(inline: Inline, words: Extent, field: FieldWords, into: Fields, context: Context): void {
  for (const { target, from, to } of idsIn(inline.text, words.from, words.to, field.expects)) {
    addRefs(inline, target, from, to, { ...placeOf(field, context, undefined), weak: true }, into.refs);
  }
}

/** Words around references in `draws on` and `about` may hold wikilinks in prose; those are read where the list did not. */
function proseLinks(inline: Inline, field: FieldWords, into: Fields, context: Context): void {
  if (field.form !== "sources" && field.form !== "about") return;
  const prose: Ref[] = [];
  proseRefs(inline, { field: field.label, inRecord: true, source: context.source }, prose);
  for (const ref of prose)
    if (!into.refs.some((known) => known.start === ref.start && known.name === ref.name)) into.refs.push(ref);
}

function wrongReference(inline: Inline, words: Extent, field: FieldWords, context: Context): void {
  tellWords(inline, words, field.label, field.form === "codes" ? "a code" : "an id such as TR3", context);
}
