/** An extract whose quote is to hold more of its source's text. */

import { t } from "../../l10n.ts";
import type { Extract } from "../../model/types.ts";
import { pagesNamed, withPages } from "../../quotes/locators.ts";
import type { Definition, Review } from "../../review.ts";
import type { TextEdit } from "../../text.ts";
import { FIELDS } from "../../vocabulary.ts";
import { insertion } from "../edit/bullets.ts";
import { type Outcome, refuse } from "../edit/outcome.ts";
import { inDocument, type OpenRecord, openRecord, reread } from "../edit/record.ts";
import { notHeld } from "../edit/refusals.ts";
import { lineStart, spelt, styleOf } from "../edit/style.ts";
import type { Quoted } from "./new-extract.ts";
import { told } from "./passage.ts";
import { plainValue, quotedParagraph } from "./verbatim.ts";

/**
 * Replaces the quote by a longer passage, and corrects the pages of `at`; all else stays, so that coding lines with words mean what they meant. A quote in several
 * blocks, or with words in brackets that are its author's, is not replaced.
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
  const lines = paragraphs.map(quotedParagraph);
  if (lines.some((line) => line === undefined)) return refuse("form", { id: entity.id });
  const start = lineStart(text, quote.start);
  const indent = text.slice(start, quote.start);
  const newText = lines.map((line) => `> ${line}`).join(`${eol}${indent}>${eol}${indent}`);
  const edits: TextEdit[] = [{ span: { start: quote.start, end: quote.end }, newText }];
  const place = locator === undefined ? undefined : located(review, record, entity, locator);
  if (place) edits.push(place);
  const after = reread(record, edits);
  const isMeant =
    after?.kind === "extract" &&
    after.quote?.text === paragraphs.join(" ") &&
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
