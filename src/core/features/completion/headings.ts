/** Headings: the kinds of record, and the next free id of each. */

import { kindAt, nextId, numbered } from "../../ids.ts";
import { t } from "../../l10n.ts";
import type { Review } from "../../review.ts";
import type { Span } from "../../text.ts";
import { KINDS, type Kind, type KindWords } from "../../vocabulary.ts";
import { KIND_MEANS } from "../hover/words.ts";
import { type CompletionItem, ordinal } from "./item.ts";
import type { Line } from "./line.ts";
import { shortened } from "./list-item.ts";
import { freeIdOf, listingOf } from "./listing.ts";

const HEADING = /^(#{1,6}[ \t]+)(.*)$/;

/** Kinds after `## `, or once a kind stands there, the next id of it; undefined where the line is no heading. */
export function headingItems(
  line: Line,
  span: (from: number) => Span,
  today: string | undefined,
): readonly CompletionItem[] | undefined {
  const [, lead, words = ""] = HEADING.exec(line.before) ?? [];
  if (lead === undefined) return undefined;
  const read = kindAt(words) ?? kindAt(`${words}x`);
  const typed = read ? words.slice(read.rest) : "";
  if (read && words.length > read.spelling.length) {
    const id = /[\s:]/.test(typed) ? undefined : freshId(line, read.words.kind, today);
    if (id === undefined) return [];
    const written = shortened(id, read.words);
    const from = line.before.length - typed.length;
    const edit = { span: span(from), newText: line.after.trim() === "" ? `${written}: ` : written };
    return [{ label: written, kind: "kind", detail: t("the next free id"), filterText: written, sortText: "0", edit }];
  }
  if (line.after.trim() !== "" && words === "") return [];
  const whole = span(lead.length);
  return inOrder(line).map((kind, index) => {
    const id = freshId(line, kind.kind, today);
    const newText = id === undefined ? `${kind.heading} ` : `${kind.heading} ${shortened(id, kind)}: `;
    return {
      label: kind.heading,
      kind: "kind",
      detail: id ?? t(kind.one),
      about: { means: t(KIND_MEANS[kind.kind]) },
      filterText: [kind.heading, ...kind.spellings].join(" "),
      sortText: ordinal(index),
      edit: { span: whole, newText },
    };
  });
}

/** Extracts first in a source’s file; else first the kind of the records before. */
function inOrder({ review, uri, placed }: Line): readonly KindWords[] {
  const source = placed.home.reading?.source;
  const here = source === undefined ? lastKind(review, uri, placed.start) : "extract";
  return here === undefined ? KINDS : [...KINDS].sort((a, b) => Number(b.kind === here) - Number(a.kind === here));
}

function lastKind(review: Review, uri: string, before: number): Kind | undefined {
  let found: Kind | undefined;
  for (const { facts, start } of review.placed(uri)) {
    if (start > before && found) break;
    if (facts.count > 0 && start !== before) found = facts.record(0).kind;
  }
  return found;
}

/** An id that nothing has: of the letters that the records around have; of a memo the day. Codes are words, which nobody can guess. */
function freshId({ review, uri, placed }: Line, kind: Kind, today: string | undefined): string | undefined {
  if (kind === "code") return undefined;
  if (kind === "memo") return today !== undefined && !review.isDefined(`m:${today}`) ? today : undefined;
  if (kind === "extract") {
    const key = placed.home.reading?.source;
    if (key === undefined) return undefined;
    const ids = review.extractsOf(key).map(({ brief }) => brief.id);
    return nextId(ids, numbered(ids[ids.length - 1] ?? "")?.prefix ?? "e");
  }
  return freeIdOf(review, lettersNear(review, uri, placed.start, kind) ?? PREFIXES[kind] ?? "");
}

const PREFIXES: { readonly [kind in Kind]?: string } = { cmoc: "CMOC", theory: "PT", "demi-regularity": "D" };

/** The letters of the id of the last record of the kind before an offset of a document, else of any there is. */
function lettersNear(review: Review, uri: string, before: number, kind: Kind): string | undefined {
  let found: string | undefined;
  for (const { facts, start } of review.placed(uri)) {
    if (start >= before && found !== undefined) break;
    if (start === before || facts.count === 0 || facts.record(0).kind !== kind) continue;
    found = numbered(facts.record(0).id)?.prefix ?? found;
  }
  if (found !== undefined) return found;
  for (const { id } of listingOf(review).records.get(kind) ?? []) {
    const letters = numbered(id)?.prefix;
    if (letters !== undefined) return letters;
  }
  return undefined;
}
