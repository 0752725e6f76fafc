/** Fixes of fields: near labels and values, one that stands twice, keys of front matter and of review.yaml. */

import { t } from "../../l10n.ts";
import { wholeValue } from "../../model/parts/blocks.ts";
import { readDocument } from "../../model/read-document.ts";
import { nearest } from "../../near.ts";
import { labelSpan, valueText } from "../../syntax/bullets.ts";
import { readManifest } from "../../syntax/manifest.ts";
import { applyEdits } from "../../text.ts";
import type { Scheme } from "../../vocabulary.ts";
import { removal } from "../edit/bullets.ts";
import { inDocument } from "../edit/record.ts";
import { type Fix, fixHere, fixOfOutcome, type Mender, replaced } from "./mending.ts";

function listed(value: unknown): readonly string[] {
  return typeof value === "string" ? [value] : Array.isArray(value) ? value.map(String) : [];
}

/** A label is given its near spelling, in its own case; a role without a colon gets one, and loses the sign that stood for it. */
export const unknownLabel: Mender = (problem, mending) => {
  const label = String(problem.data.label ?? "");
  const { uri, span } = problem;
  const text = mending.text(uri);
  const written = text.slice(span.start, span.end);
  return listed(problem.data.near).flatMap((near) => {
    if (near === `${label}:`) {
      if (unfolded(written, label.trim()) !== written) return [];
      const role = written.replace(/[\s\-–—=→.]+$/u, "");
      const joint = /^[\s\-–—=→>.]*/u.exec(text.slice(span.end, span.end + 12))?.[0] ?? "";
      const edit = {
        span: { start: span.start + role.length, end: span.end + joint.length },
        newText: joint === "" ? ":" : ": ",
      };
      return fixHere(problem, t("Write “{0}:”", role), [edit]);
    }
    const isCapital = /^\p{Lu}/u.test(written);
    const newText = isCapital ? near.charAt(0).toUpperCase() + near.slice(1) : near;
    return fixHere(problem, t("Use “{0}”", near), replaced(problem, mending, unfolded(written, label), newText));
  });
};

/** What stands there, if that is the label with its white space as written; the label else, which will not match. */
function unfolded(written: string, label: string): string {
  return written.replace(/\s+/g, " ") === label ? written : label;
}

export const wrongValue: Mender = (problem, mending) => {
  const value = String(problem.data.value ?? "");
  const { expected } = problem.data;
  if (typeof expected === "string" || problem.data.record !== undefined) return [];
  // Steps of scales differ in more than case, coders may not.
  const all = new Map(listed(expected).map((each) => [each.toLowerCase(), each]));
  const lower = value.toLowerCase();
  const near = all.get(lower) ?? all.get(nearest(lower, all.keys()) ?? "");
  if (near === undefined) return [];
  const text = mending.text(problem.uri).slice(problem.span.start, problem.span.end);
  const at = text.indexOf(value);
  if (at < 0 || at > 1) return [];
  const start = problem.span.start + at;
  return fixHere(problem, t("Use “{0}”", near), [{ span: { start, end: start + value.length }, newText: near }]);
};

/** The later of two equal ones goes; references are united in the first; else the later one is kept as a note. */
export const writtenTwice: Mender = (problem, mending) => {
  const record = mending.open(problem);
  const at = problem.span.start - (record?.start ?? 0);
  const later = record?.bullets.find(({ bullet }) => labelSpan(bullet).start === at);
  const read = later?.read;
  if (!record || !later || read?.is !== "field" || read.field.label !== problem.data.field) return [];
  const first = record.bullets.find((each) => each.read.is === "field" && each.read.field === read.field);
  if (!first || first.bullet.start >= later.bullet.start) return [];
  const siblings = record.bullets.map(({ bullet }) => bullet);
  const words = valueText(later.bullet);
  const fixes: Fix[] = [];
  const take = (title: string, edits: Parameters<typeof inDocument>[1]): void => {
    fixes.push(...fixOfOutcome(problem, title, inDocument(record, edits)));
  };
  const gone = removal(record, later.bullet, siblings);
  if (words === "" || (words === valueText(first.bullet) && later.bullet.nested.length === 0))
    take(t("Take the second one out"), [gone]);
  else {
    const isList = read.field.form === "records" || read.field.form === "codes";
    const value = wholeValue(first.bullet);
    const plain = (each: string): boolean => /^[^\n—–;.]+$/.test(each) && !/\s-\s/.test(each);
    if (isList && plain(words) && plain(valueText(first.bullet)) && later.bullet.nested.length === 0) {
      const own = wholeValue(later.bullet);
      const added = {
        span: { start: value.end, end: value.end },
        newText: `, ${record.text.slice(own.start, own.end)}`,
      };
      take(t("Unite the two"), [added, gone]);
    }
    const start = later.bullet.paragraphs[0]?.start ?? at;
    take(t("Keep the second one as a note"), [{ span: { start, end: start }, newText: "note: " }]);
  }
  return fixes;
};

/** A key of review.yaml, or of front matter, is given its near spelling, if that stands nowhere beside it. */
export const unknownKeyOfYaml: Mender = (problem, mending) => {
  const key = String(problem.data.key ?? "");
  const text = mending.text(problem.uri).slice(problem.span.start, problem.span.end);
  const at = text.indexOf(key);
  return listed(problem.data.near).flatMap((near) => {
    if (at < 0 || at > 1) return [];
    const start = problem.span.start + at;
    const edit = { span: { start, end: start + key.length }, newText: near };
    const document = mending.text(problem.uri);
    const faults = (text: string): number => faultsIn(problem.uri, text, mending.review.manifest.scheme);
    const breaks = faults(applyEdits(document, [edit])) > faults(document);
    return breaks ? [] : fixHere(problem, t("Use “{0}”", near), [edit]);
  });
};

/** How much of a file's YAML does not parse. */
function faultsIn(uri: string, text: string, scheme: Scheme): number {
  const { findings } = uri.endsWith(".md") ? readDocument(text, scheme) : readManifest(text);
  return findings.filter(({ rule }) => rule === "yaml/syntax").length;
}
