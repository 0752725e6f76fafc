/** Replacing several files: when one cannot be, it is said which already were. */
import type { EditsByUri } from "../../core/features/edit/outcome.ts";
import type { Review } from "../../core/review.ts";
import { applyEdits } from "../../core/text.ts";
import { UsageError } from "../files.ts";
import { type Output, oneLine } from "../output.ts";
import { replaceFile } from "../write.ts";

export interface Replacement {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
}

/** Each file that edits change, as it is and as they make it. */
export function replacements(review: Review, edits: EditsByUri): readonly Replacement[] {
  return [...edits].map(([uri, changes]) => {
    const before = review.text(uri) ?? "";
    return { uri, before, after: applyEdits(before, changes) };
  });
}

/** How many edits there are. */
export function countOf(edits: EditsByUri): number {
  return [...edits.values()].reduce((sum, { length }) => sum + length, 0);
}

/** Replaces the files one after another; throws a UsageError at the first that cannot be replaced, and names those that were. */
export function replaceAll(root: string, files: readonly Replacement[], output: Output): void {
  const done: string[] = [];
  for (const { uri, before, after } of files) {
    try {
      replaceFile(root, uri, before, after);
    } catch (error) {
      if (error instanceof UsageError && done.length > 0)
        output.warn(oneLine(`Already written: ${done.join(", ")}. The others are as they were.`));
      throw error;
    }
    done.push(uri);
  }
}
