import { assert } from "chai";
import { INVENTED, SMALL, Workbench } from "./workbench.ts";

const THEMES = ["light", "dark", "hc-light", "hc-dark"] as const;
const FILE = "theory/confidence.md";
const CELLS = [
  ["CMOC", "Context", "Mechanism", "Outcome"],
  ["CMOC1", "stairs are lit", "people trust their feet", "they go out after dark"],
  ["CMOC2", "a rail is fitted unasked", "people feel spoken over", "the rail is hung with coats"],
];
const PLAIN = `${CELLS.map((row) => `| ${row.join(" | ")} |`)
  .join("\n")
  .replace("\n", "\n| --- | --- | --- | --- |\n")}\n`;
const HTML = `<meta charset="utf-8"><table class="MsoTableGrid">${CELLS.map(
  (row) => `<tr>${row.map((cell) => `<td><p class="MsoNormal">${cell}</p></td>`).join("")}</tr>`,
).join("")}</table>`;

describe("a table that a journal printed", () => {
  let shown: Workbench;

  before(async () => {
    shown = await Workbench.open(INVENTED, "light", { size: SMALL });
    await shown.read();
    await shown.widen(300);
  });

  afterEach(async function () {
    await shown.keep(this.currentTest);
  });

  after(() => shown.close());

  const copied = async (): Promise<void> => {
    await shown.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await shown.page.evaluate(
      async ([html = "", plain = ""]) => {
        const item = {
          "text/html": new Blob([html], { type: "text/html" }),
          "text/plain": new Blob([plain], { type: "text/plain" }),
        };
        await navigator.clipboard.write([new ClipboardItem(item)]);
      },
      [HTML, PLAIN],
    );
  };
  const toTheEnd = async (): Promise<void> => {
    await shown.file(FILE);
    await shown.page.keyboard.press("Control+End");
    await shown.page.keyboard.press("Enter");
    await shown.page.keyboard.press("Enter");
  };

  it("is pasted as it is, and offered as configurations beside that, in every theme", async () => {
    await toTheEnd();
    await copied();
    await shown.page.keyboard.press("Control+V");
    await shown.line("stairs are lit").waitFor();
    const widget = shown.page.locator(".post-edit-widget");
    await widget.waitFor();
    for (const theme of THEMES) {
      await shown.theme(theme);
      await shown.offered("Paste as 2 Configurations (Fields)");
      const menu = shown.page.locator(".action-widget .monaco-list-row");
      assert.include(await menu.first().innerText(), "Plain Text");
      await shown.pictureAsIs(`paste-${theme}`);
      await shown.page.keyboard.press("Escape");
      await shown.page.waitForTimeout(300);
    }
    await shown.theme("light");
    await (await shown.offered("(Fields)")).click();
    await shown.line("people feel spoken over").waitFor();
    await shown.pictureAsIs("pasted-configurations-light");
    await shown.page.keyboard.press("Control+Z");
    await shown.line("people feel spoken over").waitFor({ state: "detached" });
  });

  it("is pasted as configurations by a key, in the spelling that is chosen", async () => {
    await copied();
    await shown.line("somebody").first().click();
    await shown.page.keyboard.press("Control+End");
    await shown.page.keyboard.press("Control+K");
    await shown.page.keyboard.press("a");
    await shown.choose("Paste as 2 Configurations (Fields)");
    await shown.line("people feel spoken over").waitFor();
    await shown.page.keyboard.press("Control+Z");
    await shown.line("people feel spoken over").waitFor({ state: "detached" });
  });

  it("has its evidence dragged to it from the view: a row becomes a reference", async () => {
    await shown.top("Sources and Extracts");
    const row = shown.row("Sources and Extracts", "hallam2019");
    await shown.unfold(row);
    await shown.drag(shown.row("Sources and Extracts", "hallam2019#e1"), shown.line("walk further from the door"));
    await shown.line("[@hallam2019#e1]").waitFor();
    await shown.pictureAsIs("dragged-reference-light");
  });
});
