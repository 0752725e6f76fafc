/** Mistakes on the command line: what is wrong, what would mend it, and never “error:”. */
import assert from "node:assert/strict";
import { usageWords } from "../../src/cli/usage.ts";
import { cmoc, folder } from "./run.ts";

describe("a mistake on the command line", () => {
  it("is said in words", async () => {
    for (const [words, said] of [
      [["codez"], "There is no command codez.\n(Did you mean codes?)\n(cmoc --help lists the commands)\n"],
      [["show"], "The argument <id> is missing.\n(cmoc --help lists the commands)\n"],
      [["check", "--nix"], "There is no option --nix.\n(cmoc --help lists the commands)\n"],
      [["check", "--format"], "The option --format <format> needs a value.\n(cmoc --help lists the commands)\n"],
      [["import", "text", "a.txt"], "The option --source <key> is missing.\n(cmoc --help lists the commands)\n"],
      [
        ["check", "--max-warnings", "x"],
        /^The option --max-warnings <n> cannot be “x”\. It takes a whole number, 0 or more\./,
      ],
      [
        ["saturation", "--format", "foo"],
        /^The option --format <format> takes table, json, csv, md, html, svg, and not “foo”\./,
      ],
      [["list", "boats"], /^The argument <what> takes cmocs, sources, .*, and not “boats”\./],
      [["check", "a", "b"], /^Too many arguments/],
    ] as const) {
      const { code, err } = await cmoc(...words);
      assert.equal(code, 2);
      if (typeof said === "string") assert.equal(err, said);
      else assert.match(err, said);
      assert.doesNotMatch(err, /error:/i);
    }
    assert.equal(usageWords("error: what nobody foresaw\nmore"), "What nobody foresaw\nmore");
  });

  it("in a citation key names sources that are like it, or says where they are listed", async () => {
    const made = folder({
      "review.yaml": "cmoc: 1\n",
      "a.md": "---\ncitekey: sample2025\n---\n\n## Extract e1\n\n> They met.\n",
    });
    try {
      const said = async (key: string): Promise<string> => (await cmoc("text", key, made.path)).err;
      const start = (key: string): string => `No source of this review is called ${key}.`;
      assert.equal(await said("sample2025#e1"), `${start("sample2025#e1")} Did you mean sample2025?\n`);
      assert.equal(await said("@sampel2025"), `${start("sampel2025")} Did you mean sample2025?\n`);
      assert.equal(await said("nope2020"), `${start("nope2020")} \`cmoc list sources\` lists those that it has.\n`);
    } finally {
      made.done();
    }
  });
});
