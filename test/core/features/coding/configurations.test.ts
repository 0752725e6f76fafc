import assert from "node:assert/strict";
import fc from "fast-check";
import { cmocFromExtract, codedSlots } from "../../../../src/core/features/coding/new-cmoc.ts";
import { reasonOf, suggestions } from "../../../../src/core/features/coding/suggestions.ts";
import type { Extract } from "../../../../src/core/model/types.ts";
import type { Definition, Review } from "../../../../src/core/review.ts";
import { runs } from "../../../runs.ts";
import { type Files, problemsOf, reviewOf, sourceFile } from "../../reviews.ts";
import { filesAfter, record, refusal } from "../editing.ts";

const extract = (review: Review, id: string): Definition<Extract> => record(review, id) as Definition<Extract>;
const MADE = { id: "TR4", title: "Trust comes of a past", uri: "t.md" };

describe("a configuration of an extract's coding lines", () => {
  const FILES: Files = {
    "review.yaml": "cmoc: 1\n",
    "t.md": "## CMOC TR3: One\n\n- **C:** a\n- **M:** b\n- **O:** c\n",
    "codebook.md": "## Code faith: Faith in the partners\n\n- role: M\n",
    "s.md": sourceFile(
      "lund2010",
      '## Extract e1\n\n> They had *met* before, and were quick to trust.\n\n- at: p. 1\n- M resource trust: "quick to trust"\n- C past: "had met before", "met"\n- C other: "had met before"\n- code x: "before"\n\n## Extract e2\n\n> Hm.\n\n- at: p. 2\n- code x: "Hm"\n',
    ),
  };

  it("has the coded words in its slots, and the extract is linked to them", () => {
    const review = reviewOf(FILES);
    const files = filesAfter(review, cmocFromExtract(review, extract(review, "e1"), MADE));
    assert.equal(
      files["t.md"],
      `${FILES["t.md"]?.trimEnd()}\n\n## CMOC TR4: Trust comes of a past\n\n- status: candidate\n- **C:** had met before\n- **C:** met\n- **M resource:** quick to trust\n- **O:**\n`,
    );
    assert.ok(
      files["s.md"]?.includes('- code x: "before"\n- supports: TR4 (C, M resource)\n\n## Extract e2'),
      files["s.md"],
    );
    const after = reviewOf(files);
    assert.deepEqual(
      after.evidenceFor("r:tr4").map(({ extract: from, slots }) => [from, slots.length]),
      [["x:lund2010#e1", 2]],
    );
    const rules = problemsOf(files).map(({ rule }) => rule);
    assert.ok(!rules.some((rule) => rule.startsWith("ref/") || rule.startsWith("field/")), rules.join());
  });

  it("takes what is coded as a whole by its words, or by what the code is called", () => {
    const long = "They met and met again. ".repeat(20).trim();
    const of = (quote: string): readonly string[] => {
      const text = sourceFile("lund2010", `## Extract e1\n\n> ${quote}\n\n- C past-times:\n- M faith:\n`);
      const review = reviewOf({ ...FILES, "s.md": text });
      return codedSlots(review, extract(review, "e1")).map(({ role, text: words }) => `${role.role}: ${words}`);
    };
    assert.deepEqual(of("They met."), ["C: They met.", "M: They met."]);
    assert.deepEqual(of(long), ["C: past times", "M: Faith in the partners"]);
  });

  it("has no slot for a dash or dots alone, which would be an empty one", () => {
    const text = sourceFile(
      "lund2010",
      '## Extract e1\n\n> They met — … and trusted.\n\n- C past: "—", "…", "met"\n- M trust: "…"\n- O end: "trusted."\n',
    );
    const review = reviewOf({ ...FILES, "s.md": text });
    assert.deepEqual(
      codedSlots(review, extract(review, "e1")).map(({ role, text: words }) => `${role.role}: ${words}`),
      ["C: met", "O: trusted."],
    );
  });

  it("is made with a title that ends in a number sign", () => {
    const review = reviewOf(FILES);
    const files = filesAfter(review, cmocFromExtract(review, extract(review, "e1"), { ...MADE, title: "Trust #" }));
    assert.equal(reviewOf(files).definitions("r:tr4")[0]?.entity.title, "Trust #");
  });

  it("is made where a code reads as the number of a slot", () => {
    const text = sourceFile(
      "lund2010",
      '## Extract e1\n\n> Trust grew and grew.\n\n- O x: "grew"\n- O2: "Trust"\n- parked: later\n',
    );
    const review = reviewOf({ ...FILES, "s.md": text });
    const files = filesAfter(review, cmocFromExtract(review, extract(review, "e1"), MADE));
    assert.match(files["t.md"] ?? "", /- \*\*O:\*\* grew\n- \*\*O2:\*\* Trust\n/);
    assert.match(files["s.md"] ?? "", /- supports: TR4 \(O, O2\)\n/);
  });

  it("is refused where no line has a role, and where the id is taken", () => {
    const review = reviewOf(FILES);
    assert.equal(refusal(cmocFromExtract(review, extract(review, "e2"), MADE)), "told");
    assert.equal(refusal(cmocFromExtract(review, extract(review, "e1"), { ...MADE, id: "TR3" })), "taken");
  });

  it("may stand in the file of the extract, or in a new one", () => {
    const review = reviewOf(FILES);
    const own = filesAfter(review, cmocFromExtract(review, extract(review, "e1"), { ...MADE, uri: "s.md" }));
    assert.ok(own["s.md"]?.includes("supports: TR4") && own["s.md"].includes("## CMOC TR4"));
    const fresh = filesAfter(review, cmocFromExtract(review, extract(review, "e1"), { ...MADE, uri: "n.md" }));
    assert.ok(fresh["n.md"]?.startsWith("## CMOC TR4"));
  });
});

