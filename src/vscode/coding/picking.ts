/** A list from which one thing after another is chosen: Enter on its first row goes on with what was chosen so far. */
import * as vscode from "vscode";
import { t } from "../../core/l10n.ts";

export interface Row<T> extends vscode.QuickPickItem {
  readonly value: T;
}

export interface Picking<T> {
  readonly title: string;
  readonly step: number;
  readonly steps: number;
  readonly placeHolder: string;
  /** The rows, the one that Enter takes first. */
  readonly rows: readonly (Row<T> | vscode.QuickPickItem)[];
  /** Rows for what somebody typed, below those that have it in them, or instead of them. */
  readonly typed?: (words: string) => readonly Row<T>[];
  readonly isInstead?: boolean;
}

/** The row that was chosen; undefined when the person thought better of it. */
export function pick<T>({
  title,
  step,
  steps,
  placeHolder,
  rows,
  typed,
  isInstead,
}: Picking<T>): Promise<Row<T> | undefined> {
  const list = vscode.window.createQuickPick<vscode.QuickPickItem>();
  list.title = title;
  list.step = step;
  list.totalSteps = steps;
  list.placeholder = placeHolder;
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.items = rows;
  return new Promise((done) => {
    let isDone = false;
    const end = (row: Row<T> | undefined): void => {
      if (isDone) return;
      isDone = true;
      done(row);
      list.dispose();
    };
    list.onDidChangeValue((words) => {
      const more = (typed?.(words) ?? []).map((row) => ({ ...row, alwaysShow: true }));
      list.items = more.length === 0 ? rows : isInstead ? more : [...rows, ...more];
    });
    list.onDidAccept(() => {
      const [row] = list.selectedItems.length > 0 ? list.selectedItems : list.activeItems;
      if (row && "value" in row) end(row as Row<T>);
    });
    list.onDidHide(() => end(undefined));
    list.show();
  });
}

export function parting(label: string): vscode.QuickPickItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

export function stepTitle(): string {
  return t("Code Selection");
}
