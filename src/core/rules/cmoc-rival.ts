/** Data: `id`, `other`. */
import { t } from "../l10n.ts";
import type { Brief, CmocBrief } from "../model/brief.ts";
import type { Name } from "../model/types.ts";
import type { Definition, Review } from "../review.ts";
import { called, isClosed, isSame, placeOf, spanOf } from "./about.ts";
import { onceForName } from "./once.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, subject, word } from "./words.ts";

const TIES = new Set(["rival of", "specialises", "merges", "merged into", "moderates"]);

interface Moderation {
  /** Whether something moderates the configuration itself. */
  readonly isOwn: boolean;
  /** The configurations that each moderated regularity that names it holds. */
  readonly held: readonly ReadonlySet<Name>[];
}

const membersOf = ({ links }: Brief): ReadonlySet<Name> =>
  new Set(links.filter(({ field }) => field === "configurations").map(({ name }) => name));

const moderationOf = onceForName<Moderation>((name, review) => {
  let isOwn = false;
  const demis = new Set<Brief>();
  for (const { ref, from } of review.references(name)) {
    if (ref.field === "moderates") isOwn = true;
    const demi = from?.brief;
    if (demi?.kind === "demi-regularity" && demi.moderated) demis.add(demi);
  }
  return { isOwn, held: [...demis].map(membersOf) };
});

/** Whether somebody has said how two configurations go together: a link between them, a moderator of either, or of a regularity that holds both. */
function isExplained(one: Definition, other: Definition, review: Review): boolean {
  const names = (from: Definition, to: Definition): boolean =>
    from.brief.links.some((ref) => TIES.has(ref.field) && ref.name === to.name);
  if (names(one, other) || names(other, one)) return true;
  for (const name of [one.name, other.name]) {
    if (name === "") continue;
    const { isOwn, held } = moderationOf(name, review);
    if (isOwn || held.some((members) => members.has(one.name) && members.has(other.name))) return true;
  }
  return false;
}

/** What happens when the mechanism does not fire is no rival outcome. */
function hasOutcome(cmoc: CmocBrief): boolean {
  return cmoc.roles.some((slot) => slot.role === "O" && !slot.absent);
}

export const cmocRivalPage: RulePage = {
  why: "The same context and mechanism with another outcome want a rival explanation or a moderator named.",
  fires: example({
    "a.md":
      "## CMOC TR1: One\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n\n## CMOC TR2: Two\n\n- **C:** a place\n- **M:** trust\n- **O:** war\n",
  }),
  quiet: example({
    "a.md":
      "## CMOC TR1: One\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n- rival of: TR2\n\n## CMOC TR2: Two\n\n- **C:** a place\n- **M:** trust\n- **O:** war\n",
  }),
};

export const cmocRival: Rule = {
  id: "cmoc/rival",
  level: "hint",
  fix: { title: "Say that they are rivals", safe: false },
  message: (data) =>
    t(
      "{0} has the context and mechanism of {1} with another outcome. Say “rival of”, or name what moderates.",
      subject(data),
      word(data, "other"),
    ),
  cmoc(at, review, report) {
    const { causeDigest, slotsDigest } = at.brief;
    if (causeDigest === 0 || isClosed(at.brief) || !hasOutcome(at.brief)) return;
    for (const other of review.alike(causeDigest)) {
      const { brief, name } = other;
      if (isSame(other, at) || brief.kind !== "cmoc" || brief.causeDigest !== causeDigest) continue;
      if (isClosed(brief) || !hasOutcome(brief)) continue;
      if ((name !== "" && name === at.name) || brief.slotsDigest === slotsDigest) continue;
      if (isExplained(at, other, review)) continue;
      report(spanOf(at.brief), { id: called(at), other: called(other) }, { related: [placeOf(other, called(other))] });
      return;
    }
  },
};
