/** Data: `extract`, `record`, `first` and `second` (the two stances). */

import { t } from "../l10n.ts";
import type { Brief } from "../model/brief.ts";
import { endOf, slotKey } from "../review/links.ts";
import { isEvidence, type Link, type Review } from "../review.ts";
import { slotsNamed } from "../syntax/counting.ts";
import type { RoleMention } from "../syntax/slots.ts";
import { called, isClosed, spanOf } from "./about.ts";
import { once } from "./once.ts";
import type { RelatedPlace, Rule, RulePage } from "./rule.ts";
import { example, source, word } from "./words.ts";

/** Whether two links of different stance share a slot, or neither names one. Of a record without slots the names are compared. */
function meet(first: Link, second: Link, slots: readonly RoleMention[]): boolean {
  if (first.slots.length === 0 || second.slots.length === 0) return first.slots.length === second.slots.length;
  const of = (link: Link): ReadonlySet<number | string> =>
    slots.length === 0
      ? new Set(link.slots.map(slotKey))
      : new Set(link.slots.flatMap((slot) => slotsNamed(slot, slots)));
  const others = of(second);
  return [...of(first)].some((slot) => others.has(slot));
}

/** The id of the record that a link bears on, as it is written. */
function recordOf(link: Link, review: Review): string {
  const definition = link.row ?? review.definitions(link.record)[0];
  if (definition) return called(definition);
  return link.places.find(({ from }) => from?.brief.kind === "extract")?.ref.id ?? "";
}

interface Conflict {
  readonly record: string;
  readonly first: string;
  readonly second: string;
  readonly related: readonly RelatedPlace[];
}

const NO_CONFLICTS: readonly Conflict[] = [];

function conflictsIn(all: readonly Link[], review: Review): readonly Conflict[] {
  if (all.every(({ stance }) => stance === all[0]?.stance)) return NO_CONFLICTS;
  const found: Conflict[] = [];
  const byRecord = new Map<string | Brief, Link[]>();
  for (const link of all) {
    const links = byRecord.get(endOf(link));
    if (links) links.push(link);
    else byRecord.set(endOf(link), [link]);
  }
  for (const links of byRecord.values()) {
    if (links.length < 2) continue;
    const [one] = links;
    const record = one?.row?.brief ?? review.brief(one?.record ?? "");
    if (record?.kind === "cmoc" && isClosed(record)) continue;
    const slots = record?.kind === "cmoc" ? record.roles : [];
    for (const [index, first] of links.entries()) {
      for (const second of links.slice(index + 1)) {
        if (!meet(first, second, slots)) continue;
        const related = [...first.places.slice(0, SHOWN), ...second.places.slice(0, SHOWN)]
          .slice(0, SHOWN)
          .map(({ placed, ref }) => ({ at: placed, span: ref, label: isEvidence(ref) ? ref.stance : ref.field }));
        found.push({ record: recordOf(first, review), first: first.stance, second: second.stance, related });
      }
    }
  }
  return found;
}

/** Extracts of one name have the same links. */
const conflictsOf = once(conflictsIn);
const SHOWN = 4;

export const extractStanceConflictPage: RulePage = {
  why: "One passage cannot both affirm and deny the same thing without a word on it.",
  literature: "Aunger et al. 2021, doi:10.1186/s12913-021-06630-x",
  fires: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- supports: @lund2010#e1\n- refutes: @lund2010#e1\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n"),
  }),
  quiet: example({
    "a.md":
      "## CMOC TR1: One\n\n- **C:** a place\n- **O:** trust\n- supports: @lund2010#e1 (C)\n- refutes: @lund2010#e1 (O)\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n"),
  }),
};

export const extractStanceConflict: Rule = {
  id: "extract/stance-conflict",
  level: "warning",
  message: (data) =>
    t(
      "{0} both {1} and {2} {3}. Name the slots that each link speaks to, or keep one of the two.",
      word(data, "extract"),
      word(data, "first"),
      word(data, "second"),
      word(data, "record"),
    ),
  extract(at, review, report) {
    for (const { record, first, second, related } of conflictsOf(review.repeatedly(at.name), review))
      report(spanOf(at.brief), { extract: called(at), record, first, second }, { related });
  },
};
