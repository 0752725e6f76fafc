/**
 * What is coloured, for a reader to check by eye: under each line the letters of `LETTERS`. `CMOC_UPDATE=1` writes the snapshots anew.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { IGrammar } from "vscode-textmate";
import { walk } from "../repository/files.ts";
import { grammarOf, linesOf, marksOf } from "./tokens.ts";

const FIXTURES = "test/grammar/fixtures";
const GOLDEN = "test/grammar/golden";

/** Every line, and under the coloured ones what colours them. */
function shown(grammar: IGrammar, text: string): string {
  return linesOf(grammar, text.replace(/\n$/, ""))
    .map((line) => `${line.text}\n${under(marksOf(line))}`)
    .join("");
}

/** The coloured lines only. */
function briefly(grammar: IGrammar, text: string): string {
  return linesOf(grammar, text)
    .map((line) => ({ line, marks: marksOf(line) }))
    .filter(({ marks }) => marks !== "")
    .map(({ line, marks }) => `${line.text.slice(0, marks.length + 20).trimEnd()}\n${under(marks)}`)
    .join("");
}

function under(marks: string): string {
  return marks === "" ? "" : `${marks}\n`;
}

function assertSnapshot(name: string, text: string): void {
  const path = `${GOLDEN}/${name}.txt`;
  if (process.env.CMOC_UPDATE === "1") writeFileSync(path, text);
  assert.equal(text, readFileSync(path, "utf8"));
}

describe("what is coloured", () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await grammarOf(true);
  });

  const fixtures = readdirSync(FIXTURES).filter((name) => name.endsWith(".md"));
  for (const name of fixtures) {
    it(`in ${name}`, () => {
      assertSnapshot(name.replace(/\.md$/, ""), shown(grammar, readFileSync(`${FIXTURES}/${name}`, "utf8")));
    });
  }

  it("in the examples of the language's page", () => {
    const page = readFileSync("docs/dialect.md", "utf8");
    const examples = [...page.matchAll(/```markdown\n([\s\S]*?)```/g)].map(([, text = ""]) => shown(grammar, text));
    assert.ok(examples.length >= 8);
    assertSnapshot("dialect", examples.join("\n--------\n\n"));
  });

  for (const review of readdirSync("examples")) {
    it(`in the review ${review}`, () => {
      const files = [...walk(`examples/${review}`)].filter((path) => path.endsWith(".md")).sort();
      const parts = files.map((path) => `==== ${path}\n\n${briefly(grammar, readFileSync(path, "utf8"))}`);
      assertSnapshot(review, parts.join("\n"));
    });
  }

  it("has a snapshot for nothing else", () => {
    const names = [...fixtures.map((name) => name.replace(/\.md$/, "")), "dialect", ...readdirSync("examples")];
    assert.deepEqual(readdirSync(GOLDEN).sort(), names.map((name) => `${name}.txt`).sort());
  });
});
