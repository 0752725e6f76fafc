/** The conditions of checks that speak of several kinds, or of several places: each fires, and each that answers it is quiet. */
import assert from "node:assert/strict";
import { type Problem, reviewToCheck } from "../../../src/core/check.ts";
import { ALL_RULES } from "../../../src/core/rules/index.ts";
import { EXPLAINED_RULES } from "../../../src/core/rules/pages.ts";
import { type Files, problemsOf } from "../reviews.ts";
import { checked, cmoc, count, extract, SLOTS, source, sourceWith, told } from "../rules/telling.ts";

const lund = source("l1", extract("e1"));
/** A record of each kind that evidence bears on. */
const CLAIMS: readonly [string, (id: string, ...lines: readonly string[]) => string][] = [
  ["configuration", (id, ...lines) => cmoc(id, "- C: a place", ...lines)],
  ["theory", (id, ...lines) => `# Theory ${id}: All\n\n- stage: initial\n${lines.join("\n")}\n\n`],
  ["demi-regularity", (id, ...lines) => `# Demi-regularity ${id}: All\n\n- boundary: so\n${lines.join("\n")}\n\n`],
];
const OTHERS: typeof CLAIMS = [
  ["code", (id, ...lines) => `## Code ${id}: One\n\n- role: C\n${lines.join("\n")}\n\n`],
  ["memo", (id, ...lines) => `## Memo ${id}: One\n\n- by: JA\n${lines.join("\n")}\n\n`],
];

for (const [kind, record] of CLAIMS) {
  describe(`of a ${kind}`, () => {
    const at = (rule: string, lines: readonly string[], more: Files = {}): number =>
      count(rule, { "a.md": record("X1", ...lines), "l.md": lund, ...more });

    it("id/duplicate: one id, with any other of the three kinds", () => {
      for (const [other, another] of CLAIMS)
        assert.equal(count("id/duplicate", { "a.md": record("X1"), "b.md": another("x1") }), 2, other);
      for (const [other, another] of OTHERS)
        assert.equal(count("id/duplicate", { "a.md": record("X1"), "b.md": another("X1") }), 0, other);
      assert.equal(count("id/duplicate", { "a.md": record("X1"), "b.md": record("X2") }), 0);
    });

    it("link/twice: one stance and the same slots", () => {
      assert.equal(at("link/twice", ["- supports: @l1#e1", "- supports: @l1#e1"]), 1);
      assert.equal(at("link/twice", ["- supports: @l1#e1, @l1#e1"]), 1);
      assert.equal(at("link/twice", ["- supports: @l1#e1", "- refines: @l1#e1"]), 0);
      assert.equal(at("link/twice", ["- supports: @l1#e1 (C)", "- supports: @l1#e1"]), 0);
      assert.equal(
        at("link/twice", ["- supports: @l1#e1"], { "l.md": source("l1", extract("e1", "- supports: X1")) }),
        1,
      );
    });

    it("extract/stance-conflict: any two stances", () => {
      for (const [one, other] of [
        ["supports", "refutes"],
        ["supports", "refines"],
        ["refutes", "refines"],
      ]) {
        assert.equal(at("extract/stance-conflict", [`- ${one}: @l1#e1`, `- ${other}: @l1#e1`]), 1);
        assert.equal(at("extract/stance-conflict", [`- ${one}: @l1#e1 (C)`, `- ${other}: @l1#e1`]), 0);
      }
      assert.equal(at("extract/stance-conflict", ["- supports: @l1#e1"]), 0);
    });

    it("extract/unlinked: a link from it is enough", () => {
      assert.equal(at("extract/unlinked", []), 1);
      for (const stance of ["supports", "refutes", "refines"])
        assert.equal(at("extract/unlinked", [`- ${stance}: @l1#e1`]), 0, stance);
      assert.equal(at("extract/unlinked", ["- supports: @l1"]), 1, "a whole source");
      assert.equal(at("extract/unlinked", ["- note: see @l1#e1"]), 1, "a note");
    });

    it("evidence/excluded: at either end, whatever the stance", () => {
      const out = (...lines: readonly string[]): Files => ({
        "l.md": sourceWith("l1", "status: excluded\nreason: so\n", extract("e1", ...lines)),
      });
      for (const stance of ["supports", "refutes", "refines"]) {
        assert.equal(at("evidence/excluded", [`- ${stance}: @l1#e1`], out()), 1);
        assert.equal(at("evidence/excluded", [], out(`- ${stance}: X1`)), 1);
      }
      assert.equal(at("evidence/excluded", ["- supports: @l1"], out()), 1, "a whole source");
      assert.equal(at("evidence/excluded", ["- note: as @l1#e1 says"], out()), 0, "a note");
      assert.equal(at("evidence/excluded", ["- supports: @l1#e1"]), 0);
    });

    it("ref/ambiguous: a reference to two of it", () => {
      const twice = { "b.md": record("X1"), "c.md": "## Memo 2026-03-02\n\n- about: X1\n" };
      assert.equal(at("ref/ambiguous", [], twice), 1);
      assert.equal(at("ref/ambiguous", [], { "c.md": twice["c.md"] }), 0);
    });
  });
}

