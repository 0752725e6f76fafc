import assert from "node:assert/strict";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cmoc } from "./run.ts";

const EXAMPLE = join("examples", "community-falls-prevention");

describe("cmoc import", () => {
  let home = "";
  let review = "";
  const at = (path: string): string => join(review, path);
  const read = (path: string): string => readFileSync(at(path), "utf8");
  const write = (path: string, text: string): string => {
    writeFileSync(join(home, path), text);
    return join(home, path);
  };
  const text = (file: string, ...words: readonly string[]) => cmoc("import", "text", file, "--dir", review, ...words);

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "cmoc-test-"));
    review = join(home, "review");
    cpSync(EXAMPLE, review, { recursive: true });
  });

  afterEach(() => rmSync(home, { recursive: true, force: true }));

  it("copies a full text to where it is found by the key, and says what is in it", async () => {
    const file = join(home, "paper.PDF");
    cpSync(at("texts/hallam2019.pdf"), file);
    rmSync(at("texts/hallam2019.pdf"));
    const ran = await text(file, "--source", "@hallam2019");
    assert.equal(ran.code, 0, ran.err);
    assert.match(
      ran.out,
      /^texts\/hallam2019\.pdf is the full text of @hallam2019 now\.\n\d+ pages, \d+ words\.\n\d+ quotations of @hallam2019: each stands there\.\n$/,
    );
    assert.ok(readFileSync(at("texts/hallam2019.pdf")).equals(readFileSync(file)));
    assert.equal((await cmoc("check", review)).code, 0);
    assert.match((await text(file, "--source", "hallam2019")).out, /already\. Nothing to do/);
  });

  it("records another place, beside a text that would be found first too, and replaces only when told", async () => {
    const before = read("sources/obi2014.md");
    const other = write("other.txt", "Some other words.\n");
    assert.match(
      (await text(other, "--source", "obi2014")).err,
      /has a full text already: texts\/obi2014\.txt\. Say --replace/,
    );
    assert.match(
      (await text(write("o.html", "<p>Words"), "--source", "obi2014", "--replace")).out,
      /texts\/obi2014\.txt was that before, and stays/,
    );
    assert.equal(read("sources/obi2014.md"), before.replace("texts/obi2014.txt", "texts/obi2014.html"));
    writeFileSync(at("sources/obi2014.md"), before);
    const replaced = await text(other, "--source", "obi2014", "--replace");
    assert.match(replaced.out, /It took the place of the one that was there\.\n3 words\.\n.*0 proven/);
    assert.equal(read("texts/obi2014.txt"), "Some other words.\n");
    assert.equal(read("sources/obi2014.md"), before);
    const placed = await text(other, "--source", "obi2014", "--replace", "--as", "papers/own/o.txt");
    assert.equal(placed.code, 0, placed.err);
    assert.match(read("sources/obi2014.md"), /^text: papers\/own\/o\.txt$/m);
    assert.deepEqual(readdirSync(at("papers/own")), ["o.txt"]);
  });

  it("refuses what could not be found or read again, or lies elsewhere, and leaves nothing behind", async () => {
    rmSync(at("texts/obi2014.txt"));
    mkdirSync(join(home, "away"));
    symlinkSync(join(home, "away"), at("linked"));
    const words = write("a.txt", "Words.\n");
    const broken = write("b.pdf", "%PDF-1.7 no");
    const listed = (): unknown => [
      readdirSync(review).sort(),
      readdirSync(at("texts")).sort(),
      readdirSync(join(home, "away")),
    ];
    const before = listed();
    for (const [ran, said] of [
      [await text(words, "--source", "obi2041"), /No source of this review is called obi2041\. Did you mean obi2014/],
      [await text(write("a.doc", "x"), "--source", "obi2014"), /a\.doc is no full text: it takes txt, md/],
      [await text(broken, "--source", "obi2014"), /b\.pdf cannot be read, and was not copied\. \S/],
      [
        await text(write("e.txt", " \n"), "--source", "obi2014"),
        /e\.txt cannot be read, and was not copied\. It is empty/,
      ],
      [await text(join(home, "none.txt"), "--source", "obi2014"), /none\.txt is not there\. Look at its path/],
      [await text(words, "--source", "obi2014", "--as", "../a.txt"), /lies outside the review/],
      [await text(words, "--source", "obi2014", "--as", "linked/a.txt"), /would lie behind a link out of the review/],
      [await text(words, "--source", "obi2014", "--as", "texts/a.pdf"), /end it with \.txt/],
      [await text(words, "--source", "obi2014", "--as", ".git/a.txt"), /hidden/],
      [
        await text(write("a.md", "Words.\n"), "--source", "obi2014", "--as", "sources/obi2014.md", "--replace"),
        /is read as a part of the review/,
      ],
      [await text(words), /The option --source <key> is missing/],
    ] as const) {
      assert.equal(ran.code, 2, ran.out);
      assert.match(ran.err, said);
    }
    assert.deepEqual(listed(), before);
  });

  it("makes extracts of highlights, once, with pages from the full text where none is told", async () => {
    const line = /> (.+)/.exec(read("sources/hallam2019.md"))?.[1] ?? "";
    const first = /^- at: (.*)$/m.exec(read("sources/hallam2019.md"))?.[1];
    writeFileSync(at("sources/hallam2019.md"), "---\ncitekey: hallam2019\n---\n");
    const notes = write(
      "n.md",
      `---\ncitekey: hallam2019\n---\n\n- ${line} ([View Highlight](https://read.readwise.io/read/01gmpg))\n    - Note: mine\n`,
    );
    const run = (...words: readonly string[]) => cmoc("import", "annotations", notes, "--dir", review, ...words);
    const dry = await run("--dry-run");
    assert.match(dry.out, /^\+> /m);
    assert.equal(read("sources/hallam2019.md"), "---\ncitekey: hallam2019\n---\n");
    const ran = await run();
    assert.equal(ran.code, 0, ran.err);
    assert.equal(ran.out, "@hallam2019: 1 extract added (e1).\n");
    assert.equal(
      read("sources/hallam2019.md"),
      `---\ncitekey: hallam2019\n---\n\n## Extract e1\n\n> ${line}\n\n- at: ${first}\n- annotation: readwise 01gmpg\n- note: mine\n`,
    );
    assert.equal((await run()).out, "@hallam2019: 0 extracts added. One was there already.\n");
    const json = JSON.parse((await run("--format", "json")).out) as { sources: readonly { known: number }[] };
    assert.equal(json.sources[0]?.known, 1);
  });

  it("begins the file of a source, and says of which highlights the source is not known", async () => {
    const notes = write("n.md", "“A word” (Nobody, 1900, p. 3)\n");
    const lost = await cmoc("import", "annotations", notes, "--dir", review);
    assert.deepEqual(
      [lost.code, lost.out],
      [1, "n.md: one highlight is of no source that the review knows (Nobody 1900). Say which it is of.\n"],
    );
    rmSync(at("sources/obi2014.md"));
    const made = await cmoc("import", "annotations", notes, "--dir", review, "--source", "obi2014");
    assert.equal(made.code, 0, made.err);
    assert.equal(read("sources/obi2014.md"), "---\ncitekey: obi2014\n---\n\n## Extract e1\n\n> A word\n\n- at: p. 3\n");
    assert.ok(existsSync(at("texts/obi2014.txt")));
  });
});
