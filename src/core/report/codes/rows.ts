/** The codes of a review in the order of its codebook: narrower ones after the wider one that they stand under, those that no codebook has at the end. */
import type { Code, Name } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";

/** A code and how deep it stands. */
export interface CodePlace {
  readonly name: Name;
  /** Undefined where no codebook has it. */
  readonly at: Definition<Code> | undefined;
  /** 0 at the top. */
  readonly depth: number;
}

export function codePlaces(review: Review): readonly CodePlace[] {
  const all = [...review.records("code")] as readonly Definition<Code>[];
  const first = new Map<Name, Definition<Code>>();
  for (const at of all) if (!first.has(at.name)) first.set(at.name, at);
  const below = new Map<Name, Definition<Code>[]>();
  const top: Definition<Code>[] = [];
  for (const at of all) {
    const parent = parentIn(at, first);
    if (parent === undefined) top.push(at);
    else {
      const beside = below.get(parent) ?? [];
      below.set(parent, beside);
      beside.push(at);
    }
  }
  const found = inOrder(top, below);
  // Codes that are each other's wider one stand under no top.
  const seen = new Set(found.map(({ at }) => at));
  for (const at of all) if (!seen.has(at)) found.push({ name: at.name, at, depth: 0 });
  for (const name of unknownCodes(review)) found.push({ name, at: undefined, depth: 0 });
  return found;
}

function parentIn({ brief, name }: Definition<Code>, first: ReadonlyMap<Name, Definition<Code>>): Name | undefined {
  const parent = brief.links.find(({ field, inReason }) => field === "parent" && !inReason)?.name;
  return parent !== undefined && parent !== name && first.has(parent) ? parent : undefined;
}

function inOrder(
  top: readonly Definition<Code>[],
  below: Map<Name, readonly Definition<Code>[]>,
): { name: Name; at: Definition<Code> | undefined; depth: number }[] {
  const found: { name: Name; at: Definition<Code> | undefined; depth: number }[] = [];
  const open = top.map((at) => ({ at, depth: 0 })).reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    const { at, depth } = next;
    found.push({ name: at.name, at, depth });
    const narrower = below.get(at.name) ?? [];
    below.delete(at.name);
    for (let index = narrower.length - 1; index >= 0; index--) {
      const each = narrower[index];
      if (each) open.push({ at: each, depth: depth + 1 });
    }
  }
  return found;
}

/** Names of codes that extracts use and that nothing defines, in natural order. */
function unknownCodes(review: Review): readonly Name[] {
  const found: Name[] = [];
  for (const name of review.names())
    if (name.startsWith("c:") && !review.isDefined(name) && review.isReferred(name, ({ field }) => field === "coding"))
      found.push(name);
  const { compare } = new Intl.Collator("en", { numeric: true });
  return found.sort(compare);
}
