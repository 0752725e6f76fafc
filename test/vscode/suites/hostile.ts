import { assert } from "chai";
import * as vscode from "vscode";
import type { Whole as Api } from "../../../src/vscode/whole.ts";
import {
  at,
  closeAll,
  closeUnsaved,
  extension,
  idsIn,
  LIMIT_MS,
  longestBlock,
  makeReview,
  noticesOf,
  print,
  remove,
  right,
  saveByHand,
  show,
  shown,
  takeAway,
  type,
  until,
  write,
  writeAll,
} from "../workspace.ts";

const HERE = "hostile";
const MANY = "many";
const cmoc = (id: string): string =>
  `## CMOC ${id}: A title\n\n- status: candidate\n- **C:** a place ${id}\n- **M:** trust\n- **O:** peace\n`;

/** Runs something and wants no notice of it. */
async function quietly(run: () => Promise<void>): Promise<void> {
  assert.deepEqual(await noticesOf(run), []);
}

describe("hostile workspaces", function () {
  this.timeout(LIMIT_MS);
  let api: Api;

  before(async () => {
    api = await extension();
    await saveByHand();
  });

  afterEach(closeAll);

  it("notices are seen by these tests", async () => {
    const told = await noticesOf(async () => {
      await vscode.commands.executeCommand("cmoc.linkExtract", { extract: "x:nobody#e1" });
    });
    assert.lengthOf(told, 1);
  });

  it("a manifest that is broken, is deleted, comes back and has a twin", async () => {
    await quietly(async () => {
      await makeReview(api, HERE, { "review.yaml": "cmoc: 1\n", "a.md": cmoc("HA1") });
      await right(api);
      await write(`${HERE}/review.yaml`, "cmoc: 1\ntitle: [never closed\n  : : {\nexclude: 7\n");
      await until(
        () => shown(`${HERE}/review.yaml`),
        (rules) => rules.some((rule) => rule.startsWith("yaml/")),
      );
      await right(api);
      assert.deepEqual(idsIn(api, HERE), ["HA1"]);
      await write(`${HERE}/review.yaml`, new Uint8Array([0, 1, 2, 0, 0, 255, 254, 0, 0, 0]));
      await right(api);
      assert.deepEqual(idsIn(api, HERE), ["HA1"]);
      await remove(`${HERE}/review.yaml`);
      await until(
        () => api.reviews.all().length,
        (count) => count === 1,
      );
      await right(api);
      assert.deepEqual(shown(`${HERE}/review.yaml`), []);
      await write(`${HERE}/review.yml`, "cmoc: 1\ntitle: Near\n");
      await until(
        () => idsIn(api, HERE),
        (ids) => ids.length === 1,
      );
      await write(`${HERE}/review.yaml`, "cmoc: 1\ntitle: Right\n");
      await until(
        () => shown(`${HERE}/review.yml`),
        (rules) => rules.includes("manifest/twice"),
      );
      await right(api);
      assert.equal(api.reviews.of(at(`${HERE}/a.md`))?.review.manifest.title, "Right");
      await vscode.workspace.fs.rename(at(`${HERE}/review.yaml`), at(`${HERE}/other.yaml`));
      await until(
        () => api.reviews.of(at(`${HERE}/a.md`))?.review.manifest.title,
        (title) => title === "Near",
      );
      await right(api);
      assert.deepEqual(shown(`${HERE}/review.yml`), []);
    });
  });

  it("a manifest that is deleted under what is typed into it", async () => {
    await quietly(async () => {
      const { document } = await show(`${HERE}/review.yml`);
      await type(document, "exclude: [a.md]\n");
      await until(
        () => idsIn(api, HERE),
        (ids) => ids.length === 0,
      );
      await remove(`${HERE}/review.yml`);
      await right(api);
      assert.lengthOf(api.reviews.all(), 2);
      await closeUnsaved();
      await until(
        () => api.reviews.all().length,
        (count) => count === 1,
      );
      await write(`${HERE}/review.yaml`, "cmoc: 1\n");
      await until(
        () => idsIn(api, HERE),
        (ids) => ids.length === 1,
      );
      await right(api);
    });
  });

  it("a binary file, an empty one, and a folder, each called .md", async () => {
    await quietly(async () => {
      const bytes = new Uint8Array(100_000).map((_, index) => (index * 7919) % 251);
      await write(`${HERE}/picture.md`, bytes);
      await write(`${HERE}/empty.md`, "");
      await write(`${HERE}/folder.md/b.md`, cmoc("HA2"));
      await until(
        () => idsIn(api, HERE),
        (ids) => ids.join() === "HA1,HA2",
      );
      await right(api);
      assert.deepEqual(shown(`${HERE}/picture.md`), ["file/encoding"]);
      await remove(`${HERE}/folder.md`);
      await right(api);
    });
  });

  it("a file of 20 MB", async () => {
    await quietly(async () => {
      const parts: string[] = [];
      for (let length = 0, id = 1000; length < 20_000_000; id++) {
        const part = `${cmoc(`HB${id}`)}\n${"Words that go on and on. ".repeat(400)}\n\n`;
        parts.push(part);
        length += part.length;
      }
      await write(`${HERE}/large.md`, parts.join(""));
      const block = await longestBlock(async () => {
        await until(
          () => idsIn(api, HERE).length,
          (count) => count === parts.length + 1,
          18_000,
        );
      });
      print(`20 MB: ${block.toFixed(0)} ms at a stretch`);
      await right(api);
      await remove(`${HERE}/large.md`);
      await until(
        () => idsIn(api, HERE).length,
        (count) => count === 1,
      );
    });
  });

  it("500 files that are changed at once, as a branch that is switched does", async () => {
    const texts = (round: string) =>
      Array.from({ length: 500 }, (_, index) => [`t${index}.md`, cmoc(`${round}${index}`)] as const);
    const run = quietly(async () => {
      await writeAll(`${HERE}/branch`, texts("HC"));
      await until(
        () => idsIn(api, HERE).length,
        (count) => count === 501,
      );
      await right(api);
      let told = 0;
      const listening = api.reviews.onDidChange(() => told++);
      const block = await longestBlock(async () => {
        await writeAll(`${HERE}/branch`, [...texts("HD").slice(100), ["u.md", cmoc("HE1")]]);
        await until(
          () => idsIn(api, HERE).filter((id) => id.startsWith("HD")).length,
          (count) => count === 400,
        );
      });
      listening.dispose();
      print(`500 files at once: told ${told} times, ${block.toFixed(0)} ms at a stretch`);
      // However slowly they are written, many are taken in together.
      assert.isBelow(told, 50);
      assert.isBelow(block, 1000);
      await right(api);
      await remove(`${HERE}/branch`);
      await right(api);
    });
    await run.finally(() => takeAway(api, HERE));
  });

  it("2,000 Markdown files that are no review, and a workspace without any", async () => {
    const manifest = await vscode.workspace.fs.readFile(at("review.yaml"));
    const run = quietly(async () => {
      await remove("review.yaml");
      await until(
        () => api.reviews.all().length,
        (count) => count === 0,
      );
      const texts = Array.from(
        { length: 2000 },
        (_, index) => [`n${index}.md`, `# Note ${index}\n\nWords.\n`] as const,
      );
      const block = await longestBlock(() => writeAll(MANY, texts));
      await show(`${MANY}/n7.md`);
      await api.settled();
      print(`2,000 files that are no review: ${block.toFixed(0)} ms at a stretch`);
      assert.lengthOf(api.reviews.all(), 0);
      const own = vscode.languages.getDiagnostics().flatMap(([, all]) => all.filter(({ source }) => source === "cmoc"));
      assert.deepEqual(own, []);
      for (const rows of [api.trees.configurations, api.trees.sources, api.trees.codebook])
        assert.deepEqual(rows.getChildren(), []);
      await closeAll();
      await remove(MANY);
    });
    await run.finally(() => write("review.yaml", manifest));
    await until(
      () => idsIn(api, ".").length,
      (count) => count > 0,
    );
    await right(api);
  });
});
