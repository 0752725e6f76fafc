import assert from "node:assert/strict";
import { SourceTree, type SourceTreeOptions, UnlinkedExtracts } from "../../../../src/core/features/tree.ts";
import { type Files, reviewOf } from "../../reviews.ts";
import { drawn, nodeIn } from "./drawing.ts";

const FILES: Files = {
  "review.yaml": "cmoc: 1\nbibliography: [refs.bib]\n",
  "refs.bib": "@book{okafor2014,\n title = {Elsewhere}\n}\n@book{tanaka2002,\n title = {T}\n}\n",
  "sources/okafor.md": `---
citekey: okafor2014
title: Working together again
status: included
relevance: high
richness: rich
rigour: moderate
---

## Extract e1

> They met.

- at: p. 412
- supports: TR2 (C) — so
- refutes: TR9

## Extract e2

> They *left*.

## Extract e10

- paraphrase: they came back
- parked: later
`,
  "sources/lund.md": "---\ncitekey: lund2010\nstatus: excluded\nreason: no data\n---\n\n## Extract e1\n\n> No.\n",
  "sources/ade.md": "---\ncitekey: adeyemi\nstatus: awaiting\n---\n\n",
  "sources/bo.md": "---\ncitekey: bo\nstatus: included\n---\n",
  "sources/none.md": "---\ncitekey: none\n---\n\n## Extract e1\n\n> Unread.\n",
  "trust.md": "## CMOC TR2: Trust\n\n- C: x\n- supports: @bo\n",
};

function tree(options?: SourceTreeOptions, files: Files = FILES): SourceTree {
  return new SourceTree(reviewOf(files), options);
}

