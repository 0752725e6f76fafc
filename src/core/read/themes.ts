/** The themes that rows of their own name: two of them without a row between are a theme and one within it. */
export class Themes {
  private names: string[] = [];
  private fresh = false;

  add(name: string): void {
    if (this.fresh && this.names.length < 3) this.names.push(name);
    else this.names = this.names.length > 1 ? [...this.names.slice(0, -1), name] : [name];
    this.fresh = true;
  }

  /** A row that is no name stands here. */
  row(): void {
    this.fresh = false;
  }

  path(): string {
    return this.names.map((name) => name.replaceAll(" / ", "/")).join(" / ");
  }
}
