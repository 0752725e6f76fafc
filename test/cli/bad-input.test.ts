import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cmoc, folder } from "./run.ts";

type Files = { readonly [path: string]: string | Uint8Array };

const GOOD = { "review.yaml": "cmoc: 1\n", "good.md": "## CMOC TR1: One\n\n- **C:** a place\n" };
/** What stands in a check of the review above, so that one can see that the file was read. */
const READ = "good.md\n  1:1     info     TR1 has no mechanism.";

const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");
const swapped = (text: string): Buffer => utf16(text).swap16();

/** YAML in which nine names stand for nine of the name before. */
const BOMB = `a: &a [x,x,x,x,x,x,x,x,x]\n${[..."bcdefghi"]
  .map((name, at) => `${name}: &${name} [${`*${"abcdefgh"[at]},`.repeat(9)}]`)
  .join("\n")}\n`;

/** Files beside the good review, and the lines that a check prints of them: `file`, then `line:column level …`. */
const BAD: readonly (readonly [name: string, files: Files, file: string, line: RegExp])[] = [
  ["broken YAML", { "review.yaml": "cmoc: 1\ntitle: [x\n" }, "review.yaml", /^ {2}\d:\d+ +error .*yaml\/syntax$/m],
  ["broken front matter", { "a.md": "---\na: [\n---\n" }, "a.md", /^ {2}[23]:\d+ +error .*yaml\/syntax$/m],
  ["review.yml beside review.yaml", { "review.yml": "cmoc: 1\n" }, "review.yml", /^ {2}1:1 +error .*manifest\/twice$/m],
  [
    "unknown slots",
    { "review.yaml": "configuration: [{ letter: CM, label: Both }]\n" },
    "review.yaml",
    /^ {2}1:27 +error .*yaml\/value$/m,
  ],
  [
    "an unknown scheme",
    { "review.yaml": "configuration: CMOX\n" },
    "review.yaml",
    /^ {2}1:16 +error +“CMOX” is no value/m,
  ],
  [
    "a slot outside the scheme",
    { "a.md": "## CMOC TR2: Two\n\n- **C:** b\n- **Mechanim:** c\n" },
    "a.md",
    /^ {2}4:5 +warning +“Mechanim” is not a label of the language.*Did you mean [Mm]echanism\?/m,
  ],
  [
    "duplicate ids across files",
    { "b.md": "## CMOC TR1: Two\n\n- **C:** b\n" },
    "b.md",
    /^ {2}1:9 +error +TR1 is the id of another record too\..*id\/duplicate$/m,
  ],
  [
    "a citation key in neither place",
    { "b.md": "## CMOC TR2: Two\n\n- **C:** b [@nobody]\n" },
    "b.md",
    /^ {2}3:13 +error +No source has the citation key nobody\./m,
  ],
  [
    "UTF-16 with its mark",
    { "a.md": utf16("\ufeff## CMOC TR2: Two\n") },
    "a.md",
    /^ {2}1:1 +error +This file is in UTF-16/m,
  ],
  [
    "UTF-16 without a mark",
    { "a.md": utf16("## CMOC TR2: Two\n") },
    "a.md",
    /^ {2}1:1 +error +This file is in UTF-16/m,
  ],
  [
    "UTF-16, big end first",
    { "a.md": swapped("\ufeff## CMOC TR2: Two\n") },
    "a.md",
    /^ {2}1:1 +error +This file is in UTF-16/m,
  ],
  [
    "a file of no text",
    { "a.md": Buffer.from(Array.from({ length: 4096 }, (_, at) => (at % 8 === 0 ? 0 : 65))) },
    "a.md",
    /^ {2}1:1 +error .*file\/encoding$/m,
  ],
  ["an alias bomb in front matter", { "b.md": `---\n${BOMB}---\n` }, "b.md", /^ {2}\d+:\d+ +error .*yaml\/syntax$/m],
  ["an alias bomb in the manifest", { "review.yaml": BOMB }, "review.yaml", /^ {2}\d+:\d+ +error .*yaml\/syntax$/m],
  [
    "a bibliography that leaves the review",
    { "review.yaml": "bibliography: [../../etc/passwd]\n" },
    "review.yaml",
    /^ {2}1:16 +error +“\.\.\/\.\.\/etc\/passwd” leaves the review\./m,
  ],
  [
    "full texts outside the review",
    { "review.yaml": "texts: ../x\n" },
    "review.yaml",
    /^ {2}1:8 +error +“\.\.\/x” leaves the review\./m,
  ],
  ["an absolute path", { "review.yaml": "texts: /etc\n" }, "review.yaml", /^ {2}1:8 +error .*manifest\/path$/m],
];

