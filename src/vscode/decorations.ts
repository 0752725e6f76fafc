/** The colours of roles, which themes cannot give: their letters and words, in the text that is seen. Told apart by their letters, and by weight and slant. */
import * as vscode from "vscode";
import { type Look, marks } from "../core/features/marks.ts";
import { asked } from "./language/places.ts";
import { rangeOf } from "./places.ts";
import type { Reviews } from "./reviews/reviews.ts";

const LOOKS: { readonly [look in Look]: string } = {
  C: "cmoc.context",
  M: "cmoc.mechanism",
  O: "cmoc.outcome",
  I: "cmoc.intervention",
  A: "cmoc.actor",
  S: "cmoc.strategy",
};

/** Decorations follow typing after so many milliseconds. */
const QUIET_MS = 50;

export class Decorations implements vscode.Disposable {
  private readonly reviews: Reviews;
  private readonly types = new Map<Look, vscode.TextEditorDecorationType>();
  private readonly listening: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(reviews: Reviews) {
    this.reviews = reviews;
    for (const [look, color] of Object.entries(LOOKS) as [Look, string][]) {
      const type = vscode.window.createTextEditorDecorationType({
        color: new vscode.ThemeColor(color),
        fontWeight: "bold",
        rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      });
      this.types.set(look, type);
    }
    this.listening = vscode.Disposable.from(
      reviews.onDidChange(() => this.soon()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.soon()),
      vscode.window.onDidChangeTextEditorVisibleRanges(() => this.soon()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("cmoc.roleColours")) this.soon();
      }),
    );
  }

  private soon(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), QUIET_MS);
  }

  private show(): void {
    for (const editor of vscode.window.visibleTextEditors) this.decorate(editor);
  }

  private decorate(editor: vscode.TextEditor): void {
    const { document } = editor;
    if (document.languageId !== "markdown") return;
    const here = asked(this.reviews, document);
    const isOn = vscode.workspace.getConfiguration("cmoc", document.uri).get<boolean>("roleColours", true);
    const found = new Map<Look, vscode.Range[]>();
    if (here && isOn) {
      const lines = here.open.review.lines(here.path);
      for (const range of editor.visibleRanges) {
        const span = { start: lines.offset(range.start), end: lines.offset(range.end) };
        for (const mark of marks(here.open.review, here.path, span)) {
          const ranges = found.get(mark.look) ?? [];
          ranges.push(rangeOf(lines, mark));
          found.set(mark.look, ranges);
        }
      }
    }
    for (const [look, type] of this.types) editor.setDecorations(type, found.get(look) ?? []);
  }

  dispose(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.listening.dispose();
    for (const type of this.types.values()) type.dispose();
  }
}
