/** An extract whose quote is to hold more of its source's text. */

import { t } from "../../l10n.ts";
import type { Extract } from "../../model/types.ts";
import { pagesNamed, withPages } from "../../quotes/locators.ts";
import type { Definition, Review } from "../../review.ts";
import { fold } from "../../syntax/bullets.ts";
import type { TextEdit } from "../../text.ts";
import { FIELDS } from "../../vocabulary.ts";
import { insertion } from "../edit/bullets.ts";
import { type Outcome, refuse } from "../edit/outcome.ts";
import { inDocument, type OpenRecord, openRecord, reread } from "../edit/record.ts";
import { notHeld } from "../edit/refusals.ts";
import { lineStart, spelt, styleOf } from "../edit/style.ts";
import { wordsInQuote } from "./in-quote.ts";
import type { Quoted } from "./new-extract.ts";
import { told } from "./passage.ts";
import { plainValue, quotedParagraph } from "./verbatim.ts";

/**
 * Makes the quote a longer passage, and corrects the pages of `at`; all else stays, so that coding lines with words mean what they meant. A quote that is more than its
 * words (with emphasis, comments, links) has words added before and after it, and is else refused, as is one in several blocks, or with words or marks that are a person's.
 */
export function extended(review: Review, at: Definition<Extract>, { paragraphs, at: locator }: Quoted): Outcome {
  const record = openRecord(review, at);
  if (record?.entity.kind !== "extract") return notHeld(review, at);
  const { entity, blocks, text, eol } = record;
  const quotes = blocks.filter(({ type }) => type === "quote");
  const [quote, ...others] = quotes;
  if (!quote || others.length > 0) return told(t("{0} has its words in several quotes. Extend it by hand.", entity.id));
  if (hasInsertion(entity.quote?.text ?? "", paragraphs.join(" ")))
    return told(t("The quote of {0} has words in brackets that are not the source’s. Extend it by hand.", entity.id));
  const own = entity.quote?.text ?? "";
  const passage = paragraphs.join(" ");
  if (hasMarks(own, passage))
    return told(t("The quote of {0} has marks that are not the source’s. Extend it by hand.", entity.id));
  const lost = entity.codings
    .flatMap(({ words }) => words)
    .find((words) => wordsInQuote(own, words.text) !== undefined && wordsInQuote(passage, words.text) === undefined);
  if (lost)
    return told(
      t("The longer quote of {0} would not have the coded words “{1}”. Extend it by hand.", entity.id, lost.text),
    );
  const start = lineStart(text, quote.start);
  const indent = text.slice(start, quote.start);
  const written = text.slice(quote.start, quote.end);
  const isPlain = isOnlyWords(written, own);
  const newText = isPlain ? asQuote(paragraphs, eol, indent) : withMore(written, own, paragraphs, eol, indent);
  if (newText === undefined)
    return isPlain
      ? refuse("form", { id: entity.id })
      : told(
          t(
            "The quote of {0} has emphasis, comments or links, and other words than the source. Extend it by hand.",
            entity.id,
          ),
        );
  const edits: TextEdit[] = [{ span: { start: quote.start, end: quote.end }, newText }];
  const place = locator === undefined ? undefined : located(review, record, entity, locator);
  if (place) edits.push(place);
  const after = reread(record, edits);
  const isMeant =
    after?.kind === "extract" &&
    after.quote?.text === passage &&
    after.codings.length === entity.codings.length &&
    after.evidence.length === entity.evidence.length;
  return isMeant ? inDocument(record, edits) : refuse("form", { id: entity.id });
}

/** Whether a quote has words in brackets that the longer passage has not. */
function hasInsertion(quote: string, passage: string): boolean {
  return [...quote.matchAll(/\[[^\][]{0,300}\]/gu)].some(
    ([words]) => /[\p{L}\p{N}]/u.test(words) && !passage.includes(words),
  );
}

/** Marks of a person: of words that stand out, are struck out, or are a comment. */
const MARKS = /==|~~|%%|\+\+|\[\^|\{[=+>~-]/g;

function hasMarks(quote: string, passage: string): boolean {
  return [...quote.matchAll(MARKS)].some(([mark]) => quote.split(mark).length > passage.split(mark).length);
}

/** Whether a block quote is written as its words alone, with no markup but what keeps them words. */
function isOnlyWords(written: string, words: string): boolean {
  const bare = fold(written.replace(/^[ \t]*>[ \t]?/gm, ""));
  return bare === fold(words) || bare.replace(/\\(?=[!-/:-@[-`{-~])/g, "") === fold(words);
}

function asQuote(paragraphs: readonly string[], eol: string, indent: string): string | undefined {
  const lines = paragraphs.map(quotedParagraph);
  return lines.includes(undefined)
    ? undefined
    : lines.map((line) => `> ${line}`).join(`${eol}${indent}>${eol}${indent}`);
}

/** The block quote as it is written, with the passage's words before and after its own; undefined where the passage has not its words as they are. */
function withMore(
  written: string,
  own: string,
  paragraphs: readonly string[],
  eol: string,
  indent: string,
): string | undefined {
  const from = own === "" ? -1 : paragraphs.join(" ").indexOf(own);
  if (from < 0) return undefined;
  const before = between(paragraphs, 0, from);
  const after = between(paragraphs, from + own.length, Number.POSITIVE_INFINITY);
  const [lead, rest] = [before.map(quoted), after.map(quoted)];
  if (lead.includes(undefined) || rest.includes(undefined)) return undefined;
  const gap = `${eol}${indent}>${eol}${indent}> `;
  const first = lead.length === 0 ? "" : `> ${lead.join(gap)}`;
  const last = rest.join(gap);
  return first + (first === "" ? written : written.replace(/^[ \t]*>[ \t]?/, "")) + last;
}

/** The words of a stretch, by paragraphs: the first and the last may be empty, where a paragraph begins or ends at an end of the stretch. */
function between(paragraphs: readonly string[], from: number, to: number): readonly string[] {
  const found: string[] = [];
  let start = 0;
  for (const words of paragraphs) {
    const end = start + words.length;
    if (end >= from && start <= to && from < to)
      found.push(words.slice(Math.max(0, from - start), Math.max(0, to - start)));
    start = end + 1;
  }
  return found;
}

/** The words with the blanks at their ends, where they go on beside others. */
function quoted(words: string): string | undefined {
  const bare = words.trim();
  if (bare === "") return words === "" ? "" : " ";
  const made = quotedParagraph(bare);
  return made && words.slice(0, words.indexOf(bare)) + made + words.slice(words.indexOf(bare) + bare.length);
}

/** The edit that says where the longer passage is printed: other pages in `at`, or `at` where there is none. What else it says stays. */
function located(review: Review, record: OpenRecord, { at }: Extract, locator: string): TextEdit | undefined {
  const field = FIELDS.extract.find(({ label }) => label === "at");
  if (!at) {
    if (!field) return undefined;
    const style = styleOf(record, review);
    return insertion(
      record,
      { is: "field", field },
      `${spelt("at", style.label)} ${plainValue(locator)}`,
      style.bullet,
    );
  }
  const pages = pagesNamed(locator);
  if (!pages || !pagesNamed(at.text)) return undefined;
  const written = record.text.slice(at.start, at.end);
  const newText = withPages(written, pages.from, pages.to);
  return newText === undefined || newText === written ? undefined : { span: { start: at.start, end: at.end }, newText };
}
