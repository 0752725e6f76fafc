/** Files that a command puts into a review: whole beside their place first, then under their names. What is replaced stays beside until all is done. */
import { randomBytes } from "node:crypto";
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, sep } from "node:path";
import { t } from "../core/l10n.ts";
import { reasonOf, UsageError } from "./files.ts";
import { mayBeWritten, whyNotWritten } from "./staged.ts";

export interface NewFile {
  readonly uri: string;
  readonly bytes: Uint8Array | string;
  /** Whether a file that is there is replaced. */
  readonly replaces?: boolean;
}

export interface StagedFile {
  /** Gives it its name; what it gives back puts back what was there. */
  readonly place: () => () => void;
  /** Takes away what is beside it. */
  readonly clear: () => void;
}

/** Throws where the file would lie outside the review, behind a link, or where another is. */
export function stageNew(root: string, { uri, bytes, replaces }: NewFile): StagedFile {
  const file = join(root, ...uri.split("/"));
  refuse(root, uri, file, replaces === true);
  const made = foldersMade(dirname(file), uri);
  const temporary = join(dirname(file), nameless());
  const backup = join(dirname(file), nameless());
  const clear = (): void => {
    rmSync(temporary, { force: true });
    rmSync(backup, { force: true });
    for (const folder of made) removeEmpty(folder);
  };
  try {
    write(temporary, bytes);
  } catch (error) {
    clear();
    throw notWritten(uri, whyNotWritten(error));
  }
  const place = (): (() => void) => {
    refuse(root, uri, file, replaces === true);
    if (existsSync(file)) keep(file, backup);
    // A name that was taken since is not overwritten.
    else if (!replaces) linkSyncOrRename(temporary, file);
    if (existsSync(temporary)) renameSync(temporary, file);
    return () => {
      if (existsSync(backup)) renameSync(backup, file);
      else rmSync(file);
    };
  };
  return { place, clear };
}

function refuse(root: string, uri: string, file: string, replaces: boolean): void {
  let folder = dirname(file);
  while (!existsSync(folder)) folder = dirname(folder);
  const real = realpathSync(folder);
  if (real !== root && !real.startsWith(`${root}${sep}`))
    throw new UsageError(t("{0} would lie behind a link out of the review. Nothing was written.", uri));
  const why = mayBeWritten(folder);
  if (why !== undefined) throw notWritten(uri, why);
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isFile())
    throw new UsageError(t("{0} is no ordinary file. Nothing was written; choose another name.", uri));
  if (!replaces) throw new UsageError(t("{0} is there already. Nothing was written; choose another name.", uri));
}

/** The folders that had to be made, the innermost first. */
function foldersMade(folder: string, uri: string): readonly string[] {
  const missing: string[] = [];
  for (let each = folder; !existsSync(each); each = dirname(each)) missing.push(each);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw notWritten(uri, reasonOf(error));
  }
  return missing;
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // What lies in it keeps it.
  }
}

function write(path: string, bytes: Uint8Array | string): void {
  const file = openSync(path, "wx", 0o666);
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function keep(file: string, backup: string): void {
  try {
    linkSync(file, backup);
  } catch {
    copyFileSync(file, backup);
  }
}

function linkSyncOrRename(from: string, to: string): void {
  try {
    linkSync(from, to);
    rmSync(from);
  } catch (error) {
    if (existsSync(to)) throw error;
    renameSync(from, to);
  }
}

function nameless(): string {
  return `.cmoc-${process.pid}-${randomBytes(4).toString("hex")}`;
}

function notWritten(uri: string, why: string): UsageError {
  return new UsageError(t("{0} could not be written: {1}. Nothing was written.", uri, why));
}
