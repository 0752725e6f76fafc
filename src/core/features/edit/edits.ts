/** Edits of several documents as they are collected, and whether the documents then say what was meant. */
import type { Brief } from "../../model/brief.ts";
import type { PieceFacts } from "../../model/piece-facts.ts";
import { readDocument } from "../../model/read-document.ts";
import type { Name } from "../../model/types.ts";
import { eachRef } from "../../review/placed.ts";
import type { Review } from "../../review.ts";
import { applyEdits, type TextEdit } from "../../text.ts";
import { type EditsByUri, inOrder, type Outcome, UNCHANGED } from "./outcome.ts";

/** A name, and the record that bears it; undefined where it is only mentioned. */
export type Renaming = (name: Name, brief: Brief | undefined) => Name;

/** Each place once. */
export class Edits {
  private readonly review: Review;
  private readonly byUri = new Map<string, Map<string, TextEdit>>();

  constructor(review: Review) {
    this.review = review;
  }

  text(uri: string): string {
    return this.review.text(uri) ?? "";
  }

  add(uri: string, edit: TextEdit): void {
    const { span, newText } = edit;
    if (this.text(uri).slice(span.start, span.end) === newText) return;
    const own = this.byUri.get(uri) ?? new Map<string, TextEdit>();
    this.byUri.set(uri, own.set(`${span.start}:${span.end}`, edit));
  }

  /** The document as the edits so far leave it. */
  after(uri: string): string {
    return applyEdits(this.text(uri), inOrder([...(this.byUri.get(uri)?.values() ?? [])]));
  }

  /** Whether the documents, with the edits, define and mention what they did but for their new names, in the same fields. Reads each of them whole. */
  readAs(renaming: Renaming): boolean {
    const { scheme } = this.review.manifest;
    return [...this.byUri.keys()].every((uri) => {
      const balance = new Map<string, number>();
      const count = (said: string, by: number): void => {
        balance.set(said, (balance.get(said) ?? 0) + by);
      };
      for (const { facts } of this.review.placed(uri)) eachName(facts, renaming, (said) => count(said, 1));
      for (const facts of readDocument(this.after(uri), scheme).pieces)
        eachName(
          facts,
          (name) => name,
          (said) => count(said, -1),
        );
      return [...balance.values()].every((left) => left === 0);
    });
  }

  done(): Outcome {
    if (this.byUri.size === 0) return UNCHANGED;
    const edits: EditsByUri = new Map([...this.byUri].map(([uri, own]) => [uri, inOrder([...own.values()])]));
    return { edits };
  }
}

/** Everything that a piece defines or mentions, with the kind of the record or the field of the reference. */
function eachName(facts: PieceFacts, renaming: Renaming, take: (said: string) => void): void {
  for (const brief of facts.records) take(`${brief.kind} ${renaming(brief.name, brief)}`);
  eachRef(facts, (ref) => take(`in ${ref.field} ${renaming(ref.name, undefined)}`));
}
