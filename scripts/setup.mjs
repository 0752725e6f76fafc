// @ts-check
/**
 * Installs the dependencies when they are missing or are not those of `package-lock.json`.
 * Made of Node's own modules only, so that it runs on a fresh clone.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const OLDEST_NODE = 20;

/**
 * @typedef {{ readonly version?: string, readonly optional?: boolean, readonly integrity?: string }} Entry
 * @typedef {{ readonly packages?: Readonly<Record<string, Entry>> }} Lock
 */

/**
 * Whether what is installed is not what the lock file asks for.
 *
 * @param {Lock | undefined} lock `package-lock.json`
 * @param {Lock | undefined} installed `node_modules/.package-lock.json`, npm's own record of what it installed
 */
export function isStale(lock, installed) {
  if (lock?.packages === undefined || installed?.packages === undefined) return true;
  const wanted = new Map(Object.entries(lock.packages).filter(([path]) => path !== ""));
  for (const [path, entry] of Object.entries(installed.packages)) {
    const other = wanted.get(path);
    if (other === undefined || other.version !== entry.version || other.integrity !== entry.integrity) return true;
    wanted.delete(path);
  }
  // Optional packages are those of other platforms.
  return [...wanted.values()].some((entry) => entry.optional !== true);
}

/** @param {string} path @returns {Lock | undefined} */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/** How to start npm: with the npm that runs this script, else with the one on the path. */
export function npmCommand(env = process.env, platform = process.platform) {
  const script = env.npm_execpath;
  if (script?.endsWith(".js")) return { command: process.execPath, args: [script], shell: false };
  return { command: "npm", args: [], shell: platform === "win32" };
}

/** Installs what is missing. @returns {boolean} whether everything is there now */
export function setUp() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < OLDEST_NODE) {
    console.error(`Node ${OLDEST_NODE} or later is needed; this is ${process.version}.`);
    return false;
  }
  const lock = readLock(join(root, "package-lock.json"));
  if (!isStale(lock, readLock(join(root, "node_modules", ".package-lock.json")))) return true;
  console.log("Installing the dependencies (npm ci) …");
  const { command, args, shell } = npmCommand();
  const result = spawnSync(command, [...args, "ci", "--include=dev", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell,
  });
  if (result.status === 0) return true;
  console.error(`npm ci did not succeed${result.error === undefined ? "" : `: ${result.error.message}`}.`);
  return false;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = setUp() ? 0 : 1;
}
