/** An extract in a source's file, and its text, for tests. */

import type { Extract } from "../../../../src/core/model/types.ts";
import { Proofs } from "../../../../src/core/proof/proofs.ts";
import type { Answer } from "../../../../src/core/quotes/check.ts";
import type { SourceText } from "../../../../src/core/quotes/source-text.ts";
import type { Definition, Review } from "../../../../src/core/review.ts";
import { textOfFile } from "../../../../src/core/texts/plain-text.ts";
import { reviewOf } from "../../reviews.ts";

export interface Quoted {
  readonly review: Review;
  readonly extract: Definition<Extract>;
  readonly answer: Answer;
  readonly source: SourceText;
}

export const FILE = "lund.md";

/** `record` is what stands below the heading of the one extract. */
export function quotedIn(text: string, record: string, first?: string): Quoted {
  const review = reviewOf({ [FILE]: `---\ncitekey: lund2010\n---\n\n## Extract e1\n\n${record}` });
  const proofs = new Proofs(
    review,
    () => ({ is: "text", text: textOfFile(text), stamp: "1" }),
    () => ({ first }),
  );
  const [extract] = review.extractsOf("lund2010") as readonly Definition<Extract>[];
  const answer = extract && proofs.of(extract);
  const source = proofs.text("lund2010");
  if (!extract || !answer || answer.is === "unverifiable" || !source) throw new Error("There is no quotation.");
  return { review, extract, answer, source };
}
