// @ts-check
/**
 * `npm start`: sets up, builds if need be, and opens the published review in VS Code with this extension: the desktop one where `code` is on the path, else
 * one that is served on the loopback address, whose address is printed; where none can be served, a desktop one is downloaded.
 *
 *   npm start -- [FOLDER] [--once] [--served] [--port N] [--theme light|dark|hc-light|hc-dark]
 *
 * --once    opens it in a served VS Code, waits for the tree, saves a picture, prints its path and ends
 * --served  serves VS Code even where the desktop one is there
 */
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { setUp } from "./setup.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const REVIEW = "examples/inter-organisational-collaboration";
/** There is a Node for it as a package. */
const CAN_SERVE = process.platform === "linux" && process.arch === "x64";
/** Shown first, where it is there. */
const FIRST = "theory/trust.md";

/** Whether the program is there and answers. @param {string} program */
export function answers(program) {
  const { status } = spawnSync(program, ["--version"], { stdio: "ignore", shell: process.platform === "win32" });
  return status === 0;
}

/** @param {string} folder */
const firstOf = (folder) => (existsSync(join(folder, FIRST)) ? FIRST : undefined);

/** What the desktop VS Code is asked: to show the folder with the extension as it is here. @param {string} folder */
export function desktopArguments(folder) {
  const first = firstOf(folder);
  const file = first === undefined ? [] : [join(folder, first)];
  return ["--new-window", `--extensionDevelopmentPath=${root}`, folder, ...file];
}

/** @param {string} program @param {readonly string[]} before what it is given first @param {string} folder @returns {number} the exit code */
function openDesktop(program, before, folder) {
  const shell = process.platform === "win32";
  const args = [...before, ...desktopArguments(folder)].map((arg) => (shell ? `"${arg}"` : arg));
  const { status } = spawnSync(shell ? `"${program}"` : program, args, {
    stdio: ["ignore", "inherit", "inherit"],
    shell,
  });
  if (status === 0) {
    console.log(
      `VS Code shows ${relative(process.cwd(), folder) || folder}. Click the icon of three linked dots at its left.`,
    );
  }
  return status ?? 1;
}

/** Opens the folder in a VS Code that is downloaded into `.cache`, once. @param {string} folder @returns {Promise<number>} the exit code */
async function openDownloaded(folder) {
  const { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } = await import("@vscode/test-electron");
  try {
    const cachePath = join(root, ".cache", "vscode");
    const [program = "", ...args] = resolveCliArgsFromVSCodeExecutablePath(await downloadAndUnzipVSCode({ cachePath }));
    return openDesktop(program, args, folder);
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new Error(
      `VS Code could not be downloaded (${why}). Install it, let it put \`code\` on the path, and try again.`,
    );
  }
}

async function start() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      once: { type: "boolean", default: false },
      served: { type: "boolean", default: false },
      port: { type: "string" },
      theme: { type: "string", default: "light" },
    },
  });
  const folder = resolve(positionals[0] ?? join(root, REVIEW));
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`There is no folder ${folder}.`);
  if (!setUp()) return 1;
  // Loaded now, as all that follows: they need what was set up.
  const { buildAll, isBuilt } = await import("./build.mjs");
  if (!isBuilt()) {
    console.log("Building …");
    await buildAll();
  }
  const program = process.env.CMOC_CODE || "code";
  if (!values.once && !values.served && answers(program)) return openDesktop(program, [], folder);
  if (!values.once && !values.served && !CAN_SERVE) return openDownloaded(folder);
  const { saveOnce, serve } = await import("./vscode/show.mjs");
  const theme = /** @type {import("./vscode/show.mjs").Theme} */ (values.theme);
  if (values.once) {
    console.log(
      await saveOnce(folder, { theme, view: true, open: firstOf(folder), file: join(root, "out", "start.png") }),
    );
    return 0;
  }
  await serve(folder, {
    theme,
    open: firstOf(folder),
    ...(values.port === undefined ? {} : { port: Number(values.port) }),
  });
  return 0;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await start();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
