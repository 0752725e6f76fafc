import assert from "node:assert/strict";
import fc from "fast-check";
import { addCodings } from "../../../../src/core/features/coding/add-coding.ts";
import { chosenBefore, codesWords, linksWords } from "../../../../src/core/features/coding/before.ts";
import { codeChoices, typedCodes } from "../../../../src/core/features/coding/codes.ts";
import { extended } from "../../../../src/core/features/coding/extending.ts";
import { inExtract, wordsInQuote } from "../../../../src/core/features/coding/in-quote.ts";
import { type Chosen, newExtract } from "../../../../src/core/features/coding/new-extract.ts";
import { codeLabel, quotedParagraph } from "../../../../src/core/features/coding/verbatim.ts";
import type { Extract } from "../../../../src/core/model/types.ts";
import type { Definition, Review } from "../../../../src/core/review.ts";
import { runs } from "../../../runs.ts";
import { type Files, problemsOf, reviewOf, sourceFile } from "../../reviews.ts";
import { filesAfter, record, refusal } from "../editing.ts";

const BIB = "@article{okafor2014, title={Working together again}, author={Okafor, N.}, year={2014}}\n";
const THEORY = "## CMOC TR3: Earlier success\n\n- **C:** a shared past\n- **M:** trust\n- **O:** faith\n";
const CODEBOOK =
  "## Code shared-history: A shared past\n\n- role: C\n\n## Code trust\n\n- role: M\n\n## Code old\n\n- role: C\n- retired: 2020\n";
const MANIFEST = "cmoc: 1\nbibliography: [references.bib]\n";
const FILES: Files = { "review.yaml": MANIFEST, "references.bib": BIB, "t.md": THEORY, "codebook.md": CODEBOOK };
const NONE: Chosen = { codes: [], links: [] };
const role = (letter: string) => ({ role: letter });
const extract = (review: Review, id: string): Definition<Extract> => record(review, id) as Definition<Extract>;

describe("coding a passage of a full text", () => {
  it("begins the source's file from the bibliography, with new codes in the codebook", () => {
    const review = reviewOf(FILES);
    const files = filesAfter(
      review,
      newExtract(
        review,
        "okafor2014",
        { paragraphs: ["Partners trusted.", "Then they met."], at: "p. 412" },
        {
          codes: [
            { role: role("C"), code: "shared-history" },
            { role: role("O"), code: "new-one" },
            { code: "no-role" },
            { role: role("M"), code: "New-One" },
          ],
          links: [
            { record: "r:tr3", stance: "supports", slots: [role("C"), role("M")] },
            { record: "r:tr3", stance: "refines", slots: [] },
          ],
          note: "see *p* 3",
          coder: "JA",
        },
      ),
    );
    assert.equal(
      files["sources/okafor2014.md"],
      "---\ncitekey: okafor2014\n---\n\n## Extract e1\n\n> Partners trusted.\n>\n> Then they met.\n\n- at: p. 412\n- C shared-history:\n- O new-one:\n- code no-role:\n- M New-One:\n- supports: TR3 (C, M)\n- refines: TR3\n- coder: JA\n- note: see \\*p\\* 3\n",
    );
    assert.equal(
      files["codebook.md"],
      `${CODEBOOK.trimEnd()}\n\n## Code new-one\n\n- role: O\n- definition:\n\n## Code no-role\n\n- definition:\n`,
    );
    const told = problemsOf(files).map(({ rule }) => rule);
    assert.ok(!told.some((rule) => /^(?:code|extract|ref|field)\//.test(rule) && rule !== "code/unused"), told.join());
  });

  it("appends to the file that there is, in its line ends and its hand", () => {
    const own = sourceFile("okafor2014", "## Extract e7\n\n> One.\n\n* at: p. 1\n").replaceAll("\n", "\r\n");
    const review = reviewOf({ ...FILES, "s/okafor.md": own });
    const chosen = { ...NONE, codes: [{ role: role("M"), code: "trust" }] };
    const files = filesAfter(review, newExtract(review, "okafor2014", { paragraphs: ["Two."] }, chosen));
    assert.equal(files["s/okafor.md"], `${own.trimEnd()}\r\n\r\n## Extract e8\r\n\r\n> Two.\r\n\r\n* M trust:\r\n`);
    assert.equal(refusal(newExtract(review, "nobody", { paragraphs: ["Two."] }, NONE)), "unknown");
    const gone = { ...NONE, links: [{ record: "r:zz9", stance: "supports", slots: [] } as const] };
    assert.equal(refusal(newExtract(review, "okafor2014", { paragraphs: ["Two."] }, gone)), "unknown");
  });

  it("quotes any words so that they are read again as they are", () => {
    for (const words of [
      "`code` and *stars* and <b>tags</b> &amp; more",
      "> quoted already",
      "- a list",
      "1. first",
      "# no heading",
      "[a]: b",
      "<!-- cmoc: off -->",
      "---",
      "```",
      "| a | b |",
      "@lund2010 [[TR3]] \\ and ~~x~~",
      "+ sum",
      "=== ===",
      "الثقة *نمت*",
      "$5 & 50% _of_ it",
    ]) {
      const review = reviewOf(FILES);
      const files = filesAfter(review, newExtract(review, "okafor2014", { paragraphs: [words, "End."] }, NONE));
      const read = record(reviewOf(files), "e1").entity as Extract;
      assert.equal(read.quote?.text, `${words} End.`);
      assert.equal(read.refs.length, 0);
    }
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."ab *_`<>[]()#!-+.1:&|~\\\"'{}$@=^/"), maxLength: 30 }),
        (words) => {
          const line = words.replace(/\s+/g, " ").trim();
          if (line !== "") assert.notEqual(quotedParagraph(line), undefined, line);
        },
      ),
      runs(200),
    );
  });
});

