/** Links to headings that bear other words, or stand elsewhere, now: their fragments follow. */
import { relativePath, resolvePath } from "../../model/paths.ts";
import type { Review } from "../../review.ts";
import type { TextEdit } from "../../text.ts";
import { pieceAt } from "../at/piece.ts";
import { slugsOf } from "../links.ts";
import { destinationsIn, writtenAs } from "../refactor/destinations.ts";
import type { Edits } from "./edits.ts";

export interface Heading {
  readonly uri: string;
  readonly slug: string;
}

/** Where fragments lead now, by file and fragment as they were: `a.md#cmoc-tr1`. */
export type Led = ReadonlyMap<string, Heading>;

/** Lets every link of the review follow the headings that the edits change, those that are numbered otherwise by it (`trust-1`) among them. */
export function followHeadings(review: Review, edits: Edits): void {
  const led = new Map<string, Heading>();
  for (const uri of edits.uris()) {
    if (!mayBeInHeading(review, uri, edits.of(uri))) continue;
    const before = [...slugsOf(edits.text(uri)).values()];
    const after = [...slugsOf(edits.after(uri)).values()];
    if (before.length !== after.length) continue;
    for (const [at, slug] of before.entries()) {
      const now = after[at] ?? slug;
      if (now !== slug) led.set(`${uri}#${slug}`, { uri, slug: now });
    }
  }
  const links = new LinksLed(led);
  for (const uri of led.size === 0 ? [] : review.uris())
    if (links.mayBeIn(review, uri)) edits.follow(uri, links.edits(edits.text(uri), uri));
}

/** What ends a paragraph, and with it a heading that is underlined. */
const BLANK = /\n[ \t]*\r?\n/g;
const HEADING = /^ {0,3}(?:#|=+[ \t]*\r?$|-+[ \t]*\r?$)/m;

/**
 * Whether edits, ascending, may be in headings: a quick look at the lines around them, in the pieces that hold them, which begin where a heading does. Linear in the
 * text of those pieces. Where an edit reaches beyond its piece, or stands before the first, it may.
 */
function mayBeInHeading(review: Review, uri: string, edits: readonly TextEdit[]): boolean {
  for (let at = 0; at < edits.length; ) {
    const placed = pieceAt(review, uri, edits[at]?.span.start ?? 0);
    if (!placed) return true;
    const { text, start: from } = placed;
    // What has other line ends is looked at as it is read.
    if (!text.includes("\n")) return true;
    let seen = 0;
    for (let edit = edits[at]; edit && edit.span.start < from + text.length; edit = edits[++at]) {
      const [start, end] = [edit.span.start - from, edit.span.end - from];
      if (end > text.length) return true;
      if (start < seen) continue;
      const line = start === 0 ? 0 : text.lastIndexOf("\n", start - 1) + 1;
      BLANK.lastIndex = end;
      seen = BLANK.exec(text)?.index ?? text.length;
      if (HEADING.test(text.slice(line, seen))) return true;
    }
  }
  return false;
}

/** Finds the links that are led elsewhere: few documents have one, and the others need no reading. */
export class LinksLed {
  private readonly led: Led;
  private readonly spellings = new Set<string>();
  /** With this, all of the fragments begin. */
  private readonly beginning: string;

  constructor(led: Led) {
    this.led = led;
    for (const key of led.keys()) {
      const slug = key.slice(key.lastIndexOf("#"));
      this.spellings.add(slug).add(`#${encodeURIComponent(slug.slice(1))}`);
    }
    this.beginning = commonBeginning(this.spellings);
  }

  /** Whether one may be in a document of Markdown that is read: a quick look. */
  mayBeIn(review: Review, uri: string): boolean {
    return review.placed(uri).length > 0 && review.mayHold(uri, this.beginning);
  }

  /**
   * The edits of links of a document, ascending: of the fragment alone where the heading is in the file that it was in. `homeOf` says from which file a bare fragment
   * at an offset leads, if not from the document's own.
   */
  edits(text: string, uri: string, homeOf: (at: number) => string = () => uri): readonly TextEdit[] {
    if (!this.isIn(text)) return [];
    return destinationsIn(text, (section) => this.isIn(section)).flatMap((destination): readonly TextEdit[] => {
      const { span, target } = destination;
      const hash = target.indexOf("#");
      if (hash < 0 || /^[a-z][a-z\d+.-]*:|^\/|^\?/i.test(target)) return [];
      const fragment = target.slice(hash + 1);
      const plain = decoded(fragment);
      const file = hash === 0 ? homeOf(span.start) : resolvePath(uri, target);
      const now = this.led.get(`${file}#${plain}`);
      if (!now) return [];
      const made = plain === fragment ? now.slug : encodeURIComponent(now.slug);
      const start = span.end - fragment.length;
      if (now.uri === file && text.slice(start, span.end) === fragment)
        return [{ span: { start, end: span.end }, newText: made }];
      // A file's name stays, though it may be the document's own now: without it, a link is no reference.
      const newText = `${hash === 0 && now.uri === uri ? "" : relativePath(uri, now.uri)}#${made}`;
      return [{ span, newText: writtenAs(destination, newText) }];
    });
  }

  /** Whether one of the fragments stands in a text as one does in a link. */
  private isIn(text: string): boolean {
    const { beginning, spellings } = this;
    for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
      let end = at + beginning.length;
      while (end < text.length && !ENDS.has(text.charAt(end))) end++;
      if (spellings.has(text.slice(at, end))) return true;
    }
    return false;
  }
}

/** What no fragment of a heading holds. */
const ENDS = new Set("#()<>\"' \t\r\n");

function decoded(fragment: string): string {
  if (!fragment.includes("%")) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function commonBeginning(words: Iterable<string>): string {
  let common: string | undefined;
  for (const word of words) {
    if (common === undefined) common = word;
    let same = 0;
    while (same < common.length && common.charCodeAt(same) === word.charCodeAt(same)) same++;
    common = common.slice(0, same);
  }
  return common ?? "#";
}
