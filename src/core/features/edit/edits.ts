/** Edits of several documents as they are collected, and whether the documents then say what was meant. */
import type { Brief } from "../../model/brief.ts";
import type { PieceFacts } from "../../model/piece-facts.ts";
import { readDocument, readOnePiece } from "../../model/read-document.ts";
import type { Name } from "../../model/types.ts";
import { eachRef } from "../../review/placed.ts";
import type { Review } from "../../review.ts";
import { applyEdits, type Span, type TextEdit } from "../../text.ts";
import { pieceAt } from "../at/piece.ts";
import { type EditsByUri, inOrder, type Outcome, UNCHANGED } from "./outcome.ts";

/** A name, and the record that bears it; undefined where it is only mentioned. */
export type Renaming = (name: Name, brief: Brief | undefined) => Name;

/** Each place once. */
export class Edits {
  private readonly review: Review;
  private last: { readonly uri: string; readonly text: string } | undefined;
  private readonly byUri = new Map<string, Map<string, TextEdit>>();

  constructor(review: Review) {
    this.review = review;
  }

  /** Several edits of one document ask for it in turn, and a review may have to put it together. */
  text(uri: string): string {
    if (this.last?.uri !== uri) this.last = { uri, text: this.review.text(uri) ?? "" };
    return this.last.text;
  }

  /** What stands at a span of a document, without the whole being put together. */
  written(uri: string, span: Span): string {
    return this.review.slice(uri, span);
  }

  add(uri: string, edit: TextEdit): void {
    const { span, newText } = edit;
    if (this.written(uri, span) === newText) return;
    const own = this.byUri.get(uri) ?? new Map<string, TextEdit>();
    this.byUri.set(uri, own.set(`${span.start}:${span.end}`, edit));
  }

  /** The documents that have edits. */
  uris(): readonly string[] {
    return [...this.byUri.keys()];
  }

  /** The edits of a document so far, in order. */
  of(uri: string): readonly TextEdit[] {
    return inOrder([...(this.byUri.get(uri)?.values() ?? [])]);
  }

  /** The document as the edits so far leave it. */
  after(uri: string): string {
    return applyEdits(this.text(uri), this.of(uri));
  }

  /** Adds edits of where links lead, ascending. Where the whole link is written anew, as one of a range is, what is written leads there too. */
  follow(uri: string, more: readonly TextEdit[]): void {
    const own = more.length === 0 ? [] : this.of(uri);
    let at = 0;
    for (const edit of more) {
      const { span, newText } = edit;
      while ((own[at]?.span.end ?? Number.POSITIVE_INFINITY) <= span.start) at++;
      const whole = own[at];
      if (!whole || whole.span.start >= span.end) this.add(uri, edit);
      else {
        const old = this.text(uri).slice(span.start - 1, span.end);
        const made = old.charAt(0) + newText;
        this.add(uri, { span: whole.span, newText: whole.newText.replaceAll(old, () => made) });
      }
    }
  }

  /**
   * Whether the documents, with the edits, define and mention what they did but for their new names, in the same fields. Reads the pieces that have
   * edits below their first line, and the whole of a document where it is edited elsewhere: a heading, or front matter, decides what is read around it.
   */
  readAs(renaming: Renaming): boolean {
    return [...this.byUri].every(([uri, own]) => {
      const edits = inOrder([...own.values()]);
      return this.piecesReadAs(uri, edits, renaming) ?? this.documentReadsAs(uri, edits, renaming);
    });
  }

  /** As {@link readAs}, by the pieces alone; undefined where the whole is to be read. */
  private piecesReadAs(uri: string, edits: readonly TextEdit[], renaming: Renaming): boolean | undefined {
    const balance = new Balance();
    for (let at = 0; at < edits.length; ) {
      const placed = pieceAt(this.review, uri, edits[at]?.span.start ?? 0);
      const reading = placed?.home.reading;
      if (!placed || !reading) return undefined;
      const { facts, text, start } = placed;
      const own: TextEdit[] = [];
      const body = start + (/[\r\n]/.exec(text)?.index ?? text.length);
      for (let edit = edits[at]; edit && edit.span.end <= start + facts.length; edit = edits[++at]) {
        if (edit.span.start < body) return undefined;
        own.push({ span: { start: edit.span.start - start, end: edit.span.end - start }, newText: edit.newText });
      }
      const after = own.length === 0 ? undefined : readOnePiece(applyEdits(text, own), facts.key, reading);
      if (!after) return undefined;
      eachName(facts, renaming, (said) => balance.count(said, 1));
      eachName(after, SAME, (said) => balance.count(said, -1));
    }
    return balance.isEven;
  }

  private documentReadsAs(uri: string, edits: readonly TextEdit[], renaming: Renaming): boolean {
    const balance = new Balance();
    for (const { facts } of this.review.placed(uri)) eachName(facts, renaming, (said) => balance.count(said, 1));
    const after = applyEdits(this.text(uri), edits);
    for (const facts of readDocument(after, this.review.manifest.scheme).pieces)
      eachName(facts, SAME, (said) => balance.count(said, -1));
    return balance.isEven;
  }

  done(): Outcome {
    if (this.byUri.size === 0) return UNCHANGED;
    const edits: EditsByUri = new Map([...this.byUri].map(([uri, own]) => [uri, inOrder([...own.values()])]));
    return { edits };
  }
}

const SAME: Renaming = (name) => name;

/** What is said before and after, counted up and down. */
class Balance {
  private readonly left = new Map<string, number>();

  count(said: string, by: 1 | -1): void {
    this.left.set(said, (this.left.get(said) ?? 0) + by);
  }

  get isEven(): boolean {
    for (const left of this.left.values()) if (left !== 0) return false;
    return true;
  }
}

/** Everything that a piece defines or mentions, with the kind of the record or the field of the reference. */
function eachName(facts: PieceFacts, renaming: Renaming, take: (said: string) => void): void {
  for (const brief of facts.records) take(`${brief.kind} ${renaming(brief.name, brief)}`);
  eachRef(facts, (ref) => take(`in ${ref.field} ${renaming(ref.name, undefined)}`));
}
