/** The three views, there before anything is known that they could show: while they have no rows, VS Code shows the words of package.json. */
import * as vscode from "vscode";
import type { Row } from "./tree/rows.ts";

export const CONFIGURATIONS = "cmoc.configurations";
export const SOURCES = "cmoc.sources";
export const CODEBOOK = "cmoc.codebook";

/** What is dragged from one view to another. */
export const RECORDS = "application/vnd.cmoc.records";

/** What a view shows, once it is there. */
export interface Rows {
  readonly onDidChangeTreeData: vscode.Event<Row | Row[] | undefined>;
  readonly getChildren: (row?: Row) => Row[];
  readonly getTreeItem: (row: Row) => vscode.TreeItem;
  readonly getParent: (row: Row) => Row | undefined;
  readonly resolveTreeItem: (item: vscode.TreeItem, row: Row) => Promise<vscode.TreeItem>;
}

/** What happens when its rows are dragged, or something is dropped on them. */
export interface DragAndDrop {
  readonly handleDrag: (source: readonly Row[], transfer: vscode.DataTransfer) => void;
  readonly handleDrop: (target: Row | undefined, transfer: vscode.DataTransfer) => Promise<void>;
}

/** A view, as VS Code has it as long as the extension runs; it asks for rows here. */
export class View implements vscode.TreeDataProvider<Row>, vscode.TreeDragAndDropController<Row>, vscode.Disposable {
  readonly dragMimeTypes = [RECORDS, "text/plain"];
  readonly dropMimeTypes = [RECORDS, "files", "text/uri-list"];
  private readonly changed = new vscode.EventEmitter<Row | Row[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  readonly shown: vscode.TreeView<Row>;
  private rows: Rows | undefined;
  private dragging: DragAndDrop | undefined;

  constructor(id: string) {
    this.shown = vscode.window.createTreeView(id, {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
      dragAndDropController: this,
    });
  }

  /** Shows these rows from now on. */
  show(rows: Rows, dragging: DragAndDrop): vscode.Disposable {
    this.rows = rows;
    this.dragging = dragging;
    this.changed.fire(undefined);
    return rows.onDidChangeTreeData((change) => this.changed.fire(change));
  }

  getChildren(row?: Row): Row[] {
    return this.rows?.getChildren(row) ?? [];
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return this.rows?.getTreeItem(row) ?? new vscode.TreeItem("");
  }

  getParent(row: Row): Row | undefined {
    return this.rows?.getParent(row);
  }

  resolveTreeItem(item: vscode.TreeItem, row: Row): vscode.ProviderResult<vscode.TreeItem> {
    return this.rows?.resolveTreeItem(item, row);
  }

  handleDrag(source: readonly Row[], transfer: vscode.DataTransfer): void {
    this.dragging?.handleDrag(source, transfer);
  }

  async handleDrop(target: Row | undefined, transfer: vscode.DataTransfer): Promise<void> {
    await this.dragging?.handleDrop(target, transfer);
  }

  dispose(): void {
    this.shown.dispose();
    this.changed.dispose();
  }
}

/** The views, by their ids. */
export type Views = ReadonlyMap<string, View>;

export function openViews(): Views {
  return new Map([CONFIGURATIONS, SOURCES, CODEBOOK].map((id) => [id, new View(id)]));
}