describe("id/duplicate of codes and memos", () => {
  for (const [kind, record] of OTHERS)
    it(`is of one ${kind} and another alone`, () => {
      assert.equal(count("id/duplicate", { "a.md": record("M1"), "b.md": record("m1") }), 2);
      assert.equal(count("id/duplicate", { "a.md": record("M1"), "b.md": record("M2") }), 0);
    });

  it("lets memos share a day, a month or a year", () => {
    const memo = (id: string): string => `## Memo ${id}: One\n\n- by: JA\n\n`;
    for (const id of ["2026-03-02", "2026-03", "2026"])
      assert.equal(count("id/duplicate", { "a.md": memo(id) + memo(id) }), 0, id);
    for (const id of ["2026-03-02b", "M-2026", "202"])
      assert.equal(count("id/duplicate", { "a.md": memo(id) + memo(id) }), 2, id);
  });
});

describe("theory/retired-cmoc", () => {
  for (const kind of ["Theory", "Demi-regularity"])
    it(`is told of a ${kind}'s field, range and prose`, () => {
      const at = (status: string, line: string): number =>
        count("theory/retired-cmoc", {
          "a.md": cmoc("TR1", "- C: a", `- status: ${status}`) + cmoc("TR2", "- C: b"),
          "t.md": `# ${kind} X1: All\n\n- boundary: so\n${line}\n`,
        });
      for (const status of ["merged", "retired"]) {
        assert.equal(at(status, "- configurations: TR1"), 1);
        assert.equal(at(status, "- configurations: TR1–TR2"), 1);
        assert.equal(at(status, "\nTrust grows [[TR1]]."), 1);
        assert.equal(at(status, "- configurations: TR2 — TR1 was merged"), 0, "a reason");
        assert.equal(at(status, "- note: [[TR1]] went"), 0, "a note");
      }
      for (const status of ["candidate", "supported", "refined", "refuted"])
        assert.equal(at(status, "- configurations: TR1"), 0);
    });

  it("is not told of a memo", () => {
    const memo = "## Memo 2026-03-02: Why\n\n- about: TR1\n\nSee [[TR1]].\n";
    assert.equal(count("theory/retired-cmoc", { "a.md": cmoc("TR1", "- status: merged"), "m.md": memo }), 0);
  });
});

describe("cmoc/no-theory", () => {
  const at = (status: string, line: string, more = ""): number =>
    count("cmoc/no-theory", { "a.md": cmoc("TR1", ...SLOTS, `- status: ${status}`, line), "b.md": more });
  const theory = "# Theory PT1: All\n\n- stage: initial\n";

  it("is told past candidate, and answered at either end", () => {
    for (const status of ["supported", "refined", "refuted"]) {
      assert.equal(at(status, ""), 1);
      assert.equal(at(status, "- theory: PT1", theory), 0);
      assert.equal(at(status, "", `${theory}- configurations: TR1\n`), 0);
    }
    assert.equal(at("candidate", ""), 0);
    assert.equal(count("cmoc/no-theory", { "a.md": cmoc("TR1", ...SLOTS) }), 0, "without a status");
  });

  it("is not answered by a mention", () => {
    assert.equal(at("supported", "- note: for [[PT1]]", `${theory}\nOf [[TR1]].\n`), 1);
    assert.equal(at("supported", "", `${theory}- configurations: TR2 — not TR1\n`), 1);
    assert.equal(at("supported", "", `${theory}- supports: @l1#e1\n- draws on: TR1\n`), 1);
  });
});

