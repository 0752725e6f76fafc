/** Evidence as marks and as words: how many links support, refute and refine, from how many sources. */

import { grouped, t } from "../../l10n.ts";
import type { Link } from "../../review.ts";
import { slotsNamed } from "../../syntax/counting.ts";
import type { RoleMention, Slot } from "../../syntax/slots.ts";
import { STANCES, type Stance } from "../../vocabulary.ts";
import { type Counted, evidenceCount, extractCount, sourceCount } from "./counts.ts";

export const MARKS: { readonly [stance in Stance]: string } = { supports: "✓", refutes: "✗", refines: "↻" };

/** "5 extracts support", "1 extract supports". */
const VERBS: { readonly [stance in Stance]: (n: number) => string } = {
  supports: (n) => (n === 1 ? t("supports") : t("support")),
  refutes: (n) => (n === 1 ? t("refutes") : t("refute")),
  refines: (n) => (n === 1 ? t("refines") : t("refine")),
};

export interface Tally {
  readonly supports: number;
  readonly refutes: number;
  readonly refines: number;
  readonly sources: number;
  /** Links from a source as a whole, among those counted by stance. */
  readonly whole: number;
}

export function tallyOf(links: readonly Link[]): Tally {
  const tally = { supports: 0, refutes: 0, refines: 0, sources: 0, whole: 0 };
  for (const { stance, extract } of links) {
    tally[stance]++;
    if (extract.charCodeAt(0) === 115) tally.whole++;
  }
  tally.sources = links.length < 2 ? links.length : new Set(links.map((link) => link.source)).size;
  return tally;
}

/** `✓5 ✗1`; nothing where there is no evidence. */
export function marksOf(tally: Tally): string {
  let marks = "";
  for (const stance of STANCES)
    if (tally[stance] > 0) marks += `${marks === "" ? "" : " "}${MARKS[stance]}${grouped(tally[stance])}`;
  return marks;
}

/** "5 extracts support, 1 refutes, from 3 sources"; "no evidence" where there is none. */
export function tallyWords(tally: Tally): string {
  const all = tally.supports + tally.refutes + tally.refines;
  if (all === 0) return t("no evidence");
  const counted: Counted = tally.whole === 0 ? extractCount : tally.whole === all ? sourceCount : evidenceCount;
  let said = "";
  for (const stance of STANCES) {
    const n = tally[stance];
    if (n === 0) continue;
    const verb = VERBS[stance](n);
    said += said === "" ? `${counted(n)} ${verb}` : `, ${grouped(n)} ${verb}`;
  }
  return tally.whole === all || all === 1 ? said : t("{0}, from {1}", said, sourceCount(tally.sources));
}

/** Of each slot, the links that speak to it by name; nothing where every link speaks to the whole. */
export function linksBySlot(
  links: readonly Link[],
  slots: readonly RoleMention[],
): readonly (readonly Link[])[] | undefined {
  let found: Link[][] | undefined;
  for (const link of links) {
    for (const at of new Set(link.slots.flatMap((named) => slotsNamed(named, slots)))) {
      found ??= slots.map(() => []);
      found[at]?.push(link);
    }
    if (link.slots.length > 0) found ??= slots.map(() => []);
  }
  return found;
}

/** What is said of a slot's evidence: its marks, or where others have evidence of their own `none`, or that somebody inferred it. */
export function slotMarks(slot: Slot, own: readonly Link[] | undefined): string {
  if (own === undefined) return slot.inferred === undefined ? "" : t("inferred");
  if (own.length > 0) return marksOf(tallyOf(own));
  return slot.inferred === undefined ? t("none") : t("inferred");
}

/** Links in the order of the stances, each stance's in the order of the texts. */
export function byStance(links: readonly Link[]): readonly Link[] {
  const [first] = links;
  if (!first || links.every(({ stance }) => stance === first.stance)) return links;
  return STANCES.flatMap((stance) => links.filter((link) => link.stance === stance));
}
