/** The items of a field of links as they stand in the text, and what taking one out takes with it. */

import { idsOfRange } from "../../ids.ts";
import { citationName, nameOf, recordName } from "../../model/names.ts";
import { markedSpan } from "../../model/parts/blocks.ts";
import { type Stretch, stretchesOf } from "../../model/parts/links.ts";
import type { Name } from "../../model/types.ts";
import type { Inline } from "../../syntax/blocks.ts";
import type { Bullet } from "../../syntax/bullets.ts";
import type { LinkItem } from "../../syntax/links.ts";
import type { RoleMention } from "../../syntax/slots.ts";
import type { Span, TextEdit } from "../../text.ts";
import { Extents } from "./item-extents.ts";
import type { OpenRecord } from "./record.ts";

/** An item; `from` and `to` are offsets in the inline's text, brackets and locator after it included in `to`. */
export interface Item {
  readonly stretch: Stretch;
  readonly index: number;
  /** What it names; of a range, all. */
  readonly names: readonly Name[];
  readonly isRange: boolean;
  readonly slots: readonly RoleMention[];
  readonly slotsAt: { readonly from: number; readonly to: number } | undefined;
  readonly locator: string | undefined;
  readonly reason: string | undefined;
  readonly reasonAt: { readonly from: number; readonly to: number } | undefined;
  readonly from: number;
  readonly to: number;
  /** What it names, with the square brackets that hold it alone. */
  readonly core: { readonly from: number; readonly to: number };
  /** Where its square brackets begin and end, if it stands in some with others. */
  readonly bracket: { readonly from: number; readonly to: number } | undefined;
}

/** The items of each stretch of a field. */
export function itemsOf(bullet: Bullet, { entity, scheme }: OpenRecord): readonly (readonly Item[])[] {
  const expects = entity.kind === "extract" ? ("cmoc" as const) : undefined;
  return stretchesOf(bullet, expects, scheme).map((stretch) =>
    stretch.list.items.map((item, index): Item => {
      const outer = brackets(stretch.inline.text, item);
      const next = stretch.list.items[index + 1];
      return {
        stretch,
        index,
        names: namesOf(item),
        isRange: item.target.type === "range",
        slots: item.slots,
        slotsAt: item.slotsAt,
        locator: item.locator,
        reason: item.reason,
        reasonAt: item.reasonAt,
        core: outer,
        from: outer.from,
        to: endOf(stretch.inline.text, item, outer.to, next),
        bracket: bracketOf(item, outer),
      };
    }),
  );
}

function namesOf({ target }: LinkItem): readonly Name[] {
  if (target.type === "citation") return [citationName(target.citation)];
  if (target.type === "id") return [nameOf(target.kind ?? "cmoc", target.id, undefined)];
  return idsOfRange(target.range).map(recordName);
}

/** The item with the square brackets that hold it alone. */
function brackets(text: string, { from, to }: LinkItem): { readonly from: number; readonly to: number } {
  let start = from;
  let end = to;
  while (text.charAt(start - 1) === "[" && text.charAt(end) === "]") {
    start--;
    end++;
  }
  return { from: start, to: end };
}

function bracketOf({ target }: LinkItem, outer: { readonly from: number; readonly to: number }): Item["bracket"] {
  const held = target.type === "citation" ? target.citation.bracket : undefined;
  return held && held.from < outer.from ? held : undefined;
}

/** Where the item ends with its slots and its locator, before a reason, a separator or the bracket that it shares. */
function endOf(text: string, item: LinkItem, outer: number, next: LinkItem | undefined): number {
  const held = item.target.type === "citation" ? item.target.citation.bracket : undefined;
  const limit = Math.min(
    next ? Math.max(outer, next.from) : text.length,
    item.reasonAt && item.reasonAt.from >= item.to ? item.reasonAt.from : text.length,
    held && held.to > outer ? held.to - 1 : text.length,
  );
  const after = text.slice(outer, limit);
  const rest = item.locator === undefined && item.slotsAt === undefined ? "" : after;
  const words = rest.replace(/(?:\s*(?:[,;:.]|\band\b|&|\[+|\s[-–—―−]{1,3}|—))*\s*$/u, "");
  return Math.max(outer + words.length, item.slotsAt && item.slotsAt.to <= limit ? item.slotsAt.to : outer);
}

/** A stretch of an inline's text in the source, with the links whose words it holds. */
export function inSource(inline: Inline, from: number, to: number): Span {
  return markedSpan(inline, from, to);
}

/** The edit that takes one of several items out of its stretch: with its own words and its separator, and with a reason that was its own. */
export function withoutItem(items: readonly Item[], index: number, text: string): TextEdit | undefined {
  const item = items[index];
  if (!item || items.length < 2) return undefined;
  const before = items[index - 1];
  const next = items[index + 1];
  const extents = new Extents(items, text);
  const opensGroup = !before || before.reasonAt?.from !== item.reasonAt?.from;
  const { start, end } = extents.own(index);
  const opensBracket = extents.shares(index) && !extents.shares(index - 1);
  const { inline } = item.stretch;
  const isBeforeNext = next !== undefined && (opensGroup || opensBracket);
  const usual: Span = isBeforeNext
    ? { start, end: extents.after(index + 1) }
    : { start: extents.before(index), end: opensGroup && item.reasonAt ? extents.end() : end };
  const isInGroup = next !== undefined && next.reasonAt?.from === item.reasonAt?.from;
  const spans = [
    usual,
    ...(isBeforeNext ? [withTags(inline, usual, extents.core(index).start)] : [beforeShut(usual, text)]),
  ];
  if (isInGroup) spans.push({ start: pastOpening(start, text), end: extents.after(index + 1) });
  const span = spans.find((each) => each.start <= each.end && isWhole(inline, each));
  return span && { span, newText: "" };
}

/** With the tags that open right before an item. */
function withTags({ marks }: Inline, { start, end }: Span, core: number): Span {
  let from = start;
  for (const { kind, span } of [...marks].reverse())
    if (kind === "html" && span.end === from && from <= core) from = span.start;
  return { start: from, end };
}

/** Without what shuts emphasis that began before. */
function beforeShut({ start, end }: Span, text: string): Span {
  const shut = /(?:[*_~]+|<\/\w+>)$/.exec(text.slice(Math.max(start, end - 20), end))?.[0] ?? "";
  return { start, end: end - shut.length };
}

function pastOpening(at: number, text: string): number {
  return at + (/^(?:[*_~]+|<\w+>)/.exec(text.slice(at, at + 20))?.[0].length ?? 0);
}

/** Whether a span holds no half of anything that is marked up. */
function isWhole({ marks }: Inline, { start, end }: Span): boolean {
  let depth = 0;
  for (const { kind, span, target = "" } of marks) {
    if (span.end <= start || span.start >= end) continue;
    const isIn = span.start >= start && span.end <= end;
    if (kind !== "html") {
      const isAround = span.start < start && span.end > end;
      if (!isIn && !isAround) return false;
    } else if (isIn && !/^<(?:!|br\b)|\/>$/i.test(target)) {
      depth += target.startsWith("</") ? -1 : 1;
      if (depth < 0) return false;
    }
  }
  return depth === 0;
}

/** The end of an item in the source. */
export function itemEnd(item: Item): number {
  const { inline } = item.stretch;
  const whole = inSource(inline, item.from, item.to).end;
  const words = inSource(inline, item.from, Math.max(item.from + 1, item.to)).end;
  return Math.max(whole, words);
}
