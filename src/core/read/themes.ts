/** The themes that rows of their own name: two of them without a row between are a theme and one within it. */
import type { Printed, Said } from "./printed.ts";

interface Name {
  readonly text: string;
  readonly from: number;
}

export class Themes {
  private readonly all: Name[] = [];
  private names: readonly Name[] = [];
  private fresh = false;

  add(text: string, from: number): void {
    const name = { text, from };
    this.all.push(name);
    if (this.fresh && this.names.length < 3) this.names = [...this.names, name];
    else this.names = this.names.length > 1 ? [...this.names.slice(0, -1), name] : [name];
    this.fresh = true;
  }

  /** A row that is no name stands here. */
  row(): void {
    this.fresh = false;
  }

  /** The theme of a configuration that stands here. */
  path(): string {
    return this.names.map(({ text }) => text.replaceAll(" / ", "/")).join(" / ");
  }

  /** Names that none of the configurations stands under are left aside. */
  end(kept: readonly Printed[], said: Said): void {
    const used = new Set(kept.flatMap(({ theme }) => theme.split(" / ")));
    for (const { text, from } of this.all) if (!used.has(text.replaceAll(" / ", "/"))) said.leave(text, from);
  }
}
