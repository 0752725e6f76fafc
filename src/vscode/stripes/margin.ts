/** Letters in the margin, drawn: those of a line's roles, and a bar beside a passage that an extract quotes. A review has letters of its own, and several may stand on a line. */
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

export interface Letter {
  readonly letter: string;
  readonly look: Look | undefined;
}

/** So many letters have room; of more the first, and a sign that there are others. */
const ROOM = 4;
/** By the number of letters how large they are, and the middle of each: one, two side by side, more in two rows. */
const ROWS = { size: 9.5, places: [5.2, 4.2, 12.4, 4.2, 5.2, 12.2, 12.4, 12.2] } as const;
const SIZES = [{ size: 13, places: [9, 8] }, { size: 10, places: [5.6, 8, 12.6, 8] }, ROWS, ROWS] as const;

export function marginIcon(letters: readonly Letter[], hasBar: boolean, theme: Theme): vscode.Uri {
  const svg = marginSvg(letters, hasBar, theme);
  return vscode.Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`, true);
}

/** A picture of 16 by 16. */
export function marginSvg(letters: readonly Letter[], hasBar: boolean, theme: Theme): string {
  const shown = letters.length > ROOM ? [...letters.slice(0, ROOM - 1), { letter: "+", look: undefined }] : letters;
  const { size, places } = SIZES[shown.length - 1] ?? SIZES[0];
  const drawn = shown.map(
    ({ letter, look }, index) =>
      `<text x="${places[2 * index]}" y="${((places[2 * index + 1] ?? 8) + size * 0.36).toFixed(1)}" fill="${look ? COLORS[theme][look] : NEUTRAL[theme]}">${drawnAs(letter)}</text>`,
  );
  const bar = hasBar ? `<rect x="0" y="0" width="1.5" height="16" fill="${NEUTRAL[theme]}"/>` : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16" font-family="sans-serif" font-weight="bold" font-size="${size}" text-anchor="middle">${bar}${drawn.join("")}</svg>`;
}

/** Letters of a scheme are letters; whatever else they were, they would make no markup. A dot is to be seen. */
function drawnAs(letter: string): string {
  return letter === NO_ROLE ? "•" : letter.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
