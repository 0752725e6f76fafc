/** Data: `id` (or the range), `target` (as written), `file` (where the record is; of a range the first of those that there are). */
import { t } from "../l10n.ts";
import { resolvePath } from "../model/paths.ts";
import { isRelativeMarkdown } from "../model/prose.ts";
import type { Name } from "../model/types.ts";
import type { Definition, Review } from "../review.ts";
import { once } from "./once.ts";
import { namesAt } from "./ranges.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, word } from "./words.ts";

const filesOfAll = once<Definition, ReadonlySet<string>>((all) => new Set(all.map(({ placed }) => placed.uri)));
const filesOfSource = once<string, ReadonlySet<string>>((others) => new Set(others));

/** The first file with what bears a name; none where nothing does. */
function firstFile(name: Name, review: Review): string | undefined {
  const own = name.startsWith("s:") ? review.source(name.slice(2)) : undefined;
  return own?.uri ?? review.definitions(name)[0]?.placed.uri;
}

/** Whether what bears a name is in a file. */
function isIn(file: string, name: Name, review: Review): boolean {
  const own = name.startsWith("s:") ? review.source(name.slice(2)) : undefined;
  if (own?.uri === undefined) return filesOfAll(review.definitions(name), review).has(file);
  return own.uri === file || filesOfSource(own.others, review).has(file);
}

export const linkStalePage: RulePage = {
  why: "A link that opens another file than the record’s misleads who reads on a forge.",
  fires: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- leads to: [TR2](a.md#cmoc-tr2-two)\n",
    "b.md": "## CMOC TR2: Two\n\n- **C:** a time\n",
  }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- leads to: [TR2](b.md#old)\n",
    "b.md": "## CMOC TR2: Two\n\n- **C:** a time\n",
  }),
};

export const linkStale: Rule = {
  id: "link/stale",
  level: "hint",
  fix: { title: "Refresh the link", safe: true },
  message: (data) =>
    t(
      "The link of {0} goes to {1}, but what it names is in {2}. Refresh it.",
      word(data, "id"),
      word(data, "target"),
      word(data, "file"),
    ),
  oddReference({ ref, placed }, review, report) {
    if (ref.target === undefined || !isRelativeMarkdown(ref.target)) return;
    const names = namesAt(ref);
    let file: string | undefined;
    for (const name of names) {
      file = firstFile(name, review);
      if (file !== undefined) break;
    }
    if (file === undefined) return;
    const target = resolvePath(placed.uri, ref.target);
    if (target === undefined || !names.some((name) => isIn(target, name, review)))
      report(ref.link ?? ref, { id: ref.range ?? ref.id, target: ref.target, file });
  },
};
