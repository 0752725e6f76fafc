/** How the rows of a view are shown: sorted, filtered and, where there are ways to, grouped; kept for the workspace, the filter for the session. */

import * as vscode from "vscode";
import type { Grouping, Sorting, SourceGrouping } from "../../core/features/tree.ts";
import { t } from "../../core/l10n.ts";
import type { Row } from "./rows.ts";
import type { MakeTree, TreeRows } from "./view.ts";

export interface Chosen {
  readonly by: Grouping | SourceGrouping;
  readonly sort: Sorting;
  readonly filter: string | undefined;
}

/** What parts one view from another. */
export interface Ways {
  /** Under which it is kept: `configurations`. */
  readonly key: string;
  /** The context that says that a filter is on. */
  readonly filtered: string;
  readonly make: (chosen: Chosen) => MakeTree;
  readonly sortings: readonly { readonly sort: Sorting; readonly label: () => string }[];
  readonly groupings?: readonly { readonly by: Chosen["by"]; readonly label: () => string }[];
  /** What people are asked for. */
  readonly askFilter: () => string;
  readonly askSort: () => string;
  readonly askGroup?: () => string;
}

function labelled<Way extends { readonly label: () => string }>(
  ways: readonly Way[],
): (Omit<Way, "label"> & vscode.QuickPickItem)[] {
  return ways.map((way) => ({ ...way, label: way.label() }));
}

export class Showing {
  private readonly rows: TreeRows;
  private readonly view: vscode.TreeView<Row>;
  private readonly memento: vscode.Memento;
  private readonly ways: Ways;
  private chosen: Chosen;

  constructor(rows: TreeRows, view: vscode.TreeView<Row>, memento: vscode.Memento, ways: Ways) {
    this.rows = rows;
    this.view = view;
    this.memento = memento;
    this.ways = ways;
    this.chosen = { by: "theme", sort: "file", filter: undefined, ...memento.get<Partial<Chosen>>(ways.key) };
    rows.remake(ways.make(this.chosen));
  }

  /** Makes the rows anew, shown as they are now. */
  again(): void {
    this.rows.remake(this.ways.make(this.chosen));
  }

  private show(change: Partial<Chosen>): void {
    this.chosen = { ...this.chosen, ...change };
    const { by, sort } = this.chosen;
    void this.memento.update(this.ways.key, this.ways.groupings ? { by, sort } : { sort });
    this.again();
    this.tell(true);
  }

  /** Says beside the view's name how it is shown, if there is something to show. */
  tell(isListed: boolean): void {
    const { by, filter } = this.chosen;
    const grouping = this.ways.groupings
      ?.find((each) => each.by === by && by !== "none")
      ?.label()
      .toLowerCase();
    const words = [grouping, filter === undefined ? undefined : t("with “{0}”", filter)].filter(Boolean).join(", ");
    this.view.description = isListed ? words : "";
    void vscode.commands.executeCommand("setContext", this.ways.filtered, filter !== undefined);
  }

  async group(given: unknown): Promise<void> {
    const { groupings = [], askGroup } = this.ways;
    const known = groupings.find(({ by }) => by === given);
    const chosen =
      known ?? (await vscode.window.showQuickPick(labelled(groupings), { placeHolder: askGroup?.() ?? "" }));
    if (chosen) this.show({ by: chosen.by });
  }

  async sort(given: unknown): Promise<void> {
    const { sortings, askSort } = this.ways;
    const known = sortings.find(({ sort }) => sort === given);
    const chosen = known ?? (await vscode.window.showQuickPick(labelled(sortings), { placeHolder: askSort() }));
    if (chosen) this.show({ sort: chosen.sort });
  }

  async filter(given: unknown): Promise<void> {
    const words =
      typeof given === "string"
        ? given
        : await vscode.window.showInputBox({ prompt: this.ways.askFilter(), value: this.chosen.filter ?? "" });
    if (words !== undefined) this.show({ filter: words.trim() === "" ? undefined : words.trim() });
  }

  clearFilter(_given?: unknown): void {
    this.show({ filter: undefined });
  }
}
