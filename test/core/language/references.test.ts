/** Citations, reasons, wikilinks and links to files: where they count and where they do not. */
import assert from "node:assert/strict";
import { rulesIn, slotsIn } from "../reviews.ts";
import { named, readRecord } from "./records.ts";

/** The names that a paragraph of a memo refers to. */
const prose = (text: string): readonly string[] => readRecord("memo", "", text).entity.refs.map((ref) => ref.name);
const supports = (value: string): readonly string[] => named(readRecord("cmoc", `- supports: ${value}`), "supports");
const evidence = (value: string): unknown => readRecord("cmoc", `- supports: ${value}`).json.evidence;

describe("an address between angle brackets", () => {
  const address = "<https://x.org/Trust_(M)/[[TR9]]>";

  it("is words that refer to nothing, whatever stands in it", () => {
    assert.deepEqual(prose(`See ${address}.`), []);
    assert.deepEqual(prose("@l1<a@b.c>"), ["s:l1"]);
    assert.deepEqual(supports("@l1#e1 — as <https://x.org/@l2#e2> has it"), ["@l1#e1"]);
    const leads = readRecord("cmoc", "- C: a\n- leads to: <https://x.org/TR2>").entity.refs;
    assert.deepEqual(leads, []);
  });

  it("keeps its words in a slot and in a reason, and parts no slot", () => {
    const sentence = `When partners share a vision (C), they trust ${address} one another (M), and do more (O).`;
    assert.deepEqual(slotsIn(`## CMOC TR1\n\n${sentence}\n`), [
      "C: partners share a vision",
      "M: they trust https://x.org/Trust_(M)/[[TR9]] one another",
      "O: do more",
    ]);
    const [link] = evidence("@l1#e1 — as <https://x.org/a> has it") as readonly { readonly note: string }[];
    assert.equal(link?.note, "as https://x.org/a has it");
  });
});

describe("a citation", () => {
  it("counts at a line's start, after a space and after an opening bracket", () => {
    for (const text of [
      "@l1",
      "see @l1",
      "see\n@l1",
      "see\t@l1",
      "(@l1)",
      "[@l1]",
      "[-@l1]",
      "{@l1}".slice(1),
      "-@l1",
      "see -@l1",
    ])
      assert.deepEqual(prose(text.replace("}", "")), ["s:l1"], JSON.stringify(text));
  });

  it("does not count in a word, an address, code, a picture or a link's target", () => {
    for (const text of [
      "a@l1",
      "jo@l1.org",
      "7@l1",
      "_@l1",
      "`@l1`",
      "`see @l1 there`",
      "see `@l1` and `so @l1`",
      "<jo@l1.org>",
      "<https://x.org/@l1>",
      "<https://x.org/[@l1]>",
      "<https://x.org/(@l1)>",
      "[there](https://x.org/ @l1)".replace(" ", ""),
      "![@l1](a.png)",
      "@",
      "@ l1",
      "@#e1",
    ])
      assert.deepEqual(prose(text), [], text);
    assert.deepEqual(prose("```\n@l1\n```"), []);
  });

  it("takes a key by Pandoc's grammar, without closing punctuation", () => {
    for (const key of [
      "l1",
      "Lund2010",
      "lund_2010",
      "lund-2010",
      "lund:2010",
      "lund.2010",
      "_lund",
      "2010a",
      "Łuń1",
      "a+b",
    ])
      assert.deepEqual(prose(`See @${key}.`), [`s:${key}`]);
    for (const end of [".", ",", ";", ":", "!", "?", ")", "--", "…", "’s", "-"])
      assert.deepEqual(prose(`See @l1${end} there`), ["s:l1"], end);
    assert.deepEqual(prose("See @{https://x.org/1}."), ["s:https://x.org/1"]);
    assert.deepEqual(prose("See @{a b}."), []);
  });

  it("names an extract after `#`, without case", () => {
    assert.deepEqual(prose("See @l1#e1."), ["x:l1#e1"]);
    assert.deepEqual(prose("See @l1#E1."), ["x:l1#e1"]);
    assert.deepEqual(prose("See @l1#e1.2-b, and"), ["x:l1#e1.2-b"]);
    assert.deepEqual(prose("See @l1#"), ["s:l1"]);
  });

  it("has what follows it in its bracket for a locator, up to the next", () => {
    const locators = (text: string): unknown => {
      const { entity } = readRecord("cmoc", `- O: peace ${text}`);
      return "evidence" in entity ? entity.evidence.map((each) => [each.id, each.locator]) : [];
    };
    assert.deepEqual(locators("[@l1#e1, p. 12; @l1#e2]"), [
      ["@l1#e1", "p. 12"],
      ["@l1#e2", undefined],
    ]);
    assert.deepEqual(locators("[see @l1#e1, pp. 3-4, @l1#e2 passim]"), [
      ["@l1#e1", "pp. 3-4"],
      ["@l1#e2", "passim"],
    ]);
  });

  it("outside records counts when it is sure, or a key that is known", () => {
    const told = (text: string): readonly string[] =>
      rulesIn({ "a.md": `${text}\n` }).filter((rule) => rule === "source/unknown-key");
    assert.deepEqual(told("Thanks to @jdoe."), []);
    for (const text of ["[@jdoe]", "@jdoe#e1", "[see @jdoe]"]) assert.equal(told(text).length, 1, text);
    assert.equal(told("## Memo M1\n\n- by: JA\n\nThanks to @jdoe.").length, 1);
  });
});

