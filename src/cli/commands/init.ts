/** `cmoc init`: a new review with its folders, manifest, codebook and one worked record of each kind. Touches nothing that exists. */
import { lstatSync, mkdirSync, readdirSync, type Stats, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isNearlyManifest } from "../../core/membership.ts";
import { STARTER } from "../../core/starter.ts";
import { absolute, reasonOf, UsageError } from "../files.ts";
import type { Output } from "../output.ts";

export function init(dir: string | undefined, output: Output): void {
  const root = absolute(dir ?? ".");
  if (lstatOrNone(root)?.isFile() === true) throw new UsageError(`${root} is a file. Give a folder.`);
  const taken = takenIn(root);
  if (taken.length > 0)
    throw new UsageError(`${root} already has ${taken.join(", ")}. Nothing was written; choose a folder without them.`);
  for (const [path, text] of Object.entries(STARTER)) {
    const full = join(root, path);
    try {
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, text, { flag: "wx" });
    } catch (error) {
      throw new UsageError(`${full} could not be written: ${reasonOf(error)}.`);
    }
    output.write(`wrote ${path}`);
  }
  output.write(
    `\nA new review. Next: open ${join(dir ?? ".", "theory/trust.md")}, then run cmoc check${dir === undefined ? "" : ` ${quotedPath(dir)}`}`,
  );
}

/** A path as it is typed in a shell. */
function quotedPath(path: string): string {
  return /^[\w./~+-]+$/.test(path) ? path : `"${path.replace(/(["$`\\])/g, "\\$1")}"`;
}

/** What stands where a new review would: its files, any spelling of a manifest, and what is no folder where a folder is wanted. */
function takenIn(root: string): readonly string[] {
  const paths = Object.keys(STARTER);
  const folders = new Set(paths.map((path) => dirname(path)).filter((folder) => folder !== "."));
  const files = paths.filter((path) => lstatOrNone(join(root, path)) !== undefined);
  const blocked = [...folders].filter((folder) => lstatOrNone(join(root, folder))?.isDirectory() === false);
  let names: readonly string[] = [];
  try {
    names = readdirSync(root);
  } catch {
    // A folder that is not there yet holds nothing.
  }
  const manifests = names.filter((name) => isNearlyManifest(name));
  return [
    ...manifests,
    ...blocked,
    ...files.filter((path) => !blocked.some((folder) => path.startsWith(`${folder}/`))),
  ];
}

/** What stands at a path, a link not followed. */
function lstatOrNone(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}
