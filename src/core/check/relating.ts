/** Which documents have problems that point into another document, and so move when its text does. */
import type { Kept } from "./kept.ts";

export class Relating {
  /** By the document pointed at: those that point, and with how many places. */
  private readonly from = new Map<string, Map<string, number>>();

  add(uri: string, kept: readonly Kept[]): void {
    this.count(uri, kept, 1);
  }

  remove(uri: string, kept: readonly Kept[]): void {
    this.count(uri, kept, -1);
  }

  /** Documents with problems that point into this one. */
  into(uri: string): Iterable<string> {
    return this.from.get(uri)?.keys() ?? [];
  }

  clear(): void {
    this.from.clear();
  }

  private count(uri: string, kept: readonly Kept[], by: number): void {
    for (const { related } of kept) {
      for (const { at } of related) {
        const target = typeof at === "string" ? at : at.uri;
        if (target !== uri) this.step(target, uri, by);
      }
    }
  }

  private step(target: string, uri: string, by: number): void {
    const known = this.from.get(target) ?? new Map<string, number>();
    const count = (known.get(uri) ?? 0) + by;
    if (count > 0) known.set(uri, count);
    else known.delete(uri);
    if (known.size > 0) this.from.set(target, known);
    else this.from.delete(target);
  }
}
