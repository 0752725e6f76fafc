/**
 * Front matter: what a source says of itself. Plain `key: value` lines are read by line (`front-matter-lines.ts`), anything else by `yaml`;
 * both give the same fields. Keys that the language does not know are kept in `fields` and left alone.
 */

import { isNear } from "../near.ts";
import type { Span } from "../text.ts";
import { SOURCE_STATUSES } from "../vocabulary.ts";
import { isCitable } from "./citations.ts";
import type { Finding } from "./finding.ts";
import { fieldsByLine } from "./front-matter-lines.ts";
import { fieldsByYaml } from "./front-matter-yaml.ts";
import { safePath } from "./paths.ts";
import { firstRead, readReadings } from "./reading-dates.ts";

/** A value and its place in the document; the span of a quoted value holds its quotes, that of an empty one is where it would stand. */
export interface Located<T = string> {
  readonly value: T;
  readonly span: Span;
}

/** A top-level scalar as written (`007`, `2026-03-02`, `yes`), "" when there is none. */
export interface FrontMatterField extends Located {
  readonly keySpan: Span;
  /** Its quotes or its block sign make it text, whatever it looks like. */
  readonly quoted?: true;
}

/** One coder's appraisal. */
export interface CoderAppraisal {
  readonly coder: string;
  readonly keySpan: Span;
  readonly values: readonly { readonly scale: string; readonly value: string; readonly span: Span }[];
}

/** All spans are offsets in the document. What is empty or left out is undefined here. */
export interface FrontMatter {
  /** The YAML between the fences. */
  readonly span: Span;
  readonly citekey?: Located;
  /** `cmoc: off`: the file is no part of the review. */
  readonly cmocOff: boolean;
  readonly title?: Located;
  readonly author?: Located;
  readonly year?: Located;
  readonly type?: Located;
  /** In lower case, one of {@link SOURCE_STATUSES}; another value is a finding and is not here. */
  readonly status?: Located;
  readonly reason?: Located;
  /** When it was first read to its end, a date; what is no date is a finding and is not here. */
  readonly read?: Located;
  readonly relevance?: Located;
  readonly richness?: Located;
  readonly rigour?: Located;
  /** Where the full text lies, normalised, below the review's folder. */
  readonly text?: Located;
  readonly study?: Located;
  /** Every top-level scalar by its key, those above and a review's own scales included. */
  readonly fields: ReadonlyMap<string, FrontMatterField>;
  readonly appraisals: readonly CoderAppraisal[];
  /** `yaml/syntax`, `yaml/value`, `field/value`. */
  readonly findings: readonly Finding[];
}

/** What one of the two ways of reading gives. */
export interface FieldsRead {
  readonly fields: ReadonlyMap<string, FrontMatterField>;
  readonly appraisals: readonly CoderAppraisal[];
  readonly findings: readonly Finding[];
}

/** Reads the front matter of `text` whose YAML, without its fences, stands at `yaml`. */
export function readFrontMatter(text: string, yaml: Span): FrontMatter {
  return frontMatterOf(yaml, fieldsByLine(text, yaml) ?? fieldsByYaml(text, yaml));
}

/** The value of a scale in front matter; `rigor` is `rigour`. */
export function scaleField(frontMatter: FrontMatter, scale: string): FrontMatterField | undefined {
  const field = frontMatter.fields.get(scale) ?? (scale === "rigour" ? frontMatter.fields.get("rigor") : undefined);
  return field === undefined || field.value === "" ? undefined : field;
}

/** The fields with what the language knows of them. */
export function frontMatterOf(span: Span, read: FieldsRead): FrontMatter {
  const { fields } = read;
  const findings: Finding[] = [];
  if (!fields.has("citekey")) nearCitekey(fields, findings);
  const filled = (key: string): FrontMatterField | undefined => {
    const field = fields.get(key);
    return field === undefined || field.value === "" ? undefined : field;
  };
  return {
    span,
    citekey: citekeyOf(filled("citekey"), findings),
    cmocOff: OFF.has(filled("cmoc")?.value.toLowerCase() ?? ""),
    title: filled("title"),
    author: filled("author"),
    year: filled("year"),
    type: filled("type"),
    status: statusOf(filled("status"), findings),
    reason: filled("reason"),
    read: readOf(filled("read"), findings),
    relevance: filled("relevance"),
    richness: filled("richness"),
    rigour: filled("rigour") ?? filled("rigor"),
    text: textOf(filled("text"), findings),
    study: filled("study"),
    fields,
    appraisals: read.appraisals,
    findings: findings.length === 0 ? read.findings : [...read.findings, ...findings],
  };
}

/** A key that nearly is `citekey` leaves a source's file a plain one. */
function nearCitekey(fields: FieldsRead["fields"], findings: Finding[]): void {
  for (const [key, { keySpan }] of fields) {
    if (key.length < 6 || key.length > 8) continue;
    const lower = key.toLowerCase();
    if (lower !== "citekey" && !isNear(lower, "citekey")) continue;
    findings.push({ rule: "yaml/key", ...keySpan, data: { key, in: "a source’s front matter", near: "citekey" } });
    return;
  }
}

const OFF: ReadonlySet<string> = new Set(["off", "false", "no"]);
/** What YAML's core schema reads as something else than text. */
const NO_TEXT =
  /^(?:true|false|[-+]?(?:\d+|0o[0-7]+|0x[0-9a-f]+|\.inf|\.nan|(?:\.\d+|\d+\.\d*)(?:e[-+]?\d+)?|\d+e[-+]?\d+))$/i;
const NO_KEY = /[\s#@,;[\](){}"'`\\]/;

/**
 * A key that can be cited: text without white space, `#`, `@` or brackets. A number is told of and still taken; so are a key after an `@` and one
 * that is cited only in braces, such as `a1.`.
 */
function citekeyOf(field: FrontMatterField | undefined, findings: Finding[]): Located | undefined {
  if (field === undefined) return undefined;
  const { value, span } = field;
  const number = !field.quoted && NO_TEXT.test(value);
  const bare = value.startsWith("@") ? value.slice(1) : value;
  const whole = bare !== "" && !NO_KEY.test(bare);
  if (number || bare !== value || !whole || !isCitable(bare)) {
    findings.push({ rule: "field/value", ...span, data: { field: "citekey", value, expected: "citekey" } });
  }
  return whole ? { value: bare, span } : undefined;
}

function statusOf(field: FrontMatterField | undefined, findings: Finding[]): Located | undefined {
  if (field === undefined) return undefined;
  const value = field.value.toLowerCase();
  if ((SOURCE_STATUSES as readonly string[]).includes(value))
    return value === field.value ? field : { value, span: field.span };
  findings.push({
    rule: "field/value",
    ...field.span,
    data: { field: "status", value: field.value, expected: SOURCE_STATUSES },
  });
  return undefined;
}

function readOf(field: FrontMatterField | undefined, findings: Finding[]): Located | undefined {
  if (field === undefined) return undefined;
  const value = firstRead(readReadings(field.value) ?? []);
  if (value !== undefined) return { value, span: field.span };
  findings.push({ rule: "field/value", ...field.span, data: { field: "read", value: field.value, expected: "date" } });
  return undefined;
}

function textOf(field: FrontMatterField | undefined, findings: Finding[]): Located | undefined {
  if (field === undefined) return undefined;
  const value = safePath(field.value);
  if (value !== undefined && value !== "") return value === field.value ? field : { value, span: field.span };
  findings.push({ rule: "field/value", ...field.span, data: { field: "text", value: field.value, expected: "path" } });
  return undefined;
}
