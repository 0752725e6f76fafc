import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cmoc, folder } from "./run.ts";

const review = {
  "review.yaml": "cmoc: 1\nbibliography: [refs.bib]\n",
  "refs.bib": "@misc{moreau2005, title={A}}\n",
  "theory.md":
    "# Theory PT1: All\r\n\r\n- configurations: TR1–TR3\r\n\r\n## CMOC TR1: One\r\n\r\n- **C:** a place\r\n- supports: [@lund2010#e1](sources/lund2010.md#extract-e1)\r\n- supports: @moreau2005\r\n\r\n## CMOC TR2\r\n\r\n- **C:** b\r\n\r\n## CMOC TR3\r\n\r\n- **C:** c\r\n",
  "sources/lund2010.md":
    '---\ncitekey: lund2010\nstatus: included\n---\n\n## Extract e1\n\n> They met.\n\n- at: p. 1\n- C lund2010: "met"\n- supports: TR2\n',
  "codebook.md": "## Code lund2010\n\n- role: C\n",
  "texts/lund2010.txt": "They met.\n",
};

describe("cmoc rename", () => {
  const read = (root: string, path: string): string => readFileSync(join(root, path), "utf8");
  const same = (root: string): void => {
    for (const [path, text] of Object.entries(review)) assert.equal(read(root, path), text);
  };

  it("renames an id everywhere, and back gives the bytes back", async () => {
    const made = folder(review);
    const { out, code } = await cmoc("rename", "TR2", "X9", made.path);
    assert.deepEqual([out, code], ["3 places in 2 files renamed.\n", 0]);
    assert.match(read(made.path, "theory.md"), /configurations: TR1, X9, TR3\r\n/);
    assert.match(read(made.path, "sources/lund2010.md"), /supports: X9\n/);
    await cmoc("rename", "@lund2010#e1", "@lund2010#e7", made.path);
    assert.match(read(made.path, "theory.md"), /\[@lund2010#e7\]\(sources\/lund2010\.md#extract-e7\)/);
    await cmoc("rename", "@lund2010#e7", "e1", made.path);
    await cmoc("rename", "X9", "TR2", made.path);
    assert.equal(read(made.path, "theory.md"), review["theory.md"].replace("TR1–TR3", "TR1, TR2, TR3"));
    made.done();
  });

  it("renames the file that bears a key, its full text, and links to it; shows all of it before", async () => {
    const made = folder(review);
    const dry = await cmoc("rename", "@lund2010", "lund2011", made.path, "--dry-run");
    assert.match(dry.out, /^--- a\/sources\/lund2010\.md\n\+\+\+ b\/sources\/lund2011\.md$/m);
    assert.match(dry.out, /^\+- supports: \[@lund2011#e1\]\(sources\/lund2011\.md#extract-e1\)/m);
    assert.match(dry.out, /texts\/lund2010\.txt → texts\/lund2011\.txt\n3 places in 2 files to be renamed\.\n$/);
    same(made.path);
    await cmoc("rename", "@lund2010", "lund2011", made.path);
    assert.ok(
      existsSync(join(made.path, "sources/lund2011.md")) && !existsSync(join(made.path, "sources/lund2010.md")),
    );
    assert.equal(read(made.path, "texts/lund2011.txt"), review["texts/lund2010.txt"]);
    await cmoc("rename", "lund2011", "lund2010", made.path);
    same(made.path);
    made.done();
  });

  it("refuses with the reason, and writes nothing", async () => {
    const made = folder(review);
    const refused = async (old: string, id: string): Promise<string> => {
      const { err, code } = await cmoc("rename", old, id, made.path);
      assert.equal(code, 2, `${old} ${id}`);
      same(made.path);
      return err;
    };
    assert.equal(await refused("TR1", "TR2"), "TR2 is taken already. Choose another.\n");
    assert.match(await refused("TR1", "tr2"), /^tr2 is taken already/);
    assert.match(await refused("TR1", "A1-A3"), /^A1-A3 is a range of ids, or would be read as one/);
    assert.match(await refused("TR1", "A1–A3"), /^A1–A3 is a range of ids, or would be read as one/);
    assert.match(await refused("TR1", "a b"), /^a b is no id: .* no white space/);
    assert.match(await refused("TR1", ""), /^Nothing is to be its name/);
    assert.match(await refused("TR4", "X9"), /^Nothing in this review is called TR4\./);
    assert.match(await refused("moreau2005", "x1"), /^moreau2005 belongs to the bibliography/);
    assert.match(
      await refused("lund2010", "x1"),
      /^Several things are called lund2010\. .*`Code lund2010`, `@lund2010`/,
    );
    writeFileSync(join(made.path, "sources/X1.md"), "Words.\n");
    assert.match(await refused("@lund2010", "x1"), /^There is a file sources\/x1\.md already/);
    made.done();
  });

  it("writes and moves nothing when one file cannot be written", async () => {
    const made = folder(review);
    chmodSync(join(made.path, "theory.md"), 0o444);
    const { err, code } = await cmoc("rename", "@lund2010", "x1", made.path);
    assert.match(err, /theory\.md is read-only/);
    assert.equal(code, 2);
    same(made.path);
    made.done();
  });

  it("refuses a key that it could not write back", async () => {
    const made = folder(review);
    const { err, code } = await cmoc("rename", "@lund2010", "a|b", made.path);
    assert.match(
      err,
      /^a\|b is no key that can be written everywhere: begin it with a letter or a digit, and leave out/,
    );
    assert.equal(code, 2);
    same(made.path);
    made.done();
  });

  it("moves nothing in a folder that is a link out of the review", async () => {
    const elsewhere = folder({ "lund2010.txt": "They met.\n" });
    const { "texts/lund2010.txt": _, ...rest } = review;
    const made = folder(rest);
    mkdirSync(join(made.path, "x"));
    symlinkSync(elsewhere.path, join(made.path, "texts"));
    const { err, code } = await cmoc("rename", "@lund2010", "x1", made.path);
    assert.match(err, /^texts is a link out of the review\. Nothing was written\./);
    assert.equal(code, 2);
    assert.ok(existsSync(join(elsewhere.path, "lund2010.txt")));
    elsewhere.done();
    made.done();
  });
});
