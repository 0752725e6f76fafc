import { assert } from "chai";
import type { Whole as Api } from "../../../src/vscode/whole.ts";
import {
  at,
  closeAll,
  extension,
  idsIn,
  LIMIT_MS,
  makeReview,
  move,
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

const ONE = "several/one";
const TWO = "several/two";
const IN_ONE = "several/one/within";
const cmoc = (id: string, more = ""): string =>
  `## CMOC ${id}: A title\n\n- status: candidate\n- **C:** a place\n- **M:** trust\n- **O:** peace\n${more}`;

describe("several reviews", function () {
  this.timeout(LIMIT_MS);
  let api: Api;
  const roots = (): readonly string[] => api.reviews.all().map(({ root }) => root.path);
  const idsAre = (below: string, ...wanted: readonly string[]) =>
    until(
      () => idsIn(api, below),
      (is) => is.join() === wanted.join(),
    );

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, ONE, { "review.yaml": "cmoc: 1\ntitle: One\n", "a.md": cmoc("SA1", "- leads to: SA2\n") });
    await makeReview(api, TWO, { "review.yaml": "cmoc: 1\ntitle: Two\n", "a.md": cmoc("SA1", "- leads to: SA3\n") });
    await makeReview(api, IN_ONE, { "review.yaml": "cmoc: 1\ntitle: Within\n", "a.md": cmoc("SA2") });
    await right(api);
  });

  afterEach(async () => {
    await closeAll();
    await right(api);
  });

  after(() => takeAway(api, "several"));

  it("keep their records apart, though they have the same ids", () => {
    assert.deepEqual(idsIn(api, ONE), ["SA1"]);
    assert.deepEqual(idsIn(api, TWO), ["SA1"]);
    assert.deepEqual(idsIn(api, IN_ONE), ["SA2"]);
    for (const below of [ONE, TWO]) {
      assert.include(shown(`${below}/a.md`), "ref/unknown");
      assert.notInclude(shown(`${below}/a.md`), "id/duplicate");
    }
    const { configurations } = api.trees;
    assert.lengthOf(configurations.getChildren(), 4);
  });

  it("are each edited by themselves, the inner one without the outer", async () => {
    const { document } = await show(`${IN_ONE}/a.md`);
    await type(document, "SA5", "SA2");
    await idsAre(IN_ONE, "SA5");
    await right(api);
    assert.deepEqual(idsIn(api, ONE), ["SA1"]);
  });

  it("give a file over when it is moved from one into another", async () => {
    await write(`${ONE}/moved.md`, cmoc("SA7"));
    await idsAre(ONE, "SA1", "SA7");
    await move(`${ONE}/moved.md`, `${TWO}/moved.md`);
    await idsAre(TWO, "SA1", "SA7");
    await idsAre(ONE, "SA1");
    await remove(`${TWO}/moved.md`);
  });

  it("take a folder in when its manifest goes, and leave it when one comes, with what is typed there", async () => {
    const { document } = await show(`${IN_ONE}/a.md`);
    await type(document, "SA6", "SA2");
    await idsAre(IN_ONE, "SA6");
    await remove(`${IN_ONE}/review.yaml`);
    await idsAre(ONE, "SA1", "SA6");
    await right(api);
    await write(`${IN_ONE}/review.yml`, "cmoc: 1\ntitle: Within\n");
    await idsAre(ONE, "SA1");
    await idsAre(IN_ONE, "SA6");
    await right(api);
    await write(`${IN_ONE}/review.yaml`, "cmoc: 1\ntitle: Within\n");
    await until(
      () => shown(`${IN_ONE}/review.yml`),
      (rules) => rules.includes("manifest/twice"),
    );
    await remove(`${IN_ONE}/review.yml`);
  });

  it("show what each finds in a bibliography that they share, once", async () => {
    const entry = (key: string): string => `@misc{${key}, title = {A title}}\n`;
    await write(`${IN_ONE}/shared.bib`, entry("one") + entry("two"));
    const bibliography = (path: string, more = ""): string => `cmoc: 1\ntitle: Both\nbibliography: ${path}\n${more}`;
    await write(`${IN_ONE}/review.yaml`, bibliography("shared.bib"));
    await write(`${ONE}/review.yaml`, bibliography("within/shared.bib"));
    await write(`${IN_ONE}/shared.bib`, entry("one") + entry("one"));
    const isOnce = (rules: readonly string[]): boolean => rules.join() === "bib/duplicate-key";
    await until(() => shown(`${IN_ONE}/shared.bib`), isOnce);
    await right(api);
    // Each alone tells of it again, with nothing to say or the same.
    for (const [root, path] of [
      [ONE, "within/shared.bib"],
      [IN_ONE, "shared.bib"],
    ] as const) {
      const own = (): readonly string[] => shown(`${IN_ONE}/shared.bib`);
      const off = bibliography(path, "checks: { bib/duplicate-key: off }\n");
      await write(`${root}/review.yaml`, off);
      await until(
        () =>
          api.reviews
            .all()
            .find((open) => open.root.path === at(root).path)
            ?.problems(path).length,
        (count) => count === 0,
      );
      await right(api);
      assert.isTrue(isOnce(own()), own().join());
      await write(`${root}/review.yaml`, bibliography(path));
      await right(api);
    }
    await write(`${ONE}/review.yaml`, "cmoc: 1\ntitle: One\n");
    await write(`${IN_ONE}/review.yaml`, "cmoc: 1\ntitle: Within\n");
    await remove(`${IN_ONE}/shared.bib`);
    await right(api);
  });

  it("are found where a folder that holds one is moved, and closed where it was", async () => {
    await move(TWO, "several/three");
    await until(roots, (all) => all.includes(at("several/three").path) && !all.includes(at(TWO).path));
    await right(api);
    assert.deepEqual(shown(`${TWO}/a.md`), []);
    assert.include(shown("several/three/a.md"), "ref/unknown");
    await move("several/three", TWO);
    await until(roots, (all) => all.includes(at(TWO).path));
  });

  it("lose nothing that is typed, or happens on the disk, while one of them is being read", async () => {
    const texts = Array.from({ length: 300 }, (_, index) => [`t${index}.md`, cmoc(`SB${index}`)] as const);
    await writeAll("several/late/node_modules/kept", texts);
    await write("several/late/node_modules/kept/review.yaml", "cmoc: 1\n");
    const { document } = await show("several/late/node_modules/kept/t7.md");
    await move("several/late/node_modules/kept", "several/late/read");
    const now = await show("several/late/read/t8.md");
    for (let round = 0; round < 20; round++) {
      await type(now.document, `SC${round}`, round === 0 ? "SB8" : `SC${round - 1}`);
      if (round === 4) await remove("several/late/read/t9.md");
      if (round === 6) await write("several/late/read/t10.md", cmoc("SD10"));
      if (round === 8) await move("several/late/read/t11.md", "several/late/read/u11.md");
    }
    await until(
      () => idsIn(api, "several/late/read"),
      (ids) => ids.length === 299 && ids.includes("SC19") && ids.includes("SD10"),
    );
    await right(api);
    assert.isDefined(document);
    await closeAll();
    await remove("several/late");
    await until(roots, (all) => !all.includes(at("several/late/read").path));
  });
});
