/**
 * Markdown to hold the readers against each other: lines of plain and of odd shapes, in containers and out of them, in an
 * order that nobody would write. Small, so that what goes wrong is small.
 */
import fc from "fast-check";

const WORDS = ["trust", "a", "b", "Partners", "(C)", "context,", "12", "…", "–", "“they”", "é", "O1", "x_y", "@key"];

const SPANS = [
  "**strong**",
  "*em*",
  "_em_",
  "__st__",
  "`code`",
  "`` a`b ``",
  "` x `",
  "[text](target.md#a)",
  "[t](<a b> 'c')",
  "[@key#e4, p. 12]",
  "[[TR3]]",
  "\\*",
  "\\[",
  "\\a",
  "&amp;",
  "&#8212;",
  "&nope",
  "<br>",
  "<BR />",
  "<br/>",
  "<br/ >",
  "<br",
  "<sub>1</sub>",
  "<http://a.b>",
  "a < b",
  "**",
  "*",
  "_",
  "`",
  "[",
  "](",
  "]",
  "!",
  "![alt *x*](i.png)",
  "~~no~~",
  "a*b*c",
  "**C:** x",
  "**C**: x",
  "***both***",
  "*a **b** c*",
  "\\|",
  "|",
];

const ODD_STARTS = [
  "# ",
  "## ",
  "###### ",
  "#",
  "####### ",
  "---",
  "--",
  "- - -",
  "***",
  "===",
  "=",
  "-",
  "*",
  "+",
  "1. ",
  "2. ",
  "12) ",
  "1.",
  "```",
  "````",
  "~~~",
  "``` x`y",
  "<!-- a -->",
  "<!--",
  "-->",
  "<div>",
  "</div>",
  "<x>",
  "<x y='1'>",
  "<pre>",
  "</pre>",
  "<?",
  "?>",
  "<!A",
  "<![CDATA[",
  "]]>",
  "|---|",
  "| - | :-: |",
  ":-",
  "| a | b |",
  "| a |",
  "a | b",
  "[a]: b",
  "\u0000",
  "\ufeff",
  "\ud800",
  "\u00a0",
  "<!-- cmoc: off -->",
];

const word = fc.constantFrom(...WORDS);
const span = fc.constantFrom(...SPANS);

function someText(odd: number): fc.Arbitrary<string> {
  const piece = fc.oneof({ weight: 6, arbitrary: word }, { weight: odd, arbitrary: span });
  return fc
    .array(fc.tuple(piece, fc.constantFrom(" ", " ", " ", "", ": ", ", ", "  ")), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.map(([text, gap]) => text + gap).join(""));
}

const prefix = fc.oneof(
  { weight: 8, arbitrary: fc.constant("") },
  { weight: 4, arbitrary: fc.constantFrom("- ", "  ", "> ", "    ", "  - ", "* ", "    - ") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      " ",
      "   ",
      ">",
      ">> ",
      "> > ",
      "> - ",
      "- > ",
      "-   ",
      "-     ",
      "\t",
      "-\t",
      " \t",
      "1. ",
      "      ",
      "   - ",
    ),
  },
);

/** One line, of shapes that a review is made of (`odd` 0) or of any (`odd` 1 and more). */
function line(odd: number): fc.Arbitrary<string> {
  const plain = fc.tuple(prefix, someText(odd)).map(([before, text]) => before + text);
  const row = fc.array(someText(odd), { minLength: 1, maxLength: 3 }).map((cells) => `| ${cells.join(" | ")} |`);
  return fc.oneof(
    { weight: 10, arbitrary: plain },
    { weight: 4, arbitrary: fc.constant("") },
    { weight: 1, arbitrary: fc.tuple(prefix, row).map(([before, text]) => before + text) },
    { weight: 1, arbitrary: fc.constantFrom("| - | - |", "|---|---|", "| :- |", "  | --- |") },
    { weight: 1, arbitrary: someText(odd).map((text) => `## ${text}`) },
    {
      weight: odd * 3,
      arbitrary: fc
        .tuple(prefix, fc.constantFrom(...ODD_STARTS), fc.oneof(fc.constant(""), someText(odd)))
        .map((all) => all.join("")),
    },
    { weight: odd, arbitrary: fc.constantFrom(" ", "  ", "\t", ">", "> ") },
  );
}

