/**
 * Globs over paths of a review, as `exclude` has them: `*`, `?`, `[a-z]`, `{a,b}` and `**`, hidden files like others, case as written.
 * Matching costs at most the length of the pattern times that of the path, whatever the pattern: regular expressions made from
 * globs backtrack, and a manifest may come from anybody. A property holds it equal to picomatch, but that `x/**` always matches `x` too.
 */

type Part = "**" | readonly Glyph[];

/** `*`, one character of a set, or one character. */
type Glyph = "*" | { readonly set: readonly (readonly [number, number])[]; readonly not: boolean } | number;

const LENGTH_LIMIT = 1000;
const ALTERNATIVES_LIMIT = 64;
const ANY: Glyph = { set: [], not: true };

/** Whether a pattern is longer, or has more alternatives, than is read. */
export function patternFault(pattern: string): boolean {
  return pattern.length > LENGTH_LIMIT || alternatives(pattern) === undefined;
}

/** Whether a path matches the pattern; a pattern that is not read matches nothing. */
export function globMatcher(pattern: string): (path: string) => boolean {
  if (pattern.length > LENGTH_LIMIT) return () => false;
  const globs = (alternatives(pattern) ?? []).map(partsOf);
  return (path) => {
    const segments = path.split("/");
    return globs.some((parts) => matches(parts, segments));
  };
}

/** The patterns that braces stand for; braces do not nest here, and one that does not close, or has no comma, is itself. */
function alternatives(pattern: string): readonly string[] | undefined {
  let made: readonly string[] = [""];
  let at = 0;
  while (at < pattern.length) {
    const open = pattern.indexOf("{", at);
    const close = open < 0 ? -1 : pattern.indexOf("}", open);
    if (close < 0) break;
    const inner = pattern.slice(open + 1, close);
    const before = pattern.slice(at, open);
    const choices = inner.includes(",") ? inner.split(",") : [`{${inner}}`];
    if (made.length * choices.length > ALTERNATIVES_LIMIT) return undefined;
    made = made.flatMap((start) => choices.map((choice) => start + before + choice));
    at = close + 1;
  }
  const rest = pattern.slice(at);
  return made.map((start) => start + rest);
}

function partsOf(pattern: string): readonly Part[] {
  const parts: Part[] = [];
  for (const segment of pattern.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "**") parts.push(glyphs(segment));
    else if (parts.at(-1) !== "**") parts.push("**");
  }
  return parts;
}

function glyphs(segment: string): readonly Glyph[] {
  const read: Glyph[] = [];
  for (let at = 0; at < segment.length; at++) {
    const character = segment.charAt(at);
    if (character === "*") {
      if (read.at(-1) !== "*") read.push("*");
    } else if (character === "?") read.push(ANY);
    else {
      const set = character === "[" ? setAt(segment, at) : undefined;
      read.push(set?.glyph ?? segment.charCodeAt(at));
      if (set) at = set.end;
    }
  }
  return read;
}

/** The set that opens at `at`: `[abc]`, `[a-z]`, `[!a]`; undefined when it does not close or is empty. */
function setAt(segment: string, at: number): { readonly glyph: Glyph; readonly end: number } | undefined {
  const end = segment.indexOf("]", at + 1);
  if (end < 0) return undefined;
  const not = segment.charAt(at + 1) === "!" || segment.charAt(at + 1) === "^";
  const inner = segment.slice(at + (not ? 2 : 1), end);
  if (inner === "") return undefined;
  const set: (readonly [number, number])[] = [];
  for (let index = 0; index < inner.length; index++) {
    const from = inner.charCodeAt(index);
    const ranged = inner.charAt(index + 1) === "-" && index + 2 < inner.length;
    set.push([from, ranged ? inner.charCodeAt(index + 2) : from]);
    if (ranged) index += 2;
  }
  return { glyph: { set, not }, end };
}

/** Greedy: what follows a `**` is tried at each segment in turn, and an earlier `**` never has to give back what a later one could take. */
function matches(parts: readonly Part[], segments: readonly string[]): boolean {
  return wildcard(
    parts.length,
    segments.length,
    (part) => parts[part] === "**",
    (part, index) => {
      const glob = parts[part];
      return glob !== undefined && glob !== "**" && matchesSegment(glob, segments[index] ?? "");
    },
  );
}

function matchesSegment(glob: readonly Glyph[], segment: string): boolean {
  return wildcard(
    glob.length,
    segment.length,
    (index) => glob[index] === "*",
    (index, at) => {
      const glyph = glob[index];
      const unit = segment.charCodeAt(at);
      if (typeof glyph === "number") return glyph === unit;
      return typeof glyph === "object" && glyph.set.some(([from, to]) => from <= unit && unit <= to) !== glyph.not;
    },
  );
}

/** Whether a pattern of `patterns` places matches all of `length` things, where some places take any run of things. */
function wildcard(
  patterns: number,
  length: number,
  isRun: (pattern: number) => boolean,
  fits: (pattern: number, at: number) => boolean,
): boolean {
  let pattern = 0;
  let at = 0;
  let run = -1;
  let taken = 0;
  while (at < length) {
    if (pattern < patterns && isRun(pattern)) {
      run = pattern++;
      taken = at;
    } else if (pattern < patterns && fits(pattern, at)) {
      pattern++;
      at++;
    } else if (run >= 0) {
      pattern = run + 1;
      at = ++taken;
    } else return false;
  }
  while (pattern < patterns && isRun(pattern)) pattern++;
  return pattern === patterns;
}
