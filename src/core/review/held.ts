/** A document as a review holds it: its text, and what was read from it. */
import type { Bibliography } from "../bibliography/types.ts";
import type { FrontMatterBrief } from "../model/front-matter-brief.ts";
import type { Previous } from "../model/read-document.ts";
import type { Reading } from "../model/read-piece.ts";
import type { DocumentFacts } from "../model/types.ts";
import type { Finding } from "../syntax/finding.ts";
import { LineIndex, type TextDocument } from "../text.ts";
import type { Home, Placed, RecentRecords } from "./placed.ts";
import { StoredText } from "./stored-text.ts";

const NO_PLACED: readonly Placed[] = [];
const NO_FINDINGS: readonly Finding[] = [];

/** Changes as its document does; everything else asks it anew. */
export class Held implements Home {
  readonly uri: string;
  readonly recent: RecentRecords;
  version: number;
  placed: readonly Placed[] = NO_PLACED;
  findings: readonly Finding[] = NO_FINDINGS;
  bibliography: Bibliography | undefined;
  /** How its Markdown was read; undefined where it is none that belongs to the review. */
  reading: Reading | undefined;
  frontMatter: FrontMatterBrief | undefined;
  /** The facts themselves, where a reader may give them to other documents too. */
  shared: DocumentFacts | undefined;
  private from = 0;
  private stored: StoredText;
  private index: LineIndex | undefined;

  constructor(document: TextDocument, recent: RecentRecords) {
    this.uri = document.uri;
    this.version = document.version;
    this.recent = recent;
    this.stored = new StoredText(document.text);
  }

  get text(): string {
    return this.stored.whole();
  }

  slice(start: number, end: number): string {
    return this.stored.slice(start, end);
  }

  mayHold(words: string): boolean {
    return this.stored.mayHold(words);
  }

  get document(): TextDocument {
    return { uri: this.uri, version: this.version, text: this.text };
  }

  get lines(): LineIndex {
    this.index ??= new LineIndex(this.text);
    return this.index;
  }

  /** What was read, as facts; undefined where nothing was. */
  get facts(): DocumentFacts | undefined {
    if (!this.reading) return undefined;
    const { frontMatter, findings, from } = this;
    if (this.shared) return this.shared;
    return { ...(frontMatter && { frontMatter }), findings, from, pieces: this.placed.map((placed) => placed.facts) };
  }

  /** What a further reading of the same document can go by. */
  get previous(): Previous | undefined {
    const { facts, reading } = this;
    return facts && reading && { text: this.text, facts, scheme: reading.scheme };
  }

  /** Takes a text that is not read as Markdown of the review. */
  setPlain(
    { version, text }: TextDocument,
    findings: readonly Finding[],
    bibliography: Bibliography | undefined,
  ): void {
    this.reset(version, new StoredText(text));
    this.findings = findings;
    this.bibliography = bibliography;
    this.reading = undefined;
    this.frontMatter = undefined;
    this.shared = undefined;
    this.placed = NO_PLACED;
  }

  /** Takes a Markdown text and what was read from it; its pieces are placed by whoever calls. */
  setMarkdown({ version, text }: TextDocument, facts: DocumentFacts, reading: Reading, isShared: boolean): void {
    // One that changes will change again, and is asked for whole at every change.
    const isFirst = this.reading === undefined;
    this.reset(version, new StoredText(text, isFirst ? endsOf(facts) : undefined));
    this.findings = facts.findings;
    this.bibliography = undefined;
    this.frontMatter = facts.frontMatter;
    this.from = facts.from;
    this.shared = isShared ? facts : undefined;
    if (this.reading?.scheme !== reading.scheme || this.reading.source !== reading.source) this.reading = reading;
  }

  private reset(version: number, stored: StoredText): void {
    this.version = version;
    this.stored = stored;
    this.index = undefined;
  }
}

function* endsOf({ from, pieces }: DocumentFacts): Iterable<number> {
  let end = from;
  for (const { length } of pieces) {
    end += length;
    yield end;
  }
}
