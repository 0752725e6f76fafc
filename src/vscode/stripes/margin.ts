/**
 * The margin, drawn: the letters of a row's roles, and a bar beside a passage that an extract quotes. Which rows a line is wrapped into is known to VS Code alone, so that each letter is a
 * decoration of its own: what stands on one row is laid over one another, and each letter of a review has a place of its own there.
 */
import * as vscode from "vscode";
import type { Look } from "../../core/features/marks.ts";
import { NO_ROLE } from "../../core/features/stripes.ts";

export type Theme = "light" | "dark" | "hcDark" | "hcLight";

/** The colours of package.json, which pictures cannot ask for: a test holds them equal. */
export const COLORS: { readonly [theme in Theme]: { readonly [look in Look]: string } } = {
  light: { C: "#0060A8", M: "#B3261E", O: "#00734F", I: "#8A3FA0", A: "#7A5200", S: "#3D5A73" },
  dark: { C: "#6CB6FF", M: "#FF8A7A", O: "#4FD1A5", I: "#D6A1F0", A: "#E8B84A", S: "#A9BFD3" },
  hcDark: { C: "#8CC8FF", M: "#FF9E8F", O: "#5FE8B8", I: "#E2B6FA", A: "#FFD25E", S: "#D0DCE8" },
  hcLight: { C: "#004A85", M: "#8F1D16", O: "#00573B", I: "#6B2C80", A: "#5C3D00", S: "#2B4257" },
};
const NEUTRAL: { readonly [theme in Theme]: string } = {
  light: "#5F6A76",
  dark: "#A0A8B0",
  hcDark: "#FFFFFF",
  hcLight: "#292929",
};

export function themeNow(): Theme {
  switch (vscode.window.activeColorTheme.kind) {
    case vscode.ColorThemeKind.Light:
      return "light";
    case vscode.ColorThemeKind.HighContrast:
      return "hcDark";
    case vscode.ColorThemeKind.HighContrastLight:
      return "hcLight";
    default:
      return "dark";
  }
}

/** Where a letter stands: in one of so many cells, or in the midst of them. */
export interface Cell {
  readonly at: number;
  readonly of: number;
}

export interface Letter {
  readonly letter: string;
  readonly look: Look | undefined;
}

/** More letters than these share the last cell. */
const MOST_CELLS = 16;

/** The cell of a letter among those of a review's scheme; codes without a role have the one after them, and of four roles the midst, so that these stay as large. */
export function cellOf(letter: string, scheme: readonly string[]): Cell {
  const found = letter === NO_ROLE ? -1 : scheme.indexOf(letter);
  const of = Math.min(scheme.length === 4 ? 4 : scheme.length + 1, MOST_CELLS);
  return { at: Math.min(found < 0 ? scheme.length : found, MOST_CELLS - 1), of };
}

/** A picture of 16 by 16 with one letter in the middle. */
export function letterIcon({ letter, look }: Letter, theme: Theme): vscode.Uri {
  const fill = colorOf(look, theme);
  const icon = iconOf(`<text x="8" y="12.7" font-size="13"${serifs(letter)} fill="${fill}">${drawnAs(letter)}</text>`);
  return vscode.Uri.parse(icon, true);
}

/** What stands at the left of a row, as VS Code wants it: of what is laid over one another there, each names its own picture and shows all of them. */
export interface Layer {
  readonly gutterIconPath: vscode.Uri;
  readonly gutterIconSize: string;
}

export function barLayer(theme: Theme): Layer {
  const icon = iconOf(`<rect x="0" y="0" width="1.5" height="16" fill="${NEUTRAL[theme]}"/>`, "none");
  return layerOf(icon, "bar");
}

export function letterLayer(letter: Letter, { at, of }: Cell, theme: Theme): Layer {
  return layerOf(iconOf(letterSvg(letter, { at, of }, theme)), String(at));
}

function layerOf(icon: string, name: string): Layer {
  const names = ["bar", ...Array.from({ length: MOST_CELLS }, (_, at) => String(at))];
  const shown = names.map((each) =>
    each === "bar"
      ? "var(--cmoc-margin-bar, none) left top / 100% 100% no-repeat"
      : `var(--cmoc-margin-${each}, none) center / contain no-repeat`,
  );
  // A size is written into a rule as it is.
  const gutterIconSize = `contain; --cmoc-margin-${name}: url("${icon}"); background: ${shown.join(", ")}`;
  return { gutterIconPath: vscode.Uri.parse(icon, true), gutterIconSize };
}

/** The part of the picture in which letters stand: apart from the bar, which would be read as one of them. */
const ROOM = { left: 3, width: 13, height: 16 };
/** As wide as they are high: letters that have no room are made narrow. */
const WIDE = /[MW@%]|[^\u0020-\u024f]/u;
const NARROW = /[IJijl.]/;
/** Without its serifs it would be a bar. */
const BARE = /^[Il|]$/;

function letterSvg({ letter, look }: Letter, { at, of }: Cell, theme: Theme): string {
  const columns = Math.ceil(Math.sqrt(of));
  const rows = Math.ceil(of / columns);
  const [width, height] = [ROOM.width / columns, ROOM.height / rows];
  const size = at < of ? Math.min(9.5, height + 1) : 6;
  const x = ROOM.left + (at < of ? width * ((at % columns) + 0.5) : ROOM.width / 2);
  const y = (at < of ? height * (Math.floor(at / columns) + 0.5) : ROOM.height / 2) + size * 0.36;
  const isWide = !NARROW.test(letter) && size * (WIDE.test(letter) ? 0.95 : 0.72) > width;
  const fit = isWide ? ` textLength="${(width - 0.3).toFixed(1)}" lengthAdjust="spacingAndGlyphs"` : "";
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size.toFixed(1)}"${fit}${serifs(letter)} fill="${colorOf(look, theme)}">${drawnAs(letter)}</text>`;
}

function serifs(letter: string): string {
  return BARE.test(letter) ? ' font-family="serif"' : "";
}

function colorOf(look: Look | undefined, theme: Theme): string {
  return look ? COLORS[theme][look] : NEUTRAL[theme];
}

/** The address of a picture; no sign of it ends a string. */
function iconOf(drawn: string, ratio = "xMidYMid"): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16" preserveAspectRatio="${ratio}" font-family="sans-serif" font-weight="bold" text-anchor="middle">${drawn}</svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

/** Letters of a scheme are letters; whatever else they were, they would make no markup. A dot is to be seen. */
function drawnAs(letter: string): string {
  return letter === NO_ROLE ? "•" : letter.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
