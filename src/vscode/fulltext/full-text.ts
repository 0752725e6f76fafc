/** The full text that an editor shows: of which source it is, and where its places are in the text that quotations are compared with. */
import type * as vscode from "vscode";
import { textPathsOf } from "../../core/proof/text-paths.ts";
import type { SourceText } from "../../core/quotes/source-text.ts";
import type { Review } from "../../core/review.ts";
import { alikeEnded, LineIndex } from "../../core/text.ts";
import { type ShownSection, type ShownText, sectionsOf, shownText } from "../../core/texts/shown-text.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { FULL_TEXT, readAddress } from "./address.ts";

export interface FullText {
  readonly open: OpenReview;
  /** The citation key of the source. */
  readonly key: string;
  readonly text: SourceText;
  /** Its pages, or its sections: offsets in the document. */
  readonly sections: readonly ShownSection[];
  /** An offset in the document as one in the source's text; within a heading, the beginning of its page. */
  readonly toSource: (offset: number) => number;
  readonly fromSource: (offset: number) => number;
}

/** Files that are shown as they are. */
export function isShownAsItIs(path: string): boolean {
  return /\.(?:txt|md)$/i.test(path);
}

interface Known {
  readonly version: number;
  readonly text: SourceText;
  readonly found: FullText | undefined;
}

/** Of a document of which nothing changed, what was found before. */
const known = new WeakMap<vscode.TextDocument, Known>();

/**
 * Undefined where a document is no full text, or holds another text than the one that was read, as while it is edited. Reads the text where it was not read yet; asked
 * again for the same document, it takes no time.
 */
export async function fullTextOf(reviews: Reviews, document: vscode.TextDocument): Promise<FullText | undefined> {
  const place = await placeOf(reviews, document.uri);
  if (!place) return undefined;
  const { open, key } = place;
  const { texts, proofs } = await open.proving();
  const held = await texts.read(key);
  const text = proofs.text(key);
  const path = texts.pathOf(key);
  if (held.is !== "text" || !text) return undefined;
  const isFile = document.uri.scheme !== FULL_TEXT;
  if (isFile && (path === undefined || open.addressOf(path).toString() !== document.uri.toString())) return undefined;
  const { version } = document;
  const before = known.get(document);
  if (before?.version === version && before.text === text) return before.found;
  const { isPaged } = held.text;
  const shown = isFile ? asItIs(text, isPaged) : shownText(text, isPaged);
  const through = betweenTexts(document.getText(), shown.text);
  const found = through && {
    open,
    key,
    text,
    sections: shown.sections.map(({ title, span }) => ({
      title,
      span: { start: through.back(span.start), end: through.back(span.end) },
    })),
    toSource: (offset: number) => shown.source(through.there(offset)),
    fromSource: (offset: number) => through.back(shown.shown(offset)),
  };
  known.set(document, { version, text, found });
  return found;
}

function asItIs(text: SourceText, isPaged: boolean): ShownText {
  const same = (offset: number): number => offset;
  return { text: text.text, shown: same, source: same, sections: sectionsOf(text, isPaged) };
}

interface PlaceOfText {
  readonly open: OpenReview;
  readonly key: string;
}

/** The review and the source of a full text by its address; undefined of any other document. */
export async function placeOf(reviews: Reviews, uri: vscode.Uri): Promise<PlaceOfText | undefined> {
  const address = readAddress(uri);
  if (!address && !isShownAsItIs(uri.path)) return undefined;
  // A window that is loaded again shows its editors before reviews are read.
  if (address && !reviews.isRead) await reviews.settled();
  if (address) {
    const open = reviews.rooted(address.root);
    return open && { open, key: address.key };
  }
  const open = reviews.of(uri);
  const path = open?.pathOf(uri);
  if (!open?.isReady || path === undefined) return undefined;
  const candidates = keysFor(open.review, path);
  if (candidates.length === 0) return undefined;
  const { texts } = await open.proving();
  for (const key of candidates) {
    await texts.read(key);
    if (texts.pathOf(key) === path) return { open, key };
  }
  return undefined;
}

/** The sources whose text a file may be. */
function keysFor(review: Review, path: string): readonly string[] {
  return review
    .sources()
    .map(({ key }) => key)
    .filter((key) => {
      const found = textPathsOf(review, key);
      return "paths" in found && found.paths.includes(path);
    });
}

interface Through {
  readonly there: (offset: number) => number;
  readonly back: (offset: number) => number;
}

/** Between a text and the same with other ends of lines, which an editor makes alike; undefined where they are two texts. */
function betweenTexts(shown: string, text: string): Through | undefined {
  const same = (offset: number): number => offset;
  if (shown === text) return { there: same, back: same };
  const mark = text.startsWith("\ufeff") && !shown.startsWith("\ufeff") ? 1 : 0;
  if (alikeEnded(shown) !== alikeEnded(text.slice(mark))) return undefined;
  const [one, other] = [new LineIndex(shown), new LineIndex(text.slice(mark))];
  return {
    there: (offset) => mark + other.offset(one.position(offset)),
    back: (offset) => one.offset(other.position(Math.max(0, offset - mark))),
  };
}
