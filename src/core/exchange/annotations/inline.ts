/** Highlights in a passage of words: each before the links, or the citation, that say where it stands. Linear in the passage. */
import { citedPlace } from "./cited.ts";
import { linksIn, type Place, placeOf } from "./links.ts";
import { betweenMarks, lastOpened, openingMark, plainWords, withoutMarks } from "./plain.ts";
import { withoutTags } from "./tags.ts";

/** A highlight as a passage tells of it; without a quote it is a comment to a page, or one to a highlight that was told of before. */
export interface Found {
  readonly quote: string;
  /** Whether marks say that these are the source's words. */
  readonly isMarked: boolean;
  readonly place: Place;
  readonly comment: string;
  /** Words before it in its passage that are not marked as the source's. */
  readonly lead: string;
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly place: Place;
  /** Whether one of its links leads to the source, as those of Zotero's notes do, or it is a citation without a link. */
  readonly isNote: boolean;
  readonly isLinked: boolean;
}

/** Between the links of one highlight. */
const JOINS = /^[\s()[\]·|/,;—–-]*$/u;
const BARE =
  /["“”»«’'」』](?:\s|<\/?span[^<>]{0,200}>){0,6}(?:\(([^()[\]\n]{3,160})\)|\[([^()[\]\n]{0,40}@[^()[\]\n]{3,160})\](?!\())/gu;

/**
 * In their order; none where no link and no citation tells of a place. What follows a highlight is its comment, whatever it links to or cites, unless it has the
 * form of the highlight before it. `breaks` are where lines of the passage begin.
 */
export function highlightsIn(text: string, breaks: readonly number[] = []): readonly Found[] {
  const found: { quote: string; isMarked: boolean; place: Place; comment: string; lead: string }[] = [];
  /** Where the highlight before ends, and where the links before end, which may be of its comment. */
  let from = 0;
  let past = 0;
  let before: Run | undefined;
  const isHypothesis = (): boolean => before?.place.id?.startsWith("hypothesis ") === true;
  for (const run of runsIn(text)) {
    const { start, end, place } = run;
    const words = withoutTags(text.slice(past, start), true).replace(/[\s([—–-]+$/u, "");
    const { lead, quote, isMarked, rest } = parted(words, run, before === undefined);
    const last = found[found.length - 1];
    if (before && last) {
      const isFurther =
        (isMarked === last.isMarked || (isMarked && last.quote === "")) &&
        isLike(before, run, past === from && BETWEEN.test(commentOf(lead, isHypothesis()))) &&
        (isMarked || isOnItsLines(text, breaks, past, run));
      const said = isFurther ? commentOf(text.slice(from, past) + lead, isHypothesis()) : "";
      past = end;
      if (!isFurther) continue;
      if (!BETWEEN.test(said)) last.comment = joinedComments(last.comment, said);
    }
    const at = place.at ?? citedPlace(rest).at;
    const own = { ...place, ...(at !== undefined && { at }) };
    found.push({ quote, isMarked, place: own, comment: "", lead: last ? "" : commentOf(lead) });
    from = end;
    past = end;
    before = run;
  }
  const last = found[found.length - 1];
  if (last) last.comment = joinedComments(last.comment, commentOf(text.slice(from), isHypothesis()));
  return found;
}

/** Whether two say in one way where they stand, as a program does; without links, also of which source, unless words only join them. */
function isLike(one: Run, other: Run, areJoined: boolean): boolean {
  if (one.isLinked !== other.isLinked || one.isNote !== other.isNote) return false;
  if (one.isLinked) return (one.place.id === undefined) === (other.place.id === undefined);
  const [a, b] = [one.place.cited, other.place.cited];
  return areJoined || (a?.author === b?.author && a?.year === b?.year && a?.key === b?.key);
}

/** Whether a line begins between two, and the line of the second ends with it. */
function isOnItsLines(text: string, breaks: readonly number[], past: number, other: Run): boolean {
  const next = firstAfter(breaks, other.end - 1) ?? text.length;
  const begins = firstAfter(breaks, past - 1) ?? text.length;
  return begins <= other.start && JOINS.test(withoutTags(text.slice(other.end, next)).slice(0, 40));
}

function firstAfter(ascending: readonly number[], at: number): number | undefined {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return ascending[low];
}

/** Words that only join two highlights. */
const BETWEEN = /^[,;.]?\s?(?:and|und|y|e|et|&)?\s?[,:]?$/iu;

export function joinedComments(one: string, other: string): string {
  if (one === "") return other;
  return other === "" ? one : `${one}\n${other}`;
}

/** What stands behind the links, without what programs write there themselves: the group of Hypothesis, the name of a block, which is no word. */
export function commentOf(text: string, isHypothesis = false): string {
  const words = plainWords(
    withoutTags(text)
      .replace(/^[*_=]{1,4}(?=[\s)\]]|$)/, "")
      .replace(/^[\s)\]]+/u, ""),
    true,
  );
  return (isHypothesis ? words.replace(/^—?\s*group:\s*#?[^\n]{1,80}$/iu, "") : words)
    .replace(/^[\s—–:·.]+(?=\s|$)/u, "")
    .replace(/(?:^|\s+)\^(?=[\w-]{0,40}\d|[a-f]{6}$)[\w-]{1,40}$/u, "")
    .trim();
}

/** Words before the links: what was said before the highlight, the highlight, and what stands between it and them. */
function parted(
  before: string,
  { isNote, isLinked, place }: Run,
  isFirst: boolean,
): { readonly lead: string; readonly quote: string; readonly isMarked: boolean; readonly rest: string } {
  // The program says that these are somebody's own.
  if (place.isNote) return { lead: withoutTags(before), quote: "", isMarked: false, rest: "" };
  const set = setIn(before);
  const around = set ? openingMark(before) : -1;
  // Within quotation marks it is a part of what they hold.
  if (set && !(around >= 0 && around < set.from && (isNote || around === 0))) {
    const lead = before.slice(0, set.from);
    return { lead, quote: withoutMarks(plainWords(set.words)), isMarked: true, rest: before.slice(set.to) };
  }
  // Programs set what they quote: marks of stress stand outside.
  const words = withoutTags(before);
  const bare = words.replace(/[*_=]{1,6}$/, "");
  const first = openingMark(bare);
  const isProgram = isFirst && isLinked && first >= 0 && !/[\p{L}\p{N}]/u.test(bare.slice(0, first));
  const open = first < 0 || isProgram ? first : lastOpened(bare, first);
  if ((isNote || (!isFirst && open >= 0)) && open >= 0)
    return {
      lead: bare.slice(0, open).replace(/[*_=]{1,6}$/, ""),
      quote: betweenMarks(plainWords(bare.slice(open))),
      isMarked: true,
      rest: "",
    };
  return isNote
    ? { lead: words, quote: "", isMarked: false, rest: "" }
    : { lead: "", quote: withoutMarks(plainWords(words)), isMarked: open === 0, rest: "" };
}

/** What is set as a highlight: from the first mark to the last. */
function setIn(before: string): { readonly words: string; readonly from: number; readonly to: number } | undefined {
  for (const [open, close] of [
    [/(?<!\\)<mark\b[^<>]*>/i, "</mark>"],
    [/(?<![\\=])==(?=[^\s=])/, "=="],
  ] as const) {
    const found = open.exec(before);
    if (!found) continue;
    const start = found.index + found[0].length;
    let end = before.lastIndexOf(close);
    // An equal sign with room before it ends nothing.
    while (close === "==" && end > start && /\s/.test(before.charAt(end - 1))) end = before.lastIndexOf(close, end - 1);
    if (end > start) return { words: before.slice(start, end), from: found.index, to: end + close.length };
  }
  return undefined;
}

function runsIn(text: string): readonly Run[] {
  const places: Run[] = [];
  for (const link of text.includes("]") ? linksIn(text) : []) {
    const place = placeOf(link);
    if (place)
      places.push({ start: link.start, end: link.end, place, isNote: place.isSource === true, isLinked: true });
  }
  for (const match of text.matchAll(BARE)) {
    const words = match[1] ?? match[2] ?? "";
    const said = citedPlace(words, true);
    if (said.at === undefined || !said.cited) continue;
    const end = match.index + match[0].length;
    places.push({ start: end - words.length - 2, end, place: said, isNote: true, isLinked: false });
  }
  places.sort((a, b) => a.start - b.start);
  const runs: Run[] = [];
  for (const each of places) {
    const last = runs[runs.length - 1];
    if (last && JOINS.test(withoutTags(text.slice(last.end, each.start))) && isOne(last.place, each.place))
      runs[runs.length - 1] = {
        start: last.start,
        end: each.end,
        place: { ...each.place, ...last.place },
        isNote: last.isNote || each.isNote,
        isLinked: last.isLinked || each.isLinked,
      };
    else if (!last || each.start >= last.end) runs.push(each);
  }
  return runs;
}

/** Two highlights have two names. */
function isOne(one: Place, other: Place): boolean {
  return one.id === undefined || other.id === undefined || one.id === other.id;
}
