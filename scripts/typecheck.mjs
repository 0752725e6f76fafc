// @ts-check
/** Type-checks each project: the core without any globals, each door with its own, scripts and tests. */
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const tsc = join(root, "node_modules", "typescript", "bin", "tsc");

/** @returns {string[]} the folders that have a `tsconfig.json` of their own */
export function projects() {
  const rooms = readdirSync(join(root, "src")).map((name) => `src/${name}`);
  return [...rooms.sort(), "scripts", "test", "test/vscode", "test/vscode/look"].filter((folder) =>
    existsSync(join(root, folder, "tsconfig.json")),
  );
}

/** @param {string} project @returns {Promise<boolean>} */
function check(project) {
  const colour = process.stdout.isTTY ? ["--pretty"] : [];
  return new Promise((done) => {
    const child = spawn(process.execPath, [tsc, "-p", project, ...colour], {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.on("data", (data) => {
      output += data;
    });
    child.on("close", (code) => {
      console.log(`${code === 0 ? "ok  " : "FAIL"} ${project}`);
      if (output !== "") console.log(output.trimEnd());
      done(code === 0);
    });
  });
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const results = await Promise.all(projects().map(check));
  process.exitCode = results.every(Boolean) ? 0 : 1;
}
