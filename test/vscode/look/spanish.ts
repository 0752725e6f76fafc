import { assert } from "chai";
import { LOOSE_FILE, LOOSE_TEXT } from "./loose.ts";
import { INVENTED, Workbench } from "./workbench.ts";

const [ICON, CONFIGURATIONS] = ["Revisión realista", "Configuraciones"] as const;

describe("in Spanish", () => {
  let shown: Workbench;

  before(async () => {
    shown = await Workbench.open(INVENTED, "light", { language: "es" });
    await shown.showViews(ICON, CONFIGURATIONS);
    await shown.status.waitFor();
  });

  afterEach(async function () {
    await shown.keep(this.currentTest);
  });

  after(() => shown.close());

  it("the rows of a review say how much evidence there is, and so does the status bar", async () => {
    const configuration = shown.row(CONFIGURATIONS, "EX4, The word is heard as a verdict");
    await configuration.waitFor();
    assert.match(
      (await configuration.getAttribute("aria-label")) ?? "",
      /3 extractos respaldan, 1 refuta, de 4 fuentes/,
    );
    assert.match(await shown.status.innerText(), /: 12 configuraciones, 0 extractos sin vincular/);
    await shown.pane("Fuentes y extractos").locator(".pane-header").click();
    await shown.widen(420);
    await shown.unfold(configuration);
    await shown.unfold(shown.row(CONFIGURATIONS, "Evidencia"));
    await shown.picture("spanish-tree");
  });

  it("problems and quick fixes are told", async () => {
    shown.write(LOOSE_FILE, shown.text(LOOSE_FILE) + LOOSE_TEXT);
    await shown.file(LOOSE_FILE, shown.text(LOOSE_FILE).split("\n").length - 4);
    await shown.page.keyboard.press("Control+Shift+M");
    const told = "no se vincula con ninguna configuración. Vincularlo o ponerlo en espera con un motivo.";
    const problem = shown.page.locator(".markers-panel .monaco-list-row", { hasText: told });
    await problem.waitFor();
    await problem.dblclick();
    await shown.page.waitForTimeout(500);
    await shown.offered("Poner en espera con un motivo …");
    await shown.pictureAsIs("spanish-problems");
    await shown.page.keyboard.press("Escape");
    await shown.page.keyboard.press("Control+Shift+M");
  });

  it("a word of the language is explained under the pointer", async () => {
    await shown.file("theory/exercise-groups.md", 42);
    await shown.page.waitForTimeout(1000);
    await shown.told(shown.words("M").first(), "Cómo responden las personas");
    await shown.pictureAsIs("spanish-hover");
  });

  it("commands and the walkthrough have Spanish titles", async () => {
    await shown.page.keyboard.press("F1");
    const input = shown.page.locator(".quick-input-widget input").first();
    await input.waitFor();
    // Of many commands the list holds those that are seen.
    await input.fill(">CMOC: Vincular");
    await shown.page.locator(".quick-input-list .monaco-list-row", { hasText: "Vincular extracto" }).first().waitFor();
    await input.fill(">CMOC: ");
    await shown.page.locator(".quick-input-list .monaco-list-row", { hasText: "CMOC: " }).nth(4).waitFor();
    const titles = await shown.page.locator(".quick-input-list .monaco-list-row").allInnerTexts();
    assert.deepEqual(
      titles.filter(
        (title) => /CMOC/.test(title) && /\b(?:the|New|Extract|Review|Filter)\b/.test(title.replace(/\n[\s\S]*/, "")),
      ),
      [],
    );
    await shown.pictureAsIs("spanish-commands");
    await shown.page.keyboard.press("Escape");
    await shown.command("Welcome: Open Walkthrough...");
    await shown.choose("Primeros pasos con una revisión realista");
    const steps = shown.page.locator(".getting-started-step");
    await steps.first().waitFor();
    await steps.nth(2).click();
    await shown.picture("spanish-walkthrough");
  });
});
