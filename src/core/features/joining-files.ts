/** Files from elsewhere that join a review: bibliographies, which the manifest lists, and full texts, which lie in its folder of texts. */
import { scanBibliography } from "../bibliography/keys.ts";
import { MANIFEST_NAME } from "../membership.ts";
import type { Review } from "../review.ts";
import { type ManifestRead, readManifest } from "../syntax/manifest.ts";
import { BIBLIOGRAPHY_ENDS } from "../syntax/manifest-keys.ts";
import { readYaml, type YamlNode } from "../syntax/yaml.ts";
import { applyEdits, lineEnding, type TextEdit } from "../text.ts";
import { yamlKey } from "./edit/append.ts";
import { editsOf, type Outcome, refuse, UNCHANGED } from "./edit/outcome.ts";
import { setSourceField } from "./edit/source-field.ts";
import { isCitable } from "./edit/spell.ts";
import { fileForSource, fileNameOf } from "./source-file.ts";

export type Joining = "bibliography" | "text";

/** The endings of full texts. */
export const TEXT_ENDS: readonly string[] = [".pdf", ".txt", ".md", ".html", ".htm", ".xml"];

/** What a file would be to a review, by its name; undefined of what is neither. */
export function joinsAs(name: string): Joining | undefined {
  const lower = name.toLowerCase();
  const ends = (all: readonly string[]): boolean => all.some((end) => lower.endsWith(end) && lower.length > end.length);
  return ends(BIBLIOGRAPHY_ENDS) ? "bibliography" : ends(TEXT_ENDS) ? "text" : undefined;
}

/** A name under which a file can lie in a review, whatever it is called elsewhere: no folder, no sign that a path or a disk does not take, not hidden. */
export function safeName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const plain = last.replace(/[\0-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff<>:"|?*#%~]+/g, "-");
  const words = plain.replace(/\s+/g, " ").replace(/^[.\s]+|[.\s]+$/g, "");
  const dot = words.lastIndexOf(".");
  const end = dot > 0 ? words.slice(dot) : "";
  return `${
    words
      .slice(0, words.length - end.length)
      .slice(0, MOST_NAME)
      .trimEnd() || "file"
  }${end.slice(0, 12)}`;
}

const MOST_NAME = 120;

/** The first of `name.pdf`, `name-2.pdf` … that is free. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  const dot = name.lastIndexOf(".");
  const stem = dot > 0 ? name.slice(0, dot) : name;
  for (let n = 1; ; n++) {
    const other = n === 1 ? name : `${stem}-${n}${name.slice(stem.length)}`;
    if (!isTaken(other)) return other;
  }
}

export interface Entries {
  readonly count: number;
  readonly problems: number;
  /** Keys that the review has from elsewhere. */
  readonly known: number;
}

/** What a bibliography would bring. */
export function entriesIn(review: Review, name: string, text: string): Entries {
  const { entries, problems } = scanBibliography(name, text);
  const keys = new Set(entries.map(({ key }) => key));
  const known = [...keys].filter((key) => review.source(key)?.bibliography !== undefined).length;
  return { count: keys.size, problems: problems.length, known };
}

/** Lists files in `bibliography:` of the manifest, those that it does not list yet, in the hand in which it is written. */
export function listBibliographies(review: Review, paths: readonly string[]): Outcome {
  const text = review.text(MANIFEST_NAME);
  if (text === undefined) return refuse("unknown", { file: MANIFEST_NAME });
  const listed = new Set(review.manifest.bibliography.map(({ path }) => path));
  const more = [...new Set(paths)].filter((path) => !listed.has(path));
  if (more.length === 0) return UNCHANGED;
  const edit = listing(text, more.map(spelt));
  return edit && isListed(text, edit, more)
    ? editsOf(MANIFEST_NAME, text, [edit])
    : refuse("form", { file: MANIFEST_NAME });
}

function spelt(path: string): string {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_./-]*$/u.test(path) ? path : JSON.stringify(path);
}

function listing(text: string, items: readonly string[]): TextEdit | undefined {
  const eol = lineEnding(text);
  const { root } = readYaml(text);
  const entry = root?.entries?.find(({ key }) => key === "bibliography");
  const flow = `[${items.join(", ")}]`;
  if (!entry) {
    const end = endOfWords(text);
    const lead = end === 0 ? "" : eol;
    const newText = `${lead}bibliography: ${flow}${end === text.length ? eol : ""}`;
    return { span: { start: end, end }, newText };
  }
  const { node } = entry;
  if (node.items) return another(text, node, node.items, items, eol);
  if (node.entries) return undefined;
  // A name alone, or nothing yet.
  const own = text.slice(node.start, node.end);
  if (/[\r\n|>&*]/.test(own)) return undefined;
  const all = node.value === null ? flow : `[${[own, ...items].join(", ")}]`;
  const space = node.start === node.end && !/\s/.test(text.charAt(node.start - 1)) ? " " : "";
  return { span: { start: node.start, end: node.end }, newText: space + all };
}

