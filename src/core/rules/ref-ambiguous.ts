/** Data: `id`, `count`; of a range with several such ids also `range` and `others`. */
import { t } from "../l10n.ts";
import type { Name } from "../model/types.ts";
import type { Definition, Review } from "../review.ts";
import { called, placeOf } from "./about.ts";
import { once } from "./once.ts";
import { idsAt, nameIn, others, othersOf } from "./ranges.ts";
import type { RelatedPlace, Rule, RulePage } from "./rule.ts";
import { example, word } from "./words.ts";

function isShared(name: Name, review: Review): boolean {
  return review.mayBeShared(name) && review.definitions(name).length > 1;
}

const firstPlaces = once<Definition, readonly RelatedPlace[]>((all) =>
  all.slice(0, 5).map((each) => placeOf(each, t("one is {0}", called(each)))),
);

export const refAmbiguousPage: RulePage = {
  why: "A reference that names two records does not say which of them it means.",
  fires: example({
    "a.md":
      "## CMOC TR1: One\n\n- **C:** a place\n\n## CMOC TR1: Two\n\n- **C:** a time\n\n## CMOC TR2: Three\n\n- **C:** a year\n- leads to: TR1\n",
  }),
  quiet: example({
    "a.md":
      "## CMOC TR1: One\n\n- **C:** a place\n\n## CMOC TR2: Three\n\n- **C:** a year\n- leads to: TR1\n\n## Memo 2026-03-02: First\n\n- about: TR1\n\n## Memo 2026-03-02: Second\n\nSee [[Memo 2026-03-02]].\n",
  }),
};

export const refAmbiguous: Rule = {
  id: "ref/ambiguous",
  level: "error",
  message: (data) => {
    const [id, count] = [word(data, "id"), word(data, "count")];
    return data.others === undefined
      ? t("{0} names {1} records. Give each of them an id of its own.", id, count)
      : t("{0} names {1} records, and so it is with {2}. Give each of them an id of its own.", id, count, others(data));
  },
  oddReference({ ref }, review, report) {
    if (ref.inReason || ref.name.startsWith("m:") || ref.name.startsWith("s:")) return;
    if (ref.range === undefined && !review.mayBeShared(ref.name)) return;
    const shared = idsAt(ref).filter((id) => isShared(nameIn(ref, id), review));
    const [first] = shared;
    if (first === undefined) return;
    const all = review.definitions(nameIn(ref, first));
    const related = firstPlaces(all, review);
    report(ref, { id: first, count: all.length, ...othersOf(ref, shared) }, { related });
  },
};
