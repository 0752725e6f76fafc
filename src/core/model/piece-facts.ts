/** What is kept of a piece of a document. A large review has a hundred thousand of them, so each is small. */
import type { Finding } from "../syntax/finding.ts";
import type { Brief } from "./brief.ts";
import type { PieceKey, Ref } from "./types.ts";

/** Findings are few: pieces without any share one object. */
export interface PieceFindings {
  /** What the readers found. */
  readonly read: readonly Finding[];
  /** What each record says against itself, by its place among the records; undefined when nothing, or when nobody looked (see `Inspect`). */
  readonly own: readonly (readonly Finding[])[] | undefined;
}

const NO_BRIEFS: readonly Brief[] = [];
const NO_FINDINGS: readonly Finding[] = [];
const NONE: PieceFindings = { read: NO_FINDINGS, own: undefined };

/**
 * A stretch of a document that is read on its own: a record with the ordinary headings below it, or ordinary text.
 * Equal texts (of files of the same sort, in reviews of one scheme) have equal facts, whatever stands around them.
 */
export class PieceFacts {
  /** References outside records. */
  readonly refs: readonly Ref[];
  /** Its length and its key in one number. */
  private readonly size: number;
  /** Most pieces are one record, which then costs no list. */
  private readonly content: Brief | readonly Brief[];
  private readonly found: PieceFindings;

  /** `length` counts the UTF-16 units of its text. */
  constructor(
    length: number,
    key: PieceKey,
    records: readonly Brief[],
    refs: readonly Ref[],
    read: readonly Finding[],
    own: PieceFindings["own"],
  ) {
    const [only] = records;
    this.size = length * 4 + key;
    this.content = records.length === 1 && only ? only : records.length === 0 ? NO_BRIEFS : records;
    this.refs = refs;
    this.found = read.length === 0 && own === undefined ? NONE : { read: read.slice(), own };
  }

  /** UTF-16 units of its text. */
  get length(): number {
    return Math.floor(this.size / 4);
  }

  /** What decides, beside its text, how it was read. */
  get key(): PieceKey {
    return this.size % 4;
  }

  /** How many records it has. */
  get count(): number {
    return isList(this.content) ? this.content.length : 1;
  }

  /** The brief of a record by its place; asking past the last is a mistake of the caller. */
  record(index: number): Brief {
    return isList(this.content) ? (this.content[index] as Brief) : this.content;
  }

  /** Briefs of a record; or of the rows of a table, each a configuration; or nothing. A new list where it holds one. */
  get records(): readonly Brief[] {
    return isList(this.content) ? this.content : [this.content];
  }

  get findings(): readonly Finding[] {
    return this.found.read;
  }

  get own(): PieceFindings["own"] {
    return this.found.own;
  }
}

function isList(content: Brief | readonly Brief[]): content is readonly Brief[] {
  return Array.isArray(content);
}
