/** Coded words as they are seen: overlapping, of two coders, told of, explained. */
import { assert } from "chai";
import { THEMES } from "./stage.ts";
import { Workbench } from "./workbench.ts";

const QUOTE = `> Partners that had succeeded together before were quick to trust one another, and
> with trust they shared plans early, spent less on contracts and met more often,
> whatever their directors had agreed on paper.`;

const FILES = {
  "review.yaml": "cmoc: 1\nconfiguration: CIMO\ncoders: { JA: first coder, RM: second coder }\n",
  "okafor.md": `---
citekey: okafor2014
title: Working together again
---

## Extract e1

${QUOTE}

- at: p. 412
- C shared-history: "Partners that had succeeded together before"
- M trust: "quick to trust one another, and with trust they shared plans early"
- O openness: "shared plans early, spent less on contracts" (RM)
- I contracts: "plans early, spent less on contracts and met more often" (RM)
- code paper: "agreed on paper"
- O meetings: "met more often"
- supports: TR3 (C, M)
- refutes: TR1 — here history was contested
- coder: JA

## Extract e2

> Mandated partners relied on their contracts.

- at: p. 413
- C mandate: "Mandated partners"
- M confidence:
- supports: TR1
- coder: RM

## Extract e3

> Nobody spoke of what had gone wrong.

- at: p. 413
- C silence:
- C long-past:
- coder: JA

## Extract e4

> Trust was spoken of at every meeting, and by the second winter the minutes had stopped recording who had asked for what. Nobody missed them.

- at: p. 414
- C meetings:
- M trust:
- O minutes: "the minutes had stopped recording"
- coder: JA

## Extract e5

> The towns went on as they were.

- at: p. 414
- parked: later
- coder: JA
`,
  "theory.md":
    "## CMOC TR1: Contracts stand in for trust\n\n- C: a mandate\n\n## CMOC TR3: Earlier success builds initial trust\n\n- C: shared history\n\n## Code shared-history: Partners have worked together before\n\n- role: C\n",
};

const TEXT = `<h1>Working together again</h1>
<p>In two of the four towns the ground was laid long before. Partners that had succeeded together before were quick to trust one another, and with trust they shared plans early,
spent less on contracts and met more often, whatever their directors had agreed on paper.</p>
<h2>Mandates</h2>
<p>Elsewhere it was otherwise. Mandated partners relied on their contracts. Nobody spoke of what had gone wrong.</p>
<h2>Meetings</h2>
<p>It is told otherwise by those who were there in the first year. Trust was spoken of at every meeting, and by the second winter the minutes had stopped recording who had asked for what. Nobody missed them. The towns went on as they were.</p>
`;

/** The rows of the editor whose words reach under what stands beside them. */
function beyond({ page }: Workbench): Promise<readonly string[]> {
  return page.locator(".part.editor .monaco-editor").evaluateAll((editors) =>
    editors.flatMap((editor) => {
      const map = editor.querySelector(".minimap")?.getBoundingClientRect().left ?? Number.POSITIVE_INFINITY;
      return [...editor.querySelectorAll(".view-line > span")]
        .filter((row) => row.getBoundingClientRect().right > map)
        .map((row) => row.textContent ?? "");
    }),
  );
}

/** Of each row with something in the margin how many pictures lie there, one over the other. */
function margins({ page }: Workbench): Promise<readonly number[]> {
  return page
    .locator(".part.editor .glyph-margin-widgets .cgmr")
    .evaluateAll((rows) =>
      rows.map((row) => getComputedStyle(row).backgroundImage.match(/url\("data:image\/svg/g)?.length ?? 0),
    );
}

describe("stripes", () => {
  let shown: Workbench;

  before(async () => {
    shown = await Workbench.open(FILES, "light");
    shown.write("texts/okafor2014.html", TEXT);
    await shown.read();
    await shown.file("okafor.md", 8);
    await shown.line("Partners that had").locator("span[class*='ced-']").first().waitFor();
  });

  afterEach(async function () {
    await shown.keep(this.currentTest);
  });

  after(() => shown.close());

  it("are told apart in every theme, and say what they are", async () => {
    for (const theme of THEMES) {
      await shown.theme(theme);
      await shown.page.waitForTimeout(400);
      await shown.picture(`stripes-${theme}`);
    }
    await shown.theme("hc-light");
    const words = shown.line("Partners that had").locator("span span", { hasText: "quick" }).first();
    await shown.told(words, "Mechanism trust");
    await shown.pictureAsIs("stripes-hover-hc-light");
    await shown.page.keyboard.press("Control+k");
    await shown.page.keyboard.press("q");
    await shown.page.locator('.tab.active[data-resource-name="okafor2014.full-text"]').waitFor();
    await shown.line("the ground was laid").locator("span[class*='ced-']").first().waitFor();
    await shown.page.keyboard.press("Control+Home");
    // A bar, and the letters of two roles that one row has.
    assert.include(await margins(shown), 3);
    assert.deepEqual(await beyond(shown), [], "words that initials push out of the window");
    for (const theme of THEMES) {
      await shown.theme(theme);
      await shown.page.waitForTimeout(400);
      await shown.picture(`stripes-text-${theme}`);
    }
    await shown.theme("light");
    await shown.command("CMOC: Show Legend of Stripes");
    await shown.page.locator(".quick-input-list .monaco-list-row", { hasText: "double line" }).waitFor();
    await shown.pictureAsIs("stripes-legend-light");
    await shown.page.keyboard.press("Escape");
  });
});
