/** A tree of the core in a view of VS Code: rows on demand, one row refreshed where one changed. */
import * as vscode from "vscode";
import type { Tree, TreeNode } from "../../core/features/tree.ts";
import { load } from "../loading.ts";
import { type OpenReview, type ReviewChange, titleOf } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import type { Rows } from "../views.ts";
import { Gathered } from "./gathered.ts";
import { itemOf, type Row } from "./rows.ts";

export type MakeTree = (open: OpenReview) => Tree;

export class TreeRows implements Rows, vscode.Disposable {
  readonly view: string;
  private readonly reviews: Reviews;
  private make: MakeTree | undefined;
  private readonly trees = new Map<OpenReview, Tree>();
  private readonly rows = new Map<OpenReview, Map<string, Row>>();
  private readonly changed = new vscode.EventEmitter<Row | Row[] | undefined>();
  private readonly news: Gathered<Row>;
  private readonly listening: vscode.Disposable;
  readonly onDidChangeTreeData = this.changed.event;

  /** Shows nothing until it is told how ({@link remake}). */
  constructor(view: string, reviews: Reviews) {
    this.view = view;
    this.reviews = reviews;
    this.news = new Gathered((rows) => this.changed.fire(rows));
    this.listening = vscode.Disposable.from(
      reviews.onDidChange((change) => this.update(change)),
      reviews.onDidList(() => this.renew()),
    );
  }

  /** Shows the rows in another way: grouped, sorted or filtered otherwise. */
  remake(make: MakeTree): void {
    this.make = make;
    this.renew();
  }

  /** Rows stay the same objects: VS Code tells them apart by identity, and may ask about one while it takes in that all changed. */
  private renew(): void {
    this.trees.clear();
    for (const open of this.rows.keys()) if (!this.reviews.all().includes(open)) this.rows.delete(open);
    this.news.all();
  }

  private update({ open, changes }: ReviewChange): void {
    const tree = this.trees.get(open);
    if (changes === undefined || !this.reviews.all().includes(open)) {
      this.renew();
      return;
    }
    if (!tree) return;
    for (const change of changes) {
      const nodes = tree.update(change);
      if (nodes === "all") this.news.all();
      else
        for (const { id } of nodes) {
          const row = this.rows.get(open)?.get(id);
          if (row) this.news.add(row);
        }
    }
  }

  tree(open: OpenReview): Tree {
    const known = this.trees.get(open) ?? this.make?.(open);
    if (!known) throw new Error(`${this.view} was not told how to show its rows.`);
    this.trees.set(open, known);
    return known;
  }

  private row(open: OpenReview, id: string): Row {
    const rows = this.rows.get(open) ?? new Map<string, Row>();
    this.rows.set(open, rows);
    const known = rows.get(id) ?? { open, id };
    rows.set(id, known);
    return known;
  }

  node({ open, id }: Row): TreeNode | undefined {
    return this.tree(open).node(id);
  }

  getChildren(row?: Row): Row[] {
    this.news.wait();
    const ready = this.reviews.all().filter((open) => open.isReady);
    if (!row) {
      const [only] = ready;
      if (ready.length > 1) return ready.map((open) => this.row(open, ""));
      return only ? this.roots(only) : [];
    }
    if (row.id === "") return this.roots(row.open);
    return this.tree(row.open)
      .children(row.id)
      .map(({ id }) => this.row(row.open, id));
  }

  private roots(open: OpenReview): Row[] {
    return this.tree(open)
      .roots()
      .map(({ id }) => this.row(open, id));
  }

  getTreeItem(row: Row): vscode.TreeItem {
    if (row.id === "") {
      const item = new vscode.TreeItem(titleOf(row.open), vscode.TreeItemCollapsibleState.Expanded);
      item.id = `${this.view}:${row.open.root.toString()}`;
      item.description = vscode.workspace.asRelativePath(row.open.root);
      item.iconPath = new vscode.ThemeIcon("book");
      return item;
    }
    const node = this.node(row);
    return node ? itemOf(node, row, this.view) : new vscode.TreeItem("");
  }

  getParent(row: Row): Row | undefined {
    const parent = row.id === "" ? undefined : this.tree(row.open).parent(row.id);
    if (parent) return this.row(row.open, parent.id);
    const isAlone = this.reviews.all().filter((open) => open.isReady).length <= 1;
    return row.id === "" || isAlone ? undefined : this.row(row.open, "");
  }

  async resolveTreeItem(item: vscode.TreeItem, row: Row): Promise<vscode.TreeItem> {
    const { cardOfDefinition, cardOfName } = await load("reading");
    const record = this.node(row)?.record;
    if (record === undefined) return item;
    await row.open.references.soon();
    const card = typeof record === "string" ? cardOfName(row.open, record) : cardOfDefinition(row.open, record);
    if (card) item.tooltip = card;
    return item;
  }

  /** The row of the record at a place; undefined where the view has none. */
  find(open: OpenReview, uri: string, offset: number): Row | undefined {
    const node = open.isReady ? this.tree(open).find({ uri, offset }) : undefined;
    return node && this.row(open, node.id);
  }

  dispose(): void {
    this.listening.dispose();
    this.news.dispose();
    this.changed.dispose();
  }
}