describe("theory/no-counterexample", () => {
  const at = (stage: string, ...lines: readonly string[]): number =>
    count("theory/no-counterexample", {
      "t.md": `# Theory PT1: All\n\n- stage: ${stage}\n${lines.join("\n")}\n`,
      "l.md": source("l1", extract("e1")),
    });

  it("is told of refined and final theories alone, and answered by words or by evidence", () => {
    for (const stage of ["initial", "candidate", "Candidate"]) assert.equal(at(stage), 0, stage);
    for (const stage of ["refined", "final", "Final"]) {
      assert.equal(at(stage), 1, stage);
      assert.equal(at(stage, "- counterexamples: none found"), 0);
      assert.equal(at(stage, "- refutes: @l1#e1"), 0);
      assert.equal(at(stage, "- supports: @l1#e1", "- refines: @l1#e1", "- boundary: mergers"), 1);
    }
    const extractSays = source("l1", extract("e1", "- refutes: PT1"));
    assert.equal(
      count("theory/no-counterexample", { "t.md": "# Theory PT1: All\n\n- stage: final\n", "l.md": extractSays }),
      0,
    );
  });
});

describe("codes", () => {
  const coding = (line: string): string => source("l1", extract("e1", line, "- parked: later"));
  const unused = (book: string, line = ""): number => count("code/unused", { "c.md": book, "l.md": coding(line) });

  it("are used by a coding line of any form, and by a code below them", () => {
    const book = "## Code trust: T\n\n- role: C\n\n";
    assert.equal(unused(book), 1);
    for (const line of ['- C trust: "Words"', "- M Trust:", "- code trust:", '- Code trust: "Words" (JA)'])
      assert.equal(unused(book, line), 0, line);
    assert.equal(unused(book, "- C trust: some words"), 1, "no coding line");
    assert.equal(unused(`${book}## Code deep: D\n\n- parent: trust\n`, "- C deep:"), 0);
    assert.equal(unused(book, "- note: see [[Code trust]]"), 1, "a mention");
  });

  it("need no use once retired or replaced", () => {
    assert.equal(unused("## Code trust: T\n\n- retired: since May\n"), 0);
    assert.equal(
      unused("## Code trust: T\n\n- replaced by: faith\n\n## Code faith: F\n\n- role: C\n", "- C faith:"),
      0,
    );
  });

  it("are wanted in the codebook where somebody codes, or stands under them", () => {
    const unknown = (book: string, line = ""): number => count("code/unknown", { "c.md": book, "l.md": coding(line) });
    assert.equal(unknown("", "- C trust:"), 1);
    assert.equal(unknown("", "- code trust:"), 1);
    assert.equal(unknown("", "- C:"), 0);
    assert.equal(unknown("## Code a: A\n\n- parent: trust\n"), 1);
    assert.equal(unknown("## Code a: A\n\n- replaced by: trust\n"), 1);
    assert.equal(unknown("## Code trust: T\n\n- role: C\n", "- C Trust:"), 0);
  });
});

describe("references in a reason", () => {
  const at = (rule: string, reason: string): number =>
    count(rule, { "a.md": cmoc("TR1", "- C: a", `- leads to: TR2 — ${reason}`) + cmoc("TR2", "- C: b") });

  it("are told of where they would name something, and are not unknown otherwise", () => {
    for (const [reason, times] of [
      ["as TR1 has it", 1],
      ["as @nobody#e1 has it", 1],
      ["as TR9 has it", 0],
      ["in the COVID19 years", 0],
      ["as seen", 0],
    ] as const) {
      assert.equal(at("ref/in-reason", reason), times, reason);
      assert.equal(at("ref/unknown", reason), 0, reason);
    }
    assert.equal(at("ref/unknown", "so; TR9"), 1, "after a semicolon");
  });

  it("make no link, no theory and no ambiguity", () => {
    const reason = "- supports: @l1#e1 — unlike @l1#e2";
    const files = { "a.md": cmoc("TR1", "- C: a", reason), "l.md": source("l1", extract("e1"), extract("e2")) };
    assert.deepEqual(
      told("extract/unlinked", files).map((text) => text.split(":")[1]),
      ["## Extract e2"],
    );
    const two = cmoc("TR3", "- C: c") + cmoc("TR3", "- C: d");
    assert.equal(
      count("ref/ambiguous", { "a.md": cmoc("TR1", "- leads to: TR2 — as TR3") + cmoc("TR2", "- C: b") + two }),
      0,
    );
  });
});

