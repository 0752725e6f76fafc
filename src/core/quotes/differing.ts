/** Which words of a quotation and of the passage it is like are others: both as they are compared, so that only what is said differs. */
import { diffArrays } from "diff";
import { firstNot, type Span } from "../text.ts";
import { fold, type Skipped, spanIn } from "./fold.ts";
import { goesOn, isWord } from "./units.ts";

/** A word as it is compared, and where it stands. */
export interface Token {
  readonly word: string;
  readonly span: Span;
  /** Whether it may begin, or end, in the midst of a word, since a bracket stands there: `[T]he`. */
  readonly isOpenBefore: boolean;
  readonly isOpenAfter: boolean;
}

/** A stretch of text that words are taken out of: without what is `skipped` in it. */
export interface Stretched {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly skipped?: readonly Skipped[];
  /** Of each of the spans, whether a word may go on beyond its ends. */
  readonly open?: readonly { readonly before: boolean; readonly after: boolean }[];
}

/** Words that are the same, or that stand in place of each other; indices of tokens, half open. */
export interface Run {
  readonly isSame: boolean;
  readonly quote: Span;
  readonly source: Span;
}

/** More words than these that differ are told of as one: the time grows with them. */
const MOST_DIFFERING = 1000;

/** The words of stretches of a text, in order. Linear in them. */
export function tokensOf({ text, spans, skipped = [], open }: Stretched): readonly Token[] {
  return spans.flatMap(({ start, end }, index) => {
    const own = text.slice(start, end);
    const folded = fold(own, "loose", within(skipped, start, end));
    const tokens: Token[] = [];
    const units = folded.text;
    for (let from = 0; from < units.length; ) {
      let to = from + 1;
      while (to < units.length && !parts(units, to)) to++;
      if (units.charAt(from) !== " ") {
        const span = spanIn(own, folded, from, to);
        tokens.push({
          word: units.slice(from, to),
          span: { start: start + span.start, end: start + span.end },
          isOpenBefore: open?.[index]?.before === true && tokens.length === 0,
          isOpenAfter: false,
        });
      }
      from = to;
    }
    const last = tokens[tokens.length - 1];
    if (last && open?.[index]?.after) tokens[tokens.length - 1] = { ...last, isOpenAfter: true };
    return tokens;
  });
}

/** Whether a word ends at a place: at a blank, and in scripts that part no words at each sign. */
function parts(units: string, at: number): boolean {
  const [before, after] = [units.charAt(at - 1), units.charAt(at)];
  if (before === " " || after === " ") return true;
  return isWord(before) && isWord(after) && !goesOn(units, at);
}

function within(skipped: readonly Skipped[], from: number, to: number): readonly Skipped[] {
  const found: Skipped[] = [];
  for (let index = firstNot(skipped.length, (each) => (skipped[each]?.end ?? 0) <= from); ; index++) {
    const skip = skipped[index];
    if (!skip || skip.start >= to) return found;
    // A passage of a note.
    if (skip.start <= from && to <= skip.end) return [];
    found.push({
      start: Math.max(0, skip.start - from),
      end: Math.min(to, skip.end) - from,
      ...(skip.as !== undefined && { as: skip.as }),
    });
  }
}

/** What is the same in two lists of words and what is not: runs that together are both of them. */
export function differing(quote: readonly Token[], source: readonly Token[]): readonly Run[] {
  const all = [{ isSame: false, quote: whole(quote), source: whole(source) }];
  if (quote.length === 0 || source.length === 0) return quote.length + source.length === 0 ? [] : all;
  const changes = diffArrays([...quote], [...source], { comparator: isSame, maxEditLength: MOST_DIFFERING });
  // Of what differs too much nothing is told apart.
  if (!changes) return all;
  const runs: Run[] = [];
  let [at, of] = [0, 0];
  for (const { added, removed, count } of changes) {
    const [from, begun] = [at, of];
    if (!added) at += count;
    if (!removed) of += count;
    const last = runs[runs.length - 1];
    if ((added || removed) && last && !last.isSame)
      runs[runs.length - 1] = {
        isSame: false,
        quote: { start: last.quote.start, end: at },
        source: { start: last.source.start, end: of },
      };
    else runs.push({ isSame: !added && !removed, quote: { start: from, end: at }, source: { start: begun, end: of } });
  }
  return runs;
}

const whole = (tokens: readonly Token[]): Span => ({ start: 0, end: tokens.length });

function isSame(one: Token, other: Token): boolean {
  if (one.word === other.word) return true;
  return (
    (one.isOpenBefore && other.word.endsWith(one.word)) ||
    (one.isOpenAfter && other.word.startsWith(one.word)) ||
    (other.isOpenBefore && one.word.endsWith(other.word)) ||
    (other.isOpenAfter && one.word.startsWith(other.word))
  );
}
