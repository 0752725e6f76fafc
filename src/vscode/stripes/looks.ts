/**
 * How stripes look. The line under coded words is that of their role, and says it without colour; words that overlap have theirs in rows: under the words, over them, at the foot of
 * the line, and further ones in a frame. Tints lie over one another. In the margin stand the letters of a line's roles.
 */
import * as vscode from "vscode";
import type { Look } from "../../core/features/marks.ts";
import { type Letter, marginIcon, themeNow } from "./margin.ts";

/** The line of each role, as wide as it is told at a glance; `none` of codes without a role. */
export const STRIPES: {
  readonly [look in Look | "none"]: { readonly color: string; readonly line: string; readonly width: number };
} = {
  C: { color: "cmoc.context", line: "solid", width: 1 },
  M: { color: "cmoc.mechanism", line: "double", width: 1 },
  O: { color: "cmoc.outcome", line: "dotted", width: 2 },
  I: { color: "cmoc.intervention", line: "dashed", width: 2 },
  A: { color: "cmoc.actor", line: "solid", width: 3 },
  S: { color: "cmoc.strategy", line: "dotted", width: 3 },
  none: { color: "descriptionForeground", line: "dashed", width: 3 },
};

/** The last row: words there have a frame. */
const FRAME = 3;

/** A sort of decoration, in words by which it is kept. */
export type Sort = string;

export const PASSAGE: Sort = "passage";
/** The places of all passages in the ruler at the side. */
export const RULER: Sort = "ruler";
export const CODER: Sort = "coder";

export function wordsSort(look: Look | undefined, row: number): Sort {
  return `words ${look ?? "none"} ${Math.min(row, FRAME)}`;
}

/** The letters of the roles on a line, and whether a passage is there. */
export function marginSort(letters: readonly Letter[], hasBar: boolean): Sort {
  return `margin ${hasBar ? "|" : "-"} ${letters.map(({ letter, look }) => letter + (look ?? "-")).join(" ")}`;
}

function lettersIn(sort: Sort): readonly Letter[] {
  const pairs = sort.split(" ").slice(2);
  return pairs
    .filter((pair) => pair !== "")
    .map((pair) => ({ letter: pair.slice(0, -1), look: lookOf(pair.slice(-1)) }));
}

function lookOf(sign: string): Look | undefined {
  return sign in STRIPES ? (sign as Look) : undefined;
}

/** More kinds of margins than these are not kept: they are made again. */
const MOST_MARGINS = 60;

/** Decorations by their sorts, made when they are first wanted. */
export class Looks implements vscode.Disposable {
  private readonly types = new Map<Sort, vscode.TextEditorDecorationType>();

  of(sort: Sort): vscode.TextEditorDecorationType {
    const known = this.types.get(sort);
    if (known) return known;
    const made = vscode.window.createTextEditorDecorationType(optionsOf(sort));
    this.types.set(sort, made);
    return made;
  }

  /** Whether there are so many that it is time to {@link forgetMargins}. */
  get areMany(): boolean {
    return this.types.size > MOST_MARGINS + 40;
  }

  /** Letters in the margin are drawn in the colours of a theme. */
  forgetMargins(): void {
    for (const [sort, type] of this.types) {
      if (!sort.startsWith("margin")) continue;
      type.dispose();
      this.types.delete(sort);
    }
  }

  dispose(): void {
    for (const type of this.types.values()) type.dispose();
    this.types.clear();
  }
}

/** The variable under which VS Code's windows hold a colour. */
const variable = (color: string): string => `var(--vscode-${color.replaceAll(".", "-")})`;

function optionsOf(sort: Sort): vscode.DecorationRenderOptions {
  const closed = { rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed };
  const [kind, second = "", third = ""] = sort.split(" ");
  if (kind === "margin")
    return {
      ...closed,
      gutterIconPath: marginIcon(lettersIn(sort), second === "|", themeNow()),
      gutterIconSize: "contain",
    };
  if (kind === PASSAGE) return { ...closed, backgroundColor: new vscode.ThemeColor("cmoc.passageBackground") };
  if (kind === RULER)
    return {
      ...closed,
      overviewRulerColor: new vscode.ThemeColor("editorOverviewRuler.bracketMatchForeground"),
      overviewRulerLane: vscode.OverviewRulerLane.Left,
    };
  if (kind === CODER) return closed;
  const look = second as keyof typeof STRIPES;
  const { color, line, width } = STRIPES[look];
  const tint = look === "none" ? {} : { backgroundColor: new vscode.ThemeColor(`${color}Background`) };
  const border = { borderStyle: line, borderColor: new vscode.ThemeColor(color) };
  // A double line has room for two from three pixels on.
  const px = `${line === "double" ? 3 : width}px`;
  switch (third) {
    case "0":
      // Near the words, so that a line at the foot is apart.
      return {
        ...closed,
        ...tint,
        textDecoration: `underline ${line} ${width}px ${variable(color)}; text-underline-offset: 1px`,
      };
    case "1":
      return { ...closed, ...tint, ...border, borderWidth: `${px} 0 0 0` };
    case "2":
      return { ...closed, ...tint, ...border, borderWidth: `0 0 ${px} 0` };
    default:
      return { ...closed, ...tint, ...border, borderWidth: "1px" };
  }
}

/** The initials after coded words, where several people code. */
export function coderMark(initials: string, look: Look | undefined): vscode.DecorationInstanceRenderOptions {
  return {
    after: {
      contentText: initials,
      color: new vscode.ThemeColor(STRIPES[look ?? "none"].color),
      margin: "0 1px 0 2px",
      fontStyle: "normal",
      // Small and raised, as a note's number is.
      textDecoration: "none; font-size: 70%; vertical-align: super; line-height: 1",
    },
  };
}
