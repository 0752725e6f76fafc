import assert from "node:assert/strict";
import { cmocsIn, type Files, problemsOf, recordsIn, reviewOf, slotsIn, sourceFile } from "../reviews.ts";
import { cmoc, told } from "../rules/telling.ts";

const telling = (rule: string, text: string): readonly string[] => told(rule, { "a.md": text });
const lund = sourceFile("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n");
const evidenceAt = (text: string): readonly string[] =>
  recordsIn({ "a.md": text, "lund.md": lund }, "cmoc").flatMap((each) =>
    each.evidence.map(
      (link: { source: string; extract?: string; stance: string }) =>
        `${link.stance} ${link.extract ?? `@${link.source}`}`,
    ),
  );
/** What is unknown in a text, as it stands there. */
const unknown = (files: Files): readonly string[] =>
  problemsOf(files)
    .filter(({ rule }) => rule === "ref/unknown" || rule === "source/unknown-key")
    .map(({ data }) => String(data.key ?? data.id));

describe("bullets under a slot", () => {
  it("are told when they nearly spell a label", () => {
    for (const label of ["resurce", "suports", "infered", "reponse", "ntoe", "fron", "refutse"]) {
      const [message = "", ...others] = telling("field/unknown", `## CMOC TR1\n\n- **M:** b\n  - ${label}: x\n`);
      assert.match(message, new RegExp(`:${label}: .*Did you mean `), label);
      assert.deepEqual(others, []);
    }
    assert.equal(telling("field/unknown", "## CMOC TR1\n\n- **M:**\n  - resurce: x\n").length, 1);
    assert.deepEqual(
      telling("field/unknown", "## CMOC TR1\n\n- **M:** b\n  - for example: x\n  - hardly a label\n"),
      [],
    );
  });

  it("are told when they bear another slot's role", () => {
    assert.match(
      telling("field/unknown", "## CMOC TR1\n\n- **M:** b\n  - O: more faith\n")[0] ?? "",
      /:O: “O” stands under a slot of another role, so it is no slot\. Move it out to the level of the slots\./,
    );
    assert.equal(telling("field/unknown", "## CMOC TR1\n\n- **M:** b\n  - C: x\n").length, 1);
    const empty = "## CMOC TR1\n\n- **M:**\n  - C: x\n";
    assert.equal(telling("field/unknown", empty).length, 1);
    assert.deepEqual(slotsIn(empty), []);
    assert.deepEqual(unknown({ "a.md": "## CMOC TR1\n\n- **M:**\n  - C: x [[TR9]] @nobody\n" }), ["TR9", "nobody"]);
  });

  it("keep the first of a field that stands twice, and say so", () => {
    const text =
      "## CMOC TR1\n\n- **C:** a\n  - layer: micro\n  - layer: macro\n  - inferred: one\n  - inferred: two\n- **M:** b\n- **O:** c\n  - from: C\n  - from: M\n";
    const [record] = cmocsIn(text);
    assert.equal(record.slots[0].layer, "micro");
    assert.equal(record.slots[0].inferred, "one");
    assert.deepEqual(record.slots[2].from, ["C"]);
    assert.deepEqual(
      telling("field/twice", text).map((each) => each.split(":")[1]),
      ["layer", "inferred", "from"],
    );
  });

  it("are no reason when nothing stands after inferred", () => {
    const text = "## CMOC TR1\n\n- **C:** a\n- **M:** b\n  - inferred:\n- supports: @lund2010#e1 (C)\n";
    assert.equal(told("slot/no-evidence", { "a.md": text, "lund.md": lund }).length, 1);
  });

  it("speak of the whole where the label above them has no words", () => {
    const text =
      "## CMOC TR1\n\n- **C:** a\n- **M:**\n  - supports: @lund2010#e1, @nobody\n  - note: why\n  - inferred: [[TR9]]\n";
    assert.deepEqual(evidenceAt(text), ["supports @lund2010#e1", "supports @nobody"]);
    assert.deepEqual(cmocsIn(text)[0].notes, ["why"]);
    assert.deepEqual(
      unknown({ "a.md": `${cmoc("TR1", "- **C:** a")}${text.replace("TR1", "TR2")}`, "lund.md": lund }),
      ["nobody", "TR9"],
    );
  });

  it("are parts of a mechanism alone", () => {
    assert.match(
      telling("field/unknown", "## CMOC TR1\n\n- **C:** a\n  - resource: x\n")[0] ?? "",
      /“resource” stands under a slot of another role/,
    );
    assert.deepEqual(cmocsIn("## CMOC TR1\n\n- **C:** a\n  - tags: x, y\n")[0].tags, ["x", "y"]);
  });

  it("name slots that are there", () => {
    assert.match(
      telling("field/value", "## CMOC TR1\n\n- **C:** a\n- **M:** b\n  - from: C9\n")[0] ?? "",
      /:C9: “C9” is no value of from\. Use C or M\./,
    );
    assert.deepEqual(telling("field/value", "## CMOC TR1\n\n- **C:** a\n- **M:** b\n  - from: C1, M\n"), []);
  });
});

