/** Uses of codes counted, pairs of them, and the page that shows both. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { quoteStripes } from "../../../src/core/features/stripes.ts";
import { codebookPage } from "../../../src/core/report/codes/page.ts";
import { MOST_CODES } from "../../../src/core/report/codes/pairs.ts";
import { type CodeRow, type CodesReport, codesReport } from "../../../src/core/report/codes.ts";
import { CMO } from "../../../src/core/vocabulary.ts";
import { runs } from "../../runs.ts";
import { anyRecord } from "../features/generate-records.ts";
import { type Files, reviewOf, sourceFile } from "../reviews.ts";

const files: Files = {
  "codebook.md":
    "## Code narrow\n\n- parent: trust\n\n## Code trust: Trust\n\n- role: Mechanism\n- definition: they rely < & hope\n- origin: inductive\n- note: watch it\n\n## Code old\n\n- retired: too wide\n- replaced by: trust, narrow\n\n## Code loop\n\n- parent: pool\n\n## Code pool\n\n- parent: loop\n",
  "lund.md": sourceFile(
    "lund2010",
    '## Extract e1\n\n> “They met,” and then they trusted one another.\n\n- at: p. 1\n- M trust: "they trusted one"\n- M trust: "met" (RM)\n- C narrow: "trusted"\n- O other-code: "\'They met"\n- C\n- code old:\n- coder: JA\n- supports: TR1\n\n## Extract e2\n\n> No.\n\n- at: p. 2\n- C other-code: "No"\n- M trust: "not there"\n- refutes: TR1, TR2\n',
  ),
  "moreau.md": sourceFile("moreau2005", '## Extract e1\n\n> Yes.\n\n- M trust: "Yes"\n- parked: later\n'),
  "t.md": "## CMOC TR1\n\n- **C:** a\n- **M:** b\n- **O:** c\n\n## CMOC TR2\n\n- **C:** d\n- **M:** e\n- **O:** f\n",
};
const report = codesReport(reviewOf(files));
const rowOf = (id: string, of: CodesReport = report): CodeRow => {
  const row = of.codes.find((each) => each.id === id);
  assert.ok(row, id);
  return row;
};
const page = (of: CodesReport, more = {}): string => codebookPage(of, { title: "A <review>", scheme: CMO, ...more });

describe("the report of codes", () => {
  it("has the codes in the order of the codebook, narrower ones after the wider, unknown ones last", () => {
    assert.deepEqual(
      report.codes.map(({ id, depth, state }) => `${" ".repeat(depth)}${id} ${state}`),
      ["trust used", " narrow used", "old replaced", "loop unused", "pool unused", "other-code unknown"],
    );
  });

  it("counts uses, extracts, sources, coders, roles, and the configurations that they bear on", () => {
    const { passages, file, offset, ...trust } = rowOf("trust");
    assert.deepEqual(trust, {
      id: "trust",
      title: "Trust",
      depth: 0,
      state: "used",
      role: "M",
      definition: "they rely < & hope",
      origin: "inductive",
      notes: ["watch it"],
      uses: 4,
      extracts: 3,
      sources: 2,
      coders: ["JA", "RM"],
      configurations: ["TR1", "TR2"],
      roles: { M: 4 },
    });
    assert.deepEqual([file, offset], ["codebook.md", files["codebook.md"]?.indexOf("## Code trust")]);
    assert.deepEqual(
      passages.map(({ extract, at, words, coder }) => [extract, at, words.join("|"), coder]),
      [
        ["@lund2010#e1", "p. 1", "they trusted one", "JA"],
        ["@moreau2005#e1", undefined, "Yes", undefined],
        ["@lund2010#e1", "p. 1", "met", "RM"],
      ],
    );
    const { replacedBy, retired, roles, passages: whole } = rowOf("old");
    assert.deepEqual([replacedBy, retired, roles], [["trust", "narrow"], "too wide", { "": 1 }]);
    assert.deepEqual(whole[0]?.words, ["“They met,” and then they trusted one another."]);
    assert.equal(report.uses, 8);
  });

  it("calls a code used that a narrower one that is used stands under", () => {
    const codes = codesReport(
      reviewOf({
        "codebook.md":
          "## Code wide\n\n- definition: a\n\n## Code thin\n\n- parent: wide\n\n## Code lone\n\n- parent: lone\n\n## Code bare\n\n- parent: lone\n",
        "s.md": sourceFile("k", '## Extract e1\n\n> So.\n\n- M thin: "So"\n'),
      }),
    ).codes;
    assert.deepEqual(
      codes.map(({ id, state }) => `${id} ${state}`),
      ["wide used", "thin used", "lone unused", "bare unused"],
    );
  });

  it("tells pairs that share words from those that stand in one extract", () => {
    assert.deepEqual(
      report.pairs.map(({ one, other, extracts, overlapping }) => `${one} ${other} ${extracts} ${overlapping}`),
      [
        // “They met” holds “met”; in the other extract the words of trust are not in the quote.
        "other-code trust 2 1",
        "narrow old 1 1",
        "narrow trust 1 1",
        "old other-code 1 1",
        "old trust 1 1",
        "narrow other-code 1 0",
      ],
    );
  });

  it("counts words as shared where their stripes overlap, and nowhere else", () => {
    for (const [quote, one, other] of [
      ["started with art and trust", "art", "started"],
      ["Trust grew", "trust", "Trust grew"],
      ["a — b, c. d", "a - b", "B c"],
      ["one ‘two’ three", "'two'", "two"],
      ["The art of trust started", "art", "trust started"],
      ["They met and part\n> of them stayed", "met and part", "and part of"],
    ] as const) {
      const text = sourceFile("l", `## Extract e1\n\n> ${quote}\n\n- M a: "${one}"\n- M b: "${other}"\n`);
      const review = reviewOf({ "s.md": text });
      const [first, second] = quoteStripes(review, "s.md");
      assert.ok(first && second, quote);
      const overlap = first.start < second.end && second.start < first.end;
      assert.equal(codesReport(review).pairs[0]?.overlapping, overlap ? 1 : 0, quote);
    }
  });

  it("counts no pairs where they would be the square of thousands, and says so", () => {
    const lines = Array.from({ length: 5000 }, (_, at) => `- M code-${at}: "met"\n`).join("");
    const begun = performance.now();
    const many = codesReport(reviewOf({ "a.md": sourceFile("alpha2020", `## Extract e1\n\n> They met.\n\n${lines}`) }));
    assert.deepEqual([many.pairs.length, many.unpaired, many.codes.length, many.uses], [0, 1, 5000, 5000]);
    assert.match(page(many), /1 extract has too many codes for pairs/);
    assert.ok(performance.now() - begun < 5000);
    assert.ok(MOST_CODES >= 100);
  });

  it("counts as the coding lines stand, whatever stands beside them", () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 4 }), (all) => {
        const review = reviewOf(
          Object.fromEntries(all.map(({ text, source }, at) => [source ? "l.md" : `${at}.md`, text])),
        );
        const made = codesReport(review);
        const lines = [...review.records("extract")].flatMap(({ entity }) =>
          entity.kind === "extract" ? entity.codings.filter(({ code }) => code !== undefined) : [],
        );
        assert.equal(made.uses, lines.length);
        for (const { uses, extracts, sources, roles } of made.codes) {
          assert.ok(sources <= extracts && extracts <= uses);
          assert.equal(
            Object.values(roles).reduce((sum, n) => sum + n, 0),
            uses,
          );
        }
        for (const { extracts, overlapping } of made.pairs) assert.ok(overlapping <= extracts);
      }),
      runs(30),
    );
  });
});

describe("the page of the codebook", () => {
  it("shows every code with its counts, its definition, its passages, and what it stands with", () => {
    const whole = page(report, { date: "2 March 2026" });
    const text = whole.replace(/<\/?(?:a|code)\b[^>]*>/g, "");
    assert.match(text, /<title>Codebook: A &lt;review&gt;<\/title>/);
    assert.match(text, /6 codes · 8 coding lines · 2 March 2026/);
    const place = (file: string, words: string): string => `${file}#${files[file]?.indexOf(words)}`;
    const linked = page(report, { linkTo: (file: string, offset: number) => `${file}#${offset}` });
    for (const [words, to] of [
      ["<code>other-code</code></a> (2)", "#code-5"],
      ["<code>narrow</code></a> (1)", "#code-1"],
      ["TR1</a>", place("t.md", "## CMOC TR1")],
      ["TR2</a>", place("t.md", "## CMOC TR2")],
      ["<code>pool</code></a></p>", "#code-4"],
      ["<code>trust</code></a>, <a", "#code-0"],
    ] as const)
      assert.ok(linked.includes(`<a href="${to}">${words}`), `${words} to ${to}`);
    assert.ok(whole.includes("</span> TR1, TR2</p>"));
    for (const words of [
      "they rely &lt; &amp; hope",
      "“they trusted one”",
      "@lund2010#e1",
      "p. 1 · JA",
      "4 uses · 3 extracts · 2 sources · Mechanism 4",
      "other-code (2), narrow (1), old (1)",
      "TR1, TR2",
      "replaced by trust, narrow",
      "not in the codebook",
      "2 (1)",
    ])
      assert.ok(text.includes(words), words);
    assert.equal(text.match(/<article /g)?.length, 6);
  });

  it("runs nothing, asks for nothing, and takes no word of a review for markup", () => {
    const bad = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'`&\u0000\ud800";
    const hostile = codesReport(
      reviewOf({
        "codebook.md": `## Code trust: ${bad}\n\n- role: M\n- definition: \`${bad}\`\n- note: ${bad}\n- retired: ${bad}\n`,
        "a.md": sourceFile("alpha2020", `## Extract e1\n\n> \`${bad}\`\n\n- at: ${bad}\n- coder: ${bad}\n- M trust:\n`),
      }),
    );
    const text = page(hostile, {
      title: bad,
      actions: [{ label: "Save", href: 'command:x"' }],
      linkTo: () => 'command:y"',
    });
    assert.doesNotMatch(text, /<script|<img|<iframe|<link|<object|<[^<>]* on\w+=|url\(|@import|javascript:|https?:/i);
    assert.match(text, /content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/);
    assert.ok(text.includes('href="command:x&quot;"') && text.includes('href="command:y&quot;"'));
    assert.ok(!/(?![\t\n\r])[\p{Cc}\p{Cs}]/u.test(text));
    const tags = [...text.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, tag = ""]) => tag.toLowerCase());
    const known =
      /^(?:html|head|meta|title|style|body|header|h[123]|p|nav|a|main|section|div|table|caption|thead|tbody|tr|th|td|span|code|article|blockquote|footer|abbr|doctype)$/;
    assert.deepEqual(
      [...new Set(tags)].filter((tag) => !known.test(tag)),
      [],
    );
    const opened = (tag: string) => [...text.matchAll(new RegExp(`<${tag}[ >]`, "g"))].length;
    for (const tag of new Set(tags))
      if (tag !== "meta") assert.equal(opened(tag), text.split(`</${tag}>`).length - 1, tag);
  });

  it("can be read by a screen reader and be printed", () => {
    const text = page(report);
    for (const [, id] of text.matchAll(/aria-labelledby="([^"]+)"/g)) assert.ok(text.includes(`id="${id}"`), id);
    for (const [, id] of text.matchAll(/href="#([^"]+)"/g)) assert.ok(text.includes(`id="${id}"`), id);
    assert.equal(text.match(/<table/g)?.length, text.match(/<caption/g)?.length);
    assert.match(text, /role="img">M<\/span>/);
    assert.match(text, /<span class="unseen">level 2 <\/span>/);
    assert.match(text, /<html lang="en">/);
    for (const media of ["print", "prefers-color-scheme: dark", "forced-colors: active"])
      assert.ok(text.includes(media));
    assert.match(page(codesReport(reviewOf({}))), /No code yet\. Code an extract, or make a code/);
  });
});
