/** How much of a paged text no letter is known of: pictures of pages behind an archive's cover page, pages that cannot be read. */
import type { HeldText } from "./held-text.ts";

/** One page in so many may be empty, as books have them, and what is not found is not there. */
const FEW = 10;

export interface Unread {
  readonly pages: number;
  readonly of: number;
}

/** Undefined where what is not found in a text does not stand in it. Heads and feet of pages are no text of theirs. Linear in the text. */
export function unreadOf({ text, isPaged, pages, skipped, unread = 0 }: HeldText): Unread | undefined {
  if (!isPaged) return undefined;
  const aside = skipped.filter(({ isNote }) => isNote !== true);
  let empty = 0;
  let skip = 0;
  for (const [index, { start }] of pages.entries()) {
    const end = pages[index + 1]?.start ?? text.length;
    let own = "";
    for (let at = start; at < end; ) {
      while ((aside[skip]?.end ?? end) <= at) skip++;
      const next = aside[skip];
      own += text.slice(at, Math.min(end, Math.max(at, next?.start ?? end)));
      at = next ? Math.max(next.start, Math.min(end, next.end)) : end;
    }
    if (!/\p{L}/u.test(own)) empty++;
  }
  return pages.length === 0 || unread > 0 || empty * FEW > pages.length
    ? { pages: Math.max(empty, unread), of: pages.length }
    : undefined;
}