describe("codes to choose from", () => {
  const coded = sourceFile(
    "okafor2014",
    '## Extract e1\n\n> One.\n\n- M trust: "One"\n\n## Extract e2\n\n> Two.\n\n- M trust:\n- O loose-code:\n- C old:\n',
  );
  const review = reviewOf({ ...FILES, "s/okafor.md": coded });
  const labels = (recent = [] as Parameters<typeof codeChoices>[2]): string[] =>
    codeChoices(review, "okafor2014", recent).map(({ label, uses }) => `${label} ${uses}`);

  it("are those in force, the last used first, then those most used", () => {
    assert.deepEqual(labels(), ["M trust 2", "O loose-code 1", "C shared-history 0"]);
    assert.deepEqual(labels([{ role: role("C"), code: "shared-history" }]), [
      "C shared-history 0",
      "M trust 2",
      "O loose-code 1",
    ]);
    assert.equal(codeChoices(review, "okafor2014")[2]?.title, "A shared past");
  });

  it("may be typed with a part of a role", () => {
    const review = reviewOf(FILES);
    for (const typed of ["M resource trust", "M (resource) trust", "m resource trust", "mechanism (resource) trust"]) {
      const [first] = typedCodes(typed, review);
      assert.deepEqual([first?.role?.role, first?.role?.part, first?.code], ["M", "resource", "trust"], typed);
    }
    assert.equal(typedCodes("M quick trust", review)[0]?.code, "quick-trust");
  });

  it("may be typed: in a role, or in each role where none is named", () => {
    const typed = (words: string, shown = [] as Parameters<typeof typedCodes>[2]): string[] =>
      typedCodes(words, review, shown).map((use) => codeLabel(use, review.manifest.scheme) + (use.isNew ? " new" : ""));
    assert.deepEqual(typed("O Trust"), ["O trust"]);
    assert.deepEqual(typed("m quick trust").slice(0, 2), ["M quick-trust new", "C m-quick-trust new"]);
    assert.deepEqual(
      typed("Quick  trust!"),
      ["C", "M", "O", "code"].map((word) => `${word} quick-trust new`),
    );
    assert.deepEqual(typed("trust", [{ role: role("M"), code: "trust" }]), ["C trust", "O trust", "code trust"]);
    assert.deepEqual(typed("O: long, comma").slice(0, 1), ["O long-comma new"]);
    assert.deepEqual(typed("m: Trust").slice(0, 1), ["M trust"]);
    assert.deepEqual(typed("M (resource): trust").slice(0, 1), ["M resource trust"]);
    assert.deepEqual(typed("don’t know - yet").slice(0, 1), ["C dont-know-yet new"]);
    for (const none of ["x", "O ii", "code iv", "resource"]) assert.deepEqual(typed(none), [], none);
    assert.deepEqual(typed("  "), []);
    assert.deepEqual(typed("--"), []);
    assert.deepEqual(typed("x".repeat(500)), []);
    assert.deepEqual(typed("M final"), [], "would be read as a final mechanism");
  });
});

