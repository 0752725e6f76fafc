/**
 * Stripes in the editors that are seen: near what is seen of them, kept up with scrolling, with typing, and with the review. What is not different from what an editor shows
 * already is not sent to it.
 */
import * as vscode from "vscode";
import type { Stripe } from "../../core/features/stripes.ts";
import type { Span } from "../../core/text.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { chooseCoders, showLegend, toggle } from "./choosing.ts";
import { Coders } from "./coders.ts";
import { type Ground, sourceGround } from "./ground.ts";
import { hoverOf } from "./hover.ts";
import { Looks, RULER, type Sort } from "./looks.ts";
import { type Painted, paintedOf } from "./painted.ts";
import { TextGrounds } from "./text-grounds.ts";

/** Stripes follow what happens within so many milliseconds, also while it goes on. */
const SOON_MS = 40;
/** So many lines above and below what is seen are striped, so that scrolling finds them done. */
const NEAR_LINES = 60;

/** Where stripes may be: a review's Markdown, texts of its sources. */
const SELECTOR: vscode.DocumentSelector = [
  { language: "markdown" },
  { language: "plaintext" },
  { scheme: "cmoc-text" },
];

/** What an editor shows. */
interface Shown {
  /** By sorts, where what was sent is. */
  readonly places: Map<Sort, string>;
}

export class Stripes implements vscode.Disposable {
  private readonly reviews: Reviews;
  readonly coders: Coders;
  private readonly looks = new Looks();
  private readonly texts: TextGrounds;
  private readonly shown = new WeakMap<vscode.TextEditor, Shown>();
  private readonly listening: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(reviews: Reviews, memory: vscode.Memento) {
    this.reviews = reviews;
    this.coders = new Coders(memory);
    const soon = (): void => this.soon();
    this.texts = new TextGrounds(reviews, soon);
    this.listening = vscode.Disposable.from(
      this.texts,
      reviews.onDidChange(soon),
      vscode.window.onDidChangeVisibleTextEditors(soon),
      vscode.window.onDidChangeTextEditorVisibleRanges(soon),
      vscode.window.onDidChangeActiveColorTheme(() => {
        this.looks.forgetMargins();
        this.again();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("cmoc.stripes")) this.soon();
      }),
      vscode.languages.registerHoverProvider(SELECTOR, {
        provideHover: (document, position) => hoverOf(this, document, position),
      }),
    );
    this.soon();
  }

  /** What is striped in a document; "coming" where it is not known yet, or not as it is now. */
  ground(document: vscode.TextDocument): Ground | "coming" | undefined {
    return sourceGround(this.reviews, document) ?? this.texts.of(document);
  }

  /** The same, and undefined where it is not known. */
  groundNow(document: vscode.TextDocument): Ground | undefined {
    const ground = this.ground(document);
    return ground === "coming" ? undefined : ground;
  }

  /** The stripes of a stretch of a document, of the coders that are shown. */
  within(ground: Ground, window: Span): readonly Stripe[] {
    return this.coders.shown(ground.open, ground.within(window));
  }

  isOn({ uri }: vscode.TextDocument): boolean {
    return vscode.workspace.getConfiguration("cmoc", uri).get<boolean>("stripes", true);
  }

  toggle(): Promise<void> {
    return toggle(this);
  }

  showLegend(): Promise<void> {
    return showLegend(this, this.reviews);
  }

  chooseCoders(): Promise<void> {
    return chooseCoders(this, this.reviews);
  }

  soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      for (const editor of vscode.window.visibleTextEditors) this.paint(editor);
    }, SOON_MS);
  }

  /** Everything is sent again. */
  private again(): void {
    for (const editor of vscode.window.visibleTextEditors) this.shown.get(editor)?.places.clear();
    this.soon();
  }

  private paint(editor: vscode.TextEditor): void {
    const { document } = editor;
    const ground = this.isOn(document) ? this.ground(document) : undefined;
    // What is shown stays until it is known what is to be shown.
    if (ground === "coming") return;
    const painted = ground ? this.painted(editor, ground) : NOTHING;
    this.send(editor, painted);
  }

  private painted(editor: vscode.TextEditor, ground: Ground): Painted {
    const stripes: Stripe[] = [];
    let before = -1;
    for (const window of windowsOf(editor, ground)) {
      for (const stripe of this.within(ground, window)) if (stripe.start >= before) stripes.push(stripe);
      before = window.end;
    }
    const painted = new Map(paintedOf(stripes, ground, this.coders.areSeveral(ground.open, stripes)));
    const passages = ground.passages();
    if (passages.length > 0)
      painted.set(
        RULER,
        passages.map((range) => ({ range })),
      );
    return painted;
  }

  private send(editor: vscode.TextEditor, painted: Painted): void {
    const shown = this.shown.get(editor) ?? { places: new Map<Sort, string>() };
    this.shown.set(editor, shown);
    const { places } = shown;
    for (const sort of [...places.keys()]) {
      if (painted.has(sort)) continue;
      places.delete(sort);
      editor.setDecorations(this.looks.of(sort), []);
    }
    for (const [sort, options] of painted) {
      // What is typed moves what is shown, so that it is sent again.
      const now = `${editor.document.version} ${options.map(placeOf).join(" ")}`;
      if (places.get(sort) === now) continue;
      places.set(sort, now);
      editor.setDecorations(this.looks.of(sort), options as vscode.DecorationOptions[]);
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
    this.looks.dispose();
  }
}

const NOTHING: Painted = new Map();

function placeOf({ range: { start, end }, renderOptions }: vscode.DecorationOptions): string {
  const words = renderOptions?.after?.contentText ?? "";
  return `${start.line},${start.character},${end.line},${end.character}${words}`;
}

/** What is seen and the lines around it, ascending and apart. */
function windowsOf({ visibleRanges }: vscode.TextEditor, { offsetOf }: Ground): readonly Span[] {
  const windows: Span[] = [];
  for (const { start, end } of visibleRanges) {
    const window = {
      start: offsetOf(new vscode.Position(Math.max(0, start.line - NEAR_LINES), 0)),
      end: offsetOf(new vscode.Position(end.line + NEAR_LINES + 1, 0)),
    };
    const last = windows[windows.length - 1];
    if (last && window.start <= last.end)
      windows[windows.length - 1] = { start: last.start, end: Math.max(last.end, window.end) };
    else windows.push(window);
  }
  return windows;
}
