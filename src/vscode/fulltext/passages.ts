/** Where the quotations of a source stand in its text. */
import type { Extract } from "../../core/model/types.ts";
import { isAmong, pagesNamed } from "../../core/quotes/locators.ts";
import type { SourceText } from "../../core/quotes/source-text.ts";
import type { Definition } from "../../core/review.ts";
import type { Span } from "../../core/text.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import { Turns } from "../reviews/turns.ts";

/** An extract, and where its quotation stands. */
export interface QuotedPassage {
  readonly extract: Definition<Extract>;
  readonly span: Span;
}

/** Where the quotations of a source stand in its text, in the order of the extracts. Those that were not compared yet are compared, in short turns. */
export async function passagesOf(open: OpenReview, key: string): Promise<readonly QuotedPassage[]> {
  const proving = await open.proving();
  await proving.texts.read(key);
  const turns = new Turns();
  for (const _ of proving.proofs.text(key)?.preparing() ?? []) await turns.next();
  const { revision } = open.review;
  const found: QuotedPassage[] = [];
  for (const extract of open.review.extractsOf(key)) {
    // Places are those of a revision.
    if (open.review.revision !== revision) return passagesOf(open, key);
    const proof = proving.proofs.of(extract);
    if (proof && "passage" in proof) found.push({ extract: extract as Definition<Extract>, span: proof.passage.span });
    await turns.next();
  }
  return found;
}

/** The extracts that quote a place, or something of a stretch. */
export async function extractsAt(
  open: OpenReview,
  key: string,
  { start, end }: Span,
): Promise<readonly Definition<Extract>[]> {
  const passages = await passagesOf(open, key);
  return passages
    .filter(({ span }) => span.start <= Math.max(start, end - 1) && start < Math.max(span.end, span.start + 1))
    .map(({ extract }) => extract);
}

/** The first page that an extract names. */
export function pageNamed({ at }: Extract, { pages, text }: SourceText): Span | undefined {
  const named = at && pagesNamed(at.text);
  if (!named) return undefined;
  const index = pages.findIndex(({ label }) => label !== undefined && isAmong(label, named) === true);
  const page = pages[index];
  return page && { start: page.start, end: pages[index + 1]?.start ?? text.length };
}
