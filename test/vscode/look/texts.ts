import { readFileSync } from "node:fs";
import { join } from "node:path";
import { assert } from "chai";
import { stage, THEMES, type Theme } from "./stage.ts";
import { INVENTED, Workbench } from "./workbench.ts";

const FILE = "theory/exercise-groups.md";
const KEYS: { readonly [theme in Theme]: string } = {
  light: "light",
  dark: "dark",
  "hc-light": "highContrastLight",
  "hc-dark": "highContrast",
};
const ROLES = [
  ["C", "cmoc.context", "solid"],
  ["M", "cmoc.mechanism", "double"],
  ["O", "cmoc.outcome", "dotted"],
] as const;

interface Contributed {
  readonly contributes: {
    readonly colors: readonly { readonly id: string; readonly defaults: Record<string, string> }[];
  };
}

/** `#0060A8` as browsers write it. */
function rgb(hex: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${red}, ${green}, ${blue})`;
}

/** Words that are highlighted, each with the line that it stands in; the last is highlighted as a name of the review too, where there is one. */
const HIGHLIGHTED = {
  kind: ["## CMOC EX1: ", "CMOC"],
  value: ["- status: supported", "supported"],
  label: ["- supports: @quillan2017", "supports"],
  key: ["- supports: @quillan2017", "quillan2017"],
} as const;
const PROSE = ["What people make of the invitation", "invitation"] as const;
const TITLE = ["Being missed brings people back", "missed"] as const;

/** Which of the words look like what they would look like without the grammars. VS Code's dark theme has one colour for headings and keywords. */
async function plain(open: Workbench, theme: Theme, prose: string | undefined): Promise<readonly string[]> {
  const title = theme === "light" ? await open.colour(...TITLE) : prose;
  const found: string[] = [];
  for (const [what, [line, word]] of Object.entries(HIGHLIGHTED)) {
    const colour = await open.colour(line, word);
    if (colour === undefined || colour === prose || (what === "kind" && colour === title)) found.push(what);
  }
  return found;
}

async function assertHighlighted(open: Workbench): Promise<void> {
  let before: string | undefined;
  for (const theme of ["light", "dark"] as const) {
    await open.theme(theme);
    // The workbench is in its theme a little before the text is; prose is asked anew each time, since it too is coloured late.
    const ask = async (): Promise<{ prose: string | undefined; found: readonly string[] }> => {
      const prose = await open.colour(...PROSE);
      return { prose, found: await plain(open, theme, prose) };
    };
    const { prose } = await open.until(
      ask,
      ({ prose, found }) => prose !== undefined && prose !== before && found.length === 0,
    );
    before = prose;
  }
}

describe("the text of a review in the editor", () => {
  let shown: Workbench;

  before(async () => {
    shown = await Workbench.open(INVENTED, "light");
    await shown.read();
    await shown.file(FILE, 21);
    await shown.words("C").first().waitFor();
  });

  afterEach(async function () {
    await shown.keep(this.currentTest);
  });

  after(() => shown.close());

  it("has kinds, labels, values and citation keys told from prose", async () => {
    await shown.file(FILE);
    await assertHighlighted(shown);
    await shown.theme("light");
    await shown.file(FILE, 21);
  });

  it("has the letters of roles in the colours that package.json gives them, with a line for each role, in every theme", async () => {
    const { contributes } = JSON.parse(readFileSync(join(stage().root, "package.json"), "utf8")) as Contributed;
    for (const theme of THEMES) {
      await shown.theme(theme);
      for (const [letter, id, line] of ROLES) {
        const wanted = contributes.colors.find((color) => color.id === id)?.defaults[KEYS[theme]] ?? "";
        const span = shown.words(letter).first();
        // Asked at once: the editor draws its lines anew when it likes.
        await shown.until(
          () =>
            span.evaluate((element) => [
              getComputedStyle(element).color,
              getComputedStyle(element).fontWeight,
              getComputedStyle(element).textDecorationStyle,
              getComputedStyle(element).textDecorationLine,
            ]),
          ([color, weight, style, under]) =>
            color === rgb(wanted) && Number(weight) >= 600 && style === line && under === "underline",
        );
      }
      await shown.pictureAsIs(`roles-${theme}`);
    }
    await shown.theme("light");
  });

  it("tells about an extract under the pointer", async () => {
    const extract = shown.page.locator(".monaco-editor .view-line span span", { hasText: "sorley2020" }).first();
    const hover = await shown.told(extract, "sorley2020#e3");
    assert.match(await hover.innerText(), /Sorley and Benali/);
    assert.notMatch(await hover.innerText(), /undefined|\[object/);
    for (const theme of ["light", "dark"] as const) {
      await shown.theme(theme);
      await shown.pictureAsIs(`hover-${theme}`);
    }
    await shown.theme("light");
    await shown.page.keyboard.press("Escape");
  });

  it("offers configurations where one is named", async () => {
    await shown.file(FILE, 31);
    // The line is wrapped: once leads to the end of what is seen as a line.
    await shown.page.keyboard.press("End");
    await shown.page.keyboard.press("End");
    await shown.page.keyboard.press("Enter");
    await shown.page.keyboard.type("- leads to: ");
    await shown.completed("Being missed brings people back");
    for (const theme of ["light", "dark"] as const) {
      await shown.theme(theme);
      await shown.pictureAsIs(`completion-${theme}`);
    }
    await shown.theme("light");
    await shown.page.keyboard.press("Escape");
  });

  it("is mended with the keyboard alone", async () => {
    await shown.page.keyboard.type("EX12");
    await shown.page.keyboard.press("Escape");
    await shown.page.locator(".monaco-editor .squiggly-error").first().waitFor();
    await shown.offered("Use EX1");
    for (const theme of ["light", "dark"] as const) {
      await shown.theme(theme);
      await shown.pictureAsIs(`quick-fix-${theme}`);
    }
    await shown.theme("light");
    await shown.page.keyboard.press("ArrowDown");
    await shown.page.keyboard.press("Enter");
    await shown.line("leads to: EX1").waitFor();
    await shown.page.locator(".monaco-editor .squiggly-error").first().waitFor({ state: "detached" });
    await shown.page.keyboard.press("Control+Z");
    await shown.line("leads to: EX12").waitFor();
  });

  it("leads from a problem to the page of its rule, from the list and from the text", async () => {
    await shown.command("View: Toggle Problems");
    const link = shown.page.locator(".markers-panel a.monaco-link", { hasText: "ref/unknown" });
    const page = shown.page.locator('.tab.active[data-resource-name="ref-unknown.md"]');
    await link.click();
    await page.waitFor();
    await shown.page.locator(".editor-instance, .webview-container, .webview").first().waitFor();
    await shown.page.waitForTimeout(1000);
    await shown.pictureAsIs("rule-light");
    await shown.page.keyboard.press("Control+F4");
    await shown.page.locator(".markers-panel .monaco-list-row", { hasText: "EX12" }).dblclick();
    await shown.page.locator(`.tab.active[data-resource-name="exercise-groups.md"]`).waitFor();
    await shown.raise(async () => {
      const card = await shown.told(shown.words("EX12").first(), "ref/unknown");
      // The card may be drawn anew meanwhile; then the pointer rests on it again.
      await card
        .locator("a.code-link", { hasText: "ref/unknown" })
        .click({ timeout: 2000 })
        .catch(() => {});
    }, page);
  });
});

describe("the colours of the text of a review", () => {
  let shown: Workbench | undefined;

  afterEach(async function () {
    await shown?.keep(this.currentTest);
    await shown?.close();
    shown = undefined;
  });

  it("are there without a review as well", async () => {
    const text = readFileSync(join(stage().root, "examples", INVENTED, FILE), "utf8");
    shown = await Workbench.open({ "notes.md": text }, "light");
    await shown.file("notes.md");
    await assertHighlighted(shown);
  });
});
