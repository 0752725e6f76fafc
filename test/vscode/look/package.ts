import { assert } from "chai";
import { INVENTED, PUBLISHED, Workbench } from "./workbench.ts";

describe("the package, installed into a clean VS Code", () => {
  let shown: Workbench | undefined;

  afterEach(async function () {
    await shown?.keep(this.currentTest);
    await shown?.close();
    shown = undefined;
  });

  it("shows the tree of the invented example", async () => {
    shown = await Workbench.open(INVENTED, "light");
    await shown.read();
    assert.match(await shown.status.innerText(), /12 configurations, 0 unlinked extracts/);
    assert.notInclude(await shown.page.title(), "Extension Development Host");
    await shown.showViews();
    await shown.row("Configurations", "EX4, The word is heard as a verdict").waitFor();
    await shown.row("Sources and Extracts", "hallam2019, Whose house is it?").waitFor();
  });

  it("shows the published review, what a check finds in it, and its highlighting", async () => {
    shown = await Workbench.open(PUBLISHED, "dark");
    await shown.read();
    await shown.file("theory/trust.md");
    await shown.showViews();
    await shown.row("Configurations", "TR2, Constructive conflict resolution builds trust").waitFor();
    await shown.words("C").first().waitFor();
    await shown.command("View: Toggle Problems");
    await shown.page
      .locator(".markers-panel .monaco-list-row", { hasText: "@adedoyin is included and gives no extract" })
      .first()
      .waitFor();
    await shown.picture("published-dark");
  });
});
