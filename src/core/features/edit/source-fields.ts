/** Setting several keys of a source's front matter at once, its file begun where only the bibliography knows it. */
import { roleOfFile } from "../../membership.ts";
import type { Review } from "../../review.ts";
import { type FrontMatter, readFrontMatter } from "../../syntax/front-matter.ts";
import { split } from "../../syntax/split.ts";
import { applyEdits, type TextEdit } from "../../text.ts";
import { fileForSource } from "../source-file.ts";
import { yamlKey } from "./append.ts";
import { editsOf, inOrder, isRefusal, type Outcome, refuse, UNCHANGED } from "./outcome.ts";
import { keySpelt, ORDER, setSourceField, spellings } from "./source-field.ts";
import { isCitable } from "./spell.ts";

/** Keys and what they are to say; undefined takes a line out. */
export type SourceFields = readonly (readonly [field: string, value: string | undefined])[];

/** As `setSourceField`, each key once, as one change. A file that is begun is none of `taken`. */
export function setSourceFields(
  review: Review,
  key: string,
  fields: SourceFields,
  taken?: ReadonlySet<string>,
): Outcome {
  const source = review.source(key);
  if (!source) return refuse("unknown", { key });
  const { uri } = source;
  if (uri === undefined) return begun(review, key, fields, taken);
  const text = review.text(uri) ?? "";
  const edits: TextEdit[] = [];
  for (const [field, value] of inRank(fields)) {
    const outcome = setSourceField(review, key, field, value);
    if (isRefusal(outcome)) return outcome;
    edits.push(...(outcome.edits.get(uri) ?? []));
  }
  const all = inOrder(edits);
  const read = frontMatterIn(applyEdits(text, all));
  const wrong = fields.find(([field, value]) => (read?.fields.get(field)?.value ?? "") !== (value?.trim() ?? ""));
  return wrong || !read ? refuse("form", { field: wrong?.[0] ?? key }) : editsOf(uri, text, all);
}

function begun(review: Review, source: string, fields: SourceFields, taken: ReadonlySet<string> | undefined): Outcome {
  const said = fields.flatMap(([field, value = ""]) => (value.trim() === "" ? [] : [[field, value.trim()] as const]));
  if (said.length === 0) return UNCHANGED;
  let front = "";
  for (const [field, value] of inRank(said)) {
    const key = keySpelt(field);
    const line = spellings(value, undefined)
      .map((written) => `${key}: ${written}\n`)
      .find((each) => frontMatterIn(fenced(front + each))?.fields.get(field)?.value === value);
    if (line === undefined) return refuse("form", { field });
    front += line;
  }
  return beginSource(review, source, front, taken);
}

/** Begins the file of a source, with these lines of front matter below its key. */
export function beginSource(review: Review, key: string, front: string, taken?: ReadonlySet<string>): Outcome {
  if (!isCitable(key)) return refuse("form", { key });
  const uri = fileForSource(review, key, taken);
  if (roleOfFile(uri, review.manifest) !== "markdown") return refuse("unknown", { file: uri });
  const text = fenced(`citekey: ${yamlKey(key)}\n${front}`);
  return frontMatterIn(text)?.citekey?.value === key
    ? editsOf(uri, "", [{ span: { start: 0, end: 0 }, newText: text }])
    : refuse("form", { key });
}

/** What is added at one place stands there in this order. */
function inRank<F extends readonly [string, unknown]>(fields: readonly F[]): readonly F[] {
  return [...fields].sort(([one], [other]) => rank(one) - rank(other));
}

function rank(field: string): number {
  const at = ORDER.indexOf(field);
  return at < 0 ? ORDER.length : at;
}

function fenced(yaml: string): string {
  return `---\n${yaml}---\n`;
}

/** The front matter of a text; undefined where it has none, or none that can be read. */
export function frontMatterIn(text: string): FrontMatter | undefined {
  const yaml = split(text).frontMatter?.yaml;
  const read = yaml && readFrontMatter(text, yaml);
  return read?.findings.some(({ rule }) => rule === "yaml/syntax") ? undefined : read;
}
