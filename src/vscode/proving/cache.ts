/**
 * What was taken out of PDFs, kept by the hashes of their bytes in the one cache of the product, which the command line uses too: `cmoc/` in the repository's git
 * folder, else `.cmoc/` in the review. Only on disks; it may be deleted at any time.
 */
import * as vscode from "vscode";
import { asStored, fromStored, type Storable } from "../../core/proof/stored.ts";
import { DISKS } from "../reviews/manifests.ts";

/** How many folders above a review are looked at. */
const HIGHEST = 64;

export class Cache {
  private readonly root: vscode.Uri;
  private place: Promise<Place> | undefined;

  constructor(root: vscode.Uri) {
    this.root = root;
  }

  async get(stamp: string): Promise<Storable | undefined> {
    const file = await this.fileOf(stamp);
    const text = file && (await textAt(file));
    return text === undefined ? undefined : fromStored(stamp, text);
  }

  /** Keeps it where that can be; a cache that cannot be written is none. */
  async set(stamp: string, held: Storable): Promise<void> {
    const file = await this.fileOf(stamp);
    if (!file) return;
    const { fs } = vscode.workspace;
    const made = file.with({ path: `${file.path}.${Math.random().toString(36).slice(2)}` });
    try {
      await this.ignored();
      // A file that is cut short by a crash has another name.
      await fs.writeFile(made, bytesOf(asStored(stamp, held)));
      await fs.rename(made, file, { overwrite: true });
    } catch {
      await fs.delete(made).then(undefined, () => {});
    }
  }

  private async fileOf(stamp: string): Promise<vscode.Uri | undefined> {
    if (!DISKS.has(this.root.scheme) || !/^[0-9a-f]{64}$/.test(stamp)) return undefined;
    this.place ??= placeOf(this.root);
    const { uri } = await this.place;
    const texts = vscode.Uri.joinPath(uri, "texts");
    // A link leads to where nothing of it belongs.
    for (const folder of [uri, texts])
      if ((((await typeOf(folder)) ?? 0) & vscode.FileType.SymbolicLink) !== 0) return undefined;
    return vscode.Uri.joinPath(texts, `${stamp}.json`);
  }

  /** Beside a review without git, git that comes later leaves it alone. */
  private async ignored(): Promise<void> {
    const place = await this.place;
    if (!place || place.isOfGit) return;
    const rules = vscode.Uri.joinPath(place.uri, ".gitignore");
    if ((await typeOf(rules)) === undefined) await vscode.workspace.fs.writeFile(rules, bytesOf("*\n"));
  }
}

interface Place {
  readonly uri: vscode.Uri;
  readonly isOfGit: boolean;
}

/** The folder of the cache: that of the repository which holds the review, if one does. */
async function placeOf(root: vscode.Uri): Promise<Place> {
  let folder = root;
  for (let depth = 0; depth < HIGHEST; depth++) {
    const git = await gitFolder(vscode.Uri.joinPath(folder, ".git"));
    if (git) return { uri: vscode.Uri.joinPath(git, "cmoc"), isOfGit: true };
    const above = vscode.Uri.joinPath(folder, "..");
    if (above.path === folder.path) break;
    folder = above;
  }
  return { uri: vscode.Uri.joinPath(root, ".cmoc"), isOfGit: false };
}

/** A folder, or a file that names one, as worktrees have: then that folder names the file too, so that no file leads elsewhere. */
async function gitFolder(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const type = await typeOf(uri);
  if (type === undefined) return undefined;
  if ((type & vscode.FileType.Directory) !== 0)
    return (await typeOf(vscode.Uri.joinPath(uri, "HEAD"))) === undefined ? undefined : uri;
  const named = /^gitdir: (.+)$/m.exec((await textAt(uri)) ?? "")?.[1]?.trim();
  if (named === undefined) return undefined;
  const folder = resolved(vscode.Uri.joinPath(uri, ".."), named);
  const back = (await textAt(vscode.Uri.joinPath(folder, "gitdir")))?.trim();
  return back !== undefined && resolved(folder, back).path === uri.path ? folder : undefined;
}

function resolved(from: vscode.Uri, path: string): vscode.Uri {
  const slashed = path.replaceAll("\\", "/");
  if (/^[a-z]:\//i.test(slashed)) return from.with({ path: `/${slashed}` });
  return slashed.startsWith("/") ? from.with({ path: slashed }) : vscode.Uri.joinPath(from, slashed);
}

async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  return vscode.workspace.fs.stat(uri).then(
    ({ type }) => type,
    () => undefined,
  );
}

async function textAt(uri: vscode.Uri): Promise<string | undefined> {
  return vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
