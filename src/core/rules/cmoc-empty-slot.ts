/** Data: `id`, `slot` (the role's word), `role` (its letter); `written` when its label stands with nothing after it, `candidate` of a candidate. */
import { t } from "../l10n.ts";
import type { Cmoc } from "../model/types.ts";
import type { FindingData } from "../syntax/finding.ts";
import type { Scheme } from "../vocabulary.ts";
import { calledOf, isClosed, isPastCandidate, roleWord } from "./about.ts";
import type { ReportOwn, Rule, RulePage } from "./rule.ts";
import { example, slotSaid, source, subject } from "./words.ts";

export const cmocEmptySlotPage: RulePage = {
  why: "A configuration is a proposition that can be tested only when every slot of its scheme is filled.",
  literature: "Tierney et al. 2020, doi:10.1186/s12916-020-1510-7",
  fires: example({
    "a.md": "## CMOC TR1: One\n\n- status: supported\n- **C:** a place\n- **M:** trust\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n- status: supported\n- **C:** a place\n- **M:** trust\n- **O:** peace\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
};

export const cmocEmptySlot: Rule = {
  id: "cmoc/empty-slot",
  level: "warning",
  fix: { title: "Add the slot", safe: false },
  message: (data) =>
    data.written
      ? t("{0} has an empty {1}. Fill it, or take the label out.", subject(data), slotSaid(data))
      : t("{0} has no {1}. Add it, or keep the configuration a candidate.", subject(data), slotSaid(data)),
  levelFor: (data) => (data.candidate ? "info" : undefined),
  own: { cmoc: emptySlots },
};

function emptySlots(entity: Cmoc, scheme: Scheme, report: ReportOwn): void {
  if (isClosed(entity)) return;
  const more: FindingData = isPastCandidate(entity) ? {} : { candidate: true };
  const id = calledOf(entity);
  for (const role of scheme.required) {
    if (!holds(entity.slots, role) && !holds(entity.empty, role))
      report(entity.head, { id, slot: roleWord(role, scheme), role, ...more });
  }
  for (const empty of entity.empty) {
    const { role } = empty;
    report(empty, { id, slot: roleWord(role, scheme), role, written: true, ...more });
  }
}

function holds(slots: readonly { readonly role: string }[], role: string): boolean {
  for (const slot of slots) if (slot.role === role) return true;
  return false;
}
