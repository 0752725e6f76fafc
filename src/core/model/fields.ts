/**
 * Reads the labelled bullets of a record by the vocabulary's table: values, choices with a reason, links of evidence, references.
 * What belongs to one kind alone (slots, coding lines) is handed to that kind's reader.
 */
import { nearest } from "../near.ts";
import type { Inline } from "../syntax/blocks.ts";
import { sourceSpan } from "../syntax/blocks.ts";
import { type Bullet, labelSpan, valueSpan, valueText } from "../syntax/bullets.ts";
import type { Finding, FindingData } from "../syntax/finding.ts";
import { type Extent, readLinks } from "../syntax/links.ts";
import type { RoleMention } from "../syntax/slots.ts";
import type { Span } from "../text.ts";
import { FIELDS, type FieldWords, fieldOf, type Kind, type Scheme, type Stance } from "../vocabulary.ts";
import { refsOf } from "./names.ts";
import { blockRefs, proseRefs } from "./prose.ts";
import type { Evidence, Ref, Value } from "./types.ts";

export interface Context {
  readonly scheme: Scheme;
  /** The citation key of the file, when it is a source's. */
  readonly source: string | undefined;
  readonly findings: Finding[];
}

export function find(context: Context, rule: string, span: Span, data: FindingData): void {
  context.findings.push({ rule, start: span.start, end: span.end, data });
}

/** What the bullets of one record say, by the label of the vocabulary. */
export class Fields {
  readonly evidence: Evidence[] = [];
  readonly refs: Ref[] = [];
  readonly notes: Value[] = [];
  tags: readonly string[] = NO_TAGS;
  private readonly single = new Map<string, Value>();
  private readonly several = new Map<string, Value[]>();

  one(label: string): Value | undefined {
    return this.single.get(label);
  }

  all(label: string): readonly Value[] {
    return this.several.get(label) ?? NO_VALUES;
  }

  put(field: FieldWords, value: Value): boolean {
    if (field.repeats) {
      const list = this.several.get(field.label);
      if (list) list.push(value);
      else this.several.set(field.label, [value]);
      return true;
    }
    if (this.single.has(field.label)) return false;
    this.single.set(field.label, value);
    return true;
  }
}

const NO_TAGS: readonly string[] = [];
export const NO_VALUES: readonly Value[] = [];

/** Reads a bullet of a kind whose label `fields` knows; false when the label is not in the table. */
export function readField(
  bullet: Bullet,
  fields: readonly FieldWords[],
  kind: Kind,
  into: Fields,
  context: Context,
): boolean {
  if (bullet.label === undefined) return false;
  const field = fieldOf(fields, bullet.label.toLowerCase());
  if (!field) return false;
  readKnownField(bullet, field, kind, into, context, []);
  return true;
}

/** Reads a bullet as that field; `slots` are those that the bullet is nested under. */
export function readKnownField(
  bullet: Bullet,
  field: FieldWords,
  kind: Kind,
  into: Fields,
  context: Context,
  slots: readonly RoleMention[],
): void {
  switch (field.form) {
    case "evidence":
      readEvidence(bullet, field, kind, into, context, slots);
      break;
    case "records":
    case "codes":
    case "sources":
    case "about":
      readReferences(bullet, field, into, context);
      break;
    default:
      readValue(bullet, field, into, context);
  }
}

function readValue(bullet: Bullet, field: FieldWords, into: Fields, context: Context): void {
  const text = valueText(bullet);
  const span = valueSpan(bullet);
  const choice = field.form === "choice" || field.form === "choice-reason";
  const value = choice ? choiceOf(text, span, field, context) : { text, ...span };
  blockRefs(bullet.item.blocks, { field: field.label, inRecord: true, source: context.source }, into.refs);
  if (text === "" && bullet.nested.length === 0) {
    if (!field.repeats && into.one(field.label) !== undefined)
      find(context, "field/twice", labelSpan(bullet), { field: field.label });
    return;
  }
  if (field.label === "note") into.notes.push(value);
  else if (field.label === "tags")
    into.tags = text
      .split(/[,;]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== "");
  else if (!into.put(field, value)) find(context, "field/twice", labelSpan(bullet), { field: field.label });
}

const REASON = /\s+(?:[-–—―−]|--|---)\s+|—/;

/** A value of a list, and the reason after a spaced dash. A value in another case is the list's. */
function choiceOf(text: string, span: Span, field: FieldWords, context: Context): Value {
  const cut = REASON.exec(text);
  const written = (cut ? text.slice(0, cut.index) : text).trim();
  const reason = cut ? text.slice(cut.index + cut[0].length).trim() : "";
  const plain = written.replace(/[.]$/, "");
  const known = field.values?.find((value) => value === plain.toLowerCase());
  if (written !== "" && known === undefined && field.values && !field.open) {
    find(
      context,
      "field/value",
      { start: span.start, end: Math.min(span.end, span.start + written.length) },
      {
        field: field.label,
        value: written,
        expected: field.values,
      },
    );
  }
  return { text: known ?? plain, ...span, ...(reason !== "" && { reason }) };
}

