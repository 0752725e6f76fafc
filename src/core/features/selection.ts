/** What is selected step by step around a place: the words of a reference, a value, the line, the slot or field, the record, the section. */
import type { Review } from "../review.ts";
import { split } from "../syntax/split.ts";
import type { Span } from "../text.ts";
import { LARGE } from "./at/large.ts";
import { partsIn, pathTo, pieceAt } from "./at/piece.ts";
import { at } from "./at.ts";
import { namedAt } from "./naming.ts";

/** Spans around an offset, each larger than the one before and holding it; offsets in the document. */
export function selections(review: Review, uri: string, offset: number): readonly Span[] {
  const text = review.text(uri);
  const placed = pieceAt(review, uri, offset);
  if (text === undefined || review.placed(uri).length === 0) return [];
  const all: Span[] = lineSpans(text, offset);
  const here = at(review, uri, offset);
  const named = namedAt(review, uri, offset);
  if (named) all.push(named.span);
  if (here) all.push(here.span);
  if (here?.is === "reference") {
    all.push(here.whole);
    const { link } = here.ref;
    if (link && placed) all.push({ start: placed.start + link.start, end: placed.start + link.end });
  }
  if (!placed) {
    const frontMatter = review.frontMatter(uri);
    if (frontMatter) all.push(frontMatter.span);
    return growing(all, offset);
  }
  const { start, facts } = placed;
  if (facts.length <= LARGE)
    for (const part of pathTo(partsIn(placed), offset - start))
      all.push({ start: start + part.start, end: start + part.end });
  all.push({ start, end: start + placed.text.trimEnd().length }, ...sections(text, offset));
  return growing(all, offset);
}

/** The line without and with the white space around its words. */
function lineSpans(text: string, offset: number): Span[] {
  let start = offset;
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && !/[\r\n]/.test(text.charAt(end))) end++;
  const line = text.slice(start, end);
  const lead = line.length - line.trimStart().length;
  return [
    { start: start + lead, end: start + line.trimEnd().length },
    { start, end },
  ];
}

/** The sections that hold a place, by the depth of headings, and the document. */
function sections(text: string, offset: number): readonly Span[] {
  /** Those that are open at the place, each deeper than the one before. */
  let open: { readonly start: number; readonly depth: number }[] = [];
  const found: Span[] = [{ start: 0, end: text.length }];
  const close = (depth: number, end: number): void => {
    for (const one of open)
      if (one.depth >= depth) found.push({ start: one.start, end: trimmedEnd(text, one.start, end) });
    open = open.filter((one) => one.depth < depth);
  };
  for (const { depth, start } of split(text).sections) {
    if (depth === 0) continue;
    if (start > offset) close(depth, start);
    else {
      while ((open[open.length - 1]?.depth ?? 0) >= depth) open.pop();
      open.push({ start, depth });
    }
    if (start > offset && open.length === 0) break;
  }
  close(0, text.length);
  return found;
}

function trimmedEnd(text: string, start: number, to: number): number {
  let end = to;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}

/** Spans that hold the offset, from the least on, each held by the one after it. */
function growing(all: readonly Span[], offset: number): readonly Span[] {
  const holding = all.filter(({ start, end }) => start <= offset && offset <= end && end > start);
  holding.sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  const found: Span[] = [];
  for (const span of holding) {
    const last = found[found.length - 1];
    if (last && (span.start > last.start || span.end < last.end)) continue;
    if (!last || span.start < last.start || span.end > last.end) found.push(span);
  }
  return found;
}