describe("words of a quote", () => {
  const TEXT = sourceFile(
    "okafor2014",
    "## Extract e1\n\n> Trust grew *where* partners\n> had succeeded, and trust\n> held.\n>\n> They met.\n\nA sentence.\n\n- at: p. 1\n- coder: JA\n\n## Extract e2\n\n> One part.\n\n> Another one.\n\n- at: p. 2\n",
  );
  const review = reviewOf({ ...FILES, "s.md": TEXT });
  const said = (from: string, to = from, base: string = TEXT, held: Review = review): string => {
    const start = base.indexOf(from);
    const found = inExtract(held, "s.md", [{ start, end: base.indexOf(to, start) + to.length }]);
    return found ? `${found.at.entity.id} ${found.is}: ${found.words.join(" | ")}` : "none";
  };

  it("are whole words, over the ends of lines, without the marks", () => {
    assert.equal(said("ew *where* part"), "e1 words: grew where partners");
    assert.equal(said("partners", "succeeded"), "e1 words: partners had succeeded");
    assert.equal(said("held", "met."), "e1 words: held. They met.");
    assert.equal(said("Trust grew", "met."), "e1 whole: ");
    assert.equal(said("part.", "Another"), "e2 words: part. | Another");
    assert.equal(said("A sentence"), "e1 outside: ");
    assert.equal(said("citekey"), "none");
    assert.equal(inExtract(review, "s.md", [{ start: TEXT.indexOf("met"), end: TEXT.indexOf("met") }])?.is, "whole");
    const crlf = TEXT.replaceAll("\n", "\r\n");
    assert.equal(
      said("partners", "succeeded", crlf, reviewOf({ ...FILES, "s.md": crlf })),
      "e1 words: partners had succeeded",
    );
  });

  it("that stand twice are told from the first by words beside them", () => {
    assert.equal(said("trust\n"), "e1 words: trust");
    const twice = sourceFile("okafor2014", "## Extract e1\n\n> trust grew and then trust held\n\n- at: p. 1\n");
    const held = reviewOf({ ...FILES, "s.md": twice });
    assert.equal(said("trust held", "trust", twice, held).replace("trust grew", ""), "e1 words: trust held");
    assert.equal(said("trust grew", "trust", twice, held), "e1 words: trust");
  });

  it("that a repetitive quote has again and again are never taken for the first", () => {
    const quote = `${"a b ".repeat(3000)}end`;
    const text = sourceFile("okafor2014", `## Extract e1\n\n> ${quote}\n\n- at: p. 1\n`);
    const review = reviewOf({ ...FILES, "s.md": text });
    const from = text.indexOf(quote);
    const begun = performance.now();
    for (const place of [1000, 6000, 11_000]) {
      const found = inExtract(review, "s.md", [{ start: from + place, end: from + place + 3 }]);
      const [words = quote] = found?.words ?? [];
      const first = quote.indexOf(words);
      assert.ok(first <= place && first + words.length >= place + 3, `${place}: ${first} ${words.length}`);
    }
    assert.ok(performance.now() - begun < 5000);
  });

  it("are coded in the record's own hand, signed where the coder is another", () => {
    const at = extract(review, "e1");
    const words = ["partners had succeeded"];
    const codes = [{ role: role("C"), code: "shared-history" }];
    const own = filesAfter(review, addCodings(review, at, { codes, words, coder: "JA" }))["s.md"] ?? "";
    assert.ok(own.includes('- at: p. 1\n- C shared-history: "partners had succeeded"\n- coder: JA\n'), own);
    const others = filesAfter(review, addCodings(review, at, { codes, words, coder: "RM" }))["s.md"] ?? "";
    assert.ok(others.includes('- C shared-history: "partners had succeeded" (RM)\n'), others);
    const again = reviewOf({ ...FILES, "s.md": own });
    assert.deepEqual(addCodings(again, extract(again, "e1"), { codes, words, coder: "JA" }), { edits: new Map() });
    const two = [...codes, { role: role("M"), code: "fresh" }];
    const both = filesAfter(review, addCodings(review, at, { codes: two, words: [], coder: undefined }));
    assert.ok(both["s.md"]?.includes("- at: p. 1\n- C shared-history:\n- M fresh:\n- coder"), both["s.md"]);
    assert.ok(both["codebook.md"]?.includes("## Code fresh\n\n- role: M\n"));
  });

  it("are coded where the record has no bullet, and where words hold marks", () => {
    const bare = sourceFile("okafor2014", '## Extract e1\n\n> She said “no”, he said "yes" to `all`.\n');
    const held = reviewOf({ ...FILES, "s.md": bare });
    const start = bare.indexOf("said “no”");
    const found = inExtract(held, "s.md", [{ start, end: bare.indexOf("all") + 3 }]);
    assert.ok(found);
    const codes = [
      { role: role("M"), code: "trust" },
      { role: role("C"), code: "shared-history" },
    ];
    const files = filesAfter(held, addCodings(held, found.at, { codes, words: found.words, coder: "RM" }));
    const read = record(reviewOf(files), "e1").entity as Extract;
    assert.deepEqual(
      read.codings.map(({ words }) => words[0]?.text),
      Array(2).fill('said “no”, he said "yes" to all'),
    );
    assert.ok(!problemsOf(files).some(({ rule }) => rule === "coding/words-not-in-quote"));
  });

  it("are found in a quote by words of its source", () => {
    assert.equal(wordsInQuote("They “trusted” each other, fully.", "trust-\ned\neach other"), "trusted” each other");
    assert.equal(wordsInQuote("They met.", "nobody"), undefined);
  });
});

