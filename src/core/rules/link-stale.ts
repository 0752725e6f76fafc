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
    `The link of ${word(data, "id")} goes to ${word(data, "target")}, but the record stands in ${word(data, "file")}. Refresh it.`,
  reference({ ref, placed }, review, report) {
    if (ref.target === undefined) return;
    const record = review.definitions(ref.name)[0];
    const uri = record?.placed.uri ?? (ref.name.startsWith("s:") ? review.source(ref.name.slice(2))?.uri : undefined);
    if (uri === undefined || !isRelativeMarkdown(ref.target)) return;
    if (resolvePath(placed.uri, ref.target) !== uri)
      report(ref.link ?? ref, { id: ref.id, target: ref.target, file: uri });
  },
};
