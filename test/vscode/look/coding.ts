/** A person codes ten passages of a full text and links them: with the keyboard alone, and with the mouse alone. */
import { assert } from "chai";
import { ByKeyboard } from "./by-keyboard.ts";
import { ByMouse } from "./by-mouse.ts";
import { askForProof, assertProven, type Choices, type Coded, extractOf, goOn } from "./coded.ts";
import { BY_KEYBOARD, BY_MOUSE } from "./passages.ts";
import type { Theme } from "./stage.ts";
import { INVENTED, Workbench } from "./workbench.ts";

const SEEN: readonly Theme[] = ["light", "dark", "hc-dark"];
/** For a run of ten passages, on a machine that does other things as well. */
const LIMIT_MS = 400_000;
/** Of the example. */
const EXTRACTS = 30;
/** Of each of the two sources. */
const BEFORE = 6;

/** What the file of a source is to be when so many passages are coded. */
function written(before: string, coded: readonly Coded[], coder: string): string {
  return [before.trimEnd(), ...coded.map((each, at) => extractOf(each, `e${BEFORE + at + 1}`, coder).trimEnd())].join(
    "\n\n",
  );
}

/** Waits until the file is that, word for word. */
async function assertWritten(shown: Workbench, path: string, wanted: string): Promise<void> {
  await shown
    .until(
      async () => shown.text(path).trimEnd(),
      (text) => text === wanted,
    )
    .catch(() => assert.equal(shown.text(path).trimEnd(), wanted));
}

describe("coding from an open full text with the keyboard alone", () => {
  const [key, coder, path] = ["hallam2019", "PS", "sources/hallam2019.md"];
  let shown: Workbench;
  let by: ByKeyboard;

  before(async () => {
    shown = await Workbench.open(INVENTED, "light");
    askForProof(shown);
    await shown.read();
    by = new ByKeyboard(shown);
  });

  afterEach(async function () {
    await shown.keep(this.currentTest);
  });

  after(() => shown.close());

  const chooseCodes = async ({ codes }: Choices, pictures: boolean): Promise<void> => {
    const said: string[] = [];
    for (const { row, typed, said: own } of codes) {
      await by.asked("Choose a code");
      await by.type(typed ?? row);
      await by.walk(row);
      for (const theme of pictures && said.length === 0 ? SEEN : []) {
        await shown.theme(theme);
        await shown.picture(`coding-codes-${theme}`);
      }
      if (pictures && said.length === 0) await shown.theme("light");
      await by.press("Enter");
      said.push(own ?? row);
      await by.walk(goOn(said));
    }
    await by.press("Enter");
  };

  const chooseLinks = async ({ links }: Choices, pictures: boolean): Promise<void> => {
    for (const { id, stance, ticks } of links) {
      await by.asked("What does it bear on?");
      await by.take(id, id);
      await by.asked(`How does it bear on ${id}?`);
      await by.take(stance, stance);
      if (!ticks) continue;
      await by.asked("slots");
      if (ticks.length > 0) await by.tick(...ticks);
      if (pictures) await shown.picture("coding-slots-light");
      await by.press("Enter");
    }
    await by.walk("Go on with");
    await by.press("Enter");
  };

  it("writes ten extracts, linked, word for word and proven, and takes the last of them back", async function () {
    this.timeout(LIMIT_MS);
    const before = shown.text(path);
    await shown.file(path);
    await by.press("Control+k", "Shift+q");
    await shown.tab(`${key}.full-text`);
    await shown.focused();
    await shown.line("Whose house is it").waitFor();
    // Rows of the text are rows of its page where there is room for them.
    await by.press("Control+b");
    for (const [at, { select, choose, escapes }] of BY_KEYBOARD.entries()) {
      await select(by);
      if (escapes) {
        await by.press("Control+k", "k");
        await by.asked("Choose a code");
        await by.press("Escape");
        await shown.focused();
      }
      if (choose === "as before") await by.press("Control+k", "Shift+k");
      else await by.press("Control+k", "k");
      if (choose === "the same") {
        await by.asked("Choose a code");
        await by.walk("The same as before");
        if (at === 3) await shown.picture("coding-again-light");
        await by.press("Enter");
      } else if (choose !== "as before") {
        await chooseCodes(choose, at === 0);
        await chooseLinks(choose, at === 0);
        await by.asked("Type a note");
        if (choose.note !== undefined) await by.type(choose.note);
        await by.walk(choose.note ?? "No note");
        await by.press("Enter");
        if (at === 0) {
          await by.asked("Who are you?");
          await by.take(coder, coder);
        }
      }
      await shown.says(`${key}#e${BEFORE + at + 1}`);
    }
    // From the passage to its extract, and back.
    await by.press("Control+k", "q");
    await shown.tab(`${key}.md`);
    await by.press("Control+k", "q");
    await shown.tab(`${key}.full-text`);
    await shown.focused();
    await by.command("File: Save All Files");
    await assertWritten(shown, path, written(before, BY_KEYBOARD, coder));
    for (const code of ["- role: M\n", "## Code bare-facts\n"]) assert.include(shown.text("codebook.md"), code);
    assertProven(shown, EXTRACTS + BY_KEYBOARD.length);
    await shown.focused();
    await by.press("Control+z");
    await shown.says("Taken back");
    await by.command("File: Save All Files");
    await assertWritten(shown, path, written(before, BY_KEYBOARD.slice(0, -1), coder));
    assertProven(shown, EXTRACTS + BY_KEYBOARD.length - 1);
    await by.press("Control+b");
  });
});

