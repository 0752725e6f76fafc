import assert from "node:assert/strict";
import { readAnnotations } from "../../../src/core/exchange/annotations/read.ts";
import type { Annotation } from "../../../src/core/exchange/annotations/types.ts";
import { growth } from "../../hostile/growth.ts";

/** What is said of each, in short: quote | at | page | comment | tags | colour | id | cited | file. */
function said(text: string): readonly string[] {
  return readAnnotations(text).all.map((each: Annotation) =>
    [
      each.quote,
      each.at,
      each.page,
      each.comment,
      each.tags.join("+"),
      each.colour,
      each.id,
      each.cited &&
        [each.cited.key && `@${each.cited.key}`, each.cited.author, each.cited.year].filter(Boolean).join(" "),
      each.file,
    ]
      .map((part) => String(part ?? "").replaceAll("\n", "⏎"))
      .join("|")
      .replace(/\|+$/, ""),
  );
}

describe("annotations of other programs", () => {
  it("of a note that Zotero made of annotations, with links and without", () => {
    const note = `# Annotations
(11/26/2026, 4:00:00 PM)

“Partners were quick to trust.” ([Okafor et al., 2014, p. 412](zotero://select/library/items/ABCD2345)) ([pdf](zotero://open-pdf/library/items/EFGH6789?page=6&annotation=KQ3PT7WD)) Why so quick?

“A “nested” word” ([Okafor et al., 2014, p. xii](zotero://select/groups/1/items/ABCD2345)) ([pdf](zotero://open-pdf/groups/1/items/EFGH6789?page=7&annotation=AAAA2222)) See #trust #power

A thought of mine ([Okafor et al., 2014, p. 413](zotero://select/library/items/ABCD2345)) ([pdf](zotero://open-pdf/library/items/EFGH6789?page=7&annotation=BBBB2222))

![](a.png) ([Okafor et al., 2014, p. 414](zotero://select/library/items/ABCD2345))
`;
    assert.deepEqual(said(note), [
      "Partners were quick to trust.|p. 412|6|Why so quick?|||zotero KQ3PT7WD|Okafor 2014",
      "A “nested” word|p. xii|7|See|trust+power||zotero AAAA2222|Okafor 2014",
    ]);
    assert.deepEqual(
      readAnnotations(note).aside.map(({ line }) => line),
      [8, 10],
    );
    assert.deepEqual(
      said(
        '“One.” (Lund & Moe, 2010, pp. 3-4) mine\n\n"Two" (Lund 2010:12)\n\n„Drei“ (Lund, o. J., S. 5)\n\n«Cuatro» (Lund y Moe, 2010, p. 6) “other words” of mine\n\nProse (Lund, 2010, p. 7).\n',
      ),
      [
        "One.|pp. 3–4||mine||||Lund 2010",
        "Two|p. 12||||||Lund 2010",
        "Cuatro|p. 6||“other words” of mine||||Lund 2010",
      ],
    );
  });

  it("of two highlights in one paragraph, with words between them", () => {
    const pdf = (id: string): string => `([pdf](zotero://open-pdf/library/items/EFGH6789?page=6&annotation=${id}))`;
    const paragraph = `They say “one” ([Lund, 2010, p. 3](zotero://select/library/items/A)) ${pdf("AAAAAAA1")} but “two” ([Lund, 2010, p. 4](zotero://select/library/items/A)) ${pdf("AAAAAAA2")} too.\n`;
    assert.deepEqual(said(paragraph), [
      "one|p. 3|6|but|||zotero AAAAAAA1|Lund 2010",
      "two|p. 4|6|too.|||zotero AAAAAAA2|Lund 2010",
    ]);
  });

  it("of templates of Zotero Integration: marks, callouts, items, repeated links for comments", () => {
    const link = (page: string, id: string): string =>
      `(zotero://open-pdf/library/items/EFGH6789?page=${page}&annotation=${id})`;
    const text = `---
title: "Working together again"
citekey: okafor2014
---

<mark class="hltr-yellow">"Quick to trust"</mark> [Page 412]${link("412", "AAAA1111")}

A comment [Page 412]${link("412", "AAAA1111")}

<mark style="background: #5fb236">Slow to trust</mark> [(p. 413)]${link("8", "AAAA1112")}

> [!quote-red] Okafor: "Working together again" (2014), p. [414]${link("9", "AAAA1113")}
> The third of them
> went on.
>
> My comment

> [!quote|#2ea8e5] Highlight
> The fourth. [p. 415]${link("10", "AAAA1114")}
> #tag-a #tag-b

- "The fifth" [p. 416]${link("11", "AAAA1115")}
  - Note: below
  - Tags: one, two words
- The sixth [(p. 417)]${link("12", "AAAA1116")}
  and its comment

> The seventh
> [page 418]${link("13", "AAAA1117")}

[^1]: [A book]${link("14", "AAAA1118")}
`;
    assert.deepEqual(said(text), [
      "Quick to trust|p. 412|412|A comment||yellow|zotero AAAA1111",
      "Slow to trust|p. 413|8|||green|zotero AAAA1112",
      "The third of them went on.|p. 414|9|My comment||red|zotero AAAA1113|Okafor 2014",
      "The fourth.|p. 415|10||tag-a+tag-b|blue|zotero AAAA1114",
      "The fifth|p. 416|11|below|one+two words||zotero AAAA1115",
      "The sixth|p. 417|12|and its comment|||zotero AAAA1116",
      "The seventh|p. 418|13||||zotero AAAA1117",
    ]);
    assert.deepEqual(readAnnotations(text).about, { title: "Working together again", key: "okafor2014" });
  });

  it("of PDF++ and Annotator in Obsidian", () => {
    const text = `# Notes

> [!PDF|yellow] [[texts/okafor2014.pdf#page=6&selection=42,1,57,10&color=yellow|okafor2014, p.412]]
> > Quick to
> > trust
>
> Mine

> [!PDF|important] [[okafor2014.pdf#page=7&annotation=523R|okafor2014, p.413]]
> > Second

![[okafor2014.pdf#page=172&rect=36,457,485,668|okafor2014, p.172]]

See [the paper](okafor2014.pdf#page=3) for more.

>%%
>\`\`\`annotation-json
>{"text":"A *note*","tags":["a"],"target":[{"source":"vault:/x.pdf","selector":[{"type":"TextPositionSelector","start":1,"end":2},{"type":"TextQuoteSelector","exact":"Third words","prefix":"p","suffix":"s"}]}],"uri":"vault:/papers/lund2010.pdf"}
>\`\`\`
>%%
>*%%PREFIX%%p%%HIGHLIGHT%% ==Third words== %%POSTFIX%%s*
>%%LINK%%[[#^abc123|show annotation]]
>%%COMMENT%%
>A *note*
>%%TAGS%%
>#a
^abc123

>\`\`\`annotation-json
>{broken
>\`\`\`
^abc124
`;
    assert.deepEqual(said(text), [
      "Quick to trust|p. 412|6|Mine||yellow|||okafor2014.pdf",
      "Second|p. 413|7|||important|okafor2014.pdf 523R||okafor2014.pdf",
      "Third words|||A *note*|a||annotator abc123||lund2010.pdf",
    ]);
  });

  it("of Hypothesis and Readwise", () => {
    const text = `# An Article

## Metadata
- Author: [N. Okafor]()
- Title: Working together again
- Reference: https://example.org/a
- Category: #article

## Page Notes
## Highlights
- Quick to trust — [Updated on 2022-05-27 07:04:04](https://hyp.is/GsXOUt21Eey3f48tl3Wbmg/example.org/a) — Group: #Public
    - Tags: #trust, #speed
    - Annotation: Why?
- Slow to trust. ([View Highlight](https://read.readwise.io/read/01gmpg41a2pv3gttme3t2kcwd3))
    - Note: mine
- From a book ([Location 96](https://readwise.io/to_kindle?action=open&asin=B0&location=96))
- From a page ([Page 12](https://readwise.io/open/123456))
`;
    assert.deepEqual(said(text), [
      "Quick to trust|||Why?|trust+speed||hypothesis GsXOUt21Eey3f48tl3Wbmg",
      "Slow to trust.|||mine|||readwise 01gmpg41a2pv3gttme3t2kcwd3",
      "From a book|location 96",
      "From a page|p. 12|||||readwise 123456",
    ]);
    assert.equal(readAnnotations(text).about.title, "An Article");
  });
});

