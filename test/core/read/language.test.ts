/** Markdown that is in the language, and holds more than its records: no word of it is lost. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { ReadText } from "../../../src/core/read/report.ts";
import { runs } from "../../runs.ts";

/** `W` is a word of its own. */
const PIECES = [
  "When W W (C), W (M), so W W (O).",
  "CMOC TR9a: When W (C), W W (M), leading to W (O).",
  "W W W.",
  "W (C).",
  "Context: W; Mechanism: W W; Outcome: W",
  "- **C:** W W",
  "- **M:** W\n  - resource: W W\n  - W",
  "- **O:** W [@kW#eW]",
  "- theme: W / W",
  "- note: W",
  "- supports: @kW#eW — W W",
  "- leads to: SYW — W",
  "- W W (W)",
  "- When W (C), W (M), W (O).",
  "1. W (C), W (M), W (O).",
  "| Context | Mechanism | Outcome |\n|---|---|---|\n| W | W | W W |",
  "| ID | Context | Mechanism | Outcome | W |\n|---|---|---|---|---|\n| A1 | W | W | W | W |\n| W W | | | | |\n| A2 | W W | W | W | W |",
  "| W | W |\n|---|---|\n| W | W W |",
  "> W W",
  "```\nW W\n```",
  "### W W",
  "**Mechanism:** W (M: reasoning)",
] as const;

const records = fc.array(fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }), { minLength: 1, maxLength: 3 });

describe("reading Markdown that is in the language", () => {
  it("loses no word, whatever stands below a heading", () => {
    fc.assert(
      fc.property(records, fc.boolean(), (pieces, close) => {
        const words: string[] = [];
        const word = (): string => {
          words.push(`w${words.length.toString(36)}q`);
          return words[words.length - 1] as string;
        };
        const text = pieces
          .map((each, at) => [`## CMOC TR${at + 1}: W`, ...each].join(close ? "\n" : "\n\n"))
          .join("\n\n")
          .replace(/W/g, (found, at: number, all: string) => (/When|WH/.test(all.slice(at, at + 4)) ? found : word()));
        const read = new ReadText(text, "page.md", {});
        for (const said of [JSON.stringify(read.json()), read.markdown("fields")])
          for (const each of words)
            assert.ok(said.includes(each), `${each} of ${JSON.stringify(text)} is lost:\n${said}`);
      }),
      runs(60),
    );
  });

  it("reads the statements with ids of their own that stand below one heading", () => {
    const text =
      "## CMOC TR1: Lamps\n\nCMOC TR1a: When lamps are dim (C), keepers strain (M), so ships wait (O).\n\nCMOC TR1b: When lamps are new (C), keepers trust them (M), so ships pass (O).\n";
    const read = new ReadText(text, "page.md", {}).json();
    assert.deepEqual(
      read.cmocs.map(({ id }) => id),
      ["TR1a", "TR1b"],
    );
    assert.match(JSON.stringify(read.aside), /CMOC TR1 {1,2}Lamps/);
  });

  it("reads a second table below a record that a table spells, and leaves prose aside", () => {
    const table = (words: string): string => `| Context | Mechanism | Outcome |\n|---|---|---|\n| ${words} |\n`;
    const text = `## CMOC TR2: Lamps\n\n${table("dim lamps | strain | waiting")}\nKeepers said so.\n\n${table("new lamps | trust | passing")}`;
    const read = new ReadText(text, "page.md", {}).json();
    assert.deepEqual(
      read.cmocs.map(({ slots }) => (slots as { text: string }[]).map((slot) => slot.text)),
      [
        ["dim lamps", "strain", "waiting"],
        ["new lamps", "trust", "passing"],
      ],
    );
    assert.deepEqual(
      read.aside.map((each) => each.text),
      ["Keepers said so."],
    );
  });

  it("finds nothing more in what it wrote itself", () => {
    const again = (text: string): string => new ReadText(text, "page.md", {}).markdown("fields");
    const mixed =
      "When beds are few (C), nurses hurry (M), and errors rise (O).\n\n## CMOC TR7: Seven\n\n- **C:** x\n- **M:** y\n- **O:** z\n";
    const once = again(mixed);
    assert.equal(new ReadText(once, "page.md", {}).count, 2);
    assert.equal(again(once), once);
    const { aside } = new ReadText(once, "page.md", {}).json();
    assert.ok(aside.some(({ text }) => text.includes("beds are few")));
    const none = again(
      "### Glossary\n\nC (few staff) + M (worry) → O (errors)\n\nWhen beds are few (C), nurses hurry (M).\n",
    );
    assert.ok(none.includes("nurses hurry"), "shown in a comment");
    assert.deepEqual(new ReadText(none, "page.md", {}).json().cmocs, []);
  });

  it("reads what stands around a comment of several lines, and what is no comment", () => {
    const slots = (text: string): number => new ReadText(text, "page.md", {}).json().cmocs.length;
    const told = "When x (C), y (M), and z (O).";
    assert.equal(slots(`<!-- as\nprinted -->\n${told}\n`), 1);
    assert.equal(slots(`<!-- as\n${told}\n-->\n`), 0);
    assert.equal(slots(`<!-- as\n${told}\n`), 1);
    assert.equal(slots(`<!-- as\nprinted --> ${told}\n`), 1);
  });

  it("shows what a record with fields does not take, and nothing twice", () => {
    const text =
      "## CMOC TR3: Lamps\n\n- status: supported\n- **C:** dim lamps [@okafor2014#e1]\n- **M:** strain\n  - resource: a ladder\n- **O:** ships wait\n- supports: @okafor2014#e2 (C, M) — two keepers say so\n- confidence: moderate — one harbour\n\nA closing remark.\n";
    const read = new ReadText(text, "page.md", {}).json();
    assert.deepEqual(read.aside, [{ line: 11, text: "A closing remark." }]);
  });
});
