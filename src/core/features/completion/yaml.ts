/** Keys and values of front matter and of `review.yaml`. */
import { t } from "../../l10n.ts";
import type { Review } from "../../review.ts";
import { EXPLAINED_RULES, explainedRule } from "../../rules/pages.ts";
import { BIBLIOGRAPHY_ENDS, LEVELS, MANIFEST_KEYS, RULE_FAMILIES } from "../../syntax/manifest-keys.ts";
import { SCHEME_NAMES, SOURCE_STATUSES } from "../../vocabulary.ts";
import {
  FAMILY_MEANS,
  LEVEL_MEANS,
  SCALE_MEANS,
  SCHEME_MEANS,
  SLOT_KEYS_MEAN,
  USUAL_SCALES,
} from "../hover/manifest-words.ts";
import { FRONT_MATTER_MEANS, MANIFEST_MEANS, meaning, SOURCE_STATUS_MEANS } from "../hover/words.ts";
import { scaleOf } from "../hover.ts";
import { type CompletionItem, wordItems } from "./item.ts";
import { type YamlLine, yamlLine } from "./yaml-line.ts";

const NONE: readonly CompletionItem[] = [];
const nothing = (): undefined => undefined;

/** What is written behind a key whose value goes on below it. */
const OPENS: { readonly [key: string]: string } = {
  questions: "\n  - ",
  appraisal: "\n  ",
  coders: "\n  ",
  checks: "\n  ",
  appraisals: "\n  ",
};

function keyItems(
  words: readonly string[],
  line: YamlLine,
  means: (key: string) => string | undefined,
): readonly CompletionItem[] {
  const { span, hasColon, siblings, path } = line;
  const fresh = words.filter((word) => !siblings.has(word));
  return wordItems(fresh, span, "key", means).map((item) => ({
    ...item,
    edit: {
      span,
      newText: hasColon ? item.label : `${item.label}:${(path.length === 0 ? OPENS[item.label] : undefined) ?? " "}`,
    },
    ...(!hasColon && { more: true as const }),
  }));
}

