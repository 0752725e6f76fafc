/** What counts as evidence, as a reference of the right kind, as past candidate. */
import assert from "node:assert/strict";
import { cmoc, count, extract, SLOTS, source, sourceWith, told } from "./telling.ts";

const lund = source("lund2010", extract("e1"), extract("e2"));
const at = (rule: string, a: string, more: { readonly [path: string]: string } = {}): readonly string[] =>
  told(rule, { "a.md": a, "lund.md": lund, ...more });

describe("cmoc/no-evidence", () => {
  it("wants an extract that is there", () => {
    const record = (link: string): string => cmoc("TR1", ...SLOTS, `- supports: ${link}`);
    assert.equal(at("cmoc/no-evidence", record("@lund2010")).length, 1);
    assert.equal(at("cmoc/no-evidence", record("@lund2010#e9")).length, 1);
    assert.equal(at("cmoc/no-evidence", record("@lund2010, @lund2010#e2")).length, 0);
  });
});

describe("a key that nothing knows", () => {
  it("is told of once", () => {
    const a = cmoc("TR1", "- **C:** a place [@nobody]", "- **M:** trust [@nowhere#e1]", "- **O:** peace");
    const rules = ["source/unknown-key", "evidence/unlocated", "cmoc/single-source", "cmoc/no-evidence", "ref/unknown"];
    assert.deepEqual(
      rules.map((rule) => at(rule, a).length),
      [2, 0, 0, 0, 0],
    );
  });
});

describe("the role of a code", () => {
  const code = (role: string): string => `## Code trust\n\n- role: ${role}\n- definition: x\n`;

  it("is one of the scheme's, however it is spelt", () => {
    assert.deepEqual(at("field/value", code("lead")), ["a.md:lead: “lead” is no value of role. Use C, M or O."]);
    for (const role of ["C", "context", "M (resource)", "C, M", "Outcomes", ""])
      assert.deepEqual(at("field/value", code(role)), [], role);
    assert.equal(at("field/value", code("I")).length, 1);
    assert.deepEqual(at("field/value", code("Intervention"), { "review.yaml": "configuration: CIMO\n" }), []);
  });
});

describe("cmoc/refuted", () => {
  it("wants a reason at each link that refutes", () => {
    const record = (...lines: readonly string[]): string => cmoc("TR1", "- status: supported", ...SLOTS, ...lines);
    const some = record("- refutes: @lund2010#e1 — it was imposed", "- refutes: @lund2010#e2");
    assert.match(at("cmoc/refuted", some)[0] ?? "", /yet an extract refutes it/);
    assert.deepEqual(at("cmoc/refuted", record("- refutes: @lund2010#e1, @lund2010#e2 — imposed")), []);
  });
});

describe("a status that is none of the list", () => {
  it("leaves the configuration a candidate", () => {
    const a = cmoc("TR1", "- status: candidte", "- **C:** a place");
    assert.deepEqual(at("cmoc/no-theory", a), []);
    assert.match(told("cmoc/empty-slot", { "a.md": a }, true)[0] ?? "", /^info /);
    assert.equal(at("field/value", a).length, 1);
  });
});

describe("references of the wrong kind", () => {
  const theory = "# Theory PT1: All\n\n- configurations: TR1\n\n";
  const others = `## CMOC TR2: x\n\n- **C:** b\n\n## Demi-regularity D1: y\n\n- configurations: TR2\n\n## Code trust\n\n- definition: z\n\n## Memo 1: z\n\n- about: TR2, PT1, D1, Code trust\n\n`;
  it("are told of in every field that names records", () => {
    for (const [line, want] of [
      ["- theory: TR2", "TR2 is a configuration, and “theory” names a theory. Name one, or take it out."],
      ["- leads to: PT1", "PT1 is a theory, and “leads to” names a configuration. Name one, or take it out."],
      [
        "- merged into: D1",
        "D1 is a demi-regularity, and “merged into” names a configuration. Name one, or take it out.",
      ],
      ["- rival of: TR2", undefined],
      ["- leads to: TR9", undefined],
    ] as const) {
      const found = at("field/value", `${theory}${others}${cmoc("TR1", ...SLOTS, line)}`);
      assert.deepEqual(
        found.map((each) => each.slice(each.indexOf(": ") + 2)),
        want === undefined ? [] : [want],
        line,
      );
    }
    assert.equal(at("field/value", `${others}# Theory PT1\n\n- configurations: TR2, D1\n- replaces: TR2\n`).length, 2);
  });

  it("are told of at an extract", () => {
    const files = {
      "a.md": `${theory}${others}`,
      "l.md": source("l1", extract("e1", "- supports: Code trust, Memo 1, TR2, PT1")),
    };
    assert.deepEqual(
      told("field/value", files).map((each) => each.split(": ").slice(1).join(": ")),
      ["trust is a code", "1 is a memo"].map(
        (each) =>
          `${each}, and “supports” names a configuration, a theory or a demi-regularity. Name one, or take it out.`,
      ),
    );
  });

  it("are no theory", () => {
    const supported = (line: string): string => `${others}${cmoc("TR1", "- status: supported", ...SLOTS, line)}`;
    assert.equal(at("cmoc/no-theory", supported("- theory: TR2")).length, 1);
    assert.equal(at("cmoc/no-theory", `${theory}${supported("- theory: PT1")}`).length, 0);
  });
});

