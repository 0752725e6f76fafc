import { numbered } from "../ids.ts";
import { keyOfName } from "../model/names.ts";
import type { Evidence, Ref } from "../model/types.ts";
import type { Review } from "../review.ts";
import type { Rule } from "./rule.ts";
import { example, near, word } from "./words.ts";

/**
 * Whether a reference names nothing. What may be somebody's own wikilink counts only when it is shaped like an id of this review: the letters
 * of an id that exists, and a number.
 */
function unknown(ref: Ref | Evidence, review: Review): boolean {
  if (ref.inReason || review.isDefined(ref.name)) return false;
  if (!ref.weak) return true;
  if (!ref.name.startsWith("r:")) return false;
  const parts = numbered(ref.name.slice(2));
  return parts !== undefined && parts.prefix !== "" && review.hasPrefix(parts.prefix);
}

export const refUnknown: Rule = {
  id: "ref/unknown",
  level: "error",
  why: "A reference that names nothing breaks the chain from data to theory.",
  fix: { title: "Use the near name", safe: false },
  fires: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- leads to: TR9\n" }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- leads to: TR2\n\n## CMOC TR2: Two\n\n- **C:** a time\n",
  }),
  message: (data) =>
    `Nothing in this review is called ${word(data, "id")}.${near(data)} Mend the reference, or write the record.`,
  reference({ ref, from }, review, report) {
    if (!unknown(ref, review) || ref.name.startsWith("s:")) return;
    if (ref.name.startsWith("x:") && !review.isDefined(`s:${keyOfName(ref.name) ?? ""}`)) return;
    if (ref.field === "coding" || ref.field === "coding-prose") return;
    if (ref.name.startsWith("c:") && (ref.field === "parent" || ref.field === "replaced by")) return;
    report(ref, { id: ref.range ?? ref.id, name: ref.name, field: ref.field, ...(from && { record: from.entity.id }) });
  },
};
