import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { cmoc, folder } from "./run.ts";

const COMMANDS = [
  "init",
  "check",
  "tree",
  "list",
  "show",
  "codes",
  "read",
  "text",
  "import",
  "saturation",
  "explain",
  "links",
  "fix",
  "rename",
  "convert",
  "migrate",
  "completion",
  "help",
];

/** What bash offers after these words, the last of them unfinished, in a folder. */
async function offered(cwd: string, lines: readonly (readonly string[])[]): Promise<readonly (readonly string[])[]> {
  const { out } = await cmoc("completion", "bash");
  const calls = lines.map((words) => {
    const quoted = words.map((word) => `'${word}'`).join(" ");
    return `COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _cmoc; printf '%s\\t' "\${COMPREPLY[@]}"; echo`;
  });
  const { stdout, stderr, status } = spawnSync("bash", ["--norc"], {
    cwd,
    input: `${out}\n${calls.join("\n")}\n`,
    encoding: "utf8",
  });
  assert.equal(status, 0, stderr);
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t").filter((word) => word !== ""));
}

describe("cmoc completion", () => {
  it("completes commands, options, values, rules and folders in bash", async () => {
    const made = folder({ "review one/review.yaml": "cmoc: 1\n", "a.md": "x" });
    mkdirSync(join(made.path, "empty"));
    const [commands, options, levels, formats, what, rules, rule, folders, shells] = await offered(made.path, [
      ["cmoc", ""],
      ["cmoc", "check", "--l"],
      ["cmoc", "check", "--level", ""],
      ["cmoc", "list", "cmocs", "--format", "=", "c"],
      ["cmoc", "list", "the"],
      ["cmoc", "explain", "wording"],
      ["cmoc", "fix", "--rule", "link/st"],
      ["cmoc", "tree", "re"],
      ["cmoc", "completion", "z"],
    ]);
    assert.deepEqual(commands, [...COMMANDS, "--help", "--version"]);
    assert.deepEqual(options, ["--level"]);
    assert.deepEqual(levels, ["hint", "info", "warning", "error"]);
    assert.deepEqual(formats, ["csv"]);
    assert.deepEqual(what, ["theories"]);
    assert.deepEqual(rules, ["wording", "wording/activity", "wording/plan", "wording/long", "wording/same"]);
    assert.deepEqual(rule, ["link/stale"]);
    assert.deepEqual(folders, ["review one"]);
    assert.deepEqual(shells, ["zsh"]);
    made.done();
  });

  it("knows every command and option in every shell", async () => {
    const help = (await Promise.all(COMMANDS.slice(0, -1).map((command) => cmoc(command, "--help")))).map(
      ({ out }) => out,
    );
    const options = new Set(help.flatMap((text) => text.match(/(?<=^ {2})--[a-z-]+/gm) ?? []));
    assert.ok(options.size >= 10);
    for (const shell of ["bash", "zsh", "fish"]) {
      const { out } = await cmoc("completion", shell);
      for (const command of COMMANDS) assert.ok(out.includes(command), `${shell}: ${command}`);
      for (const option of options)
        assert.ok(out.includes(shell === "fish" ? `-l ${option.slice(2)}` : option), `${shell}: ${option}`);
    }
  });
});
