import { assert } from "chai";
import { INVENTED, SMALL, Workbench } from "./workbench.ts";

const LAST_LIGHT = ["dark", "hc-dark", "hc-light", "light"] as const;
const FILE = "theory/exercise-groups.md";

describe("an id that other files mention", () => {
  let shown: Workbench;

  /** Opens the file with the cursor in the id of the heading, and nothing beside it. */
  const atHeading = async (): Promise<void> => {
    const bar = shown.page.locator(".part.sidebar");
    if (await bar.isVisible()) await shown.page.keyboard.press("Control+B");
    await bar.waitFor({ state: "hidden" });
    await shown.file(FILE, 21);
    await shown.line("CMOC EX2").waitFor();
    await shown.page.keyboard.press("Home");
    for (let step = 0; step < 9; step++) await shown.page.keyboard.press("ArrowRight");
  };

  before(async () => {
    shown = await Workbench.open(INVENTED, "light", { size: SMALL });
    await shown.read();
  });

  afterEach(async function () {
    await shown.keep(this.currentTest);
  });

  after(() => shown.close());

  it("is of a configuration that the menu of the editor refactors, once it asked what it has to know", async () => {
    await shown.file(FILE, 21);
    const entry = shown.page.locator(".action-widget .monaco-list-row", {
      hasText: "Merge EX2 with another configuration",
    });
    const offered = (): Promise<unknown> =>
      shown.raise(async () => {
        await shown.line("CMOC EX2").click();
        await shown.page.keyboard.press("Control+Shift+R");
      }, entry);
    for (const theme of LAST_LIGHT) {
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
    for (const theme of LAST_LIGHT) {
      await shown.theme(theme);
      await shown.pictureAsIs(`refactor-merge-${theme}`);
    }
    await shown.page.keyboard.press("Escape");
  });

  it("has its places listed where it stands", async () => {
    await atHeading();
    await shown.page.keyboard.press("Shift+F12");
    const widget = shown.page.locator(".reference-zone-widget");
    await widget.locator(".monaco-list-row", { hasText: "programme-theory.md" }).first().waitFor();
    await widget.locator(".monaco-editor .view-line").first().waitFor();
    // The folder is one that was made to be looked at.
    await shown.page.addStyleTag({ content: ".peekview-title .dirname { display: none; }" });
    for (const theme of ["light", "dark", "hc-dark"] as const) {
      await shown.theme(theme);
      await shown.picture(`references-${theme}`);
    }
    await shown.theme("light");
    assert.isAtLeast(await widget.locator(".monaco-list-row").count(), 4);
    await shown.page.keyboard.press("Escape");
    await widget.waitFor({ state: "detached" });
  });

  it("is renamed everywhere, once what changes was looked at", async () => {
    const box = await shown.raise(async () => {
      await atHeading();
      await shown.page.keyboard.press("F2");
    }, shown.page.locator(".rename-box input"));
    assert.equal(await box.inputValue(), "EX2");
    await box.fill("EX12");
    await shown.pictureAsIs("rename-light");
    await shown.page.keyboard.press("Control+Enter");
    const panel = shown.page.locator(".part.panel");
    await panel.getByRole("button", { name: "Apply" }).waitFor();
    const changed = panel.locator(".monaco-list-row", { hasText: "quillan2017.md" }).first();
    await changed.waitFor();
    for (const theme of ["light", "dark", "hc-dark"] as const) {
      await shown.theme(theme);
      await shown.picture(`rename-preview-${theme}`);
    }
    await shown.theme("light");
    await panel.getByRole("button", { name: "Apply" }).click();
    await shown.line("CMOC EX12: A gain").waitFor();
    await shown.until(
      async () => shown.text("theory/programme-theory.md"),
      (text) => text.includes("[[EX12]]") && text.includes("configurations: EX12, HH1, HH2"),
    );
    await shown.line("CMOC EX12: A gain").click();
    await shown.page.keyboard.press("Control+Z");
    await shown.line("CMOC EX2: A gain").waitFor();
  });
});
