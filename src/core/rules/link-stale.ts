/** Data: `id` (or the range), `target` (as written), `file` (where the record is; of a range the first of those that there are). */
import { resolvePath } from "../model/paths.ts";
import { isRelativeMarkdown } from "../model/prose.ts";
import type { Name } from "../model/types.ts";
import type { Review } from "../review.ts";
import { namesAt } from "./ranges.ts";
import type { Rule } from "./rule.ts";
import { example, word } from "./words.ts";

/** Where what bears a name is. */
function filesOf(name: Name, review: Review): readonly string[] {
  const own = name.startsWith("s:") ? review.source(name.slice(2)) : undefined;
  return own?.uri === undefined ? review.definitions(name).map((each) => each.placed.uri) : [own.uri, ...own.others];
}

export const linkStale: Rule = {
  id: "link/stale",
  level: "hint",
  why: "A link that opens another file than the record’s misleads who reads on a forge.",
  fix: { title: "Refresh the link", safe: true },
  fires: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- leads to: [TR2](a.md#cmoc-tr2-two)\n",
    "b.md": "## CMOC TR2: Two\n\n- **C:** a time\n",
  }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- leads to: [TR2](b.md#old)\n",
    "b.md": "## CMOC TR2: Two\n\n- **C:** a time\n",
  }),
  message: (data) =>
    `The link of ${word(data, "id")} goes to ${word(data, "target")}, but what it names is in ${word(data, "file")}. Refresh it.`,
  oddReference({ ref, placed }, review, report) {
    if (ref.target === undefined || !isRelativeMarkdown(ref.target)) return;
    const uris = namesAt(ref).flatMap((name) => filesOf(name, review));
    const [file] = uris;
    if (file === undefined) return;
    const target = resolvePath(placed.uri, ref.target);
    if (target === undefined || !uris.includes(target))
      report(ref.link ?? ref, { id: ref.range ?? ref.id, target: ref.target, file });
  },
};
