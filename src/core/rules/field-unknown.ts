/** Raised by the readers of records, and here for bullets that would be coding lines. Data: `label`, `near`, `kind`; `scheme` for a role that is no slot; `why` for one that is known ("under", "numbered", "stars"). */
import { t } from "../l10n.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, near, quoted, word } from "./words.ts";

export const fieldUnknownPage: RulePage = {
  why: "A label that is nearly one of the language’s is read as prose, and what it says is lost.",
  fires: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- staus: candidate\n" }),
  quiet: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- status: candidate\n- afterthought: none\n" }),
};

export const fieldUnknown: Rule = {
  id: "field/unknown",
  level: "warning",
  fix: { title: "Use the near label", safe: false },
  message: (data) => {
    const label = quoted(word(data, "label"));
    if (data.scheme !== undefined)
      return t(
        "{0} is no slot of this review’s configurations ({1}). Change the label, or “configuration” in review.yaml.",
        label,
        word(data, "scheme"),
      );
    switch (data.why) {
      case "under":
        return t(
          "{0} stands under a slot of another role, so it is no slot. Move it out to the level of the slots.",
          label,
        );
      case "numbered":
        return t("{0} stands in a numbered list, which is read as prose. Write it as a bullet.", label);
      case "stars":
        return t(
          "{0} is no label here, since no space parts its stars from what follows. Add the space, or write the label plain.",
          label,
        );
      default:
    }
    if (data.kind === "coding")
      return t(
        "{0} is a code, but this bullet is read as prose: before it stands one role, or “code”, and after the colon only quoted words and a coder.",
        label,
      );
    return t("{0} is not a label of the language, so it is read as prose.{1}", label, near(data));
  },
  oddReference({ ref }, review, report) {
    if (ref.field !== "coding-prose" || !review.isDefined(ref.name)) return;
    report(ref, { label: ref.id, near: [], kind: "coding" });
  },
};
