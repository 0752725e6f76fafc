/** Data: `id`, `count`. */
import { called, placeOf } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, plural, word } from "./words.ts";

export const refAmbiguous: Rule = {
  id: "ref/ambiguous",
  level: "error",
  why: "A reference that names two records does not say which of them it means.",
  fires: example({
    "a.md":
      "## CMOC TR1: One\n\n- **C:** a place\n\n## CMOC TR1: Two\n\n- **C:** a time\n\n## CMOC TR2: Three\n\n- **C:** a year\n- leads to: TR1\n",
  }),
  quiet: example({
    "a.md":
      "## CMOC TR1: One\n\n- **C:** a place\n\n## CMOC TR2: Three\n\n- **C:** a year\n- leads to: TR1\n\n## Memo 2026-03-02: First\n\n- about: TR1\n\n## Memo 2026-03-02: Second\n\nSee [[Memo 2026-03-02]].\n",
  }),
  message: (data) =>
    `${word(data, "id")} names ${plural(Number(data.count), "record")}. Give each of them an id of its own.`,
  reference({ ref }, review, report) {
    if (ref.inReason || !review.mayBeShared(ref.name) || ref.name.startsWith("m:") || ref.name.startsWith("s:")) return;
    const all = review.definitions(ref.name);
    if (all.length < 2) return;
    const related = all.slice(0, 5).map((each) => placeOf(each, `one is ${called(each)}`));
    report(ref, { id: ref.id, count: all.length }, { related });
  },
};
