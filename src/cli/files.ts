/** The files of a review on a disk: where it begins, what belongs to it, and their texts. Nothing outside its folder is read. */
import { type Dirent, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { ignoresRoot, isIgnored, type PlacedRules, readIgnoreRules } from "../core/ignore-rules.ts";
import { t } from "../core/l10n.ts";
import { isNearlyManifest, isTooDeep, MANIFEST_NAME, mayHoldFiles, roleOfFile, safePath } from "../core/membership.ts";
import { DEFAULT_MANIFEST, type Manifest, type ManifestPath, readManifest } from "../core/syntax/manifest.ts";
import type { TextDocument } from "../core/text.ts";
import { DISK, type Disk, isInside, reasonOf } from "./disk.ts";

export { reasonOf } from "./disk.ts";

/** A mistake of use or of the disk, told in one sentence; the command ends with exit code 2. */
export class UsageError extends Error {}

/** A file that was asked for and could not be read. */
export function notRead(name: string, error: unknown): UsageError {
  const reason = reasonOf(error);
  return new UsageError(
    reason === "it is not there"
      ? t("{0} is not there. Look at its path, which begins at the working directory.", name)
      : t("{0} could not be read: {1}.", name, reason),
  );
}

/** Something that was not read; the run goes on without it. */
export interface Unread {
  readonly path: string;
  readonly reason: string;
  /** The disk failed, so what a check finds is not all that there is; false for what is left out on purpose, such as a link out of the review. */
  readonly failed: boolean;
  /** Where the manifest names it: an offset in the manifest's text. */
  readonly named?: number;
}

export interface ReviewFiles {
  /** Absolute. */
  readonly root: string;
  /** The manifest's name; undefined when it could not be read. */
  readonly manifest: string | undefined;
  readonly documents: readonly TextDocument[];
  readonly unread: readonly Unread[];
}

function manifestAmong(entries: readonly Dirent[]): string | undefined {
  if (entries.some((entry) => entry.name === MANIFEST_NAME)) return MANIFEST_NAME;
  return entries.find((entry) => isNearlyManifest(entry.name))?.name;
}

function entriesOrNone(folder: string, disk: Disk): readonly Dirent[] {
  try {
    return disk.entries(folder);
  } catch {
    return [];
  }
}

/** The working directory's path, or a path from there. */
export function absolute(path: string): string {
  try {
    return resolve(path);
  } catch {
    throw new UsageError("The working directory is not there any more.");
  }
}

/** The review that a folder is, or that holds it. */
export function findRoot(start: string): string {
  const first = absolute(start);
  let isFolder: boolean;
  try {
    isFolder = statSync(first).isDirectory();
  } catch (error) {
    throw new UsageError(`${start} could not be opened: ${reasonOf(error)}.`);
  }
  for (let folder = isFolder ? first : dirname(first); ; folder = dirname(folder)) {
    if (manifestAmong(entriesOrNone(folder, DISK)) !== undefined) return realpathSync(folder);
    if (dirname(folder) === folder) break;
  }
  throw new UsageError(
    `No review here: neither ${first} nor a folder above it has a review.yaml. \`cmoc init\` makes one.`,
  );
}

/** Reads every document of the review at `root`; `read` is told how many there are so far. */
export function readFiles(root: string, disk: Disk = DISK, read: (documents: number) => void = () => {}): ReviewFiles {
  return new Walk(root, disk, read).run();
}

class Walk {
  private readonly root: string;
  private readonly disk: Disk;
  private readonly progress: (documents: number) => void;
  private readonly documents = new Map<string, TextDocument>();
  private readonly unread: Unread[] = [];
  private manifest: Manifest = DEFAULT_MANIFEST;

  constructor(root: string, disk: Disk, progress: (documents: number) => void) {
    this.root = root;
    this.disk = disk;
    this.progress = progress;
  }

  run(): ReviewFiles {
    const entries = this.entriesOf("") ?? [];
    const manifest = manifestAmong(entries);
    for (const entry of entries) {
      if (entry.name !== MANIFEST_NAME && !isNearlyManifest(entry.name)) continue;
      const text = this.take(entry.name, entry);
      if (text !== undefined && entry.name === manifest) this.manifest = readManifest(text).manifest;
    }
    this.folder("", entries, rulesAbove(this.root, this.disk));
    for (const path of this.manifest.bibliography) this.listed(path);
    const documents = [...this.documents.values()];
    return { root: this.root, manifest, documents, unread: this.unread };
  }

  /** A bibliography that stands where the walk does not go, or nowhere. */
  private listed({ path, span }: ManifestPath): void {
    if (this.documents.has(path) || this.unread.some((one) => one.path === path)) return;
    this.take(path, undefined, span.start);
  }

  private folder(path: string, entries: readonly Dirent[], above: readonly PlacedRules[]): void {
    const own = entries.some((entry) => entry.name === ".gitignore") ? this.ignoreRules(path) : undefined;
    const rules = own ? [...above, own] : above;
    for (const entry of entries) {
      const below = path === "" ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) this.enter(below, entry.name, rules);
      else if (entry.isFile() || entry.isSymbolicLink()) this.file(below, entry, rules);
    }
  }

  private enter(path: string, name: string, rules: readonly PlacedRules[]): void {
    if (name === ".git" || name === "node_modules" || name === ".cmoc") return;
    if (!mayHoldFiles(path, this.manifest) || isIgnored(rules, path, true)) return;
    if (isTooDeep(path)) {
      this.unread.push({ path, reason: "it is nested in too many folders", failed: true });
      return;
    }
    const entries = this.entriesOf(path);
    if (entries === undefined || manifestAmong(entries) !== undefined) return;
    this.folder(path, entries, rules);
  }

  /** A link to a file inside the review that is not read by its own name is read; one to a folder is not followed, since it may loop, nor one that leaves the review. */
  private file(path: string, entry: Dirent, rules: readonly PlacedRules[]): void {
    if (isNearlyManifest(path) || path === MANIFEST_NAME) return;
    if (safePath(path) === undefined && /\.md$/i.test(path)) {
      if (!isIgnored(rules, path, false))
        this.unread.push({ path, reason: "its name has characters that paths of a review cannot have", failed: false });
      return;
    }
    const role = roleOfFile(path, this.manifest);
    if (role !== "markdown" && role !== "bibliography") return;
    if (role === "markdown" && isIgnored(rules, path, false)) return;
    if (entry.isSymbolicLink() && this.isFolder(path)) return;
    const twin = entry.isSymbolicLink() && role === "markdown" ? this.linked(path) : undefined;
    if (twin !== undefined) this.unread.push({ path, reason: `it is a link to ${twin}, which is read`, failed: false });
    else this.take(path, entry);
  }

  /** The file of the review that a link leads to, when that is read by its own name: one file is one document. */
  private linked(path: string): string | undefined {
    try {
      const real = realpathSync(join(this.root, path));
      const own = real.startsWith(this.root + sep)
        ? real
            .slice(this.root.length + 1)
            .split(sep)
            .join("/")
        : undefined;
      return own !== undefined && own !== path && roleOfFile(own, this.manifest) === "markdown" ? own : undefined;
    } catch {
      return undefined;
    }
  }

  private isFolder(path: string): boolean {
    try {
      return statSync(join(this.root, path)).isDirectory();
    } catch {
      return false;
    }
  }

  /** Reads a document: one that the walk met, or one that the manifest names at an offset. */
  private take(path: string, entry: Dirent | undefined, named?: number): string | undefined {
    const full = join(this.root, path);
    const place = named === undefined ? {} : { named };
    try {
      if (entry?.isFile() !== true) {
        // A link to nothing, such as an editor's lock, is nothing that somebody meant to be read; what the manifest names is.
        const failed = named !== undefined || path === MANIFEST_NAME;
        const reason = linkFault(full, this.root);
        if (reason !== undefined) {
          this.unread.push({ path, reason, failed, ...place });
          return undefined;
        }
      }
      const text = this.disk.text(full);
      this.documents.set(path, { uri: path, version: 0, text });
      this.progress(this.documents.size);
      return text;
    } catch (error) {
      this.unread.push({ path, reason: reasonOf(error), failed: true, ...place });
      return undefined;
    }
  }

  private entriesOf(path: string): readonly Dirent[] | undefined {
    try {
      return this.disk.entries(join(this.root, path));
    } catch (error) {
      this.unread.push({ path: path === "" ? "." : path, reason: reasonOf(error), failed: true });
      return undefined;
    }
  }

  private ignoreRules(folder: string): PlacedRules | undefined {
    const full = join(this.root, folder, ".gitignore");
    if (!isInside(full, this.root)) return undefined;
    const text = textOrNone(full, this.disk);
    return text === undefined ? undefined : { folder, above: "", rules: readIgnoreRules(text) };
  }
}

