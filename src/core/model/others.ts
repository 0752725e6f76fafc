/** Theories, demi-regularities, codes and memos: fields and prose. */
import { readRoles } from "../syntax/roles.ts";
import { FIELDS, type Kind } from "../vocabulary.ts";
import type { RecordText } from "./cmoc.ts";
import { didYouMean, Fields, find, readField } from "./fields.ts";
import { blockRefs, blocksRefs } from "./prose.ts";
import type { Code, DemiRegularity, Memo, Ref, Theory } from "./types.ts";

/** Reads every bullet by the table of the kind, and the references in what else the record says. */
function readPlain(record: RecordText, kind: Kind): Fields {
  const fields = new Fields();
  const { context } = record;
  for (const bullet of record.bullets) {
    if (readField(bullet, FIELDS[kind], kind, fields, context)) continue;
    didYouMean(bullet, kind, NO_LABELS, context);
    blocksRefs(bullet.item.blocks, context.prose, fields.refs);
  }
  for (const block of record.blocks)
    if (block.type !== "list" || block.ordered) blockRefs(block, context.prose, fields.refs);
  return fields;
}

const NO_LABELS: readonly string[] = [];

export function readTheory(record: RecordText): Theory {
  const { head } = record;
  const fields = readPlain(record, "theory");
  return {
    kind: "theory",
    id: head.id,
    name: head.name,
    title: head.title,
    idSpan: head.idSpan,
    head: head.head,
    start: head.start,
    end: head.end,
    notes: fields.notes,
    tags: fields.tags,
    refs: fields.refs,
    stage: fields.one("stage"),
    scope: fields.one("scope"),
    evidence: fields.evidence,
    boundary: fields.all("boundary"),
    counterexamples: fields.all("counterexamples"),
  };
}

export function readDemiRegularity(record: RecordText): DemiRegularity {
  const { head } = record;
  const fields = readPlain(record, "demi-regularity");
  return {
    kind: "demi-regularity",
    id: head.id,
    name: head.name,
    title: head.title,
    idSpan: head.idSpan,
    head: head.head,
    start: head.start,
    end: head.end,
    notes: fields.notes,
    tags: fields.tags,
    refs: fields.refs,
    evidence: fields.evidence,
    moderators: fields.all("moderators"),
    boundary: fields.all("boundary"),
    counterexamples: fields.all("counterexamples"),
  };
}

export function readCode(record: RecordText): Code {
  const { head, context } = record;
  const fields = readPlain(record, "code");
  const role = fields.one("role");
  if (role && !readRoles(role.text, context.scheme)) {
    const expected = context.scheme.slots.map(({ letter }) => letter);
    find(context, "field/value", role, { field: "role", value: role.text, expected });
  }
  return {
    kind: "code",
    id: head.id,
    name: head.name,
    title: head.title,
    idSpan: head.idSpan,
    head: head.head,
    start: head.start,
    end: head.end,
    notes: fields.notes,
    tags: fields.tags,
    refs: fields.refs,
    role,
    definition: fields.one("definition"),
    origin: fields.one("origin"),
    retired: fields.one("retired"),
    parent: refIn("parent", fields.refs),
    replacedBy: refIn("replaced by", fields.refs),
  };
}

/** The first reference of a field that stands in no reason. */
function refIn(label: string, refs: readonly Ref[]): Ref | undefined {
  for (const ref of refs) if (ref.field === label && ref.inReason === undefined) return ref;
  return undefined;
}

export function readMemo(record: RecordText): Memo {
  const { head } = record;
  const fields = readPlain(record, "memo");
  return {
    kind: "memo",
    id: head.id,
    name: head.name,
    title: head.title,
    idSpan: head.idSpan,
    head: head.head,
    start: head.start,
    end: head.end,
    notes: fields.notes,
    tags: fields.tags,
    refs: fields.refs,
    by: fields.one("by"),
    memoKind: fields.one("kind"),
  };
}
