/** What is known of the printed pages of sources beside their texts: their first page, and the range of their entry where that would tell more. */
import type { PagesOf } from "../core/proof/proofs.ts";
import { firstPageOf } from "../core/proof/text-paths.ts";
import type { Review } from "../core/review.ts";
import { asksForRange } from "../core/texts/printed-pages.ts";
import { referenceOf } from "./records.ts";
import type { Texts } from "./texts.ts";

/** Of sources whose texts were read. The library that decodes bibliographies is loaded only where a range is asked for. */
export async function pagesOf(review: Review, texts: Pick<Texts, "of">, keys: readonly string[]): Promise<PagesOf> {
  const ranges = new Map<string, string>();
  for (const key of keys) {
    const held = texts.of(key);
    const source = review.source(key);
    if (held.is !== "text" || !source || !asksForRange(held.text, firstPageOf(review, key))) continue;
    const page = (await referenceOf(source, review))?.page;
    if (page !== undefined) ranges.set(key, page);
  }
  return (key) => ({ first: firstPageOf(review, key), range: ranges.get(key) });
}
