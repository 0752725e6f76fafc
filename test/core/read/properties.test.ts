/** What holds for any page: no word is lost, no slot is invented, and what is written down reads the same. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { flat } from "../../../src/core/read/chars.ts";
import { readPasted } from "../../../src/core/read/paste.ts";
import type { Printed } from "../../../src/core/read/printed.ts";
import { readPublished } from "../../../src/core/read/published.ts";
import { ReadText } from "../../../src/core/read/report.ts";
import { slotsIn, written } from "../../../src/core/read/written.ts";
import { CMO } from "../../../src/core/vocabulary.ts";
import { runs } from "../../runs.ts";
import { slotLine } from "./reading.ts";

/** Words that are all different, so that each can be looked for. */
class Words {
  private next = 0;
  readonly all: string[] = [];

  one(): string {
    const word = `w${(this.next++).toString(36)}q`;
    this.all.push(word);
    return word;
  }

  some(count: number): string {
    return Array.from({ length: count }, () => this.one()).join(" ");
  }
}

const HEADS = [
  "Context",
  "Mechanism (resource)",
  "Key mechanisms",
  "Outcome(s)",
  "Source",
  "Theme",
  "No.",
  "Intervention",
  "CMOC",
  "Notes",
];
const shape = fc.record({
  heads: fc.uniqueArray(fc.constantFrom(...HEADS), { minLength: 2, maxLength: 6 }),
  rows: fc.array(
    fc.array(
      fc.record({
        words: fc.nat(4),
        columns: fc.integer({ min: 1, max: 3 }),
        rows: fc.integer({ min: 1, max: 3 }),
        sign: fc.constantFrom("", ";", "<br>", "→", "[12]", "(C)", "(m)", "<li>", ",", ": "),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    { minLength: 1, maxLength: 7 },
  ),
  before: fc.nat(6),
  after: fc.nat(6),
});

function told(text: string): string {
  const json = new ReadText(text, "page.html", {}).json();
  return JSON.stringify(json);
}

/** What is written of a text, in JSON and in each spelling. */
function everyTelling(text: string, name: string): readonly string[] {
  const read = new ReadText(text, name, {});
  return [JSON.stringify(read.json()), ...(["fields", "sentence", "table"] as const).map((as) => read.markdown(as))];
}

function assertTold(words: Words, text: string, name: string): void {
  for (const said of everyTelling(text, name))
    for (const word of words.all)
      assert.ok(said.includes(word), `${word} of ${JSON.stringify(text)} is lost:\n${said}`);
}

describe("reading what journals print", () => {
  it("loses no word of a table", () => {
    fc.assert(
      fc.property(shape, ({ heads, rows, before, after }) => {
        const words = new Words();
        const lines = rows.map((cells) => {
          const made = cells.map(
            ({ words: count, columns, rows: down, sign }) =>
              `<td colspan="${columns}" rowspan="${down}">${words.some(count)}${sign}${count > 2 ? words.some(2) : ""}</td>`,
          );
          return `<tr>${made.join("")}</tr>`;
        });
        const text = `<p>${words.some(before)}</p><table><tr>${heads.map((head) => `<th>${head}</th>`).join("")}</tr>${lines.join("")}</table><p>${words.some(after)}</p>`;
        assertTold(words, text, "page.html");
      }),
      runs(100),
    );
  });

  const piece = fc.constantFrom(
    "(C)",
    "(M)",
    "(O)",
    "(m)",
    "(context)",
    "Context:",
    "Mechanism:",
    "Outcome:",
    "M:",
    "CMOC 4:",
    "CMOC 2",
    "[12]",
    ".",
    ". When",
    ";",
    "\n",
    "\n\n",
    "\n- ",
    "→",
    "[CMOC 1b].",
    "C = context;",
    "(mechanism: resource)",
    "1.",
    "\t",
    "|",
    "  ",
    "Programme theory 2:",
    "# ",
    "<sup>3</sup>",
    "(Context:",
    "(C:",
    "C (",
    "M (",
    "O (",
    ")",
    "[Mechanism:",
    "]",
    "Configuration A:",
    "Context.",
    "When M is not present,",
    "none",
  );

  it("loses no word of running text", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), piece), { maxLength: 30 }), (pieces) => {
        const words = new Words();
        const text = pieces.map(([count, sign]) => `${words.some(count)} ${sign} `).join("");
        assertTold(words, text, "page.txt");
      }),
      runs(200),
    );
  });

  const cites = fc.constantFrom(
    "",
    " [@K]",
    " @K",
    " [see @K, p. 4]",
    "; @K",
    " (@K)",
    " [@K#e4; -@K]",
    "@K",
    " [@K] W",
  );

  it("loses no word and no key of separated values, of a browser's cells, and of sentences that cite", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.tuple(fc.nat(3), cites, fc.boolean()), { minLength: 1, maxLength: 4 }), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.constantFrom("csv", "html", "labels", "tags", "roles"),
        (rows, form) => {
          const words = new Words();
          const cells = rows.map((row) =>
            row.map(([count, cite, more]) =>
              `${words.some(count)}${cite.replace(/[KW]/g, () => words.one())}${more ? ` and ${words.some(2)}` : ""}`.trim(),
            ),
          );
          const roles = ["Context", "Mechanism", "Outcome", "Notes"];
          const all: { readonly [form: string]: () => string } = {
            csv: () => [roles.join(","), ...cells.map((row) => row.map((cell) => `"${cell}"`).join(","))].join("\n"),
            html: () =>
              `<table><tr><th>${roles.join("<th>")}${cells.map((row) => `<tr><td>${row.join("<td>")}`).join("")}</table>`,
            labels: () => cells.map((row) => row.map((cell, at) => `${roles[at]}: ${cell}`).join("; ")).join("\n\n"),
            tags: () =>
              cells
                .map((row) => `When ${row.map((cell, at) => `${cell} (${"CMOO".charAt(at)})`).join(", ")}.`)
                .join("\n\n"),
            roles: () =>
              cells.map((row) => row.map((cell, at) => `${"CMOO".charAt(at)} (${cell})`).join(" + ")).join("; ok\n\n"),
          };
          assertTold(words, all[form]?.() ?? "", `page.${form === "csv" || form === "html" ? form : "txt"}`);
        },
      ),
      runs(200),
    );
  });

  it("keeps what stands beside the roles of a sentence, and the keys of a cell", () => {
    const aside =
      "C (new staff at night) + M (feeling watched) → O (leaving the ward); this held in four of nine studies.";
    const trusted = "CMOC 77: nurses work alone C: they feel trusted (M: resource) so that they stay in post (O).";
    for (const said of everyTelling(aside, "s.txt")) assert.match(said, /four of nine studies/);
    for (const said of everyTelling(trusted, "s.txt")) assert.match(said, /stay in post/);
    const csv = "Context,Mechanism,Outcome\nnew staff,feel safe [@kim2013],stay @lee2011\nold staff,@smith2010,go\n";
    for (const said of everyTelling(csv, "s.csv"))
      for (const key of ["kim2013", "lee2011", "smith2010"]) assert.ok(said.includes(`@${key}`), said);
  });

  it("makes no slot of words that nothing names a role for", () => {
    const word = fc.constantFrom(
      "staff",
      "context",
      "when",
      "If",
      "then",
      "because",
      "outcome",
      "(see",
      "trust)",
      "[12]",
      "mechanism",
      "CMOC",
      "Teams",
      "4",
      "1.",
      "and",
      ",",
      ".",
      "\n",
      "\n\n",
      "(2014)",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const { records } = readPublished(words.join(" "));
        assert.deepEqual(
          records.flatMap(({ slots }) => slots),
          [],
        );
      }),
      runs(250),
    );
  });

  const anyText = fc.oneof(
    fc.constantFrom(
      "a *b* c",
      "x_y_z",
      "<b>",
      "[[TR1]]",
      "a|b",
      "@key",
      "&amp;",
      "1. one",
      "# two",
      "- three",
      "`c`",
      "(C)",
      "[x](y)",
      "a — b",
      "“q”",
      "\\",
      "~~s~~",
      "http://a.b",
      "C2",
      "O: x",
      "M (resource)",
      "a; b",
      "→ c",
      "$5",
      "{x}",
      "!",
    ),
    fc.string({ maxLength: 12 }),
  );
  const slot = fc.record({
    role: fc.constantFrom("C", "M", "O"),
    n: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    text: fc.array(anyText, { minLength: 1, maxLength: 5 }).map((parts) => flat(`a${parts.join(" ")}z`)),
  });
  const record = fc.record({
    id: fc.constantFrom("", "CMOC1", "TR2", "PT1.2", "CMOC4a"),
    title: fc.option(anyText, { nil: "" }).map((text) => flat(text)),
    slots: fc.array(slot, { minLength: 1, maxLength: 6 }),
  });

  it("writes down what reads the same, in any spelling", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(record, { minLength: 1, maxLength: 4, selector: ({ id }) => id || Symbol() }),
        fc.constantFrom("fields", "sentence", "table"),
        (records, as) => {
          const printed = records.map(
            ({ id, title, slots }): Printed => ({
              id,
              title: /[\p{L}]/u.test(title) ? title : "",
              theme: "",
              status: "",
              slots: slots.map(({ n, ...each }) => ({ ...each, ...(n !== undefined && { n }) })),
              notes: [],
              cited: [],
              statement: "",
              by: "fields",
              from: 0,
              to: 0,
            }),
          );
          const read = slotsIn(written(printed, CMO, as as "fields"), CMO);
          assert.equal(read.length, printed.length);
          const said = (slots: readonly Parameters<typeof slotLine>[0][]): string =>
            slots.map(slotLine).sort().join("\n");
          assert.deepEqual(read.map(({ slots }) => said(slots)).sort(), printed.map(({ slots }) => said(slots)).sort());
        },
      ),
      runs(100),
    );
  });

  it("never throws, whatever is pasted", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 300 }),
        fc.array(
          fc.oneof(
            piece,
            fc.constantFrom(
              "<table>",
              "<tr>",
              "<td rowspan=99 colspan=99>",
              "</table>",
              "</p",
              "<!--",
              "<script>",
              "&#x110000;",
              "&nbsp;",
              "<td>",
            ),
          ),
        ),
        (text, tags) => {
          readPasted({ html: text + tags.join(text.slice(0, 9)), text }, CMO)?.markdown("fields");
          told(text + tags.join(" "));
        },
      ),
      runs(150),
    );
  });
});
