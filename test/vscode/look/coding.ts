import { assert } from "chai";
import type { Theme } from "./stage.ts";
import { INVENTED, Workbench } from "./workbench.ts";

const SEEN: readonly Theme[] = ["light", "dark", "hc-dark"];
const TEN = 10;
/** Lines of the full text that begin within a sentence each. */
const LINES = [11, 12, 13, 15, 19, 22, 26, 28, 29, 31] as const;
const LINK = /^- supports: HH1 \(C\)$/gm;

describe("coding from an open full text", () => {
  let shown: Workbench;

  before(async () => {
    shown = await Workbench.open(INVENTED, "light");
    await shown.read();
  });

  afterEach(async function () {
    await shown.keep(this.currentTest);
  });

  after(() => shown.close());

  const list = () => shown.page.locator(".quick-input-widget:visible");
  const row = (words: string) => list().locator(".monaco-list-row", { hasText: words }).first();
  /** Waits for a question. */
  const asked = (words: string) => list().locator(`input[placeholder*="${words}"]`).waitFor();
  const told = (id: string) => shown.page.locator(".statusbar-item", { hasText: id }).first().waitFor();
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await shown.page.keyboard.press(key);
  };
  const openText = async (key: string, words: string): Promise<void> => {
    await shown.file(`sources/${key}.md`);
    await press("Control+k", "Shift+q");
    await shown.page.locator(`.tab.active[data-resource-name="${key}.full-text"]`).waitFor();
    await shown.page.locator(".part.editor .monaco-editor.focused").first().waitFor();
    await shown.line(words).waitFor();
  };
  const count = (key: string, what: RegExp): number => shown.text(`sources/${key}.md`).match(what)?.length ?? 0;
  /** Waits until the file that is saved has so many extracts more, each linked to the configuration. */
  const saved = async (key: string, before: number): Promise<void> => {
    await shown.command("File: Save All Files");
    await shown.until(
      async () => [count(key, /^## Extract /gm), count(key, LINK)],
      ([all, linked]) => all === before + TEN && linked === TEN,
    );
  };

  it("writes ten linked extracts with the keyboard alone, one keystroke for each after the first", async () => {
    const key = "hallam2019";
    await openText(key, "Whose house is it");
    const before = count(key, /^## Extract /gm);
    for (let made = 1; made <= TEN; made++) {
      await press("Control+g");
      await shown.type(`:${LINES[made - 1]}`);
      await shown.page.locator(".part.editor .monaco-editor.focused").first().waitFor();
      // The sentence at the cursor is meant.
      await press("Control+k", "k");
      await asked("Choose a code");
      if (made === 1) {
        await shown.page.keyboard.type("C new-home");
        await row("new-home").waitFor();
        for (const theme of SEEN) {
          await shown.theme(theme);
          await shown.picture(`coding-codes-${theme}`);
        }
        await shown.theme("light");
        await press("Enter");
        await row("Go on with C new-home").waitFor();
        await press("Enter");
        await asked("What does it bear on?");
        await shown.page.keyboard.type("HH1");
        await press("Enter");
        await asked("How does it bear on HH1?");
        await press("Enter");
        await asked("Which slots of HH1");
        await shown.picture("coding-slots-light");
        await press("Enter");
        await row("Go on with HH1 (C)").waitFor();
        await press("Enter");
        await asked("Type a note");
        await press("Enter");
        await asked("Who are you?");
      } else await row("The same as before: C new-home → HH1 (C)").waitFor();
      if (made === 2) await shown.picture("coding-again-light");
      await press("Enter");
      await told(`${key}#e${before + made}`);
    }
    await saved(key, before);
    assert.include(shown.text("codebook.md"), "## Code new-home\n\n- role: C\n");
  });

  it("writes ten more with the mouse", async () => {
    const key = "pellow2016";
    await openText(key, "the");
    const before = count(key, /^## Extract /gm);
    const lines = shown.page.locator(".monaco-editor:visible .view-line", { hasText: /\w.{60}/ });
    await shown.until(
      () => lines.count(),
      (there) => there >= TEN,
    );
    const { mouse } = shown.page;
    for (let made = 1; made <= TEN; made++) {
      const box = await lines
        .nth(made - 1)
        .locator("span span")
        .first()
        .boundingBox();
      if (!box) throw new Error("No line is shown.");
      const middle = box.y + box.height / 2;
      await mouse.move(box.x + 40, middle);
      await mouse.down();
      await mouse.move(box.x + 260, middle, { steps: 4 });
      await mouse.up();
      await mouse.click(box.x + 150, middle, { button: "right" });
      const item = shown.page.locator(".monaco-menu .action-item", { hasText: /^Code Selection(?!.*Before)/ }).first();
      await item.hover();
      // A menu takes no click that comes with it.
      await shown.page.waitForTimeout(250);
      await item.click();
      await row("The same as before: C new-home → HH1 (C)").click();
      await told(`${key}#e${before + made}`);
    }
    await saved(key, before);
    await shown.pictureAsIs("coding-written-light");
  });
});
