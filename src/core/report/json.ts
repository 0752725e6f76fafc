/**
 * The JSON contract of the command line (docs/json.md, schemas/*.schema.json): records as plain data. Positions are 0-based lines and
 * UTF-16 characters. Ids are canonical: `CMOC4`, `@okafor2014#e4`; a source's id is its citation key.
 */
import type { Reference } from "../bibliography/reference.ts";
import { keyOfName } from "../model/names.ts";
import {
  type Cmoc,
  type Code,
  type Coding,
  type DemiRegularity,
  type Entity,
  type Extract,
  type Memo,
  RELATIONS,
  type Theory,
  type Value,
} from "../model/types.ts";
import type { Definition, Link, Review, SourceView } from "../review.ts";
import type { CoderAppraisal } from "../syntax/front-matter.ts";
import { roleWord } from "../syntax/roles.ts";
import type { RoleMention, Slot } from "../syntax/slots.ts";
import { stepAndReason } from "../syntax/step-reason.ts";
import type { Range } from "../text.ts";
import type { Scheme } from "../vocabulary.ts";

/** The version of the contract. */
export const JSON_VERSION = 1;

/** What every record has. */
export interface RecordJson {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly range: Range;
  readonly [field: string]: unknown;
}

/** The id by which people name a record: an extract's with its source, a row's without an id by its place. */
export function displayId(at: Definition, review: Review): string {
  const { brief } = at;
  if (brief.kind === "extract") return `@${brief.source}#${brief.id}`;
  return brief.id === "" ? review.placeOf(at) : brief.id;
}

export function recordJson(at: Definition, review: Review): RecordJson {
  const { entity, placed } = at;
  const range = review.lines(placed.uri).range({ start: placed.start + entity.start, end: placed.start + entity.end });
  const base = { kind: entity.kind, id: displayId(at, review), title: entity.title, file: placed.uri, range };
  return { ...base, ...ofKind(entity, at, review), ...common(entity) };
}

function common(entity: Entity): { readonly notes?: readonly string[]; readonly tags?: readonly string[] } {
  return {
    ...(entity.notes.length > 0 && { notes: entity.notes.map((note) => note.text) }),
    ...(entity.tags.length > 0 && { tags: entity.tags }),
  };
}

function ofKind(entity: Entity, at: Definition, review: Review): object {
  switch (entity.kind) {
    case "cmoc":
      return cmocJson(entity, at, review);
    case "extract":
      return extractJson(entity, at, review);
    case "theory":
      return theoryJson(entity, at, review);
    case "demi-regularity":
      return demiJson(entity, at, review);
    case "code":
      return codeJson(entity, at, review);
    case "memo":
      return memoJson(entity, review);
  }
}

export function slotJson(slot: Slot, scheme: Scheme): object {
  return {
    role: slot.role,
    ...(slot.part && { part: slot.part }),
    ...(slot.position && { position: slot.position }),
    ...(slot.absent && { absent: true }),
    ...(slot.n !== undefined && { n: slot.n }),
    ...(slot.layer && { layer: slot.layer }),
    ...(slot.inferred !== undefined && { inferred: slot.inferred }),
    ...(slot.from && { from: slotNames(slot.from, scheme) }),
    text: slot.text,
  };
}

function slotNames(slots: readonly RoleMention[], scheme: Scheme): readonly string[] {
  return slots.map((slot) => roleWord(slot, scheme));
}

/** One link as evidence: where it comes from, its stance, the slots it speaks to (none: the whole), and its reasons as a note. */
function evidenceJson(link: Link, review: Review): object {
  const { scheme } = review.manifest;
  const extract = link.extract.startsWith("x:");
  return {
    source: link.source,
    ...(extract && { extract: idOf(link.extract, review) }),
    stance: link.stance,
    slots: slotNames(link.slots, scheme),
    ...(link.reasons.length > 0 && { note: link.reasons.join("; ") }),
  };
}

/** The canonical id of a name; of one that nothing defines, as it was written. */
export function idOf(name: string, review: Review): string {
  const definition = review.definitions(name)[0];
  if (definition) return displayId(definition, review);
  const written =
    review.firstReference(name)?.ref.id ?? (name.startsWith("x:") ? `@${name.slice(2)}` : keyOfName(name));
  return written ?? name.slice(2);
}

/** The id of what a link bears on. */
function targetOf({ row, record }: Link, review: Review): string {
  return row ? displayId(row, review) : idOf(record, review);
}