/** Each stretch of text that a field of links holds: its paragraphs, and every bullet nested in it. */
function stretches(bullet: Bullet): readonly { readonly inline: Inline; readonly from: number }[] {
  const found = bullet.paragraphs.map((inline, index) => ({ inline, from: index === 0 ? bullet.valueFrom : 0 }));
  for (const nested of bullet.nested) for (const inline of nested.paragraphs) found.push({ inline, from: 0 });
  return found;
}

function readEvidence(
  bullet: Bullet,
  field: FieldWords,
  kind: Kind,
  into: Fields,
  context: Context,
  under: readonly RoleMention[],
): void {
  const stance: Stance = field.label === "counterexamples" ? "refutes" : (field.label as Stance);
  const prose = field.label === "counterexamples";
  const fromExtract = kind === "extract";
  if (prose) into.put(field, { text: valueText(bullet), ...valueSpan(bullet) });
  for (const { inline, from } of stretches(bullet)) {
    const list = readLinks(inline, from, inline.text.length, fromExtract ? field.expects : undefined, context.scheme);
    for (const item of list.items) {
      const isCitation = item.target.type === "citation";
      if (isCitation === fromExtract) {
        if (!prose) unexpected(inline, item, field.label, fromExtract, context);
        continue;
      }
      const refs = refsOf(inline, item.target, item.from, item.to, {
        field: field.label,
        source: context.source,
        ...(item.reason !== undefined && { reason: item.reason }),
      });
      for (const ref of refs) {
        into.evidence.push({
          ...ref,
          stance,
          slots: under.length === 0 ? item.slots : [...under, ...item.slots],
          ...(item.locator !== undefined && { locator: item.locator }),
        });
      }
    }
    for (const inside of list.inReason) {
      into.refs.push(
        ...refsOf(inline, inside.target, inside.from, inside.to, {
          field: field.label,
          source: context.source,
          inReason: true,
        }),
      );
    }
    if (prose) continue;
    for (const words of list.other) unexpected(inline, words, field.label, fromExtract, context);
    for (const bracket of list.brackets) {
      find(context, "field/value", sourceSpan(inline, bracket.from, bracket.to), {
        field: "slots",
        value: inline.text.slice(bracket.from, bracket.to),
        expected: context.scheme.slots.map((slot) => slot.letter),
      });
    }
  }
}

function unexpected(inline: Inline, words: Extent, field: string, fromExtract: boolean, context: Context): void {
  find(context, "field/value", sourceSpan(inline, words.from, words.to), {
    field,
    value: inline.text.slice(words.from, words.to),
    expected: [fromExtract ? "an id such as TR3" : "an extract such as @okafor2014#e4"],
  });
}

function readReferences(bullet: Bullet, field: FieldWords, into: Fields, context: Context): void {
  const free = field.form === "sources" || field.form === "about";
  if (!field.repeats && !into.put(field, { text: valueText(bullet), ...valueSpan(bullet) })) {
    find(context, "field/twice", labelSpan(bullet), { field: field.label });
    return;
  }
  for (const { inline, from } of stretches(bullet)) {
    const list = readLinks(inline, from, inline.text.length, field.expects, context.scheme);
    for (const item of list.items) {
      if (item.target.type === "citation" && !free) {
        wrongReference(inline, item, field, context);
        continue;
      }
      const word = field.form === "sources" && item.target.type === "id" && !/\p{Nd}/u.test(item.target.id);
      into.refs.push(
        ...refsOf(inline, item.target, item.from, item.to, {
          field: field.label,
          source: context.source,
          ...(field.form === "codes" && { kind: "code" as const }),
          ...(word && { weak: true as const }),
          ...(item.reason !== undefined && { reason: item.reason }),
        }),
      );
    }
    for (const inside of list.inReason) {
      into.refs.push(
        ...refsOf(inline, inside.target, inside.from, inside.to, {
          field: field.label,
          source: context.source,
          inReason: true,
        }),
      );
    }
    if (!free) for (const words of list.other) wrongReference(inline, words, field, context);
    proseLinks(inline, field, into, context);
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
  find(context, "field/value", sourceSpan(inline, words.from, words.to), {
    field: field.label,
    value: inline.text.slice(words.from, words.to),
    expected: [field.form === "codes" ? "a code" : "an id such as TR3"],
  });
}

/** Reports a label that nearly spells one of the kind's. */
export function didYouMean(bullet: Bullet, kind: Kind, more: readonly string[], context: Context): void {
  if (bullet.label === undefined) return;
  const near = nearest(bullet.label.toLowerCase(), labelsOf(kind, more));
  if (near !== undefined)
    find(context, "field/unknown", labelSpan(bullet), { label: bullet.label, near: [near], kind });
}

function* labelsOf(kind: Kind, more: readonly string[]): Iterable<string> {
  for (const field of FIELDS[kind]) {
    yield field.label;
    yield* field.aliases ?? [];
  }
  yield* more;
}
