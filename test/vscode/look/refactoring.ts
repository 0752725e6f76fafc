import { INVENTED, SMALL, Workbench } from "./workbench.ts";

const FILE = "theory/exercise-groups.md";
const THEMES = ["dark", "hc-dark", "hc-light", "light"] as const;

describe("refactoring", () => {
  let shown: Workbench;

  before(async () => {
    shown = await Workbench.open(INVENTED, "light", { size: SMALL });
    await shown.read();
    await shown.file(FILE, 21);
  });

  afterEach(async function () {
    await shown.keep(this.currentTest);
  });

  after(() => shown.close());

  it("is chosen from the menu of the editor, and asks what it has to know", async () => {
    const entry = shown.page.locator(".action-widget .monaco-list-row", {
      hasText: "Merge EX2 with another configuration",
    });
    const offered = (): Promise<unknown> =>
      shown.raise(async () => {
        await shown.line("CMOC EX2").click();
        await shown.page.keyboard.press("Control+Shift+R");
      }, entry);
    for (const theme of THEMES) {
      await shown.theme(theme);
      await offered();
      await shown.pictureAsIs(`refactor-menu-${theme}`);
      await shown.page.keyboard.press("Escape");
      await entry.waitFor({ state: "detached" });
    }
    await offered();
    await entry.click();
    await shown.choose("EX3");
    await shown.page.locator(".quick-input-list .monaco-list-row", { hasText: "links to evidence" }).first().waitFor();
    for (const theme of THEMES) {
      await shown.theme(theme);
      await shown.pictureAsIs(`refactor-merge-${theme}`);
    }
    await shown.page.keyboard.press("Escape");
  });
});
