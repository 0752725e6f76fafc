/**
 * Data: `id`, `passage`: the words of the source; `alike`: of a hundred letters so many are the same; `words`: those of both, each run with `=` before it, of the source
 * alone with `+`, of the quotation alone with `-`, between its parts with `~`.
 */
import { t } from "../l10n.ts";
import { proven } from "./quote-not-found.ts";
import type { Rule, RulePage } from "./rule.ts";
import { quoted, word } from "./words.ts";

export const quoteNearPage: RulePage = {
  why: "One wrong word can turn a quotation round.",
  fires: proven("They met every week, and much was hidden from anybody who came."),
  quiet: proven("They met every week, … hidden from anybody who came."),
};

export const quoteNear: Rule = {
  id: "quote/near",
  level: "info",
  fix: { title: "Use the source’s words", safe: false },
  message: (data) =>
    t(
      "The source of {0} has other words. Use those, or mark what was changed with […]. It says: {1}",
      word(data, "id"),
      quoted(word(data, "passage")),
    ),
};
