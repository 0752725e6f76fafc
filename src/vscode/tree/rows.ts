/** Rows of the core's trees as VS Code shows them. */

import * as vscode from "vscode";
import type { Icon, Tone, TreeNode } from "../../core/features/tree.ts";
import { t } from "../../core/l10n.ts";
import { rangeOf } from "../places.ts";
import type { OpenReview } from "../reviews/open-review.ts";

/** What VS Code holds on to: one object for each row of a view, as long as the view is. */
export interface Row {
  readonly open: OpenReview;
  /** Of its tree; empty for the row of a review where several are open. */
  readonly id: string;
}

const COLORS: { readonly [tone in Tone]: string } = {
  C: "cmoc.context",
  M: "cmoc.mechanism",
  O: "cmoc.outcome",
  I: "cmoc.intervention",
  A: "cmoc.actor",
  S: "cmoc.strategy",
  supports: "charts.green",
  refutes: "charts.red",
  refines: "charts.blue",
  warning: "list.warningForeground",
  dimmed: "disabledForeground",
};

function iconOf({ name, tone }: Icon): vscode.ThemeIcon {
  return new vscode.ThemeIcon(name, tone && new vscode.ThemeColor(COLORS[tone]));
}

const STATES = {
  none: vscode.TreeItemCollapsibleState.None,
  closed: vscode.TreeItemCollapsibleState.Collapsed,
  open: vscode.TreeItemCollapsibleState.Expanded,
} as const;

/** `view` parts the same row in two views. What can be done with a row stands in its context value: `cmoc linkable parkable`. */
export function itemOf(node: TreeNode, row: Row, view: string): vscode.TreeItem {
  const item = new vscode.TreeItem(node.label, STATES[node.children]);
  item.id = `${view}:${row.open.root.toString()}:${node.id}`;
  item.description = node.description;
  item.contextValue = [node.kind, ...node.actions].join(" ");
  item.accessibilityInformation = { label: node.accessibility };
  if (node.icon) item.iconPath = iconOf(node.icon);
  if (node.place) {
    const { uri, span } = node.place;
    const selection = rangeOf(row.open.review.lines(uri), span);
    item.command = {
      command: "vscode.open",
      title: t("Show"),
      arguments: [row.open.addressOf(uri), { selection, preserveFocus: true }],
    };
  }
  return item;
}
