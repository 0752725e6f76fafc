/** The tree of codes: each with its narrower codes and where extracts use it, then those that no codebook has. */
import type { Code, Name } from "../../model/types.ts";
import type { Change, Definition, Review } from "../../review.ts";
import { readRole } from "../../syntax/roles.ts";
import { idOf, placeOf } from "../card/naming.ts";
import { isFlagged, type ProblemsOf, problemsAt } from "../card/problems.ts";
import { counted, firstWords, grouped, plain } from "../card/words.ts";
import { type CodeItem, type Codes, codesOf, isUnknownCode, usesOf } from "./codebook.ts";
import type { Sorting } from "./forest.ts";
import { toneOf } from "./look.ts";
import { type Action, NO_ACTIONS, type Spot, type TreeChange, type TreeNode } from "./node.ts";
import { recordAt } from "./places.ts";
import { type Row, RowTree } from "./row.ts";
import { type Listed, ListRow, listedRow, listRows } from "./stretches.ts";
import { titleOf, wanted } from "./titles.ts";
import { type UseItem, useList } from "./use-rows.ts";

export interface CodeTreeOptions {
  /** As in the files, by natural order, or by number of uses. */
  readonly sort?: Sorting;
  /** Words of a code: its slug, its title, what it covers. */
  readonly filter?: string | undefined;
  /** The problems of a document: rows that have warnings or errors are marked. */
  readonly problems?: ProblemsOf | undefined;
}

const MOST_CHANGED = 50;
const WORDS = 160;
const RENAMABLE: readonly Action[] = ["renamable"];
const CREATABLE: readonly Action[] = ["creatable", "renamable"];
const CODES = ["code", "codes"] as const;

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
    return new TopRow(this);
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

class TopRow implements Row {
  readonly id = "";
  readonly parent = undefined;
  private readonly tree: CodeTree;

  constructor(tree: CodeTree) {
    this.tree = tree;
  }

  node(): TreeNode {
    return { id: "", ...groupNode("Codebook", this.tree.codes().top.length) };
  }

  rows(): readonly Row[] {
    const unknown = this.unknown();
    const known = listRows(this, codeList(this.tree, this.tree.codes().top));
    return unknown ? [...known, unknown] : known;
  }

  find(part: string): Row | undefined {
    return part === "unknown" ? this.unknown() : listedRow(this, codeList(this.tree, this.tree.codes().top), part);
  }

  private unknown(): Row | undefined {
    const { tree } = this;
    const { unknown } = tree.codes();
    if (unknown.length === 0) return undefined;
    const said = (): Omit<TreeNode, "id"> => ({
      ...groupNode("Not in the codebook", unknown.length),
      icon: { name: "question", tone: "warning" },
    });
    return new ListRow(this, "unknown", said, () => unknownList(tree, unknown));
  }
}

function groupNode(label: string, count: number): Omit<TreeNode, "id"> {
  return {
    kind: "group",
    label,
    description: grouped(count),
    accessibility: `${label}, ${counted(count, ...CODES)}`,
    children: "closed",
    actions: NO_ACTIONS,
  };
}

function codeList(tree: CodeTree, items: readonly CodeItem[]): Listed<CodeItem> {
  return {
    items,
    words: CODES,
    part: ({ part }) => part,
    row: (parent, owner, item) => new CodeRow(tree, parent, owner, item),
    called: ({ at }) => at.brief.id,
  };
}

class CodeRow extends ListRow<UseItem> {
  private readonly narrower: Listed<CodeItem>;

  constructor(tree: CodeTree, parent: Row, owner: Row, item: CodeItem) {
    super(
      parent,
      item.part,
      () => codeNode(tree, item),
      () => useList(item.name, tree.review),
      owner,
    );
    this.narrower = codeList(tree, item.below);
  }

  override rows(): readonly Row[] {
    return [...listRows(this, this.narrower), ...super.rows()];
  }

  override find(part: string): Row | undefined {
    return /^[cn]:/.test(part) ? listedRow(this, this.narrower, part) : super.find(part);
  }
}

function codeNode({ review, problems }: CodeTree, { at, part, name, below }: CodeItem): Omit<TreeNode, "id"> {
  const { brief } = at;
  const title = firstWords(titleOf(at as Definition), WORDS);
  const uses = usesOf(name, review).length;
  const state = brief.replaced ? "replaced" : brief.retired ? "retired" : "";
  const said = counted(uses, "use");
  const role = brief.role === undefined ? undefined : readRole(brief.role, review.manifest.scheme)?.role;
  const flagged = isFlagged(problemsAt(at as Definition, problems));
  const narrower = below.length === 0 ? "" : counted(below.length, "narrower code");
  return {
    kind: "code",
    label: title === "" ? brief.id : `${brief.id}  ${title}`,
    description: [state, said].filter((words) => words !== "").join(" · ") + (flagged ? " ⚠" : ""),
    icon: {
      name: "tag",
      ...(state !== ""
        ? { tone: "dimmed" as const }
        : role !== undefined && { tone: toneOf(role, review.manifest.scheme) }),
    },
    accessibility: [brief.id, title, plain(brief.role ?? ""), state, said, narrower, flagged ? "has problems" : ""]
      .filter((words) => words !== "")
      .join(", "),
    children: uses > 0 || below.length > 0 ? "closed" : "none",
    place: placeOf(at as Definition),
    record: part === name ? name : (at as Definition),
    actions: RENAMABLE,
  };
}

function unknownList(tree: CodeTree, names: readonly Name[]): Listed<Name> {
  const { review } = tree;
  return {
    items: names,
    words: CODES,
    part: (name) => name,
    row: (parent, owner, name) => {
      const said = (): Omit<TreeNode, "id"> => unknownNode(name, review);
      return new ListRow(parent, name, said, () => useList(name, review), owner);
    },
    called: (name) => idOf(name, review),
  };
}

function unknownNode(name: Name, review: Review): Omit<TreeNode, "id"> {
  const uses = usesOf(name, review);
  const said = counted(uses.length, "use");
  const first = review.firstReference(name);
  const id = idOf(name, review);
  const start = first ? first.placed.start + first.ref.start : 0;
  const end = first ? first.placed.start + first.ref.end : 0;
  return {
    kind: "code",
    label: id,
    description: said,
    icon: { name: "question", tone: "warning" },
    accessibility: `${id}, not in the codebook, ${said}`,
    children: uses.length > 0 ? "closed" : "none",
    place: first && { uri: first.placed.uri, span: { start, end } },
    record: name,
    actions: CREATABLE,
  };
}
