/** Taking one item out of a list of references, whichever that is, and the words that go with it. */
import { stretchesOf } from "../../model/parts/links.ts";
import type { Entity } from "../../model/types.ts";
import { slotKey } from "../../review/links.ts";
import { sourceSpan } from "../../syntax/blocks.ts";
import { type Bullet, fold } from "../../syntax/bullets.ts";
import type { TextEdit } from "../../text.ts";
import { FIELDS, fieldOf, SLOT_FIELDS } from "../../vocabulary.ts";
import { holdsMore, removal } from "./bullets.ts";
import { type Item, itemsOf, withoutItem } from "./items.ts";
import { type Outcome, refuse } from "./outcome.ts";
import { allWords, ownWords } from "./own-words.ts";
import { inDocument, type OpenRecord, reread } from "./record.ts";

/**
 * Takes one item out of whichever list of links it stands in, by where its reference begins in the piece. Words that are its own go with it: of the only item
 * of a bullet only where `areTold` says that they are kept elsewhere.
 */
export function removeItemAt(record: OpenRecord, start: number, areTold = false): Outcome {
  const place = placeAt(record, start);
  if (!place) return refuse("words");
  const { bullet, siblings, all, items, item } = place;
  if (items.length > 1) {
    const edit = withoutItem(items, item.index, record.text);
    return edit && isParted(record, edit) ? inDocument(record, [edit]) : refuse("form");
  }
  const { nested, siblings: beside, list } = item.stretch;
  const goes = all.flat().length === 1 ? bullet : nested;
  if ((list.other.length > 0 && !areTold) || (goes && holdsMore(goes))) return refuse("form");
  if (all.flat().length === 1) return inDocument(record, [removal(record, bullet, siblings)]);
  return nested && nested.nested.length === 0 ? inDocument(record, [removal(record, nested, beside)]) : refuse("form");
}
/** Whether a bullet's value is a list of references, under a slot too. */
function isList({ label = "" }: Bullet, { entity }: OpenRecord): boolean {
  const words = label.toLowerCase();
  const field = fieldOf(FIELDS[entity.kind], words) ?? fieldOf(SLOT_FIELDS, words);
  return field !== undefined && ["evidence", "records", "codes", "about"].includes(field.form);
}

interface Place {
  readonly bullet: Bullet;
  readonly siblings: readonly Bullet[];
  /** The items of each stretch of the bullet, some with none. */
  readonly all: readonly (readonly Item[])[];
  readonly items: readonly Item[];
  readonly item: Item;
}

function placeAt(record: OpenRecord, start: number): Place | undefined {
  const top = record.bullets.map(({ bullet }) => bullet);
  const open: { bullet: Bullet; siblings: readonly Bullet[] }[] = top.map((bullet) => ({ bullet, siblings: top }));
  for (let each = open.pop(); each; each = open.pop()) {
    const { bullet, siblings } = each;
    if (start < bullet.start || start >= bullet.end) continue;
    const all = isList(bullet, record) ? itemsOf(bullet, record) : [];
    for (const items of all) {
      const item = items.find(({ stretch, index }) => {
        const own = stretch.list.items[index];
        return own !== undefined && sourceSpan(stretch.inline, own.from, own.to).start === start;
      });
      if (item) return { bullet, siblings, all, items, item };
    }
    for (const nested of bullet.nested) open.push({ bullet: nested, siblings: bullet.nested });
  }
  return undefined;
}

/** The words that go with an item that is taken out, besides its reason; "" where there are none. */
export function wordsAt(record: OpenRecord, start: number, isLink = false): string {
  const place = placeAt(record, start);
  if (!place) return "";
  const { bullet, all, items, item } = place;
  const own = ownWords(items, item.index, record.text, isLink);
  if (all.flat().length > 1) return own;
  const others = stretchesOf(bullet, undefined, record.scheme).flatMap(({ inline, from }) =>
    inline.start === item.stretch.inline.start ? [] : [allWords(inline, from, record.text)],
  );
  return fold([own, ...others].filter((each) => each !== "").join(" "));
}

/** Whether every other reference says after an edit what it said. */
function isParted(record: OpenRecord, edit: TextEdit): boolean {
  const after = reread(record, [edit]);
  const { start, end } = edit.span;
  const left = said(record.entity, (from, to) => to <= start || from >= end);
  return after !== undefined && left === said(after, () => true);
}

function said(entity: Entity, isKept: (start: number, end: number) => boolean): string {
  const evidence = "evidence" in entity ? entity.evidence : [];
  const links = evidence.map((each) => ({ ...each, is: each.slots.map(slotKey).join(",") }));
  return [...entity.refs.map((each) => ({ ...each, is: "" })), ...links]
    .filter(({ start, end }) => isKept(start, end))
    .map(({ name, field, reason, is, range }) => [field, name, is, reason ?? "", range ?? ""].join("|"))
    .sort()
    .join("\n");
}
