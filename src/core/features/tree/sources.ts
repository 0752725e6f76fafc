/** The tree of sources and extracts: first what is unlinked, then each source with its appraisal, its status and its extracts. */
import type { Reference } from "../../bibliography/reference.ts";
import { keyOfName } from "../../model/names.ts";
import type { Name } from "../../model/types.ts";
import type { Change, Review } from "../../review.ts";
import type { ProblemsOf } from "../card/problems.ts";
import type { Spot, TreeChange } from "./node.ts";
import { recordAt } from "./places.ts";
import type { HoldsText } from "./reading-states.ts";
import { type Row, RowTree } from "./row.ts";
import { groupPart, ShelvesRow } from "./shelf-rows.ts";
import { type Keys, type SourceGrouping, SourceShelves } from "./shelves.ts";
import type { Sorting } from "./sorting.ts";
import { UnlinkedExtracts } from "./unlinked.ts";

export interface SourceTreeOptions {
  /** In one list where it is left out. */
  readonly by?: SourceGrouping;
  /** As the files are called, by key, by number of extracts, or by how far their reading has come. */
  readonly sort?: Sorting;
  /** Words of a source's key or title, or of an extract. */
  readonly filter?: string | undefined;
  /** The problems of a document: rows that have warnings or errors are marked. */
  readonly problems?: ProblemsOf | undefined;
  /** An entry of the bibliography, for the titles of sources whose files say none. */
  readonly reference?: ((key: string) => Reference | undefined) | undefined;
  readonly holdsText?: HoldsText | undefined;
  /** Shared with what else asks for unlinked extracts; told of changes by the tree. */
  readonly unlinked?: UnlinkedExtracts | undefined;
}

/** More rows than this are told of as all. */
const MOST_CHANGED = 50;

export class SourceTree extends RowTree {
  readonly review: Review;
  readonly problems: ProblemsOf | undefined;
  readonly unlinked: UnlinkedExtracts;
  readonly shelves: SourceShelves;
  private known: Keys | undefined;
  private revision: number | undefined;
  private readonly sort: Sorting;

  constructor(review: Review, options: SourceTreeOptions = {}) {
    super();
    this.review = review;
    this.sort = options.sort ?? "file";
    this.problems = options.problems;
    this.unlinked = options.unlinked ?? new UnlinkedExtracts(review);
    const { by = "none", filter, reference, holdsText } = options;
    this.shelves = new SourceShelves(review, { by, sort: this.sort, filter, reference, holdsText });
  }

  private keys(): Keys {
    if (!this.known || this.revision !== this.review.revision) this.known = this.shelves.keys();
    this.revision = this.review.revision;
    return this.known;
  }

  protected root(): Row {
    return new ShelvesRow(this, () => this.keys());
  }

  protected rowOf(target: Name | Spot): Row | undefined {
    if (typeof target !== "string") {
      const at = recordAt(this.review, target);
      if (at?.brief.kind === "extract") return this.extractRow(at.name);
      const key = this.review.frontMatter(target.uri)?.citekey?.value;
      return key === undefined ? undefined : this.sourceRow(key);
    }
    if (target.startsWith("s:")) return this.sourceRow(target.slice(2));
    const [definition] = this.review.definitions(target);
    return definition?.brief.kind === "extract" ? this.extractRow(target) : undefined;
  }

  private sourceRow(key: string): Row | undefined {
    const root = this.root();
    const group = this.keys().groups.find(({ keys }) => keys.includes(key));
    return (group ? root.find(groupPart(group)) : root)?.find(`s:${key}`) ?? root.find("listed")?.find(`s:${key}`);
  }

  private extractRow(name: Name, count = ""): Row | undefined {
    return this.sourceRow(keyOfName(name) ?? "")?.find(name + count);
  }

  /** The rows of all extracts that bear a name, at their source. */
  private extractRows(name: Name): readonly Row[] {
    const rows: Row[] = [];
    let row = this.extractRow(name);
    for (let count = 1; row; count++) {
      rows.push(row);
      row = this.extractRow(name, `~${count}`);
    }
    return rows;
  }

  update(change: Change): TreeChange {
    if (change.from === change.to) return [];
    const before = this.revision === change.from && !change.all ? this.known : undefined;
    const unlinked = this.unlinked.update(change);
    if (!before || !unlinked || unlinked.isAnyNew || this.shelves.words.length > 0) return this.renewed();
    const extractsMoved = extractNames(change.removed) !== extractNames(change.added);
    if (change.sources.size > 0 || extractsMoved || change.uris.size !== 1) {
      if (!isSame(before, this.shelves.keys())) return this.renewed();
    }
    this.revision = change.to;
    const sources = new Set<string>(change.sources);
    const extracts = new Set<Name>();
    const take = (name: Name): void => {
      if (name.startsWith("x:")) extracts.add(name);
      else if (name.startsWith("s:")) sources.add(name.slice(2));
    };
    for (const uri of [...unlinked.uris, ...(extractsMoved ? change.uris : [])]) this.sourcesIn(uri, change, sources);
    for (const name of change.names) {
      if (name.startsWith("r:") && isDefinedIn(name, change))
        for (const { extract } of this.review.evidenceFor(name)) take(extract);
      else take(name);
      if (extracts.size + sources.size > MOST_CHANGED) return this.renewed();
    }
    const rows: Row[] = [];
    if (unlinked.uris.size > 0 || [...extracts].some((name) => this.isUnlinked(name)))
      rows.push(...present(this.root().find("unlinked")));
    for (const key of sources) rows.push(...present(this.sourceRow(key)));
    for (const name of extracts) if (!sources.has(keyOfName(name) ?? "")) rows.push(...this.extractRows(name));
    return rows.map((row) => row.node());
  }

  private isUnlinked(name: Name): boolean {
    return this.review
      .definitions(name)
      .some(({ placed, brief }) => this.unlinked.in(placed.uri).some((at) => at.brief === brief));
  }

  /** The sources whose extracts stand in a document, or stood there. */
  private sourcesIn(uri: string, change: Change, into: Set<string>): void {
    for (const pieces of [change.added, change.removed, this.review.placed(uri)])
      for (const { facts } of pieces)
        for (let index = 0; index < facts.count; index++) {
          const brief = facts.record(index);
          if (brief.kind === "extract") into.add(brief.source);
        }
  }

  private renewed(): "all" {
    this.known = undefined;
    return "all";
  }
}

/** Whether a record of that name stands in pieces that are new or gone. */
function isDefinedIn(name: Name, { added, removed }: Change): boolean {
  const has = ({ facts }: Change["added"][number]): boolean => facts.records.some((brief) => brief.name === name);
  return added.some(has) || removed.some(has);
}

function present(row: Row | undefined): readonly Row[] {
  return row ? [row] : [];
}

function extractNames(pieces: Change["added"]): string {
  const names: Name[] = [];
  for (const { facts } of pieces)
    for (const brief of facts.records) if (brief.kind === "extract") names.push(brief.name);
  return names.join("|");
}

function isSame(a: Keys, b: Keys): boolean {
  const same = (one: readonly string[], other: readonly string[]): boolean =>
    one.length === other.length && one.every((key, at) => key === other[at]);
  const grouped = ({ groups }: Keys): readonly string[] => groups.flatMap((group) => [groupPart(group), ...group.keys]);
  return same(a.filed, b.filed) && same(a.listed, b.listed) && same(grouped(a), grouped(b));
}
