/** Rows of a tree: each knows its node and makes the rows below it when it is asked. */

import type { Name } from "../../model/types.ts";
import type { Change } from "../../review.ts";
import type { Spot, TreeChange, TreeNode } from "./node.ts";

/** Parts of an id; no id or theme holds it. */
const CUT = "\u001f";

export interface Row {
  readonly id: string;
  readonly parent: Row | undefined;
  node(): TreeNode;
  rows(): readonly Row[];
  /** The row below it with that last part of its id; below a row that is cut into stretches also what stands in one. */
  find(part: string): Row | undefined;
}

/** The id of a row below another. */
export function idBelow(parent: Row, part: string): string {
  const own = part.includes(CUT) ? part.replaceAll(CUT, " ") : part;
  return parent.id === "" ? own : parent.id + CUT + own;
}

/** A row from functions, for rows that need no memory. */
export class PlainRow implements Row {
  readonly id: string;
  readonly parent: Row;
  private readonly make: (row: Row) => Omit<TreeNode, "id">;
  private readonly below: ((row: Row) => readonly Row[]) | undefined;

  /** `owner` is the row that its id goes by, where that is not the parent. */
  constructor(
    parent: Row,
    part: string,
    make: (row: Row) => Omit<TreeNode, "id">,
    below?: (row: Row) => readonly Row[],
    owner = parent,
  ) {
    this.parent = parent;
    this.id = idBelow(owner, part);
    this.make = make;
    this.below = below;
  }

  node(): TreeNode {
    return { id: this.id, ...this.make(this) };
  }

  rows(): readonly Row[] {
    return this.below?.(this) ?? NO_ROWS;
  }

  find(part: string): Row | undefined {
    return among(this, this.rows(), part);
  }
}

export const NO_ROWS: readonly Row[] = [];

/** Of the rows below another, that with this last part of its id. */
export function among(parent: Row, rows: readonly Row[], part: string): Row | undefined {
  const id = idBelow(parent, part);
  return rows.find((row) => row.id === id);
}

/**
 * A tree view of a review. Children are made when they are asked for. Every answer is of the review as it is now; a node of before may be asked
 * about, and what is not there any more has no children and no parent.
 */
export interface Tree {
  roots(): readonly TreeNode[];
  children(of: TreeNode | string): readonly TreeNode[];
  parent(of: TreeNode | string): TreeNode | undefined;
  /** The node with that id as it is now. */
  node(id: string): TreeNode | undefined;
  /** The first row of what a name means, or of the record at a place. */
  find(target: Name | Spot): TreeNode | undefined;
  /** Which rows a change of the review makes different. To be told of every change, in turn; after one that was missed all is new. */
  update(change: Change): TreeChange;
}

/** What the trees share: walking by ids. */
export abstract class RowTree implements Tree {
  protected abstract root(): Row;
  abstract update(change: Change): TreeChange;
  protected abstract rowOf(target: Name | Spot): Row | undefined;

  roots(): readonly TreeNode[] {
    return this.root()
      .rows()
      .map((row) => row.node());
  }

  children(of: TreeNode | string): readonly TreeNode[] {
    return (this.row(of)?.rows() ?? NO_ROWS).map((row) => row.node());
  }

  parent(of: TreeNode | string): TreeNode | undefined {
    const parent = this.row(of)?.parent;
    return parent && parent.id !== "" ? parent.node() : undefined;
  }

  node(id: string): TreeNode | undefined {
    return id === "" ? undefined : this.row(id)?.node();
  }

  find(target: Name | Spot): TreeNode | undefined {
    return this.rowOf(target)?.node();
  }

  protected row(of: TreeNode | string): Row | undefined {
    const id = typeof of === "string" ? of : of.id;
    let row: Row | undefined = this.root();
    for (const part of id.split(CUT)) row = row?.find(part);
    return row;
  }
}
