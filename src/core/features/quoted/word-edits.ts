/** Words of a written text that others take the place of: the edits, which touch nothing else but what a word leaves empty that is taken out. */
import { asLine } from "../../quotes/compared.ts";
import type { Run, Token } from "../../quotes/differing.ts";
import type { SourceText } from "../../quotes/source-text.ts";
import type { Span, TextEdit } from "../../text.ts";
import { inOrder } from "../edit/outcome.ts";

/** The word of an index becomes others, or none; or, where `isBefore`, others are put before it. */
export interface WordChange {
  readonly index: number;
  readonly isBefore: boolean;
  readonly newText: string;
}

/** What makes words those of a passage. */
export function changesOf(runs: readonly Run[], words: readonly Token[], source: SourceText): readonly WordChange[] {
  return runs.flatMap((run): readonly WordChange[] => {
    if (run.isSame) return [];
    const others = words.slice(run.source.start, run.source.end);
    const { start, end } = run.quote;
    if (start === end) return [{ index: start, isBefore: true, newText: said(others, source) }];
    return Array.from({ length: end - start }, (_, at) => {
      const own = start + at === end - 1 ? others.slice(at) : others.slice(at, at + 1);
      return { index: start + at, isBefore: false, newText: said(own, source) };
    });
  });
}

function said(tokens: readonly Token[], source: SourceText): string {
  const [first, last] = [tokens[0], tokens[tokens.length - 1]];
  return first && last ? asLine(source, { start: first.span.start, end: last.span.end }) : "";
}

/** Changes of words that stand within a stretch of a text, as edits of it: in order, none over another. */
export function wordEdits(
  changes: readonly WordChange[],
  text: string,
  words: readonly Token[],
  within: Span,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let gone: Span[] = [];
  const take = (): void => {
    for (const span of emptied(text, gone, within)) edits.push({ span, newText: "" });
    gone = [];
  };
  for (const { index, isBefore, newText } of changes) {
    const word = words[index];
    if (!isBefore && newText === "") {
      const last = gone[gone.length - 1];
      if (last && word && !BETWEEN.test(text.slice(last.end, word.span.start))) take();
      if (word) gone.push(word.span);
      continue;
    }
    take();
    if (isBefore) edits.push(...put(newText, words[index - 1], word));
    else if (word) edits.push({ span: word.span, newText });
  }
  take();
  return apart(edits);
}

/** What stands between two words of one line, or of two. */
const BETWEEN = /^[ \t]*(?:(?:\r\n?|\n)[ \t>]*)?$/;

/** Two words that are taken out may share the blank between them. */
function apart(edits: readonly TextEdit[]): readonly TextEdit[] {
  let end = 0;
  return inOrder(edits).map(({ span, newText }) => {
    const start = Math.max(span.start, end);
    end = Math.max(start, span.end);
    return { span: { start, end }, newText };
  });
}

/** Words behind the word before them, else before the one after. */
function put(words: string, before: Token | undefined, after: Token | undefined): readonly TextEdit[] {
  if (words === "") return [];
  if (before) return [{ span: { start: before.span.end, end: before.span.end }, newText: ` ${words}` }];
  return after ? [{ span: { start: after.span.start, end: after.span.start }, newText: `${words} ` }] : [];
}

/** The stretches of words beside one another that are taken out, with the marks around them and their blanks. */
function emptied(text: string, gone: readonly Span[], within: Span): readonly Span[] {
  const [first, last] = [gone[0], gone[gone.length - 1]];
  if (!first || !last) return [];
  const all = { start: first.start, end: last.end };
  const marked = withMarks(text, all, within);
  if (marked.start < all.start) return [withLine(text, marked, within)];
  const lines: Span[] = [];
  for (const span of gone) {
    const before = lines[lines.length - 1];
    if (before && !/[\r\n]/.test(text.slice(before.end, span.start)))
      lines[lines.length - 1] = { start: before.start, end: span.end };
    else lines.push(span);
  }
  return lines.map((span) => withLine(text, withMarks(text, span, within), within));
}

const PAIRS = ["**", "__", "~~", "()", '""', "''", "“”", "‘’", "«»", "‹›", "„“", "‚‘"];
/** So many marks may stand around a word. */
const MOST_MARKS = 8;

/** With emphasis and quotation marks that would hold nothing. */
function withMarks(text: string, { start, end }: Span, within: Span): Span {
  for (let count = 0; count < MOST_MARKS && start > within.start; count++) {
    const stop = /^[,.;:!?…]{0,3}/.exec(text.slice(end, end + 3))?.[0].length ?? 0;
    const shut = [0, stop].find(
      (more) => end + more < within.end && PAIRS.includes(text.charAt(start - 1) + text.charAt(end + more)),
    );
    if (shut === undefined) break;
    start--;
    end += shut + 1;
  }
  return { start, end };
}

/** With the blank before it, or else the one after it. */
function withBlank(text: string, { start, end }: Span, within: Span): Span {
  const isBlank = (at: number): boolean => within.start <= at && at < within.end && /[ \t]/.test(text.charAt(at));
  if (isBlank(start - 1) && start - 1 > within.start && !/[>\s]/.test(text.charAt(start - 2)))
    return { start: start - 1, end };
  return { start, end: isBlank(end) ? end + 1 : end };
}

/** The longest mark of a line, and the longest end of one that holds nothing. */
const MARK = 40;

/** With its line, where that holds nothing else. */
function withLine(text: string, span: Span, within: Span): Span {
  const from = Math.max(within.start, span.start - MARK);
  const mark = /(?:\r\n?|\n)[ \t]*>[ \t>]*$/.exec(text.slice(from, span.start))?.[0];
  const until = Math.min(within.end, span.end + MARK);
  const after = /^[ \t]*[,.;:!?]*[ \t]*(?=[\r\n]|$)/.exec(text.slice(span.end, until))?.[0];
  if (after === undefined || (span.end + after.length === until && until < within.end))
    return withBlank(text, span, within);
  const end = span.end + after.length;
  if (mark !== undefined) return { start: span.start - mark.length, end };
  const isFirst = /^[ \t>]*$/.test(text.slice(within.start, span.start));
  const next = isFirst
    ? /^(?:\r\n?|\n)[ \t]*>[ \t]?/.exec(text.slice(end, Math.min(within.end, end + MARK)))?.[0]
    : undefined;
  return next === undefined ? withBlank(text, span, within) : { start: span.start, end: end + next.length };
}
