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
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { made as sentencesOf } from "../core/quotes/made.ts";
import { article } from "../pdf/made.ts";
import { cmoc, folder } from "./run.ts";

const sentences = (count: number): readonly string[] => sentencesOf(7, count).sentences;

const EXAMPLE = join("examples", "community-falls-prevention");

interface Told {
  readonly problems: readonly { readonly rule: string; readonly file: string; readonly message: string }[];
}

const quotes = (told: readonly string[]): readonly string[] => told.filter((each) => each.startsWith("quote/"));

/** Whether what is deflated here are the words of a page. */
function isPage(bytes: Buffer): boolean {
  try {
    const { buffer } = inflateSync(bytes, { info: true }) as unknown as { readonly buffer: Buffer };
    return /\bBT\b/.test(buffer.toString("latin1"));
  } catch {
    return false;
  }
}

describe("cmoc check of quotations", () => {
  let home = "";
  let review = "";

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "cmoc-test-"));
    review = join(home, "review");
    cpSync(EXAMPLE, review, { recursive: true });
  });

  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const told = async (): Promise<readonly string[]> => {
    const { out } = await cmoc("check", review, "--format", "json");
    return (JSON.parse(out) as Told).problems.map(({ rule, file, message }) => `${rule} ${file}: ${message}`);
  };
  const changed = (path: string, from: string, to: string): void => {
    const file = join(review, path);
    const text = readFileSync(file, "utf8");
    assert.ok(text.includes(from), from);
    writeFileSync(file, text.replace(from, to));
  };

  it("proves every quotation of the example, in PDF, HTML, JATS, Markdown and text, the first time and the next", async () => {
    assert.deepEqual(await told(), []);
    assert.equal(readdirSync(join(review, ".cmoc", "texts")).length, 2);
    assert.equal(readFileSync(join(review, ".cmoc", ".gitignore"), "utf8"), "*\n");
    assert.deepEqual(await told(), []);
    rmSync(join(review, ".cmoc"), { recursive: true });
    assert.deepEqual(await told(), []);
  });

  it("tells of one letter, of one page and of one text that is changed, and of nothing else", async () => {
    changed("sources/hallam2019.md", "Householders in these visits agreed", "Householders in those visits agreed");
    const near = await told();
    const { out } = await cmoc("check", review, "--format", "json");
    const [first] = (JSON.parse(out) as { problems: readonly { words?: readonly { is: string; text: string }[] }[] })
      .problems;
    assert.deepEqual(
      first?.words?.filter(({ is }) => is !== "same"),
      [
        { is: "quote", text: "those" },
        { is: "source", text: "these" },
      ],
    );
    assert.equal(near.length, 1);
    assert.match(near[0] ?? "", /^quote\/near sources\/hallam2019\.md: The source of @hallam2019#e2 has other words/);
    changed("sources/hallam2019.md", "Householders in those visits agreed", "Householders in these visits agreed");
    const page = /- at: p\. (\d+)/.exec(readFileSync(join(review, "sources/quillan2017.md"), "utf8"))?.[1] ?? "";
    changed("sources/quillan2017.md", `- at: p. ${page}`, "- at: p. 977");
    const moved = await told();
    assert.deepEqual(
      moved.map((each) => each.replace(/:.*/, "")),
      ["quote/moved sources/quillan2017.md"],
    );
    assert.ok(moved[0]?.includes(`stand on page ${page}, and not at “p. 977”`), moved[0]);
    changed("sources/quillan2017.md", "- at: p. 977", `- at: p. ${page}`);
    const quote = /^> (.{60})/m.exec(readFileSync(join(review, "sources/obi2014.md"), "utf8"))?.[1] ?? "";
    writeFileSync(join(review, "texts/obi2014.txt"), "Nothing of it is here, and much that is about the harbour.\n");
    const gone = await told();
    assert.ok(gone.length > 0 && quote !== "");
    for (const each of gone)
      assert.match(each, /^quote\/not-found sources\/obi2014\.md: The words of @obi2014#e\d+ are not/);
  });

  it("says of what may stand on a damaged page that it cannot be checked, by the file, and checks all else", async () => {
    changed("review.yaml", "cmoc: 1\n", "cmoc: 1\nchecks: { quote/unverifiable: hint }\n");
    const file = join(review, "texts", "hallam2019.pdf");
    const bytes = readFileSync(file);
    const streams = [...bytes.toString("latin1").matchAll(/FlateDecode[^>]*>>\s*stream\n/g)].map(
      ({ index, 0: found }) => index + found.length,
    );
    const pages = streams.filter((start) => isPage(bytes.subarray(start)));
    bytes.fill(0, (pages[1] ?? 0) + 2, (pages[1] ?? 0) + 40);
    writeFileSync(file, bytes);
    const lost = await told();
    assert.ok(lost.length > 0);
    for (const each of lost)
      assert.match(
        each,
        /^quote\/unverifiable sources\/hallam2019\.md: @hallam2019#e\d+ cannot be checked: texts\/hallam2019\.pdf cannot be read\. Of its 3 pages, 1 could not be read to the end/,
      );
    const { err } = await cmoc("text", "hallam2019", review);
    assert.match(err, /Of its 3 pages, 1 could not be read to the end: save texts\/hallam2019\.pdf again/);
  });

  it("never reads what is odd in its cache, and does without one", async () => {
    await told();
    const cache = join(review, ".cmoc", "texts");
    const [first = "", second = ""] = readdirSync(cache);
    writeFileSync(join(cache, first), "{");
    writeFileSync(
      join(cache, second),
      JSON.stringify({ form: 2, stamp: second.replace(".json", ""), held: { is: "text", text: { text: 7 } } }),
    );
    assert.deepEqual(await told(), []);
    rmSync(join(review, ".cmoc"), { recursive: true });
    writeFileSync(join(review, ".cmoc"), "a file");
    assert.deepEqual(await told(), []);
  });

  it("says of texts that are missing, odd or elsewhere that quotations cannot be checked, and only where it is asked", async () => {
    const texts = join(review, "texts");
    rmSync(join(texts, "obi2014.txt"));
    const obi = readFileSync(join(review, "sources/obi2014.md"), "utf8");
    writeFileSync(join(review, "sources/obi2014.md"), obi.replace(/^text:.*\n/m, ""));
    writeFileSync(join(texts, "hallam2019.pdf"), "%PDF-1.7\nno more\n");
    rmSync(join(texts, "quillan2017.pdf"));
    writeFileSync(join(home, "quillan2017.pdf"), readFileSync(join(EXAMPLE, "texts", "quillan2017.pdf")));
    symlinkSync(join(home, "quillan2017.pdf"), join(texts, "quillan2017.pdf"));
    const source = readFileSync(join(review, "sources/sorley2020.md"), "utf8");
    writeFileSync(join(review, "sources/sorley2020.md"), source.replace(/^text:.*$/m, "text: ../elsewhere.html"));
    writeFileSync(join(home, "elsewhere.html"), "<p>x</p>");
    assert.deepEqual(
      (await told()).map((each) => each.replace(/:.*/, "")),
      ["field/value sources/sorley2020.md"],
    );
    truncateSync(join(texts, "tremlett2018.md"), 50 * 1024 * 1024);
    const manifest = join(review, "review.yaml");
    const yaml = readFileSync(manifest, "utf8");
    writeFileSync(
      manifest,
      /^checks:/m.test(yaml)
        ? yaml.replace(/^checks:.*\n/m, "checks: { quote/unverifiable: hint }\n")
        : `${yaml}checks: { quote/unverifiable: hint }\n`,
    );
    const why = new Map(
      quotes(await told()).map((each) => [/@\w+/.exec(each)?.[0] ?? "", each.replace(/^.*?checked: /, "")]),
    );
    assert.deepEqual(
      ["@obi2014", "@hallam2019", "@quillan2017", "@sorley2020", "@tremlett2018"].map((key) => why.get(key)),
      [
        "no text of @obi2014 is held. Add its full text.",
        "texts/hallam2019.pdf cannot be read. It is no PDF, or damaged: save it again from where it came from.",
        "texts/quillan2017.pdf cannot be read. It is a link out of the review: put the file itself there.",
        "../elsewhere.html cannot be read. It lies outside the review: move it into the folder of texts.",
        "texts/tremlett2018.md cannot be read. It has more than 16 MB: keep the part of it that is quoted.",
      ],
    );
    assert.equal(why.size, 5);
  });

  it("counts the pages of a PDF from the range of its bibliography entry, where that is as long", async () => {
    const words = sentences(90);
    const bytes = await article(words.join(" ").split(" "));
    const pages = (pdf: string) => `@article{lund2010,\n  title = {Trust},\n  pages = {${pdf}}\n}\n`;
    const made = folder({
      "review.yaml": "cmoc: 1\nbibliography: [a.bib]\n",
      "a.bib": pages("407--408"),
      "lund.md": `---\ncitekey: lund2010\n---\n\n## Extract e1\n\n> ${words[0]}\n\n- at: p. 9\n- parked: a test\n`,
    });
    mkdirSync(join(made.path, "texts"));
    writeFileSync(join(made.path, "texts", "lund2010.pdf"), bytes);
    const moved = async (): Promise<readonly string[]> =>
      (JSON.parse((await cmoc("check", made.path, "--format", "json")).out) as Told).problems
        .filter(({ rule }) => rule.startsWith("quote/"))
        .map(({ message }) => message);
    const { out } = await cmoc("text", "lund2010", made.path, "--format", "json");
    const count = (JSON.parse(out) as { readonly pages: readonly unknown[] }).pages.length;
    writeFileSync(join(made.path, "a.bib"), pages(`407--${406 + count}`));
    const [first = "", ...others] = await moved();
    assert.match(first, /stand on page 407, and not at “p. 9”/);
    assert.deepEqual(others, []);
    writeFileSync(join(made.path, "a.bib"), pages(`407--${410 + count}`));
    assert.deepEqual(await moved(), []);
    made.done();
  });

  it("prints a text with its sections and paragraphs as JSON, and names the source that is meant", async () => {
    const { out } = await cmoc("text", "pellow2016", EXAMPLE, "--format", "json");
    const { version, text, pages, sections, paragraphs } = JSON.parse(out) as {
      readonly version: number;
      readonly text: string;
      readonly pages: readonly unknown[];
      readonly sections: readonly { readonly title: string; readonly start: number; readonly end: number }[];
      readonly paragraphs: readonly { readonly start: number; readonly end: number }[];
    };
    assert.deepEqual([version, pages], [1, []]);
    assert.deepEqual(
      sections
        .slice(0, 2)
        .map(({ title, start, end }) => [title, text.slice(start, start + title.length), end > start]),
      [
        ["Background", "Background", true],
        ["Methods", "Methods", true],
      ],
    );
    assert.deepEqual(
      paragraphs.slice(0, 2).map(({ start, end }) => text.slice(start, end).slice(0, 31)),
      ["“I thought it was for old peopl", "Rosamund Pellow, Tunde Adeyemi"],
    );
    assert.match((await cmoc("text", "pellow2016#e1", EXAMPLE)).err, /Did you mean pellow2016\?\n$/);
    assert.match((await cmoc("text", "pelow2016", EXAMPLE)).err, /Did you mean pellow2016\?\n$/);
  });

  it("needs nothing of a review without quotations", async () => {
    const made = folder({ "review.yaml": "cmoc: 1\n", "a.md": "## CMOC 1\n\n- C: a\n" });
    await cmoc("check", made.path);
    assert.ok(!existsSync(join(made.path, ".cmoc")));
    made.done();
  });
});
