/** Theories, demi-regularities, codes and memos: fields and prose. */
import { FIELDS, type Kind } from "../vocabulary.ts";
import type { RecordText } from "./cmoc.ts";
import { didYouMean, Fields, readField } from "./fields.ts";
import { blockRefs } from "./prose.ts";
import type { Code, DemiRegularity, Memo, Ref, Theory } from "./types.ts";

/** Reads every bullet by the table of the kind, and the references in what else the record says. */
function readPlain(record: RecordText, kind: Kind): Fields {
  const fields = new Fields();
  const { context } = record;
  for (const bullet of record.bullets) {
    if (readField(bullet, FIELDS[kind], kind, fields, context)) continue;
    didYouMean(bullet, kind, NO_LABELS, context);
    blockRefs(bullet.item.blocks, { field: "prose", inRecord: true, source: context.source }, fields.refs);
  }
  const prose = record.blocks.filter((block) => block.type !== "list" || block.ordered);
  if (prose.length > 0) blockRefs(prose, { field: "prose", inRecord: true, source: context.source }, fields.refs);
  return fields;
}

const NO_LABELS: readonly string[] = [];

function base({ head }: RecordText, { notes, tags, refs }: Fields) {
  const { id, name, title, idSpan, start, end } = head;
  return { id, name, title, idSpan, head: head.head, start, end, notes, tags, refs };
}

export function readTheory(record: RecordText): Theory {
  const fields = readPlain(record, "theory");
  return {
    ...base(record, fields),
    kind: "theory",
    stage: fields.one("stage"),
    scope: fields.one("scope"),
    evidence: fields.evidence,
    boundary: fields.all("boundary"),
    counterexamples: fields.all("counterexamples"),
  };
}

export function readDemiRegularity(record: RecordText): DemiRegularity {
  const fields = readPlain(record, "demi-regularity");
  return {
    ...base(record, fields),
    kind: "demi-regularity",
    evidence: fields.evidence,
    moderators: fields.all("moderators"),
    boundary: fields.all("boundary"),
    counterexamples: fields.all("counterexamples"),
  };
}

export function readCode(record: RecordText): Code {
  const fields = readPlain(record, "code");
  const one = (label: string): Ref | undefined =>
    fields.refs.find((ref) => ref.field === label && ref.inReason === undefined);
  const parent = one("parent");
  const replacedBy = one("replaced by");
  return {
    ...base(record, fields),
    kind: "code",
    role: fields.one("role"),
    definition: fields.one("definition"),
    origin: fields.one("origin"),
    retired: fields.one("retired"),
    parent,
    replacedBy,
  };
}

export function readMemo(record: RecordText): Memo {
  const fields = readPlain(record, "memo");
  return {
    ...base(record, fields),
    kind: "memo",
    by: fields.one("by"),
    memoKind: fields.one("kind"),
  };
}
