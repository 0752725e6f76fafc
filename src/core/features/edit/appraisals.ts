/** Writing how a source is appraised: in the keys of its scales, or in a coder's own line below `appraisals`. */
import type { Review } from "../../review.ts";
import type { CoderAppraisal, FrontMatter } from "../../syntax/front-matter.ts";
import { NO_SCALES, scaleName } from "../../syntax/scales.ts";
import { applyEdits, lineEnding, type TextEdit } from "../../text.ts";
import { editsOf, type Outcome, refuse, UNCHANGED } from "./outcome.ts";
import { beginSource, frontMatterIn, setSourceFields } from "./source-fields.ts";
import { lineEnd, lineStart, nextLine } from "./style.ts";

/** What a scale is to say; without a step nothing. */
export interface Appraised {
  readonly scale: string;
  readonly step: string | undefined;
  readonly reason?: string | undefined;
}

/** Writes these scales, of the consensus or of one coder; others stay as they are. One change. */
export function setAppraisal(
  review: Review,
  key: string,
  coder: string | undefined,
  all: readonly Appraised[],
): Outcome {
  const source = review.source(key);
  if (!source) return refuse("unknown", { key });
  const { frontMatter, uri } = source;
  const values = all.map(({ scale, step, reason }) => ({
    scale: scaleName(scale),
    value: step === undefined || step.trim() === "" ? undefined : withReason(oneLine(step), oneLine(reason)),
  }));
  const taken = values.find(({ scale }) => NO_SCALES.has(scale));
  if (taken) return refuse("field", { field: taken.scale });
  if (coder === undefined) {
    const own = (scale: string): string =>
      scale === "rigour" && frontMatter?.fields.has("rigor") && !frontMatter.fields.has("rigour") ? "rigor" : scale;
    return setSourceFields(
      review,
      key,
      values.map(({ scale, value }) => [own(scale), value] as const),
    );
  }
  if (uri === undefined || !frontMatter) {
    const front = `appraisals:\n  ${lineOf(coder, merged([], values))}\n`;
    return merged([], values).length === 0 ? UNCHANGED : beginSource(review, key, front);
  }
  const text = review.text(uri) ?? "";
  const before = frontMatter.appraisals.find((one) => one.coder === coder);
  const wanted = merged(before?.values ?? [], values);
  const edits = before
    ? changed(text, before, wanted)
    : wanted.length === 0
      ? []
      : added(text, frontMatter, coder, wanted);
  const after = edits && frontMatterIn(applyEdits(text, edits));
  return edits && after && isMeant(frontMatter, after, coder, wanted)
    ? editsOf(uri, text, edits)
    : refuse("form", { field: `appraisals: ${coder}` });
}

interface Said {
  readonly scale: string;
  readonly value: string;
}

/** A step and the reason for it as one value. */
export function withReason(step: string, reason: string | undefined): string {
  return reason === undefined || reason === "" ? step : `${step} — ${reason}`;
}

function oneLine(words = ""): string {
  return words.replace(/\s+/g, " ").trim();
}

/** What was said with what is to be said, in the order of what was there. */
function merged(
  before: readonly Said[],
  values: readonly { scale: string; value: string | undefined }[],
): readonly Said[] {
  const all = new Map(before.map(({ scale, value }) => [scale, value]));
  for (const { scale, value } of values)
    if (value === undefined) all.delete(scale);
    else all.set(scale, value);
  return [...all].map(([scale, value]) => ({ scale, value }));
}

function lineOf(coder: string, values: readonly Said[]): string {
  return `${spelt(coder)}: ${braces(values)}`;
}

function braces(values: readonly Said[]): string {
  return `{ ${values.map(({ scale, value }) => `${spelt(scale)}: ${spelt(value)}`).join(", ")} }`;
}

