/** Labels at the start of a bullet: fields and slots that the record does not have yet, in the order in which they are written. */
import { t } from "../../l10n.ts";
import { everyPart } from "../../model/parts.ts";
import { readRole } from "../../syntax/roles.ts";
import type { Span } from "../../text.ts";
import { FIELDS, type FieldWords, fieldOf, type Kind, OPEN_CODE, type Scheme, SLOT_FIELDS } from "../../vocabulary.ts";
import { LARGE } from "../at/large.ts";
import { partsIn } from "../at/piece.ts";
import { roleMeans } from "../hover/words.ts";
import { type CompletionItem, ordinal } from "./item.ts";
import { bulletsAbove, type Line } from "./line.ts";

/** What a bullet's line is: white space, the sign, the words so far. */
export const BULLET = /^([ \t]*[-*+][ \t]+)(.*)$/;
/** A label and its colon. */
export const LABEL = /^([*_]{0,3})([^:：*_]{1,80}?)[*_]{0,3}\s*[:：][*_]{0,3}\s*/;

export type Within =
  | { readonly is: "record"; readonly kind: Kind }
  | { readonly is: "slot"; readonly role: string }
  /** Below a field: another item of it. */
  | { readonly is: "field"; readonly field: FieldWords; readonly kind: Kind | "slot" };

/** What the bullet of the line belongs to; undefined below prose. */
export function within(line: Line): Within | undefined {
  const { record, scheme } = line;
  if (!record) return undefined;
  const above = bulletsAbove(line);
  let place: Within = { is: "record", kind: record.kind };
  for (const bullet of [...above].reverse()) {
    const label = labelOf(bullet);
    if (label === undefined || place.is === "field") return place.is === "field" ? place : undefined;
    const next = below(place, label, scheme);
    if (!next) return undefined;
    place = next;
  }
  return place;
}

export function labelOf(words: string): string | undefined {
  return LABEL.exec(words)?.[2]?.replace(/\s+/g, " ").trim();
}

function below(place: Within, label: string, scheme: Scheme): Within | undefined {
  const kind = place.is === "record" ? place.kind : "slot";
  const field = fieldOf(kind === "slot" ? SLOT_FIELDS : FIELDS[kind], label.toLowerCase());
  if (field && (kind !== "slot" || !PARTS.includes(field.label))) return { is: "field", field, kind };
  if (kind === "slot") return place;
  const role = kind === "cmoc" ? readRole(label, scheme) : undefined;
  return role && { is: "slot", role: role.role };
}

const PARTS: readonly string[] = ["resource", "reasoning"];

/** Labels for the bullet that the line begins. `span` is that of the label so far. */
export function labelItems(line: Line, place: Within, span: Span, typed: string): readonly CompletionItem[] {
  if (place.is === "field") return [];
  // A label that has its colon is put in the place of another one.
  const isWhole = /^[^:：\n]{0,60}[:：]/.test(line.after);
  const mark = /^[*_]{0,3}/.exec(typed)?.[0] ?? "";
  const written = (label: string, bold: boolean): string => {
    if (isWhole) return mark + label;
    const sign = mark !== "" ? mark : bold ? "**" : "";
    return `${sign}${label}:${[...sign].reverse().join("")} `;
  };
  const present = presentIn(line, place);
  const items: CompletionItem[] = [];
  const isBold = !/^[ \t]*[-*+][ \t]+\p{Lu}[\p{L}\p{N} ]{0,20}:/mu.test(line.piece);
  for (const each of candidates(place, line.scheme)) {
    const isHeld = present.has(each.label);
    items.push({
      label: each.label,
      kind: each.slot ? "slot" : "label",
      ...(each.detail !== "" && { detail: each.detail }),
      about: { means: each.means },
      filterText: `${mark}${[each.label, ...each.others].join(" ")}`,
      sortText: `${isHeld ? 1 : 0}${ordinal(items.length)}`,
      edit: { span, newText: each.whole ?? written(each.label, each.slot && isBold) },
      ...(each.more && !isWhole && { more: true as const }),
    });
  }
  return items;
}

interface Candidate {
  readonly label: string;
  readonly slot: boolean;
  readonly detail: string;
  readonly means: string;
  readonly others: readonly string[];
  /** What is written where it is no label and colon. */
  readonly whole?: string;
  readonly more: boolean;
}

function candidates(place: Exclude<Within, { is: "field" }>, scheme: Scheme): readonly Candidate[] {
  const field = ({ label, means, aliases = [], form }: FieldWords): Candidate => ({
    label,
    slot: false,
    detail: "",
    means: t(means),
    others: aliases,
    more: form !== "text",
  });
  if (place.is === "slot") {
    const { role } = place;
    return SLOT_FIELDS.filter(({ label }) =>
      PARTS.includes(label) ? role === "M" : label !== "layer" || role === "C",
    ).map(field);
  }
  const { kind } = place;
  const all = FIELDS[kind].map(field);
  const slots = scheme.slots.map(({ letter, label }) => ({
    label: letter,
    slot: true,
    detail: label,
    means: roleMeans(letter, scheme),
    others: [label],
    more: false,
  }));
  if (kind === "cmoc") return spliced(all, "theme", slots);
  if (kind !== "extract") return all;
  const codings = slots.map((slot) => ({
    ...slot,
    detail: t("{0}: code and words", slot.detail),
    whole: `${slot.label} `,
    more: true,
  }));
  const open = {
    label: OPEN_CODE.label,
    slot: false,
    detail: "",
    means: t(OPEN_CODE.means),
    others: [],
    whole: "code ",
    more: true,
  };
  return spliced(all, "voice", [...codings, open]);
}

function spliced(all: readonly Candidate[], after: string, more: readonly Candidate[]): readonly Candidate[] {
  const at = all.findIndex(({ label }) => label === after) + 1;
  return [...all.slice(0, at), ...more, ...all.slice(at)];
}

/** Labels that stand already; under a slot nothing is known to. The line itself does not count, since its label is being written. */
function presentIn({ placed, offset, record }: Line, place: Within): ReadonlySet<string> {
  const found = new Set<string>();
  if (place.is !== "record" || !record || placed.facts.length > LARGE) return found;
  const root = partsIn(placed).find(({ kind, start }) => kind === "record" && start === 0);
  for (const part of everyPart(root?.parts ?? [])) {
    if (part.start <= offset && offset <= part.end) continue;
    if (part.kind === "field") found.add(part.is);
    else if (part.kind === "slot") for (const letter of part.is.split(",")) found.add(letter);
  }
  return found;
}
