/**
 * What git ignores, from the text of its ignore files. Patterns are matched by the review's own globs, since an ignore file comes along with a
 * review and regular expressions made from one may backtrack for ever.
 */
import { globMatcher } from "./syntax/glob.ts";

export interface IgnoreRules {
  /** Whether the last pattern that fits ignores the path or takes it back; undefined when none fits. The path is relative to the ignore file. */
  readonly decide: (path: string, isFolder: boolean) => boolean | undefined;
}

interface Pattern {
  readonly ignores: boolean;
  readonly foldersOnly: boolean;
  readonly matches: (path: string) => boolean;
}

/** A set that holds `{` or `}` alone, which a glob would read as alternatives and git does not. */
const BRACES: { readonly [brace: string]: string } = { "{": "[!\u0000-z|-\uffff]", "}": "[!\u0000-|~-\uffff]" };

export function readIgnoreRules(text: string): IgnoreRules {
  const patterns = text
    .replace(/^\ufeff/, "")
    .split("\n")
    .flatMap((line) => patternOf(line.endsWith("\r") ? line.slice(0, -1) : line))
    .reverse();
  return {
    decide: (path, isFolder) =>
      patterns.find((pattern) => (isFolder || !pattern.foldersOnly) && pattern.matches(path))?.ignores,
  };
}

function patternOf(line: string): readonly Pattern[] {
  let written = withoutTrailingSpaces(line);
  if (written === "" || written.startsWith("#")) return [];
  const ignores = !written.startsWith("!");
  if (!ignores) written = written.slice(1);
  const foldersOnly = written.endsWith("/");
  if (foldersOnly) written = written.slice(0, -1);
  if (written === "" || written === "/") return [];
  const anchored = written.includes("/");
  const glob = globOf(written.startsWith("/") ? written.slice(1) : written);
  return [{ ignores, foldersOnly, matches: globMatcher(anchored ? glob : `**/${glob}`) }];
}

/** Spaces at the end count only after a backslash. */
function withoutTrailingSpaces(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === " " && line[end - 2] !== "\\") end--;
  return line.slice(0, end);
}

/** Classes of characters within a set, of ASCII as git has them; those of control characters stand in no path. */
const CLASSES: { readonly [name: string]: string } = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  blank: " \t",
  digit: "0-9",
  lower: "a-z",
  upper: "A-Z",
  space: " \t",
  xdigit: "0-9A-Fa-f",
};
const CLASS = /\[:([a-z]{5,6}):\]/g;
/** A set of characters; a bracket that closes nothing stands first in it. */
const SET = /\[[!^]?\]?(?:\[:[a-z]{1,9}:\]|[^\]])*\]/y;

/** The pattern with what a backslash escapes as a set of its own. */
function globOf(pattern: string): string {
  const lastClosing = pattern.lastIndexOf("]");
  let made = "";
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    SET.lastIndex = at;
    const set = character === "[" && at < lastClosing ? SET.exec(pattern)?.[0] : undefined;
    if (set !== undefined) {
      made += set.charAt(0) + set.slice(1).replace(CLASS, (whole, name: string) => CLASSES[name] ?? whole);
      at += set.length - 1;
    } else if (character === "\\" && at + 1 < pattern.length) {
      const escaped = pattern.charAt(++at);
      made += BRACES[escaped] ?? ("*?[".includes(escaped) ? `[${escaped}]` : escaped);
    } else made += BRACES[character] ?? character;
  }
  return made;
}

/** Rules and the folder that they stand in. */
export interface PlacedRules {
  /** Of the ignore file, relative to the review: "" or `a/b`. */
  readonly folder: string;
  /** For an ignore file above the review: what the review's folder is called from there, `reviews/falls/`; else "". */
  readonly above: string;
  readonly rules: IgnoreRules;
}

/** Whether a path of the review is ignored: the innermost ignore file that says something of it decides. `all` is in order from the outermost. */
export function isIgnored(all: readonly PlacedRules[], path: string, isFolder: boolean): boolean {
  for (let index = all.length - 1; index >= 0; index--) {
    const placed = all[index];
    if (placed === undefined) continue;
    const { folder, above, rules } = placed;
    const own = folder === "" ? above + path : path.slice(folder.length + 1);
    const decided = rules.decide(own, isFolder);
    if (decided !== undefined) return decided;
  }
  return false;
}

/** Whether the review's folder, or one above it, is ignored. */
export function ignoresRoot(all: readonly PlacedRules[]): boolean {
  return all.some(({ above, rules }) => {
    const parts = above.split("/").slice(0, -1);
    return parts.some((_, index) => rules.decide(parts.slice(0, index + 1).join("/"), true) === true);
  });
}
