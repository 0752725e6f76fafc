import { assert } from "chai";
import { THEMES } from "./stage.ts";
import { INVENTED, Workbench } from "./workbench.ts";

describe("lines over records and titles beside ids", () => {
  let shown: Workbench;

  before(async () => {
    shown = await Workbench.open(INVENTED, "light");
    await shown.read();
    await shown.file("theory/exercise-groups.md", 1);
    await shown.page.locator(".codelens-decoration", { hasText: "support" }).first().waitFor();
    await shown.line("leads to: CF2").waitFor();
  });

  afterEach(async function () {
    await shown.keep(this.currentTest);
  });

  after(() => shown.close());

  it("are seen in every theme, and say what the review holds", async () => {
    const lens = shown.page.locator(".codelens-decoration").first();
    assert.equal((await lens.innerText()).replaceAll("\u00a0", " "), "4 support · 4 sources");
    await shown.until(
      () => shown.line("leads to: CF2").innerText(),
      (words) => /CF2.+\p{L}{3}/su.test(words),
    );
    for (const theme of THEMES) {
      await shown.theme(theme);
      await shown.picture(`beside-${theme}`);
    }
  });

  it("lead to the evidence, and show the card of what a title tells of", async () => {
    await shown.theme("hc-dark");
    const id = shown.page.locator(".monaco-editor .view-line span span", { hasText: "CF2" }).first();
    const card = await shown.told(id, "CF2");
    await shown.pictureAsIs("beside-card-hc-dark");
    await shown.page.mouse.move(120, 16);
    await card.waitFor({ state: "detached" });
    const hint = shown.line("leads to: CF2").locator("span span").last();
    await shown.told(hint, "theme");
    await shown.pictureAsIs("beside-hint-hc-dark");
    await shown.theme("light");
    const lens = shown.page.locator(".codelens-decoration a", { hasText: "4 support" }).first();
    await shown.raise(() => lens.click(), shown.page.locator(".peekview-widget .monaco-list-row").first());
    await shown.page.waitForTimeout(800);
    await shown.picture("beside-peek-light");
    await shown.page.keyboard.press("Escape");
  });

  it("stand over extracts and the file of a source", async () => {
    await shown.file("sources/tremlett2018.md", 1);
    await shown.page.locator(".codelens-decoration", { hasText: "extracts" }).first().waitFor();
    await shown.page.locator(".codelens-decoration", { hasText: "bears on" }).first().waitFor();
    await shown.picture("beside-source-light");
    await shown.file("review.yaml", 1);
    await shown.page.keyboard.press("Control+End");
    await shown.page.keyboard.type("\nde");
    await shown.line("de").waitFor();
    await shown.completed("decisions");
    await shown.picture("beside-manifest-light");
  });
});
