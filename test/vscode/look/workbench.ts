/** A window of VS Code on a folder, and what a person does and sees there. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { stage, type Theme } from "./stage.ts";

/** Of windows, and of those of which the pictures are shown small. */
const SIZE = { width: 1280, height: 800 };
export const SMALL = { width: 920, height: 640 };
/** What anything may take on a machine that does other things as well. */
const LIMIT_MS = 40_000;
const SOON_MS = 8000;
const CLASSES: { readonly [theme in Theme]: string } = {
  light: "vs",
  dark: "vs-dark",
  "hc-light": "hc-light",
  "hc-dark": "hc-black",
};

export const INVENTED = "community-falls-prevention";
export const PUBLISHED = "inter-organisational-collaboration";

interface Opening {
  readonly size?: typeof SIZE;
  /** What VS Code speaks, as a language pack would have it: `es`. */
  readonly language?: string;
}

export class Workbench {
  readonly page: Page;
  /** The folder that is shown, and the one around it; they are the test's own. */
  readonly folder: string;
  readonly home: string;

  private constructor(page: Page, folder: string, home: string) {
    this.page = page;
    this.folder = folder;
    this.home = home;
  }

  /** Opens a copy of an example, or a folder that holds these files alone. */
  static async open(
    what: string | Readonly<Record<string, string>>,
    theme: Theme,
    { size = SIZE, language }: Opening = {},
  ): Promise<Workbench> {
    const { browser, url, root, setTheme } = stage();
    const home = mkdtempSync(join(tmpdir(), "cmoc-look-"));
    const folder = join(home, typeof what === "string" ? what : "notes");
    if (typeof what === "string") cpSync(join(root, "examples", what), folder, { recursive: true });
    else {
      mkdirSync(folder);
      for (const [name, text] of Object.entries(what)) writeFileSync(join(folder, name), text);
    }
    setTheme(theme);
    const page = await browser.newPage({ viewport: size });
    page.setDefaultTimeout(LIMIT_MS);
    // What a language pack says besides its translations; VS Code's own words stay English without one.
    if (language !== undefined)
      await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
    const address = new URL(url);
    address.searchParams.set("folder", folder);
    await page.goto(address.href);
    await page.locator(".monaco-workbench .activitybar").waitFor();
    const made = new Workbench(page, folder, home);
    await made.theme(theme);
    return made;
  }

  async close(): Promise<void> {
    await this.page.close();
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Keeps what was seen last, if the test failed. */
  async keep(test: Mocha.Runnable | undefined): Promise<void> {
    if (test?.isFailed())
      await this.pictureAsIs(
        `failed-${test
          .fullTitle()
          .replace(/[^\w]+/g, "-")
          .slice(0, 60)}`,
      );
  }

  /** Shows the views of the review and waits until it was read. On a slow machine VS Code gives up looking for what a folder holds; views wake it. */
  async read(): Promise<void> {
    await this.showViews();
    await this.status.waitFor();
    await this.page.waitForFunction("!document.querySelector(\"[id*='cmoc.review'] .codicon-loading\")");
  }

  /** The review's name and counts. */
  get status(): Locator {
    return this.page.locator("[id*='cmoc.review']").first();
  }

  async theme(theme: Theme): Promise<void> {
    // Settings are watched on the disk, and on a slow machine a change is missed.
    await this.until(
      async () => {
        stage().setTheme(theme);
        return this.themed(theme, SOON_MS);
      },
      (isSo) => isSo,
    );
  }

  private async themed(theme: Theme, timeout = LIMIT_MS): Promise<boolean> {
    const workbench = this.page.locator(`.monaco-workbench.${CLASSES[theme]}`);
    return workbench.waitFor({ timeout }).then(
      () => true,
      () => false,
    );
  }

  text(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  async command(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    const input = this.page.locator(".quick-input-widget input").first();
    await input.waitFor();
    await input.fill(`>${title}`);
    await this.choose(title.replace(/^[^:]+: /, ""));
  }

  /** Chooses from the list that VS Code asks with. */
  async choose(words: string): Promise<void> {
    const row = this.page.locator(".quick-input-list .monaco-list-row", { hasText: words }).first();
    await row.waitFor();
    await row.click();
  }

  /** What VS Code asks with. */
  get list(): Locator {
    return this.page.locator(".quick-input-widget:visible");
  }

  /** A row of it that begins with these words. */
  choice(words: string): Locator {
    return this.list.locator(".monaco-list-row", { hasText: new RegExp(`^\\s*${escaped(words)}`) }).first();
  }

  /** Waits until the text has the focus. */
  async focused(): Promise<void> {
    await this.page.locator(".part.editor .monaco-editor.focused").first().waitFor();
  }

  /** Waits for words in the status bar. */
  async says(words: string): Promise<void> {
    await this.page.locator(".statusbar-item", { hasText: words }).first().waitFor();
  }

  /** Waits for an editor, by the name of its file. */
  async tab(name: string): Promise<void> {
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  }

  /** Pastes words where the cursor is. */
  async paste(words: string): Promise<void> {
    await this.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), words);
    await this.page.keyboard.press("Control+V");
  }

