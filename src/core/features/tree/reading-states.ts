/** How far the reading of a source has come, by what its file says and holds, and by whether its text is there. */
import { t } from "../../l10n.ts";
import type { Review, SourceView } from "../../review.ts";
import type { Icon } from "./node.ts";

export type ReadingState = "coding" | "unread" | "no text" | "read";

/** In the order of what is to be done next. */
export const READING_STATES: readonly ReadingState[] = ["coding", "unread", "no text", "read"];

/** Whether a source's text is held; undefined where that is not known (yet). */
export type HoldsText = (key: string) => boolean | undefined;

/**
 * Read once its file says when; being coded once it has an extract. What is excluded is not read, and has no state; nor has what only a bibliography has, before
 * somebody put its text there.
 */
export function readingStateOf(source: SourceView, review: Review, holdsText?: HoldsText): ReadingState | undefined {
  if (source.status === "excluded") return undefined;
  if (source.read !== undefined) return "read";
  if (review.hasExtract(source.key)) return "coding";
  const isHeld = holdsText?.(source.key);
  if (source.uri === undefined) return isHeld ? "unread" : undefined;
  return isHeld === false ? "no text" : "unread";
}

export function readingWords(state: ReadingState): string {
  switch (state) {
    case "coding":
      return t("being coded");
    case "unread":
      return t("unread");
    case "no text":
      return t("no text");
    case "read":
      return t("read");
  }
}

/** The form tells a state without its colour: a pencil, a closed book, a glass to look for it with, a tick in a circle. */
const ICONS: { readonly [state in ReadingState]: Icon } = {
  coding: { name: "edit" },
  unread: { name: "book" },
  "no text": { name: "search", tone: "dimmed" },
  read: { name: "pass" },
};

export function readingIcon(state: ReadingState): Icon {
  return ICONS[state];
}
