/** A window as somebody works in it who points and clicks: nothing is typed. */
import type { Locator } from "playwright-core";
import type { Workbench } from "./workbench.ts";

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where words begin and end on the screen. */
interface Words {
  readonly start: Place;
  readonly end: Place;
}

/** Of the wheel, at once. */
const STEP = 90;
/** A menu takes no click that comes with it. */
const REST_MS = 250;
/** Clicks that come sooner are one double click. */
const APART_MS = 600;

export class ByMouse {
  private readonly shown: Workbench;

  constructor(shown: Workbench) {
    this.shown = shown;
  }

  /** Where words stand in the text; undefined while not all of them are seen. They may begin in one row of it and end in another. */
  private places(words: string): Promise<Words | undefined> {
    return this.shown.page.evaluate((wanted) => {
      const editor = [...document.querySelectorAll(".part.editor .monaco-editor")].find((each) => each.clientWidth > 0);
      const seen = editor?.querySelector(".lines-content")?.parentElement?.getBoundingClientRect();
      if (!editor || !seen) return undefined;
      const lines = [...editor.querySelectorAll(".view-line")]
        .map((line) => ({ line, top: line.getBoundingClientRect().top }))
        .sort((a, b) => a.top - b.top);
      const letters: { readonly node: Node; readonly at: number }[] = [];
      let text = "";
      for (const { line } of lines) {
        const nodes = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = nodes.nextNode(); node; node = nodes.nextNode())
          for (const [at, letter] of [...(node.nodeValue ?? "")].entries()) {
            text += letter === "\u00a0" ? " " : letter;
            letters.push({ node, at });
          }
      }
      const start = text.indexOf(wanted);
      const boxOf = (index: number): DOMRect | undefined => {
        const letter = letters[index];
        if (!letter) return undefined;
        const range = document.createRange();
        range.setStart(letter.node, letter.at);
        range.setEnd(letter.node, letter.at + 1);
        return range.getBoundingClientRect();
      };
      const [first, last] = start < 0 ? [] : [boxOf(start), boxOf(start + wanted.length - 1)];
      if (!first || !last || first.top < seen.top || last.bottom > seen.bottom - 20) return undefined;
      return {
        start: { x: first.left + 1, y: first.top + first.height / 2 },
        end: { x: last.right - 1, y: last.top + last.height / 2 },
      };
    }, words);
  }

  /** Turns the wheel over the text until the words are seen. */
  private async bring(words: string): Promise<Words> {
    const { mouse } = this.shown.page;
    const found = await this.shown.until(
      async () => {
        const now = await this.places(words);
        if (now) return now;
        const box = await this.shown.page.locator(".part.editor .monaco-editor:visible").first().boundingBox();
        if (box) await mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        await mouse.wheel(0, STEP);
        return undefined;
      },
      (now) => now !== undefined,
    );
    if (!found) throw new Error(`${words} is not seen.`);
    // What is scrolled comes to rest.
    await this.shown.page.waitForTimeout(REST_MS);
    return (await this.places(words)) ?? found;
  }

  /** Selects words with the button held down. */
  async drag(words: string): Promise<void> {
    const { mouse } = this.shown.page;
    const { start, end } = await this.bring(words);
    await mouse.move(start.x, start.y);
    await mouse.down();
    await mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 3 });
    await mouse.move(end.x, end.y, { steps: 3 });
    await mouse.up();
    await this.shown.page.waitForTimeout(APART_MS);
  }

  /** Selects words with a click where they begin and one, with Shift, where they end. */
  async clickAcross(words: string): Promise<void> {
    const { mouse, keyboard } = this.shown.page;
    const { start, end } = await this.bring(words);
    await mouse.click(start.x, start.y);
    await this.shown.page.waitForTimeout(APART_MS);
    await keyboard.down("Shift");
    await mouse.click(end.x, end.y);
    await keyboard.up("Shift");
    await this.shown.page.waitForTimeout(APART_MS);
  }

  /** Selects a word of which the text has words around it. */
  async doubleClick(words: string): Promise<void> {
    const { start } = await this.bring(words);
    await this.shown.page.mouse.dblclick(start.x + 8, start.y);
    await this.shown.page.waitForTimeout(APART_MS);
  }

  /** Takes what the menu of the text has at these words, which are selected or not. */
  async menuAt(words: string, item: RegExp): Promise<void> {
    const { start, end } = await this.bring(words);
    const x = start.y === end.y ? (start.x + end.x) / 2 : start.x + 4;
    await this.shown.page.mouse.click(x, start.y, { button: "right" });
    await this.item(item);
  }

  private async item(words: RegExp): Promise<void> {
    const item = this.shown.page.locator(".monaco-menu .action-item", { hasText: words }).first();
    await item.hover();
    await this.shown.page.waitForTimeout(REST_MS);
    await item.click();
  }

  /** Takes an item of a menu of the window. */
  async menu(menu: RegExp, item: RegExp): Promise<void> {
    await this.shown.page.locator(".menubar .menubar-menu-button").first().click();
    await this.item(menu);
    await this.item(item);
  }

  /** Clicks on the row of a list that begins with the words, which may have to be scrolled to. */
  async take(words: string): Promise<void> {
    const rows = this.shown.list.locator(".monaco-list").first();
    const row = this.shown.choice(words);
    const isSeen = async (): Promise<boolean> => {
      const [own, all] = await Promise.all([boxOf(row), boxOf(rows)]);
      return (
        own !== undefined && all !== undefined && own.y >= all.y - 1 && own.y + own.height <= all.y + all.height + 1
      );
    };
    await rows.waitFor();
    await this.shown.until(
      async () => {
        if (await isSeen()) return true;
        const box = await boxOf(rows);
        if (box) await this.shown.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        await this.shown.page.mouse.wheel(0, STEP);
        return false;
      },
      (is) => is,
    );
    await row.click();
  }

  /** Presses a button of a list from which several rows are taken. */
  async ok(): Promise<void> {
    await this.shown.list.getByRole("button", { name: "OK" }).click();
  }
}

async function boxOf(what: Locator) {
  return (await what.count()) === 0
    ? undefined
    : ((await what.boundingBox({ timeout: 1000 }).catch(() => null)) ?? undefined);
}
