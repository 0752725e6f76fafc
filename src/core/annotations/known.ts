/** Which annotations a review has already: by the name that the other program gave them, else by their words, each extract standing for one. */

import type { Annotation } from "../exchange/annotations/types.ts";
import type { Extract } from "../model/types.ts";
import { fold } from "../quotes/fold.ts";
import { pagesNamed } from "../quotes/locators.ts";
import type { Definition, Review } from "../review.ts";

interface Standing {
  readonly words: string;
  readonly at: string;
  readonly id: string;
}

/** Names of annotations that any extract of the review bears, in small letters. */
export function namesOfAnnotations(review: Review): ReadonlySet<string> {
  const names = new Set<string>();
  for (const definition of review.records("extract")) {
    const { annotation } = (definition as Definition<Extract>).entity;
    if (annotation) names.add(annotation.text.trim().toLowerCase());
  }
  return names;
}

/** Those that the source does not have yet, each once, in their order. In time of the extracts and of the annotations. */
export function newAnnotations<Own extends Annotation>(
  review: Review,
  key: string,
  annotations: readonly Own[],
  names: ReadonlySet<string> = namesOfAnnotations(review),
): readonly Own[] {
  const byName = new Map<string, Standing>();
  const all: Standing[] = [];
  for (const definition of review.extractsOf(key)) {
    const { quote, at, annotation } = (definition as Definition<Extract>).entity;
    if (!quote) continue;
    const id = annotation?.text.trim().toLowerCase() ?? "";
    const one = { words: wordsOf(quote.text), at: pageOf(at?.text), id };
    all.push(one);
    if (id !== "") byName.set(id, one);
  }
  const once = unlike(annotations);
  // First those that bear a name, so that an extract without one is left for an annotation without one.
  const named = new Set(once.flatMap((each) => byName.get(idOf(each)) ?? []));
  const left = new Set(once.filter((each) => !names.has(idOf(each))));
  const standing = new Map<string, Standing[]>();
  for (const one of all) {
    if (named.has(one)) continue;
    const list = standing.get(one.words);
    if (list) list.push(one);
    else standing.set(one.words, [one]);
  }
  const take = (each: Own, fits: (one: Standing) => boolean): void => {
    const list = standing.get(wordsOf(each.quote)) ?? [];
    const found = list.slice(0, MOST_ALIKE).findIndex((one) => isCompatible(one.id, idOf(each)) && fits(one));
    if (found < 0) return;
    list.splice(found, 1);
    left.delete(each);
  };
  for (const each of left) take(each, (one) => one.at === pageOf(each.at));
  for (const each of left) take(each, () => true);
  return once.filter((each) => left.has(each));
}

/** Of so many extracts with the same words the one is looked for. */
const MOST_ALIKE = 50;

/** Two names that one program gave are of two annotations. */
function isCompatible(one: string, other: string): boolean {
  return one === "" || other === "" || programOf(one) !== programOf(other);
}

function programOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf(" ")));
}

const idOf = ({ id }: Annotation): string => id?.toLowerCase() ?? "";

/** Words as they are compared: what is in none of them, such as a formula, as it is written. */
export function wordsOf(quote: string): string {
  // Control signs are never written.
  const own = quote.replace(/\p{Cc}/gu, (sign) => (/\s/.test(sign) ? " " : ""));
  return fold(own, "loose").text || quote.replace(/\s+/g, " ").trim();
}

function pageOf(at: string | undefined): string {
  const pages = at === undefined ? undefined : pagesNamed(at);
  return pages ? `${pages.from}–${pages.to}`.toLowerCase() : (at?.trim().toLowerCase() ?? "");
}

/** Each once: by its name, else by its words and its place, with what was written at any of them. */
export function unlike<Own extends Annotation>(annotations: readonly Own[]): readonly Own[] {
  const all = new Map<string, Own[]>();
  for (const each of annotations) {
    const own = idOf(each) || `${pageOf(each.at)}\n${wordsOf(each.quote)}`;
    const list = all.get(own);
    if (list) list.push(each);
    else all.set(own, [each]);
  }
  return [...all.values()].map((alike) => {
    const [first, ...others] = alike as [Own, ...Own[]];
    if (others.length === 0) return first;
    const comments = [...new Set(alike.flatMap(({ comment }) => comment ?? []))];
    const tags = [...new Set(alike.flatMap(({ tags }) => tags))];
    return { ...first, tags, ...(comments.length > 0 && { comment: comments.join("\n") }) };
  });
}