  /** Answers what VS Code asks in its input box. */
  async type(words: string): Promise<void> {
    const input = this.page.locator(".quick-input-widget input").first();
    await input.waitFor();
    await input.fill(words);
    await this.page.keyboard.press("Enter");
  }

  /** Waits until something is so; throws with what it was last. */
  async until<T>(ask: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
    const end = Date.now() + LIMIT_MS;
    for (;;) {
      const value = await ask();
      if (isSo(value)) return value;
      if (Date.now() > end) throw new Error(`It never came to be so; last: ${JSON.stringify(value)}`);
      await this.page.waitForTimeout(100);
    }
  }

  /** Does what makes VS Code show something that passes, such as a card or a list, until it stands there: what comes late, such as a line over a record, closes it again. */
  async raise(act: () => Promise<void>, shown: Locator): Promise<Locator> {
    await this.until(
      async () => {
        await act();
        return shown.waitFor({ timeout: SOON_MS }).then(
          () => true,
          () => false,
        );
      },
      (isSo) => isSo,
    );
    return shown;
  }

  /** Opens the menu of what may be done at the cursor, and gives its row with these words. */
  async offered(words: string): Promise<Locator> {
    const row = this.page.locator(".action-widget .monaco-list-row", { hasText: words }).first();
    return this.raise(() => this.page.keyboard.press("Control+."), row);
  }

  /** Opens the list of what can be written at the cursor, and gives its row with these words. */
  async completed(words: string): Promise<Locator> {
    const row = this.page.locator(".suggest-widget .monaco-list-row", { hasText: words }).first();
    return this.raise(() => this.page.keyboard.press("Control+Space"), row);
  }

  /** Rests the pointer on something, and gives the card with these words that is shown for it. */
  async told(about: Locator, words: string): Promise<Locator> {
    const card = this.page.locator(".monaco-hover:visible", { hasText: words }).first();
    return this.raise(async () => {
      await this.aside();
      await about.hover();
    }, card);
  }

  /** Opens a file; a line of it can be shown. */
  async file(path: string, line = 1): Promise<void> {
    await this.page.keyboard.press("Control+P");
    const input = this.page.locator(".quick-input-widget input").first();
    await input.waitFor();
    await input.fill(path);
    const name = path.split("/").at(-1) ?? path;
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().waitFor();
    await input.fill(`${path}:${line}`);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().waitFor();
    await this.page.keyboard.press("Enter");
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator(".monaco-editor .view-line").first().waitFor();
    await this.page.locator(".part.editor .monaco-editor.focused").first().waitFor();
  }

  /** A line of the editor that has these words. */
  line(words: string): Locator {
    return this.page.locator(".monaco-editor .view-line", { hasText: words }).first();
  }

