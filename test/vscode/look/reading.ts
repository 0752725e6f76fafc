/** How far the reading of sources has come, in the tree and the status bar, beside what each source added. */
import { assert } from "chai";
import type { FrameLocator } from "playwright-core";
import { INVENTED, Workbench } from "./workbench.ts";

/** How far the stroke of an element stands out from the page, after WCAG 2. */
function contrastOf(element: Element): number {
  const light = (color: string): number => {
    const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const page = getComputedStyle(document.documentElement).getPropertyValue("--vscode-editor-background");
  const probe = document.createElement("i");
  probe.style.color = page;
  document.body.append(probe);
  const one = light(getComputedStyle(probe).color);
  probe.remove();
  const other = light(getComputedStyle(element).stroke);
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

describe("reading and saturation", () => {
  let shown: Workbench;

  before(async () => {
    shown = await Workbench.open(INVENTED, "light");
    await shown.read();
  });

  afterEach(async function () {
    await shown.keep(this.currentTest);
  });

  after(() => shown.close());

  it("are seen in light, dark and high contrast", async () => {
    const { page } = shown;
    await page.locator(".statusbar-item", { hasText: "4 of 6 sources read" }).waitFor();
    await shown.command("CMOC: Group Sources");
    await shown.choose("By state of reading");
    await page.locator(".monaco-list-row", { hasText: "Being coded" }).first().waitFor();
    await shown.command("CMOC: Saturation");
    const outer: FrameLocator = page.frameLocator("iframe.webview.ready >> visible=true");
    const inner = outer.frameLocator("#active-frame");
    await inner.getByRole("img", { name: "Codes and configurations in all, by source" }).waitFor();
    assert.equal(await inner.locator("tbody tr").count(), 6);
    assert.equal(await inner.getByRole("rowheader").first().innerText(), "obi2014");
    for (const theme of ["light", "dark", "hc-dark", "hc-light"] as const) {
      await shown.theme(theme);
      await page.waitForTimeout(500);
      await shown.picture(`saturation-${theme}`);
      for (const line of ["codes", "configurations"])
        assert.isAtLeast(await inner.locator(`path.${line}`).first().evaluate(contrastOf), 3, `${line}, ${theme}`);
    }
    await inner.getByRole("link", { name: "pellow2016" }).press("Enter");
    await page.locator(".tab", { hasText: "pellow2016" }).first().waitFor();
  });
});
