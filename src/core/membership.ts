/**
 * Which files belong to a review, from their paths alone (below the review's folder, parted by `/`). What only a door can see,
 * it sees: git-ignored files, folders with a `review.yaml` of their own, links. `cmoc: off` stands in a file's front matter.
 */
import { MANIFEST_NAME } from "./membership/name.ts";
import { globMatcher } from "./syntax/glob.ts";
import type { Manifest } from "./syntax/manifest.ts";
import { safePath } from "./syntax/paths.ts";

export { isNearlyManifest, MANIFEST_NAME } from "./membership/name.ts";
export { safePath } from "./syntax/paths.ts";

export type FileRole = "manifest" | "markdown" | "bibliography" | "text" | "decisions" | "outside";

/**
 * What a file is to the review. What the manifest names is that, wherever it lies; the folder of full texts comes before `exclude`;
 * every other `*.md` that is not excluded is Markdown of the review.
 */
export function roleOfFile(path: string, manifest: Manifest): FileRole {
  const safe = safePath(path);
  if (safe === undefined || safe === "") return "outside";
  if (safe === MANIFEST_NAME) return "manifest";
  if (manifest.bibliography.some((file) => file.path === safe)) return "bibliography";
  if (manifest.decisions.some((file) => file.path === safe)) return "decisions";
  if (safe.startsWith(".git/")) return "outside";
  if (safe.startsWith(`${manifest.texts}/`)) return "text";
  return /\.md$/i.test(safe) && !isExcluded(safe, manifest) ? "markdown" : "outside";
}

/**
 * Whether `exclude` names the file or a folder above it. The last pattern that matches decides, and one after `!` takes back.
 * Also for folders, so that a walk need not enter what is excluded: use {@link mayHoldFiles}.
 */
export function isExcluded(path: string, manifest: Manifest): boolean {
  let excluded = false;
  for (const { not, matches } of patternsOf(manifest)) if (excluded === not && matches(path)) excluded = !not;
  return excluded;
}

/** Whether a walk has to enter a folder: it is not excluded as a whole, or a pattern takes something back, or it holds what the manifest names. */
export function mayHoldFiles(folder: string, manifest: Manifest): boolean {
  const safe = safePath(folder);
  if (safe === undefined || safe === ".git") return false;
  const { texts } = manifest;
  if (safe === "" || safe === texts || safe.startsWith(`${texts}/`) || texts.startsWith(`${safe}/`)) return true;
  if ([...manifest.bibliography, ...manifest.decisions].some((file) => file.path.startsWith(`${safe}/`))) return true;
  return patternsOf(manifest).some((pattern) => pattern.not) || !isExcluded(safe, manifest);
}

const DEEPEST = 64;

/** Whether a folder is nested too deep for a walk to enter it where a disk may be a loop. */
export function isTooDeep(folder: string): boolean {
  return folder.split("/").length > DEEPEST;
}

interface Pattern {
  readonly not: boolean;
  readonly matches: (path: string) => boolean;
}

const compiled = new WeakMap<readonly string[], readonly Pattern[]>();

function patternsOf(manifest: Manifest): readonly Pattern[] {
  const known = compiled.get(manifest.exclude);
  if (known) return known;
  const made = manifest.exclude.map((written) => {
    const not = written.startsWith("!");
    const pattern = not ? written.slice(1) : written;
    const own = globMatcher(pattern);
    const below = globMatcher(`${pattern}/**`);
    return { not, matches: (path: string) => own(path) || below(path) };
  });
  compiled.set(manifest.exclude, made);
  return made;
}
