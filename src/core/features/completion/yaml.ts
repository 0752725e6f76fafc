/** Keys and values of front matter and of `review.yaml`. */

import { t } from "../../l10n.ts";
import type { Review } from "../../review.ts";
import { EXPLAINED_RULES, explainedRule } from "../../rules/pages.ts";
import { BIBLIOGRAPHY_ENDS, LEVELS, MANIFEST_KEYS, RULE_FAMILIES } from "../../syntax/manifest-keys.ts";
import type { Span } from "../../text.ts";
import { SCHEME_NAMES, SOURCE_STATUSES } from "../../vocabulary.ts";
import { FRONT_MATTER_MEANS, MANIFEST_MEANS, meaning, SOURCE_STATUS_MEANS } from "../hover/words.ts";
import { scaleOf } from "../hover.ts";
import { type CompletionItem, wordItems } from "./item.ts";
import { lastBreak } from "./line.ts";

const NONE: readonly CompletionItem[] = [];

/** A line of YAML as far as the cursor, and the key of the first column that it stands under. */
interface YamlLine {
  readonly before: string;
  readonly after: string;
  /** The key that is open: of this line where a colon stands in it, else of the nearest line above without indent. */
  readonly top: string | undefined;
  /** The innermost key whose value is being written; undefined where a key is. */
  readonly key: string | undefined;
  readonly typed: string;
  readonly isIndented: boolean;
  readonly span: Span;
  /** The keys of the first column. */
  readonly keys: ReadonlySet<string>;
}

const TOP = /^([\p{L}\p{N}_-]+)[ \t]*:/u;

function yamlLine(text: string, within: Span, offset: number): YamlLine | undefined {
  if (offset < within.start || offset > within.end) return undefined;
  const start = Math.max(within.start, lastBreak(text, offset));
  const before = text.slice(start, offset);
  const after = /^[^\r\n]*/.exec(text.slice(offset, within.end))?.[0] ?? "";
  if (/(?:^|\s)#/.test(before)) return undefined;
  const [, value] = /^(?:.*[{,:])?\s*(?:-\s+)?(?:[{[]\s*)*(\S*)$/.exec(before) ?? [];
  const typed = (value ?? "").replace(/^[{["']+/, "");
  const lead = before.slice(0, before.length - typed.length);
  const inner = /([\p{L}\p{N}_/-]+)[ \t]*:[ \t]*["']?(?:\[[^\]{}]*)?$/u.exec(lead)?.[1];
  const isIndented = /^[ \t-]/.test(before);
  const keys = new Set<string>();
  let top: string | undefined;
  let at = within.start;
  for (const line of text.slice(within.start, within.end).split("\n")) {
    const key = TOP.exec(line)?.[1];
    const isOwn = at <= offset && offset <= at + line.length;
    if (key !== undefined && !(isOwn && inner === undefined && !before.includes(":"))) keys.add(key);
    if (key !== undefined && at <= start) top = key;
    at += line.length + 1;
  }
  const own = /^[\p{L}\p{N}_/.-]*/u.exec(after)?.[0].length ?? 0;
  return {
    before,
    after,
    top: isIndented || before.includes(":") ? top : undefined,
    key: inner,
    typed,
    isIndented,
    span: { start: offset - typed.length, end: offset + own },
    keys,
  };
}

function keyItems(
  words: readonly string[],
  line: YamlLine,
  means: (key: string) => string | undefined,
): readonly CompletionItem[] {
  const hasColon = /^[\p{L}\p{N}_/.-]*[ \t]*:/u.test(line.after);
  return wordItems(words, line.span, "key", means).map((item) => ({
    ...item,
    edit: { span: line.span, newText: hasColon ? item.label : `${item.label}: ` },
    ...(!hasColon && { more: true as const }),
  }));
}

/** In front matter; none where the document has none at the offset. */
export function frontMatterItems(review: Review, uri: string, offset: number): readonly CompletionItem[] {
  const span = review.facts(uri)?.frontMatter?.span;
  const line = span && yamlLine(review.text(uri) ?? "", span, offset);
  if (!line) return NONE;
  const { top, key, isIndented } = line;
  const { appraisal, coders } = review.manifest;
  if (key === undefined && !isIndented && top === undefined) {
    const own = Object.keys(appraisal).filter((scale) => !Object.hasOwn(FRONT_MATTER_MEANS, scale));
    const words = [...Object.keys(FRONT_MATTER_MEANS), ...own].filter((word) => !line.keys.has(word));
    return keyItems(words, line, (word) => meaning(FRONT_MATTER_MEANS, word));
  }
  if (top === "appraisals" && key !== undefined && Object.hasOwn(appraisal, key))
    return wordItems(scaleOf(key, review) ?? [], line.span, "value", () => undefined);
  if (top === "appraisals" && key === undefined)
    return line.before.includes("{")
      ? keyItems(Object.keys(appraisal), line, (word) => meaning(FRONT_MATTER_MEANS, word))
      : keyItems([...coders.keys()], line, (word) => coders.get(word) || undefined);
  if (key === undefined || isIndented) return NONE;
  if (key === "status")
    return wordItems(SOURCE_STATUSES, line.span, "value", (word) => meaning(SOURCE_STATUS_MEANS, word));
  if (key === "cmoc") return wordItems(["off"], line.span, "value", () => meaning(FRONT_MATTER_MEANS, "cmoc"));
  if (key === "citekey") return keysWithoutFile(review, line);
  return Object.hasOwn(appraisal, key)
    ? wordItems(scaleOf(key, review) ?? [], line.span, "value", () => undefined)
    : NONE;
}

/** Entries of the bibliography that no file is about yet. */
function keysWithoutFile(review: Review, { span }: YamlLine): readonly CompletionItem[] {
  const keys = review.sources().filter(({ uri }) => uri === undefined);
  return keys.map(({ key }) => ({
    label: key,
    kind: "source",
    about: { source: key },
    sortText: key,
    edit: { span, newText: key },
  }));
}

/** In `review.yaml`. */
export function manifestItems(review: Review, text: string, offset: number): readonly CompletionItem[] {
  const line = yamlLine(text, { start: 0, end: text.length }, offset);
  if (!line) return NONE;
  const { top, key } = line;
  if (top === undefined) {
    const words = MANIFEST_KEYS.filter((word) => !line.keys.has(word));
    return key === undefined ? keyItems(words, line, (word) => meaning(MANIFEST_MEANS, word)) : NONE;
  }
  switch (top) {
    case "cmoc":
      return wordItems(["1"], line.span, "value", () => meaning(MANIFEST_MEANS, "cmoc"));
    case "configuration":
      return key === top ? wordItems(SCHEME_NAMES, line.span, "value", () => undefined) : NONE;
    case "checks":
      if (key !== undefined && key !== top) return wordItems(LEVELS, line.span, "value", () => undefined);
      return keyItems([...RULE_FAMILIES, ...EXPLAINED_RULES.map(({ id }) => id)], line, (word) => {
        const why = explainedRule(word)?.why;
        return why && t(why);
      });
    case "appraisal":
      return key === undefined || key === top
        ? keyItems(["relevance", "richness", "rigour", "confidence"], line, (word) => meaning(FRONT_MATTER_MEANS, word))
        : NONE;
    case "bibliography": {
      const files = review.uris().filter((uri) => BIBLIOGRAPHY_ENDS.some((end) => uri.toLowerCase().endsWith(end)));
      return wordItems(files, line.span, "value", () => undefined);
    }
    default:
      return NONE;
  }
}
