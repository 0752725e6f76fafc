import assert from "node:assert/strict";
import fc from "fast-check";
import { at, type Standing } from "../../../../src/core/features/at.ts";
import { runs } from "../../../runs.ts";
import { type Files, reviewOf } from "../../reviews.ts";
import { anyMarkdown } from "../../syntax/generate.ts";
import { anyRecord } from "../generate-records.ts";
import { cursorIn, SMALL } from "../places.ts";

/** What stands at the cursor, as a short line. */
function seen(files: Files | string): string {
  const { review, uri, offset, text } = cursorIn(files);
  const here = at(review, uri, offset);
  return here ? `${here.is} ${shown(here)} [${text.slice(here.span.start, here.span.end)}]` : "nothing";
}

function shown(here: Standing): string {
  switch (here.is) {
    case "id":
      return here.definition.name;
    case "reference":
      return `${here.form} ${here.name}`;
    case "kind":
      return here.kind;
    case "label":
    case "stance":
      return `${here.within} ${here.field.label}`;
    case "role":
      return `${here.role.role}${here.role.n ?? ""}${here.role.part ? ` ${here.role.part}` : ""}`;
    case "value":
      return `${here.field.label} ${here.value}`;
    case "entry":
      return `entry ${here.key}`;
    default:
      return `${here.file} ${here.path.join("/")}${here.value === "" ? "" : ` = ${here.value}`}`;
  }
}

