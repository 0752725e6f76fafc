/**
 * Whether the quotations of a review stand in the texts of their sources, kept up with changes: an answer holds as long as the quotation, its locator and the text do.
 * Texts are compared source by source, so that only the last few of them are kept folded.
 */

import { t } from "../l10n.ts";
import { type Answer, checkQuote } from "../quotes/check.ts";
import { type Compared, compared } from "../quotes/compared.ts";
import { pagesNamed } from "../quotes/locators.ts";
import { SourceText } from "../quotes/source-text.ts";
import type { Definition, Review } from "../review.ts";
import { ownCopy } from "../text.ts";
import { printedPages } from "../texts/printed-pages.ts";
import { unreadOf } from "../texts/scanned.ts";
import type { Held, HeldOf } from "./held.ts";
import { type Quoted, quotedBy } from "./quoted.ts";

type Near = Answer & { readonly is: "near" };

/** An answer; of what is near also its words and those that stand there. */
export type Found = Exclude<Answer, Near> | (Near & { readonly words: readonly Compared[] });

export type Proof =
  | Found
  | { readonly is: "unverifiable"; readonly held: Exclude<Held, { is: "text" } | { is: "coming" }> };

/** Pages of sources that texts do not tell: `first page:` of a source, the range of its entry. */
export type PagesOf = (key: string) => { readonly first?: string | undefined; readonly range?: string | undefined };

/** So many texts are kept folded; a text of 1 MB takes some 10 MB. */
const FOLDED = 2;
/** So many answers are kept of a source, those that were asked for last. */
const MOST_ANSWERS = 20_000;

type HeldAsText = Held & { readonly is: "text" };

interface Answers {
  /** Of the text and its pages. */
  readonly stamp: string;
  /** By quotation and locator, and where it stands several times by its neighbours too. */
  readonly known: Map<string, Found>;
  /** Why what is not found may stand there none the less; "" where it does not. */
  unread?: string;
}

export class Proofs {
  private readonly review: Review;
  private readonly heldOf: HeldOf;
  private readonly pagesOf: PagesOf;
  private readonly answers = new Map<string, Answers>();
  private readonly folded = new Map<string, { readonly stamp: string; readonly text: SourceText }>();

  constructor(review: Review, heldOf: HeldOf, pagesOf: PagesOf = () => ({})) {
    this.review = review;
    this.heldOf = heldOf;
    this.pagesOf = pagesOf;
  }

  /** The answer for an extract; undefined where it has no quotation, and while its text is being read. Takes as long as one comparison at most. */
  of(extract: Definition): Proof | undefined {
    return this.answer(extract, true);
  }

  /** The same without a comparison: undefined also where it was not compared yet. */
  known(extract: Definition): Proof | undefined {
    return this.answer(extract, false);
  }

  /** The words of a quotation that are compared; undefined where there is none. */
  wordsOf(extract: Definition): string | undefined {
    return quotedBy(extract)?.quote.text;
  }

  /** The text of a source as it is compared and shown; undefined where none is held. */
  text(key: string): SourceText | undefined {
    const held = this.heldOf(key);
    return held.is === "text" ? this.textOf(key, held) : undefined;
  }

  private answer(extract: Definition, compares: boolean): Proof | undefined {
    const quoted = quotedBy(extract);
    const held = quoted && this.heldOf(quoted.source);
    if (!quoted || !held || held.is === "coming") return undefined;
    if (held.is !== "text") return { is: "unverifiable", held };
    const answers = this.answersOf(quoted.source, held);
    const { known } = answers;
    const first = this.answerBy(quoted.key, {}, quoted, held, known, compares);
    if (first?.is === "absent") {
      answers.unread ??= whyUnread(held);
      if (answers.unread !== "")
        return {
          is: "unverifiable",
          held: { is: "unreadable", file: held.file ?? quoted.source, why: answers.unread },
        };
    }
    if (!first || !isSeveral(first)) return first;
    // Where it stands several times, those beside it tell which is meant.
    const hints = this.neighbours(extract, quoted, known);
    const key = `${hints.after ?? ""} ${hints.before ?? ""} ${quoted.key}`;
    return this.answerBy(key, hints, quoted, held, known, compares);
  }