/** Files that are read whatever they look like, and the id of the one configuration that they add. */
const READABLE: readonly (readonly [name: string, files: Files, id: string])[] = [
  ["ids in Arabic", { "a.md": "## CMOC ت٣: أولى\n\n- **C:** مكان\n" }, "ت٣"],
  ["ids in Cyrillic", { "a.md": "## CMOC Ж1: Один\n\n- **C:** место\n" }, "ж1"],
  ["ids in CJK", { "a.md": "## CMOC 信頼1: 一\n\n- **C:** 場所\n" }, "信頼1"],
  ["CRLF and a BOM", { "a.md": "\ufeff## CMOC TR2: Two\r\n\r\n- **C:** a\r\n" }, "TR2"],
  ["lone CR", { "a.md": "## CMOC TR2: Two\r\r- **C:** a\r" }, "TR2"],
  ["NUL bytes", { "a.md": "## CMOC TR2: T\0wo\n\n- **C:** a\0b\n" }, "TR2"],
  [
    "bytes that are no UTF-8",
    { "a.md": Buffer.concat([Buffer.from("## CMOC TR2: Caf"), Buffer.of(0xe9), Buffer.from("\n\n- **C:** a\n")]) },
    "TR2",
  ],
  ["a list of 100,000 lines", { "a.md": `## CMOC TR2: Two\n\n- **C:** b\n${"- a line\n".repeat(100_000)}` }, "TR2"],
  ["10,000 levels of quotes", { "a.md": `## CMOC TR2: Two\n\n- **C:** b\n\n${"> ".repeat(10_000)}x\n` }, "TR2"],
  [
    "a line of a million characters",
    { "a.md": `## CMOC TR2: Two\n\n- **C:** b\n\n${"word ".repeat(200_000)}\n` },
    "TR2",
  ],
];

