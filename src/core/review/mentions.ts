/** Evidence that names a name, found in the pieces that mention it. */
import type { PieceFacts } from "../model/piece-facts.ts";
import type { Evidence, Name } from "../model/types.ts";
import type { NameIndex } from "./names.ts";
import { isEvidence, type Placed } from "./placed.ts";

/** In records with more links than this they are found by a table. */
const FEW = 12;

/** Calls `take` for each evidence that names a name, in the order of paths and text, with the place of the record where it is written: an extract, or no extract. */
export function eachEvidence(
  index: NameIndex,
  name: Name,
  atExtracts: boolean,
  take: (evidence: Evidence, placed: Placed, at: number) => void,
): void {
  for (const placed of index.mentioning(name)) {
    const { facts } = placed;
    if (facts.count === 1 && (facts.record(0).kind === "extract") !== atExtracts) continue;
    const only = onlyEvidence(facts, name);
    if (only) take(only, placed, 0);
    else {
      for (const { ref, from } of index.referencesOf(placed, name))
        if (from && isEvidence(ref) && (from.brief.kind === "extract") === atExtracts) take(ref, placed, from.index);
    }
  }
}

/** The evidence for a name in a piece, where a look at one record with few links finds one alone. */
function onlyEvidence(facts: PieceFacts, name: Name): Evidence | undefined {
  if (facts.count !== 1) return undefined;
  const { links } = facts.record(0);
  if (links.length > FEW) return undefined;
  let found: Evidence | undefined;
  for (const ref of links) {
    if (!isEvidence(ref) || ref.name !== name) continue;
    if (found) return undefined;
    found = ref;
  }
  return found;
}
