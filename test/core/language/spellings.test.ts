/** A sentence and a table in the forms that the rest leaves out. */
import assert from "node:assert/strict";
import { cmocsIn, reviewOf, short, slotsIn } from "../reviews.ts";

describe("a sentence whose paragraph begins with a tag", () => {
  it("gives each tag the words after it, and a tag at a sentence's end those before", () => {
    assert.deepEqual(slotsIn("## CMOC TR1\n\n(C) a place. They trust (M).\n"), ["C: a place", "M: They trust"]);
  });
});

describe("a head of several roles", () => {
  const cells = (head: string): unknown =>
    cmocsIn(`| ID | ${head} | Outcome | Context |\n|---|---|---|---|\n| 1 | a; b | c | d |\n`)[0]
      ?.slots.map(short)
      .slice(0, 2);

  it("gives its cells what the roles have in common", () => {
    for (const [head, want] of [
      ["M1 (resource) / M1 (response)", ["M1: a", "M1: b"]],
      ["M1 resource, M2 resource", ["M resource: a", "M resource: b"]],
      ["Mechanism (resource)", ["M resource: a", "M resource: b"]],
      ["M1, M2", ["M: a", "M: b"]],
    ] as const)
      assert.deepEqual(cells(head), want, head);
  });
});

describe("a cell of mechanisms", () => {
  const cell = (text: string): unknown =>
    cmocsIn(`| ID | Mechanism | Outcome | Context |\n|---|---|---|---|\n| 1 | ${text} | c | d |\n`)[0]
      ?.slots.map(short)
      .filter((slot: string) => slot.startsWith("M"));

  it("has arrows of several forms, and other signs are words", () => {
    for (const arrow of ["→", "->", "-->", "=>", "⇒"])
      assert.deepEqual(cell(`a desk ${arrow} trust`), ["M resource: a desk", "M reasoning: trust"], arrow);
    for (const sign of [">", "<->", "="]) assert.deepEqual(cell(`fear ${sign} hope`), [`M: fear ${sign} hope`], sign);
    assert.deepEqual(cell("a → b → c"), ["M resource: a", "M reasoning: b", "M reasoning: c"]);
  });

  it("is not cut in brackets or quotation marks that close", () => {
    for (const [text, want] of [
      ["a (b; c); d", ["M: a (b; c)", "M: d"]],
      ['a "b; c"; d', ['M: a "b; c"', "M: d"]],
      ["a) b; c", ["M: a) b", "M: c"]],
      ["a [b; (c]; d); e", ["M: a [b; (c]; d)", "M: e"]],
    ] as const)
      assert.deepEqual(cell(text), want, text);
  });
});

describe("a table's first column without a head", () => {
  const ids = (...rows: readonly string[]): readonly string[] =>
    cmocsIn(
      `| | Context | Mechanism | Outcome |\n|---|---|---|---|\n${rows.map((id) => `| ${id} | a ${id} | b | c |\n`).join("")}`,
    ).map((cmoc) => cmoc.id);

  it("holds ids when all that stands in it is like one, and some may be missing", () => {
    assert.deepEqual(ids("TR1", "TR2"), ["TR1", "TR2"]);
    assert.deepEqual(ids("TR1", ""), ["TR1", "a.md:4"]);
    assert.deepEqual(ids("TR1", "all the others"), ["a.md:3", "a.md:4"]);
  });
});

describe("what spells a configuration", () => {
  const refs = (text: string): readonly string[] => {
    const [at] = reviewOf({ "a.md": text }).records("cmoc");
    return (at?.entity.refs ?? []).map(({ name }) => name);
  };

  it("gives its citations as evidence alone; other paragraphs refer", () => {
    assert.deepEqual(refs("## CMOC TR1\n\na place (C) [@l1#e1], trust (M). They met [@l1#e2].\n"), []);
    assert.deepEqual(refs("## CMOC TR1\n\na place (C), trust (M).\n\nThey met [@l1#e2].\n"), ["x:l1#e2"]);
    assert.deepEqual(refs("## CMOC TR1\n\n- C: a place [@l1#e1]\n\nThey met (C) here (M) [@l1#e2].\n"), ["x:l1#e2"]);
  });

  it("names no other record by its own id", () => {
    const row = (id: string, context = "a"): string =>
      `| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| ${id} | ${context} | b | c |\n`;
    for (const id of ["TR1", "[TR1](b.md)", "[[TR1]]"]) assert.deepEqual(refs(row(id)), [], id);
    assert.deepEqual(refs(row("TR1", "as in [[TR2]]")), ["r:tr2"]);
  });
});

describe("a citation in a table", () => {
  it("keeps its place in the source, in a slot and in the column of evidence", () => {
    const table =
      "| ID | Context | Mechanism | Outcome | Evidence |\n|---|---|---|---|---|\n| TR1 | a [@l1#e1, p. 3] | b | c | [@l1#e2, pp. 4-5]; @l1 |\n";
    const [at] = reviewOf({ "a.md": table }).records("cmoc");
    assert.ok(at?.entity.kind === "cmoc");
    assert.deepEqual(
      at.entity.evidence.map(({ id, locator, slots }) => [id, locator, slots]),
      [
        ["@l1#e1", "p. 3", [{ role: "C" }]],
        ["@l1#e2", "pp. 4-5", []],
        ["@l1", undefined, []],
      ],
    );
  });
});
