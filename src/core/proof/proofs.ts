/**
 * Whether the quotations of a review stand in the texts of their sources, kept up with changes: an answer holds as long as the quotation, its locator and the text do.
 * Texts are compared source by source, so that only the last few of them are kept folded.
 */
import type { Extract } from "../model/types.ts";
import { type Answer, checkQuote } from "../quotes/check.ts";
import { pagesNamed } from "../quotes/locators.ts";
import { SourceText } from "../quotes/source-text.ts";
import type { Definition, Review } from "../review.ts";
import { printedPages } from "../texts/printed-pages.ts";
import type { Held, HeldOf } from "./held.ts";

export type Proof =
  | Answer
  | { readonly is: "unverifiable"; readonly held: Exclude<Held, { is: "text" } | { is: "coming" }> };

/** Pages of sources that texts do not tell: `first page:` of a source, the range of its entry. */
export type PagesOf = (key: string) => { readonly first?: string | undefined; readonly range?: string | undefined };

/** So many texts are kept folded; a text of 1 MB takes some 10 MB. */
const FOLDED = 2;

type HeldAsText = Held & { readonly is: "text" };

interface Answers {
  readonly stamp: string;
  /** By quotation and locator. */
  readonly known: Map<string, Answer>;
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
  of(extract: Definition<Extract>): Proof | undefined {
    const { quote, at, source } = extract.entity;
    const held = quote && this.heldOf(source);
    if (!quote || !held || held.is === "coming") return undefined;
    if (held.is !== "text") return { is: "unverifiable", held };
    const { known } = this.answersOf(source, held.stamp);
    const key = `${at?.text ?? ""}\n${quote.text}`;
    const found = known.get(key);
    if (found && !isSeveral(found)) return found;
    const text = this.textOf(source, held);
    const pages = at === undefined ? undefined : pagesNamed(at.text);
    const answer = found ?? checkQuote(quote.text, text, { pages });
    known.set(key, answer);
    // Where it stands several times, those beside it tell which is meant.
    return isSeveral(answer) ? checkQuote(quote.text, text, { pages, ...this.neighbours(extract, known) }) : answer;
  }

  /** The text of a source as it is compared and shown; undefined where none is held. */
  text(key: string): SourceText | undefined {
    const held = this.heldOf(key);
    return held.is === "text" ? this.textOf(key, held) : undefined;
  }

  private answersOf(key: string, stamp: string): Answers {
    const known = this.answers.get(key);
    if (known?.stamp === stamp) return known;
    const fresh = { stamp, known: new Map<string, Answer>() };
    this.answers.set(key, fresh);
    return fresh;
  }

  private textOf(key: string, { stamp, text }: HeldAsText): SourceText {
    const known = this.folded.get(key);
    this.folded.delete(key);
    const made =
      known?.stamp === stamp
        ? known
        : { stamp, text: new SourceText(text.text, printedPages(text, this.pagesOf(key)), text.skipped) };
    this.folded.set(key, made);
    for (const oldest of this.folded.keys()) {
      if (this.folded.size <= FOLDED) break;
      this.folded.delete(oldest);
    }
    return made.text;
  }

  /** Where the quotations before and after an extract stand, as far as that is known. */
  private neighbours(
    extract: Definition<Extract>,
    known: ReadonlyMap<string, Answer>,
  ): { after?: number; before?: number } {
    const all = this.review.extractsOf(extract.brief.kind === "extract" ? extract.brief.source : "");
    const place = all.findIndex(({ brief }) => brief === extract.brief);
    const startOf = (definition: Definition | undefined): number | undefined => {
      const entity = definition?.entity as Extract | undefined;
      const answer = entity?.quote && known.get(`${entity.at?.text ?? ""}\n${entity.quote.text}`);
      return answer && answer.is !== "absent" && !isSeveral(answer) ? answer.passage.span.start : undefined;
    };
    const [after, before] = [startOf(all[place - 1]), startOf(all[place + 1])];
    return { ...(after !== undefined && { after }), ...(before !== undefined && { before }) };
  }
}

/** Whether the words stand at more than one place. */
function isSeveral(answer: Answer): boolean {
  return "count" in answer && answer.count > 1;
}
