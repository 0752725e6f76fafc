/** What is said of quotations, and mended; a source that is appraised; highlights that are imported. */
import { assert } from "chai";
import { INVENTED, Workbench } from "./workbench.ts";

const FILE = "sources/quillan2017.md";
const NOTES = "notes/annotations.md";
const HIGHLIGHTS = `# Annotations

“We asked not what had prevented people from attending” ([Pellow and Adeyemi, 2016, p. 32](zotero://select/library/items/A)) ([pdf](zotero://open-pdf/library/items/B?page=2&annotation=AAAAAAA1)) the right question

“Refusal was hardly ever spoken, so it cannot be counted” ([Pellow and Adeyemi, 2016, p. 37](zotero://select/library/items/A)) ([pdf](zotero://open-pdf/library/items/B?page=7&annotation=AAAAAAA2))
`;

describe("what is said of quotations, of sources and of highlights", () => {
  let shown: Workbench;
  /** The text of the source's file, with a word, a page, a whole quotation that are wrong, and a page that is missing. */
  let wrong = "";

  before(async () => {
    shown = await Workbench.open(INVENTED, "light");
    wrong = shown
      .text(FILE)
      .replace("an absence was remarked on within", "an absence was noticed within")
      .replace("began again.\n\n- at: p. 3", "began again.\n\n- at: p. 2")
      .replace(/> The first mailing[^\n]*/, "> Nobody who had been asked to the harbour ever thought of boats.")
      .replace("taken it up again.\n\n- at: p. 3\n", "taken it up again.\n\n");
    shown.write(FILE, wrong);
    shown.write(NOTES, HIGHLIGHTS);
    await shown.read();
  });

  afterEach(async function () {
    await shown.keep(this.currentTest);
  });

  after(() => shown.close());

  const lineOf = (words: string): number => wrong.slice(0, wrong.indexOf(words)).split("\n").length;
  const squiggle = (level: string) => shown.page.locator(`.monaco-editor .squiggly-${level}`).first();

  it("quotations that are near, moved and not found stand among the problems, each with its quick fix", async () => {
    await shown.file(FILE, lineOf("noticed within"));
    await shown.page.keyboard.press("Control+Shift+m");
    const panel = shown.page.locator(".markers-panel .monaco-list-row");
    for (const words of [
      "The source of @quillan2017#e1 has other words",
      "stand on page 3, and not at “p. 2”",
      "are not in the text of its source",
    ])
      await panel.filter({ hasText: words }).first().waitFor();
    await shown.picture("quote-problems-light");
    await shown.page.keyboard.press("Control+Shift+m");
    await panel.first().waitFor({ state: "detached" });
    await shown.file(FILE, lineOf("noticed within"));
    await squiggle("info").waitFor();
    const near = await shown.offered("Use the source’s words");
    await shown.pictureAsIs("quote-near-light");
    await near.click();
    await shown.line("remarked on").waitFor();
    await shown.file(FILE, lineOf("began again.") + 2);
    const moved = await shown.offered("Correct it to “p. 3”");
    await shown.pictureAsIs("quote-moved-light");
    await moved.click();
    await shown.line("- at: p. 3").waitFor();
    await shown.file(FILE, lineOf("Nobody who had been asked"));
    await squiggle("error").waitFor();
    const words = shown.line("Nobody who had been asked").locator("span span").first();
    await shown.told(words, "are not in the text of its source");
    await shown.pictureAsIs("quote-not-found-light");
  });

  it("the page of an extract that names none is filled in", async () => {
    await shown.file(FILE, lineOf("> From the tenth week"));
    await shown.command("CMOC: Fill in the Page");
    await shown.until(
      async () => shown.text(FILE),
      (text) => text.includes("taken it up again.\n\n- at: p. 3\n"),
    );
    await shown.pictureAsIs("page-filled-light");
  });

  it("a source is appraised over the scales of the review, with a reason", async () => {
    await shown.file("sources/tremlett2018.md");
    await shown.command("CMOC: Appraise Source");
    await shown.choice("The Consensus").waitFor();
    await shown.choose("The Consensus");
    await shown.choice("moderate").waitFor();
    await shown.pictureAsIs("appraise-step-light");
    await shown.choose("low");
    await shown.choice("thick").waitFor();
    await shown.choose("thick");
    await shown.list.locator('input[placeholder*="rigour"]').waitFor();
    await shown.choose("moderate");
    await shown.choice("Why relevance is low").waitFor();
    await shown.pictureAsIs("appraise-reasons-light");
    await shown.choose("Why relevance is low");
    await shown.list.locator(".quick-input-message", { hasText: "Why is its relevance low?" }).waitFor();
    await shown.type("one town");
    await shown.choice("Write It").waitFor();
    await shown.choose("Write It");
    await shown.until(
      async () => shown.text("sources/tremlett2018.md"),
      (text) =>
        /^relevance: low.*one town/m.test(text) && /^richness: thick$/m.test(text) && /^rigour: moderate$/m.test(text),
    );
  });

  it("highlights of another program become extracts, and what was done is said", async () => {
    await shown.file(NOTES);
    await shown.command("CMOC: Import Annotations");
    await shown.choice("annotations.md").waitFor();
    await shown.pictureAsIs("import-asked-light");
    await shown.choose("annotations.md");
    await shown.until(
      async () => shown.text("sources/pellow2016.md"),
      (text) =>
        text.includes("> We asked not what had prevented people from attending\n") &&
        text.includes("- annotation: zotero AAAAAAA1\n") &&
        text.includes("- note: the right question\n"),
    );
    // A notice goes after a while, to where all of them are.
    await shown.command("Notifications: Show Notifications");
    const notice = shown.page.locator(".notification-list-item-message", { hasText: "2 extracts added" }).first();
    await notice.waitFor();
    await shown.pictureAsIs("import-told-light");
    assert.include((await notice.innerText()).replaceAll("\u00a0", " "), "@pellow2016: 2 extracts added (e7–e8).");
  });
});
