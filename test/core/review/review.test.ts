import assert from "node:assert/strict";
import { Reader, Review } from "../../../src/core/review.ts";
import { reviewOf, sourceFile } from "../reviews.ts";

const cmoc = (id: string, more = ""): string =>
  `## CMOC ${id}: ${id}\n\n- **C:** a place\n- **M:** trust\n- **O:** faith\n${more}\n`;
const TABLE = "| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n";

function ids(review: Review, kind: Parameters<Review["records"]>[0] = "cmoc"): readonly string[] {
  return [...review.records(kind)].map(({ entity }) => entity.id);
}

function where(review: Review, name: string): readonly string[] {
  return review.definitions(name).map(({ placed, entity }) => {
    const from = placed.start + entity.idSpan.start;
    return `${placed.uri}:${review.lines(placed.uri).line(from)}:${review.text(placed.uri)?.slice(from, placed.start + entity.idSpan.end)}`;
  });
}

describe("a review", () => {
  it("finds what defines a name wherever it stands, in the order of paths and text", () => {
    const review = reviewOf({ "b.md": cmoc("TR1"), "a.md": `Words.\n\n${cmoc("TR2")}${cmoc("tr1")}` });
    assert.deepEqual(where(review, "r:tr1"), ["a.md:8:tr1", "b.md:0:TR1"]);
    assert.deepEqual(ids(review), ["TR2", "tr1", "TR1"]);
  });

  it("finds every reference to a name, in fields and in prose", () => {
    const review = reviewOf({
      "a.md": `${cmoc("TR1", "- leads to: TR2\n")}`,
      "b.md": `See [[TR2]].\n\n# Theory PT1: T\n\n- configurations: TR1–TR3\n`,
    });
    assert.deepEqual(
      review.references("r:tr2").map(({ placed, ref, from }) => [placed.uri, ref.field, from?.entity.id]),
      [
        ["a.md", "leads to", "TR1"],
        ["b.md", "prose", undefined],
        ["b.md", "configurations", "PT1"],
      ],
    );
  });

  it("finds each reference of a long list among many", () => {
    const list = Array.from({ length: 300 }, (_, at) => `- see [[TR${at % 30}]]\n`).join("");
    const review = reviewOf({ "a.md": `# Notes\n\n${list}` });
    const found = review.references("r:tr7");
    assert.equal(found.length, 10);
    assert.deepEqual(
      found.map(({ ref }) => ref.start),
      found.map(({ ref }) => ref.start).sort((a, b) => a - b),
    );
  });

  it("moves what stands below an edit and keeps it", () => {
    const review = reviewOf({ "a.md": `Words.\n\n${cmoc("TR1")}${cmoc("TR2")}` });
    const before = review.definitions("r:tr2")[0];
    const change = review.set({ uri: "a.md", version: 1, text: `More words.\n\n${cmoc("TR1")}${cmoc("TR2")}` });
    assert.equal(review.definitions("r:tr2")[0]?.brief, before?.brief);
    assert.deepEqual(where(review, "r:tr2"), ["a.md:8:TR2"]);
    assert.equal(change.added.length, 1);
    assert.equal(change.removed.length, 1);
    assert.deepEqual([...change.names], []);
  });

  it("changes nothing when the same text is set again", () => {
    const review = reviewOf({ "a.md": cmoc("TR1") });
    const change = review.set({ uri: "a.md", version: 7, text: cmoc("TR1") });
    assert.equal(change.uris.size, 0);
    assert.equal(change.from, change.to);
    assert.equal(review.document("a.md")?.version, 7);
  });

  it("keeps names that nothing defines, until nothing mentions them", () => {
    const review = reviewOf({ "a.md": cmoc("TR1", "- leads to: TR9\n- supports: @okafor2014#e1\n") });
    assert.deepEqual([...review.unresolved()].sort(), ["r:tr9", "x:okafor2014#e1"]);
    review.set({ uri: "b.md", version: 0, text: cmoc("TR9") });
    review.set({ uri: "c.md", version: 0, text: sourceFile("okafor2014", "## Extract e1\n\n> Words.\n") });
    assert.deepEqual([...review.unresolved()], []);
    review.delete("b.md");
    assert.deepEqual([...review.unresolved()], ["r:tr9"]);
    review.delete("a.md");
    review.delete("c.md");
    assert.deepEqual([...review.names()], []);
  });

  it("takes a row whose id a heading defines for a restatement", () => {
    const review = reviewOf({
      "a.md": cmoc("TR1"),
      "b.md": `# Table\n\n${TABLE}| TR1 | a place | trust | faith |\n| TR2 | a time | trust | faith |\n| | a town | trust | faith |\n`,
    });
    assert.deepEqual(where(review, "r:tr1"), ["a.md:0:TR1"]);
    assert.equal(review.restatements("r:tr1").length, 1);
    assert.deepEqual(where(review, "r:tr2"), ["b.md:5:TR2"]);
    assert.deepEqual(ids(review), ["TR1", "TR2", ""]);
    review.delete("a.md");
    assert.deepEqual(where(review, "r:tr1"), ["b.md:4:TR1"]);
    assert.equal(review.restatements("r:tr1").length, 0);
  });

  it("finds evidence on a row without an id by the row itself", () => {
    const head = "| CMOC | Context | Mechanism | Outcome | Evidence |\n|---|---|---|---|---|\n";
    const review = reviewOf({ "a.md": `# Table\n\n${head}| | a town | trust | faith | @okafor2014#e1 |\n` });
    const [row] = review.records("cmoc");
    assert.ok(row);
    assert.deepEqual(
      review.evidenceFor(row).map(({ extract, stance }) => [extract, stance]),
      [["x:okafor2014#e1", "supports"]],
    );
  });

  it("leaves out what the manifest leaves out, and takes it in when the manifest does", () => {
    const files = {
      "a.md": cmoc("TR1"),
      "drafts/b.md": cmoc("TR2"),
      "texts/c.md": cmoc("TR3"),
      "d.md": `---\ncmoc: off\n---\n\n${cmoc("TR4")}`,
    };
    const review = reviewOf({ ...files, "review.yaml": "exclude: [drafts/**]\n" });
    assert.deepEqual(ids(review), ["TR1"]);
    const change = review.set({ uri: "review.yaml", version: 1, text: "texts: full\n" });
    assert.deepEqual(ids(review), ["TR1", "TR2", "TR3"]);
    assert.ok(change.all);
    assert.ok(change.uris.has("drafts/b.md"));
    review.delete("review.yaml");
    assert.deepEqual(ids(review), ["TR1", "TR2"]);
  });

  it("reads every document again when the scheme changes, and none when the title does", () => {
    const review = reviewOf({ "review.yaml": "title: One\n", "a.md": `${cmoc("TR1")}- **I:** training\n` });
    const slots = (): number => {
      const entity = review.definitions("r:tr1")[0]?.entity;
      return entity?.kind === "cmoc" ? entity.slots.length : 0;
    };
    const before = review.definitions("r:tr1")[0];
    const titled = review.set({ uri: "review.yaml", version: 1, text: "title: Another\n" });
    assert.deepEqual([...titled.uris], ["review.yaml"]);
    assert.equal(titled.all, false);
    assert.equal(review.definitions("r:tr1")[0]?.brief, before?.brief);
    assert.equal(slots(), 3);
    review.set({ uri: "review.yaml", version: 2, text: "configuration: CIMO\n" });
    assert.equal(slots(), 4);
  });

  it("takes `review.yml` for the manifest while there is no `review.yaml`, and tells of it beside one", () => {
    const review = reviewOf({ "review.yml": "title: By another name\n" });
    assert.equal(review.manifest.title, "By another name");
    review.set({ uri: "review.yaml", version: 0, text: "title: The manifest\n" });
    assert.equal(review.manifest.title, "The manifest");
    assert.deepEqual(
      review.documentFindings("review.yml").map(({ rule }) => rule),
      ["manifest/twice"],
    );
    review.delete("review.yaml");
    assert.equal(review.manifest.title, "By another name");
    assert.deepEqual(review.documentFindings("review.yml"), []);
  });

  it("knows the theories of a configuration from either side", () => {
    const review = reviewOf({
      "a.md": cmoc("TR1", "- theory: PT2\n") + cmoc("TR2"),
      "b.md": "# Theory PT1: One\n\n- configurations: TR1–TR3\n\n# Theory PT2: Two\n\n- stage: initial\n",
    });
    assert.deepEqual([...review.theoriesOf("r:tr1")].sort(), ["r:pt1", "r:pt2"]);
    assert.deepEqual(review.theoriesOf("r:tr2"), ["r:pt1"]);
  });

  it("gives the next free id of a prefix", () => {
    const review = reviewOf({ "a.md": cmoc("TR3") + cmoc("TR10", "- leads to: TR99\n") });
    assert.equal(review.freeId("TR"), "TR11");
    assert.equal(review.freeId("SY"), "SY1");
  });

  it("reads a text once for all reviews that share a reader, and lets each document have its own records", () => {
    const reader = new Reader();
    const one = new Review(undefined, reader);
    const other = new Review(undefined, reader);
    one.set({ uri: "a.md", version: 0, text: cmoc("TR1") });
    other.set({ uri: "renamed.md", version: 0, text: cmoc("TR1") });
    assert.equal(one.facts("a.md"), other.facts("renamed.md"));
    one.set({ uri: "copy.md", version: 0, text: cmoc("TR1") });
    const [first, second] = one.definitions("r:tr1");
    assert.notEqual(first?.brief, second?.brief);
  });

  it("remembers no more texts than it is allowed", () => {
    const reader = new Reader(undefined, 100);
    const review = new Review(undefined, reader);
    const scheme = review.manifest.scheme;
    const first = reader.facts(cmoc("TR1"), scheme);
    assert.equal(reader.facts(cmoc("TR1"), scheme), first);
    reader.facts(cmoc("TR2"), scheme);
    reader.facts(cmoc("TR3"), scheme);
    assert.notEqual(reader.facts(cmoc("TR1"), scheme), first);
  });

  it("knows after a survey which names one record alone defines, and which references are plain", () => {
    const review = reviewOf({
      "a.md":
        "## CMOC TR1: One\n\n- **C:** a place\n- leads to: TR2, TR3, TR4, TR9\n- supports: @lund2010, @lund2010#e1\n\n## CMOC TR2: Two\n\n- **C:** a time\n- leads to: TR1–TR2\n- note: [TR1](a.md) and [[TR1]]\n- rival of: TR1 — as TR2 says\n",
      "b.md":
        "| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| TR3 | a | m | o |\n| TR4 | a | m | o |\n| TR4 | a | m | p |\n| TR5 | a | m | o |\n",
      "lund.md": sourceFile("lund2010", "## Extract e1\n\n> Here.\n"),
    });
    const named = ["r:tr1", "r:tr2", "r:tr3", "r:tr4", "r:tr5", "r:tr9", "s:lund2010", "x:lund2010#e1"];
    assert.deepEqual(
      named.filter((name) => review.isSound(name)),
      [],
    );
    review.survey();
    assert.deepEqual(
      named.filter((name) => review.isSound(name)),
      ["r:tr1", "r:tr2", "r:tr3", "r:tr5", "x:lund2010#e1"],
    );
    const plain = review.names();
    const seen = [...plain].flatMap((name) => review.references(name)).filter((each) => review.isPlain(each));
    assert.deepEqual(seen.map(({ ref }) => `${ref.field} ${ref.id}`).sort(), [
      "leads to TR2",
      "leads to TR3",
      "rival of TR1",
      "supports @lund2010#e1",
    ]);
    review.set({ uri: "c.md", version: 1, text: "## CMOC TR5: Again\n\n- **C:** a place\n" });
    assert.ok(!review.isSound("r:tr5"));
  });
});
