import { assert } from "chai";
import { LOOSE, LOOSE_FILE, LOOSE_TEXT } from "./loose.ts";
import { INVENTED, SMALL, Workbench } from "./workbench.ts";

describe("an extract that bears on nothing", () => {
  let shown: Workbench;

  before(async () => {
    shown = await Workbench.open(INVENTED, "light", { size: SMALL });
    await shown.read();
    // In so small a window a title beside an id breaks the lines that are looked for.
    shown.write(".vscode/settings.json", '{ "cmoc.titleHints": false }');
    shown.write(LOOSE_FILE, shown.text(LOOSE_FILE) + LOOSE_TEXT);
    await shown.showViews();
    await shown.widen(440);
    await shown.row("Sources and Extracts", LOOSE).waitFor();
  });

  afterEach(async function () {
    await shown.keep(this.currentTest);
  });

  after(() => shown.close());

  it("is linked by dragging it onto a configuration, once the stance was told", async () => {
    const target = shown.row("Configurations", "EX2");
    await shown.drag(shown.row("Sources and Extracts", LOOSE), target);
    const stance = shown.page.locator(".quick-input-list .monaco-list-row", { hasText: "The evidence bears it out" });
    await stance.waitFor();
    for (const theme of ["light", "dark"] as const) {
      await shown.theme(theme);
      await shown.picture(`link-${theme}`);
    }
    await shown.theme("light");
    await shown.page.keyboard.press("Enter");
    await shown.row("Sources and Extracts", "Unlinked").waitFor({ state: "detached" });
    // What was written is shown, and while the row has the focus it is taken back and made again.
    await shown.line("supports: EX2").waitFor();
    await shown.page.keyboard.press("Control+Z");
    await shown.line("supports: EX2").waitFor({ state: "detached" });
    await shown.page.keyboard.press("Control+Y");
    await shown.line("supports: EX2").waitFor();
    await shown.page.locator('.tab.active[data-resource-name="hallam2019.md"]').waitFor();
    // The view goes to the record at the cursor a moment later, and would unfold again.
    await shown.page.waitForTimeout(1500);
    assert.match((await target.getAttribute("aria-label")) ?? "", /3 extracts support/);
    await shown.pane("Sources and Extracts").locator(".pane-header").click();
    await shown.unfold(target);
    await shown.unfold(shown.row("Configurations", "Evidence"));
    for (const theme of ["light", "dark"] as const) {
      await shown.theme(theme);
      await shown.picture(`configuration-${theme}`);
    }
    await shown.theme("light");
  });

  it("hangs loose again after one undo", async () => {
    await shown.pane("Sources and Extracts").locator(".pane-header").click();
    await shown.line("supports: EX2").click();
    await shown.page.keyboard.press("Control+Z");
    await shown.line("supports: EX2").waitFor({ state: "detached" });
    await shown.top("Sources and Extracts");
    await shown.row("Sources and Extracts", LOOSE).waitFor();
  });

  it("is written elsewhere by a quick fix, and one undo takes that back, and nothing that was typed", async () => {
    await shown.file(LOOSE_FILE, 103);
    await shown.page.keyboard.press("End");
    await shown.page.keyboard.type(" MYWORDS");
    await shown.line("MYWORDS").waitFor();
    await shown.line("still-there").click();
    await shown.offered("to the codebook");
    await shown.page.keyboard.press("Enter");
    const squiggle = shown.page.locator(".monaco-editor .squiggly-info");
    await squiggle.first().waitFor({ state: "detached" });
    await shown.page.waitForTimeout(500);
    await shown.pictureAsIs("fixed-elsewhere");
    await shown.page.keyboard.press("Control+Z");
    await shown.page.waitForTimeout(1500);
    await shown.pictureAsIs("fixed-elsewhere-undone");
    await squiggle.first().waitFor();
    await shown.line("MYWORDS").waitFor();
    await shown.page.keyboard.press("Control+Z");
  });

  it("keeps every paragraph of a quotation that is pasted", async () => {
    await shown.file(LOOSE_FILE, 102);
    await shown.page.keyboard.press("End");
    await shown.paste(" They told us.\n\nNobody came back.\n");
    await shown.line("They told us.").waitFor();
    await shown.line("> Nobody came back.").waitFor();
    await shown.pictureAsIs("pasted-light");
    await shown.page.keyboard.press("Control+Z");
    await shown.line("Nobody came back.").waitFor({ state: "detached" });
  });

  it("is linked by a key while its row has the focus, and so is the text reached", async () => {
    await shown.top("Sources and Extracts");
    await shown.row("Sources and Extracts", LOOSE).click();
    await shown.page.keyboard.press("ArrowDown");
    await shown.page.keyboard.press("ArrowUp");
    await shown.page.keyboard.press("Control+K");
    await shown.page.keyboard.press("b");
    await shown.page.getByPlaceholder("What does @hallam2019#e7 bear on?").waitFor();
    await shown.page.keyboard.press("Escape");
    await shown.top("Sources and Extracts");
    await shown.row("Sources and Extracts", LOOSE).click();
    await shown.page.keyboard.press("Control+K");
    await shown.page.keyboard.press("g");
    await shown.page.locator(".monaco-editor.focused").waitFor();
    await shown.line("Extract e7").waitFor();
  });

  it("is written by a key, a quotation of two paragraphs that is pasted, and the page after Tab", async () => {
    await shown.file("sources/obi2014.md");
    await shown.page.keyboard.press("Control+K");
    await shown.page.keyboard.press("x");
    await shown.line("> …").waitFor();
    await shown.page.waitForTimeout(500);
    await shown.paste("They told us of it.\n\nNobody came back.\n");
    await shown.line("> Nobody came back.").waitFor();
    await shown.page.keyboard.press("Tab");
    await shown.page.keyboard.type("412");
    await shown.pictureAsIs("written-light");
    await shown.line("- at: p. 412").waitFor();
    for (let undo = 0; undo < 4; undo++) await shown.page.keyboard.press("Control+Z");
  });

  it("is reached by its key", async () => {
    await shown.file("theory/confidence.md");
    await shown.page.keyboard.press("Control+K");
    await shown.page.keyboard.press("j");
    await shown.page.locator('.tab.active[data-resource-name="hallam2019.md"]').waitFor();
    await shown.line("Extract e7").waitFor();
  });
});
