/** Data: `id`, `other`. */
import { t } from "../l10n.ts";
import { called, isClosed, isSame, placeOf, spanOf } from "./about.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, subject, word } from "./words.ts";

export const cmocDuplicatePage: RulePage = {
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
};

export const cmocDuplicate: Rule = {
  id: "cmoc/duplicate",
  level: "hint",
  fix: { title: "Leave the table out", safe: false },
  message: (data) =>
    t("{0} has the same slots as {1}. Merge them, or say how they differ.", subject(data), word(data, "other")),
  cmoc(at, review, report) {
    const { slotsDigest } = at.brief;
    if (slotsDigest === 0 || isClosed(at.brief)) return;
    const other = review.alike(slotsDigest).find((each) => {
      const { brief, name } = each;
      if (isSame(each, at) || brief.kind !== "cmoc" || brief.slotsDigest !== slotsDigest) return false;
      return !isClosed(brief) && (name === "" || name !== at.name);
    });
    if (!other) return;
    report(spanOf(at.brief), { id: called(at), other: called(other) }, { related: [placeOf(other, called(other))] });
  },
};
