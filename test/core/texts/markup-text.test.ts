import assert from "node:assert/strict";
import fc from "fast-check";
import { checkQuote } from "../../../src/core/quotes/check.ts";
import { SourceText } from "../../../src/core/quotes/source-text.ts";
import { textOfMarkup } from "../../../src/core/texts/markup-text.ts";

const JATS = `<?xml version="1.0"?>
<!DOCTYPE article [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]>
<article><front><article-meta><title-group><article-title>Being missed</article-title></title-group></article-meta></front>
<body><sec><title>Findings</title><p>They met.<xref ref-type="bibr" rid="r1"><sup>1,2</sup></xref> Then they <italic>stayed</italic> on.</p>
<p>At 10<sup>3</sup> people &x; &b; it closed.</p></sec><sec><title>Discussion</title><p>Trust grew.</p></sec></body></article>`;

describe("the text of an article in a journal's XML, and of a page", () => {
  const held = textOfMarkup(JATS);
  const source = new SourceText(held.text, held.pages, held.skipped);

  it("has its headings and paragraphs on lines of their own, and sections for pages", () => {
    assert.match(held.text, /Findings\n\nThey met\.1,2 Then they stayed on\.\n/);
    assert.deepEqual(
      held.pages.map(({ start }) => held.text.slice(start, held.text.indexOf("\n", start))),
      ["Findings", "Discussion"],
    );
  });

  it("is found in with the numbers of references and without", () => {
    assert.equal(checkQuote("They met. Then they stayed on.", source).is, "exact");
    assert.equal(checkQuote("They met.1,2 Then they stayed on.", source).is, "exact");
    assert.equal(checkQuote("They stayed. Then they met on.", source).is, "absent");
  });

  it("has of a formula what is read of it, and not what it is made from", () => {
    const made = textOfMarkup(
      "<article><body><p>They had <inline-formula><alternatives><tex-math>\\documentclass[12pt]{minimal} $$x^2$$</tex-math><mml:math><mml:mi>x</mml:mi><annotation encoding='application/x-tex'>x_1</annotation></mml:math></alternatives></inline-formula> boards met there.</p></body></article>",
    );
    assert.doesNotMatch(made.text, /documentclass|x_1/);
    assert.match(made.text, /boards met there/);
    const open = textOfMarkup("<p>They met <tex-math>x and stayed.</p>");
    assert.match(open.text, /and stayed/);
  });

  it("is found in over the cells of a row", () => {
    const table = textOfMarkup(
      "<table><tr><td>They met</td><td>every week</td></tr><tr><td>Then they</td><td>stayed</td></tr></table>",
    );
    assert.match(
      textOfMarkup("<table><tr><td>some 10<sup>3</sup></td><td>so<sup>3,4</sup></td></tr></table>").text,
      /some 10³ \| so3,4/,
    );
    assert.match(table.text, /They met \| every week/);
    const rows = new SourceText(table.text, table.pages, table.skipped);
    for (const quote of ["They met every week", "every week Then they stayed", "They met | every week"])
      assert.equal(checkQuote(quote, rows).is, "exact", quote);
  });

  it("has powers as such, which are no other numbers", () => {
    assert.equal(checkQuote("At 10³ people", source).is, "exact");
    assert.notEqual(checkQuote("At 103 people", source).is, "exact");
    const page = (words: string): string => textOfMarkup(`<p>${words}</p>`).text.trim();
    assert.equal(
      page("10<sup>−5</sup> and 10<sup>12</sup>, 5 m<sup>2</sup> and s<sup>-1</sup>"),
      "10⁻⁵ and 10¹², 5 m² and s⁻¹",
    );
    assert.equal(
      page("Ca<sup>2+</sup>, the 19<sup>th</sup>, CO<sub>2</sub>, so<sup>3,4</sup>"),
      "Ca²⁺, the 19th, CO2, so3,4",
    );
  });

  it("resolves no entity of the file's own, and runs nothing", () => {
    assert.doesNotMatch(held.text, /aaaaaaaaaa|\]>/);
    assert.match(held.text, /^Being missed\n/);
    const odd = `<?xml version="1.0"?><!DOCTYPE a [<!-- ]> ' --><!ENTITY x "]>"> <?y ]> ?> ] ><a><p>They met.</p></a>`;
    assert.equal(textOfMarkup(odd).text, "They met.\n");
    assert.equal(
      textOfMarkup('<?xml version="1.0"?><!DOCTYPE a [ <a><p>They met.</p></a>').text.trim().slice(-9),
      "They met.",
    );
    const page = textOfMarkup(
      "<p>They met.</p><script>document.write('They parted.')</script><style>p{}</style><p>Here.</p>",
    );
    assert.equal(page.text, "They met.\n\nHere.\n");
  });

  it("begins with its title, its authors and its abstract, and not with numbers of issues", () => {
    const front = `<front><journal-meta><issn>1234</issn></journal-meta><article-meta><article-id pub-id-type="doi">10.1/x</article-id><article-categories><subj-group><subject>Research</subject><subject>Trust</subject></subj-group></article-categories><title-group><article-title>Being missed: <italic>joining</italic></article-title></title-group><contrib-group><contrib><contrib-id>0000-1</contrib-id><name><surname>Pellow</surname><given-names>Rosamund</given-names></name><xref ref-type="aff"><sup>1</sup></xref></contrib><contrib><name name-style="eastern"><surname>Kim</surname><given-names>Minji</given-names></name></contrib><contrib><string-name>The group</string-name><name><surname>Lund</surname></name></contrib><aff>Ardle</aff></contrib-group><pub-date><day>3</day><year>2016</year></pub-date><volume>4</volume><issue>2</issue><fpage>31</fpage><lpage>38</lpage><history><date><year>2015</year></date></history><permissions><copyright-statement>The authors</copyright-statement></permissions><abstract><p>They met.</p></abstract><kwd-group><kwd>trust</kwd><kwd>falls</kwd></kwd-group></article-meta></front>`;
    const page = (own: string): readonly string[] =>
      textOfMarkup(`<?xml version="1.0"?><article>${own}<body><p>Words.</p></body></article>`)
        .text.split("\n")
        .filter((each) => each !== "");
    assert.deepEqual(page(front), [
      "Research, Trust",
      "Being missed: joining",
      "Rosamund Pellow1, Kim Minji, The group Lund",
      "Ardle",
      "The authors",
      "They met.",
      "trust, falls",
      "Words.",
    ]);
    // What does not end is read as it is.
    assert.match(page(front.replace("</volume>", "")).join(" "), /Being missed[\s\S]*They met\.[\s\S]*Words\./);
  });

  it("has notes in the midst of a paragraph behind it", () => {
    const made = textOfMarkup(
      `<?xml version="1.0"?><article><body><p>Partners were trusted.<fn id="a"><label>1</label><p>See the field notes.</p></fn> And they <italic>stayed</italic> on.</p><p>It ended.<fn><p>Or not.</p></fn></p></body><fn-group><fn><p>Funded by none.</p></fn></fn-group></article>`,
    );
    const lines = made.text.split("\n").filter((each) => each !== "");
    assert.deepEqual(lines, [
      "Partners were trusted. And they stayed on.",
      "1",
      "See the field notes.",
      "It ended.",
      "Or not.",
      "Funded by none.",
    ]);
    const broken = `<?xml version="1.0"?><a><p>They met.<fn><p>A note.</p> And stayed.</p><p>It ended.</p></a>`;
    assert.match(textOfMarkup(broken).text, /They met\.[\s\S]*A note[\s\S]*And stayed[\s\S]*It ended/);
  });

  it("is there whatever the page is", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            "<",
            ">",
            "p",
            "/",
            "sup",
            "\ue000",
            "\ue001",
            " ",
            "a",
            "&",
            "1",
            "<sup>",
            "</sup>",
            "<table>",
            "<td>",
          ),
        }),
        (page) => {
          const { text, skipped, pages } = textOfMarkup(page);
          let last = 0;
          for (const { start, end } of skipped) {
            assert.ok(start >= last && end >= start && end <= text.length);
            last = end;
          }
          for (const { start } of pages) assert.ok(start <= text.length);
          assert.doesNotMatch(text, /[\ue000\ue001]/);
        },
      ),
    );
  });
});
