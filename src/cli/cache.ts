/**
 * What was taken out of PDFs, kept by the hashes of their bytes in the one cache of the product: `cmoc/` in the repository's git folder, else `.cmoc/` in the review.
 * It may be deleted at any time; what is odd in it is not there.
 */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Held } from "../core/proof/held.ts";

/** Another for another way to take text out of a file. */
const FORM = 2;

export class Cache {
  private readonly root: string;
  private folder: string | undefined;

  constructor(root: string) {
    this.root = root;
  }

  get(stamp: string): Extract<Held, { is: "text" | "scan" }> | undefined {
    try {
      const stored: unknown = JSON.parse(readFileSync(this.fileOf(stamp), "utf8"));
      return isHeld(stored, stamp) ? stored.held : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps it where that can be; a cache that cannot be written is none. */
  set(stamp: string, held: Held): void {
    const file = this.fileOf(stamp);
    const made = `${file}.${process.pid}`;
    try {
      mkdirSync(dirname(file), { recursive: true });
      this.ignored();
      writeFileSync(made, JSON.stringify({ form: FORM, stamp, held }));
      renameSync(made, file);
    } catch {
      removed(made);
    }
  }

  private fileOf(stamp: string): string {
    return join(this.place(), "texts", `${stamp}.json`);
  }

  private place(): string {
    this.folder ??= placeOf(this.root);
    return this.folder;
  }

  /** Beside a review without git, git that comes later leaves it alone. */
  private ignored(): void {
    const place = this.place();
    const rules = join(place, ".gitignore");
    if (place === join(this.root, ".cmoc") && !existsSync(rules)) writeFileSync(rules, "*\n");
  }
}

function removed(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What cannot be made cannot be removed either.
  }
}

/** The folder of the cache: that of the repository which holds the review, if one does. */
export function placeOf(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    const git = gitFolder(join(folder, ".git"));
    if (git !== undefined) return join(git, "cmoc");
    if (dirname(folder) === folder) return join(root, ".cmoc");
  }
}

/** A folder, or a file that names one, as worktrees have: then that folder names the file too, so that no file leads a run elsewhere. */
function gitFolder(path: string): string | undefined {
  try {
    if (statSync(path).isDirectory()) return existsSync(join(path, "HEAD")) ? path : undefined;
    const named = /^gitdir: (.+)$/m.exec(readFileSync(path, "utf8"))?.[1];
    const folder = named === undefined ? undefined : resolve(dirname(path), named.trim());
    if (folder === undefined) return undefined;
    const back = readFileSync(join(folder, "gitdir"), "utf8").trim();
    return realpathSync(resolve(folder, back)) === realpathSync(path) ? folder : undefined;
  } catch {
    return undefined;
  }
}

interface Stored {
  readonly held: Extract<Held, { is: "text" | "scan" }>;
}

function isHeld(stored: unknown, stamp: string): stored is Stored {
  if (typeof stored !== "object" || stored === null) return false;
  const {
    form,
    stamp: own,
    held,
  } = stored as { form?: unknown; stamp?: unknown; held?: { is?: unknown; text?: unknown } };
  if (form !== FORM || own !== stamp || typeof held !== "object") return false;
  if (held.is === "scan") return true;
  const text = held.text as { text?: unknown; pages?: unknown; skipped?: unknown } | undefined;
  return (
    held.is === "text" && typeof text?.text === "string" && Array.isArray(text.pages) && Array.isArray(text.skipped)
  );
}
