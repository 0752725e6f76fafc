import assert from "node:assert/strict";
import fc from "fast-check";
import { readTable } from "../../../src/core/syntax/table.ts";
import { CMO } from "../../../src/core/vocabulary.ts";
import { runs } from "../../runs.ts";
import { cmocsIn, short } from "../reviews.ts";
import { tableOf } from "./tables.ts";

const rows = (text: string): readonly (readonly [string, readonly string[]])[] =>
  cmocsIn(text).map((cmoc) => [cmoc.id, cmoc.slots.map(short)]);
const table = (head: string, ...body: readonly string[]): string =>
  [head, head.replace(/[^|]+/g, "---"), ...body].map((line) => `${line}\n`).join("");

describe("configurations spelt as a table", () => {
  it("parts a cell at semicolons and line breaks, a mechanism's also at arrows", () => {
    const text = table("| ID | Context | Mechanism | Outcome |", "| T1 | a, b; c | help → trust → hope | x<br>y |");
    assert.deepEqual(rows(text), [
      ["T1", ["C: a, b", "C: c", "M resource: help", "M reasoning: trust", "M reasoning: hope", "O: x", "O: y"]],
    ]);
  });

  it("drops marks in cells and keeps words that look like them", () => {
    const text = table(
      "| ID | Context | Mechanism | Outcome |",
      "| T1 | Hepatitis C clinics | I feel heard (M) | O1 problems are fewer |",
      "| T2 | C: a place | (resource) help | - |",
    );
    assert.deepEqual(rows(text), [
      ["T1", ["C: Hepatitis C clinics", "M: I feel heard", "O1: problems are fewer"]],
      ["T2", ["C: a place", "M resource: help"]],
    ]);
  });

  it("reads words alone as it reads them before a semicolon", () => {
    const words = fc.constantFrom(
      "n",
      "N",
      "a",
      "C",
      "M",
      "final",
      "O2",
      "staff",
      "1.2",
      "it's",
      "-",
      "x-y",
      "no.",
      ",",
      " ",
      "in 2014",
    );
    const slots = (cell: string): readonly string[] =>
      readTable(tableOf([HEAD, ["T1", cell, cell, cell, ""]]), CMO, false)?.rows[0]?.slots.map(short) ?? [];
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 9 }), fc.constantFrom("", " "), (all, between) => {
        assert.deepEqual(slots(all.join(between)), slots(`${all.join(between)};`));
      }),
      runs(60),
    );
  });

  it("gives a citation in a cell of several numbered marks to the mark before it or to the words around it", () => {
    const cell = "Staff (C1) [@a1] and patients [@b2] at home (C2) stay [@c3]";
    const spelt = readTable(
      tableOf([
        ["ID", "Context", "Mechanism", "Outcome"],
        ["T1", cell, "b", "c"],
      ]),
      CMO,
      false,
    );
    const row = spelt?.rows[0];
    assert.deepEqual(
      row?.citations.map(({ citation, slot }) => [citation.key, slot === undefined ? "-" : row.slots[slot]?.text]),
      [
        ["a1", "Staff"],
        ["b2", "patients at home stay"],
        ["c3", "patients at home stay"],
      ],
    );
  });

  it("cuts no code and no link", () => {
    const slots = (cell: string): readonly string[] =>
      rows(table("| ID | Context | Mechanism | Outcome |", `| T1 | ${cell} | b | c |`))[0]?.[1].slice(0, -2) ?? [];
    assert.deepEqual(slots("`x;y` z; w"), ["C: x;y z", "C: w"]);
    assert.deepEqual(slots("[a; b](c.md); *d; e*"), ["C: a; b", "C: d", "C: e"]);
  });

  it("reads a cell of many marks", () => {
    const many = Array.from({ length: 500 }, (_, index) => `and staff (C${index + 1})`).join(" ");
    const [one] = cmocsIn(table("| ID | Context | Mechanism | Outcome |", `| T1 | ${many} | b | c |`));
    assert.equal(one.slots.length, 502);
  });

  it("takes a row with words in its first cell only as the theme of the rows below", () => {
    const [one, two] = cmocsIn(
      table("| ID | Context | Mechanism | Outcome |", "| Trust | | | |", "| T1 | a | b | c |", "| T2 | d | e | f |"),
    );
    assert.deepEqual([one.theme, two.theme], ["Trust", "Trust"]);
  });

  it("reads heads in near spellings", () => {
    for (const head of [
      "| CMOC | Contexts | Mechanisms | Outcomes |",
      "| No. | Context (C) | + Mechanism | = Outcome |",
      "| ID | C | M | O |",
    ]) {
      assert.deepEqual(rows(table(head, "| T1 | a | b | c |")), [["T1", ["C: a", "M: b", "O: c"]]], head);
    }
    assert.equal(rows(table("| ID | Context | Outcome |", "| T1 | a | c |")).length, 1);
  });

  const parts = ["C: a", "M resource: b", "M reasoning: c", "O: d"];
  for (const head of [
    "| ID | Context | Resource | Reasoning | Outcome |",
    "| CMOC | Contexts | Resources | + Response(s) | = Outcomes |",
    "| Place | Context | Resource | Reaction[^1] | Outcome |",
    "| ID | Context | Mechanism (resource) | Response | Outcome |",
    "| ID | C | Resource | Response | O |",
  ]) {
    it(`reads the parts of mechanisms in ${head}`, () =>
      assert.deepEqual(rows(table(head, "| T1 | a | b | c | d |"))[0]?.[1], parts));
  }

  it("reads one part beside ids, and leaves parts beside whole mechanisms as notes", () => {
    const one = table("| ID | Context | Resource | Outcome |", "| T1 | a | b | c |");
    assert.deepEqual(rows(one), [["T1", ["C: a", "M resource: b", "O: c"]]]);
    const [both] = cmocsIn(table("| ID | Context | Resource | Mechanism | Outcome |", "| T1 | a | b | c | d |"));
    assert.deepEqual(both.slots.map(short), ["C: a", "M: c", "O: d"]);
    assert.deepEqual(both.notes, ["Resource: b"]);
    const arrow = table("| ID | Context | Resource | Outcome |", "| T1 | a | b → c | d |");
    assert.deepEqual(rows(arrow), [["T1", ["C: a", "M resource: b → c", "O: d"]]]);
  });

  it("leaves what studies used, and how many responded, as a table", () => {
    for (const head of [
      "| Study | Resources | Response | Setting | Context | Outcome |",
      "| Study | Resources | Reasoning | Setting | Context | Outcome |",
      "| Intervention | Resources | Responses | Place | Context | Outcome |",
    ])
      assert.deepEqual(rows(table(head, "| 1 | a | 45% | b | c | d |")), [], head);
    const alone = table("| CMOC | Response | Context | Outcome |", "| T1 | 120 ms | a | b |");
    assert.deepEqual(rows(alone), [["T1", ["C: a", "O: b"]]]);
  });

  const others = [
    "| Study | Context | Resources | Outcomes |",
    "| ID | Resource | Response | Outcome |",
    "| Resource | Response | Cost | Date |",
    "| Study | Context | Methods | Outcomes |",
    "| No. | Study | Context | Outcomes |",
    "| ID | C1 | O1 | Notes |",
    "| A | B | C | M |",
    "| Name | Role |",
  ];
  for (const head of others) {
    it(`leaves ${head} as a table`, () => assert.deepEqual(rows(table(head, "| 1 | a | b | c |")), []));
  }

  const HEAD = ["ID", "Context", "Mechanism", "Outcome", "Evidence"];

  it("gives slots whose words stand in their cell, in places inside it, and never fails", () => {
    const piece = fc.constantFrom(
      "a",
      " word",
      "; ",
      "\n",
      " → ",
      "->",
      "(C)",
      "(M1)",
      "O1 ",
      "C: ",
      "resource: ",
      "(final)",
      "[@a#e1]",
      "@b",
      "(",
      ")",
      "[",
      '"',
      "–",
      "- ",
      "©",
      "é",
      "\u00a0",
      ",",
      "[[TR3]]",
      "(C1, C2)",
      "\ud800",
      "n/a",
      "• ",
    );
    const cell = fc.array(piece, { maxLength: 9 }).map((all) => all.join(""));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell, cell, cell), { minLength: 1, maxLength: 2 }), (body) => {
        const table = tableOf([HEAD, ...body]);
        for (const row of readTable(table, CMO, false)?.rows ?? []) {
          const cells = table.rows[row.row]?.cells ?? [];
          for (const slot of row.slots) {
            const own = cells[HEAD.indexOf({ C: "Context", M: "Mechanism", O: "Outcome" }[slot.role] ?? "")];
            assert.ok(own && slot.start >= own.start && slot.start < slot.end && slot.end <= own.end, slot.text);
            const source = own.text.slice(slot.start - own.start, slot.end - own.start);
            for (const word of slot.text.match(/[\p{L}\p{N}]+/gu) ?? []) assert.ok(source.includes(word), word);
          }
          for (const { slot } of row.citations) assert.ok(slot === undefined || row.slots[slot]);
        }
      }),
      runs(30),
    );
  });
});
