import assert from "node:assert/strict";
import fc from "fast-check";
import { lostWords } from "../../../../src/core/features/actions/meaning.ts";
import { type Action, placeActions } from "../../../../src/core/features/actions.ts";
import type { Review } from "../../../../src/core/review.ts";
import { CMO } from "../../../../src/core/vocabulary.ts";
import { runs } from "../../../runs.ts";
import { type Files, reviewOf } from "../../reviews.ts";
import { anyMarkdown } from "../../syntax/generate.ts";
import { filesAfter, refusal } from "../editing.ts";
import { anyRecord } from "../generate-records.ts";
import { cursorIn } from "../places.ts";

function actionsAt(marked: string, more: Files = {}): { readonly review: Review; readonly actions: readonly Action[] } {
  const { review, uri, offset } = cursorIn({ ...more, "a.md": marked });
  return { review, actions: placeActions(review, uri, offset) };
}

function titles(marked: string): readonly string[] {
  return actionsAt(marked).actions.map(({ title }) => title);
}

/** The text after the rewriting with that title. */
function rewritten(marked: string, title: string, more: Files = {}): string {
  const { review, actions } = actionsAt(marked, more);
  const action = actions.find((each) => each.title === title);
  assert.ok(action, `not offered: ${title}, but ${actions.map((each) => each.title).join(", ")}`);
  assert.equal(action.kind, "rewrite");
  return filesAfter(review, action.make())["a.md"] ?? "";
}

const SENTENCE = "Write the sentence as fields";
const FIELDS = "Write it as a sentence";
const TABLE = "Write it as a table";
const BACK = "Write the table as fields";
const ROW = "Write the row as a record with fields";

describe("a sentence as fields", () => {
  it("gives each slot a bullet where the sentence stood", () => {
    assert.equal(
      rewritten(
        "## CMOC CF4: A sh¦ared vision\n\nWhen partners share a vision (C), they quarrel less (M) and come to trust each other (O1).\n\n## CMOC X\n",
        SENTENCE,
      ),
      "## CMOC CF4: A shared vision\n\n- **C:** partners share a vision\n- **M:** they quarrel less\n- **O1:** come to trust each other\n\n## CMOC X\n",
    );
  });

  it("goes among the fields that there are, in their hand", () => {
    assert.equal(
      rewritten(
        "## CMOC T¦1\r\n\r\nWhen a b (C), c (M, resource) so d (O).\r\n\r\n* status: candidate\r\n* theory: PT1\r\n",
        SENTENCE,
      ),
      "## CMOC T1\r\n\r\n* status: candidate\r\n* **C:** a b\r\n* **M (resource):** c\r\n* **O:** d\r\n* theory: PT1\r\n",
    );
  });

  it("keeps citations, notes, markup and sentences that are no slot", () => {
    assert.equal(
      rewritten(
        "## CMOC T¦1\n\nWhen **staff** are new (C) (Lund et al., 2014), they trust (M) [@a2014#e4, p. 3] so work improves (O). This was seen often [@m2005].\n\nMore.\n",
        SENTENCE,
      ),
      "## CMOC T1\n\n- **C:** **staff** are new\n- **M:** they trust [@a2014#e4, p. 3]\n- **O:** work improves\n- supports: @m2005\n- note: (Lund et al., 2014)\n\nThis was seen often [@m2005].\n\nMore.\n",
    );
  });

  it("writes words that two slots share once", () => {
    assert.match(
      rewritten("## CMOC T¦1\n\nContext (C1, C2): audit is public. Mechanism (M): they feel watched.\n", SENTENCE),
      /- \*\*C1, C2:\*\* audit is public\n- \*\*M:\*\* they feel watched\n/,
    );
  });
});