describe("lists in lists", () => {
  it("hold evidence in numbered lists and two levels down", () => {
    assert.deepEqual(evidenceAt("## CMOC TR1\n\n- **C:** a\n- supports:\n  1. @lund2010#e1\n"), [
      "supports @lund2010#e1",
    ]);
    assert.deepEqual(evidenceAt("## CMOC TR1\n\n- **C:** a\n- refutes:\n  - strong:\n    - @lund2010#e1\n"), [
      "refutes @lund2010#e1",
    ]);
    assert.deepEqual(unknown({ "a.md": "## CMOC TR1\n\n- **C:** a\n- leads to:\n  1. TR99\n" }), ["TR99"]);
    assert.deepEqual(unknown({ "a.md": "## CMOC TR1\n\n- **C:** a\n- supports:\n  > @nobody#e1\n" }), ["nobody"]);
  });

  it("link nothing by a quote in them", () => {
    const text = `${cmoc("TR2", "- **C:** b")}## CMOC TR1\n\n- **C:** a\n- leads to:\n  > see [[TR2]]\n`;
    const [reference] = reviewOf({ "a.md": text }).references("r:tr2");
    assert.equal(reference?.ref.field, "prose");
  });

  it("are looked through for references in every kind of record", () => {
    const list = "1. see [@nobody] and [[TR9]]\n";
    assert.deepEqual(unknown({ "a.md": `## CMOC TR1\n\n- **C:** a\n\n${list}` }), ["nobody", "TR9"]);
    assert.deepEqual(
      unknown({
        "l.md": sourceFile("l1", `## Extract e1\n\n> Here.\n\n- at: p. 1\n\n${list}`),
        "a.md": cmoc("TR1", "- **C:** a"),
      }),
      ["nobody", "TR9"],
    );
  });

  it("are slots under a role, numbered or not", () => {
    assert.deepEqual(slotsIn("## CMOC TR1\n\n- **O:**\n  1. peace\n  2. joy\n"), ["O: peace", "O: joy"]);
  });

  it("are told when they are numbered and would be slots or fields", () => {
    assert.match(
      telling("field/unknown", "## CMOC TR1\n\n1. **C:** a\n2. supports: @lund2010#e1\n")[0] ?? "",
      /:C: “C” stands in a numbered list, which is read as prose\. Write it as a bullet\./,
    );
    assert.equal(
      telling("field/unknown", "## CMOC TR1\n\n- **C:** a\n\n1. First: we met.\n2. Then we parted.\n").length,
      0,
    );
  });
});

describe("values in nested bullets", () => {
  it("are values: one for each of a field that repeats, else all of them", () => {
    const theory =
      "## Theory PT1\n\n- stage: final\n- counterexamples:\n  - none found\n- boundary:\n  - one\n  - two\n- note:\n  - first\n    - and more\n";
    const [record] = recordsIn({ "a.md": theory }, "theory");
    assert.deepEqual(record.counterexamples, ["none found"]);
    assert.deepEqual(record.boundary, ["one", "two"]);
    assert.deepEqual(record.notes, ["first\nand more"]);
    assert.deepEqual(telling("theory/no-counterexample", theory), []);
    const [code] = recordsIn({ "a.md": "## Code trust\n\n- definition:\n  1. to rely\n  2. on others\n" }, "code");
    assert.equal(code.definition, "to rely\non others");
    const [extract] = recordsIn(
      { "l.md": sourceFile("l1", "## Extract e1\n\n- paraphrase:\n  > they met\n- at:\n  - p. 3\n") },
      "extract",
    );
    assert.equal(extract.paraphrase, "they met");
    assert.equal(extract.at, "p. 3");
  });

  it("go on a value that stands above them", () => {
    const [record] = cmocsIn(
      "## CMOC TR1\n\n- **C:** a\n- note: two things\n  - one\n  - two\n- confidence: low\n  - one study\n- tags:\n  - a, b\n  - c\n- status:\n  - supported\n",
    );
    assert.deepEqual(record.notes, ["two things\none\ntwo"]);
    assert.equal(record.confidence, "low — one study");
    assert.deepEqual(record.tags, ["a", "b", "c"]);
    assert.equal(record.status, "supported");
  });

  it("that are empty are none", () => {
    const refuted =
      "## CMOC TR1\n\n- status: supported\n- **C:** a\n- **M:** b\n- **O:** c\n- refutes: @lund2010#e1\n- note:\n  -\n";
    assert.equal(told("cmoc/refuted", { "a.md": refuted, "lund.md": lund }).length, 1);
    assert.equal(cmocsIn(refuted)[0].notes, undefined);
  });
});