describe("extending an extract", () => {
  const own = (quote: string, bullets = '- at: p. 412, table 2\n- M trust: "One two"\n'): Files => ({
    ...FILES,
    "s.md": sourceFile("okafor2014", `## Extract e1\n\n${quote}\n\n${bullets}`),
  });
  const extend = (files: Files, paragraphs: readonly string[], at?: string) => {
    const review = reviewOf(files);
    return { review, outcome: extended(review, extract(review, "e1"), { paragraphs, at }) };
  };

  it("replaces its quote and its pages, and nothing else", () => {
    const { review, outcome } = extend(own("> One two"), ["One two three.", "*Four*"], "pp. 412–413");
    assert.equal(
      filesAfter(review, outcome)["s.md"],
      own("> One two three.\n>\n> \\*Four\\*", '- at: pp. 412–413, table 2\n- M trust: "One two"\n')["s.md"],
    );
    const none = extend(own("> One two", "- M trust:\n"), ["One two three"], "p. 4");
    assert.ok(filesAfter(none.review, none.outcome)["s.md"]?.endsWith("> One two three\n\n- at: p. 4\n- M trust:\n"));
  });

  it("keeps what a person put into the quote, and adds words before and after it", () => {
    for (const quote of [
      "quick **to** trust",
      "quick <!-- mine --> to trust",
      "quick [to](x.md) trust",
      "quick `to` trust",
      "<u>quick</u> to trust",
    ]) {
      const { review, outcome } = extend(
        own(`> ${quote}`),
        ["They *met*.", "They were quick to trust.", "Then?"],
        "p. 4",
      );
      assert.equal(
        filesAfter(review, outcome)["s.md"]?.split("\n\n- ")[0]?.split("e1\n\n")[1],
        `> They \\*met\\*.\n>\n> They were ${quote}.\n>\n> Then?`,
      );
      const same = extend(own(`> ${quote}\n> *again*`), ["quick to trust again", "Then."]);
      assert.equal(
        filesAfter(same.review, same.outcome)["s.md"]?.split("\n\n- ")[0]?.split("e1\n\n")[1],
        `> ${quote}\n> *again*\n>\n> Then.`,
      );
      assert.equal(refusal(extend(own(`> ${quote}`), ["They were quick, to trust."]).outcome), "told");
    }
    for (const quote of ["quick ==to== trust", "quick ~~to~~ trust", "quick to trust %%why%%", "quick to trust[^1]"])
      assert.equal(refusal(extend(own(`> ${quote}`), ["They were quick to trust."]).outcome), "told", quote);
    const lost = own("> One … three", '- M trust: "One … three"\n');
    assert.equal(refusal(extend(lost, ["One two three"]).outcome), "told");
    const escaped = extend(own("> a \\*b\\* c"), ["a *b* c d"]);
    assert.match(filesAfter(escaped.review, escaped.outcome)["s.md"] ?? "", /> a \\\*b\\\* c d\n/);
  });

  it("is refused where words would be lost", () => {
    assert.equal(refusal(extend(own("> One\n\nx\n\n> two"), ["One two three"]).outcome), "told");
    assert.equal(refusal(extend(own("> [The nurses] met"), ["The nurses met them"]).outcome), "told");
    assert.equal(refusal(extend(own("> met [12]"), ["met [12] them all"]).outcome), undefined);
  });
});

