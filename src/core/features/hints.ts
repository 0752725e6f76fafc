/**
 * Titles beside ids: where a record is mentioned its title in a few words, beside a citation author and year where its key does not tell them. None where
 * the line holds the title already, where a line names it again, and in the record itself.
 */
import type { Name } from "../model/types.ts";
import type { Placed, Review } from "../review.ts";
import type { Span } from "../text.ts";
import { piecesIn } from "./at/piece.ts";
import { citedAs } from "./card/asking.ts";
import { firstWords } from "./card/words.ts";
import type { CardOptions } from "./card.ts";
import { type NamedSpan, namesIn } from "./tokens/names.ts";
import { compared, wordsInLists } from "./tree/titles.ts";

export interface Hint {
  /** Offset in the document: the hint stands behind what is before it. */
  readonly at: number;
  readonly words: string;
  /** What it tells of. */
  readonly name: Name;
}

/** UTF-16 units of a title that are shown: a few words. */
const MOST = 32;

/** The hints in a range of a document, or in all of it, in its order. */
export function hints(
  review: Review,
  uri: string,
  range?: Span,
  options: Pick<CardOptions, "reference"> = {},
): readonly Hint[] {
  const found: Hint[] = [];
  for (const placed of piecesIn(review, uri, range)) {
    const lines = new Lines(placed);
    const names = namesIn(placed);
    for (const [index, one] of names.entries()) {
      if (range && (placed.start + one.end < range.start || placed.start + one.start > range.end)) continue;
      const told = toldBy(one, names[index + 1], review, options);
      if (!told || isOwn(placed, one, told.name, review)) continue;
      if (lines.isFresh(one.start, told.name, told.title))
        found.push({ at: behindBrackets(placed, told.end), words: firstWords(told.title, MOST), name: told.name });
    }
  }
  return found;
}

/** Other words for a mention, `[[TR2|the chair]]`, are looked through so far. */
const MOST_ALIAS = 200;

/** The offset behind a mention, and behind the brackets that close right after it. */
function behindBrackets({ home, start }: Placed, end: number): number {
  const behind = home.slice(start + end, start + end + MOST_ALIAS);
  return start + end + (/^(?:\|[^[\]\n]*)?\]\]/.exec(behind)?.[0].length ?? 0);
}

interface Told {
  readonly name: Name;
  readonly title: string;
  /** Where the mention ends, in the piece. */
  readonly end: number;
}

function toldBy(
  { names, type, declaration, end }: NamedSpan,
  next: NamedSpan | undefined,
  review: Review,
  { reference }: Pick<CardOptions, "reference">,
): Told | undefined {
  const [name = ""] = names;
  if (declaration || names.length !== 1) return undefined;
  if (type === "key") {
    const key = name.slice(2);
    const title = citedAs(key, { review, reference });
    return tellsAuthor(key, title)
      ? undefined
      : { name, title, end: next?.type === "extract" && next.start === end ? next.end : end };
  }
  // A code is a word already, and an extract is told by its source.
  if (type !== "id" && type !== "memo") return undefined;
  const [record] = review.definitions(name);
  const title = record ? wordsInLists(record) : "";
  return title === "" ? undefined : { name, title, end };
}

/** Whether a key tells the author itself, as `okafor2014` and `Okafor_etal_14` do. */
function tellsAuthor(key: string, title: string): boolean {
  const [surname = ""] = compared(title).split(" ");
  return surname === "" || compared(key.slice(0, MOST_KEY)).includes(surname);
}

const MOST_KEY = 100;

/** So many records of one name are looked at. */
const FEW = 8;

/** Whether the mention stands in the record that it names. */
function isOwn(placed: Placed, { start }: NamedSpan, name: Name, review: Review): boolean {
  if (name.startsWith("s:")) return false;
  const bearers = review.definitions(name).slice(0, FEW);
  return bearers.some(
    ({ placed: at, brief }) => at === placed && (brief.start === 0 || (brief.start <= start && start < brief.end)),
  );
}

/** How far the ends of a line are looked for. */
const FAR = 400;

/** What the line of a mention says besides, remembered for the mentions after it in the same line. */
class Lines {
  private readonly placed: Placed;
  private line: { readonly end: number; readonly words: string; readonly told: Set<Name> } | undefined;

  constructor(placed: Placed) {
    this.placed = placed;
  }

  /** Whether neither the line holds the title nor a hint before in it told it. */
  isFresh(at: number, name: Name, title: string): boolean {
    if (!this.line || at >= this.line.end) this.line = this.lineAt(at);
    const { told, words } = this.line;
    if (told.has(name)) return false;
    told.add(name);
    const folded = compared(title);
    return folded === "" || !words.includes(folded);
  }

  private lineAt(at: number) {
    const { home, start, facts } = this.placed;
    const from = Math.max(0, at - FAR);
    const text = home.slice(start + from, start + Math.min(facts.length, at + FAR));
    const left = text.slice(0, at - from);
    const before = Math.max(left.lastIndexOf("\n"), left.lastIndexOf("\r")) + 1;
    const after = text.slice(at - from).search(/[\r\n]/);
    const end = after < 0 ? text.length : at - from + after;
    return { end: from + end, words: compared(text.slice(before, end)), told: new Set<Name>() };
  }
}
