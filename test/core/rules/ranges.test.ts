import assert from "node:assert/strict";
import type { Ref } from "../../../src/core/model/types.ts";
import { namesAt } from "../../../src/core/rules/ranges.ts";
import { reviewOf } from "../reviews.ts";
import { cmoc, extract, SLOTS, source, sourceWith, told } from "./telling.ts";

const C = "- **C:** x";
const three = ["TR1", "TR2", "TR3"].map((id) => cmoc(id, C)).join("");
const theory = (line: string): string => `# Theory PT1\n\n${line}\n\n`;

describe("a range", () => {
  it("is looked at whole at its first id, and nowhere else", () => {
    const at = (line: string): readonly (readonly string[])[] => {
      const review = reviewOf({ "a.md": theory(line) });
      const refs = [...review.records("theory")].flatMap(({ brief }): readonly Ref[] => brief.links);
      return refs.map(namesAt);
    };
    assert.deepEqual(at("- configurations: TR8–TR10"), [["r:tr8", "r:tr9", "r:tr10"], [], []]);
    assert.deepEqual(at("- configurations: TR08 - 10"), [["r:tr08", "r:tr09", "r:tr10"], [], []]);
    assert.deepEqual(at("- configurations: 1–2, CMOC 3–4"), [["r:cmoc1", "r:cmoc2"], [], ["r:cmoc3", "r:cmoc4"], []]);
    assert.deepEqual(at("- configurations: TR3–TR1, TR7"), [["r:tr3–tr1"], ["r:tr7"]]);
    assert.deepEqual(at("- configurations: سلا١–سلا٣"), [["r:سلا١", "r:سلا٢", "r:سلا٣"], [], []]);
  });

  it("with evidence from an excluded source is told of once, as long as one of its configurations is open", () => {
    const files = (...statuses: readonly string[]): { readonly [path: string]: string } => ({
      "a.md": statuses.map((status, at) => cmoc(`TR${at + 1}`, `- status: ${status}`, C)).join(""),
      "l.md": sourceWith("l1", "status: excluded\nreason: x\n", extract("e1", "- supports: TR1–TR3")),
    });
    const open = told("evidence/excluded", files("retired", "candidate", "candidate"));
    assert.equal(open.length, 1);
    assert.match(open[0] ?? "", /^l\.md:TR1–TR3: @l1 is excluded/);
    assert.deepEqual(told("evidence/excluded", files("retired", "merged", "retired")), []);
  });

  it("that is a link is right when it goes to the file of any of its records", () => {
    const files = (target: string): { readonly [path: string]: string } => ({
      "t1.md": cmoc("TR1", C),
      "t2.md": cmoc("TR2", C),
      "t3.md": cmoc("TR3", C),
      "a.md": theory(`- configurations: [TR1–TR3](${target})`),
    });
    assert.deepEqual(told("link/stale", files("t1.md")), []);
    assert.deepEqual(told("link/stale", files("t3.md#x")), []);
    assert.deepEqual(told("link/stale", files("old.md")), [
      "a.md:[TR1–TR3](old.md): The link of TR1–TR3 goes to old.md, but what it names is in t1.md. Refresh it.",
    ]);
  });

  it("in a reason is told of once, if it names anything", () => {
    const at = (list: string): readonly string[] =>
      told("ref/in-reason", { "a.md": theory(`- configurations: TR3 — see ${list}`) + three });
    assert.match(at("TR0–TR2").join(), /^a\.md:TR0–TR2: TR0–TR2 stands in a reason[^:]*$/);
    assert.deepEqual(at("TR7–TR9"), []);
  });

  it("with ids that several records have is told of once", () => {
    const files = { "a.md": three, "b.md": three.replace(/## CMOC TR1.*?(?=## CMOC TR2)/s, "") };
    assert.deepEqual(told("ref/ambiguous", { ...files, "c.md": theory("- configurations: TR1–TR3") }), [
      "c.md:TR1–TR3: TR2 names 2 records, and so it is with 1 more of TR1–TR3. Give each of them an id of its own.",
    ]);
    assert.equal(told("ref/ambiguous", { ...files, "c.md": theory("- configurations: TR1, TR2, TR3") }).length, 2);
  });

  it("with slots that some of its records lack is told of once", () => {
    const files = {
      "a.md": cmoc("TR1", ...SLOTS) + cmoc("TR2", C) + cmoc("TR3", C),
      "l.md": source("l1", extract("e1", "- supports: TR1–TR3 (M)")),
    };
    assert.deepEqual(told("field/value", files), [
      "l.md:TR1–TR3: TR2 has no mechanism, nor have 1 more of TR1–TR3. Its slots are C.",
    ]);
  });

  it("of retired configurations is told of once", () => {
    const retired = ["TR1", "TR2", "TR3"].map((id) => cmoc(id, "- status: retired", C)).join("");
    assert.deepEqual(told("theory/retired-cmoc", { "a.md": theory("- configurations: TR1–TR3") + retired }), [
      "a.md:TR1–TR3: PT1 names TR1, which is retired, and 2 more of TR1–TR3 that were merged or retired. Name what took its place, or take it out.",
    ]);
  });

  it("that repeats links is told of once", () => {
    const at = (...lines: readonly string[]): readonly string[] =>
      told("link/twice", { "a.md": three, "l.md": source("l1", extract("e1", ...lines)) });
    assert.deepEqual(at("- supports: TR1–TR3", "- supports: TR1–TR3"), [
      "l.md:TR1–TR3: That @l1#e1 supports TR1, TR2 and TR3 is written twice, with the same slots. Once is enough.",
    ]);
    assert.equal(at("- supports: TR1, TR2", "- supports: TR1–TR3").length, 1);
    assert.equal(at("- supports: TR1, TR2", "- supports: TR1, TR2").length, 2);
  });

  it("with a number that is missing is told of, beside numbers of other lengths", () => {
    const ids = ["TR8", "TR9", "TR11", "TR12"].map((id) => cmoc(id, C)).join("");
    assert.match(
      told("ref/unknown", { "a.md": theory("- configurations: TR8–TR12") + ids }).join(),
      /^a\.md:TR8–TR12: Nothing in this review is called TR10, which TR8–TR12 names\.[^:]*$/,
    );
  });
});
