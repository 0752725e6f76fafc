/** Fixes of references: a near name, a new record, a fresh link, a semicolon. */

import type { Problem } from "../../check.ts";
import { idKey } from "../../ids.ts";
import { t } from "../../l10n.ts";
import { citationName, keyOfName } from "../../model/names.ts";
import type { Name, Ref } from "../../model/types.ts";
import { nearNames } from "../../rules/near-names.ts";
import { plainInline } from "../../syntax/blocks.ts";
import { citationsOf } from "../../syntax/citations.ts";
import { shiftEdits } from "../../text.ts";
import type { Kind } from "../../vocabulary.ts";
import { appendRecord, yamlKey } from "../edit/append.ts";
import { openRecord, reread } from "../edit/record.ts";
import { kindNamed, referenceId } from "../edit/reference-text.ts";
import { listOf } from "../edit/rename.ts";
import { citationText, isCitable } from "../edit/spell.ts";
import { refreshed } from "../links.ts";
import { fileForSource } from "../source-file.ts";
import { type Fix, fixHere, fixOfOutcome, type Mender, type Mending, pointed, type RefPlace } from "./mending.ts";

export const unknownReference: Mender = (problem, mending) => {
  const { data } = problem;
  if (data.range !== undefined) return ofRange(problem, mending);
  const place = mending.refAt(problem, data.name);
  if (!place || mending.review.isDefined(place.ref.name)) return [];
  return [...nearFixes(problem, mending, place), ...creation(problem, mending, place)];
};

export const unknownKey: Mender = (problem, mending) => {
  const key = String(problem.data.key ?? "");
  const place = mending.refsAt(problem).find(({ ref }) => keyOfName(ref.name) === key);
  if (!place || mending.review.isDefined(`s:${key}`)) return [];
  const text = mending.text(problem.uri).slice(problem.span.start, problem.span.end);
  const at = text.indexOf(key);
  const near = at < 0 ? [] : nearNames(`s:${key}`, mending.review);
  const fixes = near.flatMap((other) => {
    const whole = citationText(
      other.slice(1),
      place.ref.name.startsWith("x:") ? text.slice(text.lastIndexOf("#") + 1) : undefined,
    );
    return fixHere(
      problem,
      t("Use {0}", other),
      pointed(problem, mending, place, nameNear(whole, place.ref.name), whole),
    );
  });
  return [...fixes, ...newSource(problem, mending, key, place.ref)];
};

export const unknownCode: Mender = (problem, mending) => {
  const place = mending.refAt(problem, problem.data.name);
  if (!place || mending.review.isDefined(place.ref.name)) return [];
  return [...nearFixes(problem, mending, place), ...creation(problem, mending, place)];
};

/** The name of a near one as {@link nearNames} shows it, in the same name space. */
function nameNear(shown: string, name: Name): Name {
  const [citation] = shown.startsWith("@") ? citationsOf(plainInline(shown)) : [];
  if (citation)
    return citationName({ ...citation, ...(citation.extract !== undefined && { extract: idKey(citation.extract) }) });
  return name.slice(0, 2) + idKey(shown);
}

function nearFixes(problem: Problem, mending: Mending, place: RefPlace): readonly Fix[] {
  const { name } = place.ref;
  const written = mending.text(problem.uri).slice(problem.span.start, problem.span.end);
  return nearNames(name, mending.review).flatMap((shown) => {
    const [definition] = mending.review.definitions(nameNear(shown, name));
    if (!definition) return [];
    const { brief } = definition;
    const newText =
      brief.kind === "extract" ? citationText(brief.source, brief.id) : referenceId(written, brief.id, brief.kind);
    return fixHere(problem, t("Use {0}", shown), pointed(problem, mending, place, brief.name, newText));
  });
}

const EXPECTED: { readonly [field: string]: Kind } = { theory: "theory", replaces: "theory" };

/** Writes the record that is missing: beside others of its kind, a code into the codebook, an extract into its source's file. */
function creation(problem: Problem, mending: Mending, { ref, from }: RefPlace): readonly Fix[] {
  const { review } = mending;
  const { name } = ref;
  const source = keyOfName(name);
  if (source !== undefined) {
    const uri = review.source(source)?.uri;
    const id = name.slice(name.lastIndexOf("#") + 1);
    if (uri === undefined || !name.startsWith("x:")) return [];
    return fixOfOutcome(
      problem,
      t("Write {0}", ref.id),
      appendRecord(review, { uri }, { kind: "extract", id, fields: [["at", ""]] }),
    );
  }
  if (name.startsWith("c:")) {
    const coding =
      from?.entity.kind === "extract" ? from.entity.codings.find(({ code }) => code === ref.id) : undefined;
    const role = coding?.role ? [["role", coding.role.role] as const] : [];
    const fields = [...role, ["definition", ""] as const];
    const outcome = appendRecord(
      review,
      { uri: homeOf("code", mending) ?? "codebook.md" },
      { kind: "code", id: ref.id, fields },
    );
    return fixOfOutcome(problem, t("Add {0} to the codebook", ref.id), outcome);
  }
  const said = kindNamed(mending.text(problem.uri).slice(problem.span.start, problem.span.end));
  const expected = EXPECTED[ref.field];
  if (said !== undefined && expected !== undefined && said !== expected) return [];
  const kind = name.startsWith("m:") ? "memo" : (said ?? expected ?? "cmoc");
  const own = review.facts(problem.uri)?.frontMatter?.citekey === undefined;
  const uri = own ? problem.uri : (homeOf(kind, mending) ?? "theory.md");
  const roles = review.manifest.scheme.required.map((letter) => [letter, ""] as const);
  const fields = kind === "cmoc" ? roles : kind === "theory" ? [["stage", "initial"] as const] : [];
  return fixOfOutcome(problem, t("Write {0}", ref.id), appendRecord(review, { uri }, { kind, id: ref.id, fields }));
}

