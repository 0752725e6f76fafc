/** Quotations of a review on a disk, against the texts of their sources. */
import { byProblem } from "../core/check/kept.ts";
import type { Problem } from "../core/check.ts";
import { quoteProblems } from "../core/proof/problems.ts";
import { Proofs } from "../core/proof/proofs.ts";
import type { OpenReview } from "./open.ts";
import type { Output } from "./output.ts";
import { pagesOf } from "./pages.ts";
import { Texts } from "./texts.ts";

/** Citation keys of the sources that are quoted, in their order. */
export function quotedSources({ review }: Pick<OpenReview, "review">): readonly string[] {
  return review
    .sources()
    .map(({ key }) => key)
    .filter((key) => review.extractsOf(key).some(({ brief }) => brief.kind === "extract" && brief.passageDigest !== 0));
}

/** The problems of a review with those of its quotations among them, each document's by place. */
export async function withQuotes(
  { root, review, begun }: OpenReview,
  problems: readonly Problem[],
  output: Output,
): Promise<readonly Problem[]> {
  const keys = quotedSources({ review });
  if (keys.length === 0) return problems;
  const texts = new Texts(root, review);
  const reading = output.progress("Reading full texts", begun);
  await texts.read(keys, (done) => reading.step(done, keys.length));
  reading.done();
  const proofs = new Proofs(review, texts.of, await pagesOf(review, texts, keys));
  const more = new Map<string, readonly Problem[]>();
  const comparing = output.progress("Comparing quotations", begun);
  for (const [index, key] of keys.entries()) {
    for (const uri of new Set(review.extractsOf(key).map(({ placed }) => placed.uri)))
      more.set(uri, quoteProblems(review, proofs, uri));
    comparing.step(index + 1, keys.length);
  }
  comparing.done();
  if ([...more.values()].every((found) => found.length === 0)) return problems;
  const own = new Map<string, Problem[]>();
  for (const problem of problems) {
    const list = own.get(problem.uri);
    if (list) list.push(problem);
    else own.set(problem.uri, [problem]);
  }
  return review.uris().flatMap((uri) => [...(own.get(uri) ?? []), ...(more.get(uri) ?? [])].sort(byProblem));
}
