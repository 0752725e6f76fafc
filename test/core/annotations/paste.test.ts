import assert from "node:assert/strict";
import { citedElsewhere, pasteExtracts, pasteQuotation } from "../../../src/core/annotations/paste.ts";
import { quotationsIn } from "../../../src/core/exchange/annotations/copied.ts";
import { type Copied, mayHoldQuotations } from "../../../src/core/exchange/annotations/copied-signs.ts";
import { isRefusal } from "../../../src/core/features/edit.ts";
import { placeOfQuote } from "../../../src/core/proof/place-of-quote.ts";
import { SourceText } from "../../../src/core/quotes/source-text.ts";
import { applyEdits } from "../../../src/core/text.ts";
import { reviewOf } from "../reviews.ts";

const of = (copied: Copied): readonly string[] =>
  mayHoldQuotations(copied)
    ? quotationsIn(copied).map(({ quote, at, id }) => [quote, at, id].filter(Boolean).join(" | "))
    : ["nothing to look at"];

describe("quotations that are copied", () => {
  it("are no extracts where words of somebody’s own stand between them, which would be lost", () => {
    const one = "“Quick to trust.” (Okafor, 2014, p. 412)";
    const two = "“Slow to trust.” (Okafor, 2014, p. 413)";
    assert.equal(of({ text: `${one}\n\n${two}` }).length, 2);
    for (const between of ["My own thought.", "# A heading", "> Quoted without a place.", "```\ncode\n```"])
      assert.deepEqual(of({ text: `${one}\n\n${between}\n\n${two}` }), [], between);
    assert.deepEqual(of({ text: `${one}\n\nI think ${two}` }), []);
    assert.deepEqual(of({ text: `${one}\n\nMy own thought.` }), []);
  });

  it("bring their places along: of Zotero, with links or HTML or without, of readers that link to a page", () => {
    assert.deepEqual(of({ text: "“Quick to trust.” (Okafor et al., 2014, p. 412)" }), ["Quick to trust. | p. 412"]);
    assert.deepEqual(
      of({
        text: "“Quick” ([Okafor, 2014, p. 412](zotero://select/library/items/A)) ([pdf](zotero://open-pdf/library/items/B?page=6&annotation=KQ3PT7WD))",
      }),
      ["Quick | p. 412 | zotero KQ3PT7WD"],
    );
    const told = encodeURIComponent(JSON.stringify({ annotationKey: "KQ3PT7WD", pageLabel: "412" }));
    assert.deepEqual(
      of({
        text: "“Quick” (Okafor, 2014, p. 412)",
        html: `<p><span class="highlight" data-annotation="${told}">“Quick”</span></p>`,
      }),
      ["Quick | p. 412 | zotero KQ3PT7WD"],
    );
    assert.deepEqual(of({ text: "> [!PDF|red] [[a.pdf#page=3&selection=1,2,3,4|a, p.3]]\n> > Quick" }), [
      "Quick | p. 3",
    ]);
    assert.deepEqual(of({ text: "“One” (A, 2000, p. 1)\n\n“Two” (A, 2000, p. 2) mine" }), ["One | p. 1", "Two | p. 2"]);
    assert.deepEqual(of({ text: '"Quick" (Lund 2010:12)', html: '<span data-annotation="%7B broken">' }), [
      "Quick | p. 12",
    ]);
  });

  it("are one where they are cited in any usual way, also by a key or by a place alone", () => {
    for (const [text, meant] of [
      ["“quick to trust” [@okafor2014, p. 412]", "quick to trust | p. 412"],
      ["“quick to trust” (p. 412)", "quick to trust | p. 412"],
      ["“quick to trust” (para. 3).", "quick to trust | para. 3"],
      ["“quick to trust,” (Okafor, 2014, p12)", "quick to trust, | p. 12"],
      ["Okafor (2014, p. 412): “quick to trust”", "quick to trust | p. 412"],
      ["Okafor and van den Berg (2014, p. 412), “quick to trust.”", "quick to trust. | p. 412"],
      ["“quick to trust” Okafor et al. (2014, p. 412)", "quick to trust | p. 412"],
      ["> quick to trust (Okafor, 2014, p. 412)", "quick to trust | p. 412"],
      ["> quick to\n> trust\n>\n> again [@okafor2014, § 3]", "quick to trust\nagain | § 3"],
      ["“para one.\n\npara two” (Okafor, 2014, p. 412)", "para one.\npara two | p. 412"],
      ["“para one.\n\n“para two” (Okafor, 2014, p. 412)", "para one.\npara two | p. 412"],
      ["“quick to trust” (Okafor, 2014, Table 2)", "quick to trust | Table 2"],
      ["“quick to trust” (Okafor 2014, 412)", "quick to trust | p. 412"],
    ] as const)
      assert.deepEqual(of({ text }), [meant], text);
    for (const text of [
      "“a” and “b” (Okafor, 2014, p. 412)",
      "According to Okafor, “quick” (2014, p. 412)",
      "As Okafor (2014, p. 412) says: “quick”",
      "“quick” as Okafor holds (2014, p. 412)",
      "“quick” (p. 412) mine",
      "Mine. Okafor (2014, p. 412): “quick”",
      "> my own thought (section 3)",
      "“quick” (n = 12)",
      "“quick” [12]",
      "quick (Okafor, 2014, p. 412)",
    ])
      assert.deepEqual(mayHoldQuotations({ text }) ? quotationsIn({ text }) : [], [], text);
  });

  it("say so where they cite another source than that of the file", () => {
    const review = reviewOf({
      "review.yaml": "cmoc: 1\nbibliography: [own.bib]\n",
      "own.bib": "@book{moe2011,\n title = {Trust},\n author = {Moe, B.},\n year = 2011\n}\n",
      "a.md": "---\ncitekey: lund2010\ntitle: Slow\nauthor: Lund, A.\nyear: 2010\n---\n",
    });
    const referenceOf = (key: string) =>
      key === "moe2011"
        ? { key, type: "book", title: "Trust", authors: [{ family: "Moe", given: "B." }], year: 2011, doi: "" }
        : undefined;
    const other = (text: string): string | undefined =>
      citedElsewhere(review, "a.md", quotationsIn({ text }), referenceOf as never);
    assert.equal(other("“Partners that had” (Moe, 2011, p. 1)"), "Moe 2011");
    assert.equal(other("“Partners that had” (Smith, 2011, p. 1)"), "Smith 2011");
    assert.equal(other("“Partners that had” [@moe2011, p. 1]"), "moe2011");
    assert.equal(other("“Partners that had” [@nobody1900, p. 1]"), "nobody1900");
    assert.equal(other("“One” (Lund, 2010, p. 1) and “two” (Moe, 2011, p. 1)"), "Moe 2011");
    assert.equal(other("“Partners that had” (Lund, 2010, p. 1)"), undefined);
    assert.equal(other("“Partners that had” [@lund2010, p. 1]"), undefined);
    assert.equal(other("“Partners that had” (p. 1)"), undefined);
  });

  it("are none where words of somebody's own are copied with them, where no place is told, and where they are long", () => {
    assert.deepEqual(of({ text: "As Okafor says, “quick” (Okafor, 2014, p. 412)" }), []);
    assert.deepEqual(of({ text: "“Quick” (Okafor, 2014)" }), []);
    assert.deepEqual(of({ text: "See [the paper](a.pdf#page=2)." }), []);
    assert.deepEqual(of({ text: "Words." }), ["nothing to look at"]);
    assert.deepEqual(of({ text: "“a” (A, 2000, p. 1) ".repeat(10_000) }), ["nothing to look at"]);
  });

  it("become extracts behind the record of the cursor, with the next ids, in the text's own line endings", () => {
    const text = "---\r\ncitekey: a\r\n---\r\n\r\n## Extract e1\r\n\r\n> One.\r\n\r\n## Extract e7\r\n\r\n> Two.\r\n";
    const review = reviewOf({ "review.yaml": "cmoc: 1\n", "a.md": text, "b.md": "# Words\n" });
    const quotations = quotationsIn({ text: "“Three” (A, 2000, p. 1)\n\n“Four” (A, 2000, p. 2)" });
    const { outcome, ids } = pasteExtracts(review, "a.md", text.indexOf("One."), quotations);
    assert.deepEqual(ids, ["e8", "e9"]);
    assert.ok(!isRefusal(outcome));
    const made =
      "## Extract e8\r\n\r\n> Three\r\n\r\n- at: p. 1\r\n\r\n## Extract e9\r\n\r\n> Four\r\n\r\n- at: p. 2\r\n\r\n";
    assert.equal(
      applyEdits(text, outcome.edits.get("a.md") ?? []),
      text.replace("## Extract e7", `${made}## Extract e7`),
    );
    assert.ok(isRefusal(pasteExtracts(review, "b.md", 0, quotations).outcome));
    assert.ok(isRefusal(pasteExtracts(review, "none.md", 0, quotations).outcome));
  });
});

