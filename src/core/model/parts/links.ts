/** The items of a field of links, with the brackets and the reasons after them. */
import type { Inline } from "../../syntax/blocks.ts";
import { sourceSpan } from "../../syntax/blocks.ts";
import type { Bullet } from "../../syntax/bullets.ts";
import { type LinkItem, type LinkList, readLinks } from "../../syntax/links.ts";
import type { Kind, Scheme } from "../../vocabulary.ts";
import { citationId } from "../names.ts";
import { markedSpan } from "./blocks.ts";
import type { Parts } from "./nest.ts";

const NO_BULLETS: readonly Bullet[] = [];

/** Each stretch of text that a field of links holds: its paragraphs, and every bullet nested in it. */
export interface Stretch {
  readonly inline: Inline;
  /** Where the links begin in its text. */
  readonly from: number;
  /** The nested bullet that it is a paragraph of; undefined for the field's own. */
  readonly nested: Bullet | undefined;
  /** The bullets beside that one. */
  readonly siblings: readonly Bullet[];
  readonly list: LinkList;
}

export function stretchesOf(bullet: Bullet, expects: Kind | undefined, scheme: Scheme): readonly Stretch[] {
  const read = (inline: Inline, from: number, nested: Bullet | undefined, siblings: readonly Bullet[]): Stretch => ({
    inline,
    from,
    nested,
    siblings,
    list: readLinks(inline, from, inline.text.length, expects, scheme),
  });
  const below = (siblings: readonly Bullet[]): readonly Stretch[] =>
    siblings.flatMap((nested) => [
      ...nested.paragraphs.map((inline) => read(inline, 0, nested, siblings)),
      ...below(nested.nested),
    ]);
  const own = bullet.paragraphs.map((inline, index) =>
    read(inline, index === 0 ? bullet.valueFrom : 0, undefined, NO_BULLETS),
  );
  return [...own, ...below(bullet.nested)];
}

/** The id that an item names, as people write it; a range as it stands. */
export function itemId({ target }: Pick<LinkItem, "target">): string {
  if (target.type === "citation") return citationId(target.citation);
  return target.type === "range" ? target.written : target.id;
}

const JOINT = /[,;/&]|\band\b/gi;

/** Adds the parts of the links of a field. */
export function linkParts(bullet: Bullet, expects: Kind | undefined, scheme: Scheme, into: Parts): void {
  for (const { inline, list } of stretchesOf(bullet, expects, scheme)) {
    for (const item of list.items) {
      const id = itemId(item);
      const words = markedSpan(inline, item.from, item.to);
      const slots = item.slotsAt && sourceSpan(inline, item.slotsAt.from, item.slotsAt.to);
      // Several citations in one bracket share the slots after it.
      const own = slots && /^\s*$/.test(inline.text.slice(item.to, item.slotsAt?.from));
      into.add("item", own ? { start: words.start, end: slots.end } : words, id);
      into.add("reference", sourceSpan(inline, item.from, item.to), id);
      if (item.slotsAt) roles(inline, item.slotsAt.from, item.slotsAt.to, into);
      if (item.reasonAt) into.add("reason", sourceSpan(inline, item.reasonAt.from, item.reasonAt.to));
    }
  }
}

function roles(inline: Inline, from: number, to: number, into: Parts): void {
  into.add("slots", sourceSpan(inline, from, to));
  const inner = inline.text.slice(from + 1, to - 1);
  let at = 0;
  for (const cut of [...inner.matchAll(JOINT), undefined]) {
    const end = cut?.index ?? inner.length;
    const words = inner.slice(at, end);
    const lead = words.length - words.trimStart().length;
    const start = from + 1 + at + lead;
    into.add("role", sourceSpan(inline, start, start + words.trim().length), words.trim());
    at = end + (cut?.[0].length ?? 0);
  }
}