describe("a code that reads as the number of a role", () => {
  it("is refused with words that say what to do, and taken without a role", () => {
    const review = reviewOf({
      ...FILES,
      "x.md": "## Code x\n\n- definition: so\n",
      "k.md": sourceFile("k", "## Extract e1\n\n> So.\n"),
    });
    const e1 = extract(review, "e1");
    for (const outcome of [
      addCodings(review, e1, { codes: [{ role: role("O"), code: "x" }], words: [] }),
      newExtract(review, "k", { paragraphs: ["So."] }, { ...NONE, codes: [{ role: role("O"), code: "x" }] }),
    ])
      assert.ok("refused" in outcome && /O x would be read as a role.*Rename Code/.test(String(outcome.data.words)));
    assert.equal(refusal(addCodings(review, e1, { codes: [{ code: "x" }], words: [] })), undefined);
  });
});

describe("what was coded before", () => {
  const CODED = sourceFile(
    "k",
    '## Extract e1\n\n> One.\n\n- C shared-history:\n- M trust: "One" (RM)\n- supports: TR3 (C, M)\n- refutes: TR3\n- coder: JA\n\n## Extract e2\n\n> Two.\n\n- O harm:\n- supports: TR3\n- coder: RM\n\n## Extract e3\n\n> Three.\n\n- O gain:\n- supports: TR3\n',
  );

  it("is of the same coder, in words that say each link with its stance and its slots", () => {
    const review = reviewOf({ ...FILES, "k.md": CODED });
    const before = chosenBefore(review, "k", "JA") ?? assert.fail("none");
    assert.equal(codesWords(review, before.codes), "C shared-history");
    assert.equal(linksWords(review, before.links), "supports TR3 (C, M), refutes TR3");
    assert.equal(linksWords(review, chosenBefore(review, "k", "RM")?.links ?? []), "supports TR3");
    for (const coder of ["", "ZZ", "ja"]) assert.equal(chosenBefore(review, "k", coder), undefined);
    assert.equal(chosenBefore(review, "nobody", "JA"), undefined);
  });
});
