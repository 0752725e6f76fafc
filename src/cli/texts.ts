/** Texts of sources on a disk: found inside the review alone, read when they are asked for, those of PDFs kept for the next time. */
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Held } from "../core/proof/held.ts";
import { keptText } from "../core/proof/kept-text.ts";
import { isPdf, textOfBytes } from "../core/proof/text-of-bytes.ts";
import { heldNowhere, heldOutside, MOST_BYTES, MOST_TEXT_BYTES, textPathsOf } from "../core/proof/text-paths.ts";
import type { Review } from "../core/review.ts";
import { Cache } from "./cache.ts";
import { isInside, reasonOf } from "./disk.ts";

export class Texts {
  private readonly root: string;
  private readonly review: Review;
  private readonly held = new Map<string, Held>();
  private readonly cache: Cache;

  /** `root` is absolute, its links followed. */
  constructor(root: string, review: Review) {
    this.root = root;
    this.review = review;
    this.cache = new Cache(root);
  }

  /** What is held of a source; what was not read yet is said to be coming. */
  readonly of = (key: string): Held => this.held.get(key) ?? { is: "coming" };

  /** Reads the texts of sources; `read` is told how many are done. */
  async read(keys: readonly string[], read: (done: number) => void = () => {}): Promise<void> {
    for (const [index, key] of keys.entries()) {
      if (!this.held.has(key)) this.held.set(key, keptText(await this.find(key)));
      read(index + 1);
    }
  }

  private async find(key: string): Promise<Held> {
    const found = textPathsOf(this.review, key);
    if (!("paths" in found)) return heldOutside(found);
    for (const path of found.paths) {
      const file = join(this.root, ...path.split("/"));
      const bytes = this.bytesOf(file, path);
      if (bytes === undefined) continue;
      return typeof bytes === "string" ? { is: "unreadable", file: path, why: bytes } : this.textOf(path, bytes);
    }
    return heldNowhere(found);
  }

  /** The bytes of a file; why they are not read; undefined where there is no file. */
  private bytesOf(file: string, path: string): Buffer | string | undefined {
    try {
      const stat = statSync(file);
      if (!isInside(file, this.root)) return "It is a link out of the review: put the file itself there.";
      if (!stat.isFile()) return "It is no ordinary file.";
      const most = isPdf(path) ? MOST_BYTES : MOST_TEXT_BYTES;
      if (stat.size > most) return `It has more than ${most / 1024 / 1024} MB: keep the part of it that is quoted.`;
      return readFileSync(file);
    } catch (error) {
      const reason = reasonOf(error);
      return reason === "it is not there" ? undefined : `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
    }
  }

  private async textOf(path: string, bytes: Buffer): Promise<Held> {
    const stamp = createHash("sha256").update(bytes).digest("hex");
    if (!isPdf(path)) return textOfBytes(bytes, path, stamp, TextDecoder);
    const known = this.cache.get(stamp);
    if (known) return { ...known, file: path };
    const { textOfPdf } = await import("./pdf.ts");
    const held = await textOfPdf(bytes, path, stamp);
    if (held.is === "text" || held.is === "scan") this.cache.set(stamp, held);
    return held;
  }
}