describe("a list of links", () => {
  it("is parted by commas, semicolons, `and`, or nested bullets", () => {
    for (const value of [
      "@l1#e1, @l1#e2",
      "@l1#e1; @l1#e2",
      "@l1#e1 and @l1#e2",
      "@l1#e1 & @l1#e2",
      "@l1#e1,\n  @l1#e2",
    ])
      assert.deepEqual(supports(value), ["@l1#e1", "@l1#e2"], value);
    assert.deepEqual(supports("\n  - @l1#e1\n  - @l1#e2"), ["@l1#e1", "@l1#e2"]);
    assert.deepEqual(supports("[@l1#e1; @l1#e2]"), ["@l1#e1", "@l1#e2"]);
    assert.deepEqual(supports("[@l1#e1], @l1#e2"), ["@l1#e1", "@l1#e2"]);
    assert.deepEqual(supports("l1#e1, @l1#e2"), ["@l1#e1", "@l1#e2"], "the sign may be left out before an extract");
    assert.deepEqual(supports("[@l1#e1](l1.md#extract-e1)"), ["@l1#e1"]);
  });

  it("has slots in brackets after an item", () => {
    const slots = (value: string): unknown =>
      (evidence(value) as readonly { slots: readonly string[] }[]).map((each) => each.slots);
    for (const [value, want] of [
      ["@l1#e1 (C, M)", [["C", "M"]]],
      ["@l1#e1 (C/M)", [["C", "M"]]],
      ["@l1#e1 [C; M]", [["C", "M"]]],
      ["@l1#e1 (Context & Mechanism), @l1#e2 (O1)", [["C", "M"], ["O1"]]],
      ["@l1#e1 (C) (M)", [["C", "M"]]],
      ["@l1#e1 (C1–C3)", [["C1", "C2", "C3"]]],
      ["@l1#e1, @l1#e2 (C)", [[], ["C"]]],
      ["@l1#e1 (p. 3) (C)", [["C"]]],
      ["@l1#e1, p. 3 (C)", [["C"]]],
    ] as const)
      assert.deepEqual(slots(value), want, value);
    assert.deepEqual(readRecord("cmoc", "- supports: @l1#e1 (Z)").said, ["field/value: (Z)"]);
    assert.deepEqual(readRecord("cmoc", "- supports: @l1#e1 (p. 3)").said, []);
  });

  it("has a reason after a spaced dash, or an em dash, for the items before it", () => {
    const notes = (value: string): unknown =>
      (evidence(value) as readonly { note?: string }[]).map((each) => each.note);
    for (const dash of [" — ", " – ", " - ", " -- ", " --- ", " ― ", " − ", "—"])
      assert.deepEqual(notes(`@l1#e1, @l1#e2 (C)${dash}both in mergers`), ["both in mergers", "both in mergers"], dash);
    assert.deepEqual(notes("@l1#e1 — so; @l1#e2"), ["so", undefined]);
    assert.deepEqual(notes("@l1#e1 — so; and so; @l1#e2 — else"), ["so; and so", "else"]);
    assert.deepEqual(notes("@l1#e1 — so, @l1#e2"), ["so, @l1#e2"], "a comma ends none");
    assert.deepEqual(notes("@l1#e1-b"), [undefined]);
    assert.deepEqual(notes("\n  - @l1#e1 — so\n  - @l1#e2"), ["so", undefined], "a bullet has its own");
  });

  it("says what is no reference, and what is of the wrong kind", () => {
    assert.deepEqual(readRecord("cmoc", "- supports: @l1#e1, somebody").said, ["field/value: somebody"]);
    assert.deepEqual(readRecord("cmoc", "- leads to: @l1#e1").said, ["field/value: @l1#e1"]);
    assert.deepEqual(readRecord("cmoc", "- supports: TR1").said, ["field/value: TR1"]);
    assert.deepEqual(readRecord("extract", "- supports: @l1#e1").said, ["field/value: @l1#e1"]);
    assert.deepEqual(readRecord("code", "- parent: @l1").said, ["field/value: @l1"]);
    assert.deepEqual(readRecord("theory", "- draws on: some words on it").said, []);
  });

  it("may say that there is none", () => {
    for (const none of ["none", "None found", "nothing", "n/a", "not yet", "–", "-"])
      assert.deepEqual(readRecord("cmoc", `- supports: ${none}`).said, [], none);
    assert.deepEqual(readRecord("theory", "- counterexamples: none found").json.counterexamples, ["none found"]);
    assert.deepEqual(named(readRecord("theory", "- counterexamples: @l1#e1 — imposed"), "counterexamples"), ["@l1#e1"]);
  });
});

