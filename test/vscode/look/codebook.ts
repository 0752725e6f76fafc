import { INVENTED, Workbench } from "./workbench.ts";

describe("the page of the codebook", () => {
  let shown: Workbench;

  before(async () => {
    shown = await Workbench.open(INVENTED, "light", { size: { width: 1280, height: 900 } });
    await shown.read();
  });

  afterEach(async function () {
    await shown.keep(this.currentTest);
  });

  after(() => shown.close());

  it("is shown in each theme with the colours of roles, and leads to the text of a code", async () => {
    await shown.command("CMOC: Open Codebook Page");
    const page = shown.page.frameLocator("iframe.webview.ready >> visible=true").frameLocator("iframe#active-frame");
    await page.locator("article", { hasText: "being-missed" }).first().waitFor();
    for (const [theme, colour] of [
      ["dark", "rgb(255, 138, 122)"],
      ["hc-dark", "rgb(255, 158, 143)"],
      ["hc-light", "rgb(143, 29, 22)"],
      ["light", "rgb(179, 38, 30)"],
    ] as const) {
      await shown.theme(theme);
      const letter = page.locator(".role.M").first();
      await shown.until(
        () => letter.evaluate((element) => getComputedStyle(element).color).catch(() => ""),
        (seen) => seen === colour,
      );
      await shown.picture(`codebook-page-${theme}`);
    }
    await page.locator("#codes").scrollIntoViewIfNeeded();
    await shown.picture("codebook-page-codes");
    await page.locator(".matrix").scrollIntoViewIfNeeded();
    await shown.picture("codebook-page-pairs");
    await page.locator("article h3 a", { hasText: "being-missed" }).click();
    await shown.line("Code being-missed").waitFor();
  });
});
