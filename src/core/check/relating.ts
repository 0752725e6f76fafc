/** Which problems point at other places than their own, and so move, or are to be found again, when what is there does. */
import type { Placed } from "../review.ts";
import type { Kept } from "./kept.ts";

const NO_PIECES: ReadonlySet<Placed> = new Set();

export class Relating {
  /** By the document pointed at: the documents that point, and with how many places. */
  private readonly documents = new Map<string, Map<string, number>>();
  /** By the piece pointed at: the pieces that point. */
  private readonly pieces = new Map<Placed, Set<Placed>>();

  add(from: Placed, kept: readonly Kept[]): void {
    this.change(from, kept, 1);
  }

  remove(from: Placed, kept: readonly Kept[]): void {
    this.change(from, kept, -1);
  }

  /** Documents with problems that point into this one. */
  into(uri: string): Iterable<string> {
    return this.documents.get(uri)?.keys() ?? [];
  }

  /** Pieces with problems that point at this one. */
  at(piece: Placed): ReadonlySet<Placed> {
    return this.pieces.get(piece) ?? NO_PIECES;
  }

  clear(): void {
    this.documents.clear();
    this.pieces.clear();
  }

  private change(from: Placed, kept: readonly Kept[], by: 1 | -1): void {
    for (const { related } of kept) {
      for (const { at } of related) {
        const uri = typeof at === "string" ? at : at.uri;
        if (uri !== from.uri) this.step(uri, from.uri, by);
        if (typeof at !== "string" && at !== from) this.point(at, from, by);
      }
    }
  }

  private step(target: string, uri: string, by: 1 | -1): void {
    const known = this.documents.get(target) ?? new Map<string, number>();
    const count = (known.get(uri) ?? 0) + by;
    if (count > 0) known.set(uri, count);
    else known.delete(uri);
    if (known.size > 0) this.documents.set(target, known);
    else this.documents.delete(target);
  }

  private point(target: Placed, from: Placed, by: 1 | -1): void {
    const known = this.pieces.get(target);
    if (by === 1) {
      if (known) known.add(from);
      else this.pieces.set(target, new Set([from]));
    } else if (known?.delete(from) && known.size === 0) this.pieces.delete(target);
  }
}
