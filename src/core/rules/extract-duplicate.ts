import { digestsOf } from "../review/digest.ts";
import { called } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, source, word } from "./words.ts";

export const extractDuplicate: Rule = {
  id: "extract/duplicate",
  level: "hint",
  why: "The same passage coded twice counts twice.",
  fires: example({
    "lund.md": source(
      "lund2010",
      "## Extract e1\n\n> They met every week.\n\n- at: p. 1\n- parked: later\n\n## Extract e2\n\n> They met every week.\n\n- at: p. 1\n- parked: later\n",
    ),
  }),
  quiet: example({
    "lund.md": source(
      "lund2010",
      "## Extract e1\n\n> They met every week.\n\n- at: p. 1\n- parked: later\n- coder: JA\n\n## Extract e2\n\n> They met every week.\n\n- at: p. 1\n- parked: later\n- coder: RM\n",
    ),
  }),
  message: (data) =>
    `${word(data, "id")} has the same passage as ${word(data, "other")}. Keep one, or name its second coder.`,
  extract(at, review, report) {
    for (const name of digestsOf(at.entity)) {
      const other = review.definitions(name).find(({ entity }) => entity !== at.entity);
      if (other?.entity.kind !== "extract") continue;
      const coders = [at.entity.coder?.text, other.entity.coder?.text];
      if (coders[0] !== undefined && coders[1] !== undefined && coders[0] !== coders[1]) continue;
      report(at.entity.head, { id: called(at, review), other: called(other, review) });
    }
  },
};