function cmocJson(entity: Cmoc, at: Definition, review: Review): object {
  const relations: readonly string[] = RELATIONS;
  return {
    status: entity.status?.text ?? "candidate",
    ...(entity.theme && { theme: entity.theme.text }),
    ...(entity.confidence && { confidence: withReason(entity.confidence) }),
    spelling: entity.spelling,
    slots: entity.slots.map((slot) => slotJson(slot, review.manifest.scheme)),
    evidence: evidenceOf(at, review),
    links: entity.refs
      .filter((ref) => relations.includes(ref.field) && !ref.inReason)
      .map((ref) => ({
        type: ref.field,
        target: idOf(ref.name, review),
        ...(ref.reason !== undefined && { note: ref.reason }),
      })),
    theories: at.name === "" ? [] : review.theoriesOf(at.name).map((name) => idOf(name, review)),
  };
}

function withReason(value: Value): string {
  return value.reason === undefined ? value.text : `${value.text} — ${value.reason}`;
}

function evidenceOf(at: Definition, review: Review): readonly object[] {
  return review.evidenceFor(at.name === "" ? at : at.name).map((link) => evidenceJson(link, review));
}

/** A coding line, an entry for each of its words; who coded it is the extract's coder where the line names none. */
function codingJson(coding: Coding, extractCoder: string | undefined): readonly object[] {
  const base = {
    ...(coding.role && { role: coding.role.role }),
    ...(coding.role?.part && { part: coding.role.part }),
    ...(coding.code !== undefined && { code: coding.code }),
  };
  const by = coding.coder ?? extractCoder;
  const coder = by === undefined ? {} : { coder: by };
  if (coding.words.length === 0) return [{ ...base, ...coder }];
  return coding.words.map((words) => ({ ...base, words: words.text, ...coder }));
}

function extractJson(entity: Extract, at: Definition, review: Review): object {
  const links = review.bearsOn(at.name);
  const value = (key: string, from: Value | undefined): object => (from ? { [key]: from.text } : {});
  return {
    source: entity.source,
    ...value("quote", entity.quote),
    ...value("paraphrase", entity.paraphrase),
    ...value("at", entity.at),
    ...value("voice", entity.voice),
    ...value("coder", entity.coder),
    ...value("origin", entity.origin),
    ...value("annotation", entity.annotation),
    ...value("parked", entity.parked),
    ...value("relevance", entity.relevance),
    ...value("richness", entity.richness),
    ...value("rigour", entity.rigour),
    codings: entity.codings.flatMap((coding) => codingJson(coding, entity.coder?.text)),
    ...(entity.restated.length > 0 && {
      restated: entity.restated.map((slot) => slotJson(slot, review.manifest.scheme)),
    }),
    bearsOn: [...new Set(links.map((link) => targetOf(link, review)))],
    links: links.map((link) => ({
      type: link.stance,
      target: targetOf(link, review),
      slots: slotNames(link.slots, review.manifest.scheme),
      ...(link.reasons.length > 0 && { note: link.reasons.join("; ") }),
    })),
  };
}

function refIds(entity: Entity, field: string, review: Review): readonly string[] {
  const refs = entity.refs.filter((ref) => ref.field === field && !ref.inReason);
  return [...new Set(refs.map((ref) => idOf(ref.name, review)))];
}

function texts(values: readonly Value[]): readonly string[] {
  return values.map((value) => value.text);
}

function theoryJson(entity: Theory, at: Definition, review: Review): object {
  return {
    ...(entity.stage && { stage: entity.stage.text }),
    ...(entity.scope && { scope: entity.scope.text }),
    configurations: refIds(entity, "configurations", review),
    drawsOn: refIds(entity, "draws on", review),
    replaces: refIds(entity, "replaces", review),
    evidence: evidenceOf(at, review),
    boundary: texts(entity.boundary),
    counterexamples: texts(entity.counterexamples),
  };
}

function demiJson(entity: DemiRegularity, at: Definition, review: Review): object {
  return {
    configurations: refIds(entity, "configurations", review),
    evidence: evidenceOf(at, review),
    moderators: texts(entity.moderators),
    boundary: texts(entity.boundary),
    counterexamples: texts(entity.counterexamples),
  };
}

