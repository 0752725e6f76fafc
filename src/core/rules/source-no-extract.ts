/** Data: `key`. */
import { t } from "../l10n.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, source, word } from "./words.ts";

const NOWHERE = { start: 0, end: 0 };

export const sourceNoExtractPage: RulePage = {
  why: "A reader will ask why a source was included that gives nothing.",
  fires: example({ "lund.md": source("lund2010", "") }),
  quiet: example({ "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- parked: later\n") }),
};

export const sourceNoExtract: Rule = {
  id: "source/no-extract",
  level: "warning",
  message: (data) =>
    t("@{0} is included and gives no extract. Code one, or exclude it with a reason.", word(data, "key")),
  source(source, review, report) {
    if (source.status !== "included" || review.hasExtract(source.key)) return;
    report(source.frontMatter?.citekey?.span ?? NOWHERE, { key: source.key });
  },
};
