/** `cmoc init`: a new review with its folders, manifest, codebook and one worked record of each kind. Touches nothing that exists. */
import { closeSync, existsSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { reasonOf, UsageError } from "../files.ts";
import type { Output } from "../output.ts";
import { STARTER } from "../starter.ts";

export function init(dir: string | undefined, output: Output): void {
  const root = resolve(dir ?? ".");
  const taken = Object.keys(STARTER).filter((path) => existsSync(join(root, path)));
  for (const manifest of ["review.yaml", "review.yml"]) {
    if (existsSync(join(root, manifest)) && !taken.includes(manifest)) taken.unshift(manifest);
  }
  if (taken.length > 0) {
    throw new UsageError(`${root} already has ${taken.join(", ")}. Nothing was written; choose a folder without them.`);
  }
  for (const [path, text] of Object.entries(STARTER)) {
    const full = join(root, path);
    try {
      mkdirSync(dirname(full), { recursive: true });
      const file = openSync(full, "wx");
      try {
        writeSync(file, text);
      } finally {
        closeSync(file);
      }
    } catch (error) {
      throw new UsageError(`${full} could not be written: ${reasonOf(error)}.`);
    }
    output.write(`wrote ${path}`);
  }
  output.write(
    `\nA new review. Next: open ${join(dir ?? ".", "theory/trust.md")}, then run cmoc check${dir === undefined ? "" : ` ${dir}`}`,
  );
}
