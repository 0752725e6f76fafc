/** Long lists in a tree are cut into stretches, so that opening one row never makes thousands. */

import { t } from "../../l10n.ts";
import type { Counted } from "../card/counts.ts";
import { NO_ACTIONS, type TreeNode } from "./node.ts";
import { idBelow, PlainRow, type Row } from "./row.ts";

/** A list of up to so many rows is shown whole. */
export const MOST_ROWS = 400;
/** Rows of a stretch. */
export const STRETCH = 100;

/** What a list below a row shows. */
export interface Listed<T> {
  readonly items: readonly T[];
  /** How many of them, for people: "2 configurations". */
  readonly counted: Counted;
  /** The last part of the id of an item's row. Ids go by the list's owner, so that a row keeps its own when the stretches are others. */
  readonly part: (item: T) => string;
  readonly row: (parent: Row, owner: Row, item: T) => Row;
  /** How an item is called at the ends of a stretch. */
  readonly called: (item: T) => string;
  /** The place of the item with that part, where looking through all of them would be long. */
  readonly placeOf?: (part: string) => number | undefined;
  /** What the parts of its stretches begin with, where another list stands below the same row. */
  readonly stretches?: string;
}

const STRETCHES = "n";

/** A row for each item, or where they are many for each stretch of them. */
export function listRows<T>(owner: Row, list: Listed<T>): readonly Row[] {
  const { items, row } = list;
  if (items.length <= MOST_ROWS) return items.map((item) => row(owner, owner, item));
  return Array.from({ length: Math.ceil(items.length / STRETCH) }, (_, at) => stretchRow(owner, list, at));
}

/** The row of a stretch, or of an item with its stretch as its parent. */
export function listedRow<T>(owner: Row, list: Listed<T>, part: string): Row | undefined {
  const { items, row } = list;
  const isCut = items.length > MOST_ROWS;
  const prefix = `${list.stretches ?? STRETCHES}:`;
  if (isCut && part.startsWith(prefix) && /^\d{1,9}$/.test(part.slice(prefix.length))) {
    const at = Number(part.slice(prefix.length));
    return at * STRETCH < items.length ? stretchRow(owner, list, at) : undefined;
  }
  const at = list.placeOf ? list.placeOf(part) : items.findIndex((item) => list.part(item) === part);
  const item = at === undefined || at < 0 ? undefined : items[at];
  if (item === undefined || at === undefined) return undefined;
  return row(isCut ? stretchRow(owner, list, Math.floor(at / STRETCH)) : owner, owner, item);
}

function stretchRow<T>(owner: Row, list: Listed<T>, at: number): Row {
  const { items, counted, row, called } = list;
  const from = at * STRETCH;
  const count = Math.min(STRETCH, items.length - from);
  return new PlainRow(
    owner,
    `${list.stretches ?? STRETCHES}:${at}`,
    () => {
      const label = t("{0} to {1}", called(items[from] as T), called(items[from + count - 1] as T));
      return {
        kind: "stretch",
        label,
        description: String(count),
        icon: { name: "list-unordered" },
        accessibility: `${label}, ${counted(count)}`,
        children: "closed",
        actions: NO_ACTIONS,
      };
    },
    (stretch) => items.slice(from, from + count).map((item) => row(stretch, owner, item)),
  );
}

/** A row with a list below it; the list is made when it is asked for. */
export class ListRow<T> implements Row {
  readonly id: string;
  readonly parent: Row;
  private readonly said: () => Omit<TreeNode, "id">;
  private readonly list: () => Listed<T>;

  /** `owner` is the row that its id goes by. */
  constructor(parent: Row, part: string, said: () => Omit<TreeNode, "id">, list: () => Listed<T>, owner: Row = parent) {
    this.parent = parent;
    this.id = idBelow(owner, part);
    this.said = said;
    this.list = list;
  }

  node(): TreeNode {
    return { id: this.id, ...this.said() };
  }

  rows(): readonly Row[] {
    return listRows(this, this.list());
  }

  find(part: string): Row | undefined {
    return listedRow(this, this.list(), part);
  }
}
