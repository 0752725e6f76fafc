import type { Cmoc, Name } from "../model/types.ts";
import { digestsOf } from "../review/digest.ts";
import { called, isClosed } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, word } from "./words.ts";

function tied(cmoc: Cmoc, name: Name): boolean {
  return cmoc.refs.some(
    (ref) =>
      ref.field === "moderates" || (ref.name === name && (ref.field === "rival of" || ref.field === "specialises")),
  );
}

export const cmocRival: Rule = {
  id: "cmoc/rival",
  level: "hint",
  why: "The same context and mechanism with another outcome want a rival or a moderator named.",
  literature: "field checks of rival explanations, doi:10.1186/s12961-024-01115-9",
  fires: example({
    "a.md":
      "## CMOC TR1: One\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n\n## CMOC TR2: Two\n\n- **C:** a place\n- **M:** trust\n- **O:** war\n",
  }),
  quiet: example({
    "a.md":
      "## CMOC TR1: One\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n- rival of: TR2\n\n## CMOC TR2: Two\n\n- **C:** a place\n- **M:** trust\n- **O:** war\n",
  }),
  message: (data) =>
    `${word(data, "id")} has the context and mechanism of ${word(data, "other")} with another outcome. Say “rival of”, or name what moderates.`,
  cmoc(at, review, report) {
    const digests = digestsOf(at.entity);
    const cause = digests.find((digest) => digest.startsWith("d:c:"));
    if (cause === undefined || isClosed(at.entity) || !at.entity.slots.some((slot) => slot.role === "O")) return;
    for (const other of review.definitions(cause)) {
      const { entity } = other;
      if (entity === at.entity || entity.kind !== "cmoc" || isClosed(entity) || digestsOf(entity)[0] === digests[0])
        continue;
      if ((other.name !== "" && other.name === at.name) || !entity.slots.some((slot) => slot.role === "O")) continue;
      if (tied(at.entity, other.name) || tied(entity, at.name)) continue;
      report(at.entity.head, { id: called(at, review), other: called(other, review) });
      return;
    }
  },
};
