/** Values after a label's colon: fixed words, records, codes, sources, slots, themes. */

import { canonicalId } from "../../ids.ts";
import { t } from "../../l10n.ts";
import { recordName } from "../../model/names.ts";
import type { Name } from "../../model/types.ts";
import { readRole } from "../../syntax/roles.ts";
import type { Span } from "../../text.ts";
import { FIELDS, type FieldWords, fieldOf, type Kind, RECORD_KINDS, SLOT_FIELDS } from "../../vocabulary.ts";
import { meaning, roleMeans, VALUE_MEANS } from "../hover/words.ts";
import { scaleOf } from "../hover.ts";
import { type CompletionItem, ordinal, wordItems } from "./item.ts";
import type { Within } from "./labels.ts";
import type { Line } from "./line.ts";
import { fittingItem, kindsNamed, type ListItem, listItem } from "./list-item.ts";
import { listingOf } from "./listing.ts";
import { type ReferenceOf, recordItems, sourceItems } from "./names.ts";

/** What the value being written is of. */
export interface Valued {
  readonly field: FieldWords;
  readonly kind: Kind | "slot";
}

/** The field that a label means where it stands. */
export function fieldFor(label: string, place: Within): Valued | undefined {
  if (place.is === "field") return undefined;
  const kind = place.is === "slot" ? "slot" : place.kind;
  const field = fieldOf(kind === "slot" ? SLOT_FIELDS : FIELDS[kind], label.toLowerCase());
  return field && { field, kind };
}

const REASON = /(?:^|\s)(?:[-–—‒―−]|--|---)\s|—/;
const JOINT = /[,;，、；،؛]/;
const ID = /^[\p{L}\p{M}\p{N}._-]*/u;

