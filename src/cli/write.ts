/** Writing files of a review: each is replaced as a whole, or not at all. */
import { randomBytes } from "node:crypto";
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, sep } from "node:path";
import { reasonOf, UsageError } from "./files.ts";

/**
 * Replaces a file's text, keeping who may do what with it. Refuses, and writes nothing, when the file is not what was read any more, when it has
 * bytes that are no UTF-8 (they would be lost), when it is read-only, or when it lies outside the review by a link.
 */
export function replaceFile(root: string, uri: string, before: string, after: string): void {
  try {
    const real = realpathSync(join(root, uri));
    if (!real.startsWith(`${root}${sep}`))
      throw new UsageError(`${uri} is a link out of the review. Nothing was written to it.`);
    const bytes = readFileSync(real);
    if (bytes.toString("utf8") !== before)
      throw new UsageError(
        `${uri} changed while it was being mended. Nothing was written to it; run the command again.`,
      );
    if (!bytes.equals(Buffer.from(before, "utf8")))
      throw new UsageError(`${uri} is not UTF-8 throughout. Nothing was written to it; save it as UTF-8 first.`);
    const stat = statSync(real);
    if ((stat.mode & OWNER_WRITES) === 0)
      throw new UsageError(`${uri} is read-only. Nothing was written to it; allow writing first.`);
    swap(real, after, stat);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${uri} could not be written: ${whyNotWritten(error)}.`);
  }
}

const OWNER_WRITES = 0o200;
const PERMISSIONS = 0o7777;

/** Writes a new file beside the old one and puts it in its place. */
function swap(path: string, text: string, { mode, uid, gid }: Stats): void {
  const temporary = join(dirname(path), `.cmoc-${process.pid}-${randomBytes(4).toString("hex")}`);
  try {
    const file = openSync(temporary, "wx", mode);
    try {
      writeFileSync(file, text);
      fchmodSync(file, mode & PERMISSIONS);
      keepOwner(file, uid, gid);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Only some may give a file away; for others the file was theirs already, or becomes theirs. */
function keepOwner(file: number, uid: number, gid: number): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // The permissions stay all the same.
  }
}

function whyNotWritten(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : "";
  return code === "EACCES" || code === "EPERM" ? "its folder may not be written to" : reasonOf(error);
}