describe("the words of a coding line", () => {
  const at = (quote: string, words: string): number =>
    count("coding/words-not-in-quote", {
      "l.md": source("l1", `## Extract e1\n\n> ${quote}\n\n- at: p. 1\n- C: ${words}\n- parked: later\n`),
    });

  it("stand in the quote whatever marks and white space either has", () => {
    for (const mark of ["‘so’", "'so'", '"so"', "“so”", "„so“", "«so»", "‹so›", "`so`"])
      for (const words of ["«called 'so' by all»", '«called "so" by all»', '"called ‘so’ by all"'])
        assert.equal(at(`They were called ${mark === "`so`" ? "´so´" : mark} by all.`, words), 0, `${mark} ${words}`);
    assert.equal(at("They were\n> called so", '"were  called"'), 0);
    assert.equal(at("Café society", '"Cafe\u0301 society"'), 0);
    for (const words of ['"They met."', '"… They met …"', '"(They met)"', '"they met"'])
      assert.equal(at("They met, all of them.", words), words === '"they met"' ? 1 : 0, words);
    assert.equal(at("They met", '"They parted"'), 1);
    assert.equal(at("They met", '"…"'), 0);
  });
});

describe("extracts", () => {
  const at = (rule: string, ...lines: readonly string[]): number =>
    count(rule, { "l.md": source("l1", `## Extract e1\n\n${lines.join("\n")}\n`) });

  it("have a quote or a paraphrase, and a place", () => {
    assert.equal(at("extract/empty", "- at: p. 1"), 1);
    assert.equal(at("extract/empty", "> Words."), 0);
    assert.equal(at("extract/empty", ">"), 1);
    assert.equal(at("extract/empty", "- paraphrase: words"), 0);
    assert.equal(at("extract/no-locator", "> Words."), 1);
    assert.equal(at("extract/no-locator", "> Words.", "", "- at: p. 1"), 0);
  });

  it("bear on something, or are parked with a reason", () => {
    assert.equal(at("extract/unlinked", "> Words."), 1);
    assert.equal(at("extract/unlinked", "> Words.", "", "- parked: later"), 0);
    for (const status of ["excluded", "awaiting"])
      assert.equal(
        count("extract/unlinked", { "l.md": sourceWith("l1", `status: ${status}\n`, "## Extract e1\n\n> Words.\n") }),
        0,
        status,
      );
    assert.equal(count("extract/unlinked", { "l.md": sourceWith("l1", "", "## Extract e1\n\n> Words.\n") }), 1);
  });

  it("of one passage are two, save by two coders", () => {
    const twin = (one: string, other: string): number =>
      count("extract/duplicate", {
        "l.md": source(
          "l1",
          `## Extract e1\n\n> They met often.\n\n${one}\n\n## Extract e2\n\n> They met often.\n\n${other}\n`,
        ),
      });
    assert.equal(twin("", ""), 2);
    assert.equal(twin("- coder: JA", ""), 2);
    assert.equal(twin("", "- coder: JA"), 2);
    assert.equal(twin("- coder: JA", "- coder: JA"), 2);
    assert.equal(twin("- coder: JA", "- coder: RM"), 0);
  });
});

describe("sources", () => {
  const at = (rule: string, matter: string, ...extracts: readonly string[]): number =>
    count(rule, { "l.md": sourceWith("l1", matter, ...extracts) });

  it("that are included give an extract; that are excluded, a reason", () => {
    assert.equal(at("source/no-extract", "status: included\n"), 1);
    assert.equal(at("source/no-extract", "status: included\n", extract("e1")), 0);
    for (const matter of ["", "status: excluded\n", "status: awaiting\n"])
      assert.equal(at("source/no-extract", matter), 0, matter);
    assert.equal(at("source/no-reason", "status: excluded\n"), 1);
    assert.equal(at("source/no-reason", 'status: excluded\nreason: ""\n'), 1);
    assert.equal(at("source/no-reason", "status: excluded\nreason: off topic\n"), 0);
    for (const matter of ["", "status: included\n", "status: awaiting\n"])
      assert.equal(at("source/no-reason", matter), 0, matter);
  });

  it("are appraised on every scale, once something is taken from them", () => {
    const scales = ["relevance", "richness", "rigour"];
    const all = scales.map((scale) => `${scale}: high\n`);
    assert.equal(at("source/no-appraisal", `status: included\n${all.join("")}`), 0);
    for (const [index] of scales.entries())
      assert.equal(at("source/no-appraisal", `status: included\n${all.toSpliced(index, 1).join("")}`), 1);
    assert.equal(at("source/no-appraisal", `status: included\n${all.join("").replace("rigour", "rigor")}`), 0);
    assert.equal(at("source/no-appraisal", ""), 0);
    assert.equal(at("source/no-appraisal", "", extract("e1")), 1);
    for (const status of ["excluded", "awaiting"])
      assert.equal(at("source/no-appraisal", `status: ${status}\n`, extract("e1")), 0, status);
  });
});

