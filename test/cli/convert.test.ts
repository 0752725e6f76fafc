import assert from "node:assert/strict";
import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cmoc, folder } from "./run.ts";

const FIELDS =
  "## CMOC TR1: One\r\n\r\n- **C:** partners meet\r\n- **M:** trust grows\r\n- **O:** plans are settled\r\n";
const SENTENCE = "## CMOC TR1: One\r\n\r\nWhen partners meet (C), trust grows (M), so that plans are settled (O).\r\n";
const REST = "## CMOC TR2\n\n- C: x\n- M: y\n  - inferred: so it seems\n- O: z\n";
const review = {
  "review.yaml": "cmoc: 1\n",
  "theory/a.md": FIELDS,
  "theory/b.md": REST,
  "c.md": FIELDS.replace("TR1", "TR3"),
};

describe("cmoc convert", () => {
  it("writes a file, a folder or the review in a spelling, and tells what stays and why", async () => {
    const made = folder(review);
    const read = (path: string): string => readFileSync(join(made.path, path), "utf8");
    const shown = await cmoc("convert", "--to", "sentence", "--dry-run", join(made.path, "theory"));
    assert.match(shown.out, /^\+When partners meet \(C\)/m);
    assert.match(
      shown.out,
      /theory\/b\.md:1:1: TR2 stays as it is\. What stands under its slots.*has no place in a sentence\.\n/,
    );
    assert.match(shown.out, /\n1 configuration in 1 file to be written otherwise, 1 left\.\n$/);
    assert.equal(read("theory/a.md"), FIELDS);
    assert.equal(
      (await cmoc("convert", "--to", "sentence", join(made.path, "theory/a.md"))).out,
      "1 configuration in 1 file written otherwise.\n",
    );
    assert.equal(read("theory/a.md"), SENTENCE);
    assert.equal(read("c.md"), review["c.md"]);
    assert.equal(
      (await cmoc("convert", made.path, "--to", "fields")).out,
      "1 configuration in 1 file written otherwise.\n",
    );
    for (const [path, text] of Object.entries(review)) assert.equal(read(path), text);
    assert.equal((await cmoc("convert", made.path, "--to", "fields")).out, "Nothing was written otherwise.\n");
    made.done();
  });

  it("says what is wrong with a path, and writes nothing where a file is read-only", async () => {
    const made = folder(review);
    const said = async (...args: readonly string[]): Promise<string> => {
      const { err, code } = await cmoc("convert", "--to", "sentence", ...args);
      assert.equal(code, 2);
      return err;
    };
    assert.match(await said(join(made.path, "no.md")), /There is no file or folder .*no\.md\./);
    assert.match(await said(join(made.path, "review.yaml")), /is no file of the review in which it reads records/);
    assert.match((await cmoc("convert", made.path)).err, /--to <spelling>/);
    chmodSync(join(made.path, "c.md"), 0o444);
    assert.match(await said(join(made.path, "c.md")), /c\.md is read-only/);
    made.done();
  });
});
