/** What is offered at a cursor, for tests. */
import { type CompletionItem, type CompletionOptions, completion } from "../../../../src/core/features/completion.ts";
import { applyEdits } from "../../../../src/core/text.ts";
import type { Files } from "../../reviews.ts";
import { cursorIn, SMALL } from "../places.ts";

/** The items at the cursor of `a.md` (or of the one file that has it) beside a small review, in their order. */
export function offered(marked: string | Files, options: CompletionOptions = {}): readonly CompletionItem[] {
  const files = typeof marked === "string" ? { ...SMALL, "a.md": marked } : { ...SMALL, ...marked };
  const { review, uri, offset } = cursorIn(files);
  const items = completion(review, uri, offset, options);
  return [...items].sort((a, b) => (a.sortText < b.sortText ? -1 : a.sortText > b.sortText ? 1 : 0));
}

export function labels(marked: string | Files, options: CompletionOptions = {}): readonly string[] {
  return offered(marked, options).map(({ label }) => label);
}

/** The text after the item with that label is taken. */
export function taken(marked: string, label: string, options: CompletionOptions = {}): string {
  const item = offered(marked, options).find((each) => each.label === label);
  return item ? applyEdits(marked.replace("¦", ""), [item.edit]) : "not offered";
}