  /** The words in the editor that stand in a span of their own. */
  words(words: string): Locator {
    return this.page.locator(".monaco-editor .view-line span span", { hasText: new RegExp(`^${escaped(words)}$`) });
  }

  /** The colour that a word of a line has, whatever stands beside it in its span; undefined while the line is not shown. */
  async colour(line: string, word: string): Promise<string | undefined> {
    return this.page.locator(".monaco-editor .view-line").evaluateAll(
      (shown, [words = "", inIt = ""]) => {
        for (const each of shown) {
          const text = (each.textContent ?? "").replaceAll("\u00a0", " ");
          if (!text.includes(words)) continue;
          const wanted = text.indexOf(words) + words.indexOf(inIt);
          let start = 0;
          for (const span of each.querySelectorAll("span > span")) {
            start += (span.textContent ?? "").length;
            if (start > wanted) return getComputedStyle(span).color;
          }
        }
        return undefined;
      },
      [line, word],
    );
  }

  /** The views of the review, as they are called in the language that VS Code speaks. */
  async showViews(icon = "Realist Review", first = "Configurations"): Promise<void> {
    // A click on the icon of what is shown hides it.
    if (!(await this.pane(first).isVisible()))
      await this.page.locator(`.activitybar a[aria-label^="${icon}"]`).first().click();
    await this.pane(first).waitFor();
  }

  pane(title: string): Locator {
    return this.page.locator(".pane", { has: this.page.locator(".pane-header", { hasText: title }) });
  }

  /** Goes to the first row of a view: rows that are scrolled away are not there. A moment later, since the view goes to the record at the cursor. */
  async top(title: string): Promise<void> {
    await this.page.waitForTimeout(1000);
    await this.pane(title).locator(".monaco-list").first().focus();
    await this.page.keyboard.press("Home");
  }

  /** A row of a view whose words for screen readers begin so. */
  row(title: string, words: string): Locator {
    return this.pane(title)
      .locator(`.monaco-list-row[aria-label^="${words}"], .monaco-list-row[aria-label^="@${words}"]`)
      .first();
  }

  async unfold(row: Locator): Promise<void> {
    await row.waitFor();
    if ((await row.getAttribute("aria-expanded")) === "false") await row.locator(".monaco-tl-twistie").click();
    await this.page.waitForTimeout(300);
  }

  /** Makes the side bar so wide. */
  async widen(width: number): Promise<void> {
    const box = await this.page.locator(".part.sidebar").boundingBox();
    if (!box) throw new Error("There is no side bar.");
    await this.page.mouse.move(box.x + box.width, 300);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + width, 300, { steps: 4 });
    await this.page.mouse.up();
    await this.aside();
  }

  /** Drags a row onto another. */
  async drag(from: Locator, to: Locator): Promise<void> {
    await from.hover();
    await this.page.waitForTimeout(300);
    await this.page.mouse.down();
    const box = await to.boundingBox();
    if (!box) throw new Error("What it is to be dragged onto is not shown.");
    const x = box.x + box.width / 2;
    for (const offset of [2, 4, 6]) {
      await this.page.mouse.move(x, box.y + offset);
      await this.page.waitForTimeout(100);
    }
    await this.page.mouse.up();
  }

  /** Moves the pointer to where nothing answers to it. */
  private async aside(): Promise<void> {
    await this.page.mouse.move(120, 16);
  }

  /** Saves what is seen, or a part of it, as `name.png`. */
  async picture(name: string, clip?: { x: number; y: number; width: number; height: number }): Promise<void> {
    const folder = stage().pictures;
    mkdirSync(folder, { recursive: true });
    await this.aside();
    await this.page.waitForTimeout(400);
    await this.page.screenshot({ path: join(folder, `${name}.png`), ...(clip && { clip }) });
  }

  /** As `picture`, with the pointer where it is. */
  async pictureAsIs(name: string): Promise<void> {
    const folder = stage().pictures;
    mkdirSync(folder, { recursive: true });
    await this.page.waitForTimeout(400);
    await this.page.screenshot({ path: join(folder, `${name}.png`) });
  }
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