describe("what stands at a place", () => {
  it("is an id where a record is defined", () => {
    assert.equal(seen("## CMOC ¦TR2: Two\n"), "id r:tr2 [TR2]");
    assert.equal(seen("## CMOC TR2¦: Two\n"), "id r:tr2 [TR2]");
    assert.equal(seen("## CM¦OC TR2: Two\n"), "kind cmoc [CMOC]");
    assert.equal(seen("## CMOC TR2: Tw¦o\n"), "nothing");
    assert.equal(seen("| ID | Context | Mechanism | Outcome |\n|-|-|-|-|\n| TR¦9 | a | b | c |\n"), "id r:tr9 [TR9]");
  });

  it("is a reference, of a range the end that is pointed at", () => {
    const list = (value: string): string => `## CMOC TR1\n\n- C: x\n- leads to: ${value}\n`;
    assert.equal(seen(list("T¦R3")), "reference id r:tr3 [TR3]");
    assert.equal(seen(list("TR1–TR¦4")), "reference range r:tr4 [TR4]");
    assert.equal(seen(list("T¦R1–TR4")), "reference range r:tr1 [TR1]");
    assert.equal(seen(list("TR1-¦4")), "reference range r:tr4 [4]");
    assert.equal(seen(list("TR2,¦ TR3")), "nothing");
    assert.equal(seen(list("[T¦R2](a.md#cmoc-tr2)")), "reference id r:tr2 [TR2]");
    assert.equal(seen(list("[TR2](a.¦md#cmoc-tr2)")), "nothing");
  });

  it("is a citation, an extract, a wiki link or a code", () => {
    assert.equal(seen("As [@oka¦for2014, p. 3] says.\n"), "reference key s:okafor2014 [@okafor2014]");
    assert.equal(seen("## CMOC TR1\n\n- C: x\n- supports: @o#¦e4 (C)\n"), "reference extract x:o#e4 [@o#e4]");
    assert.equal(seen({ ...SMALL, "a.md": "See [[T¦R1]].\n" }), "reference wiki r:tr1 [TR1]");
    assert.equal(seen({ ...SMALL, "a.md": "See [[my no¦te]] and [[T]].\n" }), "nothing");
    const coding = "---\ncitekey: a\n---\n\n## Extract e1\n\n> words\n\n";
    assert.equal(seen(`${coding}- C shared-¦history: "words"\n`), "reference code c:shared-history [shared-history]");
    assert.equal(seen(`${coding}- ¦C shared-history: "words"\n`), "role C [C]");
  });

  it("is a label, a stance, a slot’s role or a value", () => {
    const tr1 = "## CMOC TR1\n\n";
    assert.equal(seen(`${tr1}- sta¦tus: candidate\n`), "label cmoc status [status]");
    assert.equal(seen(`${tr1}- status: cand¦idate — why\n`), "value status candidate [candidate]");
    assert.equal(seen(`${tr1}- Supported¦ by: @a\n`), "stance cmoc supports [Supported by]");
    assert.equal(seen(`${tr1}- **¦C2:** x\n`), "role C2 [C2]");
    assert.equal(seen(`${tr1}- M: x\n  - reso¦urce: y\n`), "label slot resource [resource]");
    assert.equal(seen(`${tr1}- C: x\n  - layer: mi¦cro\n`), "value layer micro [micro]");
    assert.equal(seen(`${tr1}- supports: @a#e1 (C, ¦M2)\n`), "role M2 [M2]");
    assert.equal(seen(`${tr1}- colour¦: red\n`), "nothing");
  });

  it("is a tag of a sentence, a head or a mark of a table", () => {
    assert.equal(seen("## CMOC TR1\n\nWhen they meet (¦C), they trust (M).\n"), "role C [(C)]");
    assert.equal(
      seen("## CMOC TR1\n\nWhen they meet (C), they trust (M–res¦ource).\n"),
      "role M resource [(M–resource)]",
    );
    const table = (head: string, cell: string): string =>
      `| ID | ${head} | Mechanism | Outcome |\n|-|-|-|-|\n| TR9 | ${cell} | b | c |\n`;
    assert.equal(seen(table("Con¦text", "a")), "role C [Context]");
    assert.equal(seen(table("Con¦text", "C1: a")), "role C [Context]");
    assert.equal(seen(table("Context", "¦C1: a")), "role C1 [C1]");
  });

  it("is a key or a value of front matter and of the manifest", () => {
    const file = (front: string): Files => ({ "a.md": `---\n${front}\n---\n\n## Extract e1\n` });
    assert.equal(seen(file("cite¦key: a1")), "key front matter citekey [citekey]");
    assert.equal(seen(file("citekey: a¦1")), "setting front matter citekey = a1 [a1]");
    assert.equal(
      seen(file("citekey: a1\nappraisals:\n  JA: { rigour: lo¦w }")),
      "setting front matter appraisals/JA/rigour = low [low]",
    );
    assert.equal(
      seen({ "review.yaml": "cmoc: 1\nchecks: { wor¦ding: off }\n" }),
      "key manifest checks/wording [wording]",
    );
    assert.equal(seen({ "review.yaml": "cmoc: [1¦\n" }).startsWith("setting manifest cmoc"), true);
  });

  it("is nothing in what is switched off, in other files and outside the text", () => {
    assert.equal(seen("<!-- cmoc: off -->\n## CMOC T¦R1\n"), "nothing");
    assert.equal(seen("```\n@a¦1\n```\n"), "nothing");
    const review = reviewOf({ ...SMALL, "empty.md": "" });
    for (const uri of ["empty.md", "none.md", "refs.bib"])
      for (const offset of [-1, 0, 1e9]) assert.equal(at(review, uri, offset), undefined);
    assert.equal(at(review, "theory.md", -5), undefined);
    assert.equal(at(review, "theory.md", 1e9), undefined);
  });

  it("knows windows’ line ends and ids of any script", () => {
    assert.equal(seen("## CMOC TR1\r\n\r\n- C: x\r\n- leads to: ش¦٣\r\n"), "reference id r:ش٣ [ش٣]");
    assert.equal(seen("\ufeff## CMOC 因¦果1\r\n"), "id r:因果1 [因果1]");
  });

  it("is the same in a piece of any length", () => {
    const long = "words that go on\n".repeat(2000);
    const record = (rest: string): string =>
      `## CMOC TR1\n\n- **C1:** a place\n- **M:** trust\n  - reso¦urce: y\n${rest}\n\n${long}`.replace("¦", "");
    const table = `| ID | Macro context | Mechanism (resource) | Outcome |\n|-|-|-|-|\n| T9 | C1: a | M1 (response): b | c (O2) |\n\n${long}`;
    const sentence = `## CMOC TR1\n\nWhen a b (C), c d (M–resource) and **(O1)**.\n\n${long}`;
    const lists = "- status:\n  - candidate\n- confidence: high — why\n- supports: @a#e1 (C, M1) — why\n- note: x";
    for (const text of [record(lists), record(lists).replace(/\n/g, "\r\n"), table, sentence]) {
      const short = text.slice(0, text.indexOf("words that go on"));
      const [one, other] = [reviewOf({ "a.md": text }), reviewOf({ "a.md": short })];
      for (let offset = 0; offset < short.length; offset++) {
        const plain = ({ definition, from, ...rest }: Record<string, unknown>): unknown => rest;
        const [here, there] = [at(one, "a.md", offset), at(other, "a.md", offset)];
        assert.deepEqual(here && plain({ ...here }), there && plain({ ...there }), short.slice(0, offset));
      }
    }
  });

  it("holds the place that was asked for, in any text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyRecord.map(({ text }) => text),
          anyMarkdown,
        ),
        fc.nat(),
        (text, far) => {
          const review = reviewOf({ ...SMALL, "a.md": text });
          const offset = far % (text.length + 1);
          const here = at(review, "a.md", offset);
          if (here) assert.ok(here.span.start <= offset && offset <= here.span.end && here.span.end <= text.length);
        },
      ),
      runs(10),
    );
  });
});
