import assert from "node:assert/strict";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cmoc, folder } from "./run.ts";

const review = {
  "review.yaml": "cmoc: 1\n",
  "theory/trust.md":
    "# Theory PT1: All\r\n\r\n- configurations: TR1, TR2\r\n\r\n## CMOC TR1: Trust, again\r\n\r\n- **C:** a place\r\n- leads to: CMOC TR2\r\n- supports: @lund2010#e1 (C)\r\n\r\n## CMOC TR2: Trust, again\r\n\r\n- **C:** a time\r\n",
  "sources/lund.md":
    "---\ncitekey: lund2010\nstatus: included\nrelevance: high\nrichness: rich\nrigour: high\n---\n\n## Extract e1\n\n> Here [[TR1]].\n\n- at: p. 1\n- supports: TR1–TR2; TR2 — as said\n",
};
const read = (folder: string, path: string): string => readFileSync(join(folder, path), "utf8");

describe("cmoc links", () => {
  it("wraps references in fields, and gives the same bytes back when they are made plain", async () => {
    const made = folder(review);
    const before = (await cmoc("list", "extracts", made.path, "--format", "json")).out;
    assert.match((await cmoc("links", made.path, "--write")).out, /^5 references in 2 files linked or refreshed/);
    const trust = read(made.path, "theory/trust.md");
    assert.match(
      trust,
      /- configurations: \[TR1\]\(trust\.md#cmoc-tr1-trust-again\), \[TR2\]\(trust\.md#cmoc-tr2-trust-again\)\r\n/,
    );
    assert.match(trust, /\[@lund2010#e1\]\(\.\.\/sources\/lund\.md#extract-e1\) \(C\)/);
    assert.match(
      read(made.path, "sources/lund.md"),
      /TR1–TR2; \[TR2\]\(\.\.\/theory\/trust\.md#cmoc-tr2-trust-again\) — as said/,
    );
    const kept = JSON.parse((await cmoc("list", "extracts", made.path, "--format", "json")).out).extracts[0];
    assert.deepEqual(kept.bearsOn, JSON.parse(before).extracts[0].bearsOn);
    assert.equal((await cmoc("links", made.path, "--write")).out, "Nothing to change.\n");
    await cmoc("links", made.path, "--plain");
    for (const [path, text] of Object.entries(review)) assert.equal(read(made.path, path), text);
    made.done();
  });

  it("wraps, tells of, refreshes and unwraps links in a table's column of evidence", async () => {
    const table = "| ID | Context | Mechanism | Outcome | Evidence |\n|---|---|---|---|---|\n";
    const row = (link: string): string => `${table}| TR8 | a [@lund2010#e1] | b | c | ${link} |\n`;
    const made = folder({ ...review, "rows.md": row("[@lund2010#e1](gone.md#e1)") });
    assert.match((await cmoc("check", made.path)).out, /link\/stale/);
    await cmoc("links", made.path, "--write");
    assert.match(read(made.path, "rows.md"), /\| \[@lund2010#e1\]\(sources\/lund\.md#extract-e1\) \|\n$/);
    assert.doesNotMatch((await cmoc("check", made.path)).out, /link\/stale/);
    await cmoc("links", made.path, "--plain");
    assert.equal(read(made.path, "rows.md"), row("@lund2010#e1"));
    made.done();
  });

  it("writes nothing when one file cannot be written", async () => {
    const made = folder({ ...review, "z.md": "## CMOC Z1\n\n- **C:** x\n- leads to: TR1\n" });
    chmodSync(join(made.path, "z.md"), 0o444);
    const { err, code } = await cmoc("links", made.path, "--write");
    assert.equal(err, "z.md is read-only. Nothing was written; allow writing first.\n");
    for (const [path, text] of Object.entries(review)) assert.equal(read(made.path, path), text);
    assert.equal(code, 2);
    made.done();
  });

  it("refreshes a link whose record moved", async () => {
    const made = folder({ ...review, "a.md": "## CMOC A1: One\n\n- **C:** x\n- leads to: [TR2](old.md#cmoc-tr2)\n" });
    assert.match((await cmoc("check", made.path)).out, /link\/stale/);
    assert.match(
      (await cmoc("fix", made.path, "--dry-run")).out,
      /\+- leads to: \[TR2\]\(theory\/trust\.md#cmoc-tr2-trust-again\)/,
    );
    assert.match(read(made.path, "a.md"), /old\.md/);
    assert.equal((await cmoc("fix", made.path)).out, "1 fix in 1 file made.\n");
    assert.doesNotMatch((await cmoc("check", made.path)).out, /link\/stale/);
    made.done();
  });

  it("shows what it would do in a file with line ends of Windows", async () => {
    const text = "## CMOC A1: One\r\n\r\n- **C:** x\r\n- leads to: [TR2](old.md#cmoc-tr2)\r\n";
    const made = folder({ ...review, "a.md": text });
    const { out } = await cmoc("fix", made.path, "--dry-run");
    assert.match(out, /^\+- leads to: \[TR2\]\(theory\/trust\.md#cmoc-tr2-trust-again\)\r$/m);
    assert.doesNotMatch(out, /\ufffd/);
    made.done();
  });

  it("wants to be told which way", async () => {
    const made = folder(review);
    assert.equal((await cmoc("links", made.path)).code, 2);
    assert.equal((await cmoc("links", made.path, "--write", "--plain")).code, 2);
    made.done();
  });
});

describe("cmoc fix", () => {
  it("parts a swallowed sentence from its bullet, once, in the file's own line endings", async () => {
    const made = folder({ "review.yaml": "cmoc: 1\n" });
    writeFileSync(
      join(made.path, "a.md"),
      "## CMOC TR1: One\r\n\r\n- theme: Trust\r\nWhen partners meet (C), they trust (M).\r\n",
    );
    assert.equal((await cmoc("fix", made.path, "--rule", "cmoc/swallowed")).out, "1 fix in 1 file made.\n");
    assert.equal(
      read(made.path, "a.md"),
      "## CMOC TR1: One\r\n\r\n- theme: Trust\r\n\r\nWhen partners meet (C), they trust (M).\r\n",
    );
    assert.equal((await cmoc("fix", made.path)).out, "Nothing that can be mended without a person.\n");
    made.done();
  });

  it("refuses a rule that wants a person", async () => {
    assert.equal((await cmoc("fix", "examples/community-falls-prevention", "--rule", "ref/unknown")).code, 2);
    assert.equal((await cmoc("fix", "examples/community-falls-prevention", "--rule", "no/such")).code, 2);
  });
});