describe("bad input", () => {
  for (const [name, files, file, line] of BAD) {
    it(`${name} is told with file and line, and other files are read`, async () => {
      const made = folder({ ...GOOD, ...files });
      const { out, code } = await cmoc("check", made.path);
      const own = out.split(/\n\n/).find((part) => part.startsWith(`${file}\n`)) ?? out;
      assert.match(own, line);
      assert.ok(out.includes(READ), out);
      assert.equal(code, 1);
      made.done();
    });
  }

  for (const [name, files, id] of READABLE) {
    it(`${name} can be read, listed and shown`, async () => {
      const made = folder({ ...GOOD, ...files });
      const { out } = await cmoc("check", made.path);
      assert.match(out, /^2 configurations, /m);
      assert.ok(out.includes(READ), out);
      if (id !== "TR2") assert.equal((await cmoc("show", id, made.path)).code, 0);
      made.done();
    });
  }

  it("10,000 levels of bullets are told, and other files are read", async () => {
    const deep = Array.from({ length: 300 }, (_, at) => `${"  ".repeat(at)}- x\n`).join("");
    const made = folder({ ...GOOD, "a.md": `# Deep\n\n${deep}${"- ".repeat(10_000)}x\n` });
    const { out } = await cmoc("check", made.path);
    assert.match(out, /^1 configuration, /m);
    assert.ok(out.includes(READ), out);
    made.done();
  });

  it("a file of 20 MB is read", async () => {
    const made = folder({
      ...GOOD,
      "a.md": `## CMOC TR2: Two\n\n- **C:** b\n\n${`${"word ".repeat(20_000)}\n\n`.repeat(200)}`,
    });
    const { out } = await cmoc("check", made.path);
    assert.match(out, /^2 configurations, /m);
    made.done();
  });

  it("a file of more than 64 MB is not, and the exit code says that something was missed", async () => {
    const made = folder({ ...GOOD, "a.md": "x" });
    truncateSync(join(made.path, "a.md"), 65 * 1024 * 1024);
    const { out, err, code } = await cmoc("check", made.path);
    assert.match(err, /^a\.md was not read: it has 65 MB, and at most 64 MB are read\.$/m);
    assert.ok(out.includes(READ));
    assert.equal(code, 2);
    made.done();
  });

  it("a folder nested in too many others is not entered, as in VS Code, and the exit code says so", async () => {
    const made = folder({ ...GOOD, [`${"d/".repeat(64)}in.md`]: "", [`${"d/".repeat(65)}out.md`]: "" });
    const { err, code } = await cmoc("check", made.path);
    assert.match(err, /^(?:d\/){64}d was not read: it is nested in too many folders\.$/m);
    assert.equal(code, 2);
    made.done();
  });

  it("a review inside a review is another review", async () => {
    const inner = { "inner/review.yaml": "cmoc: 1\n", "inner/deep/a.md": "## CMOC TR1: One\n\n- **C:** x\n" };
    const made = folder({ ...GOOD, ...inner });
    assert.match((await cmoc("check", made.path)).out, /^1 configuration, 0 sources, 0 extracts: 1 warning, 2 info$/m);
    const { out } = await cmoc("list", "cmocs", join(made.path, "inner", "deep"), "--format", "json");
    assert.equal(JSON.parse(out).cmocs[0].file, "deep/a.md");
    made.done();
  });

  it("a newer language is refused with file and line, an older one is offered a migration", async () => {
    const newer = folder({ ...GOOD, "review.yaml": "title: x\ncmoc: 99\n" });
    const { err, code } = await cmoc("check", newer.path);
    assert.match(err, /^review\.yaml:2:7: this review is written in version 99/);
    assert.equal(code, 2);
    newer.done();
    const now = folder(GOOD);
    assert.match((await cmoc("migrate", now.path)).out, /version 1 of the language, the newest/);
    now.done();
    const none = folder({ ...GOOD, "review.yaml": "cmoc: 0\n" });
    const refused = await cmoc("migrate", none.path);
    assert.match(refused.err, /^review\.yaml:1:7: “0” is no value of cmoc\. Write a whole number from 1/);
    assert.equal(refused.code, 2);
    none.done();
  });

  it("a bibliography that is not there, or is a folder, is told with the place that names it", async () => {
    const made = folder({ ...GOOD, "review.yaml": "title: x\nbibliography: [gone.bib, d.bib]\n" });
    mkdirSync(join(made.path, "d.bib"));
    const { out, err, code } = await cmoc("check", made.path);
    assert.match(err, /^review\.yaml:2:16: gone\.bib was not read: it is not there\.$/m);
    assert.match(err, /^review\.yaml:2:26: d\.bib was not read: it is a folder\.$/m);
    assert.ok(out.includes(READ));
    assert.equal(code, 2);
    made.done();
  });

  it("a loop of links, and links out of the review, are not followed", async () => {
    const outside = folder({
      "secret.md": "## CMOC S1: Secret\n\n- **C:** x\n",
      "refs.bib": "@misc{secret, title={S}}\n",
    });
    const made = folder({ ...GOOD, "review.yaml": "bibliography: [refs.bib]\n" });
    symlinkSync(made.path, join(made.path, "loop"));
    symlinkSync("self.md", join(made.path, "self.md"));
    symlinkSync(outside.path, join(made.path, "away"));
    symlinkSync(join(outside.path, "secret.md"), join(made.path, "out.md"));
    symlinkSync(join(outside.path, "refs.bib"), join(made.path, "refs.bib"));
    symlinkSync("good.md", join(made.path, "alias.txt"));
    symlinkSync("good.md", join(made.path, "twin.md"));
    const { out, err } = await cmoc("check", made.path);
    assert.match(out, /^1 configuration, 0 sources/m);
    assert.match(err, /^twin\.md was not read: it is a link to good\.md, which is read\.$/m);
    assert.match(err, /^out\.md was not read: it is a link out of the review\.$/m);
    assert.match(err, /^refs\.bib was not read: it is a link out of the review\.$/m);
    assert.match(err, /^self\.md was not read: it is a link that leads back to itself\.$/m);
    assert.equal(JSON.parse((await cmoc("list", "sources", made.path, "--format", "json")).out).sources.length, 0);
    made.done();
    outside.done();
  });

  it("a manifest that is a link out of the review is not read", async () => {
    const outside = folder({ "review.yaml": "title: [secret\n" });
    const made = folder({ "good.md": GOOD["good.md"] });
    symlinkSync(join(outside.path, "review.yaml"), join(made.path, "review.yaml"));
    const { out, err, code } = await cmoc("check", made.path);
    assert.doesNotMatch(out + err, /secret|yaml\/syntax/);
    assert.match(err, /^review\.yaml was not read: it is a link out of the review\.$/m);
    assert.equal(code, 2);
    made.done();
    outside.done();
  });

  it("a text cannot look like a line of its own, nor a theme or a table hang the run", async () => {
    const deep = `- theme: ${"a/".repeat(20_000)}`;
    const made = folder({ ...GOOD, "a.md": `## CMOC TR2: Two\n\n- **C:** b\n${deep}\n` });
    const { out, code } = await cmoc("tree", made.path);
    assert.equal(code, 0);
    assert.match(out, /TR2 {2}Two/);
    writeFileSync(join(made.path, "b\nc.md"), "x");
    assert.match((await cmoc("check", made.path)).err, /^b c\.md was not read: its name has characters/m);
    made.done();
  });
});
