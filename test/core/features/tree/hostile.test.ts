import assert from "node:assert/strict";
import fc from "fast-check";
import { cardOf, cardText } from "../../../../src/core/features/card.ts";
import { theoriesIn } from "../../../../src/core/features/tree/grouping.ts";
import { titleOf, wordsOf } from "../../../../src/core/features/tree/titles.ts";
import {
  CodeTree,
  ConfigurationTree,
  SourceTree,
  type Tree,
  type TreeNode,
} from "../../../../src/core/features/tree.ts";
import { normalWords } from "../../../../src/core/model/digest.ts";
import type { Cmoc } from "../../../../src/core/model/types.ts";
import type { Definition, Review } from "../../../../src/core/review.ts";
import { runs } from "../../../runs.ts";
import { type Files, reviewOf } from "../../reviews.ts";
import { anyMarkdown, anyUnits, plainMarkdown } from "../../syntax/generate.ts";
import { anyRecord } from "../generate-records.ts";
import { Door } from "./drawing.ts";

function treesOf(review: Review): readonly Tree[] {
  const all = ["theme", "theory", "status", "layer", "source"] as const;
  return [...all.map((by) => new ConfigurationTree(review, { by })), new SourceTree(review), new CodeTree(review)];
}

function times(n: number, line: (at: number) => string): string {
  return Array.from({ length: n }, (_, at) => line(at)).join("");
}

