/** Data: `id`, `what` ("source" or "study"), `name`. */
import { t } from "../l10n.ts";
import type { Link, Review, SourceView } from "../review.ts";
import { called, evidenceOf, isClosed, spanOf } from "./about.ts";
import { once } from "./once.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, source, word } from "./words.ts";

interface Only {
  readonly what: "source" | "study";
  readonly name: string;
}

/** The one source, or the one study, that all links come from. */
function onlyOf(links: readonly Link[], review: Review): Only | undefined {
  let first: SourceView | undefined;
  let isOne = true;
  for (const link of links) {
    const source = review.source(link.source);
    first ??= source;
    if (!source || !first || source.key === first.key) continue;
    if (source.studyKey !== first.studyKey) return undefined;
    isOne = false;
  }
  if (!first) return undefined;
  return isOne ? { what: "source", name: `@${first.key}` } : { what: "study", name: first.study };
}

const onlyOnce = once(onlyOf);

export const cmocSingleSourcePage: RulePage = {
  why: "A pattern that one study alone shows has not been seen to recur.",
  fires: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
    "moe.md": source("moe2011", "## Extract e1\n\n> There.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
};

export const cmocSingleSource: Rule = {
  id: "cmoc/single-source",
  level: "info",
  message: (data) =>
    word(data, "what") === "source"
      ? t("All evidence for {0} comes from one source, {1}. Look for another.", word(data, "id"), word(data, "name"))
      : t("All evidence for {0} comes from one study, {1}. Look for another.", word(data, "id"), word(data, "name")),
  cmoc(at, review, report) {
    if (isClosed(at.brief)) return;
    const only = onlyOnce(evidenceOf(at, review), review);
    if (only) report(spanOf(at.brief), { id: called(at), what: only.what, name: only.name });
  },
};