function codeJson(entity: Code, at: Definition, review: Review): object {
  const uses = review.references(at.name).filter((reference) => reference.ref.field === "coding");
  return {
    ...(entity.role && { role: entity.role.text }),
    ...(entity.definition && { definition: entity.definition.text }),
    ...(entity.origin && { origin: entity.origin.text }),
    ...(entity.parent && { parent: idOf(entity.parent.name, review) }),
    ...(entity.replacedBy && { replacedBy: idOf(entity.replacedBy.name, review) }),
    ...(entity.retired && { retired: entity.retired.text }),
    uses: uses.length,
  };
}

function memoJson(entity: Memo, review: Review): object {
  return {
    ...(entity.by && { by: entity.by.text }),
    ...(entity.memoKind && { memoKind: entity.memoKind.text }),
    about: refIds(entity, "about", review),
  };
}

/**
 * A source: what its file says of it, and where that says nothing, its entry in the bibliography, decoded by the caller. `type` is the
 * review's own word for the kind of document, so the bibliography's stands under `published`.
 */
export function sourceJson(source: SourceView, review: Review, reference?: Reference): RecordJson {
  const { frontMatter } = source;
  const file = source.uri ?? source.bibliography?.uri ?? "";
  const span =
    source.uri !== undefined && frontMatter ? frontMatter.span : (source.bibliography?.span ?? { start: 0, end: 0 });
  const { appraisal } = review.manifest;
  const fields: { [key: string]: string } = {};
  const reasons: { [scale: string]: string } = {};
  for (const [key, { value }] of frontMatter?.fields ?? []) {
    if (RESERVED.has(key) || value === "") continue;
    const scale = key === "rigor" ? "rigour" : key;
    const isScale = Object.hasOwn(appraisal, scale) || SCALES.has(scale);
    const { step, reason } = isScale ? stepAndReason(value, appraisal[scale]) : { step: value };
    fields[key] = step;
    if (reason !== undefined) reasons[scale] = reason;
  }
  return {
    kind: "source",
    id: source.key,
    file,
    range: review.lines(file).range(span),
    citekey: source.key,
    ...(reference && bibliographicJson(reference)),
    ...fields,
    title: fields.title ?? reference?.title ?? "",
    ...(Object.keys(reasons).length > 0 && { reasons }),
    ...(frontMatter && appraisalsJson(frontMatter.appraisals, appraisal)),
    ...(source.bibliography && { bibliography: source.bibliography.uri }),
  };
}

/** What each coder made of a source, and why where that is said. */
function appraisalsJson(
  all: readonly CoderAppraisal[],
  scales: { readonly [scale: string]: readonly string[] },
): { readonly appraisals?: object; readonly coderReasons?: object } {
  const read = all.map(({ coder, values }) => ({
    coder,
    values: values.map(({ scale, value }) => ({ scale, ...stepAndReason(value, scales[scale]) })),
  }));
  const steps = read.map(({ coder, values }) => [
    coder,
    Object.fromEntries(values.map((one) => [one.scale, one.step])),
  ]);
  const reasons = read.flatMap(({ coder, values }) => {
    const said = values.flatMap(({ scale, reason }) => (reason === undefined ? [] : [[scale, reason]]));
    return said.length === 0 ? [] : [[coder, Object.fromEntries(said)]];
  });
  return {
    ...(steps.length > 0 && { appraisals: Object.fromEntries(steps) }),
    ...(reasons.length > 0 && { coderReasons: Object.fromEntries(reasons) }),
  };
}

function bibliographicJson(reference: Reference): { readonly [field: string]: string } {
  const { year, container, volume, issue, page, doi, url, publisher } = reference;
  const authors = reference.authors.map((author) =>
    "literal" in author ? author.literal : [author.family, author.given, author.suffix].filter(Boolean).join(", "),
  );
  if (reference.moreAuthors) authors.push("and others");
  const said = { author: authors.join("; "), year, container, volume, issue, page, doi, url, publisher };
  const fields: { [field: string]: string } = { published: reference.type };
  for (const [field, value] of Object.entries(said))
    if (value !== undefined && value !== "") fields[field] = String(value);
  return fields;
}

/** Scales that every review has. */
const SCALES: ReadonlySet<string> = new Set(["relevance", "richness", "rigour"]);

const RESERVED: ReadonlySet<string> = new Set([
  "kind",
  "id",
  "file",
  "range",
  "citekey",
  "bibliography",
  "appraisals",
  "reasons",
  "coderReasons",
  "__proto__",
]);