describe("a quotation that is pasted into a quote", () => {
  const quotation = { quote: "Quick *to*\ntrust", at: "p. 412", id: "zotero AAAAAAA1", tags: [], line: 1 };
  const into = (extract: string): string => {
    const text = `---\ncitekey: a\n---\n\n## Extract e1\n\n${extract}`;
    const at = text.indexOf("|");
    const plain = text.replace("|", "");
    const outcome = pasteQuotation(
      reviewOf({ "review.yaml": "cmoc: 1\n", "a.md": plain }),
      "a.md",
      { start: at, end: at },
      quotation,
      "> ",
    );
    return isRefusal(outcome)
      ? outcome.refused
      : applyEdits(plain, outcome.edits.get("a.md") ?? []).slice(text.indexOf(extract));
  };

  it("leaves its words there, and its place where none is told yet", () => {
    const words = "> Quick \\*to\\*\n>\n> trust\n";
    assert.equal(into("> |\n\n- at: p.\n"), `${words}\n- at: p. 412\n- annotation: zotero AAAAAAA1\n`);
    assert.equal(into("> |\n\n- at: p. 3\n"), `${words}\n- at: p. 3\n`);
    assert.equal(into("> |\n"), `${words}\n- at: p. 412\n`);
    assert.equal(into("> |\n\n- note: mine\n"), `${words}\n- at: p. 412\n- note: mine\n`);
    assert.equal(into("words").length > 0, true);
  });
});

describe("the place of words in a text", () => {
  const text = "Once they met.\fTwice they met, and then\fthey parted. Twice they met.";
  const pages = (...labels: readonly (string | undefined)[]): SourceText =>
    new SourceText(
      text,
      labels.map((label, index) => ({ start: [0, 15, 40][index] ?? 0, label })),
    );

  it("is told where it is one, and its printed page is known", () => {
    assert.equal(placeOfQuote(pages("7", "8", "9"), "once they met"), "p. 7");
    assert.equal(placeOfQuote(pages("7", "8", "9"), "and then they parted"), "pp. 8–9");
    assert.equal(placeOfQuote(pages("7", "8", "9"), "twice they met"), undefined);
    assert.equal(placeOfQuote(pages("7", "8", "9"), "never a word of it"), undefined);
    assert.equal(placeOfQuote(pages(undefined, undefined, undefined), "once they met"), undefined);
    assert.equal(placeOfQuote(new SourceText(text), "once they met"), undefined);
    // The page of the file on which they were marked tells places apart.
    assert.equal(placeOfQuote(pages("7", "8", "9"), "twice they met", 3), "p. 9");
    assert.equal(placeOfQuote(pages("7", "8", "9"), "never a word of it", 9), undefined);
  });
});