describe("the tree of sources", () => {
  it("shows what is unlinked first, then each source with appraisal, status and extracts", () => {
    assert.deepEqual(drawn(tree()), [
      "Unlinked | 2",
      "  none#e1  “Unread.” | unlinked",
      "  okafor2014#e2  “They left.” | unlinked",
      "adeyemi | awaiting · unread · no extracts",
      "bo | included · unread · no extracts",
      "  not appraised",
      "  supports TR2  Trust",
      "lund2010 | excluded · 1 extract",
      "  e1  “No.” | set aside",
      "none | no status · being coded · 1 extract, 1 unlinked",
      "  e1  “Unread.” | unlinked",
      "okafor2014  Working together again | included · being coded · 3 extracts, 1 unlinked",
      "  relevance high · richness rich · rigour moderate",
      "  e1  “They met.” | p. 412 · ✓1 ✗1",
      "    supports TR2  Trust | (C) so",
      "    refutes TR9 | unknown",
      "  e2  “They left.” | unlinked",
      "  e10  “they came back” | parked",
      "Only in the bibliography | 1",
      "  tanaka2002",
    ]);
  });

  it("tells statuses by icons, speaks rows in words, says what can be done", () => {
    const made = tree();
    assert.deepEqual(
      ["okafor2014", "lund2010", "adeyemi", "tanaka2002"].map((label) => nodeIn(made, label).icon?.name),
      ["edit", "circle-slash", "watch", "bookmark"],
    );
    assert.equal(
      nodeIn(made, "okafor2014").accessibility,
      "okafor2014, Working together again, included, being coded, relevance high, richness rich, rigour moderate, 3 extracts, 1 unlinked",
    );
    assert.equal(nodeIn(made, "e1").accessibility, "@lund2010#e1, set aside, “No.”");
    const e1 = made.find("x:okafor2014#e1");
    assert.equal(e1?.accessibility, "@okafor2014#e1, p. 412, supports TR2, refutes TR9, “They met.”");
    assert.deepEqual(e1?.actions, ["linkable"]);
    assert.deepEqual(made.find("x:okafor2014#e2")?.actions, ["linkable", "parkable"]);
    assert.deepEqual(made.find("x:okafor2014#e10")?.actions, ["linkable", "unparkable"]);
    assert.deepEqual(made.find("s:tanaka2002")?.actions, ["linkable", "creatable"]);
    assert.deepEqual(made.find("s:bo")?.actions, ["linkable", "markable"]);
    assert.deepEqual(made.find("s:lund2010")?.actions, ["linkable"]);
    assert.equal(nodeIn(made, "Unlinked").accessibility, "Unlinked, 2 extracts");
    assert.equal(nodeIn(made, "supports TR2").link?.of, "s:bo");
  });

  it("finds extracts and sources by name and place", () => {
    const made = tree();
    const okafor = FILES["sources/okafor.md"] ?? "";
    const found = (offset: number): string | undefined => made.find({ uri: "sources/okafor.md", offset })?.id;
    assert.equal(found(okafor.indexOf("left")), made.find("x:okafor2014#e2")?.id);
    assert.equal(found(3), made.find("s:okafor2014")?.id);
    assert.equal(made.parent(made.find("x:okafor2014#e2") ?? "")?.label, "okafor2014  Working together again");
    assert.equal(made.parent(made.find("s:tanaka2002") ?? "")?.label, "Only in the bibliography");
    assert.equal(made.find("r:tr2"), undefined);
    assert.equal(made.find({ uri: "trust.md", offset: 4 }), undefined);
  });

  it("sorts by file, by key, by number of extracts, and keeps what has the words", () => {
    const keys = (options: SourceTreeOptions): readonly string[] =>
      tree(options)
        .roots()
        .filter(({ kind }) => kind === "source")
        .map(({ label }) => label.split(" ")[0] ?? "");
    assert.deepEqual(keys({}), ["adeyemi", "bo", "lund2010", "none", "okafor2014"]);
    assert.deepEqual(keys({ sort: "evidence" })[0], "okafor2014");
    assert.deepEqual(keys({ filter: "LEFT" }), ["okafor2014"]);
    assert.deepEqual(drawn(tree({ filter: "left" })), [
      "Unlinked | 1",
      "  okafor2014#e2  “They left.” | unlinked",
      "okafor2014  Working together again | included · being coded · 3 extracts, 1 unlinked",
      "  relevance high · richness rich · rigour moderate",
      "  e2  “They left.” | unlinked",
    ]);
    assert.deepEqual(keys({ filter: "together working" }), ["okafor2014"]);
    assert.deepEqual(drawn(tree({ filter: "tanaka" })), ["Only in the bibliography | 1", "  tanaka2002"]);
  });

  it("groups and sorts sources by how far their reading has come, with a word and a form for each state", () => {
    const files = {
      ...FILES,
      "sources/cy.md": "---\ncitekey: cy\nstatus: included\nread: 2026-03-02\n---\n\n## Extract e1\n\n> So.\n",
    };
    const holdsText = (key: string): boolean => key === "adeyemi" || key === "tanaka2002";
    const made = tree({ by: "reading", holdsText }, files);
    const lines = made
      .roots()
      .flatMap((node) => [
        `${node.icon?.name} ${node.accessibility}`,
        ...(node.label === "Unlinked"
          ? []
          : made.children(node).map(({ icon, accessibility }) => `  ${icon?.name} ${accessibility}`)),
      ]);
    assert.deepEqual(lines, [
      "debug-disconnect Unlinked, 3 extracts",
      "edit Being coded, 2 sources",
      "  edit none, no status, being coded, 1 extract, 1 unlinked",
      "  edit okafor2014, Working together again, included, being coded, relevance high, richness rich, rigour moderate, 3 extracts, 1 unlinked",
      "book Unread, 2 sources",
      "  bookmark tanaka2002, only in the bibliography, unread",
      "  watch adeyemi, awaiting, unread, no extracts",
      "search No text, 1 source",
      "  search bo, included, no text, no extracts",
      "pass Read, 1 source",
      "  pass cy, included, read, 1 extract, 1 unlinked",
      "circle-slash Excluded, 1 source",
      "  circle-slash lund2010, excluded, 1 extract",
    ]);
    assert.equal(made.parent(made.find("x:cy#e1") ?? "")?.label, "cy");
    assert.equal(made.parent(made.find("s:cy") ?? "")?.label, "Read");
    assert.deepEqual(made.find("s:cy")?.actions, ["linkable", "unmarkable"]);
    assert.deepEqual(made.find("s:tanaka2002")?.actions, ["linkable", "creatable", "markable"]);
    const sorted = tree({ sort: "reading", holdsText }, files).roots();
    assert.deepEqual(
      sorted.filter(({ kind }) => kind === "source").map(({ label }) => label.split(" ")[0]),
      ["none", "okafor2014", "adeyemi", "bo", "cy", "lund2010"],
    );
  });

  it("takes titles from the bibliography where the file says none", () => {
    const reference = (key: string) => ({ key, type: "book", title: `Of ${key}`, authors: [] });
    const made = tree({ reference });
    assert.equal(made.find("s:bo")?.label, "bo  Of bo");
    assert.equal(made.find("s:okafor2014")?.label, "okafor2014  Working together again");
  });
});

