/**
 * Reads the labelled bullets of a record by the vocabulary's table: values, choices with a reason, links of evidence, references.
 * What belongs to one kind alone (slots, coding lines) is handed to that kind's reader.
 */
import { DIGIT } from "../ids.ts";
import { nearest } from "../near.ts";
import type { Block, Inline } from "../syntax/blocks.ts";
import { sourceSpan } from "../syntax/blocks.ts";
import { type Bullet, labelSpan, trimmedSpan, valueSpan, valueText } from "../syntax/bullets.ts";
import type { Finding, FindingData } from "../syntax/finding.ts";
import { type Extent, idsIn, type LinkItem, type LinkList, readLinks } from "../syntax/links.ts";
import { itemEnds, wholeReference } from "../syntax/references.ts";
import { readRole } from "../syntax/roles.ts";
import type { RoleMention } from "../syntax/slots.ts";
import type { Span } from "../text.ts";
import { FIELDS, type FieldWords, fieldOf, type Kind, type Scheme, type Stance } from "../vocabulary.ts";
import { collectWords } from "./block-words.ts";
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
  /** Labels of single-valued fields that stand with nothing after them. */
  private blanks: string[] | undefined;

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

  /** Whether a single-valued field stands already, with a value or without; a blank one is kept in mind. */
  stands(field: FieldWords, isBlank: boolean): boolean {
    if (field.repeats) return false;
    if (this.labels.includes(field.label) || this.blanks?.includes(field.label)) return true;
    if (isBlank) {
      if (this.blanks) this.blanks.push(field.label);
      else this.blanks = [field.label];
    }
    return false;
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
  if (mayRefer(bullet))
    blockRefs(bullet.item.blocks, { field: field.label, inRecord: true, source: context.source }, into.refs);
  readWords(bullet, field, into, context);
}

/** The words of a field, its own and those nested under it. */
function readWords(bullet: Bullet, field: FieldWords, into: Fields, context: Context): void {
  const text = valueText(bullet);
  const choice = field.form === "choice" || field.form === "choice-reason";
  const below = bullet.item.blocks.length > bullet.paragraphs.length ? nestedValues(bullet) : NO_VALUES;
  if (text !== "") {
    const { start, end } = valueSpan(bullet);
    const value = choice ? choiceOf(text, { start, end }, bullet, field, context) : { text, start, end };
    takeValue(bullet, field, below.length === 0 ? value : continued(value, field, below), into, context);
  } else if (below.length === 0) {
    if (into.stands(field, true)) find(context, "field/twice", labelSpan(bullet), { field: field.label });
  } else if (field.repeats) for (const value of below) takeValue(bullet, field, value, into, context);
  else {
    const [first, ...others] = below as [Value, ...Value[]];
    const value = choice ? choiceOf(first.text, first, undefined, field, context) : first;
    takeValue(bullet, field, continued(value, field, others), into, context);
  }
}

function takeValue(bullet: Bullet, field: FieldWords, value: Value, into: Fields, context: Context): void {
  if (field.label === "note") into.notes.push(value);
  else {
    if (into.stands(field, false)) find(context, "field/twice", labelSpan(bullet), { field: field.label });
    if (into.put(field, value) && field.label === "tags") into.tags = tagsOf(value.text);
  }
}

