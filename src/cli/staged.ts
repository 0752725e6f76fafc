/** A file's new text beside it, on the disk: a new name is all that is left to do. */
import { randomBytes } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
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
import { t } from "../core/l10n.ts";
import { reasonOf, UsageError } from "./files.ts";

export interface Replacement {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
}

export interface Staged {
  readonly file: Replacement;
  readonly real: string;
  readonly stat: Stats;
  /** Where its new text stands. */
  readonly temporary: string;
}

/**
 * Where a file that is to be replaced is. Throws when it is not what was read any more, when it has bytes that are no UTF-8 (they would be lost), when it or its
 * folder is read-only, or when it lies outside the review by a link.
 */
export function lookAt(root: string, { uri, before }: Replacement): { readonly real: string; readonly stat: Stats } {
  try {
    const real = realpathSync(join(root, uri));
    if (!real.startsWith(`${root}${sep}`))
      throw new UsageError(t("{0} is a link out of the review. Nothing was written.", uri));
    const bytes = readFileSync(real);
    if (bytes.toString("utf8") !== before)
      throw new UsageError(
        t("{0} changed while it was being mended. Nothing was written; run the command again.", uri),
      );
    if (!bytes.equals(Buffer.from(before, "utf8")))
      throw new UsageError(t("{0} is not UTF-8 throughout. Nothing was written; save it as UTF-8 first.", uri));
    const stat = statSync(real);
    if ((stat.mode & OWNER_WRITES) === 0)
      throw new UsageError(t("{0} is read-only. Nothing was written; allow writing first.", uri));
    const why = mayBeWritten(dirname(real));
    if (why !== undefined) throw notWritten(uri, why);
    return { real, stat };
  } catch (error) {
    throw error instanceof UsageError ? error : notWritten(uri, reasonOf(error));
  }
}

const OWNER_WRITES = 0o200;
const PERMISSIONS = 0o7777;

function notWritten(uri: string, why: string): UsageError {
  return new UsageError(t("{0} could not be written: {1}. Nothing was written.", uri, why));
}

/** Why no file can be put into a folder; undefined where one can. */
export function mayBeWritten(folder: string): string | undefined {
  try {
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch {
    return t("its folder may not be written to");
  }
}

/** Writes the new text beside the file. */
export function stage(root: string, file: Replacement): Staged {
  const { real, stat } = lookAt(root, file);
  try {
    return { file, real, stat, temporary: beside(real, file.after, stat) };
  } catch (error) {
    throw notWritten(file.uri, whyNotWritten(error));
  }
}

export function whyNotWritten(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  const isHeld = ["EACCES", "EPERM", "EBUSY"].includes(code);
  return isHeld ? t("its folder may not be written to, or another program holds it") : reasonOf(error);
}

/** Replaces a file as a whole, keeping who may do what with it. */
export function swap(real: string, text: string, stat: Stats): void {
  const temporary = beside(real, text, stat);
  try {
    renameSync(temporary, real);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function beside(real: string, text: string, { mode, uid, gid }: Stats): string {
  const temporary = join(dirname(real), `.cmoc-${process.pid}-${randomBytes(4).toString("hex")}`);
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
    return temporary;
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
