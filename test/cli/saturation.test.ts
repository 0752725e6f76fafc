import assert from "node:assert/strict";
import { cmoc, folder } from "./run.ts";

const FILES = {
  "review.yaml": "cmoc: 1\ntitle: Why <so>?\n",
  "theory.md": "## CMOC TR1: One\n\n- C: a place\n- M: trust\n",
  "b.md":
    '---\ncitekey: bo2011\nread: 2026-03-02 (JA)\n---\n\n## Extract e1\n\n> They met.\n\n- M trust: "met"\n- supports: TR1\n',
  "a.md":
    '---\ncitekey: ade2010\nread: 2026-03-09\n---\n\n## Extract e1\n\n> They left.\n\n- M trust: "left"\n- M =power: "x"\n- C power: "left"\n',
};

describe("cmoc saturation", () => {
  it("prints a table in the order read, and what it comes to", async () => {
    const { path: root, done: remove } = folder(FILES);
    try {
      const { out, code } = await cmoc("saturation", root);
      assert.equal(code, 0);
      const lines = out.split("\n");
      assert.match(lines[0] ?? "", /^Source +Read on +Extracts +New codes +All codes/);
      assert.match(lines[1] ?? "", /^bo2011 +2026-03-02 +1 +1 +1 +1 +1$/);
      assert.match(lines[2] ?? "", /^ade2010 +2026-03-09 +1 +1 +2 +0 +1$/);
      assert.match(
        out,
        /The last source brought new codes\.\nThe last source brought no new configuration\.\nSources stand in the order in which they were read\./,
      );
    } finally {
      remove();
    }
  });

  it("keeps its dates whole beside long citation keys", async () => {
    const key = "a-very-long-citation-key-of-a-report-by-many-authors-2010";
    const text = FILES["b.md"].replace("bo2011", key);
    const { path: root, done: remove } = folder({ ...FILES, "b.md": text });
    try {
      const { out } = await cmoc("saturation", root);
      assert.match(out.split("\n")[1] ?? "", new RegExp(`^${key} +2026-03-02 +1 `));
    } finally {
      remove();
    }
  });

  it("prints JSON, CSV, Markdown, a page and a chart", async () => {
    const { path: root, done: remove } = folder(FILES);
    try {
      const json = JSON.parse((await cmoc("saturation", root, "--format", "json")).out);
      assert.equal(json.version, 1);
      assert.deepEqual(json.saturation.rows[1], {
        source: "ade2010",
        read: "2026-03-09",
        extracts: 1,
        newCodes: ["power"],
        codes: 2,
        newConfigurations: [],
        configurations: 1,
      });
      assert.deepEqual(json.saturation.run, { codes: 0, configurations: 1 });
      const csv = (await cmoc("saturation", root, "--format", "csv")).out.replace("\ufeff", "").split("\r\n");
      assert.equal(csv[1], "1,bo2011,2026-03-02,1,1,1,1,1,trust,TR1");
      assert.match((await cmoc("saturation", root, "--format", "md")).out, /^\| No\. \| Source /);
      assert.match((await cmoc("saturation", root, "--format", "html")).out, /<h1>Saturation: Why &lt;so&gt;\?<\/h1>/);
      assert.match((await cmoc("saturation", root, "--format", "svg")).out, /^<svg [\s\S]*<style>[\s\S]*<\/svg>\n$/);
    } finally {
      remove();
    }
  });

  it("says so where nothing was read yet", async () => {
    const { path: root, done: remove } = folder({ "review.yaml": "cmoc: 1\n" });
    try {
      assert.equal((await cmoc("saturation", root)).out, "No source has been read or coded yet.\n");
    } finally {
      remove();
    }
  });
});