describe("words that are signs alone", () => {
  it("are kept, and where they have no place nothing is offered", () => {
    const sentence = "When “a b” & 50% of x/y (C), c's (M) so d (O). ★";
    assert.match(rewritten(`## CMOC T¦1\n\n${sentence}\n`, SENTENCE), /“a b” & 50% of x\/y.*c's.*★/s);
    for (const text of ["When a b (C), c (M). ?! So d (O).", "When a b (C), c (M) so d (O)!"])
      assert.ok(!titles(`## CMOC T¦1\n\n${text}\n`).includes(SENTENCE), text);
  });

  it("are kept in comments, beside the words that they stand by", () => {
    const fields = "## CMOC T1\n\n- **C:** a b <!-- ?! -->\n- **M:** c\n- **O:** d\n";
    const sentence = "## CMOC T1\n\nWhen a b <!-- ?! --> (C), c (M), so that d (O).\n";
    assert.equal(rewritten(fields.replace("T1", "T¦1"), FIELDS), sentence);
    assert.equal(rewritten(sentence.replace("T1", "T¦1"), SENTENCE), fields);
  });
});

describe("inline HTML", () => {
  it("stays whole in the slot that it stands in, with comments before it", () => {
    assert.equal(
      rewritten(
        "## CMOC T¦1\n\nWhen <!-- JA: check --> partners meet (C), <i>trust</i> grows (M), so that <u>they <b><i>all</i></b> stay</u> (O).\n",
        SENTENCE,
      ),
      "## CMOC T1\n\n- **C:** <!-- JA: check --> partners meet\n- **M:** <i>trust</i> grows\n- **O:** <u>they <b><i>all</i></b> stay</u>\n",
    );
    assert.match(rewritten("## CMOC T¦1\n\n- M: <i>c</i> tail\n- O: d\n", TABLE), /\| <i>c<\/i> tail \| d \|/);
    assert.match(
      rewritten("## CMOC T¦1\n\nWhen a (C), `<b>` is (M) <br> so d (O).\n", SENTENCE),
      /\n- \*\*M:\*\* `<b>` is\n/,
    );
  });

  it("is not torn apart: a tag that holds more than a slot leaves the sentence as it is", () => {
    for (const words of ["<b>trust grows (M)</b>, so", "<b>trust</i> grows</b> (M), so", "<b>trust (M), so</b>"])
      assert.ok(!titles(`## CMOC T¦1\n\nWhen a b (C), ${words} that they stay (O).\n`).includes(SENTENCE), words);
  });
});

describe("fields as a sentence", () => {
  it("joins the slots, and leaves the other fields below", () => {
    assert.equal(
      rewritten(
        "## CMOC T¦1: One\n\n- status: candidate\n- **C:** partners meet\n- **C2:** they are new\n- **M:** trust grows [@a#e1]\n- **O:** more faith.\n- supports: @a#e2 (O)\n\nProse.\n",
        FIELDS,
      ),
      "## CMOC T1: One\n\nWhen partners meet (C) and they are new (C2), trust grows (M) [@a#e1], so that more faith (O).\n\n- status: candidate\n- supports: @a#e2 (O)\n\nProse.\n",
    );
    assert.equal(
      rewritten("## CMOC T¦1\n\n- C: a b\n- M: c d\n\n## CMOC T2\n\n- C: x\n", FIELDS),
      "## CMOC T1\n\nWhen a b (C), c d (M).\n\n## CMOC T2\n\n- C: x\n",
    );
  });

  it("takes what is cited under a slot along", () => {
    assert.equal(
      rewritten("## CMOC T¦1\n\n- C: a b\n  - supports: @x#e1\n- M: c d\n", FIELDS),
      "## CMOC T1\n\nWhen a b (C) [@x#e1], c d (M).\n",
    );
  });

  it("leaves no empty lines behind", () => {
    assert.equal(
      rewritten("## CMOC T¦1\n\n- status: refined\n- C: a b\n  - layer: micro\n- M: c d\n\n## CMOC T2\n", FIELDS),
      "## CMOC T1\n\nWhen a b (C micro), c d (M).\n\n- status: refined\n\n## CMOC T2\n",
    );
    assert.equal(
      rewritten("## CMOC T¦1\n\n- C: a b\n- status: refined\n- M: c d\n- theory: PT1\n", FIELDS),
      "## CMOC T1\n\nWhen a b (C), c d (M).\n\n- status: refined\n- theory: PT1\n",
    );
  });

  it("is not offered where something would be read otherwise, or has no place in a sentence", () => {
    for (const text of [
      "## CMOC T¦1\n\n- C: they met often. They trusted each other\n- M: c\n",
      "## CMOC T¦1\n\n- C: and so on\n- M: c\n",
      "## CMOC T¦1\n\n- C: a\n  - refutes: @x#e1\n- M: c\n",
      "## CMOC T¦1\n\n- C: a\n  - note: said once\n- M: c\n",
      "## CMOC T¦1\n\n- C: a\n  - inferred: no source says it\n- M: c\n",
      "## CMOC T¦1\n\n- C: a\n- note: x\n",
    ])
      assert.ok(!titles(text).includes(FIELDS), text);
  });
});

describe("fields as a table, and back", () => {
  const fields =
    "## CMOC T1: One\n\n- **C:** a place\n- **M (resource):** a desk\n- **M (reasoning):** they feel safe\n- **O:** peace [@a#e1]\n- **O:** calm\n";
  const table =
    "## CMOC T1: One\n\n| Context | Mechanism | Outcome |\n| ------- | --------- | ------- |\n| a place | a desk → they feel safe | peace [@a#e1]; calm |\n";

  it("puts each role in a column", () => {
    assert.equal(rewritten(fields.replace("T1", "T¦1"), TABLE), table);
    assert.equal(rewritten(table.replace("T1", "T¦1"), BACK), fields);
  });

  it("keeps what other columns say", () => {
    assert.equal(
      rewritten(
        "## CMOC T¦7\n\n| Context | Mechanism | Outcome | Evidence | Setting |\n|-|-|-|-|-|\n| a b | c \\| d | f | @y; @z#e1 | wards |\n\n- status: refined\n",
        BACK,
      ),
      "## CMOC T7\n\n- status: refined\n- **C:** a b\n- **M:** c \\| d\n- **O:** f\n- supports: @y, @z#e1\n- note: Setting: wards\n",
    );
  });

  it("is not offered where a cell would be parted", () => {
    assert.ok(!titles("## CMOC T¦1\n\n- C: a; b\n- M: c\n- O: d\n").includes(TABLE));
  });
});

describe("a row as a record", () => {
  const head = "# Tables\n\n| ID | Context | Mechanism | Outcome | Notes | Evidence |\n|-|-|-|-|-|-|\n";
  const other = "| T4 | x | y | z | | |\n";

  it("takes the row out and writes it below, with its theme, notes and evidence", () => {
    const text = `${head}| Trust / Early | | | | | |\n| T3: Early | a¦ new team | a coach → safety | calm; peace (O2) | seen once | @l#e1; @b |\n${other}\nBelow.\n\n## CMOC T9\n\n- C: x\n`;
    assert.equal(
      rewritten(text, ROW),
      `${head}| Trust / Early | | | | | |\n${other}\nBelow.\n\n## CMOC T3: Early\n\n- theme: Trust / Early\n- **C:** a new team\n- **M (resource):** a coach\n- **M (reasoning):** safety\n- **O:** calm\n- **O2:** peace\n- supports: @l#e1, @b\n- note: Notes: seen once\n\n## CMOC T9\n\n- C: x\n`,
    );
  });

  it("takes the table’s last line, too", () => {
    const text = `${head}${other}| T3: Early | a¦ new team | b | c | | |`;
    const made = "\n## CMOC T3: Early\n\n- **C:** a new team\n- **M:** b\n- **O:** c";
    for (const end of ["", "\n", "\n\n"]) assert.equal(rewritten(text + end, ROW), head + other + made + end);
  });

  it("takes the table out with its last row, and gives a row without an id one", () => {
    const text = "Above.\n\n| No. | Context | Mechanism | Outcome |\n|-|-|-|-|\n|  | a¦ | b | c |\n";
    assert.equal(rewritten(text, ROW), "Above.\n\n## CMOC 1\n\n- **C:** a\n- **M:** b\n- **O:** c\n");
  });

  it("is refused where a heading defines the record, and when the text has moved on", () => {
    const row = "| ID | Context | Mechanism | Outcome |\n|-|-|-|-|\n| T3 | a¦ | b | c |\n";
    const { actions } = actionsAt(row, { "b.md": "## CMOC T3\n\n- C: a\n" });
    assert.equal(refusal(actions[0]?.make() ?? { edits: new Map() }), "ambiguous");
    const later = actionsAt(row);
    later.review.set({ uri: "a.md", version: 2, text: "gone\n" });
    assert.notEqual(refusal(later.actions[0]?.make() ?? { edits: new Map() }), undefined);
  });
});

describe("rewritings", () => {
  it("are offered at configurations alone", () => {
    assert.deepEqual(titles("Words¦.\n"), []);
    assert.deepEqual(titles("# Theory PT1: T¦\n\n- stage: final\n"), []);
    assert.deepEqual(titles("## CMOC T1¦\n"), []);
    assert.deepEqual(placeActions(reviewOf({}), "none.md", 3), []);
  });

  const anySentence = fc
    .tuple(
      fc.constantFrom("When ", "", "If ", "“When "),
      fc.array(
        fc.tuple(
          fc.constantFrom(
            "partners meet",
            "they **trust**",
            "a `desk` opens",
            "it lasts, often",
            "(old) friends stay",
            "so it is",
            "e.g. wards",
            "the staff’s view",
          ),
          fc.constantFrom("(C)", "(M)", "(O)", "(M, resource)", "(C1, C2)", "(O final)", "**(M)**"),
          fc.constantFrom("", " [@l2010#e1]", " [@l2010; @m2005, p. 3]", " (Lund, 2014)", " [1,2]"),
          fc.constantFrom(", ", ", so that ", ". ", " and ", "; "),
        ),
        { minLength: 2, maxLength: 4 },
      ),
      fc.constantFrom(".", ". A last sentence.", ". [@whole1999]", ""),
      fc.constantFrom("", "\n\n- status: refined\n- supports: @x#e1 (C)", "\n\n- words", "\n\nMore words."),
    )
    .map(
      ([lead, clauses, end, below]) =>
        `## CMOC TR1: Title\n\n${lead}${clauses.map(([words, tag, cited, joint], at) => `${words} ${tag}${cited}${at < clauses.length - 1 ? joint : ""}`).join("")}${end}${below}\n\n## CMOC TR2\n\n- C: x\n`,
    );

  const cell = fc.constantFrom(
    "a place",
    "they **trust**",
    "desk → they feel safe",
    "calm; peace",
    "it [@l2010#e1]",
    "C1: x",
    "(O2) y",
    "a \\| b",
    "",
    "–",
  );
  const row = fc.tuple(
    fc.constantFrom("", "later", "see [[TR2]]"),
    cell,
    cell,
    cell,
    fc.constantFrom("", "@l2010, p. 3", "@m2005; @l2010#e2", "as said"),
  );
  const anyTable = fc
    .tuple(
      fc.array(row, { minLength: 1, maxLength: 3 }),
      fc.constantFrom("", "\n", "\n\nBelow.\n", "\n\n## CMOC TR2\n\n- C: x\n"),
      fc.constantFrom("", "# Above\n\n", "Words.\n\n"),
    )
    .map(
      ([rows, end, lead]) =>
        `${lead}| ID | Notes | Context | Mechanism | Outcome | Evidence |\n|-|-|-|-|-|-|\n| Group / One | | | | | |\n${rows.map((cells, at) => `| T${at + 1} | ${cells.join(" | ")} |`).join("\n")}${end}`,
    );

  /** What a review says: each configuration's slots and evidence. */
  function said(review: Review): unknown {
    const inOrder = [...review.records("cmoc")].sort((a, b) => (a.name < b.name ? -1 : 1));
    return inOrder.map(({ entity, name }) => [
      name,
      entity.kind === "cmoc"
        ? entity.slots.map(({ role, n, part, position, absent, text }) => [
            role,
            n,
            part,
            position,
            absent,
            text.replace(/[\s.]+$/, ""),
          ])
        : [],
      [
        ...new Set(
          entity.kind === "cmoc"
            ? entity.evidence.map(
                (each) => `${each.stance} ${each.name} ${each.slots.map(({ role, n }) => `${role}${n ?? ""}`).join()}`,
              )
            : [],
        ),
      ].sort(),
      entity.title,
    ]);
  }

  it("keep what every record says and every word, for any record", () => {
    let count = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          anySentence,
          anyTable,
          anyRecord.map(({ text }) => text),
          anyMarkdown,
        ),
        fc.nat(),
        (text, far) => {
          const review = reviewOf({ "a.md": text });
          for (const { make } of placeActions(review, "a.md", far % (text.length + 1))) {
            const outcome = make();
            if (refusal(outcome) !== undefined) continue;
            count++;
            const after = filesAfter(review, outcome)["a.md"] ?? "";
            const again = reviewOf({ "a.md": after });
            assert.deepEqual(said(again), said(review));
            // The head of an empty column goes with its table.
            assert.deepEqual(
              lostWords(text, after, CMO).filter((word) => word !== "Notes"),
              [],
            );
          }
        },
      ),
      runs(80),
    );
    assert.ok(count > 0, "some are rewritten");
  });
});