function tagsOf(text: string): readonly string[] {
  return text
    .split(/[,;，；、،؛]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
}

/** What is nested under a bullet, each nested bullet and each other block with words a value. */
function nestedValues(bullet: Bullet): readonly Value[] {
  const found: Value[] = [];
  const take = (blocks: readonly Block[], { start, end }: Span): void => {
    const words: string[] = [];
    collectWords(blocks, words);
    if (words.length > 0) found.push({ text: words.join("\n"), start, end });
  };
  for (const block of bullet.item.blocks) {
    if (block.type === "list") for (const item of block.items) take(item.blocks, contentOf(item.blocks, item));
    else if (block.type !== "paragraph") take([block], block);
  }
  return found;
}

function contentOf(blocks: readonly Block[], { end }: Span): Span {
  const start = blocks[0]?.start ?? end;
  return { start, end: blocks[blocks.length - 1]?.end ?? end };
}

/** A value with what goes on below it: lines of words, more tags, parts of a path, the reason for a choice. */
function continued(value: Value, field: FieldWords, below: readonly Value[]): Value {
  const last = below[below.length - 1];
  if (!last) return value;
  const words = below.map((each) => each.text);
  const span = { start: value.start, end: last.end };
  if (field.form === "words") return { text: [value.text, ...words].join(","), ...span };
  if (field.form === "path") return { text: [value.text, ...words].join(" / "), ...span };
  if (field.form === "choice-reason") {
    return { ...value, reason: value.reason ?? words.join("\n").replace(/\s+/g, " ") };
  }
  return field.form === "choice" ? value : { text: [value.text, ...words].join("\n"), ...span };
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

const REASON = /\s+(?:[-–—‒―−]|--|---)(?:\s+|$)|—/;

/**
 * A value of a list, and the reason after a spaced dash. A value in another case is the list's. `bullet` is the one whose own words these are;
 * `span` is theirs.
 */
function choiceOf(text: string, span: Span, bullet: Bullet | undefined, field: FieldWords, context: Context): Value {
  const { start, end } = span;
  const known = field.values?.find((value) => value === text);
  if (known !== undefined) return { text: known, start, end };
  const cut = REASON.exec(text);
  const written = (cut ? text.slice(0, cut.index) : text).trim();
  const reason = cut ? text.slice(cut.index + cut[0].length).trim() : "";
  const plain = written.replace(/[.]$/, "");
  const listed = field.values?.find((value) => value === plain.toLowerCase());
  if (written !== "" && listed === undefined && field.values && !field.open) {
    const data = { field: field.label, value: written, expected: field.values };
    find(context, "field/value", bullet ? choiceSpan(bullet) : { start, end }, data);
  }
  return reason === "" ? { text: listed ?? plain, start, end } : { text: listed ?? plain, start, end, reason };
}

/** The source of a value before its reason. */
function choiceSpan(bullet: Bullet): Span {
  const [inline] = bullet.paragraphs;
  if (!inline || bullet.valueFrom >= inline.text.length) return valueSpan(bullet);
  const cut = REASON.exec(inline.text.slice(bullet.valueFrom));
  return trimmedSpan(inline, bullet.valueFrom, cut ? bullet.valueFrom + cut.index : inline.text.length);
}

/** Calls `take` with each stretch of text that a field of links holds: its paragraphs, and those of every bullet nested in it. */
function eachStretch(bullet: Bullet, take: (inline: Inline, from: number) => void): void {
  const { paragraphs, nested } = bullet;
  for (let at = 0; at < paragraphs.length; at++) take(paragraphs[at] as Inline, at === 0 ? bullet.valueFrom : 0);
  for (const each of nested) nestedStretches(each, take);
}

function nestedStretches({ paragraphs, nested }: Bullet, take: (inline: Inline, from: number) => void): void {
  for (const inline of paragraphs) take(inline, 0);
  for (const each of nested) nestedStretches(each, take);
}

/** Quotes and tables under a field of links say what they say, and link nothing; their references count as those of prose. */
function refsBetween(bullet: Bullet, into: Fields, context: Context): void {
  const { blocks } = bullet.item;
  if (blocks.length === bullet.paragraphs.length) return;
  const odd = blocks.filter((block) => block.type !== "paragraph" && block.type !== "list");
  if (odd.length > 0) blockRefs(odd, { field: "prose", inRecord: true, source: context.source }, into.refs);
  for (const each of bullet.nested) refsBetween(each, into, context);
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
  if (prose) readWords(bullet, field, into, context);
  eachStretch(bullet, (inline, from) => {
    const list = readLinks(inline, from, inline.text.length, fromExtract ? field.expects : undefined, context.scheme);
    for (const item of list.items) {
      const isCitation = item.target.type === "citation";
      if (isCitation === fromExtract) {
        if (prose) wordsRef(inline, item, field, into, context);
        else unexpected(inline, item, field.label, fromExtract, context);
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
    if (prose) {
      for (const words of list.other) idsAmong(inline, words, field, into, context);
      return;
    }
    for (const words of list.other) unexpected(inline, words, field.label, fromExtract, context);
    for (const bracket of list.brackets) {
      find(context, "field/value", sourceSpan(inline, bracket.from, bracket.to), {
        field: "slots",
        value: inline.text.slice(bracket.from, bracket.to),
        expected: context.scheme.slots.map((slot) => slot.letter),
      });
    }
  });
  refsBetween(bullet, into, context);
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
  const expected = fromExtract ? "an id such as TR3" : "an extract such as @okafor2014#e4";
  tellWords(inline, words, field, expected, context);
}

/** Reports an item, or words that are none, of a field of links; an id among the words wants a comma before it. */
function tellWords(inline: Inline, words: Extent, field: string, expected: string, context: Context): void {
  const value = inline.text.slice(words.from, words.to);
  const isId =
    !("target" in words) && DIGIT.test(value) && wholeReference(value, undefined) !== undefined && !BARE.test(value);
  const data = { field, value, expected: [expected] };
  find(context, "field/value", sourceSpan(inline, words.from, words.to), isId ? { ...data, why: "comma" } : data);
}

function readReferences(bullet: Bullet, field: FieldWords, into: Fields, context: Context): void {
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
  eachStretch(bullet, (inline, from) => {
    const list = readLinks(inline, from, inline.text.length, field.expects, context.scheme);
    for (const item of list.items) {
      if (item.target.type === "citation" && !free) wrongReference(inline, item, field, context);
      else if (free && item.target.type === "id") wordsRef(inline, item, field, into, context);
      else {
        const place = placeOf(field, context, item.reason);
        const kind = field.form === "codes" ? ("code" as const) : undefined;
        const refs = refsOf(inline, item.target, item.from, item.to, kind === undefined ? place : { ...place, kind });
        for (const ref of refs) into.refs.push(ref);
      }
    }
    takeInReason(inline, list, field, into, context);
    if (free) for (const words of list.other) idsAmong(inline, words, field, into, context);
    else for (const words of list.other) wrongReference(inline, words, field, context);
    proseLinks(inline, field, into, context);
  });
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
    const hasDigit = DIGIT.test(target.id);
    if (!sure && (!hasDigit || BARE.test(inline.text.slice(from, to)))) return;
    weak ||= !hasDigit && (target.kind === undefined || field.form === "sources");
  }
  const place = placeOf(field, context, reason);
  into.refs.push(...refsOf(inline, target, from, to, weak ? { ...place, weak: true } : place));
}

/** A number alone. */
const BARE = /^\p{Nd}+$/u;

/** Ids with a digit among words, which count when they name something or look like ids of the review. */
function idsAmong(inline: Inline, words: Extent, field: FieldWords, into: Fields, context: Context): void {
  for (const { target, from, to } of idsIn(inline.text, words.from, words.to, field.expects)) {
    into.refs.push(...refsOf(inline, target, from, to, { ...placeOf(field, context, undefined), weak: true }));
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

/** Reports a label that nearly spells one of the kind's; whether it does. */
export function didYouMean(bullet: Bullet, kind: Kind, more: readonly string[], context: Context): boolean {
  return tellNear(bullet, FIELDS[kind], kind, more, context);
}

/** As {@link didYouMean}, of the labels of these fields. */
export function tellNear(
  bullet: Bullet,
  fields: readonly FieldWords[],
  kind: Kind,
  more: readonly string[],
  context: Context,
): boolean {
  const { label } = bullet;
  if (label === undefined) return false;
  const first = label.charCodeAt(0);
  if ((first === STAR || first === UNDERSCORE) && tellStars(bullet, label, fields, kind, context)) return true;
  const near = nearest(label.toLowerCase(), labelsOf(fields, more));
  if (near === undefined) return false;
  find(context, "field/unknown", labelSpan(bullet), { label, near: [near], kind });
  return true;
}

const STAR = 42;
const UNDERSCORE = 95;

/** `**C:**trust`: Markdown closes stars after a colon only before white space. */
function tellStars(
  bullet: Bullet,
  label: string,
  fields: readonly FieldWords[],
  kind: Kind,
  context: Context,
): boolean {
  const [inline] = bullet.paragraphs;
  const words = label.replace(/^[*_]{1,3}/, "").trim();
  const isLabel =
    fieldOf(fields, words.toLowerCase()) !== undefined ||
    (kind === "cmoc" && readRole(words, context.scheme) !== undefined);
  if (!isLabel || !inline) return false;
  find(context, "field/unknown", trimmedSpan(inline, bullet.labelTo - words.length, bullet.labelTo), {
    label: words,
    near: [],
    kind,
    why: "stars",
  });
  return true;
}

function* labelsOf(fields: readonly FieldWords[], more: readonly string[]): Iterable<string> {
  for (const field of fields) {
    yield field.label;
    yield* field.aliases ?? [];
  }
  yield* more;
}
