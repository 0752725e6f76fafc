import assert from "node:assert/strict";
import type { Reference } from "../../../../src/core/bibliography/reference.ts";
import { Checker } from "../../../../src/core/check.ts";
import { type Card, type CardOptions, cardOfName, cardText, MOST_LINES } from "../../../../src/core/features/card.ts";
import { ALL_RULES } from "../../../../src/core/rules/index.ts";
import { type Files, reviewOf } from "../../reviews.ts";

const OKAFOR = `---
citekey: okafor2014
title: Working together again
author: Okafor, J.; Lind, A.
year: 2014
status: included
relevance: high
richness: rich
rigour: moderate
---

## Extract e1

> Partners that had succeeded together before were quick to trust one another.

- at: p. 412
- voice: finding
- C shared-history: "succeeded together before" (RM)
- supports: TR2 (C, M) — both in mergers
- coder: JA

## Extract e2

> They met once.

- parked: kept for the discussion

## Extract e3

- paraphrase: they fell out
- refutes: TR2
`;
const TRUST = `## CMOC TR2: Constructive conflict resolution builds trust

- status: supported
- theme: Partnership functioning / Trust
- **C:** partners resolve conflict constructively
- **M:** trust grows
  - resource: a fair process
- **O (final):** more faith
- confidence: moderate — two case studies
- leads to: SY3 — in the second year
- leads to: SY9

## CMOC SY3

- **C:** faith
`;
const FILES: Files = {
  "trust.md": TRUST,
  "okafor.md": OKAFOR,
  "theory.md":
    "# Theory PT2: Trust first\n\n- stage: refined\n- scope: programme\n- configurations: TR2\n- draws on: @lasker2001 — synergy\n- boundary: not in hospitals\n- counterexamples: none found\n\nTrust comes *first*.\n",
  "demi.md": "## Demi-regularity D1: History\n\n- configurations: TR2\n- moderators: size\n",
  "codes.md":
    "## Code shared-history: Worked together before\n\n- role: C\n- definition: any earlier work\n- parent: history\n",
  "memo.md": "## Memo 2026-03-02: Why\n\nSince it was two.\n\n- about: TR2, SY3\n- by: JA\n- kind: decision\n",
  "review.yaml": "cmoc: 1\nbibliography: [refs.bib]\n",
  "refs.bib": "@article{lasker2001,\n title = {Synergy}\n}\n",
};

function card(name: string, options?: CardOptions, files: Files = FILES): Card {
  const made = cardOfName(reviewOf(files), name, options);
  assert.ok(made, name);
  return made;
}

function text(name: string, options?: CardOptions, files: Files = FILES): readonly string[] {
  return cardText(card(name, options, files)).split("\n");
}

