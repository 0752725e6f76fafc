import type { FrameLocator, Locator } from "playwright-core";
import { INVENTED, Workbench } from "./workbench.ts";

const SIZE = { width: 1440, height: 900 };

describe("VS Code's preview of a review", () => {
  let shown: Workbench;

  before(async () => {
    shown = await Workbench.open(INVENTED, "light", { size: SIZE });
    await shown.read();
  });

  afterEach(async function () {
    await shown.keep(this.currentTest);
  });

  after(() => shown.close());

  /** The document in the preview that is shown: a frame in a frame. */
  const inPreview = (words: string): Locator => {
    const outer: FrameLocator = shown.page.frameLocator("iframe.webview.ready >> visible=true");
    return outer.frameLocator("iframe#active-frame").locator("body", { hasText: words });
  };
  const beside = async (path: string, line: number, words: string): Promise<Locator> => {
    await shown.file(path, line);
    await shown.command("Markdown: Open Preview to the Side");
    const body = inPreview(words);
    await body.locator(".cmoc-record").first().waitFor();
    return body;
  };
  const pictures = async (name: string): Promise<void> => {
    for (const theme of ["light", "dark", "hc-dark", "hc-light"] as const) {
      await shown.theme(theme);
      await shown.picture(`${name}-${theme}`);
    }
    await shown.theme("light");
  };

  it("has configurations as cards, and goes to the record that a reference names", async () => {
    await shown.page.keyboard.press("Control+B");
    const theory = await beside("theory/exercise-groups.md", 6, "Being missed brings people back");
    await theory.locator(".cmoc-card").first().waitFor();
    // The letters have the colours of the editor. VS Code may take the frame away and make it anew while it is asked.
    const letter = theory.locator(".cmoc-role.cmoc-C").first();
    await shown.until(
      () => letter.evaluate((element) => getComputedStyle(element).color).catch(() => ""),
      (colour) => colour === "rgb(0, 96, 168)",
    );
    await pictures("preview-cards");
    await theory.locator(".cmoc-evidence a.cmoc-ref", { hasText: "@tremlett2018#e3" }).first().click();
    const extract = inPreview("Tremlett 2018 (invented)");
    await extract.locator(".cmoc-is-extract").first().waitFor();
    // It is scrolled to the record, not to the beginning of its file.
    await shown.until(
      () =>
        extract
          .locator(".cmoc-is-extract")
          .evaluateAll((all) => {
            const at = all.find((each) => each.textContent?.includes("Extract e3"));
            return at ? at.getBoundingClientRect().top : Number.NaN;
          })
          .catch(() => Number.NaN),
      (top) => top > -80 && top < 400,
    );
    await pictures("preview-extract");
  });
});
