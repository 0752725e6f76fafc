/** Links of a review's Markdown to files that are to be called otherwise: Markdown's own, those of HTML, and wikilinks by the file's name or path. */
import { relativePath, resolvePath } from "../../model/paths.ts";
import type { Review } from "../../review.ts";
import type { TextEdit } from "../../text.ts";
import { type Destination, destinationsIn, writtenAs } from "../refactor/destinations.ts";
import { inOrder, type Refusal } from "./outcome.ts";
import type { Move } from "./rename-files.ts";
import { WikilinksLed } from "./wikilinks.ts";

export type LinkEdits = ReadonlyMap<string, readonly TextEdit[]>;

/**
 * The edits by which every link to a file follows it to another name in the same folder; a refusal where one cannot. `others` are files that the review does not
 * hold, to which a wikilink may lead as well.
 */
export function linksToFiles(
  review: Review,
  moves: readonly Move[],
  others: readonly string[] = [],
): LinkEdits | Refusal {
  const found = new Map<string, readonly TextEdit[]>();
  if (moves.length === 0) return found;
  const sought = moves.map((move) => new Sought(move));
  const wikilinks = new WikilinksLed(review, moves, others);
  for (const uri of review.uris()) {
    if (review.placed(uri).length === 0 || !sought.some((each) => each.mayBeIn(review, uri))) continue;
    const text = review.text(uri) ?? "";
    const wiki = wikilinks.edits(text, uri);
    if (!Array.isArray(wiki)) return wiki as Refusal;
    const edits = [...wiki, ...inDestinations(text, uri, sought)];
    if (edits.length > 0) found.set(uri, inOrder(edits));
  }
  return found;
}

function inDestinations(text: string, uri: string, sought: readonly Sought[]): readonly TextEdit[] {
  if (!sought.some((each) => each.isIn(text))) return [];
  return destinationsIn(text, (section) => sought.some((each) => each.isIn(section))).flatMap((destination) => {
    const target = plain(text, destination);
    const path = target.slice(0, /[?#]|$/.exec(target)?.index);
    if (path === "" || /^[a-z][a-z\d+.-]*:|^\//i.test(path)) return [];
    const file = resolvePath(uri, path);
    const led = sought.find(({ move }) => move.from === file);
    return led ? [led.edit(text, uri, destination, target.slice(path.length))] : [];
  });
}

/** The target as it is meant: a definition's is as it is written. */
function plain(text: string, { span, target, inHtml }: Destination): string {
  return inHtml === undefined && text.slice(span.start, span.end) === target
    ? target.replace(/\\([!-/:-@[-`{-~])/g, "$1")
    : target;
}

/** A file's name as links write it: a sign may be escaped, for Markdown or for addresses. */
class Sought {
  readonly move: Move;
  private readonly stem: string;
  private readonly name: RegExp;
  /** At the end of a path. */
  private readonly last: RegExp;

  constructor(move: Move) {
    this.move = move;
    const base = baseOf(move.from);
    this.stem = base.replace(/\.[^.]*$/, "");
    const signs = [...base].map(spelt).join("");
    this.name = new RegExp(signs);
    this.last = new RegExp(`^(?:.*(?:/|%2f))?(${signs})(?=[?#]|$)`, "i");
  }

  /** A quick look. */
  mayBeIn(review: Review, uri: string): boolean {
    return (
      review.mayHold(uri, this.stem) ||
      review.mayHold(uri, "%") ||
      (/[^\p{L}\p{N}]/u.test(this.stem) && review.mayHold(uri, "\\"))
    );
  }

  isIn(text: string): boolean {
    return this.name.test(text);
  }

  /** The edit of a destination that leads to the file: at its name alone, where that can be told. `rest` is what follows its path. */
  edit(text: string, uri: string, destination: Destination, rest: string): TextEdit {
    const { start, end } = destination.span;
    const written = text.slice(start, end);
    const tail = written.search(/[?#]|$/);
    const name = this.last.exec(written.slice(0, tail))?.[1];
    if (name !== undefined) {
      const span = { start: start + tail - name.length, end: start + tail };
      return { span, newText: writtenAs(destination, baseOf(this.move.to)) };
    }
    const isPlain = written.endsWith(rest);
    const span = { start, end: isPlain ? end - rest.length : end };
    return { span, newText: writtenAs(destination, relativePath(uri, this.move.to) + (isPlain ? "" : rest)) };
  }
}

/** A sign as a link may write it. */
function spelt(sign: string): string {
  const code = sign.charCodeAt(0);
  const own = /[\p{L}\p{N}]/u.test(sign) ? sign : `\\\\?\\${sign}`;
  const escaped = code > 127 ? encodeURIComponent(sign) : `%${code.toString(16)}`;
  const hex = escaped.replace(/[a-f]/gi, (digit) => `[${digit.toLowerCase()}${digit.toUpperCase()}]`);
  return `(?:${own}|${hex})`;
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
