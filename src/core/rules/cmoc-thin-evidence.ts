import type { Link, Review } from "../review.ts";
import { called, evidenceOf, extractOf, isClosed, keysOf } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, source, word } from "./words.ts";

const OPINION = /^(?:conference )?(?:abstract|opinion|opinion piece|commentary|editorial|letter)s?$/i;

/** What the extract says of its richness goes before what its source's file says. */
function isThin(link: Link, review: Review): boolean {
  const source = review.source(link.source);
  const richness = extractOf(link, review)?.richness?.text ?? source?.frontMatter?.richness?.value;
  const scale = review.manifest.appraisal.richness;
  if (richness !== undefined && scale && scale.length > 1 && richness.toLowerCase() === scale[0]?.toLowerCase())
    return true;
  return source?.type !== undefined && OPINION.test(source.type.trim());
}

export const cmocThinEvidence: Rule = {
  id: "cmoc/thin-evidence",
  level: "info",
  why: "Thin, abstract-only or opinion sources carry little explanation.",
  literature: "doi:10.1186/s12909-025-07222-7",
  fires: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- richness: thin\n- supports: TR1\n"),
  }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
  message: (data) =>
    `${word(data, "id")} rests on thin sources only (${word(data, "sources")}). Look for richer evidence.`,
  cmoc(at, review, report) {
    if (isClosed(at.entity)) return;
    const links = evidenceOf(at, review);
    if (links.length === 0 || !links.every((link) => isThin(link, review))) return;
    report(at.entity.head, { id: called(at, review), sources: keysOf(links).map((key) => `@${key}`) });
  },
};
