import assert from "node:assert/strict";
import fc from "fast-check";
import { bitsOf, heldInOrder, lettersOf, mayHold, sought } from "../../../src/core/features/symbols/letters.ts";
import { shelving } from "../../../src/core/features/symbols/shelves.ts";
import { workspaceSymbols } from "../../../src/core/features/symbols/workspace.ts";
import { type DocumentSymbol, documentSymbols } from "../../../src/core/features/symbols.ts";
import { runs } from "../../runs.ts";
import { type Files, reviewOf, sourceFile } from "../reviews.ts";

const THEORY =
  "# Partnerships\n\n## CMOC TR2: Conflict *builds* trust\n\n- theme: A / B\n- **C:** partners meet\n- **M:** trust\n  - resource: a fair process\n- **O:** peace\n\nMore.\n\n## Theory PT1\n\n- stage: refined\n\n# Further\n\n| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| TR10 | a | b | c |\n|  | d | e | f |\n";
const SOURCE = sourceFile(
  "okafor2014",
  '## Extract e4\n\n> Partners that had met.\n\n- at: p. 4\n- C shared-history: "had met"\n- M: "met"\n',
).replace("status:", 'title: "Working together again"\nyear: 2014\nstatus:');
const FILES: Files = {
  "a.md": THEORY,
  "o.md": SOURCE,
  "book.md": "## Code shared-history: Before\n\n- role: C\n\n## Memo 2026-03-02: Why\n\n- about: TR2\n",
  "review.yaml": "bibliography: [r.bib]\n",
  "r.bib": "@misc{okafor2014, title={A}}\n@misc{moreau2005, title={B}}\n",
};

function drawn(text: string, symbols: readonly DocumentSymbol[], depth = 0): readonly string[] {
  return symbols.flatMap(({ is, name, detail, span, selection, children }) => {
    assert.ok(span.start <= selection.start && selection.end <= span.end, `${name} holds what is selected`);
    const line = `${"  ".repeat(depth)}${is} ${name}${detail === "" ? "" : ` · ${detail}`} [${text.slice(selection.start, selection.end)}]`;
    return [line, ...drawn(text, children, depth + 1)];
  });
}

describe("the outline of a document", () => {
  it("is its records with their slots, and rows", () => {
    assert.deepEqual(drawn(THEORY, documentSymbols(reviewOf(FILES), "a.md")), [
      "cmoc TR2: Conflict builds trust · A / B [TR2]",
      "  slot C: partners meet [partners meet]",
      "  slot M: trust [trust]",
      "  slot M (resource): a fair process [a fair process]",
      "  slot O: peace [peace]",
      "theory PT1 · refined [PT1]",
      "cmoc TR10 [TR10]",
      "  slot C: a [a]",
      "  slot M: b [b]",
      "  slot O: c [c]",
      "cmoc “d” [|  | d | e | f |]",
      "  slot C: d [d]",
      "  slot M: e [e]",
      "  slot O: f [f]",
    ]);
  });

  it("is the source, its extracts, and the codes of each", () => {
    assert.deepEqual(drawn(SOURCE, documentSymbols(reviewOf(FILES), "o.md")), [
      "source okafor2014: Working together again · 2014 [okafor2014]",
      "  extract e4: “Partners that had met.” · p. 4 [e4]",
      "    coding C shared-history · “had met” [shared-history]",
      '    coding M · “met” [- M: "met"]',
    ]);
  });

  it("is of records alone where there are very many, and nothing of other documents", () => {
    const many = Array.from({ length: 400 }, (_, at) => `## CMOC TR${at}: N\n\n- C: x\n\n`).join("");
    const found = documentSymbols(reviewOf({ "a.md": many }), "a.md");
    assert.equal(found.length, 400);
    assert.ok(found.every(({ children }) => children.length === 0));
    assert.deepEqual(documentSymbols(reviewOf({ "a.md": "# Words\n\nMore.\n" }), "a.md"), []);
    assert.deepEqual(documentSymbols(reviewOf({}), "a.md"), []);
  });
});