/** Values for a field whose value so far is `typed`. `span` gives the span from so many units before the cursor. */
export function valueItems(
  line: Line,
  { field, kind }: Valued,
  typed: string,
  span: (back: number) => Span,
  reference: ReferenceOf,
): readonly CompletionItem[] {
  const { review, record } = line;
  // What is said after a dash is a reason, until the next item.
  const since = typed.slice(typed.lastIndexOf(";") + 1);
  if (REASON.test(since)) return [];
  switch (field.form) {
    case "choice":
    case "choice-reason": {
      if (/\S\s$/.test(typed)) return [];
      const values = (field.open ? scaleOf(field.label, review) : undefined) ?? field.values ?? [];
      return wordItems(values, span(typed.length), "value", (word) => meaning(VALUE_MEANS[field.label], word));
    }
    case "path":
      return wordItems(listingOf(review).themes, span(typed.length), "value", () => undefined);
    case "slots":
      return slotItems(line, span(lastItem(typed).length), record?.name);
    case "text":
      return kind === "slot" ? [] : peopleItems(line, field, span(typed.length));
    case "words":
      return [];
    default:
      break;
  }
  const bracket = /\(([^()]*)$/.exec(since)?.[1];
  if (bracket !== undefined) {
    if (field.form !== "evidence") return [];
    const target = kind === "extract" ? nameBefore(since) : record?.name;
    return slotItems(line, span(lastItem(bracket).length), target);
  }
  const item = lastItem(typed);
  const read = listItem(item);
  if (/\s/.test(read.typed) || item.includes("@")) return [];
  const listed = new Set(
    typed
      .slice(0, typed.length - item.length)
      .toLowerCase()
      .split(ITEM_ENDS),
  );
  const found = linkItems(line, { field, kind }, read, span(read.typed.length), reference);
  const items = fittingItem(found, read);
  return listed.size < 2 ? items : items.filter(({ label }) => !listed.has(label.toLowerCase()));
}

/** What can stand in a list of links, whether or not it does already. */
function linkItems(
  { review, record }: Line,
  { field, kind }: Valued,
  item: ListItem,
  span: Span,
  reference: ReferenceOf,
): readonly CompletionItem[] {
  const but = record?.name;
  switch (field.form) {
    case "records":
      return recordItems(review, kindsNamed([field.expects ?? "cmoc"], item), span, { but });
    case "codes":
      return recordItems(review, ["code"], span, { but });
    case "about":
      return recordItems(review, kindsNamed([...RECORD_KINDS, "memo", "code"], item), span, {
        but,
        word: item.named === undefined,
      });
    case "sources": {
      const theories = recordItems(review, ["theory"], span, { but });
      return [
        ...sourceItems(review, span, reference),
        ...theories.map((each) => ({ ...each, sortText: `9${each.sortText}` })),
      ];
    }
    default:
      break;
  }
  if (kind === "extract") return recordItems(review, kindsNamed(RECORD_KINDS, item), span, {});
  const none = field.label === "counterexamples" ? wordItems(["none found"], span, "value", () => t(field.means)) : [];
  return [...none, ...sourceItems(review, span, reference)];
}

const ITEM_ENDS = /\s*[,;，、；،؛(]\s*/;

/** The longest id with its brackets that is looked at. */
const MOST_BEFORE = 300;

/** The configuration that brackets at the end of a list of links stand behind. */
function nameBefore(words: string): Name | undefined {
  const id = /([\p{L}\p{M}\p{N}._-]+)\s*\([^()]*$/u.exec(words.slice(-MOST_BEFORE))?.[1];
  return id === undefined ? undefined : recordName(canonicalId("cmoc", id));
}

/** What is written since the last comma or semicolon; after it white space may stand. */
function lastItem(typed: string): string {
  let at = typed.length;
  while (at > 0 && !JOINT.test(typed.charAt(at - 1))) at--;
  return typed.slice(at).trimStart();
}

/** The slots of a configuration, or of the scheme where none is known. */
function slotItems({ review, scheme }: Line, span: Span, name: Name | undefined): readonly CompletionItem[] {
  const brief = name === undefined ? undefined : review.brief(name);
  const own = brief?.kind === "cmoc" ? brief.roles : [];
  const counts = new Map<string, number>();
  for (const { role } of own) counts.set(role, (counts.get(role) ?? 0) + 1);
  const letters = own.length === 0 ? scheme.slots.map(({ letter }) => letter) : [...counts.keys()];
  const labels = letters.flatMap((letter) => {
    const numbers = own.filter(({ role, n }) => role === letter && n !== undefined).map(({ n }) => `${letter}${n}`);
    return [letter, ...new Set(numbers)];
  });
  return labels.map((label, index) => ({
    label,
    kind: "slot",
    detail: scheme.slots.find(({ letter }) => label.startsWith(letter))?.label ?? "",
    about: { means: roleMeans(label.charAt(0), scheme) },
    sortText: ordinal(index),
    edit: { span, newText: label },
  }));
}

/** People and roles, which the manifest and the scheme know, in fields that are text. */
function peopleItems({ review, scheme }: Line, { label }: FieldWords, span: Span): readonly CompletionItem[] {
  if (label === "coder" || label === "by") {
    const { coders } = review.manifest;
    return wordItems([...coders.keys()], span, "value", (word) => coders.get(word) || undefined);
  }
  if (label !== "role") return [];
  const letters = scheme.slots.map(({ letter }) => letter);
  return wordItems(letters, span, "slot", (letter) => roleMeans(letter, scheme));
}

/** Who coded it, in the brackets behind the words of a coding line; undefined where no words of a quote are before it. */
export function coderItems(
  line: Line,
  words: string,
  span: (back: number) => Span,
): readonly CompletionItem[] | undefined {
  if (line.record?.kind !== "extract") return undefined;
  const typed = /["”’»“][ \t]*\(([\p{L}\p{M}\p{N}._-]*)$/u.exec(words.slice(-MOST_BEFORE))?.[1];
  const field = fieldOf(FIELDS.extract, "coder");
  return typed === undefined || !field ? undefined : peopleItems(line, field, span(typed.length));
}

/** Codes behind the role of a coding line, or behind `code`; undefined where the words are none. */
export function codeItems(
  line: Line,
  words: string,
  span: (back: number) => Span,
): readonly CompletionItem[] | undefined {
  const read = /^(.*\S)\s+(\S*)$/.exec(words);
  const [, lead = "", typed = ""] = read ?? [];
  if (!read || line.record?.kind !== "extract" || ID.exec(typed)?.[0] !== typed) return undefined;
  if (lead.toLowerCase() !== "code" && !readRole(lead, line.scheme)) return undefined;
  const after = /^[\p{L}\p{M}\p{N}._-]*[:：]/u.test(line.after) ? "" : ": ";
  return recordItems(line.review, ["code"], span(typed.length), { after });
}
