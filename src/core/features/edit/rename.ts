/**
 * Renaming: a record, an extract, a code, a memo or a citation key, where it is defined and wherever it is mentioned. Prose that names it in other
 * words stays.
 */
import { canonicalId, isId, rangeOf } from "../../ids.ts";
import { type Brief, idSpanOf } from "../../model/brief.ts";
import { keyOfName, nameOf, recordName } from "../../model/names.ts";
import type { Evidence, Name, Ref } from "../../model/types.ts";
import { eachRef } from "../../review/placed.ts";
import type { Definition, Placed, Review } from "../../review.ts";
import type { Span, TextEdit } from "../../text.ts";
import { type Kind, RECORD_KINDS, type Scheme } from "../../vocabulary.ts";
import { yamlKey } from "./append.ts";
import { noCodeId } from "./code-ids.ts";
import { Edits } from "./edits.ts";
import { followHeadings } from "./heading-links.ts";
import { type Outcome, refuse } from "./outcome.ts";
import { listOfRange } from "./ranges.ts";
import { isHeld, isRow } from "./record.ts";
import { headingId, rangePlace, referenceId } from "./reference-text.ts";
import { notHeld, shownName } from "./refusals.ts";
import { citationText, isCitable, isSafeKey } from "./spell.ts";

/** Renames what a name means: `r:tr3`, `x:okafor2014#e4`, `s:okafor2014`, `c:trust`, `m:2026-03-02`. */
export function rename(review: Review, name: Name, newId: string): Outcome {
  return name.startsWith("s:") ? renameKey(review, name.slice(2), newId) : renameRecord(review, name, newId);
}

/** Gives one of several records that share an id another one, at its heading or in its row alone: what mentions the id means the others. */
export function renumber(review: Review, at: Definition, newId: string): Outcome {
  if (!isHeld(review, at.placed)) return notHeld(review, at);
  const edits = new Edits(review);
  const refusal = wrongId(review, at.brief, at.name, newId);
  if (refusal) return refusal;
  const id = canonicalId(at.brief.kind, newId);
  define(edits, at, id);
  const other = nameOf(at.brief.kind, id, sourceOf(at.brief));
  const isMeant = edits.readAs((name, brief) => (brief === at.brief ? other : name));
  return isMeant ? followed(review, edits) : refuse("form", { id: newId });
}

function renameRecord(review: Review, name: Name, newId: string): Outcome {
  const defined = review.definitions(name);
  const [at] = defined;
  if (!at && name.startsWith("c:") && review.isMentioned(name)) return renameUndefinedCode(review, name, newId);
  if (!at) return refuse("unknown", { id: shownName(name, review) });
  if (defined.length > 1 && !defined.every(({ brief }) => isRow(brief))) {
    return refuse("ambiguous", { id: shownName(name, review), count: defined.length });
  }
  const refusal = wrongId(review, at.brief, name, newId);
  if (refusal) return refusal;
  const id = canonicalId(at.brief.kind, newId);
  const edits = new Edits(review);
  const first = new Set(defined.map(({ brief }) => brief));
  const all = [...defined, ...review.restatements(name).filter(({ brief }) => !first.has(brief))];
  for (const each of all) define(edits, each, id);
  for (const { placed, ref } of review.references(name)) {
    const edit = mention(edits, placed, ref, name, id, at.brief.kind, review.manifest.scheme);
    if (!edit)
      return refuse("aliased", { range: ref.range ?? ref.id, file: placed.uri, line: lineOf(review, placed, ref) });
    for (const each of edit) edits.add(placed.uri, each);
  }
  const other = nameOf(at.brief.kind, id, sourceOf(at.brief));
  return edits.readAs((each) => (each === name ? other : each))
    ? followed(review, edits)
    : refuse("form", { id: newId });
}

/** A code of which no codebook tells, wherever it is mentioned; not as another that is mentioned, which it would then be. */
function renameUndefinedCode(review: Review, name: Name, newId: string): Outcome {
  if (!isId(newId)) return wrongForm(newId);
  const other = nameOf("code", newId, undefined);
  const wrong = other === name ? undefined : noCodeId(newId, review.manifest.scheme);
  if (wrong) return wrong;
  if (other !== name && (review.isDefined(other) || review.isMentioned(other))) return refuse("taken", { id: newId });
  const edits = new Edits(review);
  for (const { placed, ref } of review.references(name)) {
    const span = { start: placed.start + ref.start, end: placed.start + ref.end };
    const written = edits.written(placed.uri, span);
    edits.add(placed.uri, { span, newText: referenceId(written, newId, "code") });
  }
  return edits.readAs((each) => (each === name ? other : each))
    ? followed(review, edits)
    : refuse("form", { id: newId });
}

function wrongId(review: Review, brief: Brief, name: Name, newId: string): Outcome | undefined {
  if (RECORD_KINDS.includes(brief.kind) && rangeOf(newId, true)) return refuse("range", { id: newId });
  if (!isId(newId)) return wrongForm(newId);
  const other = nameOf(brief.kind, canonicalId(brief.kind, newId), sourceOf(brief));
  const wrong = brief.kind === "code" && other !== name ? noCodeId(newId, review.manifest.scheme) : undefined;
  if (wrong) return wrong;
  return other !== name && review.isDefined(other) ? refuse("taken", { id: newId }) : undefined;
}

/** Why words are no id. */
function wrongForm(id: string): Outcome {
  return id.trim() === "" ? refuse("empty") : refuse("signs", { id });
}

/** The line on which a reference stands, from 1. */
function lineOf(review: Review, { uri, start }: Placed, ref: Ref | Evidence): number {
  return review.lines(uri).position(start + ref.start).line + 1;
}