const ending = fc.constantFrom("\n", "\n", "\n", "\n", "\n", "\r\n", "\r");

function document(odd: number, maxLength: number): fc.Arbitrary<string> {
  const same = fc.tuple(fc.array(line(odd), { maxLength }), ending).map(([lines, end]) => lines.join(end));
  const mixed = fc.array(fc.tuple(line(odd), ending), { maxLength }).map((lines) => lines.flat().join(""));
  return fc.oneof({ weight: 4, arbitrary: same }, { weight: 1, arbitrary: mixed });
}

/** Markdown of every shape, plain and odd. */
export const anyMarkdown: fc.Arbitrary<string> = fc.oneof(document(1, 9), document(3, 7), document(0, 9));

const sentence = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: word },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          "**strong words**",
          "*em*",
          "_em_",
          "`code`",
          "[text](target.md#a)",
          "[@key#e4, p. 12]",
          "[[TR3]]",
          "\\*",
          "a*",
          "(**C**)",
          "_a b_,",
          "x_y_z",
          "**C:**",
          "[a [b] c](d)",
          "`a` `b`",
          "[x](a(b)c)",
          "*a*b",
          "**a*",
          "\\(",
          "[a] (b)",
          "[a](b c)",
          "**a `b*` c**",
          "<br>",
          "a<br/>b",
          "*a<BR  />*b",
          "[a<br>**b](c)",
          "**<br />a**",
          "\\<br>",
        ),
      },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((words) => words.join(" "));

const block: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.array(sentence, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n")) },
  {
    weight: 4,
    arbitrary: fc
      .array(fc.tuple(fc.constantFrom("- ", "- ", "- ", "  - ", "    - ", "  "), sentence), {
        minLength: 1,
        maxLength: 6,
      })
      .map((items) => items.map(([mark, text]) => mark + text).join("\n")),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(sentence, { minLength: 1, maxLength: 3 })
      .map((lines) => lines.map((text) => `> ${text}`).join("\n")),
  },
  {
    weight: 2,
    arbitrary: fc.array(fc.tuple(sentence, sentence), { minLength: 1, maxLength: 3 }).map((rows) => {
      const [head, ...body] = rows.map(([a, b]) => `| ${a} | ${b} |`);
      return [head, "| --- | --- |", ...body].join("\n");
    }),
  },
  { weight: 1, arbitrary: fc.array(sentence, { maxLength: 3 }).map((lines) => ["```", ...lines, "```"].join("\n")) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "<!-- note -->",
      "---",
      "***",
      "- one\n\n  two\n- three",
      "- one\n\n- two\n",
      "> a\n>\n> b",
      "-",
      "- ",
      "> ",
      ">",
    ),
  },
);

/** Markdown as reviews have it: headings, paragraphs, bullets, quotes and tables, mostly parted by blank lines. */
export const plainMarkdown: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("", "## ", "# ", "### "),
    sentence,
    fc.array(fc.tuple(fc.constantFrom("\n\n", "\n\n", "\n\n", "\n", "\n\n\n"), block), { maxLength: 5 }),
    fc.constantFrom("\n", "\n", "\n", "\r\n"),
    fc.constantFrom("", "\n", "\n\n"),
  )
  .map(([mark, title, blocks, end, last]) => {
    const text = mark + title + blocks.map(([gap, body]) => gap + body).join("") + last;
    return end === "\n" ? text : text.replaceAll("\n", end);
  });

/** Any UTF-16 units, lone surrogates among them, with marks that mean something more often than not. */
export const anyUnits: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(..."\n\r\t #>-*_`~|[]()<!&\\:="),
    ),
    { maxLength: 60 },
  )
  .map((units) => units.join(""));
