/** Where a review stands in its repository. */
import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** The path of the review's folder below the top of its repository, ending in `/`; empty at the top, or without a repository. */
export function repositoryPrefix(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) {
      const path = relative(folder, root).split(sep).join("/");
      return path === "" ? "" : `${path}/`;
    }
    if (dirname(folder) === folder) return "";
  }
}
