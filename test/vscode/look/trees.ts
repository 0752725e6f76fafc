import { assert } from "chai";
import { LOOSE, LOOSE_FILE, LOOSE_TEXT } from "./loose.ts";
import { INVENTED, Workbench } from "./workbench.ts";

const WIDE = 560;

describe("the views of a review", () => {
  let shown: Workbench;

  before(async () => {
    shown = await Workbench.open(INVENTED, "light");
    await shown.read();
    await shown.widen(WIDE);
  });

  afterEach(async function () {
    await shown.keep(this.currentTest);
  });

  after(() => shown.close());

  it("unfold a configuration down to its evidence, in light and dark", async () => {
    const configuration = shown.row("Configurations", "EX4, The word is heard as a verdict");
    assert.match(
      (await configuration.getAttribute("aria-label")) ?? "",
      /3 extracts support, 1 refutes, from 4 sources/,
    );
    assert.match(await configuration.innerText(), /✓3 ✗1 · 4 sources/);
    await shown.pane("Sources and Extracts").locator(".pane-header").click();
    await shown.unfold(configuration);
    await shown.unfold(shown.row("Configurations", "Evidence"));
    await shown.row("Configurations", "sorley2020#e2").waitFor();
    await shown.file("theory/exercise-groups.md", 42);
    await shown.words("M").first().waitFor();
    for (const theme of ["light", "dark", "hc-light", "hc-dark"] as const) {
      await shown.theme(theme);
      await shown.picture(`tree-${theme}`);
    }
    await shown.theme("light");
  });

  it("count in a badge what hangs loose, and show it first", async () => {
    const badge = shown.page.locator('.activitybar .action-item:has(a[aria-label^="Realist Review"]) .badge:visible');
    await shown.pane("Sources and Extracts").locator(".pane-header").click();
    assert.equal(await badge.count(), 0);
    shown.write(LOOSE_FILE, shown.text(LOOSE_FILE) + LOOSE_TEXT);
    await badge.waitFor();
    assert.equal(await badge.innerText(), "1");
    await shown.row("Sources and Extracts", "Unlinked").waitFor();
    await shown.row("Sources and Extracts", LOOSE).waitFor();
    await shown.unfold(shown.row("Sources and Extracts", "pellow2016"));
    for (const theme of ["light", "dark"] as const) {
      await shown.theme(theme);
      await shown.picture(`loose-${theme}`, { x: 0, y: 0, width: WIDE + 4, height: 800 });
    }
    await shown.theme("light");
  });

  it("keep every row below its own parent while files change", async () => {
    const rows = await shown.pane("Configurations").locator(".monaco-list-row").allInnerTexts();
    const text = shown.text(LOOSE_FILE);
    for (const word of ["one", "two", "three"]) {
      shown.write(LOOSE_FILE, text.replace("The rail", `The ${word}`));
      await shown.page.waitForTimeout(120);
    }
    await shown.row("Sources and Extracts", LOOSE).filter({ hasText: "The three" }).waitFor();
    assert.deepEqual(await shown.pane("Configurations").locator(".monaco-list-row").allInnerTexts(), rows);
  });

  it("show only what has the words of a filter, and say what can be done when nothing has them", async () => {
    await shown.command("CMOC: Filter Configurations");
    await shown.type("verdict");
    await shown.row("Configurations", "EX5").waitFor({ state: "detached" });
    await shown.row("Configurations", "EX4").waitFor();
    await shown.picture("filter-light");
    await shown.command("CMOC: Filter Configurations");
    await shown.type("zebra");
    await shown.pane("Configurations").getByText("No configuration has these words.").waitFor();
    await shown.pane("Configurations").getByRole("button", { name: "Clear the Filter" }).click();
    await shown.row("Configurations", "EX5").waitFor();
  });

  it("show the codes and where they are used", async () => {
    await shown.pane("Sources and Extracts").locator(".pane-header").click();
    await shown.pane("Codebook").locator(".pane-header").click();
    const code = shown.row("Codebook", "belonging");
    await shown.unfold(code);
    await shown.row("Codebook", "being-missed").waitFor();
    await shown.picture("codebook-light");
  });
});
