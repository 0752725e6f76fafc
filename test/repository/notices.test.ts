import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { licenceText } from "../../scripts/build.mjs";

describe("the licences of the packages that are bundled", () => {
  const root = mkdtempSync(join(tmpdir(), "cmoc-notices-"));
  after(() => rmSync(root, { recursive: true, force: true }));
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const manifest = (license: string, author: unknown): string => JSON.stringify({ license, author });

  put("own/package.json", manifest("ISC", "A"));
  put("own/LICENSE", "Own text.\n");
  put("@of/core/package.json", manifest("MIT", "B <b@example.org>"));
  put("@of/core/LICENSE.md", "Text of B.\n");
  put("@of/date/package.json", manifest("MIT", { name: "B" }));
  put("@of/else/package.json", manifest("MIT", "C"));
  put("@of/other/package.json", manifest("ISC", "B"));
  put("bare/package.json", manifest("MIT", "A"));

  it("are those in the package, or of its author in the same scope under the same licence", () => {
    assert.equal(licenceText("own", join(root, "own")), "Own text.");
    assert.equal(licenceText("@of/date", join(root, "@of/date")), "Text of B.");
  });

  it("are missed where nobody gave them", () => {
    for (const name of ["@of/else", "@of/other", "bare"])
      assert.throws(() => licenceText(name, join(root, name)), /without the text of its licence/);
  });
});