describe("what the tree of sources is told", () => {
  it("refreshes the rows that a change touches", () => {
    const review = reviewOf(FILES);
    const made = new SourceTree(review);
    made.roots();
    const type = (uri: string, from: string, to: string): readonly string[] | "all" => {
      const text = (review.text(uri) ?? "").replace(from, to);
      const told = made.update(review.set({ uri, version: 1, text }));
      return told === "all" ? told : told.map(({ label }) => label.split(" ")[0] ?? "");
    };
    assert.deepEqual(type("sources/okafor.md", "They met", "They soon met"), ["e1"]);
    assert.deepEqual(type("sources/okafor.md", "They *left", "They soon *left"), ["Unlinked", "e2"]);
    assert.ok(type("sources/okafor.md", "title: Work", "title: Not work").includes("okafor2014"));
    assert.deepEqual(type("sources/okafor.md", "- parked: later", ""), ["Unlinked", "okafor2014"]);
    assert.deepEqual(type("trust.md", "@bo", "@bo, @none#e1"), ["Unlinked", "none", "bo", "e1"]);
    assert.deepEqual(type("sources/okafor.md", "## Extract e10", "## Extract e11"), ["Unlinked", "okafor2014"]);
    assert.deepEqual(type("sources/bo.md", "citekey: bo", "citekey: bob"), "all");
    const grouped = new SourceTree(review, { by: "reading" });
    grouped.roots();
    const text = (review.text("sources/bo.md") ?? "").replace("status:", "read: 2026-03-02\nstatus:");
    assert.equal(grouped.update(review.set({ uri: "sources/bo.md", version: 2, text })), "all");
    grouped.roots();
    const again = review.set({ uri: "sources/bo.md", version: 3, text: text.replace("03-02", "03-09") });
    assert.deepEqual(
      (grouped.update(again) as readonly { label: string }[]).map(({ label }) => label),
      ["bob"],
    );
  });
});

describe("unlinked extracts", () => {
  it("are counted without those that are parked, linked from either end, or of a source that is set aside", () => {
    const unlinked = new UnlinkedExtracts(reviewOf(FILES));
    assert.equal(unlinked.count, 2);
    assert.deepEqual(
      unlinked.all().map(({ name }) => name),
      ["x:none#e1", "x:okafor2014#e2"],
    );
    assert.equal(new UnlinkedExtracts(reviewOf({})).count, 0);
  });

  it("follow one another, round and round", () => {
    const review = reviewOf(FILES);
    const unlinked = new UnlinkedExtracts(review);
    const okafor = FILES["sources/okafor.md"] ?? "";
    const at = (words: string) => ({ uri: "sources/okafor.md", offset: okafor.indexOf(words) });
    const next = (words: string): string | undefined => unlinked.next(at(words))?.name;
    const previous = (words: string): string | undefined => unlinked.previous(at(words))?.name;
    assert.equal(next("They met"), "x:okafor2014#e2");
    assert.equal(next("## Extract e2"), "x:none#e1");
    assert.equal(next("They *left"), "x:none#e1");
    assert.equal(previous("they came"), "x:okafor2014#e2");
    assert.equal(previous("## Extract e10"), "x:okafor2014#e2");
    assert.equal(previous("They *left"), "x:none#e1");
    assert.equal(unlinked.previous({ uri: "a.md", offset: 0 })?.name, "x:okafor2014#e2");
    assert.equal(unlinked.next({ uri: "zzz.md", offset: 0 })?.name, "x:none#e1");
    assert.equal(new UnlinkedExtracts(reviewOf({ "a.md": "x" })).next({ uri: "a.md", offset: 0 }), undefined);
    assert.equal(new UnlinkedExtracts(reviewOf({})).previous({ uri: "a.md", offset: 0 }), undefined);
  });

  it("are kept up with links that are written elsewhere", () => {
    const review = reviewOf(FILES);
    const unlinked = new UnlinkedExtracts(review);
    assert.equal(unlinked.count, 2);
    const change = review.set({ uri: "new.md", version: 1, text: "## CMOC SY1\n\n- refutes: @okafor2014#e2\n" });
    assert.deepEqual(unlinked.update(change), { uris: new Set(["sources/okafor.md"]), isAnyNew: false });
    assert.equal(unlinked.count, 1);
    const lund = (FILES["sources/lund.md"] ?? "").replace("excluded", "included");
    unlinked.update(review.set({ uri: "sources/lund.md", version: 1, text: lund }));
    assert.equal(unlinked.count, 2);
    unlinked.update(review.delete("sources/none.md"));
    assert.equal(unlinked.update(review.delete("sources/lund.md"))?.isAnyNew, true);
    assert.equal(unlinked.count, 0);
  });
});
