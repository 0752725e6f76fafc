/** Reading one source after the other: the next one, and marking those that were read. */
import * as vscode from "vscode";
import { sourceCount } from "../../core/features/card/counts.ts";
import { placeOfSource } from "../../core/features/card/naming.ts";
import { markRead as marked, nextToRead as nextOf, readingProgress, toRead } from "../../core/features/reading.ts";
import { readingStateOf } from "../../core/features/tree.ts";
import { t } from "../../core/l10n.ts";
import { keyOfName } from "../../core/model/names.ts";
import { readerOf } from "../coding/coder.ts";
import { carryOut } from "../edits.ts";
import { heldTextsOf } from "../reading/progress.ts";
import { keyActive, reviewHere } from "../reading/shown.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { today } from "../today.ts";
import { ChosenRows } from "../tree/chosen.ts";
import { nameOf } from "../tree/refs.ts";
import { showPlace } from "./going.ts";
import { pickSource } from "./sources.ts";

/** The command that shows a full text, where it is there. */
const OPEN_TEXT = "cmoc.openFullText";

/** The source that was opened last, for texts that other programs show. */
const last = new WeakMap<OpenReview, string>();

/** Opens the next source to read: those that are being coded first; then those that nobody has begun. */
export async function nextToRead(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewHere(reviews, given);
  if (!open) return;
  const texts = heldTextsOf(open);
  toRead(open.review, texts.holds);
  await texts.settled();
  const next = nextOf(toRead(open.review, texts.holds), keyActive(reviews, open) ?? last.get(open));
  if (!next) {
    const { counts } = readingProgress(open.review, texts.holds);
    const without = counts["no text"];
    void vscode.window.showInformationMessage(
      without === 0
        ? t("Every source is read. Another is read when its text is there, or its file is made.")
        : without === 1
          ? t("No source is left to read whose text is there; 1 has no text yet. Put it into the folder of texts.")
          : t(
              "No source is left to read whose text is there; {0} have no text yet. Put them into the folder of texts.",
              without,
            ),
    );
    return;
  }
  last.set(open, next.key);
  await openSource(reviews, open, next.key);
}

/** Shows a source to be read: its full text, else its file, else its entry in the bibliography. */
export async function openSource(reviews: Reviews, open: OpenReview, key: string): Promise<void> {
  const texts = heldTextsOf(open);
  const path = texts.pathOf(key);
  if (path !== undefined && (await vscode.commands.getCommands(true)).includes(OPEN_TEXT)) {
    await vscode.commands.executeCommand(OPEN_TEXT, key);
    // A text that cannot be shown, such as a scan, is said to be so.
    if (keyActive(reviews, open) === key) return;
  }
  const place = placeOfSource(key, open.review);
  if (open.review.source(key)?.uri === undefined && path !== undefined)
    await vscode.commands.executeCommand("vscode.open", open.addressOf(path));
  else if (place) await showPlace(open, place.uri, { start: place.span.start, end: place.span.start });
}

export function markRead(reviews: Reviews, given?: unknown): Promise<void> {
  return mark(reviews, given, true);
}

export function markUnread(reviews: Reviews, given?: unknown): Promise<void> {
  return mark(reviews, given, false);
}

/** Says of sources that they were read today, or takes that out: of those that rows show, else of the one in the editor, else of one that is chosen. */
async function mark(reviews: Reviews, given: unknown, isRead: boolean): Promise<void> {
  const open = await reviewHere(reviews, given);
  if (!open) return;
  const { review } = open;
  const { holds } = heldTextsOf(open);
  const isWanted = (key: string): boolean => {
    const source = review.source(key);
    const state = source && readingStateOf(source, review, holds);
    if (isRead) return source !== undefined && source.status !== "excluded" && state !== "read";
    return state === "read";
  };
  const keys = keysIn(given) ?? [keyActive(reviews, open)].filter((key) => key !== undefined);
  if (keys.length > 0) {
    const wanted = keys.filter(isWanted);
    if (wanted.length > 0) await write(open, wanted, isRead);
    else void vscode.window.showInformationMessage(whyNot(open, keys, isRead));
    return;
  }
  const asked = isRead ? t("Which source was read?") : t("Which source is to be read again?");
  const none = isRead
    ? t("No source is left to be read.")
    : t("No source is marked as read. CMOC: Mark as Read writes the day into its file.");
  const key = await pickSource(open, asked, none, isWanted);
  if (key !== undefined) await write(open, [key], isRead);
}

async function write(open: OpenReview, keys: readonly string[], isRead: boolean): Promise<void> {
  const reader = isRead ? readerOf(open) : { initials: undefined };
  if (!reader) return;
  const { initials } = reader;
  const reading = { date: today(), ...(initials !== undefined && { coder: initials }) };
  await carryOut(open, marked(open.review, keys, isRead ? reading : undefined));
}

/** The sources that rows show, themselves or by their extracts, or that a caller names; undefined where none is named. */
function keysIn(given: unknown): readonly string[] | undefined {
  if (typeof given === "string") return [given];
  if (!(given instanceof ChosenRows)) return undefined;
  const keys = given.nodes.flatMap(({ record }) => keyOfName(nameOf(record) ?? "") ?? []);
  return keys.length === 0 ? undefined : [...new Set(keys)];
}

/** Why none of these is marked. */
function whyNot({ review }: OpenReview, keys: readonly string[], isRead: boolean): string {
  const [only = ""] = keys;
  const called = keys.length === 1 ? only : sourceCount(keys.length);
  const isExcluded = keys.every((key) => review.source(key)?.status === "excluded");
  if (isExcluded)
    return keys.length === 1
      ? t("{0} is excluded, and is not read for the review. Change its status first.", called)
      : t("{0} are excluded, and are not read for the review. Change their status first.", called);
  if (isRead)
    return keys.length === 1
      ? t("{0} is marked as read already.", called)
      : t("{0} are marked as read already.", called);
  return keys.length === 1 ? t("{0} is not marked as read.", called) : t("{0} are not marked as read.", called);
}
