import assert from "node:assert/strict";
import { cmocsIn, problemsOf, reviewOf, slotsIn, sourceFile } from "../reviews.ts";

const HEAD = "| ID | Context | Mechanism | Outcome | Study | Evidence |\n|---|---|---|---|---|---|\n";
const lund = sourceFile("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n");
const unknown = (text: string): readonly string[] =>
  problemsOf({ "a.md": text, "lund.md": lund })
    .filter(({ rule }) => rule === "source/unknown-key")
    .map(({ data }) => String(data.key));

describe("a row of a table", () => {
  const row =
    "| TR3 – Early success | a place [@lund2010#e1] | trust | peace | @nobody, @lund2010 | @lund2010#e1; @noone |\n";
  for (const [name, text] of [
    ["of its own", `# T\n\n${HEAD}${row}`],
    ["that spells a record", `## CMOC TR3: Early success\n\n${HEAD}${row}`],
  ] as const) {
    it(`${name} cites what stands in its notes, and rests on what stands in its slots and its evidence`, () => {
      assert.deepEqual(unknown(text), ["nobody", "noone"]);
      const review = reviewOf({ "a.md": text, "lund.md": lund });
      const fields = (key: string): readonly string[] => review.references(key).map(({ ref }) => ref.field);
      assert.deepEqual(fields("s:nobody"), ["prose"]);
      assert.deepEqual(fields("s:lund2010"), ["prose"]);
      assert.deepEqual(fields("x:lund2010#e1"), ["supports", "supports"]);
    });
  }

  it("has what stands after its id as its title", () => {
    for (const cell of ["TR3 – Early success", "TR3: Early success", "TR3 — Early success", "TR3 - Early success"]) {
      const [record] = cmocsIn(`# T\n\n${HEAD}| ${cell} | a | b | c | | |\n`);
      assert.equal(record.id, "TR3", cell);
      assert.equal(record.title, "Early success", cell);
      assert.equal(record.notes, undefined, cell);
    }
    const [plain] = cmocsIn(`# T\n\n${HEAD}| TR3 | a | b | c | | |\n`);
    assert.equal(plain.title ?? "", "");
  });
});

describe("the words of a slot", () => {
  it("are without citations in round brackets", () => {
    assert.deepEqual(
      slotsIn(
        "## CMOC TR1\n\n- **C:** a place (@lund2010, p. 3; @moe2011), and (@okafor2014) more\n- **M:** b (see @lund2010)\n",
      ),
      ["C: a place, and more", "M: b (see)"],
    );
  });
});

describe("a table of several rows in a configuration", () => {
  it("tells of an unknown key once", () => {
    const text = `## CMOC TR1\n\n${HEAD}| TR3 | a | b | c | @nobody | |\n| TR4 | d | e | f | | @noone |\n| Theme [@nowhere] | | | | | |\n`;
    assert.deepEqual([...unknown(text)].sort(), ["nobody", "noone", "nowhere"]);
  });
});

describe("several tables of configurations under one heading", () => {
  const head = "| ID | Context | Mechanism | Outcome | Evidence |\n|---|---|---|---|---|\n";
  const tables = `${head}| 2 | a | b | c | @lund2010#e1 |\n\n**Theme two**\n\n${head}| Theme [@nowhere] | | | | |\n| 3 | d | e | f | @lund2010#e1 |\n| | g | h | i | |\n`;
  const ids = (text: string): readonly string[] => cmocsIn(text).map(({ id }) => id);

  it("are all read, wherever they stand in ordinary text", () => {
    for (const text of [tables, `# T\n\n${tables}`, `# T\n\nProse.\n\n${tables}\n## Memo 1\n\n- about: CMOC3\n`])
      assert.deepEqual(ids(text), ["CMOC2", "CMOC3", `a.md:${text.split("\n").indexOf("| | g | h | i | |") + 1}`]);
    const review = reviewOf({ "a.md": `# T\n\n${tables}`, "lund.md": lund });
    assert.deepEqual(
      review.bearsOn("x:lund2010#e1").map(({ record }) => record),
      ["r:cmoc2", "r:cmoc3"],
    );
    assert.deepEqual(unknown(`# T\n\n${tables}`), ["nowhere"]);
    assert.equal([...review.records("cmoc")][2]?.entity.start, `# T\n\n${tables}`.lastIndexOf("| | g"));
  });

  it("are all read in a configuration that none of them spells, and told of", () => {
    const two = `${head}| 4 | a | b | c | |\n| 5 | a | b | c | |\n\n`;
    const text = `## CMOC TR1\n\n${two}${tables}`;
    assert.deepEqual(ids(text), ["TR1", "CMOC4", "CMOC5", "CMOC2", "CMOC3", "a.md:18"]);
    const told = problemsOf({ "a.md": text }).find(({ rule }) => rule === "cmoc/table-rows");
    assert.equal(told?.data.count, 5);
  });
});
