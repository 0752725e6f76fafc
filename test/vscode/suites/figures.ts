/** How long things take, printed; what fails is ten times what is wanted, since machines do other things too. */
import { assert } from "chai";
import * as vscode from "vscode";
import { completion } from "../../../src/core/features/completion.ts";
import { hover } from "../../../src/core/features/hover.ts";
import type { OpenReview } from "../../../src/vscode/reviews/open-review.ts";
import type { Whole as Api } from "../../../src/vscode/whole.ts";
import {
  at,
  closeAll,
  door,
  extension,
  figure,
  LIMIT_MS,
  longestBlock,
  print,
  right,
  saveByHand,
  show,
  takeAway,
  type,
  until,
  write,
  writeAll,
} from "../workspace.ts";

/** A review of a thousand files of about 2 KB: theory with configurations that lead to one another, and sources with extracts on them. */
function thousand(): ReadonlyMap<string, string> {
  const words = "neighbours who know each other lend what they have and ask for little in return".split(" ");
  const say = (from: number, count: number): string =>
    Array.from({ length: count }, (_, index) => words[(from * 7 + index * 3) % words.length]).join(" ");
  const texts = new Map<string, string>();
  for (let file = 0; file < 500; file++) {
    const records = [0, 1, 2, 3, 4].map((index) => {
      const id = file * 5 + index;
      const last = index === 4 ? "" : `- supports: @s${(id * 13) % 500}#e${(index % 3) + 1} (C, M)\n`;
      return `## CMOC TR${id}: ${say(id, 5)}\n\n- status: candidate\n- theme: Living / ${say(id, 1)}\n- **C:** ${say(id, 9)} in place ${id}\n- **M:** trust grows ${say(id, 4)}\n- **O:** ${say(id + 3, 8)}\n- leads to: TR${(id * 31) % 2500}\n${last}`;
    });
    texts.set(`theory/t${file}.md`, `# Theme ${file}\n\n${records.join("\n")}`);
    const extracts = [1, 2, 3, 4].map(
      (index) =>
        `## Extract e${index}\n\n> ${say(file + index, 20)}\n\n- at: p. ${index}\n- voice: finding\n- supports: TR${(file * 5 + index * 17) % 2500} (C)\n`,
    );
    const head = `citekey: s${file}\ntitle: ${say(file, 6)}\nyear: ${1990 + (file % 30)}\nstatus: included`;
    texts.set(`sources/s${file}.md`, `---\n${head}\n---\n\n${extracts.join("\n")}`);
  }
  return texts;
}

/** A bibliography as reference managers export it. */
function entries(count: number): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `@article{author${index},\n  title = {On what works, for whom, and why: a study of place ${index}},\n  author = {Author, Ann and Writer, William {van der}},\n  journal = {Journal of Things That Work},\n  year = {${1980 + (index % 45)}},\n  volume = {${index % 60}},\n  pages = {${index}--${index + 12}},\n  doi = {10.1000/abc.${index}},\n  abstract = {${"Neighbours who know each other lend what they have. ".repeat(12)}}\n}\n`,
  ).join("\n");
}

