/** The source's words in place of those of a quotation that are others: no other letter of it is touched, so that its lines, its `…` and its brackets stay. */
import { t } from "../../l10n.ts";
import type { Extract } from "../../model/types.ts";
import { checkQuote, type Passage } from "../../quotes/check.ts";
import { wordsOfPassage } from "../../quotes/compared.ts";
import { differing, type Run, type Token } from "../../quotes/differing.ts";
import { pagesNamed } from "../../quotes/locators.ts";
import type { SourceText } from "../../quotes/source-text.ts";
import type { Definition, Review } from "../../review.ts";
import { called } from "../../rules/about.ts";
import { firstNot, type TextEdit } from "../../text.ts";
import { wordsInQuote } from "../coding/in-quote.ts";
import { inOrder, type Outcome, refuse } from "../edit/outcome.ts";
import { inDocument, type OpenRecord, openRecord, reread } from "../edit/record.ts";
import { notHeld } from "../edit/refusals.ts";
import { codedWords } from "./coded-words.ts";
import { changesOf, type WordChange, wordEdits } from "./word-edits.ts";
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
  const runs = differing(written.words, words);
  const changes = withOmissions(changesOf(runs, words, source), omissions(runs, written, passage, words));
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

const CUT = /\u2026|\.\s?\.|\[/u;

/** The words of a quotation before which the source has others that it leaves out without saying so: by their indices. */
function omissions(
  runs: readonly Run[],
  { words, text }: { readonly words: readonly Token[]; readonly text: string },
  { parts }: Passage,
  others: readonly Token[],
): readonly number[] {
  return parts.slice(1).flatMap(({ start }) => {
    const at = firstNot(others.length, (index) => (others[index]?.span.start ?? 0) < start);
    const run = runs.find(({ isSame, source }) => isSame && source.start <= at && at < source.end);
    if (!run) return [];
    const index = run.quote.start + at - run.source.start;
    const [before, after] = [words[index - 1], words[index]];
    return before && after && !CUT.test(text.slice(before.span.end, after.span.start)) ? [index] : [];
  });
}

function withOmissions(changes: readonly WordChange[], indices: readonly number[]): readonly WordChange[] {
  const marks = indices.map((index): WordChange => ({ index, isBefore: true, newText: "\u2026" }));
  return [...changes, ...marks].toSorted((a, b) => a.index - b.index);
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