describe("slots that links name", () => {
  const two = ["- **C:** a", "- **M:** b", "- **O:** c", "- **O:** d"];
  it("are the same however they are spelt", () => {
    const files = (here: string, there: string) => ({
      "a.md": cmoc("TR1", ...two, `- supports: @l1#e1 (${here})`),
      "l.md": source("l1", extract("e1", `- supports: TR1 (${there})`)),
    });
    assert.equal(count("link/twice", files("O", "O1, O2")), 1);
    assert.equal(count("link/twice", files("M", "M1")), 1);
    assert.equal(count("link/twice", files("O1", "O2")), 0);
    assert.equal(count("link/twice", files("C, O1", "O, C")), 0);
  });

  it("are named as links name them, and not at what is closed", () => {
    const l = (slots: string): string => source("l1", extract("e1", `- supports: TR1 (${slots})`));
    assert.match(
      told("field/value", { "a.md": cmoc("TR1", ...two), "l.md": l("O3") })[0] ?? "",
      /has no outcome 3\. Its slots are C, M, O1 and O2\./,
    );
    const retired = cmoc("TR1", "- status: retired", ...two, "- supports: @l1#e1 (O4)", "- supports: @l1#e1 (O4)");
    assert.deepEqual(told("field/value", { "a.md": retired, "l.md": l("O4") }), []);
    assert.deepEqual(told("link/twice", { "a.md": retired, "l.md": l("O4") }), []);
  });
});

describe("confidence", () => {
  it("is low, moderate or high where the review has no scale of its own", () => {
    const a = cmoc("TR1", ...SLOTS, "- confidence: hihg — two studies");
    assert.match(at("field/value", a)[0] ?? "", /“hihg” is no value of confidence\. Use low, moderate or high\./);
    const own = { "review.yaml": "appraisal: { confidence: [hihg, hoho] }\n" };
    assert.deepEqual(at("field/value", a, own), []);
  });
});

describe("one study", () => {
  it("is one in any case", () => {
    const of = (key: string, study: string): string =>
      sourceWith(key, `status: included\nstudy: ${study}\n`, extract("e1", "- supports: TR1"));
    const files = { "a.md": cmoc("TR1", ...SLOTS), "l.md": of("l1", "Leeds"), "m.md": of("m1", "leeds") };
    assert.match(told("cmoc/single-source", files)[0] ?? "", /comes from one study, Leeds/);
  });
});

describe("a coding line that is nearly one", () => {
  it("is told of when its code is in the codebook and quoted words follow", () => {
    const at = (line: string): readonly string[] =>
      told("field/unknown", {
        "b.md": "## Code trust\n\n- definition: x\n",
        "l.md": source("l1", extract("e1", `- ${line}`)),
      });
    for (const line of [
      'C, M trust: "quick"',
      'C/M trust: "quick"',
      'I trust: "quick"',
      'm trust: "quick"',
      'trust: "quick"',
      "trust: “quick” (RM)",
    ])
      assert.match(
        at(line)[0] ?? "",
        /“trust” is a code, but this bullet is read as prose: before it stands one role/,
        line,
      );
    for (const line of ["trust: they trusted", "trust", 'hope: "quick"', 'M trust: "Words of e1"', "trust: `x`"])
      assert.deepEqual(at(line), [], line);
  });

  it("may leave its words out by empty marks", () => {
    const files = { "l.md": source("l1", extract("e1", '- M trust: ""', "- parked: x")) };
    assert.equal(count("coding/words-not-in-quote", files), 0);
  });
});

describe("a quote", () => {
  it("may stand in a fence", () => {
    const files = {
      "l.md": source(
        "l1",
        '## Extract e1\n\n> ```\n> one line\n> another\n> ```\n\n- at: p. 1\n- M: "one line another"\n- parked: x\n',
      ),
    };
    assert.equal(count("extract/empty", files), 0);
    assert.equal(count("coding/words-not-in-quote", files), 0);
  });
});

describe("two files of one citekey", () => {
  it("are told of at each", () => {
    const files = { "b.md": source("l1", extract("e1")), "a.md": source("l1", extract("e2")), "c.md": source("l1") };
    assert.deepEqual(
      told("id/duplicate", files).map((each) => each.split(": ")[0]),
      ["a.md:l1", "b.md:l1", "c.md:l1"],
    );
  });
});