describe("`[[…]]`", () => {
  it("names records, codes and memos, with words of its own after a bar", () => {
    assert.deepEqual(prose("[[TR1]] [[TR1–TR2]] [[Code trust]] [[Memo 2026-03-02]] [[tr1|the first]] [[ TR2 ]]"), [
      "r:tr1",
      "r:tr1",
      "r:tr2",
      "c:trust",
      "m:2026-03-02",
      "r:tr1",
      "r:tr2",
    ]);
  });

  it("counts nowhere in code, and is left alone when it is somebody's own", () => {
    assert.deepEqual(prose("`[[TR1]]`, `a [[TR1]] b`"), []);
    assert.deepEqual(prose("```\n[[TR1]]\n```"), []);
    for (const text of ["[[Home]]", "[[Notes on TR1]]", "[[QQ1]]", "[[2026-03-02]]", "[[TR1]", "[[]]", "[[trust me]]"])
      assert.deepEqual(readRecord("memo", "", text).said, [], text);
    assert.deepEqual(readRecord("memo", "", "[[TR9]]").said, ["ref/unknown: TR9"]);
    assert.deepEqual(readRecord("memo", "", "[[TR1–TR3]]").said, ["ref/unknown: TR1–TR3"]);
  });
});

describe("a link to a file", () => {
  it("whose text is a reference counts in prose when it goes to Markdown nearby", () => {
    for (const target of ["a.md", "a.md#x", "../a/b.MD", "./a.md"])
      assert.deepEqual(prose(`[TR1](${target})`), ["r:tr1"], target);
    for (const target of ["https://x.org/a.md", "/a.md", "a.html", "a.mdx", "#x", "mailto:a.md"])
      assert.deepEqual(prose(`[TR1](${target})`), [], target);
    assert.deepEqual(prose("[TR1 and more](a.md)"), []);
    assert.deepEqual(prose("[TR1–TR2](a.md)"), ["r:tr1", "r:tr2"]);
  });

  it("counts in a field whatever it goes to", () => {
    assert.deepEqual(named(readRecord("cmoc", "- leads to: [TR1](others.md), [TR2](https://x.org)"), "leads to"), [
      "TR1",
      "TR2",
    ]);
  });
});
