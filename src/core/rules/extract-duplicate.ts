/** Data: `id`, `other`. */
import type { Extract } from "../model/types.ts";
import { digestsOf } from "../review/digest.ts";
import { called, placeOf } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, source, word } from "./words.ts";

const TWICE = "## Extract e1\n\n> They met every week.\n\n- at: p. 1\n- parked: later\n";

function byTwoCoders(one: Extract, other: Extract): boolean {
  const [first, second] = [one.coder?.text, other.coder?.text];
  return first !== undefined && second !== undefined && first !== second;
}

export const extractDuplicate: Rule = {
  id: "extract/duplicate",
  level: "hint",
  why: "The same passage extracted twice counts twice.",
  fires: example({ "lund.md": source("lund2010", `${TWICE}\n${TWICE.replace("e1", "e2")}`) }),
  quiet: example({
    "lund.md": source("lund2010", `${TWICE}- coder: JA\n\n${TWICE.replace("e1", "e2")}- coder: RM\n`),
  }),
  message: (data) =>
    `${word(data, "id")} has the same passage as ${word(data, "other")}. Keep one of them, or name who coded each.`,
  extract(at, review, report) {
    if (!at.entity.quote || !/[\p{L}\p{N}]/u.test(at.entity.quote.text)) return;
    for (const digest of digestsOf(at.entity)) {
      const other = review
        .alike(digest)
        .find((each) => each !== at && each.entity.kind === "extract" && !byTwoCoders(at.entity, each.entity));
      if (!other) continue;
      report(at.entity.head, { id: called(at), other: called(other) }, { related: [placeOf(other, called(other))] });
    }
  },
};
