/** Changing the scheme of a review: what a complete configuration is, and which letters are roles. */
import { t } from "../../l10n.ts";
import { MANIFEST_NAME } from "../../membership.ts";
import type { Cmoc } from "../../model/types.ts";
import { slotKey } from "../../review/links.ts";
import type { Definition, Review } from "../../review.ts";
import { called } from "../../rules/about.ts";
import { readManifest } from "../../syntax/manifest.ts";
import { applyEdits, lineEnding, type TextEdit } from "../../text.ts";
import type { Scheme } from "../../vocabulary.ts";
import { editsOf, refuse } from "../edit/outcome.ts";
import { Draft, spotOf } from "./draft.ts";
import type { Refactored } from "./merge.ts";
import { withoutNews } from "./news.ts";

/** How many records are named that could not be read as they are. */
const MOST_NAMED = 10;

/** Writes the scheme into `review.yaml`. Refuses, and names them, where records would be read otherwise: with other slots, or as no records. */
export function changeScheme(review: Review, name: string, anyway = false): Refactored {
  const text = review.text(MANIFEST_NAME);
  if (text === undefined)
    return {
      outcome: refuse("told", { words: t("The review has no review.yaml in which its scheme could stand.") }),
      notes: [],
    };
  const edit = schemeEdit(text, name);
  if (!edit)
    return {
      outcome: refuse("told", {
        words: t("review.yaml cannot be read well enough to change the scheme in it. Mend it first."),
      }),
      notes: [],
    };
  const draft = new Draft(review);
  const before = new Map([...everyRecord(review)].map((at) => [at, spotOf(review, at)] as const));
  draft.take(editsOf(MANIFEST_NAME, text, [edit]));
  const others: string[] = [];
  const known = new Set<object>();
  for (const [at, spot] of before) {
    const now = draft.at(spot);
    if (now) known.add(now.brief);
    if (!now || said(at) !== said(now)) others.push(called(at));
  }
  for (const at of everyRecord(draft.review)) if (!known.has(at.brief)) others.push(called(at));
  if (others.length > 0) {
    const shown = others.slice(0, MOST_NAMED).join(", ") + (others.length > MOST_NAMED ? " …" : "");
    const words =
      others.length === 1
        ? t("{0} could not be read the same as {1}. Change it first.", shown, name)
        : t("{0} records could not be read the same as {1}: {2}. Change them first.", others.length, name, shown);
    return { outcome: refuse("told", { words }), notes: [] };
  }
  return { outcome: withoutNews(draft, undefined, anyway), notes: [] };
}

function* everyRecord(review: Review): Iterable<Definition> {
  for (const uri of review.uris()) for (const placed of review.placed(uri)) yield* placed.definitions;
}

/** What a record says by roles, and what it mentions. */
function said({ brief, entity }: Definition): string {
  const parts = brief.links.map(
    (ref) => `${ref.field} ${ref.name} ${"slots" in ref ? ref.slots.map(slotKey).join(",") : ""}`,
  );
  if (entity.kind === "cmoc") parts.push(...slotsOf(entity));
  if (entity.kind === "extract")
    parts.push(
      ...entity.codings.map(({ role, code }) => `${role ? slotKey(role) : ""} ${code ?? ""}`),
      ...entity.restated.map((slot) => `${slotKey(slot)} ${slot.text}`),
    );
  return parts.join("\n");
}

function slotsOf({ slots, spelling, empty }: Cmoc): readonly string[] {
  return [spelling, ...slots.map((slot) => `${slotKey(slot)} ${slot.text}`), ...empty.map(({ role }) => role)];
}

const KEY = /^\ufeff?(?:configuration|"configuration"|'configuration')[ \t]*:/m;

/** The edit of a manifest that gives it the scheme and leaves all else as it is; undefined where it cannot be sure. */
export function schemeEdit(text: string, name: string): TextEdit | undefined {
  const found = KEY.exec(text);
  const eol = lineEnding(text);
  let edit: TextEdit;
  if (found) {
    const start = found.index + found[0].length;
    const value = valueAfter(text, start);
    edit = { span: { start, end: value }, newText: ` ${name}${commentsIn(text.slice(start, value), eol)}` };
  } else {
    const end = text.trimEnd().length;
    const lead = end === 0 || text === "\ufeff" ? "" : eol;
    edit = { span: { start: end, end }, newText: `${lead}configuration: ${name}${end === text.length ? eol : ""}` };
  }
  const [before, after] = [text, applyEdits(text, [edit])].map((each) => readManifest(each));
  if (!before || !after || before.findings.some(({ rule }) => rule === "yaml/syntax")) return undefined;
  if (after.findings.length > before.findings.length) return undefined;
  const isMeant = after.manifest.scheme.name === name && rest(before.manifest) === rest(after.manifest);
  return isMeant ? edit : undefined;
}

/** Where the value of a key ends: at its line's comment, or before the next line that is neither indented nor of a list. */
function valueAfter(text: string, start: number): number {
  const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? "";
  const comment = line.search(/[ \t]#/);
  const scalar = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
  if (/^[ \t]*[^\s[{#]/.test(scalar)) return start + scalar.length;
  let end = start + line.trimEnd().length;
  let at = start + line.length;
  while (at < text.length) {
    const next = /^(?:\r\n|\r|\n)([^\r\n]*)/.exec(text.slice(at, at + 10_000));
    if (!next || !/^(?:[ \t]|[-\]}#]|$)/.test(next[1] ?? "")) break;
    at += next[0].length;
    // What stands below the value is no part of it.
    if (/^[ \t]*[^\s#]/.test(next[1] ?? "")) end = at;
  }
  return end;
}

/** The comments of a value that is replaced: that of its first line after what takes its place, the others on lines of their own. */
function commentsIn(value: string, eol: string): string {
  let found = "";
  let isFirstLine = true;
  for (let at = 0; at < value.length; at++) {
    const sign = value.charAt(at);
    const before = value.charAt(at - 1);
    if (/[\r\n]/.test(sign)) isFirstLine = false;
    else if (sign === "#" && /\s/.test(before)) {
      const words = /^[^\r\n]*/.exec(value.slice(at))?.[0] ?? "";
      const lead = value.slice(0, at);
      found += (isFirstLine ? lead.slice(lead.trimEnd().length) : `${eol}  `) + words.trimEnd();
      at += words.length - 1;
    } else if ((sign === '"' || sign === "'") && (before === "" || /[\s[{,:]/.test(before))) at = closedAt(value, at);
  }
  return found;
}

/** Where the quotation that begins there is closed. */
function closedAt(value: string, start: number): number {
  const mark = value.charAt(start);
  for (let at = start + 1; at < value.length; at++) {
    if (mark === '"' && value.charAt(at) === "\\") at++;
    else if (mark === "'" && value.startsWith("''", at)) at++;
    else if (value.charAt(at) === mark) return at;
  }
  return value.length;
}

function rest(manifest: { readonly scheme: Scheme }): string {
  return JSON.stringify({ ...manifest, scheme: undefined }, (_, value: unknown) =>
    value instanceof Map ? [...value] : value,
  );
}
