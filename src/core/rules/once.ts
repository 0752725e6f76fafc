/** What rules find of a whole (all evidence for a name, all that bears it), found once where many records ask for it in turn. */
import type { Name } from "../model/types.ts";
import type { Review } from "../review.ts";

/** What is found of so few things is found again. */
const FEW = 8;

/** The search, made once for each long list as long as that is remembered: until the review changes. */
// @__NO_SIDE_EFFECTS__
export function once<Thing, Found>(
  find: (list: readonly Thing[], review: Review) => Found,
): (list: readonly Thing[], review: Review) => Found {
  const known = new WeakMap<readonly Thing[], { readonly found: Found }>();
  return (list, review) => {
    if (list.length <= FEW) return find(list, review);
    const before = known.get(list);
    if (before) return before.found;
    const found = find(list, review);
    known.set(list, { found });
    return found;
  };
}

interface Known<Found> {
  readonly revision: number;
  readonly found: Map<Name, Found>;
}

/** Names for which something is remembered. */
const MOST = 100_000;

/** The search, made once for each name of a review until that changes. */
// @__NO_SIDE_EFFECTS__
export function onceForName<Found extends object>(
  find: (name: Name, review: Review) => Found,
): (name: Name, review: Review) => Found {
  const reviews = new WeakMap<Review, Known<Found>>();
  return (name, review) => {
    let known = reviews.get(review);
    if (known?.revision !== review.revision || known.found.size > MOST) {
      known = { revision: review.revision, found: new Map() };
      reviews.set(review, known);
    }
    const before = known.found.get(name);
    if (before) return before;
    const found = find(name, review);
    known.found.set(name, found);
    return found;
  };
}
