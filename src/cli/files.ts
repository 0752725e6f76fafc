/** The files of a review on a disk: where it begins, what belongs to it, and their texts. Nothing outside its folder is read. */
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { isNearlyManifest, MANIFEST_NAME, mayHoldFiles, roleOfFile } from "../core/membership.ts";
import { DEFAULT_MANIFEST, type Manifest, readManifest } from "../core/syntax/manifest.ts";
import type { TextDocument } from "../core/text.ts";

/** A mistake of use or of the disk, told in one sentence; the command ends with exit code 2. */
export class UsageError extends Error {}

/** Something that could not be read; the run goes on without it. */
export interface Unread {
  readonly path: string;
  readonly reason: string;
}

export interface ReviewFiles {
  /** Absolute. */
  readonly root: string;
  readonly documents: readonly TextDocument[];
  readonly unread: readonly Unread[];
}

/** The largest file that is read, in bytes. */
export const MAX_BYTES = 64 * 1024 * 1024;

function manifestIn(folder: string): string | undefined {
  let entries: readonly string[];
  try {
    entries = readdirSync(folder);
  } catch {
    return undefined;
  }
  return entries.includes(MANIFEST_NAME) ? MANIFEST_NAME : entries.find((entry) => isNearlyManifest(entry));
}

/** The review that a folder is, or that holds it. */
export function findRoot(start: string): string {
  const first = resolve(start);
  let stat: ReturnType<typeof statSync>;
  try {
    stat = statSync(first);
  } catch {
    throw new UsageError(`There is no folder ${start}.`);
  }
  for (let folder = stat.isDirectory() ? first : dirname(first); ; folder = dirname(folder)) {
    if (manifestIn(folder) !== undefined) return realpathSync(folder);
    if (dirname(folder) === folder) break;
  }
  throw new UsageError(
    `No review here: neither ${first} nor a folder above it has a review.yaml. \`cmoc init\` makes one.`,
  );
}

/** Reads every document of the review at `root`. */
export function readFiles(root: string): ReviewFiles {
  const walk = new Walk(root);
  return walk.run();
}

class Walk {
  private readonly root: string;
  private readonly documents: TextDocument[] = [];
  private readonly unread: Unread[] = [];
  private manifest: Manifest = DEFAULT_MANIFEST;

  constructor(root: string) {
    this.root = root;
  }

  run(): ReviewFiles {
    const manifest = manifestIn(this.root);
    if (manifest !== undefined) {
      const text = this.read(join(this.root, manifest), manifest);
      if (text !== undefined) {
        this.manifest = readManifest(text).manifest;
        this.documents.push({ uri: manifest, version: 0, text });
      }
    }
    for (const name of this.namesIn(this.root, "")) {
      if (name !== manifest && isNearlyManifest(name)) this.take(join(this.root, name), name);
    }
    this.folder("", [ignoresAbove(this.root)]);
    this.listed();
    return { root: this.root, documents: this.documents, unread: this.unread };
  }

  /** Bibliographies that stand where the walk does not go. */
  private listed(): void {
    for (const { path } of this.manifest.bibliography) {
      if (this.documents.some((document) => document.uri === path)) continue;
      const full = join(this.root, path);
      if (this.inside(full)) this.take(full, path);
    }
  }

  private folder(path: string, rules: readonly ScopedIgnore[]): void {
    const full = join(this.root, path);
    const own = ignoreFile(full, path);
    const all = own ? [...rules, own] : rules;
    for (const name of this.namesIn(full, path)) {
      const uri = path === "" ? name : `${path}/${name}`;
      const entry = join(full, name);
      let stat: ReturnType<typeof lstatSync>;
      try {
        stat = lstatSync(entry);
      } catch (error) {
        this.unread.push({ path: uri, reason: reasonOf(error) });
        continue;
      }
      if (stat.isSymbolicLink()) this.link(entry, uri, all);
      else if (stat.isDirectory()) this.enter(entry, uri, name, all);
      else if (stat.isFile()) this.file(entry, uri, all);
    }
  }

