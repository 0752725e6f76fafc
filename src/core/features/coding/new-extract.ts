/** A passage of a source's text as an extract of its file. */
import { nextId } from "../../ids.ts";
import type { Name } from "../../model/types.ts";
import type { Review } from "../../review.ts";
import type { RoleMention } from "../../syntax/slots.ts";
import { STANCES, type Stance } from "../../vocabulary.ts";
import { appendRecord } from "../edit/append.ts";
import { isRefusal, type Outcome, refuse, together } from "../edit/outcome.ts";
import { notReferable } from "../edit/refusals.ts";
import { mentionText, referenceText } from "../edit/spell.ts";
import { fileForSource } from "../source-file.ts";
import { writeCodes } from "./codebook.ts";
import { type CodeUse, codingLine, plainValue, quotedParagraph, unwritten } from "./verbatim.ts";

/** What a passage bears on. */
export interface CodedLink {
  readonly record: Name;
  readonly stance: Stance;
  /** None for the whole. */
  readonly slots: readonly RoleMention[];
}

/** What was chosen for a passage. */
export interface Chosen {
  readonly codes: readonly CodeUse[];
  readonly links: readonly CodedLink[];
  readonly note?: string | undefined;
  readonly coder?: string | undefined;
}

export interface Quoted {
  /** Words as they are quoted, a line a paragraph. */
  readonly paragraphs: readonly string[];
  /** Where they are printed. */
  readonly at?: string | undefined;
}

/** The next free id of a source's extracts. */
export function nextExtractId(review: Review, key: string): string {
  return nextId(
    review.extractsOf(key).map(({ brief }) => brief.id),
    "e",
  );
}

/**
 * Writes the extract at the end of its source's file, which is begun where the bibliography alone has the source, and new codes into the codebook: one change. A coding
 * line without words is of the whole extract.
 */
export function newExtract(review: Review, key: string, { paragraphs, at }: Quoted, chosen: Chosen): Outcome {
  const { scheme } = review.manifest;
  const source = review.source(key);
  if (!source) return refuse("unknown", { key });
  const id = nextExtractId(review, key);
  const quote = paragraphs.map(quotedParagraph);
  if (quote.some((each) => each === undefined)) return refuse("form", { id });
  const codes = chosen.codes.map((use) => ({ use, line: codingLine(use, [], undefined, { scheme, source: key }) }));
  const links = linkFields(review, chosen.links);
  if ("refused" in links) return links;
  const fields: (readonly [string, string])[] = [];
  if (at !== undefined) fields.push(["at", plainValue(at)]);
  for (const { use, line } of codes) {
    if (!line) return unwritten(use, scheme, id);
    fields.push(line);
  }
  fields.push(...links);
  if (chosen.coder !== undefined) fields.push(["coder", chosen.coder]);
  if (chosen.note) fields.push(["note", plainValue(chosen.note)]);
  const uri = source.uri ?? fileForSource(review, key);
  const place = source.uri === undefined ? { uri, citekey: key } : { uri };
  const written = appendRecord(review, place, { kind: "extract", id, quote: quote.join("\n"), fields });
  if (isRefusal(written)) return written;
  const added = writeCodes(review, chosen.codes);
  return isRefusal(added) ? added : together([written, added]);
}

/** The links as fields, a bullet a stance. */
function linkFields(
  review: Review,
  links: readonly CodedLink[],
): readonly (readonly [string, string])[] | ReturnType<typeof notReferable> {
  const { scheme } = review.manifest;
  const items = new Map<Stance, string[]>();
  for (const { record, stance, slots } of links) {
    const target = referenceText(record, review);
    if (target === undefined) return notReferable(review, record);
    const words = slots.flatMap((slot) => mentionText(slot, scheme) ?? []);
    const item = words.length === 0 ? target : `${target} (${words.join(", ")})`;
    items.set(stance, [...(items.get(stance) ?? []), item]);
  }
  return STANCES.flatMap((stance) => {
    const own = items.get(stance);
    return own ? [[stance, own.join(", ")] as const] : [];
  });
}
