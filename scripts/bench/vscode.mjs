// @ts-check
/** What the extension takes in a real VS Code, in its Node host and in its web host: the figures that the suites there measure. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @typedef {{ readonly host: string, readonly what: string, readonly value: number, readonly limit: number, readonly unit: string }} Figure */

export const HOSTS = ["node", "web"];

/** Runs them in one host; throws when they fail. @param {string} root @param {string} host @returns {readonly Figure[]} */
export function figuresIn(root, host) {
  const folder = mkdtempSync(join(tmpdir(), "cmoc-figures-"));
  const file = join(folder, "figures");
  try {
    const script = join(root, "scripts", "vscode", "test.mjs");
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, "--host", host, "--grep", "figures"], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, CMOC_TEST_FIGURES: file },
    });
    if (status !== 0) throw new Error(`VS Code gave no figures in the ${host} host.\n${stdout}${stderr}`);
    const lines = readFileSync(file, "utf8").trim().split("\n");
    return lines.map((line) => ({ host, ...JSON.parse(line) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
