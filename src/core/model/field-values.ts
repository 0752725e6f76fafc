/** Fields whose value is words, a choice with its reason, a path or tags. */
import type { Block } from "../syntax/blocks.ts";
import { type Bullet, labelSpan, trimmedSpan, valueSpan, valueText } from "../syntax/bullets.ts";
import { REASON } from "../syntax/step-reason.ts";
import type { Span } from "../text.ts";
import type { FieldWords } from "../vocabulary.ts";
import { collectWords } from "./block-words.ts";
import { blocksRefs, refersToNothing } from "./prose.ts";
import { type Context, type Fields, find, NO_VALUES } from "./record-fields.ts";
import type { Value } from "./types.ts";

export function readValue(bullet: Bullet, field: FieldWords, into: Fields, context: Context): void {
  if (mayRefer(bullet))
    blocksRefs(bullet.item.blocks, { field: field.label, inRecord: true, source: context.source }, into.refs);
  readWords(bullet, field, into, context);
}

/** The words of a field, its own and those nested under it. */
export function readWords(bullet: Bullet, field: FieldWords, into: Fields, context: Context): void {
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
  return only.marks.length > 1 || !refersToNothing(only);
}

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
