/**
 * Renaming: a record, an extract, a code, a memo or a citation key, where it is defined and wherever it is mentioned. Prose that names it in other
 * words stays.
 */
import { canonicalId, isId, rangeOf } from "../../ids.ts";
import { keyOfName, nameOf, recordName } from "../../model/names.ts";
import { resolvePath } from "../../model/paths.ts";
import { readDocument } from "../../model/read-document.ts";
import type { Entity, Evidence, Name, Ref } from "../../model/types.ts";
import type { Definition, Placed, Review } from "../../review.ts";
import { applyEdits, type Span, type TextEdit } from "../../text.ts";
import { type Kind, RECORD_KINDS, type Scheme } from "../../vocabulary.ts";
import { slugsOf } from "../links.ts";
import { yamlKey } from "./append.ts";
import { type EditsByUri, inOrder, type Outcome, refuse, UNCHANGED } from "./outcome.ts";
import { listOfRange } from "./ranges.ts";
import { headingId, rangePlace, referenceId } from "./reference-text.ts";
import { citationText, isCitable } from "./spell.ts";

/** Renames what a name means: `r:tr3`, `x:okafor2014#e4`, `s:okafor2014`, `c:trust`, `m:2026-03-02`. */
export function rename(review: Review, name: Name, newId: string): Outcome {
  return name.startsWith("s:") ? renameKey(review, name.slice(2), newId) : renameRecord(review, name, newId);
}

/** Gives one of several records that share an id another one, at its heading or in its row alone: what mentions the id means the others. */
export function renumber(review: Review, at: Definition, newId: string): Outcome {
  const edits = new Edits(review);
  const refusal = wrongId(review, at.entity, at.name, newId);
  if (refusal) return refusal;
  const id = canonicalId(at.entity.kind, newId);
  define(edits, at, id);
  return edits.readAs([at], id) ? edits.done() : refuse("form", { id: newId });
}

function renameRecord(review: Review, name: Name, newId: string): Outcome {
  const defined = review.definitions(name);
  const [at] = defined;
  if (!at) return refuse("unknown", { name });
  if (defined.length > 1 && !defined.every(({ entity }) => entity.kind === "cmoc" && entity.row)) {
    return refuse("ambiguous", { name, count: defined.length });
  }
  const refusal = wrongId(review, at.entity, name, newId);
  if (refusal) return refusal;
  const id = canonicalId(at.entity.kind, newId);
  const edits = new Edits(review);
  const all = new Set([...defined, ...review.restatements(name)]);
  for (const each of all) define(edits, each, id);
  if (!edits.readAs([...all], id)) return refuse("form", { id: newId });
  const targets = new Targets(edits, at);
  for (const { placed, ref } of review.references(name)) {
    const edit = mention(edits.text(placed.uri), placed, ref, name, id, at.entity.kind, review.manifest.scheme);
    if (!edit) return refuse("range", { range: ref.range ?? ref.id });
    for (const each of edit) edits.add(placed.uri, each);
    const moved = ref.range === undefined ? targets.refreshed(placed, ref) : undefined;
    if (moved) edits.add(placed.uri, moved);
  }
  return edits.done();
}

function wrongId(review: Review, entity: Entity, name: Name, newId: string): Outcome | undefined {
  if (!isId(newId)) return refuse("form", { id: newId });
  if (RECORD_KINDS.includes(entity.kind) && rangeOf(newId, true)) return refuse("range", { id: newId });
  const source = entity.kind === "extract" ? entity.source : undefined;
  const other = nameOf(entity.kind, canonicalId(entity.kind, newId), source);
  return other !== name && review.isDefined(other) ? refuse("taken", { id: newId }) : undefined;
}

/** The id in a heading or a row. */
function define(edits: Edits, { placed, entity }: Definition, id: string): void {
  const text = edits.text(placed.uri);
  const span = { start: placed.start + entity.idSpan.start, end: placed.start + entity.idSpan.end };
  const isRow = entity.kind === "cmoc" && entity.row === true;
  if (isRow) edits.add(placed.uri, { span, newText: referenceId(text.slice(span.start, span.end), id, entity.kind) });
  else edits.add(placed.uri, headingId(text, span, id, entity.kind));
}

