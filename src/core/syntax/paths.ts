/** Paths inside a review: relative to its folder, parted by `/`. */

/** Why a path is none of a review: `absolute`, `parent` (it has or leaves by `..`), `url`, `drive`, `backslash`, `home`, `character`. */
export type PathFault = "absolute" | "parent" | "url" | "drive" | "backslash" | "home" | "character";

const DRIVE = /^[A-Za-z]:/;
const URL_SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x1f\x7f]/;

/** What most paths are: names of letters, digits, `_`, `-` and inner `.`, which are safe as they stand. */
const PLAIN = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/;

/** What is wrong with a path as somebody wrote it, before `..` is looked at. */
export function pathFault(path: string): Exclude<PathFault, "parent"> | undefined {
  if (CONTROL.test(path)) return "character";
  if (DRIVE.test(path)) return "drive";
  if (URL_SCHEME.test(path)) return "url";
  if (path.includes("\\")) return "backslash";
  if (path.startsWith("/")) return "absolute";
  if (path === "~" || path.startsWith("~/")) return "home";
  return undefined;
}

/**
 * The path without `.`, `..` and doubled or closing slashes; "" is the review's own folder. Undefined when it leaves the review or is
 * no relative path (absolute, a drive, a URL, with a backslash or a control character).
 */
export function safePath(path: string): string | undefined {
  if (PLAIN.test(path)) return path;
  if (pathFault(path) !== undefined) return undefined;
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}