describe("coding from an open full text with the mouse alone", () => {
  const [key, coder, path] = ["pellow2016", "NW", "sources/pellow2016.md"];
  let shown: Workbench;
  let by: ByMouse;

  before(async () => {
    shown = await Workbench.open(INVENTED, "light");
    askForProof(shown);
    shown.write(".vscode/settings.json", JSON.stringify({ "cmoc.coder": coder }));
    await shown.read();
    by = new ByMouse(shown);
  });

  afterEach(async function () {
    await shown.keep(this.currentTest);
  });

  after(() => shown.close());

  const openText = async (of: string): Promise<void> => {
    const row = shown.row("Sources and Extracts", of);
    await row.hover();
    await row.locator('.action-label[aria-label^="Open Full Text"]').click();
    await shown.tab(`${of}.full-text`);
    await shown.line("the").waitFor();
  };

  it("writes ten extracts, linked, word for word and proven, and takes the last of them back", async function () {
    this.timeout(LIMIT_MS);
    const before = shown.text(path);
    await openText(key);
    for (const [at, { words, select, choose }] of BY_MOUSE.entries()) {
      await select(by);
      await by.menuAt(words, choose === "as before" ? /^Code Selection as Before/ : /^Code Selection(?! as)/);
      if (choose === "the same") await by.take("The same as before");
      else if (choose !== "as before") {
        const said: string[] = [];
        for (const { row } of choose.codes) {
          await by.take(row);
          said.push(row);
          await shown.choice(goOn(said)).waitFor();
        }
        await by.take(goOn(said));
        for (const { id, stance, ticks } of choose.links) {
          await by.take(id);
          await by.take(stance);
          for (const slot of ticks ?? []) await by.take(slot);
          if (ticks) await by.ok();
        }
        await by.take("Go on with");
        await by.take("No note");
      }
      await shown.says(`${key}#e${BEFORE + at + 1}`);
    }
    await shown.pictureAsIs("coding-written-light");
    await by.menu(/^File/, /^Save All/);
    await assertWritten(shown, path, written(before, BY_MOUSE, coder));
    assertProven(shown, EXTRACTS + BY_MOUSE.length);
    await by.menuAt(BY_MOUSE.at(-1)?.words ?? "", /^Go to Extract/);
    await shown.tab(`${key}.md`);
    await by.menu(/^Edit/, /^Undo/);
    await by.menu(/^File/, /^Save All/);
    await assertWritten(shown, path, written(before, BY_MOUSE.slice(0, -1), coder));
    assertProven(shown, EXTRACTS + BY_MOUSE.length - 1);
  });

  it("asks what is meant where a passage overlaps an extract", async () => {
    const words = "The second went to a matched list of 400";
    await openText("quillan2017");
    await by.drag(words);
    await by.menuAt(words, /^Code Selection(?! as)/);
    const add = "Add a coding line to @quillan2017#e5";
    await shown.choice(add).waitFor();
    await shown.pictureAsIs("coding-overlap-light");
    await by.take(add);
    await by.take("C expecting-decline");
    await by.take("Go on with C expecting-decline");
    await shown.until(
      async () => shown.text("sources/quillan2017.md"),
      (text) => text.includes(`- C expecting-decline: "${words}"\n`),
    );
  });

  it("codes words of an extract, makes a configuration of it, and suggests others", async () => {
    const words = "strength to stay with";
    await shown.file("sources/obi2014.md", 34);
    await by.drag(words);
    await by.menuAt(words, /^Code Selection(?! as)/);
    await shown.choice("M self-image").waitFor();
    await shown.pictureAsIs("coding-words-light");
    await by.take("M seeing-progress");
    await by.take("Go on with M seeing-progress");
    await shown.line(`M seeing-progress: "${words}" (NW)`).waitFor();
    await shown.command("CMOC: New CMOC from This Extract");
    await shown.list.locator(".quick-input-message", { hasText: "in one line" }).waitFor();
    await shown.pictureAsIs("new-cmoc-asked-light");
    await shown.type("A class for the strong");
    await shown.line("A class for the strong").waitFor();
    await shown.until(
      async () => shown.text("theory/home-hazards.md"),
      (text) =>
        text.includes("## CMOC HH5: A class for the strong\n") &&
        text.includes(`- **M:** ${words}\n`) &&
        text.includes("- **O:** may well send her along\n"),
    );
    await shown.line("- supports: HH5").waitFor();
    await shown.pictureAsIs("new-cmoc-light");
    await shown.file("sources/obi2014.md", 34);
    await shown.command("CMOC: Suggest Configurations");
    await shown.choice("EX4").filter({ hasText: "codes shared: self-image, signing-up" }).waitFor();
    await shown.pictureAsIs("suggested-light");
    await shown.page.keyboard.press("Escape");
  });
});
