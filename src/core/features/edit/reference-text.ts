/** An id in the place of another: in a heading, in a reference with or without its kind, in a range. */
import { kindAt } from "../../ids.ts";
import { wholeReference } from "../../syntax/references.ts";
import { readRoles } from "../../syntax/roles.ts";
import type { Span, TextEdit } from "../../text.ts";
import { KINDS, type Kind, type Scheme } from "../../vocabulary.ts";

/** `4` for `CMOC4` of a configuration: what stands after its kind's name; undefined for an id that has no such form. */
export function numberForm(id: string, kind: Kind): string | undefined {
  const prefix = KINDS.find((words) => words.kind === kind)?.prefix ?? "";
  const rest = id.slice(prefix.length);
  return prefix !== "" && id.toLowerCase().startsWith(prefix.toLowerCase()) && /^\p{Nd}/u.test(rest) ? rest : undefined;
}

/** A reference as it was written, with another id: `CMOC 4` as `CMOC TR9`, a bare `4` as `9` where the new id has that form. */
export function referenceId(written: string, id: string, kind: Kind): string {
  const number = numberForm(id, kind);
  if (/^\p{Nd}/u.test(written)) return number ?? id;
  const spelt = kindAt(written);
  if (!spelt || spelt.words.kind !== kind) return id;
  const lead = written.slice(0, spelt.rest);
  // After a kind that stands apart, as in a heading: `CMOC X7` is `CMOC 4`, not `CMOC CMOC4`.
  if (/\s$/.test(lead)) return lead + (number ?? id);
  const isNumber = /^\p{Nd}/u.test(written.slice(spelt.rest));
  // `CMOC4` is an id, `CMO-4` a kind and a number; both keep their form only where the new id has one.
  return isNumber && number !== undefined && lead.length > spelt.spelling.length ? lead + number : id;
}

/** The kind that a reference says itself: `Theory 6`, `Demi-regularity D9`, `CMOC4`; undefined for an id alone. */
export function kindNamed(written: string): Kind | undefined {
  const target = wholeReference(written, undefined)?.target;
  return target?.type === "id" ? target.kind : undefined;
}

/** The edit that puts an id into a heading; where the kind ran into the old one, a space parts it from the new one. */
export function headingId(text: string, span: Span, id: string, kind: Kind): TextEdit {
  const number = numberForm(id, kind);
  const before = text.charAt(span.start - 1);
  if (number !== undefined && /^\p{Nd}/u.test(text.slice(span.start, span.end))) return { span, newText: number };
  if (/\s/.test(before)) return { span, newText: number ?? id };
  const hyphen = /[-‐‑–—−]/.test(before) ? 1 : 0;
  return { span: { start: span.start - hyphen, end: span.end }, newText: ` ${number ?? id}` };
}

export interface RangePlace {
  /** What the list replaces. */
  readonly span: Span;
  /** One entry of it: with the brackets, or the link, that the range had. */
  readonly write: (entry: string) => string;
}

/** How a range at `span` is written as a list; undefined for one in `[[…|words]]`, whose words mean the whole. */
export function rangePlace(text: string, span: Span, link: Span | undefined, scheme: Scheme): RangePlace | undefined {
  if (text.slice(span.start - 2, span.start) === "[[") {
    if (text.slice(span.end, span.end + 2) !== "]]") return undefined;
    return { span: { start: span.start - 2, end: span.end + 2 }, write: (entry) => `[[${entry}]]` };
  }
  const whole = link ?? span;
  const lead = text.slice(whole.start, span.start);
  const tail = text.slice(span.end, whole.end);
  const slots = slotsAfter(text, whole.end, scheme);
  return {
    span: { start: whole.start, end: whole.end + slots.length },
    write: (entry) => lead + entry + tail + slots,
  };
}

/** Brackets with slots right after a range: they hold for every id of it. */
function slotsAfter(text: string, at: number, scheme: Scheme): string {
  const match = /^[ \t]{0,3}\(([^()\r\n]{1,200})\)/.exec(text.slice(at, at + 210));
  return match && readRoles(match[1] ?? "", scheme) ? match[0] : "";
}
