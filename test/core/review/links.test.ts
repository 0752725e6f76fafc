import assert from "node:assert/strict";
import { isEvidence, type Link, type Review } from "../../../src/core/review.ts";
import { reviewOf, sourceFile } from "../reviews.ts";

const TRUST = "## CMOC TR1: Trust\n\n- **C:** a shared past\n- **M:** trust grows\n- **O:** faith\n";

function evidence(review: Review, name = "r:tr1"): readonly Link[] {
  return review.evidenceFor(name);
}

function slots(link: Link | undefined): readonly string[] {
  return (link?.slots ?? []).map((slot) => `${slot.role}${slot.n ?? ""}`);
}

describe("links", () => {
  it("unites one link that is written at both ends, its slots and its reasons", () => {
    const review = reviewOf({
      "theory.md": `${TRUST}- supports: @okafor2014#e4 (C) — seen twice\n`,
      "okafor.md": sourceFile(
        "okafor2014",
        "## Extract e4\n\n> Words.\n\n- supports: TR1 (C, M) — their own account\n",
      ),
    });
    const links = evidence(review);
    assert.equal(links.length, 1);
    assert.deepEqual(slots(links[0]), ["C", "M"]);
    assert.deepEqual([...(links[0]?.reasons ?? [])].sort(), ["seen twice", "their own account"]);
    assert.equal(links[0]?.key, "x:okafor2014#e4|r:tr1|supports");
    assert.equal(links[0]?.source, "okafor2014");
    assert.deepEqual(
      links[0]?.places.map(({ placed }) => placed.uri),
      ["okafor.md", "theory.md"],
    );
  });

  it("gives the same link from the extract's side", () => {
    const review = reviewOf({
      "theory.md": `${TRUST}- supports: @okafor2014#e4 (C)\n- refutes: @okafor2014#e5\n`,
      "okafor.md": sourceFile(
        "okafor2014",
        "## Extract e4\n\n> Words.\n\n- supports: TR1 (M)\n\n## Extract e5\n\n> More words.\n",
      ),
    });
    const plain = (links: readonly Link[]) =>
      links.map((link) => ({ key: link.key, slots: slots(link), places: link.places.map(({ ref }) => ref.start) }));
    assert.deepEqual(
      plain(evidence(review)),
      plain([...review.bearsOn("x:okafor2014#e4"), ...review.bearsOn("x:okafor2014#e5")]),
    );
  });

  it("after a survey gives all links of an extract that has two with one record, or one written twice", () => {
    const row =
      "| Context | Mechanism | Outcome |\n|---|---|---|\n| a | m [@x#e4] | o [@x#e4] |\n| b | n [@x#e5] | p |\n";
    const review = reviewOf({
      "t.md": `${row}\n${TRUST}- supports: @x#e1, @x#e2\n- refutes: @x#e2 — but not here\n- note: as @x#e3 says\n`,
      "u.md": `${TRUST}- supports: @x#e6, @x\n`,
      "v.md": `${TRUST}- supports: @x#e6, @x#e7\n`,
      "x.md": sourceFile(
        "x",
        ["e1", "e2", "e3", "e4", "e5", "e6", "e7"]
          .map((id) => `## Extract ${id}\n\n> Words.\n\n`)
          .join("")
          .replace("e1\n\n> Words.\n", "e1\n\n> Words.\n\n- supports: TR1\n")
          .replace("e7\n\n> Words.\n", "e7\n\n> Words.\n\n- supports: TR2\n"),
      ),
    });
    const ids = ["e1", "e2", "e3", "e4", "e5", "e6", "e7"].map((id) => `x:x#${id}`);
    const before = ids.map((id) => review.repeatedly(id).length);
    assert.deepEqual(
      before,
      ids.map((id) => review.bearsOn(id).length),
    );
    review.survey();
    assert.deepEqual(
      ids.filter((id) => review.repeatedly(id).length > 0),
      ["x:x#e1", "x:x#e2", "x:x#e4", "x:x#e6"],
    );
    for (const id of ["x:x#e1", "x:x#e2", "x:x#e4", "x:x#e6"])
      assert.deepEqual(
        review.repeatedly(id).map(({ key }) => key),
        review.bearsOn(id).map(({ key }) => key),
      );
  });

  it("keeps rows without an id apart, each by its place", () => {
    const row = (context: string, stance: string): string =>
      `| Context | Mechanism | Outcome |\n|---|---|---|\n| ${context} | m [@x#e1] | o |\n| ${stance} | n [@x#e1] | p |\n`;
    const review = reviewOf({ "t.md": row("a", "b"), "u.md": `Words.\n\n${row("c", "d")}` });
    const keys = ["t.md:3", "t.md:4", "u.md:5", "u.md:6"].map((place) => `x:x#e1|${place}|supports`);
    const links = review.bearsOn("x:x#e1");
    assert.deepEqual(
      links.map(({ key }) => key),
      keys,
    );
    const rows = [...review.records("cmoc")];
    assert.deepEqual(
      links.map(({ row }) => row?.brief),
      rows.map(({ brief }) => brief),
    );
    assert.deepEqual(
      rows.flatMap((at) => review.evidenceFor(at)).map(({ key }) => key),
      keys,
    );
    // Two mechanisms, each cited in two tables.
    assert.equal(new Set(links.map((link) => review.digest(link))).size, 2);
  });

  it("finds rows without an id among many", () => {
    const many = Array.from({ length: 40 }, (_, at) => `| c${at} | m | o [@x#e1] and [@x#e1] |\n`);
    const review = reviewOf({ "t.md": `| Context | Mechanism | Outcome |\n|---|---|---|\n${many.join("")}` });
    const links = review.bearsOn("x:x#e1");
    assert.equal(links.length, 40);
    assert.ok(links.every(({ places }) => places.length === 2));
  });

  it("keeps stances apart", () => {
    const review = reviewOf({
      "theory.md": `${TRUST}- supports: @okafor2014#e4 (C)\n- refutes: @okafor2014#e4 (O)\n`,
    });
    assert.deepEqual(
      evidence(review).map(({ stance }) => stance),
      ["supports", "refutes"],
    );
  });

  it("takes a slot's own evidence, and a citation in its text, as support for that slot", () => {
    const review = reviewOf({
      "theory.md":
        "## CMOC TR1: Trust\n\n- **C:** a shared past [@okafor2014#e4]\n- **M:** trust\n- **O:** faith\n  - refutes: @okafor2014#e5\n",
    });
    const found = evidence(review).map((link) => [link.stance, ...slots(link)].join(" "));
    assert.deepEqual(found.sort(), ["refutes O", "supports C"]);
  });

  it("gives each record of a range a link", () => {
    const review = reviewOf({
      "a.md": sourceFile("okafor2014", "## Extract e4\n\n> Words.\n\n- supports: TR1–TR3 (C)\n"),
    });
    assert.deepEqual(
      review.bearsOn("x:okafor2014#e4").map(({ record }) => record),
      ["r:tr1", "r:tr2", "r:tr3"],
    );
    for (const name of ["r:tr1", "r:tr2", "r:tr3"]) assert.equal(evidence(review, name).length, 1, name);
  });

  it("takes counterexamples for evidence that refutes", () => {
    const review = reviewOf({ "a.md": "# Theory PT1: Trust\n\n- stage: refined\n- counterexamples: @okafor2014#e1\n" });
    assert.deepEqual(
      evidence(review, "r:pt1").map(({ key }) => key),
      ["x:okafor2014#e1|r:pt1|refutes"],
    );
  });

  it("takes a whole source as evidence, with no extract", () => {
    const review = reviewOf({ "a.md": `${TRUST}- supports: @okafor2014\n` });
    assert.deepEqual(
      review.bearsOn("s:okafor2014").map(({ key }) => key),
      ["s:okafor2014|r:tr1|supports"],
    );
  });

  it("links nothing from a reason, from prose or from a relation", () => {
    const review = reviewOf({
      "a.md": `${TRUST}- leads to: TR2\n- note: see @okafor2014#e9\n\nAs in @okafor2014#e8.\n\n## CMOC TR2: Next\n\n- **C:** faith\n- supports: @lund2010#e1 — unlike @okafor2014#e4\n`,
    });
    assert.deepEqual(evidence(review), []);
    assert.deepEqual(
      evidence(review, "r:tr2").map(({ extract }) => extract),
      ["x:lund2010#e1"],
    );
    assert.deepEqual(review.bearsOn("x:okafor2014#e4"), []);
  });

  it("finds a link among many, and a record with hundreds", () => {
    const many = Array.from(
      { length: 200 },
      (_, at) => `- supports: @okafor2014#e${at}\n- supports: @okafor2014#e${at} (C)\n`,
    );
    const links = evidence(reviewOf({ "a.md": TRUST + many.join("") }));
    assert.equal(links.length, 200);
    assert.ok(links.every(({ places }) => places.length === 2));
  });

  it("has a digest that changes with the extract's words and the slots that it names, and with nothing else", () => {
    const digest = (theory: string, quote: string): string => {
      const review = reviewOf({
        "theory.md": `${theory}- supports: @okafor2014#e4 (C)\n`,
        "okafor.md": sourceFile("okafor2014", `## Extract e4\n\n> ${quote}\n`),
      });
      const [link] = evidence(review);
      assert.ok(link);
      return review.digest(link);
    };
    const first = digest(TRUST, "They trusted one another.");
    assert.equal(digest(`${TRUST}- note: new\n`, "They trusted  one another."), first);
    assert.equal(digest(TRUST.replace("faith", "hope"), "They trusted one another."), first);
    assert.notEqual(digest(TRUST.replace("a shared past", "no past"), "They trusted one another."), first);
    assert.notEqual(digest(TRUST, "They trusted nobody."), first);
  });

  it("says where each reference of a link stands", () => {
    const review = reviewOf({ "a.md": `Intro.\n\n${TRUST}- supports: @okafor2014#e4 (C)\n` });
    const place = evidence(review)[0]?.places[0];
    assert.ok(place && isEvidence(place.ref));
    const { start, uri } = place.placed;
    assert.equal(review.text(uri)?.slice(start + place.ref.start, start + place.ref.end), "@okafor2014#e4");
  });
});

describe("the theories of a configuration", () => {
  it("are put together once for many that share its name, until something changes", () => {
    const cmocs = "## CMOC TR1\n\n- theory: PT1\n\n".repeat(3);
    const review = reviewOf({ "a.md": cmocs, "b.md": "## Theory PT2\n\n- configurations: TR1\n" });
    const before = review.theoriesOf("r:tr1");
    assert.deepEqual(before, ["r:pt2", "r:pt1"]);
    assert.equal(review.theoriesOf("r:tr1"), before);
    review.set({
      uri: "b.md",
      version: 1,
      text: "## Theory PT2\n\n- configurations: TR1\n\n## Theory PT3\n\n- configurations: TR1\n",
    });
    assert.deepEqual(review.theoriesOf("r:tr1"), ["r:pt2", "r:pt3", "r:pt1"]);
  });
});