/** The edits at one mention; undefined for a range that cannot be parted. A range of several mentions is edited at the first that is asked for. */
function mention(
  text: string,
  placed: Placed,
  ref: Ref | Evidence,
  name: Name,
  id: string,
  kind: Kind,
  scheme: Scheme,
): readonly TextEdit[] | undefined {
  const span = { start: placed.start + ref.start, end: placed.start + ref.end };
  const written = text.slice(span.start, span.end);
  if (name.startsWith("x:")) {
    const hash = written.lastIndexOf("#");
    return hash < 0 ? [] : [{ span: { start: span.start + hash + 1, end: span.end }, newText: id }];
  }
  if (ref.range === undefined) return [{ span, newText: referenceId(written, id, kind) }];
  if (nameOf(kind, id, undefined) === name) return [];
  const isBare = /^\p{Nd}/u.test(written);
  const edit = listOf(text, placed, ref, scheme, (each) =>
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
function refsAt({ facts, definitions }: Placed, { start, end }: Span): readonly Ref[] {
  const found: Ref[] = [];
  const seen = new Set<Name>();
  const take = (refs: readonly Ref[]): void => {
    for (const each of refs) {
      if (each.start !== start || each.end !== end || seen.has(each.name)) continue;
      seen.add(each.name);
      found.push(each);
    }
  };
  for (const { entity } of definitions) {
    take(entity.refs);
    if ("evidence" in entity) take(entity.evidence);
  }
  take(facts.refs);
  return found;
}

/** A key where it is a citekey and wherever it is cited, extracts of the source included; not one that an entry of a bibliography has. */
function renameKey(review: Review, key: string, newKey: string): Outcome {
  const source = review.source(key);
  if (!source) return refuse("unknown", { key });
  if (source.bibliography) return refuse("bibliography", { key, file: source.bibliography.uri });
  if (!isCitable(newKey)) return refuse("form", { key: newKey });
  if (newKey !== key && review.isDefined(`s:${newKey}`)) return refuse("taken", { key: newKey });
  const edits = new Edits(review);
  for (const uri of source.uri === undefined ? [] : [source.uri, ...source.others]) {
    const span = review.facts(uri)?.frontMatter?.citekey?.span;
    if (span) edits.add(uri, { span, newText: citekeyText(edits.text(uri).slice(span.start, span.end), newKey) });
  }
  const plain = citationText(newKey);
  for (const placed of review.mentioning(`s:${key}`)) {
    const text = edits.text(placed.uri);
    for (const ref of allRefs(placed)) {
      if (keyOfName(ref.name) !== key) continue;
      const from = placed.start + ref.start;
      const written = text.slice(from, placed.start + ref.end);
      const at = written.indexOf(key);
      if (at < 0) continue;
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
    }
  }
  return edits.done();
}

function* allRefs({ facts, definitions }: Placed): Iterable<Ref | Evidence> {
  for (const { entity } of definitions) {
    yield* entity.refs;
    if ("evidence" in entity) yield* entity.evidence;
  }
  yield* facts.refs;
}

/** A citekey in the quotation marks that it had. */
function citekeyText(written: string, key: string): string {
  const mark = written.charAt(0);
  const at = written.replace(/^["']/, "").startsWith("@") ? "@" : "";
  if (mark === '"' || mark === "'") return `${mark}${at}${key}${mark}`;
  return at === "" ? yamlKey(key) : `${at}${key}`;
}

/** Edits as they are collected, each place once. */
class Edits {
  private readonly review: Review;
  private readonly byUri = new Map<string, Map<string, TextEdit>>();

  constructor(review: Review) {
    this.review = review;
  }

  text(uri: string): string {
    return this.review.text(uri) ?? "";
  }

  add(uri: string, edit: TextEdit): void {
    const { span, newText } = edit;
    if (this.text(uri).slice(span.start, span.end) === newText) return;
    const own = this.byUri.get(uri) ?? new Map<string, TextEdit>();
    this.byUri.set(uri, own.set(`${span.start}:${span.end}`, edit));
  }

  /** The document as the edits so far leave it. */
  after(uri: string): string {
    return applyEdits(this.text(uri), inOrder([...(this.byUri.get(uri)?.values() ?? [])]));
  }

  /** Whether the documents of these records have as many records with the id as there are of them. */
  readAs(definitions: readonly Definition[], id: string): boolean {
    const uris = new Set(definitions.map(({ placed }) => placed.uri));
    let count = 0;
    for (const uri of uris) {
      for (const { facts } of readDocument(this.after(uri), this.review.manifest.scheme).pieces) {
        for (const entity of facts.records) {
          if (entity.kind === definitions[0]?.entity.kind && entity.id.toLowerCase() === id.toLowerCase()) count++;
        }
      }
    }
    return count >= definitions.length;
  }

  done(): Outcome {
    if (this.byUri.size === 0) return UNCHANGED;
    const edits: EditsByUri = new Map([...this.byUri].map(([uri, own]) => [uri, inOrder([...own.values()])]));
    return { edits };
  }
}

/** Fragments of links to a heading that is renamed: those that were its slug become its new one. */
class Targets {
  private readonly edits: Edits;
  private readonly uri: string;
  private readonly slugs: { readonly old: string; readonly new: string } | undefined;

  constructor(edits: Edits, { placed, entity }: Definition) {
    this.edits = edits;
    this.uri = placed.uri;
    const isRow = entity.kind === "cmoc" && entity.row === true;
    const before = [...slugsOf(edits.text(placed.uri))];
    const at = isRow ? -1 : before.findIndex(([start]) => start === placed.start);
    const now = at < 0 ? undefined : [...slugsOf(edits.after(placed.uri))][at];
    this.slugs = now && { old: before[at]?.[1] ?? "", new: now[1] };
  }

  refreshed({ uri, start }: Placed, { link, target }: Ref): TextEdit | undefined {
    const hash = target?.indexOf("#") ?? -1;
    if (!link || target === undefined || hash < 0 || !this.slugs) return undefined;
    const fragment = target.slice(hash + 1);
    if (fragment !== this.slugs.old || resolvePath(uri, target) !== this.uri) return undefined;
    // The fragment ends where the link does, before its closing bracket.
    const end = start + link.end - 1;
    if (this.edits.text(uri).slice(end - fragment.length, end) !== fragment) return undefined;
    return { span: { start: end - fragment.length, end }, newText: this.slugs.new };
  }
}
