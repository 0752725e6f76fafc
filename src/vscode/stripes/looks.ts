/**
 * How stripes look. The line under coded words is that of their role, and says it without colour; words that overlap have theirs in rows: under the words, over them, at the foot of
 * the line, and further ones in a frame. Tints lie over one another. In the margin stand the letters of a row's roles.
 */
import * as vscode from "vscode";
import type { Look } from "../../core/features/marks.ts";
import { barLayer, type Cell, type Letter, letterLayer, themeNow } from "./margin.ts";

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
/** The first and the last letter of a passage. */
export const BEGIN: Sort = "passage begin";
export const END: Sort = "passage end";
/** The places of all passages in the ruler at the side. */
export const RULER: Sort = "ruler";
export const CODER: Sort = "coder";

export function wordsSort(look: Look | undefined, row: number): Sort {
  return `words ${look ?? "none"} ${Math.min(row, FRAME)}`;
}

/** A bar beside passages. */
export const BAR: Sort = "margin bar";

/** The letter of a role in the margin. */
export function letterSort({ letter, look }: Letter, { at, of }: Cell): Sort {
  return `margin ${at} ${of} ${look ?? "-"} ${letter}`;
}

function letterIn(sort: Sort): readonly [Letter, Cell] {
  const [, at, of, look = "-", ...letter] = sort.split(" ");
  return [
    { letter: letter.join(" "), look: lookOf(look) },
    { at: Number(at), of: Number(of) },
  ];
}

function lookOf(sign: string): Look | undefined {
  return sign in STRIPES ? (sign as Look) : undefined;
}

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
  if (sort === BAR) return { ...closed, ...barLayer(themeNow()) };
  if (kind === "margin") return { ...closed, ...letterLayer(...letterIn(sort), themeNow()) };
  if (sort === BEGIN || sort === END)
    return {
      ...closed,
      // A style is written into a rule as it is. Half of the line stands beside the letter.
      borderStyle: `solid; margin-left: ${sort === BEGIN ? "-1px" : "1px"}`,
      borderColor: new vscode.ThemeColor("cmoc.passageBorder"),
      // As brackets are.
      borderWidth: sort === BEGIN ? "1px 0 1px 2px" : "1px 2px 1px 0",
    };
  if (sort === PASSAGE) return { ...closed, backgroundColor: new vscode.ThemeColor("cmoc.passageBackground") };
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

/**
 * The initials after coded words, where several people code: raised, as a note's number is, over what follows, since VS Code breaks lines as if they were not there, and what they pushed aside would
 * be pushed out of the window.
 */
export function coderMark(
  initials: string,
  look: Look | "several" | undefined,
): vscode.DecorationInstanceRenderOptions {
  const { color } = look === "several" ? SEVERAL : STRIPES[look ?? "none"];
  return {
    after: {
      contentText: initials,
      color: new vscode.ThemeColor(color),
      fontStyle: "normal",
      textDecoration: `none; ${RAISED}`,
    },
  };
}

const SEVERAL = { color: "editor.foreground" };
const RAISED = [
  "position: absolute",
  "z-index: 1",
  "margin-top: -0.2em",
  "padding: 0 1px",
  "font-size: 65%",
  "line-height: 1",
  "white-space: pre",
  "pointer-events: none",
  "border-radius: 2px",
  // To be read where words are selected, too.
  "background: color-mix(in srgb, var(--vscode-editor-background) 80%, transparent)",
].join("; ");
