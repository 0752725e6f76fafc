/** What a command is done to where it is chosen from the menu of a row: that row, or all that are selected with it. */
import type { TreeNode } from "../../core/features/tree.ts";
import type { OpenReview } from "../reviews/open-review.ts";

/** Rows of one review, as they are now; without those that are not there any more. */
export class ChosenRows {
  readonly open: OpenReview;
  readonly nodes: readonly TreeNode[];

  constructor(open: OpenReview, nodes: readonly TreeNode[]) {
    this.open = open;
    this.nodes = nodes;
  }
}
