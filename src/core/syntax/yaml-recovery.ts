/**
 * Broken YAML, read key by key: one mistake (a colon in a title, a bracket that does not close) spoils its own key and no other.
 */
import type { Finding } from "./finding.ts";
import type { YamlEntry, YamlRead } from "./yaml.ts";

/** A line that begins a key of the outermost map: no space, no sign of anything else, and a colon that ends a word. */
const KEY_LINE = /^[^\s#\-?:,[\]{}&*!|>'"%@`][^\n:]*:(?:[ \t\n\r]|$)/;

/** Where the keys of the outermost map begin, up to a line that begins or ends a document; the first is 0. */
function keyStarts(text: string): { readonly starts: readonly number[]; readonly end: number } {
  const starts = [0];
  let content = false;
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf("\n", at);
    const end = next < 0 ? text.length : next + 1;
    const line = text.slice(at, Math.min(end, at + LINE_LIMIT));
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(line)) {
      if (content) return { starts, end: at };
    } else if (KEY_LINE.test(line)) {
      if (content) starts.push(at);
      content = true;
    }
    at = end;
  }
  return { starts, end: text.length };
}

/** Keys are at most 1,024 characters long. */
const LINE_LIMIT = 1100;

/**
 * The entries of each key on its own, in the order of the text, or undefined when the text does not part into keys or each key alone is fine.
 * `read` reads one document without recovery.
 */
export function readByKey(
  text: string,
  base: number,
  read: (text: string, base: number) => YamlRead,
): YamlRead | undefined {
  const { starts, end } = keyStarts(text);
  if (starts.length < 2) return undefined;
  const findings: Finding[] = [];
  const entries: YamlEntry[] = [];
  const seen = new Set<string>();
  for (const [index, start] of starts.entries()) {
    const part = read(text.slice(start, starts[index + 1] ?? end), base + start);
    findings.push(...part.findings);
    for (const entry of part.root?.entries ?? []) {
      if (seen.has(entry.key)) {
        findings.push({ rule: "yaml/syntax", ...entry.keySpan, data: { reason: "duplicate-key", key: entry.key } });
      } else entries.push(entry);
      seen.add(entry.key);
    }
  }
  if (findings.length === 0 || entries.length === 0) return undefined;
  return { root: { start: base, end: base + end, value: undefined, entries }, findings };
}
