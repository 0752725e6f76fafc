/** Data: `id`, `other`. */
import { t } from "../l10n.ts";
import type { ExtractBrief } from "../model/brief.ts";
import { called, isSame, placeOf, spanOf } from "./about.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, source, word } from "./words.ts";

// @__NO_SIDE_EFFECTS__
const twice = (between: string, after: string): string => {
  const extract = (id: string): string => `## Extract ${id}\n\n> They met every week.\n\n- at: p. 1\n- parked: later\n`;
  return source("lund2010", `${extract("e1")}${between}\n${extract("e2")}${after}`);
};

function byTwoCoders(one: ExtractBrief, other: ExtractBrief): boolean {
  return one.coder !== undefined && other.coder !== undefined && one.coder !== other.coder;
}

export const extractDuplicatePage: RulePage = {
  why: "The same passage extracted twice counts twice.",
  fires: example({ "lund.md": twice("", "") }),
  quiet: example({
    "lund.md": twice("- coder: JA\n", "- coder: RM\n"),
  }),
};

export const extractDuplicate: Rule = {
  id: "extract/duplicate",
  level: "hint",
  message: (data) =>
    t(
      "{0} has the same passage as {1}. Keep one of them, or name who coded each.",
      word(data, "id"),
      word(data, "other"),
    ),
  extract(at, review, report) {
    const { passageDigest } = at.brief;
    if (passageDigest === 0) return;
    const other = review.alike(passageDigest).find((each) => {
      const { brief } = each;
      return !isSame(each, at) && brief.kind === "extract" && !byTwoCoders(at.brief, brief);
    });
    if (!other) return;
    report(spanOf(at.brief), { id: called(at), other: called(other) }, { related: [placeOf(other, called(other))] });
  },
};
