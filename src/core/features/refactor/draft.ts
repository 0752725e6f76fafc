/** A review as it will be: changes are computed from it one after another, checked, and given as one edit of the review as it is. */
import { Checker, type Problem, reviewToCheck } from "../../check.ts";
import { MANIFEST_NAME } from "../../membership.ts";
import type { Name } from "../../model/types.ts";
import { type Change, Definition, type Placed, type Review } from "../../review.ts";
import { ALL_RULES } from "../../rules/index.ts";
import { applyEdits, type TextEdit } from "../../text.ts";
import type { Kind } from "../../vocabulary.ts";
import { type EditsByUri, isRefusal, type Outcome, type Refusal } from "../edit/outcome.ts";
import { composed, type Stretch, spliced } from "./stretches.ts";

/** A record by what stays when texts change: of several that bear a name in one document, which of them. */
export interface Spot {
  readonly uri: string;
  readonly kind: Kind;
  readonly name: Name;
  readonly nth: number;
}

export function spotOf(review: Review, at: Definition): Spot {
  const { uri } = at.placed;
  const { kind, name } = at.brief;
  const all = bearing(review, uri, kind, name);
  const nth = all.findIndex(({ brief }) => brief === at.brief);
  return { uri, kind, name, nth: nth < 0 ? all.length : nth };
}

type Bearing = ReadonlyMap<string, readonly Definition[]>;

/** By the pieces of a document, of which it has others once it changes: every record of a long one may be asked for. */
const known = new WeakMap<readonly Placed[], Bearing>();

function bearing(review: Review, uri: string, kind: Kind, name: Name): readonly Definition[] {
  const pieces = review.placed(uri);
  let found = known.get(pieces);
  if (!found) {
    found = bearingIn(pieces);
    known.set(pieces, found);
  }
  return found.get(`${kind} ${name}`) ?? [];
}

function bearingIn(pieces: readonly Placed[]): Bearing {
  const found = new Map<string, Definition[]>();
  for (const placed of pieces) {
    for (let index = 0; index < placed.facts.count; index++) {
      const { kind, name } = placed.facts.record(index);
      const key = `${kind} ${name}`;
      const all = found.get(key);
      if (all) all.push(new Definition(placed, index));
      else found.set(key, [new Definition(placed, index)]);
    }
  }
  return found;
}

/** After so many changes all is checked again once they are asked for. */
const MOST_CHECKED = 40;

/** A text before steps that are being tried; undefined where there was none. */
interface Before {
  readonly text: string | undefined;
  readonly stretches: readonly Stretch[] | undefined;
}

export class Draft {
  /** The review with the changes so far. */
  readonly review: Review;
  /** Problems before any change. */
  readonly before: readonly Problem[];
  /** What is called otherwise now, in small letters: rows without ids that were given one. */
  readonly renamed = new Map<string, string>();
  private readonly base: Review;
  private readonly checker: Checker;
  /** Texts before the steps that are being tried. */
  private touched: Map<string, Before> | undefined;
  private steps = 0;
  private readonly texts = new Map<string, readonly Stretch[]>();

  /** Reads and checks the whole review: for what somebody chose to do, not for what is offered. */
  constructor(base: Review) {
    this.base = base;
    this.review = reviewToCheck(ALL_RULES);
    const uris = base.uris();
    for (const uri of [...uris.filter((each) => each === MANIFEST_NAME), ...uris]) {
      const document = base.document(uri);
      if (document) this.review.set(document, base.bibliography(uri));
    }
    this.checker = new Checker(this.review, ALL_RULES);
    this.checker.update();
    this.before = this.checker.problems();
  }

  /** Problems as they are now. */
  get problems(): readonly Problem[] {
    if (this.steps > MOST_CHECKED) {
      this.checker.update();
    }
    return this.checker.problems();
  }

  /** The record that stands at a spot now. */
  at({ uri, kind, name, nth }: Spot): Definition | undefined {
    return bearing(this.review, uri, kind, name)[nth];
  }

  /** Takes a change of the draft in; gives the refusal, where it is one. */
  take(outcome: Outcome): Refusal | undefined {
    if (isRefusal(outcome)) return outcome;
    for (const [uri, edits] of outcome.edits) {
      const held = this.review.text(uri);
      if (this.touched?.has(uri) === false) this.touched.set(uri, { text: held, stretches: this.texts.get(uri) });
      const text = held ?? "";
      const base = this.base.text(uri) ?? "";
      const known = this.texts.get(uri) ?? [{ from: 0, to: base.length }];
      this.texts.set(uri, spliced(known, edits));
      const version = (this.review.document(uri)?.version ?? 0) + 1;
      this.check(this.review.set({ uri, version, text: applyEdits(text, edits) }));
    }
    return undefined;
  }

  /** Does several steps, or none: what was taken in is put back where one of them is refused. */
  attempt(steps: () => Refusal | undefined): Refusal | undefined {
    const before = new Map<string, Before>();
    this.touched = before;
    const refusal = steps();
    this.touched = undefined;
    if (!refusal) return undefined;
    for (const [uri, { text, stretches }] of before) {
      if (stretches) this.texts.set(uri, stretches);
      else this.texts.delete(uri);
      const version = (this.review.document(uri)?.version ?? 0) + 1;
      this.check(text === undefined ? this.review.delete(uri) : this.review.set({ uri, version, text }));
    }
    return refusal;
  }

  /** A change is checked at once, many are checked together: one record may be changed thousands of times. */
  private check(change: Change): void {
    this.steps++;
    if (this.steps <= MOST_CHECKED) this.checker.update(change);
  }

  /** All changes as one, of the texts that the review began with. */
  done(): { readonly edits: EditsByUri } {
    const edits = new Map<string, readonly TextEdit[]>();
    for (const [uri, stretches] of this.texts) {
      const own = composed(stretches, this.base.text(uri) ?? "");
      if (own.length > 0) edits.set(uri, own);
    }
    return { edits };
  }
}
