/** What may be chosen at a place, and how such lists are put in order. */
import type { Name } from "../../model/types.ts";
import type { Span, TextEdit } from "../../text.ts";

export type ItemKind = "kind" | "label" | "slot" | "value" | "record" | "source" | "extract" | "code" | "key";

/** What to show beside an item when it is looked at: looked up then, not before. */
export type About = { readonly record: Name } | { readonly source: string } | { readonly means: string };

export interface CompletionItem {
  readonly label: string;
  readonly kind: ItemKind;
  /** A few words beside the label: a title, author and year. */
  readonly detail?: string;
  readonly about?: About;
  /** What the typed text is matched with; the label where it is left out. */
  readonly filterText?: string;
  /** Items stand in the order of these strings. */
  readonly sortText: string;
  /** Offsets in the document. */
  readonly edit: TextEdit;
  /** After it another thing can be chosen at once. */
  readonly more?: true;
}

/** A number in a string that sorts as the number does. */
export function ordinal(number: number, width = 3): string {
  return String(number).padStart(width, "0");
}

const NUMBERS = /\p{Nd}+/gu;

/** A string that sorts as ids do for people: TR2 before TR10. */
export function naturally(id: string): string {
  return id.toLowerCase().replace(NUMBERS, (digits) => digits.padStart(9, "0"));
}

/** Fixed words as items, in their own order. */
export function wordItems(
  words: readonly string[],
  span: Span,
  kind: ItemKind,
  means: (word: string) => string | undefined,
): readonly CompletionItem[] {
  return words.map((word, index) => {
    const told = means(word);
    return {
      label: word,
      kind,
      ...(told !== undefined && { about: { means: told } }),
      sortText: ordinal(index),
      edit: { span, newText: word },
    };
  });
}
