// @ts-check
/** `npm start`: sets up, builds if need be, and prints the published example review and what `cmoc check` finds in it. */
import { spawnSync } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildAll, isBuilt } from "./build.mjs";
import { setUp } from "./setup.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const REVIEW = "examples/inter-organisational-collaboration";

/** @param {readonly string[]} args @returns {number} the exit code of the command line */
function cmoc(args) {
  console.log(`\n$ npx cmoc ${args.join(" ")}\n`);
  const { status } = spawnSync(process.execPath, [join(root, "dist", "cmoc.js"), ...args], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  return status ?? 2;
}

async function look() {
  if (!setUp()) return 1;
  if (!isBuilt()) {
    console.log("Building …");
    await buildAll();
  }
  const tree = cmoc(["tree", REVIEW]);
  if (tree !== 0) return tree;
  const check = cmoc(["check", REVIEW]);
  if (check > 1) return check;
  if (check === 1) {
    console.log("\nThese findings are true of the published review, as this example keeps it; nothing went wrong.");
  }
  console.log("Next: npx cmoc --help, or npx cmoc explain RULE for any finding above.");
  return 0;
}

try {
  process.exitCode = await look();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
