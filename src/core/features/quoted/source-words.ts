/** The source's words in place of those of a quotation that are others: no other letter of it is touched, so that its lines, its `…` and its brackets stay. */
import { t } from "../../l10n.ts";
import type { Extract } from "../../model/types.ts";
import { checkQuote, type Passage } from "../../quotes/check.ts";
import { wordsOfPassage } from "../../quotes/compared.ts";
import { differing } from "../../quotes/differing.ts";
import { pagesNamed } from "../../quotes/locators.ts";
import type { SourceText } from "../../quotes/source-text.ts";
import type { Definition, Review } from "../../review.ts";
import { called } from "../../rules/about.ts";
import type { TextEdit } from "../../text.ts";
import { wordsInQuote } from "../coding/in-quote.ts";
import { inOrder, type Outcome, refuse } from "../edit/outcome.ts";
import { inDocument, type OpenRecord, openRecord, reread } from "../edit/record.ts";
import { notHeld } from "../edit/refusals.ts";
import { codedWords } from "./coded-words.ts";
import { changesOf, wordEdits } from "./word-edits.ts";
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
  const changes = changesOf(differing(written.words, words), words, source);
  const edits = wordEdits(changes, written.text, written.words, written.span);
  const entity = reread(record, edits);
  const quote = entity?.kind === "extract" ? entity.quote : undefined;
  if (!quote || edits.length === 0) return cannot();
  const { at } = extract.entity;
  const answer = checkQuote(quote.text, source, { pages: at && pagesNamed(at.text) });
  if (answer.is !== "exact" && answer.is !== "moved") return cannot();
  const coded = codedWords(extract.entity.codings, written.text, written.words, changes);
  return inDocument(record, inOrder([...edits, ...readAlike(record, extract.entity, edits, coded)]));
}

/** So many coded words are tried one by one. */
const MOST_TRIED = 20;

/** Of edits of coded words those after which coding lines say what they said: all, or those that do so one by one. */
function readAlike(
  record: OpenRecord,
  before: Extract,
  edits: readonly TextEdit[],
  coded: readonly (readonly TextEdit[])[],
): readonly TextEdit[] {
  const isAlike = (some: readonly (readonly TextEdit[])[]): boolean => {
    const after = reread(record, inOrder([...edits, ...some.flat()]));
    return after?.kind === "extract" && isCodedAlike(before, after);
  };
  if (coded.length === 0 || isAlike(coded)) return coded.flat();
  return coded.length > MOST_TRIED ? [] : coded.filter((each) => isAlike([each])).flat();
}

/** Whether coding lines are read as before, but for words that stand in the quotation. */
function isCodedAlike(before: Extract, after: Extract): boolean {
  const quote = after.quote?.text ?? "";
  if (before.codings.length !== after.codings.length) return false;
  return before.codings.every((coding, index) => {
    const { role, code, coder, words } = after.codings[index] ?? { words: [] };
    return (
      coding.role?.role === role?.role &&
      coding.role?.part === role?.part &&
      coding.code === code &&
      coding.coder === coder &&
      coding.words.length === words.length &&
      words.every(({ text }, at) => text === coding.words[at]?.text || wordsInQuote(quote, text) !== undefined)
    );
  });
}
