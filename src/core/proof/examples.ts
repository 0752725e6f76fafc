/** What checks say of a small review that is given as files: also of its quotations, whose texts are the files `texts/KEY.txt`. */
import { Checker, type Problem, reviewToCheck } from "../check.ts";
import type { Review } from "../review.ts";
import { ALL_RULES } from "../rules/index.ts";
import type { ExampleFiles } from "../rules/rule.ts";
import { textOfFile } from "../texts/plain-text.ts";
import type { Held } from "./held.ts";
import { quoteProblems } from "./problems.ts";
import { Proofs } from "./proofs.ts";
import { firstPageOf } from "./text-paths.ts";

export interface Checked {
  readonly review: Review;
  readonly problems: readonly Problem[];
}

export function checkedExample(files: ExampleFiles): Checked {
  const review = reviewToCheck(ALL_RULES);
  for (const [uri, text] of Object.entries(files)) if (!uri.startsWith("texts/")) review.set({ uri, version: 0, text });
  const checker = new Checker(review, ALL_RULES);
  checker.update();
  return { review, problems: [...checker.problems(), ...quotationProblems(review, files)] };
}

/** Those of quotations alone. */
export function quotationProblems(review: Review, files: ExampleFiles): readonly Problem[] {
  const proofs = exampleProofs(review, files);
  return review.uris().flatMap((uri) => quoteProblems(review, proofs, uri));
}

/** What is found of the quotations of such a review. */
export function exampleProofs(review: Review, files: ExampleFiles): Proofs {
  const heldOf = (key: string): Held => {
    const text = files[`texts/${key}.txt`];
    return text === undefined ? { is: "none" } : { is: "text", text: textOfFile(text), stamp: text };
  };
  return new Proofs(review, heldOf, (key) => ({ first: firstPageOf(review, key) }));
}
