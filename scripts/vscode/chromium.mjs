// @ts-check
/** Finds the browser in which a served VS Code is shown, and starts it. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns {string | undefined} */
function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/**
 * A Chromium on this machine: the one that `CMOC_CHROMIUM` names, one on the path, or, where Debian's packages can be installed, theirs.
 * Throws with what to do when there is none.
 */
export function findChromium() {
  const named = process.env.CMOC_CHROMIUM;
  if (named !== undefined && named !== "") {
    if (isProgram(named)) return named;
    throw new Error(`CMOC_CHROMIUM names ${named}, which cannot be run.`);
  }
  const found = onPath();
  if (found !== undefined) return found;
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    console.log("Installing Chromium from Debian's packages …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]])
      spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] });
    const installed = onPath();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    "A Chromium is needed to show VS Code. Install it (apt-get install chromium), or name one in CMOC_CHROMIUM.",
  );
}

/** Starts a Chromium that asks the network for nothing of its own. */
export function startChromium() {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--force-color-profile=srgb",
    ],
  });
}