describe("symbols of a review", () => {
  const review = reviewOf(FILES);
  const names = (query: string): readonly string[] =>
    workspaceSymbols(review, query).map(
      ({ is, name, container }) => `${is} ${name}${container === "" ? "" : ` (${container})`}`,
    );

  it("are found by letters of id and title in their order, without case, the likeliest first", () => {
    assert.deepEqual(names("tr2"), ["cmoc TR2: Conflict builds trust (A / B)"]);
    assert.deepEqual(names("cflct trst"), ["cmoc TR2: Conflict builds trust (A / B)"]);
    assert.deepEqual(names("tcelfnoc"), []);
    assert.deepEqual(names("OKAFOR"), [
      "source okafor2014: Working together again",
      "extract okafor2014#e4 (Working together again)",
    ]);
    assert.deepEqual(names("again"), ["source okafor2014: Working together again"]);
    assert.deepEqual(names("moreau"), ["source moreau2005"]);
    assert.deepEqual(names("sharedhist"), ["code shared-history: Before"]);
    assert.deepEqual(names("why"), ["memo 2026-03-02: Why"]);
    assert.equal(names("").length, 8);
    assert.equal(workspaceSymbols(review, "", 3).length, 3);
  });

  it("lead to where each is defined, also after an edit", () => {
    const own = reviewOf(FILES);
    const words = (query: string): string | undefined => {
      const [found] = workspaceSymbols(own, query);
      return found && (own.text(found.uri) ?? "").slice(found.span.start, found.span.end);
    };
    assert.deepEqual(["tr10", "e4", "okafor", "moreau", "pt1"].map(words), [
      "TR10",
      "e4",
      "okafor2014",
      "moreau2005",
      "PT1",
    ]);
    own.set({ uri: "a.md", version: 1, text: `Words.\n\n${THEORY.replace("TR2: Conflict", "ZZ9: Quarrel")}` });
    assert.deepEqual(["zz9", "quarrel", "conflict"].map(words), ["ZZ9", "ZZ9", undefined]);
  });

  it("put the id that was typed before the many that begin with it", () => {
    const many = Array.from({ length: 300 }, (_, at) => `## CMOC TR${1000 + at}: TR1\n\n- C: x\n\n`).join("");
    const own = reviewOf({ "a.md": many, "z.md": "## CMOC TR1: The first\n\n- C: x\n" });
    const found = workspaceSymbols(own, "TR1");
    assert.equal(found.length, 200);
    assert.equal(found[0]?.name, "TR1: The first");
  });

  it("read no text again that was made ready, and are the same", () => {
    const [plain, made] = [reviewOf(FILES), reviewOf(FILES)];
    assert.equal([...shelving(made)].length, made.uris().length);
    assert.deepEqual(workspaceSymbols(made, "ra"), workspaceSymbols(plain, "ra"));
    for (const uri of made.uris())
      for (const { home } of made.placed(uri)) Object.assign(home, { slice: () => assert.fail("read again") });
    assert.deepEqual(workspaceSymbols(made, "zq"), []);
  });

  it("by letters and by bits agree", () => {
    const text = fc.string({ maxLength: 30, unit: fc.constantFrom(..."abzAZ019 #é\u212aİ-".split("")) });
    fc.assert(
      fc.property(text, text, (words, query) => {
        const wanted = sought(query);
        const holds = heldInOrder(words, wanted, 0) === wanted.length;
        let at = -1;
        const lower = words.toLowerCase();
        const plain = wanted.split("").every((unit) => {
          at = lower.indexOf(unit, at + 1);
          return at >= 0;
        });
        assert.equal(holds, plain);
        for (let middle = 0; holds && middle <= words.length; middle++)
          assert.ok(mayHold(lettersOf(words, 0, middle), lettersOf(words, middle), bitsOf(wanted)));
      }),
      runs(1),
    );
  });
});
