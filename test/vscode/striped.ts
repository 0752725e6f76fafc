/** Stripes as VS Code is handed them, in words: what editors show cannot be asked for otherwise. */
import * as vscode from "vscode";
import { Stripes } from "../../src/vscode/stripes/stripes.ts";
import type { Whole as Api } from "../../src/vscode/whole.ts";
import { replacing } from "./replacing.ts";
import { until } from "./workspace.ts";

/** A workspace's memory. */
export function memory(): vscode.Memento {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: (key: string, otherwise?: unknown) => kept.get(key) ?? otherwise,
    update: async (key: string, value: unknown) => {
      kept.set(key, value);
    },
  } as vscode.Memento;
}

/** What a sort of decoration looks like, in a word: `context under`, `outcome over`, `passage`, `margin C`, `margin |`. */
function lookOf(options: vscode.DecorationRenderOptions): string {
  const { textDecoration, borderWidth, borderColor, gutterIconPath, overviewRulerColor, backgroundColor } = options;
  if (gutterIconPath) {
    const svg = decodeURIComponent(String(gutterIconPath instanceof vscode.Uri ? gutterIconPath.path : ""));
    return `margin ${/>([^<>]+)<\/text>/.exec(svg)?.[1] ?? (svg.includes("<rect") ? "|" : "")}`;
  }
  if (overviewRulerColor) return "ruler";
  const line = (color: string): string => /(?:cmoc[.-]|vscode-(?!cmoc))(\w+)/.exec(color)?.[1] ?? color;
  if (textDecoration) return `${line(textDecoration)} under`;
  const border = borderColor ? line((borderColor as { readonly id: string }).id) : "";
  if (border === "passageBorder") return borderWidth?.endsWith(" 2px") ? "passage begin" : "passage end";
  if (borderWidth?.endsWith(" 0 0 0")) return `${border} over`;
  if (borderWidth?.startsWith("0 0 ")) return `${border} foot`;
  if (borderWidth) return `${border} frame`;
  return backgroundColor ? "passage" : "coder";
}

/** Of each look the words that have it; of what stands in the margin the lines, counted from 1; initials with the words before them. */
export type Seen = Readonly<Record<string, readonly string[]>>;

/** What a person sees in an editor. */
export class Striped implements vscode.Disposable {
  readonly stripes: Stripes;
  /** How often something was sent to the editor, and when it was for the last time. */
  sent = 0;
  last = 0;
  private readonly found = new Map<string, readonly string[]>();
  private readonly putBack: () => void;

  /** `editor` is the one that is seen; what is handed to it is kept, and not shown. */
  static async of(api: Api, editor: vscode.TextEditor, kept = memory()): Promise<Striped> {
    let made: Striped | undefined;
    const looks = new Map<vscode.TextEditorDecorationType, string>();
    const createTextEditorDecorationType = (options: vscode.DecorationRenderOptions) => {
      const type = { key: String(looks.size), dispose: () => looks.delete(type) };
      looks.set(type, lookOf(options));
      return type;
    };
    const setDecorations = (
      type: vscode.TextEditorDecorationType,
      all: readonly (vscode.DecorationOptions | vscode.Range)[],
    ): void => made?.take(looks.get(type) ?? "?", all, editor.document);
    const seen = {
      document: editor.document,
      setDecorations,
      get visibleRanges() {
        return editor.visibleRanges;
      },
    };
    let putBack = (): void => {};
    const isReady = new Promise<void>((ready) => {
      void replacing(vscode.window, { createTextEditorDecorationType, visibleTextEditors: [seen] }, () => {
        made = new Striped(new Stripes(api.reviews, kept), () => putBack());
        ready();
        return new Promise<void>((done) => {
          putBack = done;
        });
      });
    });
    await isReady;
    if (!made) throw new Error("There are no stripes.");
    return made;
  }

  private constructor(stripes: Stripes, putBack: () => void) {
    this.stripes = stripes;
    this.putBack = putBack;
  }

  private take(
    look: string,
    all: readonly (vscode.DecorationOptions | vscode.Range)[],
    document: vscode.TextDocument,
  ): void {
    this.sent++;
    this.last = performance.now();
    const words = all.map((each) => {
      const range = each instanceof vscode.Range ? each : each.range;
      if (look.startsWith("margin")) return String(range.start.line + 1);
      if (look !== "coder") return document.getText(range);
      const mark = (each as vscode.DecorationOptions).renderOptions?.after?.contentText ?? "";
      return `${document.getText(new vscode.Range(range.start.translate(0, -4), range.start))}:${mark}`;
    });
    if (words.length === 0) this.found.delete(look);
    else this.found.set(look, words);
  }

  get seen(): Seen {
    return Object.fromEntries([...this.found].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Resolves with the time when stripes stand near a line, counted from 1. */
  async near(line: number): Promise<number> {
    const isThere = (): boolean =>
      [...this.found].some(
        ([look, lines]) => look.startsWith("margin") && lines.some((each) => Math.abs(Number(each) - line) < 60),
      );
    for (let rounds = 0; !isThere() && rounds < 5000; rounds++) await new Promise((done) => setTimeout(done, 2));
    return this.last;
  }

  /** What is seen once it is so. */
  until(isSo: (seen: Seen) => boolean): Promise<Seen> {
    return until(() => this.seen, isSo, 20_000);
  }

  dispose(): void {
    this.stripes.dispose();
    this.putBack();
  }
}
