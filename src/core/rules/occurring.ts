/** Which of many words occur in a text: one pass over it, however many they are (Aho and Corasick 1975). */

/** More work than this, in characters that a search for each of the words alone might look at, is done in one pass. */
const MUCH = 2_000_000;

/** Those of the words that stand somewhere in the text; the empty one does. Linear in the text and in all words together. */
export function occurring(words: ReadonlySet<string>, text: string, much = MUCH): ReadonlySet<string> {
  const short = [...words].filter((each) => each.length <= text.length);
  if (short.length * text.length <= much) return new Set(short.filter((each) => text.includes(each)));
  const met = new Automaton(short).read(text);
  return new Set(short.filter((_, at) => met[at]));
}

/** A tree of all words, each node with the node of the longest end of its path that is a path too. The root is 0. */
class Automaton {
  /** A node's children by node and character. */
  private readonly children = new Map<number, number>();
  private readonly parents: number[] = [0];
  private readonly units: number[] = [0];
  /** The node of each word. */
  private readonly ends: readonly number[];

  constructor(words: readonly string[]) {
    this.ends = words.map((word) => {
      let node = 0;
      for (let at = 0; at < word.length; at++) node = this.grown(node, word.charCodeAt(at));
      return node;
    });
  }

  private grown(node: number, unit: number): number {
    const known = this.child(node, unit);
    if (known !== undefined) return known;
    const made = this.parents.length;
    this.parents.push(node);
    this.units.push(unit);
    this.children.set(node * 0x10000 + unit, made);
    return made;
  }

  private child(node: number, unit: number): number | undefined {
    return this.children.get(node * 0x10000 + unit);
  }

  /** Whether each of the words was met. */
  read(text: string): readonly boolean[] {
    const order = this.byDepth();
    const shorter = new Int32Array(order.length + 1);
    const step = (from: number, unit: number): number => {
      let node = from;
      for (;;) {
        const next = this.child(node, unit);
        if (next !== undefined) return next;
        if (node === 0) return 0;
        node = shorter[node] ?? 0;
      }
    };
    for (const node of order) {
      const parent = this.parents[node] ?? 0;
      if (parent !== 0) shorter[node] = step(shorter[parent] ?? 0, this.units[node] ?? 0);
    }
    const met = new Uint8Array(order.length + 1);
    met[0] = 1;
    let node = 0;
    for (let at = 0; at < text.length; at++) {
      node = step(node, text.charCodeAt(at));
      met[node] = 1;
    }
    for (let at = order.length - 1; at >= 0; at--) {
      const longer = order[at] ?? 0;
      if (met[longer]) met[shorter[longer] ?? 0] = 1;
    }
    return this.ends.map((end) => met[end] === 1);
  }

  /** All nodes but the root, those of shorter paths first. */
  private byDepth(): readonly number[] {
    const depths = new Int32Array(this.parents.length);
    const levels: number[][] = [];
    for (let node = 1; node < depths.length; node++) {
      const depth = (depths[this.parents[node] ?? 0] ?? 0) + 1;
      depths[node] = depth;
      const level = levels[depth - 1];
      if (level) level.push(node);
      else levels[depth - 1] = [node];
    }
    return levels.flat();
  }
}