describe("trees of any review", () => {
  it("are empty where there is nothing", () => {
    for (const files of [{}, { "a.md": "" }, { "review.yaml": ": [" }, { "a.md": "# Notes\n\nwords\n" }] as Files[])
      for (const tree of treesOf(reviewOf(files))) {
        assert.deepEqual(tree.roots(), []);
        assert.deepEqual(tree.children("nothing"), []);
        assert.equal(tree.parent("g:x\u001fc:y"), undefined);
        assert.equal(tree.node(""), undefined);
        assert.equal(tree.find(""), undefined);
      }
  });

  it("never throw, and every row has one parent and an id of its own", () => {
    const any = fc.oneof(
      anyMarkdown,
      anyUnits,
      plainMarkdown,
      anyRecord.map(({ text }) => text),
    );
    fc.assert(
      fc.property(any, any, anyRecord, (one, two, record) => {
        const review = reviewOf({
          "a.md": `## CMOC TR1: ${one.split(/[\r\n]/)[0] ?? ""}\n\n- C: x\n- theme: ${two.split(/[\r\n]/)[0] ?? ""}\n${one}`,
          "k.md": `---\ncitekey: k\ntitle: ${one}\n---\n\n## Extract e1\n\n> ${two}\n`,
          "r.md": record.text,
        });
        for (const tree of treesOf(review)) new Door(tree);
        for (const kind of ["cmoc", "theory", "demi-regularity", "extract", "code", "memo"] as const)
          for (const at of review.records(kind)) cardText(cardOf(review, at));
        for (const source of review.sources()) cardText(cardOf(review, source));
      }),
      runs(3),
    );
  });

  it("read titles and words at a glance as the whole record has them", () => {
    const title = fc.oneof(
      fc.constantFrom(
        "",
        ": a",
        " – b c ",
        ":  x  y",
        " - **b**",
        ": `c` d",
        ": e #",
        ": f ##",
        "：信任",
        ": a\tb",
        ": &amp;",
        " -- z",
        ": x\\*",
      ),
      fc.string().map((words) => `: ${words.replace(/[\r\n]/g, " ")}`),
    );
    const words = fc.oneof(
      fc.constantFrom("a place", "*b* c", "x  y", "[@k#e1] z", "so (London 2014)", "q\n  r", "“s”", "&amp;"),
      fc.string(),
    );
    fc.assert(
      fc.property(title, words, words, anyRecord, (head, context, outcome, record) => {
        const review = reviewOf({
          "a.md": `## CMOC TR1${head}\n\n- **C:** ${context}\n- O1: ${outcome}\n\n${`CMOC TR2${head}`.replace(/^/, "## ")}\n\nWhen ${context} (C), then ${outcome} (M).\n`,
          "t.md": `| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| TR3${head.replace(/\|/g, "")} | ${context.replace(/[|\n]/g, "")} | b | c |\n| TR4 | **x** | b | c |\n|  | y | b | c |\n`,
          "r.md": record.text,
        });
        for (const kind of ["cmoc", "theory", "extract", "code", "memo"] as const)
          for (const at of review.records(kind)) assert.equal(titleOf(at), at.entity.title);
        for (const at of review.records("cmoc") as Iterable<Definition<Cmoc>>) {
          const { entity } = at;
          const parts = [entity.id, entity.title, entity.theme?.text ?? "", entity.status?.text ?? ""];
          assert.equal(wordsOf(at), normalWords([...parts, ...entity.slots.map((slot) => slot.text)].join("\n")));
        }
        const theories = theoriesIn(review).of;
        for (const { name } of review.records("cmoc"))
          if (name !== "") assert.deepEqual(theories(name), review.theoriesOf(name));
      }),
      runs(2),
    );
  });

  it("cut long lists into stretches, and find what stands in them", () => {
    const review = reviewOf({
      "a.md": times(401, (at) => `## CMOC TR${at}: x\n\n- C: x\n\n`),
      "k.md": `---\ncitekey: k\n---\n\n${times(401, (at) => `## Extract e${at}\n\n> x\n\n`)}`,
      "c.md": times(402, (at) => `## Code c${at}\n\n- definition: x\n${at === 0 ? "" : "- parent: c0\n"}\n`),
    });
    const [tree] = treesOf(review);
    assert.ok(tree);
    const [group] = tree.roots();
    const stretches = tree.children(group as TreeNode);
    assert.equal(stretches.length, 5);
    assert.equal(stretches[1]?.label, "TR100 to TR199");
    assert.equal(stretches[4]?.accessibility, "TR400 to TR400, 1 configuration");
    const found = tree.find("r:tr150");
    assert.equal(found?.label, "TR150  x");
    assert.equal(tree.parent(found ?? "")?.label, "TR100 to TR199");
    assert.equal(tree.parent(tree.parent(found ?? "") ?? "")?.label, "No theme");
    for (const each of [tree, new SourceTree(review), new CodeTree(review)]) new Door(each);
    const sources = new SourceTree(review);
    assert.equal(sources.parent(sources.find("x:k#e400") ?? "")?.label, "e400 to e400");
  });

  it("stand much that names one thing, loops, and ids that many records bear", () => {
    const ring = times(60, (at) => `## CMOC R${at}: x\n\n- leads to: R${(at + 1) % 60}, R${at}, R0\n- C: x\n\n`);
    const review = reviewOf({
      "ring.md": ring,
      "hub.md": `## CMOC HUB\n\n- C: x\n${times(450, (at) => `- supports: @k${at}#e1\n`)}- leads to: R1–R900\n`,
      "same.md": times(40, (at) => `## CMOC SAME: ${at}\n\n- leads to: SAME\n- C: x\n\n`),
      "codes.md": times(300, (at) => `## Code d${at}\n\n- parent: d${(at + 1) % 300}\n\n`),
      "k.md": `---\ncitekey: k\n---\n\n${times(12, () => `## Extract e1\n\n> x\n\n- supports: ${times(40, (n) => `R${n}, `)}HUB\n- C d1: "x"\n\n`)}`,
    });
    for (const tree of treesOf(review)) {
      const look = (nodes: readonly TreeNode[], depth: number): void => {
        for (const node of nodes.slice(0, 2)) {
          assert.deepEqual(tree.node(node.id), node);
          if (depth > 0) look(tree.children(node), depth - 1);
        }
      };
      look(tree.roots(), 5);
    }
    const tree = new ConfigurationTree(review);
    const hub = tree.children(tree.find("r:hub") ?? "");
    assert.deepEqual(hub.map(({ label }) => label).slice(0, 3), ["C  x", "Evidence", "R1 to R100"]);
    assert.equal(hub.length, 2 + 9);
    const relation = tree.children(hub[3] ?? "")[0];
    assert.equal(relation?.label, "leads to R101");
    assert.deepEqual(tree.node(relation?.id ?? ""), relation);
    assert.equal(tree.parent(relation ?? "")?.label, "R101 to R200");
    let node = tree.find("r:r0");
    for (let at = 0; at < 40; at++) {
      const next = tree.children(node ?? "").find(({ label }) => label === `leads to R${at + 1}  x`);
      assert.equal(next?.kind, "relation");
      node = next;
    }
    const loops = tree.children(node ?? "").filter(({ kind }) => kind === "loop");
    assert.deepEqual(
      loops.map(({ label }) => label),
      ["leads to R40  x", "leads to R0  x"],
    );
  });
});
