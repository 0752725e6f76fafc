// @ts-check
/**
 * `npm run package`: makes the extension's `.vsix` in `out`, from a build of these very sources, and prints its path and size. Fails on a warning of the
 * packager, on a package over its limit, and on one that lacks what the manifest names.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { setUp } from "./setup.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const VSCE = join(root, "node_modules", "@vscode", "vsce", "vsce");
/** Some per cent above what it is: what adds to it is looked at, and the figure then raised on purpose. */
export const LIMIT_BYTES = 3_000_000;

/** @returns {Promise<string>} the path of the package */
export async function makePackage() {
  // Loaded now: it needs what is set up.
  const { buildAll, isBuilt } = await import("./build.mjs");
  if (!isBuilt()) await buildAll();
  const { name, version, repository } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const file = join(root, "out", `${name}-${version}.vsix`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  // As long as the repository has no address, links of README lead nowhere in a registry; with one, the packager writes them out.
  const bare = repository === undefined ? ["--allow-missing-repository", "--no-rewrite-relative-links"] : [];
  const options = ["--no-dependencies", ...bare];
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [VSCE, "package", ...options, "--out", file], {
    cwd: root,
    encoding: "utf8",
  });
  const said = `${stdout}${stderr}`.trim();
  if (status !== 0 || !existsSync(file)) throw new Error(`The package could not be made.\n${error?.message ?? said}`);
  if (/\bWARNING\b/.test(said)) throw new Error(`The packager warns.\n${said}`);
  const { size } = statSync(file);
  if (size > LIMIT_BYTES) throw new Error(`The package has ${size} bytes; ${LIMIT_BYTES} is the most.\n${said}`);
  return file;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    if (!setUp()) throw new Error("The package was not made.");
    const file = await makePackage();
    console.log(`${relative(root, file)}: ${(statSync(file).size / 1024).toFixed(0)} KB`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