/** Text inside braces: plain where YAML cannot take it for anything else. */
function spelt(text: string): string {
  const isPlain = /^\p{L}[\p{L}\p{N} _.;()—–-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}

/** A coder's values in braces on the coder's line are written anew; those on lines of their own one by one. */
function changed(text: string, before: CoderAppraisal, wanted: readonly Said[]): readonly TextEdit[] | undefined {
  const { keySpan, values } = before;
  const line = lineEnd(text, keySpan.end);
  const last = values.at(-1);
  const open = /^["']?[ \t]*:[ \t]*/.exec(text.slice(keySpan.end, line));
  if (!open) return undefined;
  const from = keySpan.end + open[0].length;
  if (text.charAt(from) === "{" || from === line) {
    const isBlock = from === line && values.length > 0;
    if (isBlock) return onLines(text, before, wanted);
    if (wanted.length === 0) {
      const start = lineStart(text, keySpan.start);
      return text.slice(start, keySpan.start).trim() === ""
        ? [{ span: { start, end: nextLine(text, line) }, newText: "" }]
        : undefined;
    }
    const close = /^[ \t,]*\}/.exec(text.slice(last?.span.end ?? from + 1, line));
    if (from === line) return [{ span: { start: keySpan.end, end: line }, newText: `: ${braces(wanted)}` }];
    if (!close) return undefined;
    const end = (last?.span.end ?? from + 1) + close[0].length;
    return [{ span: { start: from, end }, newText: braces(wanted) }];
  }
  return undefined;
}

function onLines(text: string, { keySpan, values }: CoderAppraisal, wanted: readonly Said[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const eol = lineEnding(text);
  const first = values[0];
  const indent = first ? (/^[ \t]*/.exec(text.slice(lineStart(text, first.span.start)))?.[0] ?? "") : "";
  for (const { scale, span, value } of values) {
    const said = wanted.find((one) => one.scale === scale);
    if (!said) edits.push({ span: { start: lineStart(text, span.start), end: nextLine(text, span.end) }, newText: "" });
    else if (said.value !== value) edits.push({ span, newText: spelt(said.value) });
  }
  const fresh = wanted.filter(({ scale }) => !values.some((one) => one.scale === scale));
  const end = lineEnd(text, values.at(-1)?.span.end ?? keySpan.end);
  if (wanted.length === 0) {
    const start = lineStart(text, keySpan.start);
    return [{ span: { start, end: nextLine(text, end) }, newText: "" }];
  }
  if (fresh.length > 0) {
    const at = nextLine(text, end);
    edits.push({
      span: { start: at, end: at },
      newText: fresh.map(({ scale, value }) => `${indent}${spelt(scale)}: ${spelt(value)}${eol}`).join(""),
    });
  }
  return edits;
}

/** A line for a coder who has none, below those of the others. */
function added(
  text: string,
  { span, appraisals }: FrontMatter,
  coder: string,
  wanted: readonly Said[],
): readonly TextEdit[] | undefined {
  const eol = lineEnding(text);
  const insert = (at: number, newText: string): readonly TextEdit[] => [{ span: { start: at, end: at }, newText }];
  const last = appraisals.at(-1);
  if (last) {
    const start = lineStart(text, last.keySpan.start);
    const indent = text.slice(start, last.keySpan.start).replace(/["']$/, "");
    if (indent.trim() !== "") return undefined;
    const end = Math.max(last.keySpan.end, ...last.values.map((value) => value.span.end));
    return insert(nextLine(text, end), `${indent}${lineOf(coder, wanted)}${eol}`);
  }
  const key = /^appraisals[ \t]*:[ \t]*(?:#.*)?$/m.exec(text.slice(span.start, span.end).replaceAll("\r", " "));
  if (key) return insert(nextLine(text, span.start + key.index), `  ${lineOf(coder, wanted)}${eol}`);
  return insert(span.end, `appraisals:${eol}  ${lineOf(coder, wanted)}${eol}`);
}

/** Whether the front matter then says the one thing, and all else as before. */
function isMeant(before: FrontMatter, after: FrontMatter, coder: string, wanted: readonly Said[]): boolean {
  const own = after.appraisals.find((one) => one.coder === coder)?.values ?? [];
  const others = (read: FrontMatter): string =>
    JSON.stringify([
      [...read.fields].map(([key, { value }]) => [key, value]),
      read.appraisals.filter((one) => one.coder !== coder).map((one) => [one.coder, one.values.map(said)]),
    ]);
  return (
    JSON.stringify(own.map(said).sort()) === JSON.stringify(wanted.map(said).sort()) && others(before) === others(after)
  );
}

function said({ scale, value }: Said): readonly [string, string] {
  return [scale, value];
}