/** Nothing is read otherwise for where links lead, so that they follow once all is read as it is meant. */
function followed(review: Review, edits: Edits): Outcome {
  followHeadings(review, edits);
  return edits.done();
}

function sourceOf(brief: Brief): string | undefined {
  return brief.kind === "extract" ? brief.source : undefined;
}

/** The id in a heading or a row. */
function define(edits: Edits, { placed, brief }: Definition, id: string): void {
  const text = edits.text(placed.uri);
  const { start, end } = idSpanOf(brief);
  const span = { start: placed.start + start, end: placed.start + end };
  const { kind } = brief;
  if (isRow(brief)) edits.add(placed.uri, { span, newText: referenceId(text.slice(span.start, span.end), id, kind) });
  else edits.add(placed.uri, headingId(text, span, id, kind));
}

/** The edits at one mention; undefined for a range that cannot be parted. A range of several mentions is edited at the first that is asked for. */
function mention(
  edits: Edits,
  placed: Placed,
  ref: Ref | Evidence,
  name: Name,
  id: string,
  kind: Kind,
  scheme: Scheme,
): readonly TextEdit[] | undefined {
  const span = { start: placed.start + ref.start, end: placed.start + ref.end };
  const written = edits.written(placed.uri, span);
  if (name.startsWith("x:")) {
    const hash = written.lastIndexOf("#");
    return hash < 0 ? [] : [{ span: { start: span.start + hash + 1, end: span.end }, newText: id }];
  }
  if (ref.range === undefined) return [{ span, newText: referenceId(written, id, kind) }];
  if (nameOf(kind, id, undefined) === name) return [];
  const isBare = /^\p{Nd}/u.test(written);
  const edit = listOf(edits.text(placed.uri), placed, ref, scheme, (each) =>
    each === name ? (isBare ? referenceId("1", id, kind) : id) : undefined,
  );
  return edit && [edit];
}

/**
 * The edit that writes a range out as a list; `other` gives a name another spelling, "" leaves it out, undefined keeps it. Undefined for a range that
 * cannot be parted, or of which nothing would stay.
 */
export function listOf(
  text: string,
  placed: Placed,
  ref: Ref,
  scheme: Scheme,
  other: (name: Name) => string | undefined,
): TextEdit | undefined {
  const span = { start: placed.start + ref.start, end: placed.start + ref.end };
  const list = listOfRange(text.slice(span.start, span.end), refsAt(placed, ref), (id) => other(recordName(id)));
  const link = ref.link && { start: placed.start + ref.link.start, end: placed.start + ref.link.end };
  const place = list.length === 0 ? undefined : rangePlace(text, span, link, scheme);
  return place && { span: place.span, newText: list.map(place.write).join(", ") };
}

/** The references of a range, ascending: all that have its span. */
function refsAt({ facts }: Placed, { start, end }: Span): readonly Ref[] {
  const found = new Map<Name, Ref>();
  eachRef(facts, (ref) => {
    if (ref.start === start && ref.end === end && !found.has(ref.name)) found.set(ref.name, ref);
  });
  return [...found.values()];
}

/** A key where it is a citekey and wherever it is cited, extracts of the source included; not one that an entry of a bibliography has. */
function renameKey(review: Review, key: string, newKey: string): Outcome {
  const source = review.source(key);
  if (!source) return refuse("unknown", { key });
  if (source.bibliography) return refuse("bibliography", { key, file: source.bibliography.uri });
  if (newKey.trim() === "") return refuse("empty");
  if (!isCitable(newKey)) return refuse("key", { key: newKey });
  if (newKey !== key && !isSafeKey(newKey)) return refuse("key", { key: newKey });
  if (newKey !== key && review.isDefined(`s:${newKey}`)) return refuse("taken", { key: newKey });
  const edits = new Edits(review);
  for (const uri of source.uri === undefined ? [] : [source.uri, ...source.others]) {
    const span = review.frontMatter(uri)?.citekey?.span;
    if (span) edits.add(uri, { span, newText: keyText(edits.written(uri, span), newKey) });
  }
  const plain = citationText(newKey);
  const mentions = new Set(review.mentioning(`s:${key}`));
  for (const name of review.extractNames(key)) for (const placed of review.mentioning(name)) mentions.add(placed);
  for (const placed of mentions) {
    eachRef(placed.facts, (ref) => {
      if (keyOfName(ref.name) !== key) return;
      const from = placed.start + ref.start;
      const written = edits.written(placed.uri, { start: from, end: placed.start + ref.end });
      const at = written.indexOf(key);
      if (at < 0) return;
      const isBraced = written.charAt(at - 1) === "{";
      const whole = citationText(newKey, "e1").startsWith("@{");
      if (isBraced || !whole)
        edits.add(placed.uri, { span: { start: from + at, end: from + at + key.length }, newText: newKey });
      else {
        const start = written.charAt(at - 1) === "@" ? from + at - 1 : from + at;
        edits.add(placed.uri, {
          span: { start, end: from + at + key.length },
          newText: plain.startsWith("@{") ? plain : `@{${newKey}}`,
        });
      }
    });
  }
  const meant = (name: Name): Name =>
    keyOfName(name) === key ? name.slice(0, 2) + newKey + name.slice(2 + key.length) : name;
  return edits.readAs(meant) ? followed(review, edits) : refuse("form", { key: newKey });
}

/** A key as front matter writes it, in the quotation marks that it had. */
export function keyText(written: string, key: string): string {
  const mark = written.charAt(0);
  const at = written.replace(/^["']/, "").startsWith("@") ? "@" : "";
  if (mark === '"' || mark === "'") return `${mark}${at}${key}${mark}`;
  return at === "" ? yamlKey(key) : `${at}${key}`;
}
