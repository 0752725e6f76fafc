/**
 * What was taken out of PDFs, kept by the hashes of their bytes in the one cache of the product: `cmoc/` in the repository's git folder, else `.cmoc/` in the review.
 * It may be deleted at any time; what is odd in it is not there.
 */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { asStored, fromStored, type Storable } from "../core/proof/stored.ts";

export class Cache {
  private readonly root: string;
  private folder: string | undefined;

  constructor(root: string) {
    this.root = root;
  }

  get(stamp: string): Storable | undefined {
    try {
      if (this.isLed) return undefined;
      return fromStored(stamp, readFileSync(this.fileOf(stamp), "utf8"));
    } catch {
      return undefined;
    }
  }

  /** Keeps it where that can be; a cache that cannot be written is none. */
  set(stamp: string, held: Storable): void {
    const file = this.fileOf(stamp);
    const made = `${file}.${process.pid}`;
    try {
      if (this.isLed) return;
      mkdirSync(dirname(file), { recursive: true });
      this.ignored();
      writeFileSync(made, asStored(stamp, held));
      renameSync(made, file);
    } catch {
      removed(made);
    }
  }

  /** Whether its folders are links, which lead to where nothing of it belongs. */
  private get isLed(): boolean {
    return [this.place(), join(this.place(), "texts")].some(
      (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true,
    );
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
