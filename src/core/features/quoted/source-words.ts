/** The source's words in place of those of a quotation that are others: no other letter of it is touched, so that its lines, its `…` and its brackets stay. */
import { t } from "../../l10n.ts";
import type { Extract } from "../../model/types.ts";
import { checkQuote, type Passage } from "../../quotes/check.ts";
import { asLine, wordsOfPassage } from "../../quotes/compared.ts";
import { differing, type Run, type Token } from "../../quotes/differing.ts";
import { pagesNamed } from "../../quotes/locators.ts";
import type { SourceText } from "../../quotes/source-text.ts";
import type { Definition, Review } from "../../review.ts";
import { called } from "../../rules/about.ts";
import type { Span, TextEdit } from "../../text.ts";
import { inOrder, type Outcome, refuse } from "../edit/outcome.ts";
import { inDocument, openRecord, reread } from "../edit/record.ts";
import { notHeld } from "../edit/refusals.ts";
import { writtenQuote } from "./written.ts";

/**
 * The quotation with the words of the passage that it is like. Refused where it cannot be told which of the written words they stand for, or where what is written then
 * would not be what the source says.
 */
export function withSourceWords(
  review: Review,
  extract: Definition<Extract>,
  passage: Passage,
  source: SourceText,
): Outcome {
  const record = openRecord(review, extract);
  if (!record) return notHeld(review, extract);
  const cannot = (): Outcome =>
    refuse("told", {
      words: t("The words of {0} cannot be written one by one. Copy them from the full text.", called(extract)),
    });
  const written = writtenQuote(extract);
  if (!written) return cannot();
  const words = wordsOfPassage(source, passage);
  const edits = apart(
    differing(written.words, words).flatMap((run) =>
      run.isSame ? [] : editsFor(run, written.text, written.words, words, source),
    ),
  );
  const entity = reread(record, edits);
  const quote = entity?.kind === "extract" ? entity.quote : undefined;
  if (!quote || edits.length === 0) return cannot();
  const { at } = extract.entity;
  const answer = checkQuote(quote.text, source, { pages: at && pagesNamed(at.text) });
  return answer.is === "exact" || answer.is === "moved" ? inDocument(record, edits) : cannot();
}

/** In order, none over another: two words that are taken out may share the blank between them. */
function apart(edits: readonly TextEdit[]): readonly TextEdit[] {
  let end = 0;
  return inOrder(edits).map(({ span, newText }) => {
    const start = Math.max(span.start, end);
    end = Math.max(start, span.end);
    return { span: { start, end }, newText };
  });
}

function editsFor(
  run: Run,
  text: string,
  quote: readonly Token[],
  words: readonly Token[],
  source: SourceText,
): readonly TextEdit[] {
  const own = quote.slice(run.quote.start, run.quote.end);
  const others = words.slice(run.source.start, run.source.end);
  const said = (tokens: readonly Token[]): string => {
    const [first, last] = [tokens[0], tokens[tokens.length - 1]];
    return first && last ? asLine(source, { start: first.span.start, end: last.span.end }) : "";
  };
  if (own.length === 0) return put(said(others), quote[run.quote.start - 1], quote[run.quote.start]);
  return own.flatMap(({ span }, index) => {
    const isLast = index === own.length - 1;
    const newText = said(isLast ? others.slice(index) : others.slice(index, index + 1));
    return newText === "" ? [{ span: withBlank(text, span), newText }] : [{ span, newText }];
  });
}

/** Words behind the word before them, else before the one after. */
function put(words: string, before: Token | undefined, after: Token | undefined): readonly TextEdit[] {
  if (words === "") return [];
  if (before) return [{ span: { start: before.span.end, end: before.span.end }, newText: ` ${words}` }];
  return after ? [{ span: { start: after.span.start, end: after.span.start }, newText: `${words} ` }] : [];
}

/** A word that is taken out, with the blank before it, or else the one after it. */
function withBlank(text: string, { start, end }: Span): Span {
  const isBlank = (sign: string): boolean => sign === " " || sign === "\t";
  if (isBlank(text.charAt(start - 1)) && !/[>\s]/.test(text.charAt(start - 2))) return { start: start - 1, end };
  return { start, end: isBlank(text.charAt(end)) ? end + 1 : end };
}
