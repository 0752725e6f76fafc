/** Wikilinks to files (`[[okafor2014]]`, `[[sources/okafor2014#Extract e1|it]]`) that are to be called otherwise. */
import { t } from "../../l10n.ts";
import { nameOf } from "../../model/names.ts";
import { blocksOfPiece } from "../../model/parts/blocks.ts";
import { resolvePath } from "../../model/paths.ts";
import { eachRef } from "../../review/placed.ts";
import type { Review } from "../../review.ts";
import { wholeReference } from "../../syntax/references.ts";
import { split } from "../../syntax/split.ts";
import type { Span, TextEdit } from "../../text.ts";
import { inlinesIn } from "../refactor/destinations.ts";
import { type Refusal, refuse } from "./outcome.ts";
import type { Move } from "./rename-files.ts";

/** The words of a wikilink before its heading and its own words; in a table `\|` begins those. */
const WIKILINK = /\[\[([^[\]|#^\\\r\n]{1,400})(?=(?:[#^|\\][^\]\r\n]{0,1000})?\]\])/g;

/** `span` is that of the path. */
interface Wikilink {
  readonly span: Span;
  readonly path: string;
}

/** Where a wikilink leads: to one file, to none that is known, or to one of several. */
type Leads = string | undefined | { readonly either: readonly string[] };

/**
 * Finds the wikilinks that lead to files that are to be called otherwise. A path is the end of that of a file; of several, the one from the folder of the document,
 * or of the review, is meant. What the review reads as a record is none.
 */
export class WikilinksLed {
  private readonly review: Review;
  private readonly moves: ReadonlyMap<string, string>;
  private readonly made: ReadonlySet<string>;
  private readonly before: Names;
  private readonly after: Names;

  constructor(review: Review, moves: readonly Move[], others: readonly string[]) {
    this.review = review;
    this.moves = new Map(moves.map(({ from, to }) => [from, to]));
    this.made = new Set(this.moves.values());
    const files = new Set([...review.uris(), ...others, ...this.moves.keys()]);
    const [old, made] = [this.moves.keys(), this.moves.values()].map(
      (paths) => new Set([...paths].flatMap((path) => [lastOf(path), withoutEnding(lastOf(path))])),
    );
    this.before = new Names(files, old);
    this.after = new Names(
      [...files].map((file) => this.moves.get(file) ?? file),
      made,
    );
  }

  edits(text: string, uri: string): readonly TextEdit[] | Refusal {
    const edits: TextEdit[] = [];
    const sought = [...this.before.wikilinksIn(text)];
    for (const { span, path } of sought.length === 0 ? [] : inWords(text, sought, this.recordsIn(uri))) {
      const leads = this.before.of(path, uri);
      const either = typeof leads === "object" ? leads.either : leads === undefined ? [] : [leads];
      if (!either.some((each) => this.moves.has(each))) continue;
      const [file = ""] = either;
      const to = this.moves.get(file) ?? file;
      if (either.some((each) => lastOf(this.moves.get(each) ?? each) !== lastOf(to)))
        return this.unclear(uri, span, path, either);
      const newText = this.spelt(path, uri, to);
      if (newText === undefined) return this.taken(uri, span, path, to);
      edits.push({ span, newText });
    }
    return edits;
  }

  /** The path with the new name; from the folder of the review where that would lead elsewhere. */
  private spelt(path: string, uri: string, to: string): string | undefined {
    const name = /\.md$/i.test(path) ? to : withoutEnding(to);
    const beside = path.slice(0, path.lastIndexOf("/") + 1) + lastOf(name);
    return [beside, ...(name.includes("/") ? [name] : [])].find(
      (each) => !this.isRecord(each) && this.isTo(this.after.of(each, uri), to),
    );
  }

  private isTo(leads: Leads, to: string): boolean {
    return typeof leads === "object" ? leads.either.every((each) => this.made.has(each)) : leads === to;
  }

  /** Whether words in `[[…]]` are those of a record. */
  private isRecord(words: string): boolean {
    const target = wholeReference(words, undefined)?.target;
    if (target?.type === "id") return this.review.isDefined(nameOf(target.kind ?? "cmoc", target.id, undefined));
    return target !== undefined;
  }

  /** Where names of what is defined stand in a document. */
  private recordsIn(uri: string): ReadonlySet<number> {
    const found = new Set<number>();
    for (const { facts, start } of this.review.placed(uri))
      eachRef(facts, (ref) => {
        if (this.review.isDefined(ref.name)) found.add(start + ref.start);
      });
    return found;
  }

  private unclear(uri: string, span: Span, path: string, either: readonly string[]): Refusal {
    const [one = "", other = ""] = [...either].sort((a, b) => Number(this.moves.has(b)) - Number(this.moves.has(a)));
    return refuse("told", {
      words: t(
        "“[[{0}]]” ({1}, line {2}) may lead to {3} or to {4}. Write the folder into it first: “[[{5}]]”.",
        path,
        uri,
        this.lineOf(uri, span),
        one,
        other,
        withoutEnding(one),
      ),
    });
  }

  private taken(uri: string, span: Span, path: string, to: string): Refusal {
    return refuse("told", {
      words: t(
        "“[[{0}]]” ({1}, line {2}) leads to a file that would be called {3}, and with that name it would lead elsewhere. Choose another name, or write it as “[…]({4})” first.",
        path,
        uri,
        this.lineOf(uri, span),
        to,
        `${path}.md`,
      ),
    });
  }

  private lineOf(uri: string, { start }: Span): number {
    return this.review.lines(uri).position(start).line + 1;
  }
}

/** Files by their last names, as wikilinks write those. */
class Names {
  private readonly names: ReadonlySet<string>;
  private readonly files: readonly string[];

  constructor(files: Iterable<string>, names: ReadonlySet<string> = new Set()) {
    this.names = names;
    this.files = [...files].filter((file) => names.has(lastOf(file)) || names.has(withoutEnding(lastOf(file))));
  }

  /** The wikilinks that end in one of the names, wherever they stand; white space around the path is left out. Linear in the text. */
  *wikilinksIn(text: string): Iterable<Wikilink> {
    if (!text.includes("[[")) return;
    for (const match of text.matchAll(WIKILINK)) {
      const [, words = ""] = match;
      const path = words.trim();
      if (!this.names.has(lastOf(path))) continue;
      const start = match.index + 2 + words.length - words.trimStart().length;
      yield { path, span: { start, end: start + path.length } };
    }
  }

  of(path: string, uri: string): Leads {
    const isAt = (file: string, place: string): boolean => file === place || withoutEnding(file) === place;
    if (/^\.{1,2}\//.test(path)) {
      const place = resolvePath(uri, path);
      return this.files.find((file) => place !== undefined && isAt(file, place));
    }
    const own = path.replace(/^\//, "");
    const ends = (file: string): boolean => `/${file}`.endsWith(`/${own}`);
    const found = this.files.filter((file) => ends(file) || ends(withoutEnding(file)));
    if (found.length <= 1) return found[0];
    const beside = uri.slice(0, uri.lastIndexOf("/") + 1) + own;
    const meant = found.filter((file) => isAt(file, own) || isAt(file, beside));
    return meant.length === 1 ? meant[0] : { either: meant.length === 0 ? found : meant };
  }
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Of Markdown alone: `[[a.pdf]]` is written with it. */
function withoutEnding(path: string): string {
  return path.replace(/\.md$/i, "");
}

/** Those of wikilinks, ascending, that stand in running words and are no records: code, HTML and addresses hold none. Reads the sections that hold one. */
function* inWords(text: string, all: readonly Wikilink[], records: ReadonlySet<number>): Iterable<Wikilink> {
  let next = 0;
  for (const { start, end } of split(text).sections) {
    const own: Wikilink[] = [];
    for (let one = all[next]; one && one.span.start < end; one = all[++next])
      if (one.span.start >= start && !records.has(one.span.start)) own.push(one);
    if (own.length === 0) continue;
    const inlines = [...inlinesIn(blocksOfPiece(text.slice(start, end)))].sort((a, b) => a.start - b.start);
    let at = 0;
    for (const { start: from, end: to, marks } of inlines) {
      const hidden = marks.filter(({ kind }) => HIDDEN.has(kind)).map(({ span }) => span);
      hidden.sort((a, b) => a.start - b.start);
      let mark = 0;
      while ((own[at]?.span.start ?? Number.POSITIVE_INFINITY) < start + from) at++;
      for (let one = own[at]; one && one.span.end <= start + to; one = own[++at]) {
        const begun = one.span.start - start;
        while ((hidden[mark]?.end ?? Number.POSITIVE_INFINITY) <= begun) mark++;
        if ((hidden[mark]?.start ?? Number.POSITIVE_INFINITY) > begun) yield one;
      }
    }
  }
}

const HIDDEN: ReadonlySet<string> = new Set(["code", "html", "address"]);
