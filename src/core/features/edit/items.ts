/** The items of a field of links as they stand in the text, and what taking one out takes with it. */

import { idsOfRange } from "../../ids.ts";
import { citationName, nameOf, recordName } from "../../model/names.ts";
import { markedSpan } from "../../model/parts/blocks.ts";
import { type Stretch, stretchesOf } from "../../model/parts/links.ts";
import type { Name } from "../../model/types.ts";
import { type Inline, sourceSpan } from "../../syntax/blocks.ts";
import type { Bullet } from "../../syntax/bullets.ts";
import type { LinkItem } from "../../syntax/links.ts";
import type { RoleMention } from "../../syntax/slots.ts";
import type { Span, TextEdit } from "../../text.ts";
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
  readonly reason: string | undefined;
  readonly reasonAt: { readonly from: number; readonly to: number } | undefined;
  readonly from: number;
  readonly to: number;
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
        reason: item.reason,
        reasonAt: item.reasonAt,
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

/** The edit that takes one of several items out of its stretch: with its separator, and with a reason that was its own. */
export function withoutItem(items: readonly Item[], index: number): TextEdit | undefined {
  const item = items[index];
  if (!item) return undefined;
  const before = items[index - 1];
  const next = items[index + 1];
  const { inline } = item.stretch;
  const opensGroup = !before || before.reasonAt?.from !== item.reasonAt?.from;
  const closesGroup = !next || next.reasonAt?.from !== item.reasonAt?.from;
  const place = (from: number): number => inSource(inline, from, from + 1).start;
  if (next && opensGroup) return { span: { start: startOf(item), end: startOf(next) }, newText: "" };
  if (!before) return undefined;
  const last = opensGroup && before.reasonAt ? before.reasonAt.to : endInSource(before, item);
  const from = opensGroup && before.reasonAt ? sourceSpan(inline, before.reasonAt.from, last).end : last;
  const end =
    opensGroup && closesGroup && item.reasonAt
      ? sourceSpan(inline, item.reasonAt.from, item.reasonAt.to).end
      : itemEnd(item);
  return from <= end ? { span: { start: from, end }, newText: "" } : undefined;

  function startOf(each: Item): number {
    return each.bracket ? place(each.from) : inSource(inline, each.from, each.to).start;
  }
}

/** The end of an item in the source. */
export function itemEnd(item: Item): number {
  const { inline } = item.stretch;
  const whole = inSource(inline, item.from, item.to).end;
  const words = inSource(inline, item.from, Math.max(item.from + 1, item.to)).end;
  return Math.max(whole, words);
}

/** Where the text between two items begins: past the bracket that only the first one stands in. */
function endInSource(before: Item, item: Item): number {
  const held = before.bracket;
  if (!held || (item.from > held.from && item.to < held.to)) {
    const { to, stretch } = before;
    // HTML after the item, which has no text, belongs to it.
    const next = to < item.from ? sourceSpan(stretch.inline, to, to + 1).start : 0;
    return Math.max(itemEnd(before), next);
  }
  return sourceSpan(before.stretch.inline, held.from, Math.max(held.to, before.slotsAt?.to ?? 0)).end;
}