/** Why a path that may be a link, or may not exist, is not read; undefined when it may be. */
function linkFault(path: string, root: string): string | undefined {
  try {
    statSync(path);
  } catch (error) {
    return reasonOf(error);
  }
  return isInside(path, root) ? undefined : "it is a link out of the review";
}

function textOrNone(path: string, disk: Disk): string | undefined {
  try {
    return disk.text(path);
  } catch {
    return undefined;
  }
}

/**
 * The ignore files between the review and the top of the repository that holds it, and the repository's own list, from the outermost.
 * None when the review itself is ignored: whoever asks for it means it.
 */
function rulesAbove(root: string, disk: Disk): readonly PlacedRules[] {
  const found: PlacedRules[] = [];
  let above = "";
  for (let folder = root; ; folder = dirname(folder)) {
    const names = new Set(entriesOrNone(folder, disk).map((entry) => entry.name));
    if (above !== "" && names.has(".gitignore")) add(found, join(folder, ".gitignore"), above, disk);
    if (names.has(".git")) {
      add(found, join(gitFolder(join(folder, ".git"), disk), "info", "exclude"), above, disk);
      const rules = found.reverse();
      return ignoresRoot(rules) ? [] : rules;
    }
    if (dirname(folder) === folder) return [];
    above = `${basename(folder)}/${above}`;
  }
}

/** Where git keeps what all working trees of a repository share; `.git` of a further working tree, or of a submodule, is a file that names its own folder. */
function gitFolder(path: string, disk: Disk): string {
  const named = /^gitdir: (.+?)\s*$/m.exec(textOrNone(path, disk) ?? "")?.[1];
  if (named === undefined) return path;
  const own = resolve(dirname(path), named);
  const shared = textOrNone(join(own, "commondir"), disk)?.trim();
  return shared === undefined ? own : resolve(own, shared);
}

function add(to: PlacedRules[], path: string, above: string, disk: Disk): void {
  const text = textOrNone(path, disk);
  if (text !== undefined) to.push({ folder: "", above, rules: readIgnoreRules(text) });
}