  private answerBy(
    key: string,
    hints: Neighbours,
    { quote, at, source }: Quoted,
    held: HeldAsText,
    known: Map<string, Found>,
    compares: boolean,
  ): Found | undefined {
    const found = known.get(key);
    if (found || !compares) return found;
    const text = this.textOf(source, held);
    const pages = at === undefined ? undefined : pagesNamed(at.text);
    const answer = withWords(checkQuote(quote.text, text, { pages, ...hints }), quote.text, text);
    if (known.size >= MOST_ANSWERS) for (const oldest of known.keys()) if (known.delete(oldest)) break;
    known.set(key, answer);
    return answer;
  }

  private answersOf(key: string, held: HeldAsText): Answers {
    const stamp = this.stampOf(key, held);
    const known = this.answers.get(key);
    if (known?.stamp === stamp) return known;
    const fresh = { stamp, known: new Map<string, Found>() };
    this.answers.set(key, fresh);
    return fresh;
  }

  /** What is said of pages elsewhere bears on the answers as the text does. */
  private stampOf(key: string, { stamp }: HeldAsText): string {
    const { first = "", range = "" } = this.pagesOf(key);
    return `${stamp}\n${first}\n${range}`;
  }

  private textOf(key: string, held: HeldAsText): SourceText {
    const stamp = this.stampOf(key, held);
    const known = this.folded.get(key);
    this.folded.delete(key);
    const made = known?.stamp === stamp ? known : { stamp, text: sourceText(held, this.pagesOf(key)) };
    this.folded.set(key, made);
    for (const oldest of this.folded.keys()) {
      if (this.folded.size <= FOLDED) break;
      this.folded.delete(oldest);
    }
    return made.text;
  }

  /** Where the quotations before and after an extract stand, as far as that is known. */
  private neighbours(extract: Definition, { source }: Quoted, known: ReadonlyMap<string, Found>): Neighbours {
    const all = this.review.extractsOf(source);
    const place = all.findIndex(({ brief }) => brief === extract.brief);
    const startOf = (definition: Definition | undefined): number | undefined => {
      const quoted = definition && quotedBy(definition);
      const answer = quoted && known.get(quoted.key);
      return answer && answer.is !== "absent" && !isSeveral(answer) ? answer.passage.span.start : undefined;
    };
    const [after, before] = [startOf(all[place - 1]), startOf(all[place + 1])];
    return { ...(after !== undefined && { after }), ...(before !== undefined && { before }) };
  }
}

interface Neighbours {
  readonly after?: number;
  readonly before?: number;
}

function whyUnread({ text }: HeldAsText): string {
  const unread = unreadOf(text);
  if (!unread) return "";
  if (unread.of === 0) return t("It has no page that can be read: save it again from where it came from.");
  const { unread: cut = 0 } = text;
  return cut > 0
    ? t("Of its {1} pages, {0} could not be read to the end: save it again from where it came from.", cut, unread.of)
    : t("Of its {1} pages, {0} hold no text: have it recognised.", unread.pages, unread.of);
}

function sourceText({ text }: HeldAsText, pages: ReturnType<PagesOf>): SourceText {
  const whole = text.text;
  return new SourceText(whole, printedPages(text, pages), text.skipped);
}

function withWords(answer: Answer, quote: string, text: SourceText): Found {
  if (answer.is !== "near") return answer;
  // A slice would keep the whole text.
  const words = compared(quote, answer.passage, text).map((run) => ({ ...run, text: ownCopy(run.text) }));
  return { ...answer, words };
}

/** Whether the words stand at more than one place. */
function isSeveral(answer: Found): boolean {
  return "count" in answer && answer.count > 1;
}
