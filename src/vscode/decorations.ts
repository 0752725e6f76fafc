/** The colours of roles, which themes cannot give: their letters and words, in the text that is seen and near it. Without colour a line under each role’s words tells them apart. */
import * as vscode from "vscode";
import { type Look, marks } from "../core/features/marks.ts";
import type { LineIndex, Span } from "../core/text.ts";
import { asked } from "./language/places.ts";
import { rangeOf } from "./places.ts";
import type { Reviews } from "./reviews/reviews.ts";

/** Of each look its colour and its line. */
export const LOOKS: { readonly [look in Look]: readonly [color: string, line: string] } = {
  C: ["cmoc.context", "underline solid 1px"],
  M: ["cmoc.mechanism", "underline double 1px"],
  O: ["cmoc.outcome", "underline dotted 1px"],
  I: ["cmoc.intervention", "underline dashed 1px"],
  A: ["cmoc.actor", "underline solid 2px"],
  S: ["cmoc.strategy", "underline dotted 2px"],
};

/** Decorations follow typing after so many milliseconds. */
const QUIET_MS = 50;
/** So many lines above and below what is said to be seen are decorated: lines that are seen by half do not count as seen, and scrolling finds them done. */
const NEAR_LINES = 20;

export class Decorations implements vscode.Disposable {
  private readonly reviews: Reviews;
  private readonly types = new Map<Look, vscode.TextEditorDecorationType>();
  private readonly listening: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(reviews: Reviews) {
    this.reviews = reviews;
    for (const [look, [color, line]] of Object.entries(LOOKS) as [Look, (typeof LOOKS)[Look]][]) {
      const type = vscode.window.createTextEditorDecorationType({
        color: new vscode.ThemeColor(color),
        fontWeight: "bold",
        textDecoration: line,
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
      for (const span of spansNear(editor.visibleRanges, lines)) {
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

/** What is seen and the lines around it, no line twice. */
function spansNear(ranges: readonly vscode.Range[], lines: LineIndex): readonly Span[] {
  const spans: Span[] = [];
  for (const { start, end } of ranges) {
    const span = {
      start: lines.offset({ line: Math.max(0, start.line - NEAR_LINES), character: 0 }),
      end: lines.offset({ line: end.line + NEAR_LINES + 1, character: 0 }),
    };
    const last = spans.at(-1);
    if (last && span.start <= last.end)
      spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else spans.push(span);
  }
  return spans;
}
