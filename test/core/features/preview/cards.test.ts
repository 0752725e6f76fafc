import assert from "node:assert/strict";
import { chip } from "../../../../src/core/features/preview/html.ts";
import type { Files } from "../../reviews.ts";
import { reviewOf, sourceFile } from "../../reviews.ts";
import { engineOf, plainOf, shownOf } from "./engines.ts";

const LUND = sourceFile(
  "lund2010",
  [
    "## Extract e1: Before",
    "",
    "> Here they had met before, and so",
    "> they *trusted* one another.",
    "",
    "- at: p. 4",
    '- C shared-history: "had met before, and so they"',
    "- M trust:",
    '- code odd: "nowhere"',
    "- supports: TR1 (C), TR3",
    "",
    "## Extract e2",
    "",
    "> No.",
    "",
    "- refutes: TR1 — it was imposed",
    "",
    "## Extract e3",
    "",
    "> Nothing.",
    "",
  ].join("\n"),
).replace("status: included", "status: included\nauthor: Lund, A.\nyear: 2010");

const FILES: Files = {
  "sources/lund.md": LUND,
  "theory/trust.md": [
    "# Trust",
    "",
    "## CMOC TR1: One",
    "",
    "- status: supported",
    "- **C:** partners meet",
    "- **M:**",
    "  - resource: a process",
    "  - reasoning: trust",
    "- **O:** peace",
    "- leads to: TR2",
    "",
    "Prose.",
    "",
    "## CMOC TR2: Two",
    "",
    "When partners meet (C), they trust (M), so that there is peace (O).",
    "",
    "## CMOC TR3: Three",
    "",
    "| Context | Mechanism | Outcome |",
    "|---|---|---|",
    "| a place | trust | peace |",
    "",
    "## CMOC TR9: Gone",
    "",
    "- status: retired",
    "- C: a place",
    "",
    "## Tables",
    "",
    "| ID | Context | Mechanism | Outcome | Evidence |",
    "|---|---|---|---|---|",
    "| TR4 | a town | time | calm | @lund2010#e2 |",
    "| | a city | speed | noise | |",
    "| TR1 | partners meet | trust | peace | |",
    "",
  ].join("\n"),
  "theory.md":
    "## Theory PT1: Trust\n\n- stage: refined\n- configurations: TR1–TR3\n\n## Demi-regularity D1: Again\n\n- configurations: TR1\n- supports: @lund2010#e1\n",
  "codebook.md":
    "## Code shared-history: Before\n\n- role: C\n\n## Memo 2026-03-02: Why\n\n- about: TR1\n- kind: decision\n",
};
const review = reviewOf(FILES);
const trust = shownOf(review, "theory/trust.md");

/** The section that begins with a heading of these words. */
function section(shown: string, words: string): string {
  const found = shown.split(/(?=<section )/).find((each) => each.includes(`>${words}`));
  assert.ok(found?.startsWith("<section "), `${words} in ${shown}`);
  return (found ?? "").split("</section>")[0] ?? "";
}

