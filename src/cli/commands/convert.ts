/** `cmoc convert`: writes configurations in another of the three spellings, or shows what that would change as a diff. */
import { realpathSync, statSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import { createTwoFilesPatch } from "diff";
import { isRefusal } from "../../core/features/edit.ts";
import { convert as converted, type Wanted } from "../../core/features/refactor.ts";
import type { Review } from "../../core/review.ts";
import { UsageError } from "../files.ts";
import { openReview, placeOf } from "../open.ts";
import { count, type Output, oneLine, printable } from "../output.ts";
import { writeAll } from "../write.ts";
import { replacements } from "./replacements.ts";

export interface ConvertOptions {
  readonly to: Wanted;
  readonly dryRun: boolean;
}

export async function convert(paths: readonly string[], { to, dryRun }: ConvertOptions, output: Output): Promise<void> {
  const real = paths.map(realPath);
  const [first] = real;
  const { root, review } = openReview(first === undefined ? undefined : folderOf(first), output);
  const uris =
    real.length === 0 ? undefined : new Set(real.flatMap((path, at) => urisOf(review, root, path, paths[at] ?? "")));
  const { outcome, count: done, left } = converted(review, to, uris ? { uris } : {});
  if (isRefusal(outcome))
    throw new UsageError(String(outcome.data.words ?? "It could not be written so that it is read the same."));
  const files = replacements(review, outcome.edits);
  if (!dryRun) await writeAll(root, files);
  else
    for (const { uri, before, after } of files)
      output.write(printable(createTwoFilesPatch(`a/${uri}`, `b/${uri}`, before, after, "", "", { context: 2 })));
  for (const { id, uri, start, why } of left)
    output.write(printable(oneLine(`${placeOf(review, uri, start)}: ${id} stays as it is. ${why}`)));
  const said =
    done === 0
      ? "Nothing was written otherwise"
      : `${count(done, "configuration")} in ${count(files.length, "file")} ${dryRun ? "to be written" : "written"} otherwise`;
  output.write(`${said}${left.length === 0 ? "" : `, ${left.length} left`}.`);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    throw new UsageError(`There is no file or folder ${path}.`);
  }
}

function folderOf(path: string): string {
  return statSync(path).isDirectory() ? path : dirname(path);
}

/** The paths in the review of a file, or of all that lies in a folder. */
function urisOf(review: Review, root: string, path: string, written: string): readonly string[] {
  const own = relative(root, path).split(sep).join("/");
  if (own === "") return review.uris();
  const found = review
    .uris()
    .filter((uri) => (uri === own || uri.startsWith(`${own}/`)) && review.facts(uri) !== undefined);
  if (found.length === 0) throw new UsageError(`${written} is no file of the review in which it reads records.`);
  return found;
}
