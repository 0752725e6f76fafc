import assert from "node:assert/strict";
import fc from "fast-check";
import { addLink, type NewLink, removeLink, unlink } from "../../../src/core/features/edit.ts";
import type { Review } from "../../../src/core/review.ts";
import { runs } from "../../runs.ts";
import { reviewOf, sourceFile } from "../reviews.ts";
import { edited, filesAfter, record, recordIn, refusal } from "./editing.ts";
import { anyRecord } from "./generate-records.ts";

const FILES = {
  "lund.md": sourceFile("lund2010", "## Extract e1\n\n> One.\n\n- at: p. 1\n\n## Extract e2\n\n> Two.\n"),
  "odd.md": '---\ncitekey: "x..y"\n---\n\n## Extract e9\n\n> Odd.\n',
  "z.md": "## CMOC TR7\n\n- C: x\n\n## CMOC 8\n\n- C: y\n\n# Theory PT1\n\n- stage: initial\n",
};

/** The record's text after the link was written at it. */
function add(text: string, to: string, link: NewLink, id = "TR1"): string {
  const review = reviewOf({ ...FILES, "a.md": text });
  return filesAfter(review, addLink(review, record(review, id), to, link))["a.md"] ?? "";
}

function remove(text: string, to: string, stance: NewLink["stance"], id = "TR1"): string {
  const review = reviewOf({ ...FILES, "a.md": text });
  return filesAfter(review, removeLink(review, record(review, id), to, stance))["a.md"] ?? "";
}

const E1 = "x:lund2010#e1";
const E2 = "x:lund2010#e2";
const supports = { stance: "supports" } as const;
const C = { role: "C" };
const M = { role: "M", part: "resource" } as const;
const cmoc = (...bullets: readonly string[]): string =>
  `## CMOC TR1\n\n- **C:** x\n${bullets.map((each) => `- ${each}\n`).join("")}\n## Memo m1\n`;

