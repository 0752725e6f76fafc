/** What the tests of the workbench are given by the script that runs them: a served VS Code into which the package was installed, and a browser. */
import type { Browser } from "playwright-core";

export const THEMES = ["light", "dark", "hc-light", "hc-dark"] as const;
export type Theme = (typeof THEMES)[number];

export interface Stage {
  readonly browser: Browser;
  /** Of the workbench, without a folder. */
  readonly url: string;
  readonly setTheme: (theme: Theme) => void;
  /** Where the repository is, and where pictures go. */
  readonly root: string;
  readonly pictures: string;
}

let given: Stage | undefined;

export function setStage(stage: Stage): void {
  given = stage;
}

export function stage(): Stage {
  if (!given) throw new Error("The tests of the workbench are run by scripts/vscode/look.mjs.");
  return given;
}
