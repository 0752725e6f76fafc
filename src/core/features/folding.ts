/**
 * What can be folded in a document of a review beyond what Markdown folds (headings, lists, quotations): the front matter, the evidence of a record, the coding lines
 * of an extract.
 */
import { eachRef } from "../review/placed.ts";
import { isEvidence, type Placed, type Review } from "../review.ts";
import type { LineIndex } from "../text.ts";
import { STANCES } from "../vocabulary.ts";

export interface Folding {
  /** 0-based lines, the last one included. */
  readonly start: number;
  readonly end: number;
  readonly is: "front matter" | "evidence" | "coding";
}

const STANCE_FIELDS = new Set<string>(STANCES);
const BULLET = /^[ \t]*[-*+][ \t]/;

export function foldings(review: Review, uri: string): readonly Folding[] {
  const text = review.text(uri);
  if (text === undefined || review.placed(uri).length === 0) return [];
  const lines = review.lines(uri);
  const found: Folding[] = [];
  const frontMatter = review.frontMatter(uri);
  if (frontMatter) {
    const end = lines.line(frontMatter.span.end);
    const close = /^\s*(?:---|\.\.\.)/.test(lineOf(text, lines, end)) ? end : end + 1;
    if (close < lines.lineCount) found.push({ start: 0, end: close, is: "front matter" });
  }
  for (const placed of review.placed(uri)) runsIn(placed, text, lines, found);
  return found;
}

/** Runs of two bullets or more of evidence, or of coding lines, right below each other at one depth. */
function runsIn(placed: Placed, text: string, lines: LineIndex, into: Folding[]): void {
  const { facts, start } = placed;
  const by = new Map<number, Folding["is"]>();
  eachRef(facts, (ref, from) => {
    if (!from) return;
    const is =
      ref.field === "coding" ? "coding" : isEvidence(ref) && STANCE_FIELDS.has(ref.field) ? "evidence" : undefined;
    if (is) by.set(lines.line(start + ref.start), is);
  });
  if (by.size < 2) return;
  let run: { readonly first: number; last: number; readonly is: Folding["is"]; readonly depth: number } | undefined;
  const close = (): void => {
    if (run && run.last > run.first) into.push({ start: run.first, end: run.last, is: run.is });
    run = undefined;
  };
  const last = lines.line(start + facts.length - 1);
  for (const line of [...by.keys()].sort((a, b) => a - b)) {
    const is = by.get(line) as Folding["is"];
    const words = lineOf(text, lines, line);
    const depth = depthOf(words);
    const isBullet = BULLET.test(words);
    if (run && is === run.is && !isBullet && line <= run.last) continue;
    if (!run || is !== run.is || depth !== run.depth || line !== run.last + 1) close();
    if (!isBullet) continue;
    const end = endOf(text, lines, line, depth, last);
    if (run) run.last = end;
    else run = { first: line, last: end, is, depth };
  }
  close();
}

/** The last line of a bullet: those after it that are deeper belong to it. */
function endOf(text: string, lines: LineIndex, line: number, depth: number, last: number): number {
  let end = line;
  while (end < last) {
    const next = lineOf(text, lines, end + 1);
    if (next.trim() === "" || depthOf(next) <= depth) break;
    end++;
  }
  return end;
}

function depthOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** A line as far as it is looked at. */
function lineOf(text: string, { starts, length }: LineIndex, line: number): string {
  const from = starts[line] ?? length;
  return text.slice(from, Math.min(starts[line + 1] ?? length, from + 400));
}