describe("adding a link", () => {
  it("appends to a bullet of its stance, before the stop that ends it", () => {
    assert.equal(
      add(cmoc("supports: @lund2010#e1"), E2, { ...supports, slots: [C, M] }),
      cmoc("supports: @lund2010#e1, @lund2010#e2 (C, M resource)"),
    );
    assert.equal(
      add(cmoc("supports: @lund2010#e1, p. 4."), E2, supports),
      cmoc("supports: @lund2010#e1, p. 4, @lund2010#e2."),
    );
    assert.equal(add(cmoc("supports:"), E2, supports), cmoc("supports: @lund2010#e2"));
    assert.equal(
      add(cmoc("supports:\n  - @lund2010#e1"), E2, supports),
      cmoc("supports:\n  - @lund2010#e1\n  - @lund2010#e2"),
    );
    assert.equal(
      add(cmoc("refutes: @lund2010#e1"), E1, supports),
      cmoc("supports: @lund2010#e1", "refutes: @lund2010#e1"),
    );
    assert.equal(add(cmoc(), "x:x..y#e9", supports), cmoc("supports: @{x..y}#e9"));
    assert.equal(add(cmoc(), "s:lund2010", supports), cmoc("supports: @lund2010"));
  });

  it("gives a reason, and what has one, a bullet of its own", () => {
    assert.equal(
      add(cmoc("supports: @lund2010#e1 — said"), E2, supports),
      cmoc("supports: @lund2010#e1 — said", "supports: @lund2010#e2"),
    );
    assert.equal(
      add(cmoc("supports: @lund2010#e1"), E2, { ...supports, reason: "seen  twice" }),
      cmoc("supports: @lund2010#e1", "supports: @lund2010#e2 — seen twice"),
    );
    assert.equal(
      add(cmoc("supports: @lund2010#e1 words"), E2, supports),
      cmoc("supports: @lund2010#e1 words", "supports: @lund2010#e2"),
    );
  });

  it("unites slots and reasons with the link that stands there", () => {
    assert.equal(
      add(cmoc("supports: @lund2010#e1 (C), @lund2010#e2"), E1, { ...supports, slots: [C, M] }),
      cmoc("supports: @lund2010#e1 (C, M resource), @lund2010#e2"),
    );
    assert.equal(
      add(cmoc("supports: [@lund2010#e1](lund.md#extract-e1)."), E1, { ...supports, slots: [C] }),
      cmoc("supports: [@lund2010#e1](lund.md#extract-e1) (C)."),
    );
    assert.equal(
      add(cmoc("supports: @lund2010#e1 (C)"), E1, { ...supports, slots: [C] }),
      cmoc("supports: @lund2010#e1 (C)"),
    );
    assert.equal(
      add(cmoc("supports: @lund2010#e1 — said."), E1, { ...supports, reason: "and seen" }),
      cmoc("supports: @lund2010#e1 — said; and seen."),
    );
    assert.equal(
      add(cmoc("supports: @lund2010#e1 — said; and seen"), E1, { ...supports, reason: "and seen; twice" }),
      cmoc("supports: @lund2010#e1 — said; and seen; twice"),
    );
    assert.equal(
      add(cmoc("supports: @lund2010#e1 (C), @lund2010#e2"), E1, { ...supports, reason: "why" }),
      cmoc("supports: @lund2010#e2", "supports: @lund2010#e1 (C) — why"),
    );
  });

  it("writes records at an extract, in its own line endings", () => {
    const review = reviewOf({ ...FILES, "lund.md": FILES["lund.md"].replace(/\n/g, "\r\n") });
    const once = edited(review, addLink(review, record(review, "e1"), "r:cmoc8", { ...supports, slots: [C] }));
    const twice = edited(once, addLink(once, record(once, "e1"), "r:pt1", supports));
    assert.match(twice.text("lund.md") ?? "", /- at: p\. 1\r\n- supports: CMOC8 \(C\), PT1\r\n\r\n## Extract e2/);
    assert.deepEqual(
      twice.bearsOn("x:lund2010#e1").map(({ record: name }) => name),
      ["r:cmoc8", "r:pt1"],
    );
    assert.equal(
      add(`## Theory PT2\n\n- configurations: TR7\n`, E1, { stance: "refutes" }, "PT2"),
      "## Theory PT2\n\n- configurations: TR7\n- refutes: @lund2010#e1\n",
    );
  });

  it("leaves a range that says it", () => {
    const text = `${sourceFile("b1", "## Extract e5\n\n> x\n\n- supports: TR7–TR9 (C)\n")}`;
    assert.equal(add(text, "r:tr7", { ...supports, slots: [C] }, "e5"), text);
    assert.equal(add(text, "r:tr7", { ...supports, slots: [M] }, "e5"), text.replace("(C)", "(C), TR7 (M resource)"));
  });

  it("writes into a table's column of evidence", () => {
    const rows =
      "| ID | Context | Mechanism | Outcome | Evidence |\n|---|---|---|---|---|\n| TR1 | a | b | c | – |\n| TR2 | a | b | c | [@lund2010#e1] |\n";
    assert.equal(add(rows, E2, supports), rows.replace("–", "@lund2010#e2"));
    assert.equal(add(rows, E2, supports, "TR2"), rows.replace("#e1]", "#e1], @lund2010#e2"));
    assert.equal(add(rows, E1, supports, "TR2"), rows);
    const review = reviewOf({ ...FILES, "a.md": rows });
    assert.equal(refusal(addLink(review, record(review, "TR1"), E1, { ...supports, slots: [C] })), "spelling");
    assert.equal(refusal(addLink(review, record(review, "TR1"), E1, { stance: "refutes" })), "column");
  });

  it("refuses what is not there, what has no links, and a reason that would be read as more", () => {
    const review = reviewOf({ ...FILES, "a.md": cmoc() });
    const at = record(review, "TR1");
    assert.equal(refusal(addLink(review, at, "x:lund2010#e7", supports)), "unknown");
    assert.equal(refusal(addLink(review, at, "r:tr7", supports)), "field");
    assert.equal(refusal(addLink(review, record(review, "m1"), E1, supports)), "field");
    assert.equal(refusal(addLink(review, at, E1, { ...supports, reason: "so; @lund2010#e2" })), "form");
    assert.equal(refusal(addLink(review, at, E1, { ...supports, slots: [{ role: "X" }] })), "form");
  });
});

describe("taking a link out", () => {
  it("takes the item with its slots, and a reason that was its own", () => {
    const e1 = "@lund2010#e1";
    const e2 = "@lund2010#e2";
    for (const [from, to] of [
      [`${e1}, ${e2} (C)`, `${e2} (C)`],
      [`${e2} (C); ${e1} (M), @b`, `${e2} (C), @b`],
      [`${e2}, p. 3, ${e1}, p. 4.`, `${e2}, p. 3.`],
      [`${e1} — mine; ${e2} — yours`, `${e2} — yours`],
      [`${e2} — yours; ${e1} — mine`, `${e2} — yours`],
      [`${e1}, ${e2} — both`, `${e2} — both`],
      [`${e2}, ${e1} — both`, `${e2} — both`],
      [`[${e1}; ${e2}]`, `[${e2}]`],
      [`[${e2}; ${e1}], @b`, `[${e2}], @b`],
      [`[${e2}; @b], ${e1}`, `[${e2}; @b]`],
      [`[${e1}](lund.md#extract-e1) (C), ${e2}`, `${e2}`],
      [`${e2}, [${e1}](lund.md#extract-e1) (C)`, `${e2}`],
      [`${e2} and ${e1}`, `${e2}`],
      [`<b>${e2}</b>, ${e1}`, `<b>${e2}</b>`],
      [`\n  - ${e1} (C)\n  - ${e2}`, `\n  - ${e2}`],
      [`\n  - ${e2}\n  - ${e1} (C) — said`, `\n  - ${e2}`],
    ] as const) {
      assert.equal(
        remove(cmoc(`supports: ${from}`, "note: n"), E1, "supports"),
        cmoc(`supports: ${to}`, "note: n"),
        from,
      );
    }
  });

  it("takes a bullet that held nothing else, also one under a slot", () => {
    assert.equal(remove(cmoc("supports: @lund2010#e1 (C) — said"), E1, "supports"), cmoc());
    assert.equal(
      remove(cmoc("**M:** y\n  - supports: @lund2010#e1\n  - note: n"), E1, "supports"),
      cmoc("**M:** y\n  - note: n"),
    );
    assert.equal(remove(cmoc("refutes: @lund2010#e1"), E1, "supports"), cmoc("refutes: @lund2010#e1"));
  });

  it("leaves the rest of a range, and words beside the link", () => {
    const text = sourceFile("b1", "## Extract e5\n\n> x\n\n- supports: TR7–TR9 (C) — said; PT1\n");
    assert.equal(remove(text, "r:tr8", "supports", "e5"), text.replace("TR7–TR9 (C)", "TR7 (C), TR9 (C)"));
    const review = reviewOf({ ...FILES, "a.md": cmoc("supports: @lund2010#e1 in part") });
    assert.equal(refusal(removeLink(review, record(review, "TR1"), E1, "supports")), "form");
  });

  it("stands two bullets deep or in a numbered list, and leaves the others there", () => {
    const text = (below: string): string => `## CMOC TR1\n\n- **C:** a\n- supports:\n${below}`;
    const gone = (below: string): string => {
      const review = reviewOf({ "a.md": text(below) });
      return filesAfter(review, removeLink(review, record(review, "TR1"), E1, "supports"))["a.md"] ?? "";
    };
    assert.equal(gone("  1. @lund2010#e1\n  2. @lund2010#e2\n"), text("  2. @lund2010#e2\n"));
    assert.equal(
      gone("  - @lund2010#e3\n    - @lund2010#e1\n    - @lund2010#e2\n"),
      text("  - @lund2010#e3\n    - @lund2010#e2\n"),
    );
    const review = reviewOf({ "a.md": text("  - @lund2010#e1\n    - @lund2010#e2\n") });
    assert.equal(refusal(removeLink(review, record(review, "TR1"), E1, "supports")), "form");
  });

  it("refuses a link in running words", () => {
    const review = reviewOf({
      ...FILES,
      "a.md": "## CMOC TR1\n\nWhen they meet (C) [@lund2010#e1], they trust (M).\n",
    });
    assert.equal(refusal(removeLink(review, record(review, "TR1"), E1, "supports")), "words");
  });

  const row = (cell: string): string =>
    `| ID | Context | Mechanism | Outcome | Evidence | Status |\n|---|---|---|---|---|---|\n| 1 | a | b [@b] | c |${cell}| draft |\n| 2 | a | b | c | @lund2010#e1 | |\n`;

  it("takes a citation that was added to a row's column of evidence, and leaves the cell as it was", () => {
    for (const cell of [
      " ",
      "     ",
      "",
      " @lund2010#e2 ",
      "@lund2010#e2",
      " @lund2010#e2; @b, @c ",
      " [@lund2010#e2](lund.md#extract-e2) ",
      " @b; [@lund2010#e2](lund.md#extract-e2) ",
      " [@b, p. 3; @lund2010#e2] ",
      " **@b** and `@c` ",
      " Smith 2020, p. 3. ",
      " @b<br>@c ",
      " @b, ",
      " Smith 2020<br> ",
      " *@b; @c*. ",
    ]) {
      const added = add(row(cell), E1, supports, "CMOC1");
      assert.notEqual(added, row(cell), cell);
      assert.equal(remove(added, E1, "supports", "CMOC1"), row(cell), cell);
      const review = reviewOf({ ...FILES, "a.md": added });
      assert.equal(edited(review, unlink(review, E1, "r:cmoc1", "supports")).text("a.md"), row(cell), cell);
    }
  });

  it("gives back any words of a cell that a citation was added to", () => {
    const some = ["@b", "[@b, p. 3; @c]", "[@lund2010#e2](lund.md#extract-e2)", "**@b**", "`@c`", "<i>@b</i>", "\\@x"];
    const words = ["Smith 2020", "p. 4", ".", "–", "*", "[", "]", ";", ", ", " ", "<br>", "&amp;", "\\|", "see"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...some, ...words), { maxLength: 6 }), (parts) => {
        const cell = ` x${parts.join("")} `;
        assert.equal(remove(add(row(cell), E1, supports, "CMOC1"), E1, "supports", "CMOC1"), row(cell));
      }),
      runs(3),
    );
  });

  it("takes a citation out of a row's column of evidence from any place in it", () => {
    const e1 = "@lund2010#e1";
    for (const [from, to] of [
      [`${e1}, @b`, "@b"],
      [`@b; ${e1}, @c`, "@b; @c"],
      [`@b, ${e1}; @c`, "@b; @c"],
      [`@b, p. 3, ${e1}, p. 4, @c`, "@b, p. 3, @c"],
      [`@b, p. 3; ${e1}, pp. 4–5.`, "@b, p. 3."],
      [`[${e1}, p. 4]; @b`, "@b"],
      [`[${e1}; cf. @b]`, "[cf. @b]"],
      [`[${e1}; @b, p. 3]`, "[@b, p. 3]"],
      [`[@b, p. 3; ${e1}, p. 4; @c]`, "[@b, p. 3; @c]"],
      [`[${e1}](lund.md#extract-e1), @b`, "@b"],
      [`**${e1};** @b`, "@b"],
      [`**${e1}; @b**; @c`, "**@b**; @c"],
      [`**${e1}**; Smith 2020`, "Smith 2020"],
      [`Smith 2020, ${e1}; **Lee**`, "Smith 2020; **Lee**"],
      [`${e1}<br>@b`, "@b"],
      [`@b, ${e1},`, "@b, "],
      [`${e1}, @b, ${e1}`, "@b"],
      [`@b, ${e1}, ${e1}`, "@b"],
      [`${e1}, ${e1}, @b`, "@b"],
    ] as const) {
      assert.equal(remove(row(` ${from} `), E1, "supports", "CMOC1"), row(` ${to} `), from);
    }
  });

  it("takes it out of the row that is meant, of a row without an id too", () => {
    const rows =
      "| Context | Mechanism | Outcome | Evidence |\n|---|---|---|---|\n| a | b | c | @lund2010#e1 |\n| d | e | f | @lund2010#e1 |\n";
    const review = reviewOf({ ...FILES, "a.md": rows });
    const [, second] = [...review.placed("a.md")].flatMap(({ definitions }) => definitions);
    assert.ok(second);
    const gone = filesAfter(review, removeLink(review, second, E1, "supports"));
    assert.equal(gone["a.md"], rows.replace("| f | @lund2010#e1 |", "| f | |"));
  });

  it("refuses a citation that a cell's words or a bracket need", () => {
    const e1 = "@lund2010#e1";
    for (const cell of [
      `as ${e1} said`,
      `${e1} said so; @b`,
      `When they met, ${e1}, they trusted`,
      `see ${e1}`,
      `[see ${e1}]`,
      `[${e1}, so they say]`,
      `[@b; cf. ${e1}]`,
      `[see ${e1}](lund.md)`,
      `${e1}; ; ${e1}`,
      `${e1}, Smith 2020; @b`,
      `[${e1}, Smith 2020]`,
    ]) {
      const review = reviewOf({ ...FILES, "a.md": row(` ${cell} `) });
      assert.equal(refusal(removeLink(review, record(review, "CMOC1"), E1, "supports")), "words", cell);
    }
    const review = reviewOf({ ...FILES, "a.md": row(` ${e1} `).replace("b [@b]", `b [${e1}]`) });
    assert.equal(refusal(removeLink(review, record(review, "CMOC1"), E1, "supports")), "words");
  });

  it("at both ends", () => {
    const review = reviewOf({
      ...FILES,
      "a.md": cmoc("supports: @lund2010#e1"),
      "lund.md": FILES["lund.md"].replace("- at: p. 1", "- at: p. 1\n- supports: TR1 (C)"),
    });
    const gone = edited(review, unlink(review, E1, "r:tr1", "supports"));
    assert.equal(gone.text("a.md"), cmoc());
    assert.equal(gone.text("lund.md"), FILES["lund.md"]);
  });
});