describe("the card of a configuration", () => {
  it("has its slots, its evidence by stance, its links, its theory", () => {
    assert.deepEqual(text("r:tr2"), [
      "TR2  Constructive conflict resolution builds trust · supported",
      "  C  partners resolve conflict constructively  ✓1",
      "  M  trust grows  ✓1",
      "  · resource  a fair process  ✓1",
      "  O (final)  more faith  none",
      "  ✓ supports @okafor2014#e1 (C, M) · Okafor and Lind 2014, p. 412 “Partners that had succeeded together before were quick to…” — both in mergers",
      "  ✗ refutes @okafor2014#e3 · Okafor and Lind 2014 “they fell out”",
      "  theme: Partnership functioning / Trust",
      "  confidence: moderate — two case studies",
      "  part of PT2  Trust first",
      "  leads to SY3 — in the second year",
      "  leads to SY9 (unknown)",
    ]);
  });

  it("says why it is flagged, hints left out, and where that stands", () => {
    const TR1 = "## CMOC TR1\n\n- **C:** x\n- leads to: SY9\n- theory: PT9\n";
    const review = reviewOf({ "a.md": TR1 });
    const checker = new Checker(review, ALL_RULES);
    checker.update();
    const made = cardOfName(review, "r:tr1", { problems: (uri) => checker.problems(uri) });
    const flagged = made?.lines.filter(({ part }) => part === "problem").map(({ runs }) => runs[1]) ?? [];
    const hints = checker.problems("a.md").filter(({ level }) => level === "hint");
    assert.equal(flagged.length, checker.problems("a.md").length - hints.length);
    const unknown = flagged.find((run) => run?.text.startsWith("Nothing in this review is called SY9."));
    assert.equal(TR1.slice(unknown?.to?.span.start, unknown?.to?.span.end), "SY9");
  });

  it("leads to what it names", () => {
    const { lines, place } = card("r:tr2");
    assert.equal(place?.uri, "trust.md");
    const runs = lines.flatMap((line) => line.runs);
    const placeOf = (id: string): string => {
      const { uri, span } = runs.find((run) => run.text === id)?.to ?? { uri: "", span: { start: 0, end: 0 } };
      return FILES[uri]?.slice(span.start, span.end).trim() ?? "";
    };
    assert.equal(placeOf("@okafor2014#e1"), "## Extract e1");
    assert.equal(placeOf("SY3"), "## CMOC SY3");
    assert.equal(placeOf("PT2"), "# Theory PT2: Trust first");
    assert.equal(placeOf("SY9"), "");
  });

  it("cites as the bibliography has it, once that is read", () => {
    const asked: string[] = [];
    const reference = (key: string): Reference | undefined => {
      asked.push(key);
      return { key, type: "book", title: "T", authors: [{ family: "Tanaka" }], year: 2002, container: "J" };
    };
    assert.match(text("r:tr2", { reference })[5] ?? "", /· Tanaka 2002, p\. 412 /);
    assert.ok(asked.includes("okafor2014"));
    assert.deepEqual(text("s:lasker2001", { reference }).slice(0, 2), [
      "@lasker2001  T · only in the bibliography",
      "  Tanaka · 2002 · J",
    ]);
  });

  it("says of slots that nobody spoke to none only where others are spoken to", () => {
    const plain = "## CMOC TR1\n\n- C: x\n- M: y\n  - inferred: from theory\n- supports: @a#e1\n";
    assert.deepEqual(text("r:tr1", {}, { "a.md": plain }).slice(1, 3), ["  C  x", "  M  y  inferred"]);
    const scoped = plain.replace("#e1", "#e1 (C)");
    assert.deepEqual(text("r:tr1", {}, { "a.md": scoped }).slice(1, 3), ["  C  x  ✓1", "  M  y  inferred"]);
  });
});

describe("the cards of other records", () => {
  it("show an extract's words, codes and links", () => {
    assert.deepEqual(text("x:okafor2014#e1"), [
      "@okafor2014#e1",
      "  “Partners that had succeeded together before were quick to trust one another.”",
      "  Okafor and Lind 2014, p. 412 · finding · coded by JA",
      "  C shared-history “succeeded together before” (RM)",
      "  ✓ supports TR2  Constructive conflict resolution builds trust (C, M) — both in mergers",
    ]);
    assert.equal(text("x:okafor2014#e2")[0], "@okafor2014#e2 · parked");
    assert.equal(text("x:okafor2014#e2").at(-1), "  parked: kept for the discussion");
    assert.equal(text("x:b#e1", {}, { "b.md": "---\ncitekey: b\n---\n\n## Extract e1\n" })[0], "@b#e1 · unlinked");
  });

  it("show a source, its appraisal and its extracts", () => {
    assert.deepEqual(text("s:okafor2014"), [
      "@okafor2014  Working together again · included",
      "  Okafor, J.; Lind, A. · 2014",
      "  relevance high · richness rich · rigour moderate",
      "  3 extracts",
      "  e1, p. 412 “Partners that had succeeded together before were quick to…”",
      "  e2 “They met once.”",
      "  e3 “they fell out”",
    ]);
    const read = "---\ncitekey: b\nstatus: included\nread: 2026-03-02 (JA)\nrigour: low — one site\n---\n";
    assert.deepEqual(text("s:b", {}, { "b.md": read }).slice(1), [
      "  read: 2026-03-02 (JA)",
      "  rigour low — one site",
    ]);
  });

  it("show a theory, a demi-regularity, a code and a memo", () => {
    assert.deepEqual(text("r:pt2"), [
      "PT2  Trust first · refined",
      "  Trust comes first.",
      "  scope: programme",
      "  holds TR2  Constructive conflict resolution builds trust",
      "  draws on @lasker2001 — synergy",
      "  boundary: not in hospitals",
      "  counterexamples: none found",
    ]);
    assert.deepEqual(text("r:d1"), [
      "D1  History",
      "  recurs in TR2  Constructive conflict resolution builds trust",
      "  moderator: size",
    ]);
    assert.deepEqual(text("c:shared-history"), [
      "shared-history  Worked together before",
      "  role: C",
      "  definition: any earlier work",
      "  under history (unknown)",
      "  used 1 time",
      "  in @okafor2014#e1",
    ]);
    assert.deepEqual(text("m:2026-03-02"), [
      "2026-03-02  Why · decision",
      "  Since it was two.",
      "  by: JA",
      "  about TR2  Constructive conflict resolution builds trust",
      "  about SY3",
    ]);
  });

  it("are none for what nothing defines", () => {
    for (const name of ["r:tr9", "x:a#e1", "s:nobody", "c:x", "m:x", "", "r:"])
      assert.equal(cardOfName(reviewOf(FILES), name), undefined);
  });
});

