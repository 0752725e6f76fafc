/** An element that a page does not show, until HTML ends it: by its own tag, by the end of what it stands in, or by what cannot stand in it. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** What ends a paragraph that is not closed. */
const BLOCKS = words(
  "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul",
);
/** What ends an element of its kind that is not closed. */
const ITEMS: { readonly [name: string]: ReadonlySet<string> } = {
  li: words("li"),
  dt: words("dt dd"),
  dd: words("dt dd"),
  option: words("option optgroup"),
  p: BLOCKS,
};
const CELLS = words("td th tr tbody thead tfoot");
/** What a page never shows, closed or not. */
const RAW = words("script style");

export class Hidden {
  readonly name: string;
  /** Elements that are open in it, itself among them. */
  private readonly open = new Map<string, number>();
  private readonly said: string[] = [];

  constructor(name: string) {
    this.name = name;
    this.opens(name);
  }

  opens(name: string): void {
    this.open.set(name, this.count(name) + 1);
  }

  private count(name: string): number {
    return this.open.get(name) ?? 0;
  }

  private has(...names: readonly string[]): boolean {
    return names.some((name) => this.count(name) > 0);
  }

  say(text: string): void {
    if (!this.has("script", "style")) this.said.push(text);
  }

  /** Whether a tag that opens an element ends it. */
  isEndedByOpening(name: string): boolean {
    if (CELLS.has(name)) return !this.has("table", "template", "svg");
    return (ITEMS[this.name]?.has(name) ?? false) && !this.has("ul", "ol", "dl", "select", "div", "table");
  }

  /** Takes a closing tag: `own` where it ends this element, `outer` where it ends one that this stands in. */
  closes(name: string, isOpenOutside: boolean): "own" | "outer" | "inner" {
    const count = this.count(name);
    if (count === 0) return isOpenOutside ? "outer" : "inner";
    this.open.set(name, count - 1);
    return name === this.name && count === 1 ? "own" : "inner";
  }

  /** Its words, where the page's end is all that ends it. */
  words(): string {
    return RAW.has(this.name) ? "" : this.said.join(" ");
  }
}
