/** Data: `id`, `sources` (citations). */

import { t } from "../l10n.ts";
import type { Link, Review } from "../review.ts";
import { stepAndReason } from "../syntax/step-reason.ts";
import { called, evidenceOf, extractOf, isClosed, keysOf, spanOf } from "./about.ts";
import { once } from "./once.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, joined, list, sameWord, source, subject } from "./words.ts";

const OPINION = /(?:^|[^\p{L}])(?:abstract|opinion|commentary|editorial)(?![\p{L}])/iu;

/** What the extract says of its richness goes before what its source's file says. */
function isThin(link: Link, review: Review): boolean {
  const source = review.source(link.source);
  if (source?.type !== undefined && OPINION.test(source.type.slice(0, 200))) return true;
  const own = extractOf(link, review)?.richness;
  const richness = own ?? source?.richness;
  const scale = review.manifest.appraisal.richness ?? [];
  return richness !== undefined && scale.length > 1 && sameWord(stepAndReason(richness, scale).step, scale[0] ?? "");
}

function isAtExtract({ places }: Link): boolean {
  return places[0]?.from?.brief.kind === "extract";
}

/** Citations of the sources, where all are thin. */
const thinSources = once<Link, readonly string[] | undefined>((links, review) => {
  // An extract that says itself what it bears on is at hand, and one that is not thin answers for all.
  if (links.length === 0 || links.some((link) => isAtExtract(link) && !isThin(link, review))) return undefined;
  if (!links.every((link) => isThin(link, review))) return undefined;
  return keysOf(links).map((key) => `@${key}`);
});

const SHOWN = 5;

export const cmocThinEvidencePage: RulePage = {
  why: "Thin, abstract-only or opinion sources carry little explanation.",
  literature: "BMC Medical Education 2025, doi:10.1186/s12909-025-07222-7",
  fires: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- richness: thin\n- supports: TR1\n"),
  }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
};

export const cmocThinEvidence: Rule = {
  id: "cmoc/thin-evidence",
  level: "info",
  message: (data) => {
    const sources = list(data, "sources");
    const more = sources.length - SHOWN;
    const names = more > 0 ? t("{0} and {1} more", sources.slice(0, SHOWN).join(", "), more) : joined(sources, "and");
    return t("{0} rests on thin or opinion sources only: {1}. Look for a richer one.", subject(data), names);
  },
  cmoc(at, review, report) {
    if (isClosed(at.brief)) return;
    const sources = thinSources(evidenceOf(at, review), review);
    if (sources) report(spanOf(at.brief), { id: called(at), sources });
  },
};