describe("suggested configurations", () => {
  const cmoc = (id: string, words: string, more = ""): string =>
    `## CMOC ${id}\n\n- **C:** ${words}\n- **M:** so\n- **O:** so\n${more}\n`;
  const FILES: Files = {
    "review.yaml": "cmoc: 1\n",
    "t.md":
      cmoc("A1", "partnerships with a history as rivals") +
      cmoc("A2", "nothing alike") +
      cmoc("A3", "trusting partners") +
      cmoc("A4", "partners of old", "- status: retired\n") +
      cmoc("A5", "partner"),
    "s.md": sourceFile(
      "lund2010",
      '## Extract e1\n\n> The partners trusted one another, rivals as they had been.\n\n- at: p. 1\n- M trust:\n- C past:\n- supports: A5\n\n## Extract e2\n\n> Something else.\n\n- M trust: "Something"\n- supports: A2\n\n## Extract e3\n\n> More.\n\n- C past:\n- M trust:\n- refutes: A2\n',
    ),
  };
  const of = (review: Review, id = "e1") => suggestions(review, extract(review, id));

  it("share codes or near words, each with its reason", () => {
    const found = of(reviewOf(FILES));
    assert.deepEqual(
      found.map((each) => `${each.at.entity.id}: ${reasonOf(each)}`),
      ["A2: 2 codes shared: trust, past", "A1: 1 word near: rivals", "A3: 2 words near: partners, trusted"].toSorted(
        (a, b) =>
          found.findIndex(({ at }) => a.startsWith(at.entity.id)) -
          found.findIndex(({ at }) => b.startsWith(at.entity.id)),
      ),
    );
    assert.equal(found[0]?.at.entity.id, "A2", "codes say more than words");
  });

  it("hear words that all of them have, a little, and short words", () => {
    const said = (quote: string, ...cmocs: readonly string[]): readonly string[] => {
      const all = cmocs.map((words, at) => {
        const [c, m, o] = words.split(" / ");
        return `## CMOC B${at + 1}: t\n\n- **C:** ${c}\n- **M:** ${m}\n- **O:** ${o}\n\n`;
      });
      const review = reviewOf({ "t.md": all.join(""), "s.md": sourceFile("k", `## Extract e1\n\n> ${quote}\n`) });
      return of(review).map((each) => `${each.at.entity.id}: ${reasonOf(each)}`);
    };
    const alike = ["x", "y", "z", "w", "v"].map((o) => `partners / trust / ${o}`);
    assert.deepEqual(
      said("Partners trusted", ...alike),
      alike.map((_, at) => `B${at + 1}: 2 words near: partners, trusted`),
    );
    assert.equal(
      said("Partners were afraid", ...alike, "partners / afraid / exit")[0],
      "B6: 2 words near: afraid, partners",
    );
    assert.deepEqual(said("law and war", "law / war / win", "and / the / for"), ["B1: 2 words near: law, war"]);
    assert.deepEqual(said("ثقة الشركاء نمت", "الشركاء / ثقة / هدوء", "مال / خوف / خروج").length, 1);
    assert.deepEqual(
      said("los socios confiaron pronto", "unos socios / confianza / calma", "los otros / miedo / salida"),
      ["B1: 2 words near: socios, confiaron"],
    );
  });

  it("are none without a reason, none that is linked or closed, and ranked by what they share", () => {
    const words = fc.constantFrom(
      "partners",
      "trust",
      "rivals",
      "history",
      "meeting",
      "board",
      "faith",
      "money",
      "ward",
    );
    const line = fc.array(words, { minLength: 1, maxLength: 4 }).map((all) => all.join(" "));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), line, fc.nat(11), (slots, quote, linked) => {
        const theory = slots.map((each, n) => cmoc(`B${n + 1}`, each)).join("");
        const link = linked < slots.length ? `- supports: B${linked + 1}\n` : "";
        const source = sourceFile("lund2010", `## Extract e1\n\n> ${quote}\n\n- at: p. 1\n- M trust:\n${link}`);
        const review = reviewOf({ "t.md": theory, "s.md": source });
        const found = of(review);
        for (const [n, each] of found.entries()) {
          assert.notEqual(reasonOf(each), "");
          assert.ok(each.score > 0 && (n === 0 || each.score <= (found[n - 1]?.score ?? 0)));
          assert.notEqual(each.at.entity.id, link === "" ? "" : `B${linked + 1}`);
          for (const word of each.words) assert.ok(`${quote} trust`.includes(word));
        }
        // What shares all that another shares, and more, is ranked no lower.
        for (const one of found)
          for (const other of found)
            if (other.words.every((word) => one.words.includes(word)) && one.words.length > other.words.length)
              assert.ok(one.score > other.score);
      }),
      runs(60),
    );
  });
});
