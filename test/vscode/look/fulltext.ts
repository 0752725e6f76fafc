import { assert } from "chai";
import type { Theme } from "./stage.ts";
import { INVENTED, Workbench } from "./workbench.ts";

const FILE = "sources/quillan2017.md";
const TAB = "quillan2017.full-text";
const SEEN: readonly Theme[] = ["light", "dark", "hc-dark"];

describe("the full text of a source", () => {
  let shown: Workbench;

  before(async () => {
    shown = await Workbench.open(INVENTED, "light");
    await shown.read();
    const changed = shown.text(FILE).replace("an absence was remarked on within", "an absence was noticed within");
    shown.write(FILE, changed);
    await shown.file(FILE, 22);
    await shown.line("noticed").waitFor();
  });

  afterEach(async function () {
    await shown.keep(this.currentTest);
  });

  after(() => shown.close());

  const outlined = () => shown.page.locator(".outline-pane .monaco-list-row", { hasText: "Page 2" }).first();

  it("is told of under the pointer, gone to, outlined, and there again in a window that is loaded again", async () => {
    const words = shown.line("noticed").locator("span span", { hasText: "noticed" }).first();
    const card = await shown.told(words, "remarked on");
    assert.include((await card.innerText()).replaceAll("\u00a0", " "), "the source has other words");
    await shown.pictureAsIs("fulltext-hover-light");
    await shown.page.keyboard.press("Control+k");
    await shown.page.keyboard.press("q");
    await shown.page.locator(`.tab.active[data-resource-name="${TAB}"]`).waitFor();
    await shown.line("Of the 96 people").waitFor();
    await shown.command("Explorer: Focus on Outline View");
    await outlined().waitFor();
    for (const theme of SEEN) {
      await shown.theme(theme);
      await shown.picture(`fulltext-${theme}`);
    }
    await shown.page.reload();
    await shown.page.locator(`.tab.active[data-resource-name="${TAB}"]`).waitFor();
    await shown.line("Of the 96 people").waitFor();
    await outlined().waitFor();
  });
});
