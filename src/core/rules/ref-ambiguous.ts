import type { Rule } from "./rule.ts";
import { example, word } from "./words.ts";

export const refAmbiguous: Rule = {
  id: "ref/ambiguous",
  level: "error",
  why: "A reference that names two records says nothing.",
  fires: example({
    "a.md":
      "## CMOC TR1: One\n\n- **C:** a place\n\n## CMOC TR1: Two\n\n- **C:** a time\n\n## CMOC TR2: Three\n\n- **C:** a year\n- leads to: TR1\n",
  }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n\n## CMOC TR2: Three\n\n- **C:** a year\n- leads to: TR1\n",
  }),
  message: (data) => `${word(data, "id")} names ${word(data, "count")} records. Give each an id of its own.`,
  reference({ ref }, review, report) {
    if (ref.inReason || ref.name.startsWith("m:") || ref.name.startsWith("s:")) return;
    const count = review.definitions(ref.name).length;
    if (count > 1) report(ref, { id: ref.id, count });
  },
};
