/** Data: `id`, `slot` (the word for it, numbered where its role has several). */

import { t } from "../l10n.ts";
import { isInferred, slotSpan } from "../model/brief.ts";
import { slotKey } from "../review/links.ts";
import type { Link, Review } from "../review.ts";
import { slotsNamed } from "../syntax/counting.ts";
import type { RoleMention } from "../syntax/slots.ts";
import { called, evidenceOf, isClosed, slotWords } from "./about.ts";
import { once } from "./once.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, slotSaid, source, word } from "./words.ts";

/** Of more slots than this, a link that names the same as another is passed over; of more links, what they name is remembered. */
const FEW = 32;

type Named = readonly boolean[] | undefined;

/** By the roles of the records that share the links: those of one make have one list. */
const byRoles = once<Link, Map<readonly RoleMention[], Named>>(() => new Map());

/** For each slot whether some link names it; undefined where no link names any. */
function slotsSpokenTo(links: readonly Link[], roles: readonly RoleMention[], review: Review): Named {
  if (links.length <= FEW) return slotsNamedBy(links, roles);
  const known = byRoles(links, review);
  if (!known.has(roles)) known.set(roles, slotsNamedBy(links, roles));
  return known.get(roles);
}

function slotsNamedBy(links: readonly Link[], roles: readonly RoleMention[]): Named {
  let named: boolean[] | undefined;
  const seen = roles.length > FEW ? new Set<string>() : undefined;
  for (const { slots } of links) {
    for (const slot of slots) {
      named ??= [];
      const key = seen && slotKey(slot);
      if (key !== undefined && seen?.has(key)) continue;
      if (key !== undefined) seen?.add(key);
      for (const at of slotsNamed(slot, roles)) named[at] = true;
    }
  }
  return named;
}

export const slotNoEvidencePage: RulePage = {
  why: "Where links say which slots they speak to, a slot that none names stands on nothing.",
  fires: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- **M:** trust\n- supports: @lund2010#e1 (C)\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n"),
  }),
  quiet: example({
    "a.md":
      "## CMOC TR1: One\n\n- **C:** a place\n- **M:** trust\n  - inferred: nobody names it\n- supports: @lund2010#e1 (C)\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n"),
  }),
};

export const slotNoEvidence: Rule = {
  id: "slot/no-evidence",
  level: "info",
  message: (data) =>
    t(
      "No extract speaks to the {0} of {1}. Link one to it, or say under it “inferred:” and why.",
      slotSaid(data),
      word(data, "id"),
    ),
  cmoc(at, review, report) {
    const { brief } = at;
    if (isClosed(brief)) return;
    const named = slotsSpokenTo(evidenceOf(at, review), brief.roles, review);
    if (!named) return;
    let words: readonly string[] | undefined;
    for (const [index, role] of brief.roles.entries()) {
      if (named[index] || (isInferred(brief, index) ?? at.entity.slots[index]?.inferred !== undefined)) continue;
      words ??= slotWords(brief.roles, review.manifest.scheme);
      report(slotSpan(brief, index), { id: called(at), slot: words[index] ?? role.role });
    }
  },
};
