/** Data: `id`, `other`. */
import type { Cmoc } from "../model/types.ts";
import { digestsOf } from "../review/digest.ts";
import type { Definition, Review } from "../review.ts";
import { called, isClosed, placeOf } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, subject, word } from "./words.ts";

const TIES = new Set(["rival of", "specialises", "merges", "merged into", "moderates"]);

/** Whether somebody has said how two configurations go together: a link between them, a moderator of either, or of a regularity that holds both. */
function isExplained(one: Definition<Cmoc>, other: Definition<Cmoc>, review: Review): boolean {
  const names = (from: Definition<Cmoc>, to: Definition<Cmoc>): boolean =>
    from.entity.refs.some((ref) => TIES.has(ref.field) && ref.name === to.name);
  if (names(one, other) || names(other, one)) return true;
  for (const name of [one.name, other.name]) {
    for (const { ref, from } of name === "" ? [] : review.references(name)) {
      if (ref.field === "moderates") return true;
      if (from?.entity.kind !== "demi-regularity" || from.entity.moderators.length === 0) continue;
      const members = from.entity.refs.filter((each) => each.field === "configurations").map((each) => each.name);
      if (members.includes(one.name) && members.includes(other.name)) return true;
    }
  }
  return false;
}

/** What happens when the mechanism does not fire is no rival outcome. */
function hasOutcome(cmoc: Cmoc): boolean {
  return cmoc.slots.some((slot) => slot.role === "O" && !slot.absent);
}

export const cmocRival: Rule = {
  id: "cmoc/rival",
  level: "hint",
  why: "The same context and mechanism with another outcome want a rival explanation or a moderator named.",
  fires: example({
    "a.md":
      "## CMOC TR1: One\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n\n## CMOC TR2: Two\n\n- **C:** a place\n- **M:** trust\n- **O:** war\n",
  }),
  quiet: example({
    "a.md":
      "## CMOC TR1: One\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n- rival of: TR2\n\n## CMOC TR2: Two\n\n- **C:** a place\n- **M:** trust\n- **O:** war\n",
  }),
  message: (data) =>
    `${subject(data)} has the context and mechanism of ${word(data, "other")} with another outcome. Say “rival of”, or name what moderates.`,
  cmoc(at, review, report) {
    const digests = digestsOf(at.entity);
    const cause = digests.find((digest) => digest.startsWith("d:c:"));
    if (cause === undefined || isClosed(at.entity) || !hasOutcome(at.entity)) return;
    for (const each of review.alike(cause)) {
      const { entity, name } = each;
      if (each === at || entity.kind !== "cmoc" || isClosed(entity) || !hasOutcome(entity)) continue;
      if ((name !== "" && name === at.name) || digestsOf(entity)[0] === digests[0]) continue;
      const other = each as Definition<Cmoc>;
      if (isExplained(at, other, review)) continue;
      report(at.entity.head, { id: called(at), other: called(other) }, { related: [placeOf(other, called(other))] });
      return;
    }
  },
};