describe("adding a link and taking it out", () => {
  const links = (review: Review): string =>
    JSON.stringify(
      recordIn(review, "a.md").entity.kind === "extract" ? review.bearsOn(recordIn(review, "a.md").name) : [],
      (key, value) => (key === "places" ? undefined : value),
    );

  it("gives the bytes back, and in between the review says what was meant", () => {
    fc.assert(
      fc.property(
        anyRecord,
        fc.constantFrom("supports" as const, "refutes" as const, "refines" as const),
        fc.constantFrom([], [C], [M, { role: "O", n: 1 }]),
        fc.constantFrom(undefined, "since they said so"),
        ({ text, source }, stance, slots, reason) => {
          const review = reviewOf({
            ...FILES,
            "lund.md": "",
            "z.md": FILES["z.md"],
            "odd.md": FILES["odd.md"],
            "a.md": text,
          });
          const at = recordIn(review, "a.md");
          const to = source ? "r:pt1" : "x:x..y#e9";
          const added = addLink(review, at, to, { stance, slots, ...(reason !== undefined && { reason }) });
          if (refusal(added)) {
            assert.ok(refusal(added) === "field" || at.entity.kind === "cmoc", JSON.stringify(added));
            return;
          }
          const between = edited(review, added);
          const entity = recordIn(between, "a.md").entity;
          const found = ("evidence" in entity ? entity.evidence : []).filter(
            (each) => each.name === to && each.stance === stance,
          );
          assert.equal(found.length, 1);
          assert.equal(found[0]?.slots.length, slots.length);
          assert.equal(found[0]?.reason, reason);
          assert.ok(links(between).length >= links(review).length);
          const gone = filesAfter(between, removeLink(between, recordIn(between, "a.md"), to, stance));
          assert.equal(gone["a.md"], text);
        },
      ),
      runs(2),
    );
  });
});
