/**
 * What can be written at a place: only where something of the language can stand, and after the characters that begin it. Reads the one piece at the
 * place; lists of records are made once for each revision of the review.
 */
import { isNearlyManifest, MANIFEST_NAME } from "../membership.ts";
import type { Review } from "../review.ts";
import type { Span } from "../text.ts";
import { RECORD_KINDS } from "../vocabulary.ts";
import { pieceAt } from "./at/piece.ts";
import { cellItems } from "./completion/cells.ts";
import { headingItems } from "./completion/headings.ts";
import type { CompletionItem } from "./completion/item.ts";
import { BULLET, LABEL, labelItems, labelOf, within } from "./completion/labels.ts";
import { type Line, lineAt } from "./completion/line.ts";
import { fittingItem, listItem } from "./completion/list-item.ts";
import { extractItems, type ReferenceOf, recordItems, sourceItems } from "./completion/names.ts";
import { isReason, isSilent } from "./completion/silent.ts";
import { codeItems, coderItems, fieldFor, valueItems } from "./completion/values.ts";
import { frontMatterItems, manifestItems } from "./completion/yaml.ts";

export type { About, CompletionItem, ItemKind } from "./completion/item.ts";
export type { ReferenceOf } from "./completion/names.ts";

export interface CompletionOptions {
  /** Bibliographic references by key, as far as they are decoded: sources are then found by author, year and title. Asked for every key, so it must be quick. */
  readonly reference?: ReferenceOf;
  /** The day, as `2026-03-02`: the id of a new memo, and when a source was read. */
  readonly today?: string;
  /** Paths below the review's folder that a manifest may name, folders with a `/` at their end. */
  readonly files?: readonly string[];
}

const NONE: readonly CompletionItem[] = [];

/** The items at an offset of a document, to be put in order by `sortText`; none where nothing of ours can stand. */
export function completion(
  review: Review,
  uri: string,
  offset: number,
  options: CompletionOptions = {},
): readonly CompletionItem[] {
  if (uri === MANIFEST_NAME || isNearlyManifest(uri))
    return manifestItems(review, review.text(uri) ?? "", offset, options.files ?? []);
  const placed = pieceAt(review, uri, offset);
  if (!placed || offset < 0) return frontMatterItems(review, uri, offset, options.files ?? [], options.today);
  if (offset > placed.start + placed.facts.length) return NONE;
  const line = lineAt(review, uri, placed, offset - placed.start);
  return line ? lineItems(line, offset, options) : NONE;
}

const KEY_CHARACTERS = /^[^\s#@,;[\](){}"'`\\|]*/;
const ID_CHARACTERS = /^[\p{L}\p{M}\p{N}._-]*/u;
/** A citation that is being written, and one whose extract is. */
const CITING = /(?:^|[\s([{,;，、；،؛|])@(\{?[^\s#@,;[\](){}"'`\\]*)$/;
const EXTRACTING =
  /(?:^|[\s([{,;，、；،؛|])@(?:\{([^\s#@,;[\](){}"'`\\]+)\}|([^\s#@,;[\](){}"'`\\]+))#([\p{L}\p{M}\p{N}._-]*)$/u;
const LINKING = /\[\[([^[\]|\n]*)$/;

/** The words behind the brackets of a wikilink; of none where those are escaped. */
function linkedIn(before: string): RegExpExecArray | undefined {
  const linked = LINKING.exec(before);
  const slashes = linked === null ? "" : (/\\{0,99}$/.exec(before.slice(0, linked.index).slice(-99))?.[0] ?? "");
  return linked === null || slashes.length % 2 === 1 ? undefined : linked;
}

function lineItems(line: Line, offset: number, options: CompletionOptions): readonly CompletionItem[] {
  const { before, after, review } = line;
  const back = (units: number, beyond: RegExp = ID_CHARACTERS): Span => ({
    start: offset - units,
    end: offset + (beyond.exec(after)?.[0].length ?? 0),
  });
  if (isSilent(line)) return NONE;
  const reference = options.reference ?? (() => undefined);
  const extract = EXTRACTING.exec(before);
  const cited = CITING.exec(before);
  const linked = linkedIn(before);
  if ((extract || cited || linked) && isReason(line)) return NONE;
  if (extract) return extractItems(review, extract[1] ?? extract[2] ?? "", back(extract[3]?.length ?? 0));
  if (cited) {
    const typed = cited[1] ?? "";
    const span = back(typed.length + 1, KEY_CHARACTERS);
    const closes = typed.startsWith("{") && after.charAt(span.end - offset) === "}";
    return sourceItems(review, closes ? { start: span.start, end: span.end + 1 } : span, reference);
  }
  if (linked) {
    const close = /^[^[\]|\n]*(?:\]\]|\|)/.test(after) ? "" : "]]";
    return linkedItems(review, linked[1] ?? "", back, close);
  }
  const heading = headingItems(line, (from) => back(before.length - from), options.today);
  if (heading) return heading;
  return cellItems(line, back, reference) ?? bulletItems(line, back, reference);
}

/** Records between double brackets; behind the first end of a range those that can end it. */
function linkedItems(
  review: Review,
  typed: string,
  back: (units: number) => Span,
  after: string,
): readonly CompletionItem[] {
  const item = listItem(typed);
  const kinds = [...RECORD_KINDS, "code", "memo"] as const;
  if (!item.since) return recordItems(review, kinds, back(typed.length), { after, word: true });
  return fittingItem(recordItems(review, RECORD_KINDS, back(item.typed.length), { after }), item);
}

function bulletItems(
  line: Line,
  back: (units: number, beyond?: RegExp) => Span,
  reference: ReferenceOf,
): readonly CompletionItem[] {
  const [, lead, words = ""] = BULLET.exec(line.before) ?? [];
  const place = lead === undefined ? undefined : within(line);
  if (!place) return NONE;
  const units = (from: number): Span => back(from);
  if (place.is === "field") return valueItems(line, place, words, units, reference);
  const label = labelOf(words);
  const head = LABEL.exec(words)?.[0];
  if (label !== undefined && head !== undefined) {
    const valued = fieldFor(label, place);
    if (!valued) return coderItems(line, words, units) ?? NONE;
    return valueItems(line, valued, words.slice(head.length), units, reference);
  }
  const coded = place.is === "record" ? codeItems(line, words, units) : undefined;
  if (coded) return coded;
  if (words.length > MOST_LABEL || /\S\s+\S+\s/.test(words) || /[^\p{L}\p{N}\s*_()-]/u.test(words)) return NONE;
  return labelItems(line, place, back(words.length, LABEL_CHARACTERS), words);
}

/** A bullet that goes on for longer, or for more than two words, is prose. */
const MOST_LABEL = 24;
const LABEL_CHARACTERS = /^[\p{L}\p{N} ]{0,40}(?=[:：])|^[\p{L}\p{N}]*[*_]{0,3}/u;