describe("a single-valued field written twice", () => {
  it("is told, whichever of the two is empty, and the first with words holds", () => {
    for (const lines of ["- theme:\n- theme: B\n", "- theme: B\n- theme:\n"]) {
      const text = `## CMOC TR1\n\n- **C:** a\n${lines}`;
      assert.equal(telling("field/twice", text).length, 1, lines);
      assert.equal(cmocsIn(text)[0].theme, "B");
    }
    const theories = "## CMOC TR1\n\n- **C:** a\n- theory: PT1\n- theory: PT2\n";
    assert.equal(telling("field/twice", theories).length, 1);
    assert.deepEqual(unknown({ "a.md": theories }), ["PT1", "PT2"]);
    assert.deepEqual(reviewOf({ "a.md": theories }).theoriesOf("r:tr1"), ["r:pt1"]);
    const tags = "## CMOC TR1\n\n- **C:** a\n- tags: one\n- tags: two\n";
    assert.equal(telling("field/twice", tags).length, 1);
    assert.deepEqual(cmocsIn(tags)[0].tags, ["one"]);
  });
});

describe("labels", () => {
  it("without a space after their stars are told", () => {
    const stars = telling("field/unknown", "## CMOC TR1\n\n- **C:**trust\n- **status:**supported\n- **M:**信任\n");
    assert.equal(stars.length, 3);
    assert.match(stars[0] ?? "", /“C” is no label here, since no space parts its stars from what follows\./);
    assert.deepEqual(telling("field/unknown", "## CMOC TR1\n\n- **C:** trust\n- *C*: x\n- **so:**it goes\n"), []);
  });

  it("that want a colon are told without the sign that stands for it", () => {
    for (const bullet of ["C - a place", "C – a place", "C a place"])
      assert.match(telling("field/unknown", `## CMOC TR1\n\n- ${bullet}\n`)[0] ?? "", /Did you mean C:\?/, bullet);
  });

  it("with a value off its list are marked where it stands", () => {
    assert.match(
      telling("field/value", "## CMOC TR1\n\n- **C:** a\n- status: **finished** now — x\n")[0] ?? "",
      /^a\.md:finished\*\* now: “finished now” is no value of status/,
    );
    assert.deepEqual(telling("field/value", "## CMOC TR1\n\n- **C:** a\n- confidence: low –\n"), []);
    assert.equal(cmocsIn("## CMOC TR1\n\n- **C:** a\n- confidence: low –\n")[0].confidence, "low");
  });
});

describe("items without a comma", () => {
  it("are told of as that", () => {
    const at = (line: string): string =>
      telling("field/value", `${cmoc("TR2", "- **C:** b")}## CMOC TR1\n\n- **C:** a\n- ${line}\n`)[0] ?? "";
    assert.match(at("leads to: TR3 TR2"), /:TR2: “TR2” is not parted from what stands before it\./);
    assert.match(at("leads to: TR2 in time"), /“in time” is no value of leads to/);
    assert.match(at("supports: TR2"), /“TR2” is no value of supports. Use an extract/);
  });
});

describe("references in free fields", () => {
  it("are not made of words", () => {
    const [theory] = recordsIn(
      {
        "a.md": "## Theory PT1\n\n- draws on: normalisation process theory\n- draws on: @lund2010, realism\n",
        "lund.md": lund,
      },
      "theory",
    );
    assert.deepEqual(theory.drawsOn, ["@lund2010", "realism"]);
  });

  it("are found among words", () => {
    const files = {
      "a.md": `${cmoc("TR1", "- **C:** a")}## Memo 1\n\n- about: the whole of TR1, and its theory of change\n`,
    };
    const [memo] = recordsIn(files, "memo");
    assert.deepEqual(memo.about, ["TR1"]);
    assert.deepEqual(unknown(files), []);
    const wrong = { "a.md": `${cmoc("TR1", "- **C:** a")}## Memo 1\n\n- about: the whole of TR7\n- about: TR8\n` };
    assert.deepEqual(unknown(wrong), ["TR7", "TR8"]);
  });

  it("stand in counterexamples, where words are words", () => {
    const text = (value: string): string =>
      `${cmoc("TR1", "- **C:** a")}## Theory PT1\n\n- counterexamples: ${value}\n`;
    assert.deepEqual(unknown({ "a.md": text("TR99 — rural sites") }), ["TR99"]);
    assert.deepEqual(unknown({ "a.md": text("3 rural sites, none in covid19 wards") }), []);
    const review = reviewOf({ "a.md": text("TR1") });
    assert.equal(review.references("r:tr1").length, 1);
  });
});
