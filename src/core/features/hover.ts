/** What is told of the thing at a place: which record or source is meant, what a word means, or what is wrong with a name. */
import { t } from "../l10n.ts";
import { keyOfName } from "../model/names.ts";
import type { Name } from "../model/types.ts";
import type { Definition, Review } from "../review.ts";
import { messageOf } from "../rules/index.ts";
import { nearNames } from "../rules/near-names.ts";
import type { FindingData } from "../syntax/finding.ts";
import type { RoleMention } from "../syntax/slots.ts";
import type { Span } from "../text.ts";
import type { Scheme } from "../vocabulary.ts";
import { at, type ReferenceHere, type Standing } from "./at.ts";
import {
  ABSENT_MEANS,
  KIND_MEANS,
  kindTitle,
  meaning,
  PART_MEANS,
  POSITION_MEANS,
  roleMeans,
  roleName,
  VALUE_MEANS,
} from "./hover/words.ts";
import { yamlTold } from "./hover/yaml.ts";

export type Told =
  /** A record, and how many others bear its name. */
  | { readonly record: Definition; readonly others: number }
  /** A source that is known, by its key. */
  | { readonly source: string }
  /** A word of the language, and what it means; `values` are those that may stand there. */
  | { readonly words: string; readonly means: string; readonly values?: readonly string[] }
  /** A name that nothing bears: what is wrong, and what it may have meant, as it would be written. */
  | { readonly unknown: Name; readonly says: string; readonly near: readonly string[] };

export interface Hover {
  /** What was asked about: offsets in the document. */
  readonly span: Span;
  readonly told: Told;
}

/** What to tell of an offset of a document; undefined where there is nothing to. */
export function hover(review: Review, uri: string, offset: number): Hover | undefined {
  const here = at(review, uri, offset);
  const told = here && toldOf(here, review);
  return told && { span: here.span, told };
}

function toldOf(here: Standing, review: Review): Told | undefined {
  const { scheme } = review.manifest;
  switch (here.is) {
    case "id":
      return recordTold(here.definition, review);
    case "entry":
      return { source: here.key };
    case "reference":
      return referenceTold(here, review);
    case "kind":
      return { words: kindTitle(here.kind), means: t(KIND_MEANS[here.kind]) };
    case "label":
    case "stance": {
      const { label, means, values } = here.field;
      return { words: label, means: t(means), ...(values && { values }) };
    }
    case "role":
      return roleTold(here.role, scheme);
    case "value": {
      if (here.field.form === "text") return personTold(here.value, review);
      const { label, means, open } = here.field;
      const own = meaning(VALUE_MEANS[label], here.value);
      const values = (open ? scaleOf(label, review) : undefined) ?? here.field.values;
      return { words: `${label}: ${here.value}`, means: own ?? t(means), ...(values && { values }) };
    }
    case "key":
    case "setting":
      return yamlTold(here, review);
  }
}

/** A row that restates a record is told of as that record. */
function recordTold(definition: Definition, review: Review): Told {
  const all = review.definitions(definition.name);
  const record = review.isRestatement(definition.brief) ? (all[0] ?? definition) : definition;
  return { record, others: Math.max(0, all.length - 1) };
}

function referenceTold({ name, id, ref }: ReferenceHere, review: Review): Told {
  const [record, ...others] = name.startsWith("s:") ? [] : review.definitions(name);
  if (record) return { record, others: others.length };
  const key = keyOfName(name);
  const isSource = name.startsWith("s:");
  if (isSource && key !== undefined && review.isDefined(name)) return { source: key };
  const isKeyLost = key !== undefined && !review.isDefined(`s:${key}`);
  const near = nearNames(isKeyLost ? `s:${key}` : name, review);
  const rule = isKeyLost ? "source/unknown-key" : name.startsWith("c:") ? "code/unknown" : "ref/unknown";
  const data: FindingData = isKeyLost ? { key, name } : { id, name, field: ref.field };
  return { unknown: name, says: messageOf({ rule, data: { ...data, near } }), near };
}

/** The steps of one of the review's own scales. */
export function scaleOf(label: string, review: Review): readonly string[] | undefined {
  return review.manifest.appraisal[label];
}

/** Who stands behind initials. */
function personTold(initials: string, review: Review): Told | undefined {
  const who = review.manifest.coders.get(initials);
  return who ? { words: initials, means: who } : undefined;
}

function roleTold(role: RoleMention, scheme: Scheme): Told {
  const means = [
    meaning(PART_MEANS, role.part ?? "") ?? roleMeans(role.role, scheme),
    meaning(POSITION_MEANS, role.position ?? ""),
    role.absent ? t(ABSENT_MEANS) : undefined,
    meaning(VALUE_MEANS.layer, role.layer ?? ""),
  ].filter((text) => text !== undefined);
  return { words: roleName(role, scheme), means: means.join(" ") };
}
