/** Data: `id`, `target` (as written), `file` (where the record is). */
import { resolvePath } from "../model/paths.ts";
import { isRelativeMarkdown } from "../model/prose.ts";
import type { Rule } from "./rule.ts";
import { example, word } from "./words.ts";

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
  reference({ ref, placed }, review, report) {
    if (ref.target === undefined || !isRelativeMarkdown(ref.target)) return;
    const own = ref.name.startsWith("s:") ? review.source(ref.name.slice(2)) : undefined;
    const uris =
      own?.uri === undefined ? review.definitions(ref.name).map((each) => each.placed.uri) : [own.uri, ...own.others];
    const [file] = uris;
    if (file === undefined) return;
    const target = resolvePath(placed.uri, ref.target);
    if (target === undefined || !uris.includes(target))
      report(ref.link ?? ref, { id: ref.id, target: ref.target, file });
  },
};
