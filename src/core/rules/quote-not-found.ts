/** Data: `id`, `key`. Found by `core/proof`, where the text of the source is held. */
import { t } from "../l10n.ts";
import type { ExampleFiles, Rule, RulePage } from "./rule.ts";
import { source, word } from "./words.ts";

const TEXT = "They met every week, and little was hidden from anybody who came.\n";
// @__NO_SIDE_EFFECTS__
export function proven(quote: string, manifest = "cmoc: 1\n"): ExampleFiles {
  const extract = `## Extract e1\n\n> ${quote}\n\n- at: p. 1\n- parked: later\n`;
  return { "review.yaml": manifest, "lund.md": source("lund2010", extract), "texts/lund2010.txt": TEXT };
}

export const quoteNotFoundPage: RulePage = {
  why: "A quotation that nobody can find in its source proves nothing.",
  fires: proven("Nobody came to the harbour that winter."),
  quiet: proven("little was hidden from anybody who came."),
};

export const quoteNotFound: Rule = {
  id: "quote/not-found",
  level: "error",
  message: (data) =>
    t(
      "The words of {0} are not in the text of its source, nor any like them. Compare them with the source, or write them as a paraphrase.",
      word(data, "id"),
    ),
};
