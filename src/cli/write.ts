/** Writing files of a review: each is replaced as a whole, or not at all. */
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { reasonOf, UsageError } from "./files.ts";

/**
 * Replaces a file's text. Refuses, and writes nothing, when the file is not what was read any more, when it has bytes that are no UTF-8 (they
 * would be lost), or when it lies outside the review by a link.
 */
export function replaceFile(root: string, uri: string, before: string, after: string): void {
  const path = join(root, uri);
  let temporary: string | undefined;
  try {
    const real = realpathSync(path);
    if (!real.startsWith(`${root}${sep}`))
      throw new UsageError(`${uri} is a link out of the review. Nothing was written to it.`);
    const bytes = readFileSync(real);
    if (bytes.toString("utf8") !== before)
      throw new UsageError(
        `${uri} changed while it was being mended. Nothing was written to it; run the command again.`,
      );
    if (!bytes.equals(Buffer.from(before, "utf8")))
      throw new UsageError(`${uri} is not UTF-8 throughout. Nothing was written to it; save it as UTF-8 first.`);
    const { mode } = lstatSync(real);
    temporary = join(dirname(real), `.${basename(real)}.${process.pid}.cmoc`);
    const file = openSync(temporary, "wx", mode);
    try {
      writeFileSync(file, after);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, real);
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${uri} could not be written: ${reasonOf(error)}.`);
  }
}