describe("words of highlights", () => {
  let count = 0;
  const cite = (): string =>
    `([Okafor, 2014, p. 3](zotero://select/library/items/A)) ([pdf](zotero://open-pdf/library/items/B?page=1&annotation=AAAAAA${String(++count).padStart(2, "0")}))`;
  /** Quote and comment. */
  const read = (quoted: string, comment = ""): readonly (string | undefined)[] => {
    const { all } = readAnnotations(`${quoted} ${cite()} ${comment}\n`);
    assert.equal(all.length, 1, quoted);
    return [all[0]?.quote, ...(all[0]?.comment === undefined ? [] : [all[0].comment])];
  };

  it("stay whole where they hold signs that HTML and Markdown have too", () => {
    for (const [written, meant] of [
      ["fell from a\\<b and then c>d in all", "fell from a<b and then c>d in all"],
      ["fell from a<b and then c>d in all", "fell from a<b and then c>d in all"],
      ["if x\\<mean - sd or x>mean + sd", "if x<mean - sd or x>mean + sd"],
      ["The \\<script> word, \\<b>", "The <script> word, <b>"],
      ["5 <i and j> k, p<u>v", "5 <i and j> k, p<u>v"],
      ["a &lt;b&gt; c &amp;lt;", "a <b> c &lt;"],
      ["\\&lt; and \\\\", "&lt; and \\"],
      ["it is a == b == c", "it is a == b == c"],
      ["2*3*4 and x**2", "2*3*4 and x**2"],
      ["0.45** (0.12), 0.31*, 0.22*", "0.45** (0.12), 0.31*, 0.22*"],
      ["a * b * c", "a * b * c"],
      ["cost 5%%of%% it", "cost 5%%of%% it"],
      ["a_b_c \\*x\\*", "a_b_c *x*"],
      ["*very* **much** <em>so</em> _in_deed_", "very much so in_deed"],
    ] as const) {
      const tolerated = meant.replace("p<u>v", "pv");
      assert.deepEqual(read(`“${written}”`, written), [tolerated, tolerated], written);
    }
    assert.deepEqual(read("“It cost a==b==c in all”"), ["It cost a==b==c in all"]);
  });

  it("keep addresses: in quotations the words, in comments also where a link leads", () => {
    assert.deepEqual(
      read(
        "“See <https://example.org/data_x_> for [data](https://x.org)”",
        "compare <https://osf.io/abc>, [their site](https://x.org/a), <a@b.org>",
      ),
      ["See https://example.org/data_x_ for data", "compare https://osf.io/abc, their site (https://x.org/a), a@b.org"],
    );
  });

  it("of Zotero’s colours are without the HTML that stands around them", () => {
    const note = (words: string): readonly string[] =>
      said(`${words}\n`).map((each) => each.split("|").slice(0, 6).join("|"));
    const span = '<span style="background-color: #ffd40080">';
    const link = "[Okafor, 2014, p. 3](zotero://select/library/items/A)";
    const pdf = "[pdf](zotero://open-pdf/library/items/B?page=7&annotation=AAAAAAA1)";
    assert.deepEqual(note(`${span}“Coloured words”</span> (${link}) (${pdf}) mine`), [
      "Coloured words|p. 3|7|mine||yellow",
    ]);
    assert.deepEqual(note(`<span class="underline" id="annot">“Words”</span> (${link}) (${pdf})`), ["Words|p. 3|7|||"]);
    assert.deepEqual(
      note(`> ${span}“Words”</span> <span class="citation">(${link})</span> <span class="pdf">(${pdf})</span> mine`),
      ["Words|p. 3|7|mine||yellow"],
    );
    assert.deepEqual(note(`${span}“Words”</span> <span class="citation">(Okafor, 2014, p. 3)</span>`), [
      "Words|p. 3||||yellow",
    ]);
    assert.deepEqual(note(`**“Words”** (${link}) **mine** too`), ["Words|p. 3||mine too||"]);
  });

  it("bring comments along as they are", () => {
    for (const comment of ["Group: differences are large here", "^important", "— and then", "{{{}}} *** ###", "!"])
      assert.equal(read("“x”", comment)[1], comment.replace("— ", ""), comment);
    assert.deepEqual(read("“x”", "mine ^ab12cd"), ["x", "mine"]);
    const two = said(`“a” ${cite()}, and “b” ${cite()}, but not “c” ${cite()}\n`).map((each) => each.split("|")[3]);
    assert.deepEqual(two, ["", ", but not", ""]);
  });

  it("are not taken for those of the quotation before", () => {
    const select = "[Okafor, 2014, p. 6](zotero://select/library/items/A)";
    assert.deepEqual(
      said(`> Ten.\n\n> Eleven. (${select})\n\n> Twelve.\n\n(${select})\n`).map((each) => each.split("|")[0]),
      ["Eleven.", "Twelve."],
    );
    // Words before the links of a highlight that was told of are a comment to it.
    const pdf = "([pdf](zotero://open-pdf/library/items/B?page=1&annotation=AAAAAAA1))";
    assert.deepEqual(said(`“One” (${select}) ${pdf}\n\nMy thought (${select}) ${pdf}\n`), [
      "One|p. 6|1|My thought|||zotero AAAAAAA1|Okafor 2014",
    ]);
  });

  it("without a place are told of, those of a callout aside", () => {
    const text = `> [!info] About
> Words of it

> Ten.

“Eleven” (Okafor, 2014, p. 6)

“Twelve” (Okafor, 2014)

> Thirteen

([Okafor, 2014, p. 6](zotero://select/library/items/A))
`;
    const { all, unplaced } = readAnnotations(text);
    assert.deepEqual([all.map(({ quote }) => quote), unplaced?.map(({ line }) => line)], [["Eleven", "Thirteen"], [4]]);
  });

  it("of Readwise are read without a link too, and what is none is told", () => {
    const items = `## Highlights
- First ([View Highlight](https://instapaper.com/read/1574489839/21825636))
- Second (Page 12)
    - Note: mine
    - Tags: [[trust]] [[power]]
- Third (see p. 4) (Location 44)
- Fourth, of no place
### A section
- Fifth ([Location 7](https://readwise.io/to_kindle?action=open&asin=B0))
## New highlights added October 3, 2023 at 2:12 PM
- Sixth (Loc. 9)
`;
    assert.deepEqual(said(items), [
      "First",
      "Second|p. 12||mine|trust+power",
      "Third (see p. 4)|location 44",
      "Fourth, of no place",
      "Fifth|location 7",
      "Sixth|location 9",
    ]);
    const other = readAnnotations("## Highlights\n- First (Page 12)\n- Second\n");
    assert.deepEqual([other.all.map(({ quote }) => quote), other.aside], [["First"], [{ line: 3, text: "Second" }]]);
  });

  it("of Hypothesis keep tags and comments in a group, and notes to a page are no highlights", () => {
    const link = (id: string): string =>
      `[Updated on 2023-01-01 10:00:00](https://hyp.is/AbCdEfGhIjKlMnOpQrSt${id}/example.org)`;
    const text = `## Page Notes
a page note — ${link("A1")} — Group: #Public

## Highlights
- grew over time — ${link("B1")}
- Group: #Public
    - Tags: #trust #two
    - Annotation:
      my own thought
- second — ${link("C1")} — Group: #realist group
    - Annotation: yes
`;
    assert.deepEqual(said(text), [
      "grew over time|||my own thought|trust+two||hypothesis AbCdEfGhIjKlMnOpQrStB1",
      "second|||yes|||hypothesis AbCdEfGhIjKlMnOpQrStC1",
    ]);
    assert.deepEqual(
      readAnnotations(text).aside.map(({ line }) => line),
      [2],
    );
  });
});

