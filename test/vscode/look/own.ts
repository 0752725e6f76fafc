import { SMALL, Workbench } from "./workbench.ts";

describe("a review of one's own", () => {
  let shown: Workbench;

  before(async () => {
    shown = await Workbench.open({ ".keep": "" }, "light", { size: SMALL });
  });

  afterEach(async function () {
    await shown.keep(this.currentTest);
  });

  after(() => shown.close());

  it("is made in an empty folder by one button", async () => {
    await shown.showViews();
    await shown.pane("Configurations").getByRole("button", { name: "New Review" }).click();
    await shown.page.locator('.tab.active[data-resource-name="trust.md"]').waitFor();
    await shown.read();
    await shown.widen(440);
    const row = shown.row("Configurations", "CMOC1");
    await shown.unfold(row);
    await shown.row("Configurations", "Context, partners have worked").waitFor();
    for (const theme of ["light", "dark"] as const) {
      await shown.theme(theme);
      await shown.picture(`own-${theme}`);
    }
    await shown.theme("light");
  });
});