  private enter(entry: string, uri: string, name: string, rules: readonly ScopedIgnore[]): void {
    if (name === ".git" || name === "node_modules" || name === ".cmoc") return;
    if (!mayHoldFiles(uri, this.manifest) || ignored(rules, `${uri}/`)) return;
    if (manifestIn(entry) !== undefined) return;
    this.folder(uri, rules);
  }

  /** A link to a file inside the review is read; one to a folder is not followed, since it may loop, nor one that leaves the review. */
  private link(entry: string, uri: string, rules: readonly ScopedIgnore[]): void {
    if (!this.inside(entry)) {
      if (uri.endsWith(".md")) this.unread.push({ path: uri, reason: "it is a link out of the review, or to nothing" });
      return;
    }
    try {
      if (statSync(entry).isFile()) this.file(entry, uri, rules);
    } catch (error) {
      this.unread.push({ path: uri, reason: reasonOf(error) });
    }
  }

  private inside(path: string): boolean {
    try {
      return `${realpathSync(path)}${sep}`.startsWith(`${this.root}${sep}`);
    } catch {
      return false;
    }
  }

  private file(entry: string, uri: string, rules: readonly ScopedIgnore[]): void {
    if (isNearlyManifest(uri)) return;
    const role = roleOfFile(uri, this.manifest);
    if (role !== "markdown" && role !== "bibliography") return;
    if (ignored(rules, uri)) return;
    this.take(entry, uri);
  }

  private take(entry: string, uri: string): void {
    const text = this.read(entry, uri);
    if (text !== undefined) this.documents.push({ uri, version: 0, text });
  }

  private read(entry: string, uri: string): string | undefined {
    try {
      const { size } = statSync(entry);
      if (size > MAX_BYTES) {
        this.unread.push({ path: uri, reason: `it has ${size} bytes, more than the ${MAX_BYTES} that are read` });
        return undefined;
      }
      return readFileSync(entry, "utf8");
    } catch (error) {
      this.unread.push({ path: uri, reason: reasonOf(error) });
      return undefined;
    }
  }

  private namesIn(full: string, path: string): readonly string[] {
    try {
      return readdirSync(full).sort();
    } catch (error) {
      this.unread.push({ path: path === "" ? "." : path, reason: reasonOf(error) });
      return [];
    }
  }
}

/** What went wrong, in words. */
export function reasonOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  if (code === "EACCES" || code === "EPERM") return "it may not be read";
  if (code === "ENOENT") return "it is not there";
  if (code === "ELOOP") return "it is a link that leads back to itself";
  if (code === "EISDIR") return "it is a folder";
  return error instanceof Error ? error.message : String(error);
}

interface ScopedIgnore {
  /** The folder of the ignore file relative to the review: "" or `a/b`; undefined with `above` for one further up. */
  readonly folder: string;
  /** What the review's folder is called from there: `reviews/falls/`. */
  readonly above: string;
  readonly rules: Ignore;
}

function ignoreFile(full: string, folder: string): ScopedIgnore | undefined {
  try {
    return { folder, above: "", rules: ignore().add(readFileSync(join(full, ".gitignore"), "utf8")) };
  } catch {
    return undefined;
  }
}

/** The ignore file at the top of the repository that holds the review, when the review is not the top itself. */
function ignoresAbove(root: string): ScopedIgnore {
  const rules = ignore();
  let above = "";
  if (readdirSafe(root).includes(".git")) return { folder: "", above: "", rules };
  for (let folder = root; dirname(folder) !== folder; ) {
    above = `${basename(folder)}/${above}`;
    folder = dirname(folder);
    if (!readdirSafe(folder).includes(".git")) continue;
    try {
      rules.add(readFileSync(join(folder, ".gitignore"), "utf8"));
    } catch {
      // A repository without an ignore file ignores nothing.
    }
    return { folder: "", above, rules };
  }
  return { folder: "", above: "", rules };
}

function readdirSafe(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function ignored(all: readonly ScopedIgnore[], uri: string): boolean {
  return all.some(({ folder, above, rules }) => {
    const path = folder === "" ? above + uri : uri.slice(folder.length + 1);
    return path !== "" && path !== "/" && rules.ignores(path);
  });
}
