/** The three views: configurations, sources and extracts, codebook. */

import * as vscode from "vscode";
import type { TreeNode } from "../core/features/tree.ts";
import { grouped, t } from "../core/l10n.ts";
import { Hearings } from "./reviews/hearings.ts";
import type { OpenReview } from "./reviews/open-review.ts";
import type { Reviews } from "./reviews/reviews.ts";
import { ChosenRows } from "./tree/chosen.ts";
import { Dragging } from "./tree/dragging.ts";
import { nameOf } from "./tree/refs.ts";
import type { Row } from "./tree/rows.ts";
import { Showing } from "./tree/showing.ts";
import { TreeRows } from "./tree/view.ts";
import { CODE_WAYS, CONFIGURATION_WAYS, SOURCE_WAYS } from "./tree/ways.ts";
import { CODEBOOK, CONFIGURATIONS, SOURCES, type Views } from "./views.ts";

/** The record under the cursor is shown in the tree after the cursor rested for so many milliseconds. */
const REST_MS = 150;
/** VS Code does not find a row while it takes in that rows changed; then it is shown a little later. */
const TRIES = 30;

export class Trees implements vscode.Disposable {
  readonly configurations: TreeRows;
  readonly sources: TreeRows;
  readonly codebook: TreeRows;
  private readonly reviews: Reviews;
  private readonly views = new Map<TreeRows, vscode.TreeView<Row>>();
  private readonly own: vscode.Disposable[] = [];
  /** Titles of sources come from the bibliography, later than the review. */
  private readonly hearings = new Hearings(({ references }) => references.onDidDecode(() => this.again(SOURCES)));
  /** How each of the views is shown, by its id. */
  private readonly showing = new Map<string, Showing>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(reviews: Reviews, memento: vscode.Memento, views: Views) {
    this.reviews = reviews;
    this.configurations = new TreeRows(CONFIGURATIONS, reviews);
    this.sources = new TreeRows(SOURCES, reviews);
    this.codebook = new TreeRows(CODEBOOK, reviews);
    for (const [rows, ways] of [
      [this.configurations, CONFIGURATION_WAYS],
      [this.sources, SOURCE_WAYS],
      [this.codebook, CODE_WAYS],
    ] as const) {
      const view = views.get(rows.view);
      if (!view) continue;
      this.views.set(rows, view.shown);
      this.showing.set(rows.view, new Showing(rows, view.shown, memento, ways));
      this.own.push(
        rows,
        view.show(rows, new Dragging(rows)),
        view.shown.onDidChangeVisibility(({ visible }) => visible && this.followActive()),
      );
    }
    this.own.push(
      reviews.onDidChange(() => this.count()),
      reviews.onDidList(() => {
        this.count();
        this.hearings.listed(this.reviews.all());
        this.told();
        this.followActive();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
    );
    this.told();
  }

  /** Of a view, what is drawn beside it; for tests. */
  viewOf(rows: TreeRows): vscode.TreeView<Row> | undefined {
    return this.views.get(rows);
  }

  /** What dragging rows of a view does, and dropping on them; it holds nothing, so that any is as good as another. For tests. */
  draggingOf(rows: TreeRows): Dragging {
    return new Dragging(rows);
  }

  private told(): void {
    const isListed = this.reviews.all().length > 0;
    for (const showing of this.showing.values()) showing.tell(isListed);
  }

  /** Makes the rows of a view anew, as when what they are told of elsewhere is different. */
  again(view: string): void {
    this.showing.get(view)?.again();
  }

  /** Does with a view what a command asks: `sort`, `filter`, `clearFilter`, `group`. */
  showAs(view: string, how: "sort" | "filter" | "clearFilter" | "group", given?: unknown): unknown {
    return this.showing.get(view)?.[how](given);
  }

  /** What a command is to act on: the row that it was given, with those selected where it is one of them; undefined for anything else. */
  chosen(given: unknown, selected?: unknown): ChosenRows | undefined {
    if (!isRow(given) || !this.reviews.all().includes(given.open)) return undefined;
    const rows = Array.isArray(selected) && selected.includes(given) ? selected : [given];
    const nodes = rows.flatMap((row) => (isRow(row) && row.open === given.open ? (this.nodeOf(row) ?? []) : []));
    return new ChosenRows(given.open, nodes);
  }

  private nodeOf(row: Row): TreeNode | undefined {
    return [...this.views.keys()].map((rows) => rows.node(row)).find((found) => found !== undefined);
  }

  /** How many extracts hang loose, as a badge. */
  private count(): void {
    const all = this.reviews.all();
    void vscode.commands.executeCommand("setContext", "cmoc.hasReview", all.length > 0);
    void vscode.commands.executeCommand(
      "setContext",
      "cmoc.ready",
      all.every(({ isReady }) => isReady),
    );
    const view = this.views.get(this.sources);
    if (!view) return;
    const loose = this.reviews.all().reduce((sum, open) => sum + (open.isReady ? open.unlinked.count : 0), 0);
    const tooltip =
      loose === 1 ? t("{0} extract bears on nothing", 1) : t("{0} extracts bear on nothing", grouped(loose));
    view.badge = loose === 0 ? undefined : { value: loose, tooltip };
  }

  private followActive(): void {
    const editor = vscode.window.activeTextEditor;
    if (editor) this.follow(editor);
  }

  private follow(editor: vscode.TextEditor, tries = TRIES): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    const timer = setTimeout(() => {
      void this.reveal(editor).then((isDone) => {
        if (!isDone && tries > 1 && this.timer === timer) this.follow(editor, tries - 1);
      });
    }, REST_MS);
    this.timer = timer;
  }

  /** False when VS Code did not find a row, which it tells by failing or by selecting nothing. */
  private async reveal(editor: vscode.TextEditor): Promise<boolean> {
    const { uri } = editor.document;
    if (!vscode.workspace.getConfiguration("cmoc", uri).get<boolean>("followCursor", true)) return true;
    const open: OpenReview | undefined = this.reviews.of(uri);
    const path = open?.pathOf(uri);
    if (!open?.isReady || path === undefined) return true;
    const offset = open.review.lines(path).offset(editor.selection.active);
    for (const [rows, view] of this.views) {
      if (!view.visible) continue;
      const row = rows.find(open, path, offset);
      if (!row || isShownBy(view.selection[0], row, rows, { path, offset })) continue;
      const isFound = await view.reveal(row, { select: true, focus: false }).then(
        () => view.selection[0] === row,
        () => false,
      );
      if (!isFound) return false;
    }
    return true;
  }

  dispose(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = undefined;
    this.hearings.dispose();
    for (const one of this.own) one.dispose();
  }
}

/**
 * Whether the row that is selected shows the record at a place already: it is its row, or another one of it, such as that of an extract that hangs loose among
 * those that do; or the place is that row's own, to which a click on it led.
 */
function isShownBy(
  selected: Row | undefined,
  row: Row,
  rows: TreeRows,
  { path, offset }: { readonly path: string; readonly offset: number },
): boolean {
  if (selected === row || selected?.open !== row.open) return selected === row;
  const node = rows.node(selected);
  const own = node?.place;
  if (own?.uri === path && own.span.start <= offset && offset <= own.span.end) return true;
  const name = nameOf(node?.record);
  return name !== undefined && node?.slot === undefined && name === nameOf(rows.node(row)?.record);
}

function isRow(given: unknown): given is Row {
  return typeof given === "object" && given !== null && "open" in given && "id" in given;
}