describe("annotations that mean harm", () => {
  const LONG = 200_000;
  const times = (text: string, size = LONG): string => text.repeat(Math.ceil(size / text.length)).slice(0, size);
  const link = "([pdf](zotero://open-pdf/library/items/B?page=1&annotation=AAAAAAA1))";

  for (const [what, text] of [
    ["brackets", "["],
    ["links that do not close", "[a]("],
    ["wikilinks that do not close", "[["],
    ["marks", "<mark "],
    ["marks that close", "<mark>a</mark>"],
    ["equal signs", "== a"],
    ["quotation marks", "“"],
    ["quotation marks and brackets", '"('],
    ["depths", ">"],
    ["callouts", "> [!PDF|red] [[a.pdf#page=1|p. 1]]\n> > a\n"],
    ["callouts in callouts", "> [!q] a\n> > [!q] [[a.pdf#page=1|p. 1]]\n"],
    ["fences", "```annotation-json\n"],
    ["highlights in one line", `“a” ${link} `],
    ["highlights in lines", `“a” ${link}\n\n`],
    ["comments", `a ${link} b\n\n`],
    ["tags", "#a "],
    ["per cent signs", "%%"],
    ["spaces", " "],
    ["front matter", "---\n"],
    ["carriage returns", "\r"],
    ["citations", '"a" (A, 2000, p. 1) '],
    ["stars", "*"],
    ["stars that open", " *a"],
    ["stars of many lengths", " *a **b ***c"],
    ["stars that close", "a* "],
    ["highlighting that does not end", "==a ==b "],
    ["equal signs behind room", " =="],
    ["attributes", "<b a=b "],
    ["tags that do not close", "<b "],
    ["spans", "“a”<span>"],
    ["addresses", "<https://a"],
    ["items of Readwise", "## Highlights\n- a (Page 1)\n"],
    ["one item of many brackets", "(page "],
    ["entities", "&amp;"],
  ] as const)
    it(`takes ${what} in time of their length`, () => {
      const enough = 8;
      const grown = growth((size) => () => readAnnotations(times(text, size)), LONG, 4, enough);
      assert.ok(grown <= enough, `four times as long takes ${grown} times the time`);
    });

  it("reads words of any script, and tags of HTML as no words", () => {
    const page = "(zotero://open-pdf/library/items/B?page=1&annotation=AAAAAAA1)";
    assert.deepEqual(
      said(`“אמון נבנה” [p. 3]${page} <script>alert(1)</script>‏הערה\n\n“信頼<b>は</b>育つ” (Lund, 2010, p. 4)`),
      ["אמון נבנה|p. 3|1|alert(1)‏הערה|||zotero AAAAAAA1", "信頼は育つ|p. 4||||||Lund 2010"],
    );
    assert.deepEqual(said("\0\ufeff“a” (\u202eB, 2000, p. 1)")[0]?.slice(0, 6), "a|p. 1");
  });
});
