import { assert } from "chai";
import { INVENTED, SMALL, Workbench } from "./workbench.ts";

describe("first steps", () => {
  let shown: Workbench;

  before(async () => {
    shown = await Workbench.open({ "notes.md": "# Notes\n" }, "light");
  });

  afterEach(async function () {
    await shown.keep(this.currentTest);
  });

  after(() => shown.close());

  it("begin in a folder that is no review: what to do, in a line and two buttons", async () => {
    await shown.showViews();
    const pane = shown.pane("Configurations");
    await pane.getByText("No review here. Create one, or open the example.").waitFor();
    await pane.getByRole("button", { name: "New Review" }).waitFor();
    await pane.getByRole("button", { name: "Open the Example" }).waitFor();
    for (const theme of ["light", "dark", "hc-dark"] as const) {
      await shown.theme(theme);
      await shown.picture(`empty-${theme}`);
    }
    await shown.theme("light");
  });

  it("are six, in a walkthrough that shows each", async () => {
    await shown.command("Welcome: Open Walkthrough...");
    await shown.choose("First Steps with a Realist Review");
    const steps = shown.page.locator(".getting-started-step");
    await steps.first().waitFor();
    assert.equal(await steps.count(), 6);
    await shown.page.keyboard.press("Control+B");
    for (const theme of ["light", "dark"] as const) {
      await shown.theme(theme);
      for (let step = 0; step < 6; step++) {
        await steps.nth(step).click();
        await shown.page.waitForTimeout(500);
        await shown.picture(`walkthrough-${step + 1}-${theme}`);
      }
    }
    await shown.theme("light");
    await shown.page.keyboard.press("Control+B");
  });

  it("lead from the first button to the tree of the example", async () => {
    await shown.page.locator(".getting-started-step").first().click();
    await shown.page.getByRole("button", { name: "Open the Example" }).last().click();
    const input = shown.page.locator(".quick-input-widget input").first();
    await input.waitFor();
    // The dialog writes a path of its own when it is ready, and shows what the folder holds once it took another in.
    await shown.until(
      async () => {
        await input.fill(`${shown.home}/`);
        await shown.page.waitForTimeout(1000);
        return shown.page.locator(".quick-input-list .monaco-list-row", { hasText: "notes" }).count();
      },
      (count) => count > 0,
    );
    await shown.page.getByRole("button", { name: "Copy the Example Here" }).click();
    await shown.page.waitForURL(new RegExp(`${INVENTED}$`));
    await shown.read();
    await shown.row("Configurations", "EX4, The word is heard as a verdict").waitFor();
    await shown.page.setViewportSize(SMALL);
    await shown.file("theory/exercise-groups.md");
    await shown.widen(400);
    for (const theme of ["light", "dark"] as const) {
      await shown.theme(theme);
      await shown.picture(`example-${theme}`);
    }
    await shown.theme("light");
  });

  it("lead on: every command is found by one word", async () => {
    await shown.page.keyboard.press("F1");
    const input = shown.page.locator(".quick-input-widget input").first();
    await input.waitFor();
    await input.fill(">CMOC: ");
    const rows = shown.page.locator(".quick-input-list .monaco-list-row");
    await rows.filter({ hasText: "CMOC: Add a Bibliography or Full Text" }).first().waitFor();
    assert.ok((await rows.count()) > 8);
    await shown.pictureAsIs("commands-light");
    await shown.page.keyboard.press("Escape");
  });
});