/** Past the last line with words, and past a mark that ends the document before it. */
function endOfWords(text: string): number {
  const end = text.trimEnd().length;
  const mark = /(?:^|[\r\n])(?:\.\.\.|---)[ \t]*$/.exec(text.slice(0, end));
  return mark ? text.slice(0, mark.index).trimEnd().length : end;
}

/** Another item behind the last one: in brackets behind a comma, or with a dash of its own. */
function another(
  text: string,
  node: YamlNode,
  all: readonly YamlNode[],
  items: readonly string[],
  eol: string,
): TextEdit | undefined {
  const last = all.at(-1);
  if (text.charAt(node.start) === "[") {
    if (text.charAt(node.end - 1) !== "]") return undefined;
    if (!last) return { span: { start: node.start, end: node.end }, newText: `[${items.join(", ")}]` };
    return { span: { start: last.end, end: last.end }, newText: `, ${items.join(", ")}` };
  }
  if (!last) return undefined;
  let line = last.start;
  while (line > 0 && !/[\r\n]/.test(text.charAt(line - 1))) line--;
  const lead = /^[ \t]*-[ \t]+$/.exec(text.slice(line, last.start))?.[0];
  if (lead === undefined) return undefined;
  let end = last.end;
  while (end < text.length && !/[\r\n]/.test(text.charAt(end))) end++;
  return { span: { start: end, end }, newText: items.map((item) => eol + lead + item).join("") };
}

/** Whether the manifest then lists them behind the others, and says all else as before. */
function isListed(text: string, edit: TextEdit, more: readonly string[]): boolean {
  const before = readManifest(text);
  const after = readManifest(applyEdits(text, [edit]));
  const paths = ({ manifest }: ManifestRead): readonly string[] => manifest.bibliography.map(({ path }) => path);
  const rest = ({ manifest }: ManifestRead): string =>
    JSON.stringify({
      ...manifest,
      bibliography: [],
      decisions: manifest.decisions.map(({ path }) => path),
      coders: [...manifest.coders],
      checks: [...manifest.checks],
    });
  const wanted = [...paths(before), ...more];
  return (
    after.findings.length === before.findings.length &&
    JSON.stringify(paths(after)) === JSON.stringify(wanted) &&
    rest(after) === rest(before)
  );
}

/** The source that a file is named after: by its key as it is, in another case, or as the first word of the name. */
export function sourceNamed(review: Review, name: string): string | undefined {
  const dot = name.lastIndexOf(".");
  const stem = (dot > 0 ? name.slice(0, dot) : name).normalize("NFC");
  if (review.source(stem)) return stem;
  const lower = stem.toLowerCase();
  const [first] = lower.split(/[^\p{L}\p{N}]/u);
  const keys = review.sources().map(({ key }) => key);
  return (
    keys.find((key) => key.normalize("NFC").toLowerCase() === lower) ??
    keys.find((key) => key.normalize("NFC").toLowerCase() === first)
  );
}

/** Where a full text of that name lies. */
export function pathOfText(review: Review, name: string): string {
  return `${review.manifest.texts}/${name}`;
}

/** Whether a full text is found by the key alone, without a word in the source's file. */
export function isFoundByKey(review: Review, key: string, path: string): boolean {
  const { texts } = review.manifest;
  const name = path.startsWith(`${texts}/`) ? path.slice(texts.length + 1) : undefined;
  return name !== undefined && TEXT_ENDS.some((end) => name === key + end);
}

/** What a full text is called after its source, without its ending. */
export function nameForText(key: string): string {
  return fileNameOf(key);
}

export interface TextOfSource {
  /** Whether a text that the source names is given up for this one. */
  readonly isReplaced?: boolean;
  /** Whether another file would be found before this one, so that the source is to name it. */
  readonly isHidden?: boolean;
}

/**
 * Makes a file the full text of a source: `text` in the source's file, which is begun where there is none; nothing where the name says it. Refuses (`taken`) where
 * the source names another text.
 */
export function textOfSource(
  review: Review,
  key: string,
  path: string,
  { isReplaced = false, isHidden = false }: TextOfSource = {},
): Outcome {
  const source = review.source(key);
  if (!source) return refuse("unknown", { key });
  const written = source.uri === undefined ? undefined : review.frontMatter(source.uri)?.fields.get("text")?.value;
  const held = typeof written === "string" ? written.trim() : "";
  if (held === path) return UNCHANGED;
  if (held !== "" && !isReplaced) return refuse("taken", { file: held, key });
  if (held === "" && !isHidden && isFoundByKey(review, key, path)) return UNCHANGED;
  if (source.uri !== undefined) return setSourceField(review, key, "text", path);
  if (!isCitable(key)) return refuse("form", { key });
  const begun = `---\ncitekey: ${yamlKey(key)}\ntext: ${spelt(path)}\n---\n`;
  const uri = fileForSource(review, key);
  return { edits: new Map([[uri, [{ span: { start: 0, end: 0 }, newText: begun }]]]) };
}
