import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const GENERATED = new Set(["node_modules", "dist", "out", "coverage", ".git", ".cache"]);

/** The files of the repository, relative with forward slashes: those git tracks, or without git all that is not generated. */
export function repositoryFiles(): readonly string[] {
  try {
    const out = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    const tracked = out.split("\0").filter((path) => path !== "" && existsSync(path));
    if (tracked.length > 0) return tracked;
  } catch {
    // No git here: walk.
  }
  return walk(".");
}

/** Every file below a folder that is not generated. */
export function walk(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => !GENERATED.has(name))
    .flatMap((name) => {
      const path = folder === "." ? name : `${folder}/${name}`;
      return statSync(join(path)).isDirectory() ? walk(path) : [path];
    });
}
