/** Sources and their extracts as the tree shows them: those with a file, and those that only a bibliography has. */
import type { Reference } from "../../bibliography/reference.ts";
import type { Brief } from "../../model/brief.ts";
import type { Extract } from "../../model/types.ts";
import { Definition } from "../../review/placed.ts";
import type { Review, SourceView } from "../../review.ts";
import { plain } from "../card/words.ts";
import { type HoldsText, READING_STATES, type ReadingState, readingStateOf } from "./reading-states.ts";
import { naturally, type Sorting } from "./sorting.ts";
import { compared, holds, wanted } from "./titles.ts";

/** In one list, or in groups by how far their reading has come. */
export type SourceGrouping = "none" | "reading";

export interface ShelfOptions {
  readonly by: SourceGrouping;
  readonly sort: Sorting;
  readonly holdsText: HoldsText | undefined;
  readonly filter: string | undefined;
  readonly reference: ((key: string) => Reference | undefined) | undefined;
}

/** Sources in one state; without one those that are not to be read. */
export interface ReadingGroup {
  readonly state: ReadingState | undefined;
  readonly keys: readonly string[];
}

/** Citation keys in the order of the rows. */
export interface Keys {
  /** None where they stand in groups. */
  readonly filed: readonly string[];
  readonly groups: readonly ReadingGroup[];
  readonly listed: readonly string[];
}

const NO_GROUPS: readonly ReadingGroup[] = [];

export class SourceShelves {
  private readonly review: Review;
  private readonly options: ShelfOptions;
  readonly words: readonly string[];
  /** The source whose extracts were asked for last: each of its rows asks again. */
  private last:
    | { readonly key: string; readonly revision: number; readonly extracts: readonly Definition<Extract>[] }
    | undefined;

  constructor(review: Review, options: ShelfOptions) {
    this.review = review;
    this.options = options;
    this.words = wanted(options.filter);
  }

  keys(): Keys {
    const filed: SourceView[] = [];
    const listed: string[] = [];
    const { by, sort } = this.options;
    for (const source of this.review.sources()) {
      if (!this.isShown(source)) continue;
      const isGrouped = by === "reading" && this.stateOf(source) !== undefined;
      if (source.uri === undefined && !isGrouped) listed.push(source.key);
      else filed.push(source);
    }
    if (sort === "file" || sort === "reading") filed.sort((a, b) => ((a.uri ?? "") < (b.uri ?? "") ? -1 : 1));
    else filed.sort((a, b) => naturally(a.key, b.key));
    const keys = filed.map(({ key }) => key);
    if (sort === "evidence") {
      const amounts = new Map(keys.map((key) => [key, this.countOf(key)]));
      keys.sort((a, b) => (amounts.get(b) ?? 0) - (amounts.get(a) ?? 0));
    }
    if (sort !== "file") listed.sort(naturally);
    const groups = sort === "reading" || by === "reading" ? this.groupsOf(keys) : NO_GROUPS;
    if (by === "reading") return { filed: [], groups, listed };
    return { filed: sort === "reading" ? groups.flatMap((group) => group.keys) : keys, groups: NO_GROUPS, listed };
  }

  /** The keys by their states, those that have none last; groups without any are left out. */
  private groupsOf(keys: readonly string[]): readonly ReadingGroup[] {
    const byState = new Map<ReadingState | undefined, string[]>();
    for (const state of [...READING_STATES, undefined]) byState.set(state, []);
    for (const key of keys) {
      const source = this.review.source(key);
      byState.get(source && this.stateOf(source))?.push(key);
    }
    return [...byState].flatMap(([state, all]) => (all.length === 0 ? [] : [{ state, keys: all }]));
  }

  stateOf(source: SourceView): ReadingState | undefined {
    return readingStateOf(source, this.review, this.options.holdsText);
  }

  /** How a source is called; empty where neither its file nor the bibliography says. */
  titleOf(source: SourceView): string {
    const own = source.frontMatter?.title?.value;
    return plain(own ?? this.options.reference?.(source.key)?.title ?? "");
  }

  private isShown(source: SourceView): boolean {
    if (this.words.length === 0 || this.isNamed(source)) return true;
    return source.uri !== undefined && this.filesOf(source.key).some((uri) => this.someIn(uri));
  }

  /** Whether the source's own key or title is looked for. */
  private isNamed(source: SourceView): boolean {
    return holds(compared(`${source.key}\n${this.titleOf(source)}`), this.words);
  }

  private someIn(uri: string): boolean {
    return extractsIn(uri, this.review).some((at) => this.holdsWords(at));
  }

  /** Whether an extract has the words that are looked for. */
  holdsWords(at: Definition<Extract>): boolean {
    return this.words.length === 0 || holds(wordsOf(at), this.words);
  }

  filesOf(key: string): readonly string[] {
    const source = this.review.source(key);
    return source?.uri === undefined ? [] : [source.uri, ...source.others];
  }

  countOf(key: string): number {
    let count = 0;
    for (const uri of this.filesOf(key))
      for (const { facts } of this.review.placed(uri))
        for (let index = 0; index < facts.count; index++) if (facts.record(index).kind === "extract") count++;
    return count;
  }

  /** The extracts of a source that are shown: all where the source itself is looked for. */
  extractsOf(key: string): readonly Definition<Extract>[] {
    const { revision } = this.review;
    if (this.last?.key !== key || this.last.revision !== revision)
      this.last = { key, revision, extracts: this.shownOf(key) };
    return this.last.extracts;
  }

  private shownOf(key: string): readonly Definition<Extract>[] {
    const source = this.review.source(key);
    if (!source) return [];
    const all = this.filesOf(key).flatMap((uri) => extractsIn(uri, this.review));
    return this.words.length === 0 || this.isNamed(source) ? all : all.filter((at) => this.holdsWords(at));
  }
}

/** The extracts of a document. */
function extractsIn(uri: string, review: Review): readonly Definition<Extract>[] {
  const found: Definition<Extract>[] = [];
  for (const placed of review.placed(uri)) {
    const { facts } = placed;
    for (let index = 0; index < facts.count; index++)
      if (facts.record(index).kind === "extract") found.push(new Definition<Extract>(placed, index));
  }
  return found;
}

const known = new WeakMap<Brief, string>();

function wordsOf({ brief, placed }: Definition<Extract>): string {
  const read = known.get(brief);
  if (read !== undefined) return read;
  const words = compared(`${brief.source}#${placed.text}`);
  known.set(brief, words);
  return words;
}
