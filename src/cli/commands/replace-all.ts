/** Replacing several files: when one cannot be, it is said which already were. */
import { UsageError } from "../files.ts";
import { type Output, oneLine } from "../output.ts";
import { replaceFile } from "../write.ts";

export interface Replacement {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
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
