/** A window as somebody works in it who has no mouse: keys and typed words alone. */
import type { Locator } from "playwright-core";
import type { Workbench } from "./workbench.ts";

/** More rows than a list is walked down. */
const MOST_ROWS = 60;

export class ByKeyboard {
  private readonly shown: Workbench;

  constructor(shown: Workbench) {
    this.shown = shown;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.shown.page.keyboard.press(key);
  }

  async again(count: number, key: string): Promise<void> {
    for (let time = 0; time < count; time++) await this.press(key);
  }

  async type(words: string): Promise<void> {
    await this.shown.page.keyboard.type(words);
  }

  /** Waits for a question of a list. */
  async asked(words: string): Promise<void> {
    await this.shown.list.locator(`input[placeholder*="${words}"]`).waitFor();
  }

  private get focused(): Locator {
    return this.shown.list.locator(".monaco-list-row.focused");
  }

  /** Walks to the row that begins with the words. */
  async walk(words: string): Promise<void> {
    await this.shown.choice(words).waitFor();
    for (let step = 0; step < MOST_ROWS; step++) {
      const [row = ""] = await this.focused.allInnerTexts();
      if (begins(row, words)) return;
      await this.press("ArrowDown");
    }
    throw new Error(`No row begins with ${words}.`);
  }

  /** Types words into a list, and takes the row that begins with `row`. */
  async take(row: string, typed = ""): Promise<void> {
    if (typed !== "") await this.type(typed);
    await this.walk(row);
    await this.press("Enter");
  }

  /** Ticks rows, or takes the tick away. */
  async tick(...rows: readonly string[]): Promise<void> {
    await this.press("ArrowDown");
    for (const words of rows) {
      await this.walk(words);
      await this.press("Space");
    }
  }

  /** Looks for words in the text and selects them. */
  async find(words: string): Promise<void> {
    await this.press("Control+f");
    const widget = this.shown.page.locator(".find-widget.visible");
    await widget.waitFor();
    await this.press("Control+a");
    await this.type(words);
    await widget.locator(".matchesCount", { hasText: "1 of 1" }).waitFor();
    await this.press("Escape");
    await this.shown.focused();
  }

  async command(title: string): Promise<void> {
    await this.press("F1");
    await this.shown.list.locator("input").first().waitFor();
    await this.take(title, title);
  }
}

function begins(row: string, words: string): boolean {
  return row.replaceAll("\u00a0", " ").trimStart().startsWith(words);
}
