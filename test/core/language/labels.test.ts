/** Labels that are nearly one, roles in every form, and what under a slot is told. */
import assert from "node:assert/strict";
import type { Kind } from "../../../src/core/vocabulary.ts";
import { slotsIn } from "../reviews.ts";
import { told } from "../rules/telling.ts";
import { readRecord } from "./records.ts";

describe("did you mean", () => {
  /** What is offered for a bullet of a configuration. */
  const offered = (label: string): string | undefined =>
    told("field/unknown", { "a.md": `## CMOC TR1\n\n- C: a\n- ${label}: x\n` })
      .map((text) => /Did you mean ([^?]*)\?/.exec(text)?.[1] ?? "")
      .at(0);

  it("one edit, or two neighbours swapped, in 4 to 7 letters", () => {
    for (const [written, want] of [
      ["staus", "status"],
      ["statuss", "status"],
      ["stetus", "status"],
      ["satus", "status"],
      ["them", "theme"],
      ["thme", "theme"],
      ["tehme", "theme"],
      ["ntoe", "note"],
      ["tgas", "tags"],
      ["Staus", "status"],
      ["mergs", "merges"],
    ] as const)
      assert.equal(offered(written), want, written);
    for (const written of ["stts", "sttsu", "thm", "tme", "nte", "tg", "tgs", "taags1", "noteee"])
      assert.equal(offered(written), undefined, written);
  });

  it("two edits from 8 letters", () => {
    for (const [written, want] of [
      ["cofidnce", "confidence"],
      ["confidenec", "confidence"],
      ["speciallises", "specialises"],
      ["moderats", "moderates"],
      ["leeds too", "leads to"],
    ] as const)
      assert.equal(offered(written), want, written);
    for (const written of ["cofidne", "cnfdnce"]) assert.equal(offered(written), undefined, written);
  });

  it("never for single letters, and for the roles' words as for any label", () => {
    for (const letter of ["D", "X", "N", "c c"]) assert.equal(offered(letter), undefined, letter);
    assert.equal(offered("Mechanisn"), "mechanism");
    assert.equal(offered("Contxt"), "context");
    assert.equal(offered("Outcoms"), "outcome");
  });

  it("in every kind, by its own labels", () => {
    for (const [kind, written, want] of [
      ["theory", "stge", "stage"],
      ["theory", "configuratons", "configurations"],
      ["demi-regularity", "moderatrs", "moderators"],
      ["extract", "paraphase", "paraphrase"],
      ["extract", "parkd", "parked"],
      ["code", "defintion", "definition"],
      ["memo", "abuot", "about"],
    ] as readonly [Kind, string, string][]) {
      const said = readRecord(kind, `- ${written}: x`).said;
      assert.deepEqual(said, [`field/unknown: ${written}`], `${kind}: ${want}`);
    }
    for (const [kind, label] of [
      ["memo", "stage"],
      ["code", "moderators"],
      ["theory", "status"],
    ] as const)
      assert.deepEqual(readRecord(kind, `- ${label}: x`).said, [], "another kind's label is prose");
  });

  it("a bullet that begins with a role and is no slot", () => {
    for (const [bullet, marked] of [
      ["Mechanism — trust grows", "Mechanism"],
      ["M trust grows", "M"],
      ["O1 – peace", "O1"],
      ["Context (macro) a place", "Context (macro)"],
      ["C", "C"],
    ] as const)
      assert.deepEqual(readRecord("cmoc", `- ${bullet}`).said, [`field/unknown: ${marked}`], bullet);
    for (const bullet of ["A thing happens", "Contextual factors", "I think so", "See there"])
      assert.deepEqual(
        told("field/unknown", {
          "review.yaml": "configuration: ICAMO\n",
          "a.md": `## CMOC TR1\n\n- C: a\n- ${bullet}\n`,
        }),
        [],
        bullet,
      );
  });
});

describe("a role", () => {
  const slot = (label: string): readonly string[] => slotsIn(`## CMOC TR1\n\n- ${label}: words\n`);

  it("has its number, part, position and absence in any usual form", () => {
    for (const [label, want] of [
      ["C", "C"],
      ["c", undefined],
      ["C2", "C2"],
      ["C 2", "C2"],
      ["2 C", "C2"],
      ["C-2", "C2"],
      ["C(2)", "C2"],
      ["M1a", "M1a"],
      ["Mechanism (resource)", "M resource"],
      ["M-resource", "M resource"],
      ["Mresponse", "M reasoning"],
      ["M (reaction)", "M reasoning"],
      ["M reasoning", "M reasoning"],
      ["(Mresources)", "M resource"],
      ["Resource mechanism", "M resource"],
      ["Intermediate outcome", "O intermediate"],
      ["Immediate outcomes", "O immediate"],
      ["O (final)", "O final"],
      ["O (final, absent)", "O final absent"],
      ["O (absent)", "O absent"],
      ["Outcomes 1", "O1"],
      ["Context (C)", "C"],
      ["Outcome(s)", "O"],
      ["CONTEXT", "C"],
      ["**Mechanism**", "M"],
      ["Contextual", undefined],
      ["Outcome measures", undefined],
      ["Context resource", undefined],
    ] as const)
      assert.deepEqual(slot(label), want === undefined ? [] : [`${want}: words`], label);
  });

  it("may be several", () => {
    for (const label of [
      "C, M",
      "C/M",
      "C; M",
      "C & M",
      "C and M",
      "Context and mechanism",
      "C1, M2",
      "Context/Mechanism",
    ])
      assert.deepEqual(
        slot(label).map((text) => text.replace(/\d/, "")),
        ["C: words", "M: words"],
        label,
      );
    for (const range of ["C1–C3", "C1-C3", "C1–3", "C1 – C3"])
      assert.deepEqual(slot(range), ["C1: words", "C2: words", "C3: words"], range);
    assert.deepEqual(slot("C2–C2"), ["C2: words"]);
    for (const none of ["C,, M", "C, /M", ", C", "C3–C1", "C1–M3", "C1–C100000"])
      assert.deepEqual(slot(none), [], none);
  });

  it("is no qualifier's of another role", () => {
    for (const label of ["C (resource)", "O reasoning", "Context-response"]) assert.deepEqual(slot(label), [], label);
  });
});