/** The lines of cards, as text. */
function lines(shown: string): readonly string[] {
  return [...shown.matchAll(/<div class="cmoc-line [^>]*>(.*?)<\/div>/g)].map(([, line = ""]) =>
    line.replace(/<[^>]*>/g, ""),
  );
}

describe("words in an attribute", () => {
  it("never end it", () => {
    const odd = `x" onclick="y' <z>`;
    const escaped = "x&quot; onclick=&quot;y&#39; &lt;z&gt;";
    assert.equal(
      chip("cmoc-count", odd, odd),
      `<span class="cmoc-chip cmoc-count" title="${escaped}">${escaped}</span>`,
    );
    const coded = sourceFile(
      "lund2010",
      `## Extract e1\n\n> They were calm.\n\n- M trust: "were calm" (x" onclick="y)\n`,
    );
    const shown = shownOf(reviewOf({ "lund.md": coded }), "lund.md");
    assert.match(shown, /title="M trust \(x&quot; onclick=&quot;y\)">were calm</);
    assert.doesNotMatch(shown, /<[^>]*onclick="/);
  });
});

describe("the preview of a configuration", () => {
  it("in fields has its status, its roles and its evidence where they are written, and what other files say below", () => {
    const shown = section(trust, "CMOC TR1: One");
    assert.match(shown, /^<section class="cmoc-record cmoc-is-cmoc">/);
    assert.match(shown, /<h2[^>]*>CMOC TR1: One <span class="cmoc-chips">.*● supported.*✓1.*✗1.*1 source.*<\/h2>/);
    assert.match(shown, /title="1 extract supports, 1 refutes, from 1 source"/);
    assert.match(shown, /<li[^>]*cmoc-of-C[^>]*><strong><span class="cmoc-role cmoc-C">C<\/span>:<\/strong> partners/);
    assert.match(shown, /partners meet<span class="cmoc-marks" title="1 extract supports" [^>]*>.*✓1/);
    assert.match(shown, /<li[^>]*cmoc-of-M[^>]*><span class="cmoc-role cmoc-M">resource<\/span>: a process/);
    assert.match(shown, /peace<span class="cmoc-marks">none<\/span>/);
    assert.deepEqual(lines(shown), [
      "✓ supports @lund2010#e1 (C) · Lund 2010, p. 4 “Here they had met before, and so they trusted one another.”",
      "✗ refutes @lund2010#e2 · Lund 2010 “No.” — it was imposed",
      "part of PT1  Trust",
    ]);
    assert.ok(shown.indexOf("cmoc-card") < shown.indexOf("Prose."));
  });

  it("in a sentence, or in a table of its own, has a card with its slots", () => {
    const sentence = section(trust, "CMOC TR2: Two");
    assert.match(sentence, /\(<span class="cmoc-role cmoc-C">C<\/span>\)|<span class="cmoc-role cmoc-C">\(C\)<\/span>/);
    assert.deepEqual(lines(sentence), ["C  partners meet", "M  they trust", "O  there is peace", "part of PT1  Trust"]);
    const table = section(trust, "CMOC TR3: Three");
    assert.match(table, /<th><span class="cmoc-role cmoc-C">Context<\/span><\/th>/);
    assert.match(table, /<\/table>\n<div class="cmoc-card">/);
    assert.equal(lines(table)[0], "C  a place");
    assert.match(lines(table)[3] ?? "", /^✓ supports @lund2010#e1/);
  });

  it("in a row has a card below the table; a row that restates a record has none", () => {
    const cards = trust.split("<details ").slice(1);
    assert.deepEqual(
      cards.map((card) => /<strong>(.*?)<\/strong>/.exec(card)?.[1]),
      ["TR4", "theory/trust.md:35"],
    );
    assert.match(cards[0] ?? "", /^class="cmoc-card cmoc-row" open>/);
    assert.match(lines(cards[0] ?? "").at(-1) ?? "", /^✗|^✓ supports @lund2010#e2/);
    assert.match(trust, /<tr [^>]*id="L34"/);
    const many = Array.from({ length: 7 }, (_, n) => `| X${n} | a | b | c |\n`).join("");
    const long = reviewOf({ "a.md": `| ID | Context | Mechanism | Outcome |\n|-|-|-|-|\n${many}` });
    assert.equal([...shownOf(long, "a.md").matchAll(/<details class="cmoc-card cmoc-row">/g)].length, 7);
  });

  it("that is no longer held looks so", () => {
    assert.match(
      section(trust, "CMOC TR9: Gone"),
      /^<section class="cmoc-record cmoc-is-cmoc cmoc-gone">.*\n.*– retired/,
    );
  });
});

describe("the preview of other records", () => {
  it("shows the codes of an extract, the words that bear them, and what it bears on", () => {
    const shown = shownOf(review, "sources/lund.md");
    const first = section(shown, "Extract e1: Before");
    assert.match(
      first,
      /<div class="cmoc-codes">.*C<\/span> <a class="cmoc-ref" href="\.\.\/codebook\.md">shared-history<\/a>/,
    );
    assert.match(first, /M<\/span> trust<\/span>/);
    // Over the end of a line.
    assert.match(
      first,
      /<span class="cmoc-coded cmoc-C" title="C shared-history">had met before, and so<\/span>\n<span class="cmoc-coded cmoc-C" [^>]*>they<\/span> <em>trusted<\/em>/,
    );
    assert.doesNotMatch(first, /cmoc-coded[^>]*>nowhere/);
    assert.deepEqual(lines(first), ["✓ supports TR1  One (C)", "✓ supports TR3  Three", "✓ supports D1  Again"]);
    assert.match(first, /<span class="cmoc-marks" title="bears on 3 records"/);
    assert.match(section(shown, "Extract e3"), /unlinked/);
  });

  it("shows what theories and regularities hold, how often codes are used, of what kind memos are", () => {
    const theory = shownOf(review, "theory.md");
    assert.match(section(theory, "Theory PT1: Trust"), /refined.*3 configurations/);
    assert.match(section(theory, "Demi-regularity D1: Again"), /1 configuration<.*✓1.*1 source/);
    const codes = shownOf(review, "codebook.md");
    assert.match(section(codes, "Code shared-history: Before"), /used 1 time</);
    assert.match(section(codes, "Memo 2026-03-02: Why"), /decision/);
  });
});

describe("the preview of plain Markdown", () => {
  it("is what it is without the extension", () => {
    const plain = reviewOf({
      ...FILES,
      "notes.md":
        "# Notes\n\n- [ ] todo\n\n| study | context | methods | outcomes |\n|-|-|-|-|\n| a | b | c | d |\n\nSee [it](x.md) or [[Somebody]], thanks to @jdoe.\n\n## Theory and methods\n\n> C: no\n",
      "off.md": "---\ncmoc: off\n---\n\n## CMOC X1\n\n- C: x\n",
    });
    for (const uri of ["notes.md", "off.md"]) assert.equal(shownOf(plain, uri), plainOf(plain, uri));
  });

  it("stays beside records: only what is of the language is different", () => {
    const text = "# Mine\n\nWords, *odd* ones.\n\n```\n[[TR1]]\n```\n\n<div>TR1</div>\n\n";
    const one = reviewOf({ "a.md": `${text}## CMOC TR1\n\n- C: x\n` });
    const shown = shownOf(one, "a.md");
    assert.equal(shown.split("<section")[0], plainOf(one, "a.md").split("<h2")[0]);
  });

  it("is shown of a text that is not the document's, and of none", () => {
    const engine = engineOf(review);
    const bare = engineOf();
    const other = "## CMOC TR1: One\n\n- C: typed just now\n";
    assert.equal(engine.render(engine.parse(other), "theory/trust.md"), bare.render(bare.parse(other)));
    assert.equal(engine.render(engine.parse(other)), bare.render(bare.parse(other)));
    assert.equal(engine.render([], "theory/trust.md"), "");
  });
});
