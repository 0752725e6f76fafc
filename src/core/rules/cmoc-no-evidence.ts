/** Data: `id`. */
import { t } from "../l10n.ts";
import type { Link, Review } from "../review.ts";
import { called, evidenceOf, isClosed, isKnown, spanOf } from "./about.ts";
import { once } from "./once.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, source, subject, word } from "./words.ts";

/** Whether an extract that exists bears on it. A key that nothing knows is told of where it stands, and may be a slip. */
function isEvidence({ extract, source }: Link, review: Review): boolean {
  if (extract.startsWith("x:") && (review.isSound(extract) || review.isDefined(extract))) return true;
  return !isKnown(source, review);
}

const isBorneOut = once<Link, boolean>((links, review) => links.some((link) => isEvidence(link, review)));

export const cmocNoEvidencePage: RulePage = {
  why: "A reader must see how data became a configuration; without an extract there is nothing to see.",
  literature: "Gilmore et al. 2019, doi:10.1177/1609406919859754",
  fires: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n" }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
};

export const cmocNoEvidence: Rule = {
  id: "cmoc/no-evidence",
  level: "warning",
  fix: { title: "Give a row an id, or leave it out", safe: false },
  message: (data) =>
    word(data, "id") === subject(data)
      ? t("No extract bears on {0}. Link the extract that it came from.", word(data, "id"))
      : t("{0} has no evidence. Give it an id, and link the extract that it came from.", subject(data)),
  cmoc(at, review, report) {
    if (!isClosed(at.brief) && !isBorneOut(evidenceOf(at, review), review))
      report(spanOf(at.brief), { id: called(at) });
  },
};
