/** Reading a review's sources: how many are read, which comes next, and marking them. */
import type { Review, SourceView } from "../review.ts";
import { type Reading, readReadings } from "../syntax/reading-dates.ts";
import { type Edited, isRefusal, type Outcome, refuse, together } from "./edit/outcome.ts";
import { setSourceFields } from "./edit/source-fields.ts";
import { type HoldsText, READING_STATES, type ReadingState, readingStateOf } from "./tree/reading-states.ts";

export interface ReadingProgress {
  readonly counts: { readonly [state in ReadingState]: number };
  /** All that are to be read, or were: those that are excluded, or that nobody has taken up from the bibliography, are none of them. */
  readonly all: number;
}

export function readingProgress(review: Review, holdsText?: HoldsText): ReadingProgress {
  const counts: { [state in ReadingState]: number } = { coding: 0, unread: 0, "no text": 0, read: 0 };
  let all = 0;
  for (const source of review.sources()) {
    const state = readingStateOf(source, review, holdsText);
    if (state === undefined) continue;
    counts[state]++;
    all++;
  }
  return { counts, all };
}

/**
 * Sources in the order in which their files are called; after them those that only a bibliography has, in its order. It is the order in which they are read where
 * nothing else says one.
 */
export function inOrderOfFiles(sources: readonly SourceView[]): readonly SourceView[] {
  const placed = sources.map((source) => {
    const { uri, bibliography } = source;
    return {
      source,
      isListed: uri === undefined,
      path: uri ?? bibliography?.uri ?? "",
      at: bibliography?.span.start ?? 0,
    };
  });
  placed.sort((a, b) => {
    if (a.isListed !== b.isListed) return a.isListed ? 1 : -1;
    if (a.path !== b.path) return a.path < b.path ? -1 : 1;
    return a.isListed ? a.at - b.at : 0;
  });
  return placed.map(({ source }) => source);
}

/** The sources to be read: those that are being coded first, then those that nobody has begun and whose text is there, or may be. */
export function toRead(review: Review, holdsText?: HoldsText): readonly SourceView[] {
  const byState = new Map<ReadingState, SourceView[]>(READING_STATES.map((state) => [state, []]));
  for (const source of inOrderOfFiles(review.sources())) {
    const state = readingStateOf(source, review, holdsText);
    if (state) byState.get(state)?.push(source);
  }
  return [...(byState.get("coding") ?? []), ...(byState.get("unread") ?? [])];
}

/** The one after a source, round from the last to the first; the first where the source is none of them. */
export function nextToRead(all: readonly SourceView[], after?: string): SourceView | undefined {
  const at = all.findIndex(({ key }) => key === after);
  return all[(at + 1) % Math.max(1, all.length)];
}

/**
 * Writes into the files of sources when they were read; a reading of somebody else stays beside it. Files of sources that only a bibliography has are begun.
 * Without a reading, takes out what is said of it. Refuses a source that is excluded.
 */
export function markRead(review: Review, keys: readonly string[], reading: Reading | undefined): Outcome {
  const made: Edited[] = [];
  const taken = new Set<string>();
  for (const key of new Set(keys)) {
    const source = review.source(key);
    if (!source) return refuse("unknown", { key });
    if (reading && source.status === "excluded") return refuse("form", { key });
    if (!reading && source.uri === undefined) continue;
    const value = reading && readingsWith(source, reading);
    const outcome = setSourceFields(review, key, [["read", value]], taken);
    if (isRefusal(outcome)) return outcome;
    made.push(outcome);
    for (const uri of outcome.edits.keys()) taken.add(uri);
  }
  return together(made);
}

/** What is said already, with a reading. */
function readingsWith(source: SourceView, reading: Reading): string {
  const written = source.frontMatter?.fields.get("read")?.value ?? "";
  const known = readReadings(written) ?? [];
  if (known.some(({ coder }) => coder === reading.coder || reading.coder === undefined)) return written;
  return [...known, reading].map(said).join(", ");
}

function said({ date, coder }: Reading): string {
  return coder === undefined ? date : `${date} (${coder})`;
}
