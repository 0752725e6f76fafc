/** Raised by the reader of documents. Data: `length` (UTF-16 units). */
import { grouped, t } from "../l10n.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example } from "./words.ts";

// @__NO_SIDE_EFFECTS__
const nested = (items: number): string => `<div>\n\n${"1) x\n".repeat(items)}`;

export const fileTooLargePage: RulePage = {
  why: "What is in a section that is too long to be read is not in the review.",
  fires: example({ "a.md": nested(120_000) }),
  quiet: example({ "a.md": "Nothing.\n" }),
};

export const fileTooLarge: Rule = {
  id: "file/too-large",
  level: "warning",
  message: (data) =>
    t(
      "This section has {0} characters of a kind that is not read at that length. Part it with headings.",
      grouped(Number(data.length)),
    ),
};
