/** `cmoc fix`: applies the safe fixes, or shows them as a diff. */
import { createTwoFilesPatch } from "diff";
import { safeFixes } from "../../core/features/fixes.ts";
import { ruleOf } from "../../core/rules/index.ts";
import { UsageError } from "../files.ts";
import { checkerOf, openReview } from "../open.ts";
import { count, type Output, printable } from "../output.ts";
import { writeAll } from "../write.ts";
import { countOf, replacements } from "./replacements.ts";

export interface FixOptions {
  readonly rules: readonly string[];
  readonly dryRun: boolean;
}

export async function fix(dir: string | undefined, options: FixOptions, output: Output): Promise<void> {
  for (const id of options.rules) {
    const rule = ruleOf(id);
    if (!rule) throw new UsageError(`There is no rule ${id}. \`cmoc explain\` lists them all.`);
    if (!rule.fix?.safe)
      throw new UsageError(`Problems of ${id} want a person: there is no fix that is safe without one.`);
  }
  const { root, review } = openReview(dir, output);
  const all = safeFixes(checkerOf(review).problems(), review, options.rules);
  const edits = countOf(all);
  const files = replacements(review, all);
  if (!options.dryRun) await writeAll(root, files);
  else
    for (const { uri, before, after } of files)
      output.write(printable(createTwoFilesPatch(`a/${uri}`, `b/${uri}`, before, after, "", "", { context: 2 })));
  if (edits === 0) output.write("Nothing that can be mended without a person.");
  else
    output.write(
      `${count(edits, "fix", "fixes")} in ${count(all.size, "file")} ${options.dryRun ? "to be made" : "made"}.`,
    );
}
