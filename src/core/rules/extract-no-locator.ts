/** Data: `id`. */
import { t } from "../l10n.ts";
import { calledOf } from "./about.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, source, word } from "./words.ts";

export const extractNoLocatorPage: RulePage = {
  why: "Without a page nobody can go back to the passage.",
  fires: example({ "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- parked: later\n") }),
  quiet: example({ "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- parked: later\n") }),
};

export const extractNoLocator: Rule = {
  id: "extract/no-locator",
  level: "warning",
  fix: { title: "Fill in the page", safe: false },
  message: (data) => t("{0} does not say where in the source it stands. Add “at: p. …”.", word(data, "id")),
  own: {
    extract(entity, _scheme, report) {
      if (entity.at === undefined) report(entity.head, { id: calledOf(entity) });
    },
  },
};
