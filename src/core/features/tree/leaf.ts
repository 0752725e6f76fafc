/** Configurations as the leaves of the groups that they are in. */
import type { Cmoc, Name } from "../../model/types.ts";
import { Definition } from "../../review/placed.ts";
import type { Review } from "../../review.ts";
import { tallyOf } from "../card/stances.ts";
import { evidenceOf, type Grouping, type GroupPath, groupsOf } from "./grouping.ts";
import { naturally } from "./sorting.ts";
import { holds, wordsOf } from "./titles.ts";

/** One configuration. */
export interface Leaf {
  definition: Definition<Cmoc>;
  /** Its name, with a count where several bear it; of one without an id its file and its place among such rows there. */
  readonly key: string;
  readonly paths: readonly GroupPath[];
  readonly isShown: boolean;
  /** How many links it has, once it was sorted by that. */
  amount: number | undefined;
}

export interface LeafReading {
  readonly review: Review;
  readonly by: Grouping;
  /** What each that is shown has somewhere in its words. */
  readonly words: readonly string[];
  /** For who reads all of them. */
  readonly theoriesOf?: ((name: Name) => readonly Name[]) | undefined;
}

/** The configurations of a document, rows that restate others left out. `shared` counts those that bear one name, across documents. */
export function leavesIn(uri: string, reading: LeafReading, shared: Map<Name, number>): readonly Leaf[] {
  const { review } = reading;
  const leaves: Leaf[] = [];
  let nameless = 0;
  for (const placed of review.placed(uri)) {
    const { facts } = placed;
    for (let index = 0; index < facts.count; index++) {
      const brief = facts.record(index);
      if (brief.kind !== "cmoc" || review.isRestatement(brief)) continue;
      let key: string = brief.name;
      if (key === "") key = `${uri}~${nameless++}`;
      else if (review.mayBeShared(brief.name)) {
        const before = shared.get(brief.name) ?? 0;
        shared.set(brief.name, before + 1);
        if (before > 0) key = `${key}~${before}`;
      }
      leaves.push(leafOf(new Definition<Cmoc>(placed, index), key, reading));
    }
  }
  return leaves;
}

export function leafOf(definition: Definition<Cmoc>, key: string, reading: LeafReading): Leaf {
  const { review, by, words, theoriesOf } = reading;
  const isShown = words.length === 0 || holds(wordsOf(definition), words);
  return { definition, key, paths: groupsOf(definition, by, review, theoriesOf), isShown, amount: undefined };
}

/** Whether a configuration stays where it is in the tree. */
export function isAlike(before: Leaf, now: Leaf, review: Review): boolean {
  return (
    before.key === now.key &&
    before.isShown === now.isShown &&
    (before.amount === undefined || before.amount === amountOf(now.definition, review)) &&
    before.definition.brief.id === now.definition.brief.id &&
    before.paths.length === now.paths.length &&
    before.paths.every((path, at) => isSamePath(path, now.paths[at]))
  );
}

function isSamePath(a: GroupPath, b: GroupPath | undefined): boolean {
  return a.length === b?.length && a.every((part, at) => part === b[at]);
}

export function amountOf(definition: Definition<Cmoc>, review: Review): number {
  const { supports, refutes, refines } = tallyOf(evidenceOf(definition, review));
  return supports + refutes + refines;
}

/** Natural order of ids; those without one come last, in the order of the files. */
export function byId(a: Leaf, b: Leaf): number {
  const [one, other] = [a.definition.brief.id, b.definition.brief.id];
  if (one === "" || other === "") return one === other ? 0 : one === "" ? 1 : -1;
  return naturally(one, other);
}
