/** Full texts as they are shown at their addresses, and told of when they become others. */
import * as vscode from "vscode";
import { shownText } from "../../core/texts/shown-text.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { FULL_TEXT } from "./address.ts";
import type { Changed, Shown } from "./files.ts";
import { placeOf } from "./full-text.ts";
import { whyNoText } from "./reading.ts";

interface Known {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly version: number;
}

/** Of texts that editors show, what they were last told to be. */
const known = new Map<string, Known>();
const heard = new WeakSet<OpenReview>();

/** Rejects with what a person can do where there is no text to show. */
export async function shownAt(reviews: Reviews, uri: vscode.Uri, changed: Changed): Promise<Shown> {
  const place = await placeOf(reviews, uri);
  if (!place) throw vscode.FileSystemError.FileNotFound(uri);
  const { open, key } = place;
  const { texts, proofs } = await open.proving();
  hear(reviews, open, changed);
  const held = await texts.read(key);
  const source = proofs.text(key);
  if (held.is !== "text" || !source) throw vscode.FileSystemError.Unavailable(whyNoText(held, key));
  const { text } = shownText(source, held.text.isPaged);
  const name = uri.toString();
  const before = known.get(name);
  if (before?.text === text) return before;
  // A file that became another is newer.
  const version = Math.max(Date.now(), (before?.version ?? 0) + 1);
  const made = { text, bytes: new TextEncoder().encode(text), version };
  known.set(name, made);
  return made;
}

/** Tells when a text of a review that is shown becomes another: its file, or the numbers of its pages. */
function hear(reviews: Reviews, open: OpenReview, changed: Changed): void {
  if (heard.has(open) || !open.proven) return;
  heard.add(open);
  const look = async (): Promise<void> => {
    const shown = new Set<string>();
    for (const { uri } of vscode.workspace.textDocuments) {
      if (uri.scheme !== FULL_TEXT) continue;
      const name = uri.toString();
      shown.add(name);
      const before = known.get(name);
      const now = await shownAt(reviews, uri, changed).catch(() => undefined);
      if (before && before !== now) changed(uri, now === undefined);
      if (now === undefined) known.delete(name);
    }
    for (const name of known.keys()) if (!shown.has(name)) known.delete(name);
  };
  open.proven.texts.onDidChange(look);
  open.onDidChange(({ changes }) => {
    if (changes === undefined || changes.length > 0) void look();
  });
}
