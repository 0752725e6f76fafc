/** Data: `id`, `key`, `why` (`none`, `scan`, `unreadable`), `file`, `reason`. */
import { t } from "../l10n.ts";
import { proven } from "./quote-not-found.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, source, word } from "./words.ts";

export const quoteUnverifiablePage: RulePage = {
  why: "What cannot be checked is not what was checked and not found.",
  fires: example({
    "review.yaml": "cmoc: 1\nchecks: { quote/unverifiable: hint }\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> They met every week.\n\n- at: p. 1\n- parked: later\n"),
  }),
  quiet: proven("They met every week", "cmoc: 1\nchecks: { quote/unverifiable: hint }\n"),
};

export const quoteUnverifiable: Rule = {
  id: "quote/unverifiable",
  level: "off",
  message: (data) => {
    const id = word(data, "id");
    switch (word(data, "why")) {
      case "scan":
        return t(
          "{0} cannot be checked: {1} holds pictures of pages and no text. Have its text recognised, or put a text beside it.",
          id,
          word(data, "file"),
        );
      case "unreadable":
        return t("{0} cannot be checked: {1} cannot be read. {2}", id, word(data, "file"), word(data, "reason"));
      default:
        return t("{0} cannot be checked: no text of @{1} is held. Add its full text.", id, word(data, "key"));
    }
  },
};
