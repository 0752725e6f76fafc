/**
 * Reads the labelled bullets of a record by the vocabulary's table: values, choices with a reason, links of evidence, references.
 * What belongs to one kind alone (slots, coding lines) is handed to that kind's reader.
 */
import { nearest } from "../near.ts";
import type { Inline } from "../syntax/blocks.ts";
import { sourceSpan } from "../syntax/blocks.ts";
import { type Bullet, labelSpan, valueSpan, valueText } from "../syntax/bullets.ts";
import type { Finding, FindingData } from "../syntax/finding.ts";
import { type Extent, type LinkList, readLinks } from "../syntax/links.ts";
import type { RoleMention } from "../syntax/slots.ts";
import type { Span } from "../text.ts";
import { FIELDS, type FieldWords, fieldOf, type Kind, type Scheme, type Stance } from "../vocabulary.ts";
import { evidenceOf, type RefPlace, refsOf } from "./names.ts";
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
  /** A record has few fields: they are found by looking through them. */
  private readonly labels: string[] = [];
  private readonly values: Value[] = [];

  one(label: string): Value | undefined {
    const at = this.labels.indexOf(label);
    return at < 0 ? undefined : this.values[at];
  }

  all(label: string): readonly Value[] {
    if (!this.labels.includes(label)) return NO_VALUES;
    return this.values.filter((_, at) => this.labels[at] === label);
  }

  put(field: FieldWords, value: Value): boolean {
    if (!field.repeats && this.labels.includes(field.label)) return false;
    this.labels.push(field.label);
    this.values.push(value);
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
  const value = choice ? choiceOf(text, span, field, context) : { text, start: span.start, end: span.end };
  if (mayRefer(bullet))
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

/** Whether there is more in a bullet than one paragraph without markup and without a sign that references begin with. */
export function mayRefer({ item, paragraphs }: Bullet): boolean {
  const [only] = paragraphs;
  if (!only || item.blocks.length !== 1) return item.blocks.length > 0;
  return only.marks.length > 1 || only.text.includes("@") || only.text.includes("[[") || hasLink(only);
}

function hasLink({ marks }: Inline): boolean {
  return marks.some((mark) => mark.kind === "link");
}

const REASON = /\s+(?:[-–—―−]|--|---)\s+|—/;

/** A value of a list, and the reason after a spaced dash. A value in another case is the list's. */
function choiceOf(text: string, span: Span, field: FieldWords, context: Context): Value {
  const known = field.values?.find((value) => value === text);
  if (known !== undefined) return { text: known, start: span.start, end: span.end };
  const cut = REASON.exec(text);
  const written = (cut ? text.slice(0, cut.index) : text).trim();
  const reason = cut ? text.slice(cut.index + cut[0].length).trim() : "";
  const plain = written.replace(/[.]$/, "");
  const listed = field.values?.find((value) => value === plain.toLowerCase());
  if (written !== "" && listed === undefined && field.values && !field.open) {
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
  const { start, end } = span;
  return reason === "" ? { text: listed ?? plain, start, end } : { text: listed ?? plain, start, end, reason };
}

/** Calls `take` with each stretch of text that a field of links holds: its paragraphs, and every bullet nested in it. */
function eachStretch(bullet: Bullet, take: (inline: Inline, from: number) => void): void {
  const { paragraphs, nested } = bullet;
  for (let at = 0; at < paragraphs.length; at++) take(paragraphs[at] as Inline, at === 0 ? bullet.valueFrom : 0);
  for (const each of nested) for (const inline of each.paragraphs) take(inline, 0);
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
  eachStretch(bullet, (inline, from) => {
    const list = readLinks(inline, from, inline.text.length, fromExtract ? field.expects : undefined, context.scheme);
    for (const item of list.items) {
      const isCitation = item.target.type === "citation";
      if (isCitation === fromExtract) {
        if (!prose) unexpected(inline, item, field.label, fromExtract, context);
        continue;
      }
      const slots = under.length === 0 ? item.slots : [...under, ...item.slots];
      const { reason, locator } = item;
      const place = { field: field.label, source: context.source, stance, slots, locator };
      for (const evidence of evidenceOf(
        inline,
        item.target,
        item.from,
        item.to,
        reason === undefined ? place : { ...place, reason },
      ))
        into.evidence.push(evidence);
    }
    takeInReason(inline, list, field, into, context);
    if (prose) return;
    for (const words of list.other) unexpected(inline, words, field.label, fromExtract, context);
    for (const bracket of list.brackets) {
      find(context, "field/value", sourceSpan(inline, bracket.from, bracket.to), {
        field: "slots",
        value: inline.text.slice(bracket.from, bracket.to),
        expected: context.scheme.slots.map((slot) => slot.letter),
      });
    }
  });
}

function placeOf(field: FieldWords, context: Context, reason: string | undefined): RefPlace {
  const { source } = context;
  return reason === undefined ? { field: field.label, source } : { field: field.label, source, reason };
}

/** References in a reason link nothing. */
function takeInReason(inline: Inline, list: LinkList, field: FieldWords, into: Fields, context: Context): void {
  for (const { target, from, to } of list.inReason) {
    into.refs.push(...refsOf(inline, target, from, to, { ...placeOf(field, context, undefined), inReason: true }));
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
  eachStretch(bullet, (inline, from) => {
    const list = readLinks(inline, from, inline.text.length, field.expects, context.scheme);
    for (const item of list.items) {
      if (item.target.type === "citation" && !free) {
        wrongReference(inline, item, field, context);
        continue;
      }
      const word = field.form === "sources" && item.target.type === "id" && !/\p{Nd}/u.test(item.target.id);
      const place = placeOf(field, context, item.reason);
      const refs = refsOf(inline, item.target, item.from, item.to, {
        ...place,
        ...(field.form === "codes" && { kind: "code" as const }),
        ...(word && { weak: true as const }),
      });
      for (const ref of refs) into.refs.push(ref);
    }
    takeInReason(inline, list, field, into, context);
    if (!free) for (const words of list.other) wrongReference(inline, words, field, context);
    proseLinks(inline, field, into, context);
  });
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
