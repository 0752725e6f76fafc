import assert from "node:assert/strict";
import fc from "fast-check";
import { type FrontMatter, readFrontMatter, scaleField } from "../../../src/core/syntax/front-matter.ts";
import { fieldsByLine } from "../../../src/core/syntax/front-matter-lines.ts";
import { fieldsByYaml } from "../../../src/core/syntax/front-matter-yaml.ts";
import { runs } from "../../runs.ts";

const read = (text: string): FrontMatter => readFrontMatter(text, { start: 0, end: text.length });
const plain = (text: string) => fieldsByLine(text, { start: 0, end: text.length });

const SOURCE = `citekey: okafor2014
title: Working together again
author: Okafor, N.
year: 2014
type: theoretical
status: included          # included | excluded | awaiting
reason:                   # wanted when excluded
relevance: high
richness: rich
rigour: moderate
text: texts/okafor2014.pdf
study: okafor-leeds
`;

describe("readFrontMatter", () => {
  it("reads a source's keys", () => {
    const found = read(SOURCE);
    const values = [found.citekey, found.title, found.author, found.year, found.type, found.status, found.reason];
    assert.deepEqual(
      values.map((located) => located?.value),
      ["okafor2014", "Working together again", "Okafor, N.", "2014", "theoretical", "included", undefined],
    );
    const more = [found.relevance, found.richness, found.rigour, found.text, found.study];
    assert.deepEqual(
      more.map((located) => located?.value),
      ["high", "rich", "moderate", "texts/okafor2014.pdf", "okafor-leeds"],
    );
    assert.deepEqual(found.findings, []);
    assert.equal(found.cmocOff, false);
    assert.ok(plain(SOURCE), "read by line");
  });

  it("counts offsets in the document", () => {
    const text = `---\ncitekey: a1\nstatus: "maybe"\n---\n\nText`;
    const found = readFrontMatter(text, { start: 4, end: text.indexOf("---\n\n") });
    assert.equal(text.slice(found.citekey?.span.start, found.citekey?.span.end), "a1");
    const field = found.fields.get("status");
    assert.equal(text.slice(field?.keySpan.start, field?.keySpan.end), "status");
    assert.equal(text.slice(field?.span.start, field?.span.end), '"maybe"');
    assert.deepEqual(found.findings, [
      {
        rule: "field/value",
        ...field?.span,
        data: { field: "status", value: "maybe", expected: ["included", "excluded", "awaiting"] },
      },
    ]);
    assert.equal(found.status, undefined);
  });

  it("takes what is off for off", () => {
    for (const off of ["off", "Off", "false", "no", '"off"']) assert.equal(read(`cmoc: ${off}`).cmocOff, true, off);
    for (const on of ["1", "on", "", "true"]) assert.equal(read(`cmoc: ${on}`).cmocOff, false, on);
  });

  it("wants a citation key that can be cited", () => {
    const key = (value: string) => {
      const found = read(`citekey: ${value}`);
      return [found.citekey?.value, found.findings.map((finding) => `${finding.rule} ${finding.data.expected}`)];
    };
    assert.deepEqual(key("smith:2014a"), ["smith:2014a", []]);
    assert.deepEqual(key("Müller_2014"), ["Müller_2014", []]);
    assert.deepEqual(key('"2014"'), ["2014", []]);
    assert.deepEqual(key("2014"), ["2014", ["field/value citekey"]]);
    assert.deepEqual(key("true"), ["true", ["field/value citekey"]]);
    assert.deepEqual(key('"@okafor2014"'), ["okafor2014", ["field/value citekey"]]);
    assert.deepEqual(key("two words"), [undefined, ["field/value citekey"]]);
    assert.deepEqual(key("a#e4"), [undefined, ["field/value citekey"]]);
    assert.deepEqual(key("a@b"), [undefined, ["field/value citekey"]]);
    assert.deepEqual(key("[a, b]"), [undefined, ["yaml/value text"]]);
    assert.deepEqual(key(""), [undefined, []]);
  });

  it("reads a status in any case", () => {
    assert.equal(read("status: Included").status?.value, "included");
    assert.equal(read("status: Included").fields.get("status")?.value, "Included");
    assert.deepEqual(read("status: Included").findings, []);
  });

  it("wants the full text below the review's folder", () => {
    assert.equal(read("text: ./texts//a.pdf").text?.value, "texts/a.pdf");
    for (const path of [
      "/etc/passwd",
      "../a.pdf",
      "texts/../../a.pdf",
      "'C:\\a.pdf'",
      "file:///a.pdf",
      "https://example.org/a.pdf",
      ".",
    ]) {
      const found = read(`text: ${path}`);
      assert.equal(found.text, undefined, path);
      assert.deepEqual(
        found.findings.map((finding) => [finding.rule, finding.data.expected]),
        [["field/value", "path"]],
        path,
      );
    }
  });

  it("keeps keys that it does not know, and a review's own scales", () => {
    const found = read("zotero-id: ABC\nusefulness: 4\nrigor: low\nkeywords: [a, b]\n");
    assert.equal(found.fields.get("zotero-id")?.value, "ABC");
    assert.equal(scaleField(found, "usefulness")?.value, "4");
    assert.equal(scaleField(found, "rigour")?.value, "low");
    assert.equal(found.rigour?.value, "low");
    assert.equal(found.fields.has("keywords"), false);
    assert.deepEqual(found.findings, []);
  });

  it("reads appraisals by coder", () => {
    const text =
      "citekey: a\nappraisals:\n  JA: { relevance: high, rigor: low }\n  RM:\n    relevance: moderate\n    richness:\n";
    const found = read(text);
    assert.deepEqual(
      found.appraisals.map(({ coder, keySpan, values }) => [
        coder,
        text.slice(keySpan.start, keySpan.end),
        values.map(({ scale, value, span }) => [scale, value, text.slice(span.start, span.end)]),
      ]),
      [
        [
          "JA",
          "JA",
          [
            ["relevance", "high", "high"],
            ["rigour", "low", "low"],
          ],
        ],
        ["RM", "RM", [["relevance", "moderate", "moderate"]]],
      ],
    );
    assert.deepEqual(found.findings, []);
    const usual = plain(
      "citekey: a\nappraisals: # both\n  JA: { relevance: high, rigor: low }\n  RM: {relevance: moderate}\nyear: 2014\n",
    );
    assert.deepEqual(
      usual?.appraisals.map(({ coder, values }) => [coder, values.map(({ scale, value }) => `${scale} ${value}`)]),
      [
        ["JA", ["relevance high", "rigour low"]],
        ["RM", ["relevance moderate"]],
      ],
    );
    for (const wrong of [
      "appraisals: high",
      "appraisals: [JA]",
      "appraisals: { JA: high }",
      "appraisals: { JA: { rigour: [low] } }",
    ]) {
      assert.deepEqual(
        read(wrong).findings.map((finding) => finding.rule),
        ["yaml/value"],
        wrong,
      );
    }
  });

  it("reads several authors, block scalars and escapes", () => {
    assert.equal(read("author: [Okafor, Lee]").author?.value, "Okafor; Lee");
    assert.equal(read("author:\n  - Okafor, N.\n  - Lee, A.\n").author?.value, "Okafor, N.; Lee, A.");
    assert.equal(read("title: >-\n  Working\n  together\n").title?.value, "Working together");
    assert.equal(read('title: "A \\"new\\" start"').title?.value, 'A "new" start');
    assert.equal(read("title: 'It''s'").title?.value, "It's");
  });

  it("tells of front matter that is no map, and of broken YAML, and reads what it can", () => {
    assert.deepEqual(
      read("- a\n").findings.map((finding) => finding.data.reason),
      ["not-a-map"],
    );
    assert.deepEqual(
      read("just words\n").findings.map((finding) => finding.rule),
      ["yaml/syntax"],
    );
    const broken = read("citekey: a1\ntitle: one: two\nyear: 2014\n");
    assert.deepEqual(
      broken.findings.map((finding) => [finding.rule, finding.start]),
      [["yaml/syntax", 19]],
    );
    assert.equal(broken.citekey?.value, "a1");
    assert.equal(broken.year?.value, "2014");
    const twice = read("citekey: a1\ncitekey: a2\n");
    assert.equal(twice.citekey?.value, "a1");
    assert.deepEqual(
      twice.findings.map((finding) => finding.data.reason),
      ["duplicate-key"],
    );
  });

  it("takes plain lines, and leaves anything else to yaml", () => {
    for (const text of [
      "",
      "a: b",
      "a: b\r\nc: d\r\n",
      "# x\n\na: 'b' # c\n",
      'a: "b: c"',
      "a: b:c",
      "a: x#y",
      "title: Ärzte – „und“ mehr",
    ]) {
      assert.ok(plain(text), text);
    }
    const unusual = [
      "a : b",
      " a: b",
      "a:b",
      "a: [b]",
      "a: - b",
      "a: |\n b",
      "a: b\n c",
      "a: b: c",
      "a: b:",
      "a: &x b",
      "a:\tb",
      "a: b\rc: d",
      "a: \0",
      '"a": b',
      "a: 'it''s'",
      'a: "\\n"',
      "a: 'b",
      "a: b\na: c",
      "a: ~",
      "a: @b",
      "---\na: b",
      "a: !!str b",
      "a: b\u2028",
      "\uFEFFa: b",
    ];
    for (const text of unusual) assert.equal(plain(text), undefined, text);
  });

  const piece = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        "a",
        "key",
        "b-1",
        ": ",
        ":",
        "\n",
        " ",
        "'",
        '"',
        "word",
        "true",
        "null",
        "2014",
        "1e3",
        "# ",
        "#",
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "- ",
        "[",
        "{",
        "|",
        ">",
        "\r\n",
        "\r",
        "\t",
        "é",
        "–",
        "(",
        "~",
        "&",
        "*",
        "!",
        "%",
        "@",
        "`",
        ",",
        "?",
        "\\",
        "\0",
        "---",
        "...",
        "\u2028",
        "\uFEFF",
      ),
    },
  );
  const line = fc
    .tuple(
      fc.constantFrom("citekey", "title", "status", "a", "b", "appraisals", "text"),
      fc.array(piece, { maxLength: 5 }),
    )
    .map(([key, rest]) => `${key}: ${rest.join("")}`);
  const below = fc
    .array(
      fc.constantFrom(
        "  JA: ",
        "  RM: ",
        "   JA: ",
        "{",
        "}",
        " ",
        "a: ",
        "rigor: ",
        "low",
        "high",
        ", ",
        ",",
        "\n",
        "\r\n",
        "null",
        "b",
        "#",
        ":",
        "1",
        "-",
        "title: x",
      ),
      { maxLength: 16 },
    )
    .map((pieces) => `appraisals:\n${pieces.join("")}`);
  const coders = fc
    .array(
      fc.tuple(
        fc.constantFrom("JA", "RM", "a"),
        fc.array(fc.constantFrom("relevance: high", "rigor: low", "x: null", "y:z"), { maxLength: 3 }),
      ),
      { maxLength: 3 },
    )
    .map(
      (rows) =>
        `citekey: a\nappraisals:\n${rows.map(([coder, values]) => `  ${coder}: { ${values.join(", ")} }\n`).join("")}status: included\n`,
    );
  const yamlText = fc.oneof(
    below,
    coders,
    fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join("")),
    fc.tuple(fc.array(line, { maxLength: 4 }), fc.constantFrom("\n", "\r\n")).map(([lines, end]) => lines.join(end)),
  );

  it("reads by line what yaml reads", () => {
    let taken = 0;
    const often = runs(80);
    fc.assert(
      fc.property(yamlText, fc.constantFrom("", "---\n"), (text, before) => {
        const document = `${before}${text}${before}`;
        const span = { start: before.length, end: before.length + text.length };
        const byLine = fieldsByLine(document, span);
        if (byLine === undefined) return;
        taken++;
        assert.deepEqual(byLine, fieldsByYaml(document, span));
      }),
      often,
    );
    assert.ok(taken > often.numRuns / 8, `${taken} of ${often.numRuns} were read by line`);
  });

  it("never throws, and its spans lie in the front matter", () => {
    fc.assert(
      fc.property(yamlText, (text) => {
        const document = `---\n${text}\n---\n`;
        const found = readFrontMatter(document, { start: 4, end: 4 + text.length });
        const spans = [
          ...found.findings,
          ...[...found.fields.values()].flatMap((field) => [field.span, field.keySpan]),
        ];
        for (const { start, end } of spans) assert.ok(4 <= start && start <= end && end <= 4 + text.length);
      }),
      runs(20),
    );
  });

  it("places each key and value where it is written", () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 5 }),
        fc.array(word, { minLength: 5, maxLength: 5 }),
        (keys, values) => {
          const text = keys.map((key, index) => `${key}: ${values[index]} x # note\n`).join("");
          for (const [key, field] of read(text).fields) {
            assert.equal(text.slice(field.keySpan.start, field.keySpan.end), key);
            assert.equal(text.slice(field.span.start, field.span.end), field.value);
          }
        },
      ),
      runs(10),
    );
  });
});
