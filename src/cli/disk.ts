/** Reading from a disk, with words for what goes wrong. Nothing here waits: a pipe or a device is not read. */
import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { sep } from "node:path";

/** The disk as the reader of a review uses it; the tests hand over one that fails. */
export interface Disk {
  /** The entries of a folder, in the order of their names. */
  readonly entries: (folder: string) => readonly Dirent[];
  readonly text: (path: string) => string;
}

/** The largest file that is read, in bytes. */
export const MAX_BYTES = 64 * 1024 * 1024;

/** Why something is not read, in words; told apart from what the disk says. */
export class NotRead extends Error {}

export const DISK: Disk = {
  entries: (folder) =>
    readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
  text: (path) => {
    const stat = statSync(path);
    if (stat.isDirectory()) throw new NotRead("it is a folder");
    if (!stat.isFile()) throw new NotRead("it is no ordinary file");
    if (stat.size > MAX_BYTES)
      throw new NotRead(`it has ${megabytes(stat.size)} MB, and at most ${megabytes(MAX_BYTES)} MB are read`);
    return readFileSync(path, "utf8");
  },
};

function megabytes(bytes: number): number {
  return Math.ceil(bytes / (1024 * 1024));
}

/** Whether a path, its links followed, lies in the folder `root` (absolute, its own links followed). */
export function isInside(path: string, root: string): boolean {
  try {
    const top = root.endsWith(sep) ? root : root + sep;
    return `${realpathSync(path)}${sep}`.startsWith(top);
  } catch {
    return false;
  }
}

const REASONS: { readonly [code: string]: string } = {
  EACCES: "it may not be read",
  EPERM: "it may not be read",
  ENOENT: "it is not there",
  ENOTDIR: "a folder in its path is a file",
  ELOOP: "it is a link that leads back to itself",
  EISDIR: "it is a folder",
  EEXIST: "it exists already",
  ENAMETOOLONG: "its name is too long",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EMFILE: "too many files are open",
  EIO: "the disk failed",
};

/** What went wrong, in words. */
export function reasonOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
