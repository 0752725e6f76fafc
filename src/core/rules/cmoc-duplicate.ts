/** Data: `id`, `other`. */
import { digestsOf } from "../review/digest.ts";
import { called, isClosed, placeOf } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, subject, word } from "./words.ts";

export const cmocDuplicate: Rule = {
  id: "cmoc/duplicate",
  level: "hint",
  why: "The same slots twice are one configuration; to consolidate them is the hard step of a synthesis.",
  literature: "Jackson and Kolla 2012, doi:10.1177/1098214012440030",
  fires: example({
    "a.md":
      "## CMOC TR1: One\n\n- **C:** a place\n- **M:** trust\n\n## CMOC TR2: Two\n\n- **C:** A place.\n- **M:** trust\n",
  }),
  quiet: example({
    "a.md":
      "## CMOC TR1: One\n\n- **C:** a place\n- **M:** trust\n\n## CMOC TR2: Two\n\n- **C:** a time\n- **M:** trust\n",
  }),
  message: (data) =>
    `${subject(data)} has the same slots as ${word(data, "other")}. Merge them, or say how they differ.`,
  cmoc(at, review, report) {
    const digest = digestsOf(at.entity).find((name) => name.startsWith("d:s:"));
    if (digest === undefined || isClosed(at.entity)) return;
    const other = review.alike(digest).find((each) => {
      const { entity, name } = each;
      return each !== at && entity.kind === "cmoc" && !isClosed(entity) && (name === "" || name !== at.name);
    });
    if (!other) return;
    report(at.entity.head, { id: called(at), other: called(other) }, { related: [placeOf(other, called(other))] });
  },
};
