/** Setting what a source says of itself: one key of its file's front matter, every other line as it was. */
import type { Review } from "../../review.ts";
import { type FrontMatterField, readFrontMatter } from "../../syntax/front-matter.ts";
import { split } from "../../syntax/split.ts";
import { applyEdits, lineEnding, type TextEdit } from "../../text.ts";
import { editsOf, type Outcome, refuse, UNCHANGED } from "./outcome.ts";
import { lineEnd, lineStart, nextLine } from "./style.ts";

/** The order in which keys stand; those of a review's own come last. */
export const ORDER = [
  "citekey",
  "title",
  "author",
  "year",
  "type",
  "status",
  "reason",
  "read",
  "relevance",
  "richness",
  "rigour",
  "text",
  "study",
];

/**
 * Sets a key of a source's front matter to a text, in the quotation marks that it had, or where YAML wants some; undefined takes its line out. Refuses
 * values that are lists or maps, and keys that are not on a line of their own. The citekey is for `rename`.
 */
export function setSourceField(review: Review, key: string, field: string, value: string | undefined): Outcome {
  const uri = review.source(key)?.uri;
  const frontMatter = uri === undefined ? undefined : review.frontMatter(uri);
  if (uri === undefined || !frontMatter) return refuse("unknown", { key });
  const text = review.text(uri) ?? "";
  if (!mayBeSet(field)) return refuse("field", { field });
  const known = frontMatter.fields.get(field);
  const words = value?.trim() ?? "";
  if (!known && words === "") return UNCHANGED;
  if (known?.value === words) return UNCHANGED;
  for (const written of spellings(words, known && text.slice(known.span.start, known.span.end))) {
    const edit = known
      ? changed(text, known, words, written)
      : added(text, frontMatter.fields, frontMatter.span.end, field, written);
    if (edit && isMeant(text, edit, field, words, frontMatter.fields)) return editsOf(uri, text, [edit]);
  }
  return refuse("form", { field });
}

/** Words that a line of front matter can begin with, those of the review's own scales among them: `conceptual richness`. The citekey is for `rename`. */
function mayBeSet(field: string): boolean {
  const isShort = field !== "" && field.length <= LONGEST_KEY && field.trim() === field;
  return isShort && field !== "citekey" && field !== "appraisals" && !/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/u.test(field);
}

const LONGEST_KEY = 100;

/** A key as front matter writes it: in quotation marks where YAML would take it for something else. */
export function keySpelt(field: string): string {
  const isPlain =
    /^[\p{L}_](?:[\p{L}\p{N} _-]*[\p{L}\p{N}_-])?$/u.test(field) &&
    !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(field);
  return isPlain ? field : JSON.stringify(field);
}

/** Ways to write a text as YAML, the likeliest first: in the marks that it had, plain, in double quotation marks. */
export function spellings(words: string, before: string | undefined): readonly string[] {
  const mark = before?.charAt(0);
  const kept = (mark === "'" || mark === '"') && !/['"\\]/.test(words) ? [`${mark}${words}${mark}`] : [];
  return [
    ...kept,
    ...(/^(?:true|false|null|~|[-+.\d].*)$/i.test(words) && !DATE.test(words) ? [] : [words]),
    JSON.stringify(words),
  ];
}

/** A year; or a day, and what may follow on it: text for YAML as it stands. */
const DATE = /^\d{4}$|^\d{4}-\d{2}-\d{2}(?:[ ,;][\p{L}\p{N} ,;().-]*)?$/u;

function changed(text: string, known: FrontMatterField, words: string, written: string): TextEdit | undefined {
  const start = lineStart(text, known.keySpan.start);
  if (start !== known.keySpan.start || lineEnd(text, known.keySpan.end) < known.span.end) return undefined;
  if (words === "") return { span: { start, end: nextLine(text, known.span.end) }, newText: "" };
  if (known.span.end > known.span.start) return { span: known.span, newText: written };
  const colon = /^[ \t]*:[ \t]*/.exec(text.slice(known.keySpan.end, known.keySpan.end + 40))?.[0];
  if (colon === undefined) return undefined;
  const span = { start: known.keySpan.end, end: known.keySpan.end + colon.length };
  return { span, newText: `${colon.trimEnd()} ${written}` };
}

function added(
  text: string,
  fields: ReadonlyMap<string, FrontMatterField>,
  yamlEnd: number,
  field: string,
  written: string,
): TextEdit | undefined {
  const rank = (each: string): number => (ORDER.indexOf(each) < 0 ? ORDER.length : ORDER.indexOf(each));
  let last: FrontMatterField | undefined;
  for (const [name, each] of fields) {
    const isLine =
      lineStart(text, each.keySpan.start) === each.keySpan.start && each.span.end <= lineEnd(text, each.keySpan.end);
    if (isLine && rank(name) <= rank(field) && each.keySpan.start >= (last?.keySpan.start ?? 0)) last = each;
  }
  const eol = lineEnding(text);
  const at = last ? nextLine(text, last.keySpan.end) : yamlEnd;
  return { span: { start: at, end: at }, newText: `${keySpelt(field)}: ${written}${eol}` };
}

/** Whether the front matter then says the one thing, and all else as before. */
function isMeant(
  text: string,
  edit: TextEdit,
  field: string,
  words: string,
  before: ReadonlyMap<string, FrontMatterField>,
): boolean {
  const after = applyEdits(text, [edit]);
  const yaml = split(after).frontMatter?.yaml;
  const read = yaml && readFrontMatter(after, yaml);
  if (!read || read.findings.some(({ rule }) => rule === "yaml/syntax")) return false;
  if ((read.fields.get(field)?.value ?? "") !== words) return false;
  const others = [...before].filter(([name]) => name !== field);
  const kept = [...read.fields].filter(([name]) => name !== field);
  return others.length === kept.length && others.every(([name, each]) => read.fields.get(name)?.value === each.value);
}
