/**
 * Data: `id` (or the stretch of a range that is missing: `TR5–TR9`), `name`, `field`; of a range also `range` and `count`; `why` is "order",
 * "length" or "many" for a range that stands for nothing.
 */

import { numbered, RANGE_LIMIT, rangeOf } from "../ids.ts";
import { grouped, t } from "../l10n.ts";
import { keyOfName, RANGED_IN_PIECE, recordName } from "../model/names.ts";
import type { Evidence, Ref } from "../model/types.ts";
import type { Review } from "../review.ts";
import type { FindingData } from "../syntax/finding.ts";
import { endsOf } from "./ranges.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, near, quoted, word } from "./words.ts";

/**
 * Whether a reference names nothing. What may be somebody's own wikilink counts only when it is shaped like an id of this review: the letters
 * of an id that exists, and a number.
 */
function isUnknown(ref: Ref | Evidence, review: Review): boolean {
  if (ref.inReason || review.isSound(ref.name) || review.isDefined(ref.name)) return false;
  if (!ref.weak) return true;
  if (!ref.name.startsWith("r:")) return false;
  const parts = numbered(ref.name.slice(2));
  return parts !== undefined && parts.prefix !== "" && review.hasPrefix(parts.prefix);
}

/** Keys are the business of `source/unknown-key`, codes that somebody codes with that of `code/unknown`. */
function isAnothers(ref: Ref | Evidence, review: Review): boolean {
  if (ref.name.startsWith("s:")) return true;
  if (ref.name.startsWith("x:")) return !review.isDefined(`s:${keyOfName(ref.name) ?? ""}`);
  if (!ref.name.startsWith("c:")) return false;
  return ["coding", "coding-prose", "parent", "replaced by"].includes(ref.field);
}

/** One finding for each stretch of numbers that are missing from a range, at its first; undefined for the others. */
function ofRange(ref: Ref, range: string, review: Review): FindingData | undefined {
  const base = { name: ref.name, field: ref.field, range };
  if (ref.id === range) {
    const read = rangeOf(range, true);
    if (read && read.to - read.from >= RANGE_LIMIT) return { ...base, id: range, why: "length" };
    return { ...base, id: range, why: read && read.to >= read.from ? "many" : "order" };
  }
  const parts = numbered(ref.id);
  const ends = endsOf(ref);
  if (!parts || !ends) return { ...base, id: ref.id, count: 1 };
  const { idOf } = ends;
  const isMissing = (number: number): boolean => !review.isDefined(recordName(idOf(number)));
  if (parts.number > ends.from && isMissing(parts.number - 1)) return undefined;
  let to = parts.number;
  while (to < ends.to && isMissing(to + 1)) to++;
  const count = to - parts.number + 1;
  return { ...base, id: count === 1 ? ref.id : `${ref.id}–${idOf(to)}`, count };
}

export const refUnknownPage: RulePage = {
  why: "A reference that names nothing breaks the chain from data to theory.",
  fires: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- leads to: TR9\n" }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- leads to: TR2\n\n## CMOC TR2: Two\n\n- **C:** a time\n",
  }),
};

export const refUnknown: Rule = {
  id: "ref/unknown",
  level: "error",
  fix: { title: "Use the near name", safe: false },
  message: (data) => {
    const id = word(data, "id");
    if (data.why === "order")
      return t("{0} names nothing: a range goes from its lower number to its higher one.", quoted(id));
    if (data.why === "many")
      return t(
        "{0} names nothing: the ranges of one record stand for at most {1} records in all.",
        quoted(id),
        grouped(RANGED_IN_PIECE),
      );
    if (data.why === "length")
      return t("{0} names nothing: a range stands for at most {1} records.", quoted(id), grouped(RANGE_LIMIT));
    return data.range === undefined
      ? t("Nothing in this review is called {0}.{1} Mend the reference, or write what it names.", id, near(data))
      : t(
          "Nothing in this review is called {0}, which {1} names.{2} Mend the reference, or write what it names.",
          id,
          word(data, "range"),
          near(data),
        );
  },
  oddReference({ ref }, review, report) {
    if (!isUnknown(ref, review) || isAnothers(ref, review)) return;
    const data =
      ref.range === undefined ? { id: ref.id, name: ref.name, field: ref.field } : ofRange(ref, ref.range, review);
    if (data) report(ref, data);
  },
};