/** Values as YAML has to write them. */
function valuesOf(
  words: readonly string[],
  { span, isQuoted }: YamlLine,
  means: (word: string) => string | undefined,
): readonly CompletionItem[] {
  return wordItems(words, span, "value", means).map((item) =>
    isQuoted || /^[\p{L}\p{N}_.[][^:#"'`|]*$/u.test(item.label)
      ? item
      : { ...item, edit: { span, newText: JSON.stringify(item.label) } },
  );
}

/** In front matter; none where the document has none at the offset. `files` are paths of the review, as far as they are known. */
export function frontMatterItems(
  review: Review,
  uri: string,
  offset: number,
  files: readonly string[],
  today?: string,
): readonly CompletionItem[] {
  const span = review.facts(uri)?.frontMatter?.span;
  const line = span && yamlLine(review.text(uri) ?? "", span, offset);
  if (!line) return NONE;
  const { path, key } = line;
  const { coders } = review.manifest;
  const scales = Object.keys(review.manifest.appraisal).filter((scale) => scale !== "confidence");
  const means = (word: string): string | undefined => meaning(FRONT_MATTER_MEANS, word);
  const [top] = path;
  if (top === "appraisals") {
    if (path.length === 1 && key === undefined)
      return keyItems([...coders.keys()], line, (word) => coders.get(word) || undefined);
    if (path.length === 2)
      return key === undefined ? keyItems(scales, line, means) : valuesOf(scaleOf(key, review) ?? [], line, nothing);
    return NONE;
  }
  if (top !== undefined) return NONE;
  if (key === undefined) {
    const own = scales.filter((scale) => !Object.hasOwn(FRONT_MATTER_MEANS, scale));
    return keyItems([...Object.keys(FRONT_MATTER_MEANS), ...own], line, means);
  }
  switch (key) {
    case "status":
      return valuesOf(SOURCE_STATUSES, line, (word) => meaning(SOURCE_STATUS_MEANS, word));
    case "cmoc":
      return valuesOf(["off"], line, () => means("cmoc"));
    case "citekey":
      return keysWithoutFile(review, line);
    case "read":
      return today === undefined ? NONE : valuesOf([today], line, () => means("read"));
    case "type":
    case "study":
      return valuesOf(usedBefore(review, key), line, nothing);
    case "text": {
      const { texts } = review.manifest;
      return valuesOf(
        files.filter((path) => texts !== "" && path.startsWith(`${texts}/`) && !path.endsWith("/")),
        line,
        nothing,
      );
    }
    default:
      return scales.includes(key) ? valuesOf(scaleOf(key, review) ?? [], line, nothing) : NONE;
  }
}

/** What the front matter of other sources says there, each once. */
function usedBefore(review: Review, key: "type" | "study"): readonly string[] {
  const found = new Set<string>();
  for (const uri of review.uris()) {
    const [first] = review.placed(uri);
    const said = first ? review.facts(uri)?.frontMatter?.[key]?.trim() : undefined;
    if (said) found.add(said);
    if (found.size === MOST_USED) break;
  }
  return [...found].sort();
}

const MOST_USED = 500;

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

/** In `review.yaml`. `files` are the paths below its folder as far as they are known, folders with a `/` at their end. */
export function manifestItems(
  review: Review,
  text: string,
  offset: number,
  files: readonly string[],
): readonly CompletionItem[] {
  const line = yamlLine(text, { start: 0, end: text.length }, offset);
  if (!line) return NONE;
  const { path, key, isItem } = line;
  const [top] = path;
  if (top === undefined && key === undefined)
    return isItem ? NONE : keyItems(MANIFEST_KEYS, line, (word) => meaning(MANIFEST_MEANS, word));
  const told = (): string => meaning(MANIFEST_MEANS, top ?? key ?? "") ?? "";
  switch (top ?? key) {
    case "cmoc":
      return valuesOf(["1"], line, told);
    case "configuration":
      if (top === undefined) return valuesOf(SCHEME_NAMES, line, (word) => meaning(SCHEME_MEANS, word));
      return key === undefined ? keyItems(["letter", "label"], line, (word) => meaning(SLOT_KEYS_MEAN, word)) : NONE;
    case "appraisal":
      return scaleItems(line);
    case "bibliography": {
      const known = [...new Set([...files, ...review.uris()])];
      return valuesOf(
        known.filter((uri) => BIBLIOGRAPHY_ENDS.some((end) => uri.toLowerCase().endsWith(end))),
        line,
        nothing,
      );
    }
    case "texts":
      return valuesOf([...new Set(["texts", ...foldersIn(files)])], line, told);
    case "exclude":
      return valuesOf(
        (foldersIn(files).length > 0 ? foldersIn(files) : ["drafts"]).map((folder) => `${folder}/**`),
        line,
        (glob) => `${t("All files below the folder {0}.", glob.slice(0, -3))} ${told()}`,
      );
    case "decisions": {
      const tables = files.filter((path) => path.toLowerCase().endsWith(".csv"));
      return valuesOf(tables.length > 0 ? tables : ["screening/decisions.csv"], line, told);
    }
    case "checks":
      if (top !== undefined && key !== undefined) return valuesOf(LEVELS, line, (word) => meaning(LEVEL_MEANS, word));
      return top === undefined || isItem
        ? NONE
        : keyItems(
            [...RULE_FAMILIES, ...EXPLAINED_RULES.map(({ id }) => id)],
            line,
            (word) => meaning(FAMILY_MEANS, word) ?? whyOf(word),
          );
    default:
      return NONE;
  }
}

function whyOf(rule: string): string | undefined {
  const why = explainedRule(rule)?.why;
  return why && t(why);
}

function foldersIn(files: readonly string[]): readonly string[] {
  return files.filter((path) => path.endsWith("/")).map((path) => path.slice(0, -1));
}

/** Scales, and their usual steps: one by one in a list, else all of them. */
function scaleItems(line: YamlLine): readonly CompletionItem[] {
  const { path, key, isItem } = line;
  const [, listed] = path;
  if (path.length === 1 && key === undefined && !isItem)
    return keyItems(Object.keys(USUAL_SCALES), line, (word) => meaning(SCALE_MEANS, word));
  const scale = key ?? listed;
  const usual =
    scale === undefined ? undefined : ((Object.hasOwn(USUAL_SCALES, scale) ? USUAL_SCALES[scale] : undefined) ?? []);
  if (!usual || path.length === 0) return NONE;
  return valuesOf(isItem ? usual : usual.length === 0 ? [] : [`[${usual.join(", ")}]`], line, nothing);
}