describe("figures", function () {
  this.timeout(LIMIT_MS);
  const BIG = "big";
  let api: Api;

  before(async () => {
    api = await extension();
    await saveByHand();
  });

  it("activation takes under 20 ms", async () => {
    const idle = await longestBlock(() => new Promise((done) => setTimeout(done, 2000)));
    print(`this machine, when nothing is done: ${idle.toFixed(0)} ms at a stretch`);
    const { activation } = await door();
    figure("activate", activation, 20);
    assert.isBelow(activation, 200);
  });

  it("a review of 1,000 files has its problems and trees within 2 s, and typing in it blocks nobody for 20 ms", async () => {
    const whole = await vscode.workspace.openTextDocument(at("review.yaml"));
    await type(whole, `exclude: [${BIG}]\n`);
    await whole.save();
    await api.settled();
    await writeAll(BIG, thousand());
    await api.settled();
    const { length } = api.reviews.all();
    let opened = 0;
    const reading = await longestBlock(async () => {
      await write(`${BIG}/review.yaml`, "cmoc: 1\n");
      const begun = performance.now();
      await until(
        () => api.reviews.all().find(({ root, isReady }) => isReady && root.path === at(BIG).path),
        (open) => open !== undefined && api.trees.configurations.tree(open).roots().length > 0,
        60_000,
      );
      await until(
        () => vscode.languages.getDiagnostics(at(`${BIG}/theory/t0.md`)).length,
        (count) => count > 0,
        60_000,
      );
      opened = performance.now() - begun;
    });
    figure("1,000 files: problems and trees", opened, 2000);
    print(`meanwhile ${reading.toFixed(0)} ms at a stretch`);
    assert.isBelow(opened, 20_000);
    assert.lengthOf(api.reviews.all(), length + 1);
    await right(api);

    const { document } = await show(`${BIG}/theory/t5.md`);
    await new Promise((done) => setTimeout(done, 1000));
    // What else the machine does makes it longer, never shorter.
    const rounds: number[] = [];
    for (let round = 0; round < 4; round++)
      rounds.push(
        await longestBlock(async () => {
          for (let key = 0; key < 15; key++) {
            await type(document, `trust grows ${round}${key} `, "trust grows ");
            await new Promise((done) => setTimeout(done, 30));
          }
        }),
      );
    const typing = Math.min(...rounds);
    figure("1,000 files: typing, at a stretch", typing, 20);
    assert.isBelow(typing, 200);
    const position = document.positionAt(document.getText().indexOf("leads to: ") + 12);
    const middle = async (ask: () => unknown): Promise<number> => {
      const times: number[] = [];
      for (let round = 0; round < 11; round++) {
        const begun = performance.now();
        await ask();
        times.push(performance.now() - begun);
      }
      return times.sort((a, b) => a - b)[5] ?? 0;
    };
    const ask = (command: string, where: vscode.Position) => () =>
      vscode.commands.executeCommand(command, document.uri, where);
    const HOVER = "vscode.executeHoverProvider";
    const COMPLETION = "vscode.executeCompletionItemProvider";
    // Where nothing of ours can stand: what VS Code and its other extensions take.
    const nowhere = new vscode.Position(0, 4);
    const hovered = await middle(ask(HOVER, position));
    const hoveredNowhere = await middle(ask(HOVER, nowhere));
    const completed = await middle(ask(COMPLETION, position));
    const completedNowhere = await middle(ask(COMPLETION, nowhere));
    const { review } = api.reviews.of(document.uri) as OpenReview;
    const offset = document.offsetAt(position);
    const told = await middle(() => hover(review, "theory/t5.md", offset));
    const offered = await middle(() => completion(review, "theory/t5.md", offset, { today: "2026-01-01" }));
    print(`found, hover: ${told.toFixed(2)} ms, completion: ${offered.toFixed(2)} ms`);
    const ours = (what: string, all: number, others: number): void => {
      print(`${what}, there and back: ${all.toFixed(1)} ms, ${others.toFixed(1)} ms where nothing is found`);
      figure(`1,000 files: ${what}, beyond what VS Code takes`, Math.max(0, all - others), 10);
    };
    ours("hover", hovered, hoveredNowhere);
    ours("completion", completed, completedNowhere);
    assert.isBelow(told, 100);
    assert.isBelow(offered, 100);
    await right(api);
    await closeAll();
    await takeAway(api, BIG);
  });

  it("a bibliography of 3,000 entries is read, decoded and changed without blocking anybody for 20 ms", async () => {
    const text = entries(3000);
    let open: OpenReview | undefined;
    const rounds: number[] = [];
    await write(
      "cited/s.md",
      "---\ncitekey: author7\nstatus: included\n---\n\n## Extract e1\n\n> words\n\n- at: p. 1\n",
    );
    const reading = await longestBlock(async () => {
      await write("cited/references.bib", text);
      await write("cited/review.yaml", "cmoc: 1\nbibliography: references.bib\n");
      open = await until(
        () => api.reviews.all().find(({ root, isReady }) => isReady && root.path === at("cited").path),
        (found) => found !== undefined,
        60_000,
      );
    });
    const decoding = await longestBlock(async () => {
      await open?.references.all();
    });
    assert.equal(open?.references.known("author2999")?.year, 2009);
    for (let round = 0; round < 4; round++)
      rounds.push(
        await longestBlock(async () => {
          await write("cited/references.bib", text.replace("place 17}", `place 17, again ${round}}`));
          await new Promise((done) => setTimeout(done, 700));
          await api.settled();
          await open?.references.all();
        }),
      );
    figure("a bibliography of 3,000 entries: opening, at a stretch", reading, 20);
    figure("a bibliography of 3,000 entries: decoding, at a stretch", decoding, 20);
    figure("a bibliography of 3,000 entries: changed, at a stretch", Math.min(...rounds), 20);
    assert.isBelow(Math.min(...rounds), 500);
    await right(api);
    await takeAway(api, "cited");
  });
});
