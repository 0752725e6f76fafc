/** The tree of codes: each with its narrower codes and where extracts use it, then those that no codebook has. */
import type { Code, Name } from "../../model/types.ts";
import type { Change, Definition, Review } from "../../review.ts";
import type { ProblemsOf } from "../card/problems.ts";
import { CodebookRow } from "./code-rows.ts";
import { type CodeItem, type Codes, codesOf, isUnknownCode } from "./codebook.ts";
import type { Spot, TreeChange } from "./node.ts";
import { recordAt } from "./places.ts";
import { type Row, RowTree } from "./row.ts";
import type { Sorting } from "./sorting.ts";
import { wanted } from "./titles.ts";

export interface CodeTreeOptions {
  /** As in the files, by natural order, or by number of uses. */
  readonly sort?: Sorting;
  /** Words of a code: its slug, its title, what it covers. */
  readonly filter?: string | undefined;
  /** The problems of a document: rows that have warnings or errors are marked. */
  readonly problems?: ProblemsOf | undefined;
}

const MOST_CHANGED = 50;

export class CodeTree extends RowTree {
  readonly review: Review;
  readonly problems: ProblemsOf | undefined;
  private readonly sort: Sorting;
  private readonly filter: string | undefined;
  private known: Codes | undefined;
  private revision: number | undefined;

  constructor(review: Review, options: CodeTreeOptions = {}) {
    super();
    this.review = review;
    this.sort = options.sort ?? "file";
    this.filter = options.filter;
    this.problems = options.problems;
  }

  codes(): Codes {
    if (!this.known || this.revision !== this.review.revision)
      this.known = codesOf(this.review, { sort: this.sort, filter: this.filter });
    this.revision = this.review.revision;
    return this.known;
  }

  protected root(): Row {
    return new CodebookRow(this);
  }

  protected rowOf(target: Name | Spot): Row | undefined {
    if (typeof target !== "string") {
      const at = recordAt(this.review, target);
      return at?.brief.kind === "code" ? this.rowOf(at.name) : undefined;
    }
    return this.rowsNamed(target)[0];
  }

  /** The rows of all that bear a name, or of one that no codebook has. */
  private rowsNamed(name: Name): readonly Row[] {
    const items = this.codes().byName.get(name);
    if (items) return items.flatMap((item) => this.itemRow(item) ?? []);
    const unknown = this.root().find("unknown")?.find(name);
    return unknown ? [unknown] : [];
  }

  private itemRow(one: CodeItem): Row | undefined {
    let item = one;
    const parts = [item.part];
    while (item.above) {
      item = item.above;
      parts.unshift(item.part);
    }
    let row: Row | undefined = this.root();
    for (const part of parts) row = row?.find(part);
    return row;
  }

  update(change: Change): TreeChange {
    if (change.from === change.to) return [];
    const before = this.revision === change.from && !change.all ? this.known : undefined;
    if (!before || shapeOf(change.removed) !== shapeOf(change.added)) return this.renewed();
    const names = [...change.names].filter((name) => name.startsWith("c:"));
    const isOther = names.some((name) => before.unknown.includes(name) !== isUnknownCode(name, this.review));
    const isMoved = names.length > 0 && (this.sort === "evidence" || wanted(this.filter).length > 0);
    if (isOther || isMoved || names.length > MOST_CHANGED || change.uris.size > 1) return this.renewed();
    for (const placed of change.added) {
      for (const definition of placed.definitions) {
        if (definition.brief.kind !== "code") continue;
        const [item] = before.byName.get(definition.name) ?? [];
        if (!item || this.review.mayBeShared(item.name)) return this.renewed();
        item.at = definition as Definition<Code>;
      }
    }
    this.revision = change.to;
    return names.flatMap((name) => this.rowsNamed(name)).map((row) => row.node());
  }

  private renewed(): "all" {
    this.known = undefined;
    return "all";
  }
}

/** The codes of pieces and what they stand under. */
function shapeOf(pieces: Change["added"]): string {
  const codes: string[] = [];
  for (const { facts } of pieces) {
    for (let index = 0; index < facts.count; index++) {
      const brief = facts.record(index);
      if (brief.kind !== "code") continue;
      const parents = brief.links.filter(({ field }) => field === "parent").map(({ name }) => name);
      codes.push(`${brief.name}<${parents.join(",")}`);
    }
  }
  return codes.join("|");
}
