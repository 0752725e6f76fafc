/** Data: `id`, `at`: what the extract says; `pages`: where the words are printed, at the likeliest place; `others`: pages on which they stand, too. */
import { t } from "../l10n.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, list, source, word } from "./words.ts";

const TEXT = "They met every week.\n\fLittle was hidden from anybody who came.\n";
// @__NO_SIDE_EFFECTS__
const at = (page: string): { readonly [path: string]: string } =>
  example({
    "lund.md": source(
      "lund2010",
      `## Extract e1\n\n> Little was hidden from anybody who came.\n\n- at: ${page}\n- parked: later\n`,
      "first page: 407\n",
    ),
    "texts/lund2010.txt": TEXT,
  });

export const quoteMovedPage: RulePage = {
  why: "A wrong page sends whoever looks for the passage elsewhere.",
  fires: at("p. 407"),
  quiet: at("p. 408"),
};

export const quoteMoved: Rule = {
  id: "quote/moved",
  level: "warning",
  fix: { title: "Correct the page", safe: false },
  message: (data) => {
    const pages = list(data, "pages");
    const last = pages[pages.length - 1] ?? "";
    const others = list(data, "others");
    if (others.length > 0)
      return t(
        "The words of {0} stand on page {1}, the likeliest by the extracts beside it, and on {2}, and not at “{3}”. Correct the page.",
        word(data, "id"),
        pages[0] ?? "",
        others.join(", "),
        word(data, "at"),
      );
    return pages.length > 1
      ? t(
          "The words of {0} stand on pages {1} to {2}, and not at “{3}”. Correct the page.",
          word(data, "id"),
          pages[0] ?? "",
          last,
          word(data, "at"),
        )
      : t(
          "The words of {0} stand on page {1}, and not at “{2}”. Correct the page.",
          word(data, "id"),
          last,
          word(data, "at"),
        );
  },
};