/** The document that holds the last record of a kind. */
function homeOf(kind: Kind, { review }: Mending): string | undefined {
  let uri: string | undefined;
  for (const { placed } of review.records(kind)) uri = placed.uri;
  return uri;
}

/** A file for a source that is cited, beside those of other sources. */
function newSource(problem: Problem, mending: Mending, key: string, ref: Ref): readonly Fix[] {
  const { review } = mending;
  if (!isCitable(key)) return [];
  const uri = fileForSource(review, key);
  const title = t("Write a file for @{0}", key);
  if (!ref.name.startsWith("x:")) {
    const edit = { span: { start: 0, end: 0 }, newText: `---\ncitekey: ${yamlKey(key)}\n---\n` };
    return [{ rule: problem.rule, title, safe: false, uri, edits: [edit] }];
  }
  const id = ref.name.slice(ref.name.lastIndexOf("#") + 1);
  return fixOfOutcome(
    problem,
    title,
    appendRecord(review, { uri, citekey: key }, { kind: "extract", id, fields: [["at", ""]] }),
  );
}

const ENDS = /^(.*?)(\s?(?:--|[-‐‑‒–—―−])\s?)([^-‐‑‒–—―−]*)$/u;

/** A range that falls is turned round; of one that names what is not there, the rest is written out. */
function ofRange(problem: Problem, mending: Mending): readonly Fix[] {
  const { review } = mending;
  const place = mending.refAt(problem, problem.data.name);
  const text = mending.text(problem.uri);
  if (!place || place.ref.range !== text.slice(problem.span.start, problem.span.end)) return [];
  if (problem.data.why === "order") {
    const ends = ENDS.exec(place.ref.range);
    const [, first = "", dash = "", last = ""] = ends ?? [];
    const prefix = first.replace(/\p{Nd}+$/u, "");
    if (!ends || prefix === "" || !/^\p{Nd}+$/u.test(last.slice(last.startsWith(prefix) ? prefix.length : 0)))
      return [];
    const number = (words: string): string => words.replace(prefix, "");
    const newText = `${prefix}${number(last)}${dash}${last.startsWith(prefix) ? prefix : ""}${number(first)}`;
    return fixHere(problem, t("Turn the range round"), [{ span: problem.span, newText }]);
  }
  const edit = listOf(text, place.placed, place.ref, review.manifest.scheme, (name) =>
    review.isDefined(name) ? undefined : "",
  );
  return edit ? fixHere(problem, t("Leave out what is not there"), [edit]) : [];
}

export const staleLink: Mender = (problem, mending) => {
  const text = mending.text(problem.uri);
  const places = mending
    .refsAt(problem)
    .filter(({ ref, placed }) => ref.link && placed.start + ref.link.start === problem.span.start);
  const [place] = places;
  if (!place) return [];
  const { ref, placed } = place;
  const names = places.map((each) => each.ref.name);
  const target = mending.fragments.targetOfRef(problem.uri, ref, names);
  const edit = target === undefined ? undefined : refreshed(text, ref, placed.start, target);
  return edit ? fixHere(problem, t("Refresh the link"), [edit], true) : [];
};

const JOINT = /(?:\s*[,;]\s*(?:and\s+|&\s+)?|\s+(?:and|&)\s+)$/i;

/** A reference that only closes a reason, after a comma or an “and”, becomes an item of its own. */
export const inReason: Mender = (problem, mending) => {
  const place = mending.refsAt(problem).find(({ ref }) => ref.inReason);
  if (!place?.from) return [];
  const start = (place.ref.link ?? place.ref).start;
  const joint = JOINT.exec(place.placed.text.slice(Math.max(0, start - 40), start))?.[0];
  const record = joint === undefined ? undefined : openRecord(mending.review, place.from);
  if (joint === undefined || !record) return [];
  const edit = { span: { start: start - joint.length, end: start }, newText: "; " };
  const after = reread(record, [edit]);
  const shift = 2 - joint.length;
  const stays = after?.refs.some((ref) => ref.inReason && ref.start === place.ref.start + shift);
  if (!after || stays) return [];
  return fixHere(problem, t("Part it from the reason"), shiftEdits([edit], record.start));
};
