/** Running text of remark's tree, told as an `Inline`. */
import type { PhrasingContent } from "mdast";
import type { Inline, Mark } from "./blocks.ts";
import { LINE_BREAK_TAG } from "./break-tags.ts";
import type { LinkOrAddress, LocatedText, WithParts } from "./remark-runs.ts";
import { RunningText } from "./running-text.ts";

/** The inline of a block's children; `at` is where it stands when it is empty. */
export function inlineOf(children: readonly PhrasingContent[], at: number): Inline {
  const first = children[0]?.position?.start.offset;
  const last = children.at(-1)?.position?.end.offset;
  if (first === undefined || last === undefined) return { text: "", start: at, end: at, runs: undefined, marks: [] };
  const gathering = new Gathering();
  gathering.all(children);
  return gathering.inline(first, last);
}

class Gathering {
  readonly #out = new RunningText();
  readonly #marks: Mark[] = [];

  all(nodes: readonly PhrasingContent[]): void {
    for (const node of nodes) this.#one(node);
  }

  inline(start: number, end: number): Inline {
    return this.#out.inline(start, end, this.#marks);
  }

  #addText({ value, runs = [] }: LocatedText): void {
    for (let index = 0; index < runs.length; index += 2) {
      this.#out.add(value.slice(runs[index], runs[index + 2] ?? value.length), runs[index + 1] ?? 0);
    }
  }

  #one(node: PhrasingContent): void {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    switch (node.type) {
      case "text":
        this.#addText(node as LocatedText);
        return;
      case "strong":
      case "emphasis":
        this.#marked(node.type, node.children, start, end);
        return;
      case "inlineCode":
        this.#marked("code", (node as WithParts).parts ?? [], start, end);
        return;
      case "link":
        this.#marked((node as LinkOrAddress).isAddress ? "address" : "link", node.children, start, end, node.url);
        return;
      case "image":
        this.#marked("image", (node as WithParts).parts ?? [], start, end, node.url);
        return;
      case "break":
        this.#out.add("\n", start);
        return;
      case "html": {
        const at = this.#out.text.length;
        this.#marks.push({ kind: "html", from: at, to: at, span: { start, end }, target: node.value });
        if (LINE_BREAK_TAG.test(node.value)) this.#out.add("\n", start);
        return;
      }
      default:
        return;
    }
  }

  #marked(kind: Mark["kind"], children: readonly PhrasingContent[], start: number, end: number, target?: string): void {
    const place = this.#marks.length;
    const from = this.#out.text.length;
    this.all(children);
    const mark: Mark = { kind, from, to: this.#out.text.length, span: { start, end } };
    this.#marks.splice(place, 0, target === undefined ? mark : { ...mark, target });
  }
}
