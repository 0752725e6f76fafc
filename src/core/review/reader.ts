/** Reads documents for one or several reviews, each text once: a review at another commit costs only what differs. */
import { type Previous, readDocument } from "../model/read-document.ts";
import type { DocumentFacts, Inspect } from "../model/types.ts";
import type { Scheme } from "../vocabulary.ts";

/** Texts in all that are kept beyond those that were asked for last, in UTF-16 units. */
const KEPT = 64_000_000;

export class Reader {
  /** What looks at each record as it is read. */
  readonly inspect: Inspect | undefined;
  private readonly kept: number;
  private readonly read = new Map<string, Map<string, DocumentFacts>>();
  private size = 0;

  /** `kept` bounds the texts that are remembered, in UTF-16 units; with 0 the reader remembers none, which does for one review. */
  constructor(inspect?: Inspect, kept: number = KEPT) {
    this.inspect = inspect;
    this.kept = kept;
  }

  /** Whether equal texts may be given the same facts. */
  get remembers(): boolean {
    return this.kept > 0;
  }

  /** The facts of a text, the same object for the same text and scheme while it is remembered. */
  facts(text: string, scheme: Scheme, previous?: Previous): DocumentFacts {
    if (!this.remembers) return readDocument(text, scheme, previous, this.inspect);
    const name = schemeKey(scheme);
    let texts = this.read.get(name);
    if (!texts) {
      texts = new Map();
      this.read.set(name, texts);
    }
    const known = texts.get(text);
    if (known) {
      texts.delete(text);
      texts.set(text, known);
      return known;
    }
    const facts = readDocument(text, scheme, previous, this.inspect);
    texts.set(text, facts);
    this.size += text.length;
    this.forget();
    return facts;
  }

  /** Lets go of what was asked for longest ago, scheme by scheme. */
  private forget(): void {
    for (const texts of this.read.values()) {
      for (const text of texts.keys()) {
        if (this.size <= this.kept) return;
        texts.delete(text);
        this.size -= text.length;
      }
    }
  }
}

function schemeKey({ name, slots, required }: Scheme): string {
  return [name, ...slots.map(({ letter, label }) => `${letter}=${label}`), ...required].join("|");
}