describe("a card of much", () => {
  const many = (n: number, line: (at: number) => string): string =>
    Array.from({ length: n }, (_, at) => line(at)).join("");
  const full = `## CMOC TR1: Full\n\n${many(12, (at) => `- C: context ${at}\n`)}${many(40, (at) => `- supports: @a${at}#e1\n`)}${many(9, (at) => `- leads to: SY${at}\n`)}- theory: PT1\n`;

  it("has fifteen lines, some of each part, and says how many more there are", () => {
    const lines = text("r:tr1", {}, { "a.md": full });
    assert.equal(lines.length, MOST_LINES);
    assert.equal(lines.filter((line) => /^ {2}C {2}/.test(line)).length, 5);
    assert.equal(lines.filter((line) => /supports/.test(line)).length, 3);
    assert.deepEqual(
      lines.filter((line) => /more$/.test(line)).map((line) => line.trim()),
      ["and 7 more", "and 37 more", "and 7 more"],
    );
    assert.match(lines.join("\n"), /part of PT1 \(unknown\)/);
    assert.match(lines.join("\n"), /leads to SY0 \(unknown\)/);
  });

  it("counts every line that it leaves out", () => {
    for (const n of [1, 9, 10, 11, 12, 13, 14, 15, 50]) {
      const lines = text("r:tr1", {}, { "a.md": `## CMOC TR1\n\n- C: x\n${many(n, (at) => `- supports: @a${at}\n`)}` });
      const shown = lines.filter((line) => /supports/.test(line)).length;
      const more = Number(/and (\d+) more/.exec(lines.at(-1) ?? "")?.[1] ?? 0);
      assert.equal(shown + more, n);
      assert.ok(lines.length <= MOST_LINES);
      assert.equal(more === 0, n <= 13, String(n));
    }
  });

  it("says a thousand as people write it, and reads no more than it shows", () => {
    const source = `---\ncitekey: a\n---\n\n${many(1100, (at) => `## Extract e${at}\n\n> words ${at}\n\n`)}`;
    const lines = text("s:a", {}, { "a.md": source });
    assert.equal(lines[1], "  1,100 extracts");
    assert.equal(lines.at(-1), "  and 1,088 more");
  });
});

describe("cards of odd records", () => {
  it("call a row without an id by its place", () => {
    const table = "| Context | Mechanism | Outcome | Evidence |\n|---|---|---|---|\n| a | b | c | @x#e1 |\n";
    const review = reviewOf({ "t.md": table, "x.md": "---\ncitekey: x\n---\n\n## Extract e1\n\n> q\n" });
    assert.match(cardText(cardOfName(review, "x:x#e1") as Card), /supports t\.md:3/);
  });

  it("keep ids of any script and words of any direction, without signs that turn it", () => {
    const lines = text(
      "r:ثقة1",
      {},
      { "a.md": "## CMOC ثقة1: بناء \u202eالثقة\u202c\r\n\r\n- C: 信任\u0007 增长\r\n" },
    );
    assert.deepEqual(lines, ["ثقة1  بناء الثقة · candidate", "  C  信任� 增长"]);
  });

  it("take loops of themselves and of others", () => {
    const files = { "a.md": "## CMOC TR1\n\n- C: x\n- leads to: TR1, TR2\n\n## CMOC TR2\n\n- leads to: TR1\n" };
    assert.deepEqual(text("r:tr1", {}, files).slice(-2), ["  leads to TR1", "  leads to TR2"]);
  });
});