describe("cmoc/rival and cmoc/duplicate", () => {
  const at = (rule: string, one: string, other: string): number => count(rule, { "a.md": one, "b.md": other });
  const war = ["- C: a place", "- M: trust", "- O: war"];

  it("are two things: the same slots are no rivals, and one id is another finding", () => {
    assert.equal(at("cmoc/rival", cmoc("TR1", ...SLOTS), cmoc("TR2", ...war)), 2);
    assert.equal(at("cmoc/duplicate", cmoc("TR1", ...SLOTS), cmoc("TR2", ...war)), 0);
    assert.equal(at("cmoc/rival", cmoc("TR1", ...SLOTS), cmoc("TR2", ...SLOTS)), 0);
    assert.equal(at("cmoc/duplicate", cmoc("TR1", ...SLOTS), cmoc("TR2", ...SLOTS)), 2);
    assert.equal(at("cmoc/rival", cmoc("TR1", ...SLOTS), cmoc("TR1", ...war)), 0);
    assert.equal(at("cmoc/rival", cmoc("TR1", "- C: a place", "- M: trust"), cmoc("TR2", ...war)), 0, "no outcome");
    assert.equal(at("cmoc/rival", cmoc("TR1", ...SLOTS), cmoc("TR2", "- C: a time", "- M: trust", "- O: war")), 0);
  });

  it("are answered by any tie between the two, at either", () => {
    for (const tie of ["rival of", "specialises", "merges", "merged into", "moderates"]) {
      assert.equal(at("cmoc/rival", cmoc("TR1", ...SLOTS, `- ${tie}: TR2`), cmoc("TR2", ...war)), 0, tie);
      assert.equal(at("cmoc/rival", cmoc("TR1", ...SLOTS), cmoc("TR2", ...war, `- ${tie}: TR1`)), 0, tie);
    }
    assert.equal(at("cmoc/rival", cmoc("TR1", ...SLOTS, "- leads to: TR2"), cmoc("TR2", ...war)), 2, "leads to");
  });
});

describe("cmoc/thin-evidence", () => {
  it("names five sources, and how many more there are", () => {
    const at = (sources: number): string => {
      const keys = Array.from({ length: sources }, (_, index) => `s${index + 1}`);
      const files = keys.map((key) => [
        `${key}.md`,
        sourceWith(key, "richness: thin\n", extract("e1", "- supports: TR1")),
      ]);
      return told("cmoc/thin-evidence", { "a.md": cmoc("TR1", ...SLOTS), ...Object.fromEntries(files) })[0] ?? "";
    };
    assert.match(at(2), /only: @s1 and @s2\./);
    assert.match(at(5), /only: @s1, @s2, @s3, @s4 and @s5\./);
    assert.match(at(7), /only: @s1, @s2, @s3, @s4, @s5 and 2 more\./);
  });
});

describe("related places", () => {
  it("are the other record's id, or its row", () => {
    const row = "| Context | Mechanism | Outcome |\n|---|---|---|\n| a place | trust | peace |\n";
    const files = { "a.md": cmoc("TR1", ...SLOTS), "b.md": row };
    const related = problemsOf(files).flatMap(({ rule, uri, related: places }) =>
      rule === "cmoc/duplicate"
        ? places.map((place) => [uri, files[place.uri as "a.md"].slice(place.span.start, place.span.end)])
        : [],
    );
    assert.deepEqual(related, [
      ["a.md", "| a place | trust | peace |"],
      ["b.md", "TR1"],
    ]);
  });
});

describe("records that are looked at as they are read", () => {
  it("have the problems that they have when they are looked at later", () => {
    const plain = (problems: readonly Problem[]): unknown => problems.map(({ rule, uri, span }) => [rule, uri, span]);
    for (const { id, fires, own } of EXPLAINED_RULES) {
      if (own === undefined && id !== "theory/no-counterexample" && id !== "code/unused") continue;
      const review = reviewToCheck(ALL_RULES);
      for (const [uri, text] of Object.entries(fires)) review.set({ uri, version: 0, text });
      assert.deepEqual(plain(checked(review)), plain(problemsOf(fires)), id);
    }
  });
});
